import { counted } from '../../base/text.ts';
import { hanging, type Style } from '../../render/table-text.ts';
import { draw as drawColumns } from '../../render/terminal-table.ts';
import type { Report } from '../../schema/documents/report.ts';
import { BEST, FIXED, type Group, groupsOf } from './table-rows.ts';

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

/** A table of figures, with a column for each heading. */
export const draw = (headings: readonly string[], groups: readonly Group[], style: Style): string[] =>
  drawColumns(
    headings.map((heading) => ({ heading })),
    groups,
    style,
  );

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
