import { evenParts } from '../base/groups.ts';
import { printable } from '../base/text.ts';
import { widthOf, wrapped } from '../base/width.ts';
import {
  type Cell,
  type Column,
  plainText,
  type Row,
  type RowGroup,
  shownOf,
  type Table as TableBlock,
  toneOf,
} from './block.ts';
import { layout, packed } from './table-layout.ts';
import { hanging, moreOf, type Style, withTone } from './table-text.ts';

/** A row whose cells are not yet painted. */
interface DrawnRow {
  readonly label: string;
  readonly cells: readonly string[];
  /** Words may be broken over lines, figures not. */
  readonly words: boolean;
  painted(text: string, column: number): string;
}

interface DrawnGroup {
  /** Empty for rows that stand above all others. */
  readonly title: string;
  readonly rows: readonly DrawnRow[];
}

/** A line of a table: what stands in each column, one below the other, and on which side. */
interface DrawnCell {
  readonly lines: readonly string[];
  readonly width: number;
  readonly left: boolean;
  paint(text: string): string;
}

const padded = ({ lines, width, left, paint }: DrawnCell, at: number): string => {
  const text = lines[at] ?? '';
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  const shown = text === '' ? '' : paint(text);
  return left ? shown + space : space + shown;
};

const rowLines = (cells: readonly DrawnCell[]): string[] =>
  Array.from({ length: Math.max(...cells.map(({ lines }) => lines.length)) }, (_, at) =>
    cells
      .map((cell) => padded(cell, at))
      .join('')
      .trimEnd(),
  );

const indentOf = ({ title }: DrawnGroup): string => (title === '' ? '' : '  ');

/** The lines of a table, as roomy as the terminal allows. */
const draw = (
  columns: readonly Column[],
  groups: readonly DrawnGroup[],
  { columns: places, paint }: Style,
  { corner = '', plain = false }: { readonly corner?: string; readonly plain?: boolean } = {},
): string[] => {
  const rows = groups.flatMap((group) =>
    group.rows.map((row) => ({ ...row, label: indentOf(group) + row.label })),
  );
  const { labelWidth, widths, gap, narrow } = layout(
    [corner, ...rows.map(({ label }) => label)],
    columns.map(({ heading }, column) => ({
      words: [heading, ...rows.filter((row) => row.words).map((row) => row.cells[column] ?? '')],
      figures: rows.filter((row) => !row.words).map((row) => row.cells[column] ?? ''),
    })),
    places,
  );
  const cell = (text: string, column: number, painted: (text: string) => string): DrawnCell => {
    const left = columns[column]?.left === true;
    const width = widths[column]!;
    const lines =
      narrow && widthOf(text) > width
        ? packed(text, width).flatMap((piece) => wrapped(piece, width))
        : [text];
    return {
      // What stands on the left would else touch the column before it.
      lines: left ? lines.map((line) => ' '.repeat(gap) + line) : lines,
      width: width + gap,
      left,
      paint: painted,
    };
  };
  const labelled = (lines: readonly string[], painted: (text: string) => string): DrawnCell => ({
    lines,
    width: labelWidth,
    left: true,
    paint: painted,
  });
  const line = paint.dim('─'.repeat(labelWidth + widths.reduce((sum, width) => sum + gap + width, 0)));
  const rule = plain ? [] : [line];
  return [
    ...rowLines([
      labelled(hanging('', corner, labelWidth), paint.bold),
      ...columns.map(({ heading }, column) => cell(heading, column, paint.bold)),
    ]),
    ...rule,
    ...groups.flatMap((group, at) => [
      ...(group.title === '' ? [] : hanging('', group.title, places).map((line) => paint.bold(line))),
      ...group.rows.flatMap(({ label, cells, painted }) =>
        rowLines([
          labelled(hanging(indentOf(group), label, labelWidth), (text) => text),
          ...cells.map((text, column) => cell(text, column, (line) => painted(line, column))),
        ]),
      ),
      ...(group.title === '' && at < groups.length - 1 ? rule : []),
    ]),
    ...rule,
  ];
};

const safe = (cell: Cell): string => printable(plainText(cell));

/** The higher, the better. */
const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const BAR = new RegExp(`[${BARS.join('')} ]$`);
const barOf = (share: number | null | undefined): string =>
  share === null || share === undefined ? ' ' : BARS[Math.round(share * (BARS.length - 1))]!;

const drawnRow = (
  { label, cells, words = false, shares }: Row,
  bars: boolean,
  { paint }: Style,
): DrawnRow => ({
  label,
  cells: cells.map((cell, at) => (bars ? safe(cell) + barOf(shares?.[at]) : safe(cell))),
  words,
  painted: (text, column) => {
    const tone = toneOf(cells[column] ?? '');
    // The bar in one colour, whatever is said of the figure.
    return bars && BAR.test(text)
      ? withTone(text.slice(0, -1), tone, paint) + paint.blue(text.slice(-1))
      : withTone(text, tone, paint);
  },
});

/** Width kept for the labels of a table that divides. */
const LABELS = 18;

/** The numbers of the columns of each table that one becomes where it is too wide. */
const divided = ({ columns, divides }: TableBlock, places: number): number[][] => {
  const all = [...columns.keys()];
  if (divides === undefined) return [all];
  const side = Math.max(1, Math.floor((places - LABELS) / divides.width) - divides.repeat);
  const again = all.slice(0, divides.repeat);
  return evenParts(all.slice(divides.repeat), side).map((some) => [...again, ...some]);
};

/** The groups with as many rows in all as the limit allows, and the rows that sum up the others. */
const cut = (
  groups: readonly RowGroup[],
  limit: TableBlock['limit'],
): { readonly groups: readonly RowGroup[]; readonly left: number } => {
  const count = groups.flatMap(({ rows }) => rows.filter(({ sum }) => !sum)).length;
  const shown = shownOf(count, limit);
  let room = shown;
  return {
    groups: groups.map((group) => ({ ...group, rows: group.rows.filter(({ sum }) => sum || room-- > 0) })),
    left: count - shown,
  };
};

/** A table as a block, one below the other where it divides; groups without rows are left out. */
export const drawTable = (block: TableBlock, style: Style): string[] => {
  const figures = drawWith(block, false, style);
  if (style.bars !== true || !block.groups.some(({ rows }) => rows.some(({ shares }) => shares)))
    return figures;
  // Bars stand where they cost no line, and nothing reaches over the edge.
  const lines = drawWith(block, true, style);
  const fits =
    lines.length === figures.length && lines.every((line) => widthOf(stripped(line)) <= style.columns);
  return fits ? lines : figures;
};

const stripped = (line: string): string => line.replace(/\u001b\[[\d;]*m/g, '');

const drawWith = (block: TableBlock, bars: boolean, style: Style): string[] => {
  const { corner = '', columns, limit, legend = [], plain = false } = block;
  const { groups, left } = cut(block.groups, limit);
  const filled = groups.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return [];
  const tables = divided(block, style.columns).map((numbers) =>
    draw(
      numbers.map((at) => ({ ...columns[at]!, heading: printable(columns[at]!.heading) })),
      filled.map(({ title = '', rows }) => ({
        title: printable(title),
        rows: rows.map((row) =>
          drawnRow({ ...row, cells: numbers.map((at) => row.cells[at] ?? '') }, bars, style),
        ),
      })),
      style,
      { corner: printable(corner), plain },
    ),
  );
  return [
    ...tables.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines])),
    ...moreOf(left, limit, '  ', style),
    ...(legend.length === 0
      ? []
      : hanging('', legend.join('; '), style.columns).map((line) => style.paint.dim(line))),
  ];
};
