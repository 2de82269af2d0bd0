import { whole } from '../../base/figures.ts';
import { type Cell, type Finding, type Item, type Pairs, plainText, type Table } from '../block.ts';
import { ACCENT, type Colour, INK, type Paragraph, plain, SOFT, type TableCell, WALL } from './element.ts';
import { cutTo, heightOf, widthOf } from './measured.ts';
import { type Piece, sized } from './piece.ts';
import { CELL } from './table-xml.ts';
import { itemText, runsOf } from './text-piece.ts';

const SIZE = 12;
/** Lines of one cell. */
const MOST_LINES = 9;
/** A column is no narrower, and no text asks for a broader one. */
const NARROWEST = 40;
const BROADEST = 420;

/** A table before it is placed: rows of cells, the first of them the head where there is one. */
interface Grid {
  readonly name: string;
  readonly head: GridRow | undefined;
  readonly rows: readonly GridRow[];
  readonly left: readonly boolean[];
  /** Columns of figures that are all as wide, in the middle. */
  readonly even?: true;
  readonly scale: number;
  readonly source: string | undefined;
}

interface GridCell {
  readonly text: string;
  readonly bold?: boolean;
  readonly colour?: Colour;
  readonly fill?: Colour;
  /** Further paragraphs below it, softer. */
  readonly notes?: readonly string[];
}

type GridRow = readonly GridCell[];

const columnWidths = ({ head, rows, scale, even }: Grid, width: number): number[] => {
  const size = sized(SIZE, scale);
  const lines = [...(head === undefined ? [] : [head]), ...rows.filter((row) => row.length > 1)];
  const count = Math.max(1, ...lines.map((row) => row.length));
  const pad = 2 * CELL.side + 2;
  const wants = Array.from({ length: count }, (_, at) =>
    Math.min(
      BROADEST,
      Math.max(
        NARROWEST,
        ...lines.map(
          (row) =>
            Math.max(
              ...[row[at]?.text ?? '', ...(row[at]?.notes ?? [])].map((text) =>
                widthOf(text.slice(0, 300), size, row[at]?.bold),
              ),
            ) + pad,
        ),
      ),
    ),
  );
  const needs = Array.from({ length: count }, (_, at) =>
    Math.min(
      130,
      wants[at]!,
      Math.max(
        NARROWEST,
        ...lines.flatMap((row) =>
          (row[at]?.text ?? '')
            .slice(0, 300)
            .split(' ')
            .map((word) => widthOf(word, size, row[at]?.bold) + pad),
        ),
      ),
    ),
  );
  if (even === true) {
    const label = Math.min(wants[0]!, width * 0.22);
    return [label, ...Array.from({ length: count - 1 }, () => (width - label) / (count - 1))];
  }
  const [wanted, needed] = [wants, needs].map((all) => all.reduce((sum, one) => sum + one, 0)) as [
    number,
    number,
  ];
  if (wanted <= width) return wants.map((one) => (one / wanted) * width);
  if (needed >= width) return needs.map((one) => (one / needed) * width);
  const part = (width - needed) / (wanted - needed);
  return wants.map((one, at) => needs[at]! + (one - needs[at]!) * part);
};

/** As large as no word of a heading is broken in columns that are all alike. */
function evenScale({ head = [], scale }: Grid, width: number): number {
  const column = (width * 0.78) / Math.max(1, head.length - 1) - 2 * CELL.side - 2;
  const words = head.slice(1).flatMap(({ text }) => text.slice(0, 200).split(' '));
  const fits = (one: number) => words.every((word) => widthOf(word, sized(SIZE, one)) <= column);
  return [scale, 0.92, 0.84].find((one) => one <= scale && fits(one)) ?? Math.min(scale, 0.84);
}

/** Pieces of a grid; more than one where it is broader than the page, each with the first column again. */
function gridPieces(asked: Grid, width: number, before: number): Piece[] {
  const grid = asked.even ? { ...asked, scale: evenScale(asked, width) } : asked;
  const size = sized(SIZE, grid.scale);
  const count = Math.max(1, grid.head?.length ?? 0, ...grid.rows.map((row) => row.length));
  // Below this a column of figures is not read any more.
  const fit = Math.max(2, Math.floor((width - 140) / (size * 5)) + 1);
  if (count <= fit) return [gridPiece(grid, columnWidths(grid, width), before)];
  const parts = Math.ceil((count - 1) / (fit - 1));
  const each = Math.ceil((count - 1) / parts);
  return Array.from({ length: parts }, (_, nth) => {
    const from = 1 + nth * each;
    const cut = <T>(row: readonly T[]): T[] =>
      row.length < 2 ? [...row] : [row[0]!, ...row.slice(from, from + each)];
    const own: Grid = {
      ...grid,
      head: grid.head === undefined ? undefined : cut(grid.head),
      rows: grid.rows.map(cut),
      left: cut(grid.left),
    };
    return gridPiece(own, columnWidths(own, width), nth === 0 ? before : 10);
  });
}

function gridPiece(grid: Grid, widths: readonly number[], before: number): Piece {
  const { head, rows, left, scale, name, source } = grid;
  const size = sized(SIZE, scale);
  const inner = (at: number, span: number): number =>
    widths.slice(at, at + span).reduce((sum, one) => sum + one, 0) - 2 * CELL.side;
  const made = (row: GridRow, isHead: boolean) => {
    const span = row.length === 1 ? widths.length : 1;
    const cells = row.map(({ text, bold, colour = INK, fill, notes = [] }, at): TableCell => {
      const wide = inner(at, span);
      const align = (left[at] ?? true) || span > 1 ? {} : ({ align: grid.even ? 'ctr' : 'r' } as const);
      const shown: Paragraph = {
        size,
        ...align,
        runs: [
          {
            text: cutTo(text, wide, size, MOST_LINES, bold),
            colour: isHead ? SOFT : colour,
            ...(bold ? { bold } : {}),
          },
        ],
      };
      return {
        paragraphs: [
          shown,
          ...notes.map((note) => plain(cutTo(note, wide, size, 5), size, { colour: SOFT }, { before: 1 })),
        ],
        ...(fill === undefined ? {} : { fill }),
        ...(span > 1 ? { span } : {}),
      };
    });
    const height =
      Math.max(...cells.map(({ paragraphs }, at) => heightOf(paragraphs, inner(at, span)))) +
      2 * CELL.above +
      1;
    return { height, cells, ...(isHead ? { rule: 'head' as const } : {}) };
  };
  const top = head === undefined ? [] : [made(head, true)];
  const lines = rows.map((row) => made(row, false));
  const all = [...top, ...lines];
  const height = all.reduce((sum, row) => sum + row.height, 0);
  return {
    before,
    height,
    ...(source === undefined ? {} : { source }),
    place: (box) => [
      {
        kind: 'table',
        name,
        description: name,
        box: { ...box, height },
        widths,
        rows: all,
        head: head !== undefined,
      },
    ],
    divide(room) {
      let [taken, count] = [top[0]?.height ?? 0, 0];
      while (count < lines.length && taken + lines[count]!.height <= room) taken += lines[count++]!.height;
      // A heading of a group goes with what stands below it.
      while (count > 0 && rows[count - 1]!.length === 1) count--;
      if (count === 0 || count === rows.length || (count < 2 && rows.length > 2)) return undefined;
      return [
        gridPiece({ ...grid, rows: rows.slice(0, count) }, widths, before),
        gridPiece({ ...grid, rows: rows.slice(count) }, widths, before),
      ];
    },
  };
}

const TONES: Readonly<Record<string, Omit<GridCell, 'text'>>> = {
  good: { colour: ACCENT },
  best: { colour: ACCENT, bold: true },
  bad: { colour: WALL },
  worst: { colour: WALL, bold: true },
  warning: { colour: WALL },
  dim: { colour: SOFT },
  strong: { bold: true },
};

const cellOf = (cell: Cell): GridCell =>
  typeof cell === 'string' ? { text: cell } : { text: plainText(cell), ...TONES[cell.tone] };

export function tablePieces(
  { corner = '', columns, groups, legend = [] }: Table,
  width: number,
  scale: number,
  source: string,
): Piece[] {
  const rows = groups.flatMap(({ title = '', rows: own }): GridRow[] => [
    ...(title === '' ? [] : [[{ text: title, bold: true, colour: SOFT }]]),
    ...own.map(({ label, cells, sum }) => [
      { text: label, ...(sum ? { bold: true } : {}) },
      ...cells.map((cell) => ({ ...cellOf(cell), ...(sum ? { bold: true } : {}) })),
    ]),
  ]);
  if (rows.length === 0) return [];
  const pieces = gridPieces(
    {
      name: corner === '' ? 'Table' : corner,
      head: [{ text: corner }, ...columns.map(({ heading }) => ({ text: heading }))],
      rows,
      left: [true, ...columns.map(({ left }) => left === true)],
      scale,
      source,
    },
    width,
    8,
  );
  return [...pieces, ...legendPieces(legend, width, scale)];
}

const legendPieces = (legend: readonly string[], width: number, scale: number): Piece[] => {
  if (legend.length === 0) return [];
  const size = sized(10.5, scale);
  const paragraphs = [{ runs: runsOf({ text: legend.join(' · '), tone: 'dim' }, width, size, 3), size }];
  return [
    {
      before: 4,
      height: heightOf(paragraphs, width),
      place: (box) => [{ kind: 'shape', name: 'Legend', box, paragraphs }],
    },
  ];
};

/** Figures in a table that are the darker the more they are. */
export function heatPieces(
  rows: readonly string[],
  columns: readonly string[],
  cells: readonly (readonly { readonly text: string; readonly share: number }[])[],
  width: number,
  scale: number,
  source: string,
): Piece[] {
  return gridPieces(
    {
      name: 'Heat table',
      head: [{ text: '' }, ...columns.map((text) => ({ text }))],
      rows: rows.map((label, nth) => [
        { text: label },
        ...cells[nth]!.map(
          ({ text, share }): GridCell =>
            share <= 0
              ? { text: '' }
              : {
                  text,
                  fill: { name: 'accent1', tint: 0.12 + 0.5 * share },
                  colour: share > 0.75 ? { name: 'lt1' } : { name: 'dk1' },
                },
        ),
      ]),
      left: [true, ...columns.map(() => false)],
      even: true,
      scale,
      source,
    },
    width,
    8,
  );
}

const twoColumns = (
  name: string,
  rows: readonly GridRow[],
  width: number,
  scale: number,
  before: number,
): Piece[] => {
  const grid = { name, head: undefined, rows, left: [true, true], scale, source: undefined };
  const size = sized(SIZE, scale);
  const label = Math.min(
    150,
    Math.max(...rows.map(([first]) => widthOf(first?.text.slice(0, 60) ?? '', size, true))) + 3 * CELL.side,
  );
  return rows.length === 0 ? [] : [gridPiece(grid, [label, width - label], before)];
};

export const pairsPieces = ({ pairs }: Pairs, width: number, scale: number): Piece[] =>
  twoColumns(
    'Facts',
    pairs.map(([name, text]) => [{ text: name, bold: true }, { text }]),
    width,
    scale,
    8,
  );

/** Items of a few states, the state beside each. */
export const labelledPieces = (
  items: readonly Item[],
  width: number,
  scale: number,
  before: number,
): Piece[] =>
  twoColumns(
    'List',
    items.map((item) => [
      { text: item.label === undefined ? '' : plainText(item.label), bold: true, colour: ACCENT },
      { text: plainText(itemText(item)), notes: (item.notes ?? []).map(({ text }) => plainText(text)) },
    ]),
    width,
    scale,
    before,
  );

export function findingsPieces(all: readonly Finding[], width: number, scale: number): Piece[] {
  if (all.length === 0) return [];
  return gridPieces(
    {
      name: 'Findings',
      head: [{ text: 'severity' }, { text: 'finding' }, { text: 'place' }],
      rows: all.map(({ severity, message, rule, at, count = 1, suggestion, waiver }) => [
        { text: severity, bold: true, ...(severity === 'note' ? {} : { colour: WALL }) },
        {
          text: message,
          notes: [
            ...(suggestion === undefined ? [] : [`To clear it: ${suggestion.text}`]),
            ...(waiver === undefined ? [] : [`Waived by ${waiver.owner}: ${waiver.reason}`]),
          ],
        },
        { text: `${at.file}:${at.line}`, notes: [count > 1 ? `${rule} · ${whole(count)} places` : rule] },
      ]),
      left: [true, true, true],
      scale,
      source: undefined,
    },
    width,
    6,
  );
}
