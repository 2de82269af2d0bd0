import type { TreeNode } from '../chart/chart.ts';

/** Rows between the branches of one row of heads and the next heads. */
export const APART = 0.5;
/** Heads with nobody below them share a column only where so much more is shown then. */
const WORTH_STACKING = 1.25;

export interface Branch {
  readonly node: TreeNode;
  readonly children: Branch[];
}

/** A box in a column, how far down in its branch, in which band of heads and those below them, and the how many-th there. */
export interface BoxPlace {
  readonly branch: Branch;
  readonly depth: number;
  readonly band: number;
  readonly nth: number;
}

export interface Plan {
  readonly columns: readonly (readonly BoxPlace[])[];
  readonly shown: number;
}

/** Who stands below whom; nodes without one above are roots. */
export function branches(nodes: readonly TreeNode[]): Branch[] {
  const all = new Map<string, Branch>(nodes.map((node) => [node.id, { node, children: [] }]));
  const roots: Branch[] = [];
  for (const branch of all.values()) {
    const above = branch.node.parent === null ? undefined : all.get(branch.node.parent);
    if (above === undefined) roots.push(branch);
    else above.children.push(branch);
  }
  return roots;
}

/** A branch from the top down, as far as a level. */
const listed = (branch: Branch, levels: number, depth = 0): { branch: Branch; depth: number }[] => [
  { branch, depth },
  ...(depth + 1 < levels ? branch.children.flatMap((one) => listed(one, levels, depth + 1)) : []),
];

const deepest = (branch: Branch): number => 1 + Math.max(0, ...branch.children.map(deepest));

type List = readonly { readonly branch: Branch; readonly depth: number }[];

/** A list in columns of its own; what goes on in the next column stands below the row of heads. */
function ownColumns(list: List, rows: number): BoxPlace[][] {
  const columns: BoxPlace[][] = [[]];
  for (const one of list) {
    const column = columns.at(-1)!;
    const nth = column.length + (columns.length > 1 && rows > 1 ? 1 : 0);
    if (nth < rows) column.push({ ...one, band: 0, nth });
    else columns.push([{ ...one, band: 0, nth: rows > 1 ? 1 : 0 }]);
  }
  return columns;
}

/** Who is shown of a branch in one column: whole levels of it, and of the first below its head as many as there is room for. */
function inOneColumn(branch: Branch, rows: number): List {
  for (let levels = deepest(branch); levels > 2; levels--) {
    const list = listed(branch, levels);
    if (list.length <= rows) return list;
  }
  return listed(branch, 2).slice(0, rows);
}

/** A column for each branch, the heads in one row; where they are too many for that, in as few rows as they take, apart. */
function columnEach(below: readonly Branch[], rows: number, most: number): BoxPlace[][] {
  const bands = Math.min(
    Math.ceil(below.length / most),
    Math.max(1, Math.floor((rows + APART) / (1 + APART))),
  );
  const high = (rows + APART) / bands;
  const wide = Math.min(most, Math.ceil(below.length / bands));
  const columns: BoxPlace[][] = Array.from({ length: wide }, () => []);
  below.slice(0, wide * bands).forEach((branch, at) => {
    const list = inOneColumn(branch, Math.floor(high - APART));
    columns[at % wide]!.push(...list.map((one, nth) => ({ ...one, band: Math.floor(at / wide), nth })));
  });
  return columns;
}

const planOf = (columns: readonly (readonly BoxPlace[])[]): Plan => ({
  columns,
  shown: columns.flat().length,
});

/** A column or more for each branch, with as many levels as there is room for; undefined where there is none for the heads. */
function inColumns(below: readonly Branch[], rows: number, most: number): Plan | undefined {
  for (let levels = Math.max(1, ...below.map(deepest)); levels > 0; levels--) {
    const columns = below.flatMap((branch) => ownColumns(listed(branch, levels), rows));
    if (columns.length <= most) return planOf(columns);
  }
  return undefined;
}

/** Heads with nobody below them in a column of their own, below each other, and the others in columns. */
function stacked(below: readonly Branch[], rows: number, most: number): Plan | undefined {
  const alone = below.filter(({ children }) => children.length === 0);
  if (alone.length < 2 || alone.length > rows) return undefined;
  const others = inColumns(
    below.filter(({ children }) => children.length > 0),
    rows,
    most - 1,
  );
  const column = alone.map((branch, nth): BoxPlace => ({ branch, depth: 0, band: 0, nth }));
  return others && planOf([column, ...others.columns]);
}

/** A column or more for each branch, or one column for each: whichever shows more; heads alone share one where that shows far more. */
export function planned(below: readonly Branch[], rows: number, most: number): Plan {
  const each = planOf(columnEach(below, rows, most));
  const own = inColumns(below, rows, most);
  const best = own !== undefined && own.shown > each.shown ? own : each;
  const shared = stacked(below, rows, most);
  return shared !== undefined && shared.shown >= best.shown * WORTH_STACKING ? shared : best;
}
