import { whole } from '../../base/figures.ts';
import { kindsOf, MARKS, type TreeChart, type TreeNode } from '../chart/chart.ts';
import {
  ACCENT,
  type Box,
  DARK,
  type Element,
  keysIn,
  kindColour,
  plain,
  RULE,
  SOFT,
  type TextShape,
  WALL,
} from './element.ts';
import { legendOf } from './legend.ts';
import { cutTo } from './measured.ts';

const SIZE = 10;
/** Lines of a title and of what stands below it, the roomiest first. */
const BOXES = [
  { title: 2, detail: 2, height: 54 },
  { title: 2, detail: 1, height: 42 },
  { title: 1, detail: 1, height: 29 },
] as const;
type BoxLines = (typeof BOXES)[number];
const GAP = 7;
const INDENT = 12;
/** Between columns, where the lines go. */
const GUTTER = 14;
/** A title is no longer read in a narrower box. */
const NARROWEST = 96;
const ROOT = 240;
/** Rows between the branches of one row of heads and the next heads. */
const APART = 0.5;

interface Branch {
  readonly node: TreeNode;
  readonly children: Branch[];
}

/** A box in a column, how far down in its branch, and in which row. */
interface BoxPlace {
  readonly branch: Branch;
  readonly depth: number;
  readonly row: number;
}

interface Plan {
  readonly columns: readonly (readonly BoxPlace[])[];
  readonly shown: number;
}

/** Who stands below whom; nodes without one above are roots. */
function branches(nodes: readonly TreeNode[]): Branch[] {
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
    const row = column.length + (columns.length > 1 && rows > 1 ? 1 : 0);
    if (row < rows) column.push({ ...one, row });
    else columns.push([{ ...one, row: rows > 1 ? 1 : 0 }]);
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
  below.slice(0, wide * bands).forEach((branch, nth) => {
    const from = Math.floor(nth / wide) * high;
    const list = inOneColumn(branch, Math.floor(high - APART));
    columns[nth % wide]!.push(...list.map((one, at) => ({ ...one, row: from + at })));
  });
  return columns;
}

const planOf = (columns: readonly (readonly BoxPlace[])[]): Plan => ({
  columns,
  shown: columns.flat().length,
});

/** A column or more for each branch with as many levels as there is room for, or one column for each: whichever shows more. */
function planned(below: readonly Branch[], rows: number, most: number): Plan {
  const each = planOf(columnEach(below, rows, most));
  for (let levels = Math.max(1, ...below.map(deepest)); levels > 0; levels--) {
    const columns = below.flatMap((branch) => ownColumns(listed(branch, levels), rows));
    if (columns.length > most) continue;
    const own = planOf(columns);
    return own.shown > each.shown ? own : each;
  }
  return each;
}

/**
 * One on top, the branches below in columns, each with those who report further down indented: what forty boxes need on a page
 * that is broader than high. Who does not fit is counted in the boxes of those above.
 */
export function orgChart(data: TreeChart, box: Box): Element[] {
  const { nodes } = data;
  const key = keysIn(box);
  const roots = branches(nodes);
  const top = roots.length === 1 && roots[0]!.children.length > 0 ? roots[0]! : undefined;
  const below = top === undefined ? roots : top.children;
  const kinds = kindsOf(data);
  const keys = legendOf(kinds, box);
  const from = box.y + keys.height;
  const most = Math.max(1, Math.floor((box.width + GUTTER) / (NARROWEST + GUTTER)));
  const ways = BOXES.map((lines) => {
    const head = top === undefined ? 0 : lines.height + 16;
    const rows = Math.max(1, Math.floor((box.height - keys.height - head + GAP) / (lines.height + GAP)));
    return { lines, head, plan: planned(below, rows, most) };
  });
  // The roomiest boxes in which no fewer are shown than in the least.
  const least = ways.at(-1)!;
  const { lines: size, head, plan } = ways.find((way) => way.plan.shown >= least.plan.shown) ?? least;
  const width = Math.min(190, (box.width + GUTTER) / Math.max(plan.columns.length, 1) - GUTTER);
  const shown = new Set(plan.columns.flat().map(({ branch }) => branch));
  const hidden = ({ children }: Branch): number =>
    children.reduce((sum, one) => sum + (shown.has(one) ? 0 : 1 + (one.node.more ?? 0) + hidden(one)), 0);
  const put = (branch: Branch, place: Box): TextShape =>
    boxShape(branch.node, key(branch.node.id), (branch.node.more ?? 0) + hidden(branch), place, kinds, size);
  const extent = plan.columns.length * (width + GUTTER) - GUTTER;
  const left = box.x + (top === undefined ? 0 : Math.max(0, (box.width - extent) / 2));
  const shapes = plan.columns.flatMap((column, nth) =>
    column.map(({ branch, depth, row }) => {
      const shift = Math.min(depth, 4) * INDENT;
      return put(branch, {
        x: left + nth * (width + GUTTER) + shift,
        y: from + head + row * (size.height + GAP),
        width: width - shift,
        height: size.height,
      });
    }),
  );
  const lines = [...shown].flatMap((branch): Element[] => {
    const { parent, id } = branch.node;
    if (parent === null || (top === undefined && roots.includes(branch))) return [];
    return [
      {
        kind: 'connector',
        from: { key: key(parent), site: 'bottom' },
        to: { key: key(id), site: 'left' },
        way: { down: parent === top?.node.id ? 8 : GAP / 2, gutter: 6 },
        colour: RULE,
        weight: 1,
      },
    ];
  });
  const crown =
    top === undefined
      ? []
      : [put(top, { x: box.x + box.width / 2 - ROOT / 2, y: from, width: ROOT, height: size.height })];
  return [...keys.elements, ...lines, ...crown, ...shapes];
}

function boxShape(
  { title, detail, colour, marks, more: told = 0 }: TreeNode,
  key: string,
  more: number,
  box: Box,
  kinds: readonly string[],
  lines: BoxLines,
): TextShape {
  const nth = kinds.indexOf(colour);
  // The detail says how many have no box in the whole picture; here there may be more of them.
  const unit = told > 0 ? detail.replace(/^\+[\d,]+(?: · )?/, '') : detail;
  const text = [
    ...marks.map((mark) => MARKS[mark]),
    ...(more > 0 ? [`+${whole(more)}`] : []),
    ...(unit === '' ? [] : [unit]),
  ].join(' · ');
  const room = box.width - 8;
  const stands = marks.includes('displaced') ? WALL : marks.length > 0 ? ACCENT : undefined;
  return {
    kind: 'shape',
    key,
    name: cutTo(title, 400, SIZE),
    description: cutTo([title, text].join(' · '), 2000, SIZE),
    box,
    form: 'roundRect',
    fill: nth < 0 ? { name: 'lt1' } : { ...kindColour(nth), tint: 0.22 },
    line: stands ?? (nth < 0 ? SOFT : kindColour(nth)),
    dashed: marks.includes('vacant') || marks.includes('new'),
    anchor: 'ctr',
    inset: [4, 1],
    paragraphs: [
      plain(cutTo(title, room, SIZE, lines.title, true), SIZE, { bold: true, colour: DARK }),
      ...(text === ''
        ? []
        : [plain(cutTo(text, room, SIZE, lines.detail), SIZE, { colour: stands === WALL ? WALL : DARK })]),
    ],
  };
}
