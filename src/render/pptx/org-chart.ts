import { whole } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
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
import { cutTo, cutWithin, linesOf } from './measured.ts';
import { APART, type Branch, branches, planned } from './org-chart-plan.ts';

const SIZE = 10;
/** Lines that stand in a box, and how high it is for them. */
const BOXES = [
  { lines: 2, height: 29 },
  { lines: 3, height: 42 },
  { lines: 4, height: 54 },
  { lines: 5, height: 66 },
] as const;
type BoxSize = (typeof BOXES)[number];
const GAP = 7;
const INDENT = 8;
const INSET = 3;
/** A title of a head that is cut weighs as much as so many of those below. */
const HEADS_COUNT = 3;
/** Between columns, where the lines go. */
const GUTTER = 14;
/** A title is no longer read in a narrower box. */
const NARROWEST = 96;
const ROOT = 240;
const CROWN = 42;
/** A title, and what stands below it; a unit is not told again below a box of the same. */
interface BoxText {
  readonly title: string;
  readonly detail: string;
}

/** The texts as they stand in a box: what the title leaves is for the detail. */
function shownIn({ title, detail }: BoxText, width: number, { lines }: BoxSize): BoxText {
  const room = width - 2 * INSET;
  const most = lines - (detail === '' ? 0 : 1);
  const shown = cutWithin(title, room, SIZE, most, true);
  const taken = Math.min(most, linesOf(shown, room, SIZE, most, true));
  return { title: shown, detail: cutTo(detail, room, SIZE, Math.max(1, lines - taken)) };
}

/** How much worse it is to be cut: that it is at all, and by how many letters. */
const lost = (shown: string, whole: string): number =>
  shown === whole ? 0 : 10 + Math.max(0, whole.length - shown.length);

/** Of the boxes that are no higher than there is room the smallest in which least of the texts is cut, of titles first; and how much. */
function smallestFor(texts: readonly (BoxText & { readonly width: number })[], most: number) {
  const cutIn = (size: BoxSize): number =>
    texts.reduce((sum, text) => {
      const { title, detail } = shownIn(text, text.width, size);
      return sum + 1000 * lost(title, text.title) + lost(detail, text.detail);
    }, 0);
  let best: { size: BoxSize; cut: number } = { size: BOXES[0], cut: cutIn(BOXES[0]) };
  for (const size of BOXES.slice(1)) {
    if (size.height > most || best.cut === 0) break;
    const cut = cutIn(size);
    if (cut < best.cut) best = { size, cut };
  }
  return best;
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
  const ways = BOXES.map((size) => {
    const head = top === undefined ? 0 : CROWN + 16;
    const rows = Math.max(1, Math.floor((box.height - keys.height - head + GAP) / (size.height + GAP)));
    return { height: size.height, head, plan: planned(below, rows, most) };
  });
  // The roomiest boxes in which no fewer are shown than in the least.
  const least = ways[0]!;
  const { height, head, plan } = ways.findLast((way) => way.plan.shown >= least.plan.shown) ?? least;
  const width = Math.min(190, (box.width + GUTTER) / Math.max(plan.columns.length, 1) - GUTTER);
  const shown = new Set(plan.columns.flat().map(({ branch }) => branch));
  const hidden = ({ children }: Branch): Hidden =>
    children.reduce(
      (sum, one) => {
        if (shown.has(one)) return sum;
        const under = hidden(one);
        const own = one.node.isTeam === true ? { people: 0, teams: 1 } : { people: 1, teams: 0 };
        return {
          people: sum.people + own.people + (one.node.more ?? 0) + under.people,
          teams: sum.teams + own.teams + under.teams,
        };
      },
      { people: 0, teams: 0 },
    );
  const unitAbove = new Map(nodes.map(({ id, unit }) => [id, unit]));
  const textOf = (branch: Branch): BoxText => {
    const { node } = branch;
    const above = node.parent === null ? undefined : unitAbove.get(node.parent);
    return {
      title: node.title,
      detail: detailOf(node, hidden(branch), shown.has(branch) ? above : undefined),
    };
  };
  const put = (branch: Branch, place: Box, size: BoxSize): TextShape =>
    boxShape(branch.node, textOf(branch), key(branch.node.id), place, kinds, size);
  const extent = plan.columns.length * (width + GUTTER) - GUTTER;
  const left = box.x + (top === undefined ? 0 : Math.max(0, (box.width - extent) / 2));
  const places = plan.columns.flatMap((column, nth) =>
    column.map((place) => {
      const shift = Math.min(place.depth, 4) * INDENT;
      return { ...place, column: nth, x: left + nth * (width + GUTTER) + shift, width: width - shift };
    }),
  );
  // What is left of the page goes to the heads first, then to the columns that are shorter than the longest.
  const bands = 1 + Math.max(0, ...places.map(({ band }) => band));
  const longest = Array.from({ length: bands }, (_, band) =>
    Math.max(0, ...places.map((one) => (one.band === band ? one.nth : 0))),
  );
  const apart = bands > 1 ? APART * (height + GAP) : 0;
  const rowsTaken = longest.reduce((sum, rows) => sum + rows + 1, 0) * (height + GAP) - GAP;
  const slack = Math.max(0, (box.height - keys.height - head - rowsTaken - apart * (bands - 1)) / bands);
  const sized = (some: readonly (typeof places)[number][], most: number) =>
    smallestFor(
      some.map((one) => ({ ...textOf(one.branch), width: one.width })),
      most,
    );
  const columnsOf = longest.map((rows, band) => ({
    rows,
    columns: plan.columns.map((_, column) =>
      places.filter((one) => one.band === band && one.column === column && one.nth > 0),
    ),
  }));
  const firsts = places.filter(({ nth }) => nth === 0);
  /** What is cut with heads of a height, and the boxes of every column below them. */
  const withHeads = (head: BoxSize) => {
    const bandsBelow = columnsOf.map(({ rows, columns }) => {
      const room = rows * (height + GAP) + height + slack - head.height;
      return { room, sizes: columns.map((own) => sized(own, room / Math.max(1, own.length) - GAP)) };
    });
    const cut = bandsBelow.reduce((all, { sizes }) => sizes.reduce((sum, one) => sum + one.cut, all), 0);
    return { head, bandsBelow, cut: cut + HEADS_COUNT * sized(firsts, head.height).cut };
  };
  const { head: heads, bandsBelow } = BOXES.filter((size) => size.height <= height + slack)
    .map(withHeads)
    .reduce((best, one) => (one.cut < best.cut ? one : best));
  let y = from + head;
  const shapes = bandsBelow.flatMap(({ room, sizes }, band) => {
    const [top, below] = [y, y + heads.height + GAP];
    y = below + room + apart;
    const placed = (size: BoxSize, y: number, { branch, x, width }: (typeof places)[number]) =>
      put(branch, { x, y, width, height: size.height }, size);
    return [
      ...firsts.filter((one) => one.band === band).map((one) => placed(heads, top, one)),
      ...columnsOf[band]!.columns.flatMap((own, column) =>
        own.map((one) => {
          const { size } = sizes[column]!;
          return placed(size, below + (one.nth - 1) * (size.height + GAP), one);
        }),
      ),
    ];
  });
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
      : [put(top, { x: box.x + box.width / 2 - ROOT / 2, y: from, width: ROOT, height: CROWN }, BOXES[1])];
  return [...keys.elements, ...lines, ...crown, ...shapes];
}

interface Hidden {
  readonly people: number;
  readonly teams: number;
}

/** What stands below a title: marks, who has no box here, and the unit where it is another than that of the box above. */
function detailOf(node: TreeNode, hidden: Hidden, unitAbove: string | undefined): string {
  const { marks, detail, unit, more: told = 0 } = node;
  const more = told + hidden.people;
  // The detail says how many have no box in the whole picture; here there may be more of them.
  const counts = told > 0 ? detail.replace(/(?<=^|· )\+[\d,]{1,12}(?: · |$)/, '') : detail;
  const own =
    unit !== undefined && unit !== '' && unit === unitAbove ? counts.slice(0, -unit.length) : counts;
  return [
    ...marks.map((mark) => MARKS[mark]),
    ...(more > 0 ? [`+${whole(more)}`] : []),
    ...(hidden.teams > 0 ? [counted(hidden.teams, 'team')] : []),
    own.replace(/ · $/, ''),
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

function boxShape(
  { title, colour, marks }: TreeNode,
  text: BoxText,
  key: string,
  box: Box,
  kinds: readonly string[],
  size: BoxSize,
): TextShape {
  const nth = colour === '' ? -1 : kinds.indexOf(colour);
  const shown = shownIn(text, box.width, size);
  const stands = marks.includes('displaced') ? WALL : marks.length > 0 ? ACCENT : undefined;
  return {
    kind: 'shape',
    key,
    name: cutTo(title, 400, SIZE),
    description: cutTo([title, text.detail].join(' · '), 2000, SIZE),
    box,
    form: 'roundRect',
    fill: nth < 0 ? { name: 'lt1' } : { ...kindColour(nth), tint: 0.22 },
    line: stands ?? (nth < 0 ? SOFT : kindColour(nth)),
    dashed: marks.includes('vacant') || marks.includes('new'),
    anchor: 'ctr',
    inset: [INSET, 1],
    paragraphs: [
      plain(shown.title, SIZE, { bold: true, colour: DARK }),
      ...(shown.detail === '' ? [] : [plain(shown.detail, SIZE, { colour: stands === WALL ? WALL : DARK })]),
    ],
  };
}
