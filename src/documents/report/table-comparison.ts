import Table from 'cli-table3';
import { counted } from '../../base/text.ts';
import { breakable, layout } from '../../render/table-layout.ts';
import { hanging, type Style } from '../../render/table-text.ts';
import type { Report } from '../../schema/documents/report.ts';
import { BEST, FIXED, type Group, groupsOf } from './table-rows.ts';

const NO_BORDER = Object.fromEntries(
  ['top', 'bottom', 'left', 'mid', 'right', 'middle', 'top-mid', 'top-left', 'top-right', 'bottom-mid']
    .concat(['bottom-left', 'bottom-right', 'left-mid', 'mid-mid', 'right-mid'])
    .map((name) => [name, '']),
);

/** Why figures that look better are not marked so: reasons of the comparison, with how many figures each holds for. */
const caution = (report: Report, { paint, columns }: Style): string[] => {
  const counts = new Map<string, number>();
  for (const { reason } of Object.values(report.comparison))
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].flatMap(([reason, count]) => {
    const text = `${counted(count, 'figure', 'figures')} below ${count === 1 ? 'names' : 'name'} no winner: ${reason[0]!.toLowerCase()}${reason.slice(1)}`;
    return hanging(
      '',
      text.replace('behind it are', `behind ${count === 1 ? 'it' : 'them'} are`),
      columns,
    ).map((line) => paint.yellow(line));
  });
};

const legend = (report: Report, { columns, paint }: Style): string[] => {
  const figures = report.designs.flatMap(({ measures }) => Object.values(measures));
  const parts = [
    ...(Object.values(report.comparison).some(({ best }) => best.length > 0)
      ? [`${BEST} best of these designs (of change: as-is aside)`]
      : []),
    ...(figures.some(({ byConstruction }) => byConstruction)
      ? [`${FIXED} fixed by the design's definition`]
      : []),
    ...(figures.some(({ value }) => value === null) ? ['– cannot be measured'] : []),
    'orgdesign explain tells what each figure means',
  ];
  return hanging('', parts.join('; '), columns).map((line) => paint.dim(line));
};

const indent = ({ title }: Group): string => (title === '' ? '' : '  ');

/** A table of figures, with a column for each heading. */
export const draw = (
  headings: readonly string[],
  groups: readonly Group[],
  { columns, paint }: Style,
): string[] => {
  const rows = groups.flatMap((group) =>
    group.rows.map((row) => ({ ...row, label: indent(group) + row.label })),
  );
  const { labelWidth, widths, gap, narrow } = layout(
    rows.map(({ label }) => label),
    headings.map((text, design) => ({
      words: [text, ...rows.filter((row) => row.words).map((row) => row.cells[design] ?? '')],
      figures: rows.filter((row) => !row.words).map((row) => row.cells[design] ?? ''),
    })),
    columns,
  );
  const inColumn = (text: string, design: number): string =>
    narrow && text.length > widths[design]! ? breakable(text).join('\n') : text;
  const span = widths.length + 1;
  const total = labelWidth + widths.reduce((sum, width) => sum + gap + width, 0);
  const rule: Table.Cell[] = [{ colSpan: span, content: paint.dim('─'.repeat(total)) }];
  const table = new Table({
    chars: NO_BORDER,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: [labelWidth, ...widths.map((width) => width + gap)],
    colAligns: ['left', ...widths.map(() => 'right' as const)],
  });
  table.push(['', ...headings.map((text, design) => paint.bold(inColumn(text, design)))], rule);
  for (const group of groups) {
    if (group.title !== '') table.push([{ colSpan: span, content: paint.bold(group.title) }]);
    for (const { label, cells, painted } of group.rows) {
      table.push([
        hanging(indent(group), label, labelWidth).join('\n'),
        ...cells.map((text, design) => painted(inColumn(text, design), design)),
      ]);
    }
    if (group.title === '') table.push(rule);
  }
  table.push(rule);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
};

/** The figures of all designs side by side. */
export const comparison = (report: Report, style: Style): string[] => [
  ...caution(report, style),
  ...draw(
    report.designs.map(({ id }) => id),
    groupsOf(report, style),
    style,
  ),
  ...legend(report, style),
];
