import fc from 'fast-check';
import type {
  AssignmentProblem,
  Placing,
} from '../../../../../src/designs/cluster/placing/assignment/problem.ts';

/** A problem as one writes it down: what each class gains in which groups, and its area. */
export interface Written {
  readonly seats: readonly number[];
  readonly classes: readonly {
    readonly size: number;
    readonly gains: Readonly<Record<number, number>>;
    readonly area?: number;
    readonly mayStayOut?: boolean;
  }[];
  readonly areas?: readonly (readonly number[])[];
  readonly areaGain?: number;
  readonly open?: readonly number[];
}

export function problemOf({
  seats,
  classes,
  areas = [],
  areaGain = 0,
  open = [],
}: Written): AssignmentProblem {
  const arcs = classes.map(({ gains }) =>
    Object.entries(gains)
      .map(([group, gain]) => ({ group: Number(group), gain }))
      .sort((a, b) => a.group - b.group),
  );
  const starts = (lists: readonly { readonly length: number }[]) => {
    const start = Int32Array.of(0, ...lists.map(({ length }) => length));
    for (let at = 1; at < start.length; at++) start[at]! += start[at - 1]!;
    return start;
  };
  return {
    seats: Int32Array.from(seats),
    size: Int32Array.from(classes, ({ size }) => size),
    start: starts(arcs),
    group: Int32Array.from(arcs.flat(), ({ group }) => group),
    gain: Float64Array.from(arcs.flat(), ({ gain }) => gain),
    area: Int32Array.from(classes, ({ area }) => area ?? -1),
    areaGain,
    areaStart: starts(areas),
    areaGroup: Int32Array.from(areas.flat()),
    open: Int32Array.from(open),
    mayStayOut: Uint8Array.from(classes, ({ mayStayOut }) => (mayStayOut ? 1 : 0)),
  };
}

/** What one of a class gains in a group, straight from what is written. */
export function gainWritten(written: Written, one: number, group: number): number {
  const { gains, area } = written.classes[one]!;
  const inArea =
    area !== undefined && (written.areas![area]!.includes(group) || (written.open ?? []).includes(group));
  return gains[group] ?? (inArea ? written.areaGain! : 0);
}

/** What is wrong with a placing: too many in a group, someone twice or nowhere, a gain that is not there. */
export function faultsOf(written: Written, { shares, gain }: Placing): string[] {
  const faults: string[] = [];
  const room = [...written.seats];
  const left = written.classes.map(({ size }) => size);
  let sum = 0;
  for (const { class: one, group, people } of shares) {
    if (!(people > 0)) faults.push(`${people} of class ${one} in group ${group}`);
    room[group]! -= people;
    left[one]! -= people;
    const each = gainWritten(written, one, group);
    sum += people * each;
    if (each === 0 && written.classes[one]!.mayStayOut)
      faults.push(`${people} of class ${one} in group ${group} for nothing, though they may stay out`);
  }
  room.forEach((seats, group) => {
    if (seats < 0) faults.push(`${-seats} too many in group ${group}`);
  });
  left.forEach((people, one) => {
    if (people < 0 || (people > 0 && !written.classes[one]!.mayStayOut))
      faults.push(`${people} of class ${one} without a place`);
  });
  if (sum !== gain) faults.push(`a gain of ${sum}, not ${gain}`);
  return faults;
}

/** Every way to place everyone, one person after the other. Only for a handful of people. */
export function bestByTrying(written: Written): number {
  const people = written.classes.flatMap(({ size }, one) => Array.from({ length: size }, () => one));
  const room = [...written.seats];
  const best = (next: number): number => {
    if (next === people.length) return 0;
    const one = people[next]!;
    let most = written.classes[one]!.mayStayOut ? best(next + 1) : Number.NEGATIVE_INFINITY;
    for (let group = 0; group < room.length; group++) {
      if (room[group] === 0) continue;
      room[group]!--;
      most = Math.max(most, gainWritten(written, one, group) + best(next + 1));
      room[group]!++;
    }
    return most;
  };
  return best(0);
}

/**
 * The same by the Hungarian method (Kuhn 1955, in the form of Jonker and Volgenant) over single people and single seats;
 * a place outside for everyone who may stay out, which is barred to the others.
 */
export function bestByHungarian(written: Written): number {
  const BARRED = -1e12;
  const rows = written.classes.flatMap(({ size }, one) => Array.from({ length: size }, () => one));
  const outside = rows.filter((one) => written.classes[one]!.mayStayOut).length;
  const columns = written.seats.flatMap((count, group) => Array.from({ length: count }, () => group));
  for (let n = 0; n < outside; n++) columns.push(-1);
  const cost = (row: number, column: number): number => {
    const [one, group] = [rows[row]!, columns[column]!];
    if (group >= 0) return -gainWritten(written, one, group);
    return written.classes[one]!.mayStayOut ? 0 : -BARRED;
  };
  const [u, v] = [new Float64Array(rows.length + 1), new Float64Array(columns.length + 1)];
  const rowOf = new Int32Array(columns.length + 1);
  for (let row = 1; row <= rows.length; row++) {
    const least = new Float64Array(columns.length + 1).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(columns.length + 1);
    const used = new Uint8Array(columns.length + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      used[column] = 1;
      let [delta, next] = [Number.POSITIVE_INFINITY, 0];
      for (let at = 1; at <= columns.length; at++) {
        if (used[at] === 1) continue;
        const reduced = cost(rowOf[column]! - 1, at - 1) - u[rowOf[column]!]! - v[at]!;
        if (reduced < least[at]!) {
          least[at] = reduced;
          before[at] = column;
        }
        if (least[at]! < delta) [delta, next] = [least[at]!, at];
      }
      for (let at = 0; at <= columns.length; at++)
        if (used[at] === 1) {
          u[rowOf[at]!]! += delta;
          v[at]! -= delta;
        } else least[at]! -= delta;
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = before[column]!) rowOf[column] = rowOf[before[column]!]!;
  }
  let gain = 0;
  for (let at = 1; at <= columns.length; at++) if (rowOf[at] !== 0) gain -= cost(rowOf[at]! - 1, at - 1);
  return gain;
}

/** Random problems, with areas, open groups, classes that may stay out, and some seats to spare or none. */
export const anyProblem = ({ classes, groups, size }: { classes: number; groups: number; size: number }) =>
  fc
    .record({
      groups: fc.integer({ min: 1, max: groups }),
      areaGain: fc.integer({ min: 1, max: 9 }),
      areas: fc.array(fc.array(fc.nat(99), { maxLength: 3 }), { maxLength: 3 }),
      open: fc.option(fc.nat(99), { nil: undefined }),
      classes: fc.array(
        fc.record({
          size: fc.integer({ min: 1, max: size }),
          gains: fc.array(fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 20 })), { maxLength: 3 }),
          area: fc.option(fc.nat(99), { nil: undefined }),
          mayStayOut: fc.boolean(),
        }),
        { minLength: 1, maxLength: classes },
      ),
      spare: fc.constantFrom(0, 0, 0, 1, 2, 5),
      weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: groups, maxLength: groups }),
    })
    .map(({ groups: count, areaGain, areas, open, classes: rows, spare, weights }): Written => {
      const opened = open === undefined || count < 2 ? [] : [open % count];
      const lists = areas
        .map((list) => [...new Set(list.map((group) => group % count))].sort((a, b) => a - b))
        .map((list) => list.filter((group) => !opened.includes(group)));
      const total = rows.reduce((sum, { size: one }) => sum + one, 0) + spare;
      const seats = weights.slice(0, count).map(() => 0);
      for (let n = 0, at = 0; n < total; at = (at + 1) % count)
        for (let k = 0; k < weights[at]! && n < total; k++, n++) seats[at]!++;
      return {
        seats,
        areas: lists,
        areaGain,
        open: opened,
        classes: rows.map(({ size: one, gains, area, mayStayOut }) => {
          const at = area === undefined || lists.length === 0 ? undefined : area % lists.length;
          return {
            size: one,
            gains: Object.fromEntries(
              gains.map(([group, gain]) => {
                const inArea =
                  at !== undefined && (lists[at]!.includes(group % count) || opened.includes(group % count));
                return [group % count, inArea ? areaGain + gain : gain];
              }),
            ),
            ...(at === undefined ? {} : { area: at }),
            ...(mayStayOut ? { mayStayOut } : {}),
          };
        }),
      };
    });
