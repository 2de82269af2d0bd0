import { Chalk } from 'chalk';
import { figureFormat } from '../../base/figures.ts';
import { counted, printable } from '../../base/text.ts';
import { measures } from '../../measures/index.ts';
import type { RenderOptions } from '../../render/format.ts';
import { bullet, hanging, type Style } from '../../render/table-text.ts';
import type { Sweep, SweepRow } from '../../schema/documents/sweep.ts';
import { draw } from '../report/table-comparison.ts';
import { facing } from '../report/table-header.ts';
import { BEST, FIXED, type Group, type Row, status } from '../report/table-rows.ts';

const NARROWEST = 80;
/** Width kept for the labels. */
const LABELS = 18;
/** Narrowest column: `hires 12` fits. */
const NARROWEST_COLUMN = 8;

/** The measures of the table, by the beginning of their id; the JSON has all. */
const MAIN = [
  'silos.effective',
  'handoffs.perJourney',
  'expertise.',
  'teams.belowMinimum',
  'spans.',
  'cover.',
  'change.',
] as const;

const isMain = (id: string): boolean => MAIN.some((start) => id.startsWith(start));

/** Today beside some rows: status, then the main measures. */
function groupOf(sweep: Sweep, rows: readonly SweepRow[], title: string, { paint }: Style): Group {
  const today = sweep.others.find(({ id }) => id === 'as-is')!;
  const shown = [today, ...rows];
  const statusRow: Row = {
    label: 'Status',
    words: true,
    cells: shown.map(status),
    painted: (text) => text,
  };
  const figures = measures
    .filter(({ id }) => isMain(id) && id in today.measures)
    .map(({ id, label, unit }): Row => {
      // One format for all tables of the sweep, for the figures to be compared between them.
      const format = figureFormat(
        [today, ...sweep.rows].map((one) => one.measures[id]?.value ?? null),
        unit,
      );
      const isBest = (at: number) => at > 0 && (rows[at - 1]!.best[id]?.includes(sweep.design.id) ?? false);
      return {
        label,
        words: false,
        cells: shown.map((one, at) => {
          const measure = one.measures[id];
          if (measure === undefined) return '';
          return `${isBest(at) ? BEST : ''}${format(measure.value)}${measure.byConstruction ? FIXED : ' '}`;
        }),
        painted: (text, at) => (isBest(at) ? paint.bold.green(text) : text),
      };
    });
  return { title, rows: [statusRow, ...figures] };
}

/** As few parts as hold the list, of about the same length, none longer than `size`. */
const parts = <T>(list: readonly T[], size: number): T[][] => {
  const even = Math.ceil(list.length / Math.ceil(list.length / size));
  return Array.from({ length: Math.ceil(list.length / even) }, (_, at) =>
    list.slice(at * even, (at + 1) * even),
  );
};

/** Tables with a column for each value of the last option, one below the other for each value of the first of two. */
function tables(sweep: Sweep, style: Style): string[][] {
  const inner = sweep.sweep.at(-1)!;
  const outer = sweep.sweep.length > 1 ? sweep.sweep[0]! : undefined;
  const heading = ({ values }: SweepRow) => printable(String(values[inner.option]));
  const widest = Math.max(
    NARROWEST_COLUMN,
    ...groupOf(sweep, sweep.rows, '', style).rows.flatMap(({ cells, words }) =>
      words ? [] : cells.map((cell) => cell.length + 1),
    ),
    ...sweep.rows.map((row) => heading(row).length + 1),
  );
  const side = Math.max(1, Math.floor((style.columns - LABELS) / widest) - 1);
  return parts(sweep.rows, inner.values.length).flatMap((block) => {
    const above =
      outer === undefined ? '' : `${outer.option} = ${printable(String(block[0]!.values[outer.option]))}, `;
    return parts(block, side).map((rows) =>
      draw(
        ['as-is', ...rows.map(heading)],
        [groupOf(sweep, rows, `${above}${inner.option} =`, style)],
        style,
      ),
    );
  });
}

const described = ({ values }: SweepRow): string =>
  Object.entries(values)
    .map(([option, value]) => `${option} = ${value}`)
    .join(', ');

/** Why a design is impossible, once for all values for which the reason is the same. */
function impossible({ rows }: Sweep, style: Style): string[] {
  const reasons = new Map<string, string[]>();
  for (const row of rows)
    if (row.reason !== undefined)
      reasons.set(row.reason, [...(reasons.get(row.reason) ?? []), described(row)]);
  return [...reasons].flatMap(([reason, where]) =>
    bullet(`Not possible with ${where.join('; ')}: ${reason}`, style),
  );
}

const legend = (sweep: Sweep, { columns, paint }: Style): string[] => {
  const figures = [...sweep.rows, ...sweep.others].flatMap((one) => Object.values(one.measures));
  const parts = [
    ...(sweep.rows.some(({ best }) => Object.values(best).some((ids) => ids.includes(sweep.design.id)))
      ? [`${BEST} best of all designs with this value (of change: as-is aside)`]
      : []),
    ...(figures.some(({ byConstruction }) => byConstruction)
      ? [`${FIXED} fixed by the design's definition`]
      : []),
    'every measure in --format json',
  ];
  return hanging('', parts.join('; '), columns).map((line) => paint.dim(line));
};

/** What trying an option gives, for a reader at a terminal. */
export const renderSweepTable = (sweep: Sweep, { columns, color, quiet }: RenderOptions): string => {
  const style: Style = { columns: Math.max(columns, NARROWEST), paint: new Chalk({ level: color ? 1 : 0 }) };
  const tried = sweep.sweep
    .map(({ option, values }) => `${counted(values.length, 'value')} of ${option}`)
    .join(' times ');
  const set = sweep.input.set === undefined ? '' : ` Set beside the file: ${sweep.input.set.join(', ')}.`;
  const sections = [
    [
      ...facing(sweep.organisation, style),
      ...hanging('', `${sweep.design.name}, ${tried} tried.${set}`, style.columns),
    ],
    ...tables(sweep, style),
    legend(sweep, style),
    impossible(sweep, style),
    quiet
      ? []
      : [
          style.paint.bold('Where the best design changes'),
          ...sweep.summary.flatMap((text) => bullet(text, style)),
        ],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
};
