import Table from 'cli-table3';
import { printable } from '../base/text.ts';
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
import { breakable, layout } from './table-layout.ts';
import { hanging, moreOf, type Style, withTone } from './table-text.ts';

/** A row whose cells are not yet painted. */
export interface DrawnRow {
  readonly label: string;
  readonly cells: readonly string[];
  /** Words may be broken over lines, figures not. */
  readonly words: boolean;
  painted(text: string, column: number): string;
}

export interface DrawnGroup {
  /** Empty for rows that stand above all others. */
  readonly title: string;
  readonly rows: readonly DrawnRow[];
}

const NO_BORDER = Object.fromEntries(
  ['top', 'bottom', 'left', 'mid', 'right', 'middle', 'top-mid', 'top-left', 'top-right', 'bottom-mid']
    .concat(['bottom-left', 'bottom-right', 'left-mid', 'mid-mid', 'right-mid'])
    .map((name) => [name, '']),
);

const indentOf = ({ title }: DrawnGroup): string => (title === '' ? '' : '  ');

/** The lines of a table, as roomy as the terminal allows. */
export const draw = (
  columns: readonly Column[],
  groups: readonly DrawnGroup[],
  { columns: places, paint }: Style,
  corner = '',
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
  const inColumn = (text: string, column: number): string => {
    const lines = narrow && text.length > widths[column]! ? breakable(text) : [text];
    // What stands on the left would else touch the column before it.
    return (columns[column]?.left ? lines.map((line) => ' '.repeat(gap) + line) : lines).join('\n');
  };
  const span = widths.length + 1;
  const total = labelWidth + widths.reduce((sum, width) => sum + gap + width, 0);
  const rule: Table.Cell[] = [{ colSpan: span, content: paint.dim('─'.repeat(total)) }];
  const table = new Table({
    chars: NO_BORDER,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: [labelWidth, ...widths.map((width) => width + gap)],
    colAligns: ['left', ...columns.map(({ left }) => (left ? ('left' as const) : ('right' as const)))],
  });
  table.push(
    [paint.bold(corner), ...columns.map(({ heading }, column) => paint.bold(inColumn(heading, column)))],
    rule,
  );
  groups.forEach((group, at) => {
    if (group.title !== '') table.push([{ colSpan: span, content: paint.bold(group.title) }]);
    for (const { label, cells, painted } of group.rows) {
      table.push([
        hanging(indentOf(group), label, labelWidth).join('\n'),
        ...cells.map((text, column) => painted(inColumn(text, column), column)),
      ]);
    }
    if (group.title === '' && at < groups.length - 1) table.push(rule);
  });
  table.push(rule);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
};

const safe = (cell: Cell): string => printable(plainText(cell));

const drawnRow = ({ label, cells, words = false }: Row, { paint }: Style): DrawnRow => ({
  label,
  cells: cells.map(safe),
  words,
  painted: (text, column) => withTone(text, toneOf(cells[column] ?? ''), paint),
});

/** As few parts as hold the list, of about the same length, none longer than `size`. */
const parts = <T>(list: readonly T[], size: number): T[][] => {
  const even = Math.ceil(list.length / Math.ceil(list.length / size));
  return Array.from({ length: Math.ceil(list.length / even) }, (_, at) =>
    list.slice(at * even, (at + 1) * even),
  );
};

/** Width kept for the labels of a table that divides. */
const LABELS = 18;

/** The numbers of the columns of each table that one becomes where it is too wide. */
const divided = ({ columns, divides }: TableBlock, places: number): number[][] => {
  const all = [...columns.keys()];
  if (divides === undefined) return [all];
  const side = Math.max(1, Math.floor((places - LABELS) / divides.width) - divides.repeat);
  const again = all.slice(0, divides.repeat);
  return parts(all.slice(divides.repeat), side).map((some) => [...again, ...some]);
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
  const { corner = '', columns, limit, legend = [] } = block;
  const { groups, left } = cut(block.groups, limit);
  const filled = groups.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return [];
  const tables = divided(block, style.columns).map((numbers) =>
    draw(
      numbers.map((at) => ({ ...columns[at]!, heading: printable(columns[at]!.heading) })),
      filled.map(({ title = '', rows }) => ({
        title: printable(title),
        rows: rows.map((row) => drawnRow({ ...row, cells: numbers.map((at) => row.cells[at] ?? '') }, style)),
      })),
      style,
      printable(corner),
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
