import { figureFormat } from '../../base/figures.ts';
import { addTo, evenParts } from '../../base/groups.ts';
import { counted, printable } from '../../base/text.ts';
import { measures } from '../../measures/index.ts';
import {
  type Cell,
  dim,
  list,
  listIfAny,
  type Part,
  type RowGroup,
  strong,
  table,
  text,
  together,
  toned,
} from '../../render/block.ts';
import type { View } from '../../render/format.ts';
import type { Sweep, SweepRow } from '../../schema/documents/sweep.ts';
import { shownFigure } from '../answer/figures-in-words.ts';
import { organisationBlock } from '../organisation-blocks.ts';
import { qualityPart } from '../quality-blocks.ts';
import { BEST, FIXED, status } from '../report/marks.ts';

/** Narrowest column: `12 to hire` fits. */
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
function groupOf(sweep: Sweep, rows: readonly SweepRow[], title: string): RowGroup {
  const today = sweep.others.find(({ id }) => id === 'as-is')!;
  const shown = [today, ...rows];
  const figures = measures
    .filter(({ id }) => isMain(id) && id in today.measures)
    .map(({ id, label, unit }) => {
      // One format for all tables of the sweep, for the figures to be compared between them.
      const format = figureFormat(
        [today, ...sweep.rows].map((one) => shownFigure(one.measures[id])),
        unit,
      );
      const isBest = (at: number) => at > 0 && (rows[at - 1]!.best[id]?.includes(sweep.design.id) ?? false);
      return {
        label,
        cells: shown.map((one, at): Cell => {
          const measure = one.measures[id];
          if (measure === undefined) return '';
          const figure = `${isBest(at) ? BEST : ''}${format(shownFigure(measure))}${measure.byConstruction ? FIXED : ' '}`;
          return isBest(at) ? toned('best', figure) : figure;
        }),
      };
    });
  return { title, rows: [{ label: 'Status', words: true, cells: shown.map(status) }, ...figures] };
}

const widthIn = (cell: Cell): number => (typeof cell === 'string' ? cell : cell.text).length;

/** Tables with a column for each value of the last option, one below the other for each value of the first of two. */
function tables(sweep: Sweep): readonly Part[] {
  const inner = sweep.sweep.at(-1)!;
  const outer = sweep.sweep.length > 1 ? sweep.sweep[0]! : undefined;
  const heading = ({ values }: SweepRow) => printable(String(values[inner.option] ?? '–'));
  const width = Math.max(
    NARROWEST_COLUMN,
    ...groupOf(sweep, sweep.rows, '').rows.flatMap(({ cells, words }) =>
      words ? [] : cells.map((cell) => widthIn(cell) + 1),
    ),
    ...sweep.rows.map((row) => heading(row).length + 1),
  );
  return evenParts(sweep.rows, inner.values.length).map((rows) => {
    const above =
      outer === undefined
        ? ''
        : `${outer.option} = ${printable(String(rows[0]!.values[outer.option] ?? '–'))}, `;
    return table(['as-is', ...rows.map(heading)], [groupOf(sweep, rows, `${above}${inner.option} =`)], {
      divides: { repeat: 1, width },
    });
  });
}

const described = ({ values }: SweepRow): string =>
  Object.entries(values)
    .map(([option, value]) => `${option} = ${value}`)
    .join(', ');

/** Why a design is impossible, once for all values for which the reason is the same. */
function impossible({ rows }: Sweep): Part {
  const reasons = new Map<string, string[]>();
  for (const row of rows) if (row.reason !== undefined) addTo(reasons, row.reason, described(row));
  const said = [...reasons].map(([reason, where]) => `Not possible with ${where.join('; ')}: ${reason}`);
  return listIfAny(said);
}

const legend = (sweep: Sweep): string => {
  const figures = [...sweep.rows, ...sweep.others].flatMap((one) => Object.values(one.measures));
  return [
    ...(sweep.rows.some(({ best }) => Object.values(best).some((ids) => ids.includes(sweep.design.id)))
      ? [`${BEST} best of all designs with this value (of change: as-is aside)`]
      : []),
    ...(figures.some(({ byConstruction }) => byConstruction)
      ? [`${FIXED} fixed by the design's definition`]
      : []),
    ...(figures.some(({ shown }) => shown === 'revenue')
      ? ['what customers meet counts by their revenue']
      : []),
    'every measure in --format json',
  ].join('; ');
};

/** What trying an option gives. */
export const sweepBlocks = (sweep: Sweep, { quiet }: View): readonly Part[] => {
  const tried = sweep.sweep
    .map(({ option, values }) => `${counted(values.length, 'value')} of ${option}`)
    .join(' times ');
  const set = sweep.input.set === undefined ? '' : ` Set beside the file: ${sweep.input.set.join(', ')}.`;
  return [
    qualityPart(sweep.quality),
    together(organisationBlock(sweep.organisation), text(`${sweep.design.name}, ${tried} tried.${set}`)),
    ...tables(sweep),
    text(dim(legend(sweep))),
    impossible(sweep),
    !quiet && list(sweep.summary, { title: strong('Where the best design changes') }),
  ];
};
