import { type Colour, INK, type Paragraph, plain, SOFT, type TableCell } from './element.ts';
import { cutTo, heightOf, widthOf } from './measured.ts';
import { type Piece, sized } from './piece.ts';
import { CELL } from './table-xml.ts';

export const SIZE = 12;
/** Lines of one cell. */
const MOST_LINES = 9;
const MOST_OF_HEAD = 4;
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

export interface GridCell {
  readonly text: string;
  readonly bold?: boolean;
  readonly colour?: Colour;
  readonly fill?: Colour;
  /** Further paragraphs below it, softer. */
  readonly notes?: readonly string[];
}

export type GridRow = readonly GridCell[];

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
export function gridPieces(asked: Grid, width: number, before: number): Piece[] {
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

export function gridPiece(grid: Grid, widths: readonly number[], before: number): Piece {
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
            text: cutTo(text, wide, size, isHead ? MOST_OF_HEAD : MOST_LINES, bold),
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
