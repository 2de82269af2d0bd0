import { type AssignmentProblem, complete, type Placing, type Share } from './problem.ts';

/** Maximise cost · x with A x ≤ rowUpper and 0 ≤ x; A in compressed columns. */
export interface LinearProgram {
  readonly cost: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** Columns and rows of a problem, in their order. */
interface Layout {
  /** Class of each column of a class that goes to its area; those of single gains come first, one each. */
  readonly located: readonly number[];
  readonly areas: number;
  readonly arcs: number;
  /** First column from areas to their own groups, from areas to the open groups, and from there on. */
  readonly toGroups: number;
  readonly toOpen: number;
  readonly fromOpen: number;
  readonly columns: number;
  /** First row of the areas, the row of the open groups, and the first row of the groups. */
  readonly areaRow: number;
  readonly openRow: number;
  readonly groupRow: number;
  readonly rows: number;
}

function layoutOf({ seats, size, group, area, areaStart, areaGroup, open }: AssignmentProblem): Layout {
  const located: number[] = [];
  area.forEach((at, one) => {
    if (at >= 0) located.push(one);
  });
  const areas = areaStart.length - 1;
  const toGroups = group.length + located.length;
  const toOpen = toGroups + areaGroup.length;
  const fromOpen = toOpen + (open.length > 0 ? areas : 0);
  const areaRow = size.length;
  const openRow = areaRow + areas;
  const groupRow = openRow + (open.length > 0 ? 1 : 0);
  return {
    located,
    areas,
    arcs: group.length,
    toGroups,
    toOpen,
    fromOpen,
    columns: fromOpen + open.length,
    areaRow,
    openRow,
    groupRow,
    rows: groupRow + seats.length,
  };
}

/**
 * The problem as a network of flows: class to group for each gain, class to area, area to group. People who are placed
 * elsewhere need no column, so that no flow at all is a first solution. A network matrix is totally unimodular: every corner
 * of the solutions is in whole numbers (Hoffman and Kruskal 1956), and simplex ends in a corner. Two entries a column.
 */
export function programOf(problem: AssignmentProblem): LinearProgram {
  const { seats, size, start, group, gain, area, areaGain, areaStart, areaGroup, open } = problem;
  const layout = layoutOf(problem);
  const { arcs, located, areas, areaRow, openRow, groupRow, columns, rows } = layout;
  const cost = new Float64Array(columns);
  const indices = new Int32Array(2 * columns);
  const values = new Float64Array(2 * columns).fill(1);
  const starts = Int32Array.from({ length: columns + 1 }, (_, column) => 2 * column);
  let column = 0;
  const add = (worth: number, from: number, to: number, sign: 1 | -1) => {
    cost[column] = worth;
    indices[2 * column] = from;
    indices[2 * column + 1] = to;
    values[2 * column] = sign;
    column++;
  };
  for (let one = 0; one < size.length; one++)
    for (let arc = start[one]!; arc < start[one + 1]!; arc++) add(gain[arc]!, one, groupRow + group[arc]!, 1);
  for (const one of located) add(areaGain, one, areaRow + area[one]!, 1);
  // Out of an area flows at least what goes in.
  for (let at = 0; at < areas; at++)
    for (let k = areaStart[at]!; k < areaStart[at + 1]!; k++)
      add(0, areaRow + at, groupRow + areaGroup[k]!, -1);
  if (open.length > 0) for (let at = 0; at < areas; at++) add(0, areaRow + at, openRow, -1);
  for (const to of open) add(0, openRow, groupRow + to, -1);
  if (column !== columns || arcs !== group.length) throw new Error('Columns miscounted.');
  const rowUpper = new Float64Array(rows);
  rowUpper.set(size);
  rowUpper.set(seats, groupRow);
  return { cost, rowUpper, starts, indices, values };
}

const WHOLE = 1e-6;

/**
 * The placing that a solution of the programme stands for; null where it is not in whole numbers, or not a solution: then
 * it is refused rather than repaired.
 */
export function placingOf(problem: AssignmentProblem, solution: Float64Array): Placing | null {
  const { seats, size, start, group, area, areaStart, areaGroup, open } = problem;
  const { arcs, located, areas, toGroups, toOpen, fromOpen, columns } = layoutOf(problem);
  if (solution.length !== columns) return null;
  const flow = new Int32Array(columns);
  for (let column = 0; column < columns; column++) {
    flow[column] = Math.round(solution[column]!);
    if (!(Math.abs(solution[column]! - flow[column]!) <= WHOLE) || flow[column]! < 0) return null;
  }
  const room = Int32Array.from(seats);
  const left = Int32Array.from(size);
  const shares: Share[] = [];
  const take = (one: number, to: number, people: number) => {
    if (people === 0) return true;
    shares.push({ class: one, group: to, people });
    left[one]! -= people;
    room[to]! -= people;
    return left[one]! >= 0 && room[to]! >= 0;
  };
  for (let one = 0; one < size.length; one++)
    for (let arc = start[one]!; arc < start[one + 1]!; arc++)
      if (!take(one, group[arc]!, flow[arc]!)) return null;

  // What an area sends to open groups comes out of one pool.
  let opened = 0;
  const fromPool = Int32Array.from(open, (_, k) => flow[fromOpen + k]!);
  const members = Array.from({ length: areas }, (): number[] => []);
  located.forEach((one, k) => {
    if (flow[arcs + k]! > 0) members[area[one]!]!.push(k);
  });
  for (let at = 0; at < areas; at++) {
    let own = areaStart[at]!;
    const quota = flow.subarray(toGroups, toOpen);
    let toPool = open.length > 0 ? flow[toOpen + at]! : 0;
    for (const k of members[at]!) {
      let people = flow[arcs + k]!;
      const one = located[k]!;
      for (; people > 0 && own < areaStart[at + 1]!; ) {
        const some = Math.min(people, quota[own]!);
        if (!take(one, areaGroup[own]!, some)) return null;
        people -= some;
        quota[own]! -= some;
        if (quota[own] === 0) own++;
      }
      while (people > 0 && toPool > 0 && opened < open.length) {
        const some = Math.min(people, toPool, fromPool[opened]!);
        if (!take(one, open[opened]!, some)) return null;
        people -= some;
        toPool -= some;
        fromPool[opened]! -= some;
        if (fromPool[opened] === 0) opened++;
      }
      if (people > 0) return null;
    }
  }
  return complete(problem, shares);
}

/** Prices of the groups' seats in a solution: the values of their rows, as whole numbers and none negative. */
export function groupPrices(problem: AssignmentProblem, rowValue: Float64Array): Float64Array {
  const { groupRow } = layoutOf(problem);
  return Float64Array.from(problem.seats, (_, at) => {
    const price = Math.round(rowValue[groupRow + at]!);
    return price > 0 && Number.isFinite(price) ? price : 0;
  });
}
