import { figureFormat, whole } from '../../base/figures.ts';
import { addTo, countsOf } from '../../base/groups.ts';
import { type Row, toned } from '../../render/block.ts';
import type { Diff, DiffReport } from '../../schema/documents/diff.ts';
import { unitInFull } from './section.ts';

/** A table of figures. */
interface Figures {
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
}

interface Change {
  readonly before: number | null;
  readonly after: number | null;
}

const isSame = ({ before, after }: Change): boolean => before === after;

/** With its sign, so that a fall reads as one. */
function signed(change: number, text: (size: number) => string): string {
  if (change === 0) return '';
  return `${change > 0 ? '+' : '-'}${text(Math.abs(change))}`;
}

const SMALLEST_POINT = 0.5;

const points = (size: number): string =>
  size * 100 < SMALLEST_POINT
    ? '<1 pt'
    : `${whole(size * 100)} ${Math.round(size * 100) === 1 ? 'pt' : 'pts'}`;

/** How large both are, a line each. */
export function totalRows({ totals }: Diff): Figures {
  const row = (label: string, change: Change): Row => {
    const { before, after } = change;
    const format = figureFormat([before, after], '');
    const shown = (value: number | null) =>
      value === null ? '–' : label === COST ? whole(value) : format(value);
    const difference =
      before === null || after === null
        ? ''
        : signed(after - before, (size) => shown(Number(size.toFixed(6))));
    return { label: label === COST ? cost : label, cells: [shown(before), shown(after), difference] };
  };
  const COST = 'Cost a year';
  const cost = totals.currency === null ? COST : `${COST}, ${totals.currency}`;
  const open = totals.vacantSeats.before + totals.vacantSeats.after > 0;
  return {
    headings: ['before', 'after', 'change'],
    rows: [
      row('People', totals.people),
      row('Seats', totals.seats),
      ...(open ? [row('Open seats', totals.vacantSeats)] : []),
      row('Fte', totals.fte),
      row(COST, totals.costPerYear),
      row('Lead seats', totals.managers),
      row('Departments', totals.departments),
      row('Customers', totals.customers),
    ],
  };
}

const arrow = (change: Change): string => {
  const format = figureFormat([change.before, change.after], '');
  const shown = (value: number | null) => (value === 0 ? '0' : format(value));
  return isSame(change) ? shown(change.after) : `${shown(change.before)} → ${shown(change.after)}`;
};

/** The units whose members differ, and the sum over all units. */
export function unitRows({ units, totals }: Diff): Figures & { readonly same: number } {
  const different = units.figures.filter(
    ({ people, seats, fte, costPerYear }) => ![people, seats, fte, costPerYear].every(isSame),
  );
  const costs = totals.costReason === undefined;
  const namesakes = countsOf(different.map(({ unit }) => unit.name));
  const cells = ({ people, seats, fte, costPerYear }: Omit<Diff['units']['figures'][number], 'unit'>) => [
    arrow(people),
    arrow(seats),
    arrow(fte),
    ...(costs ? [arrow(costPerYear)] : []),
  ];
  return {
    headings: ['people', 'seats', 'fte', ...(costs ? ['cost a year'] : [])],
    rows: [
      ...different.map((figures) => ({
        label: namesakes.get(figures.unit.name) === 1 ? figures.unit.name : unitInFull(figures.unit),
        cells: cells(figures),
      })),
      ...(different.length > 0 ? [{ label: 'All units', cells: cells(totals), sum: true }] : []),
    ],
    same: units.figures.length - different.length,
  };
}

const VERDICTS = {
  better: toned('good', 'better'),
  worse: toned('bad', 'worse'),
  different: '',
  same: '',
  'not-compared': 'not compared',
} as const;

/** Marks a figure that a design fixes by its definition. */
export const FIXED = '=';

/** The figures that the table shows: by revenue where the summary goes by it. */
const shownOf = (measure: Diff['measures'][number]) => measure.byRevenue ?? measure;

/** Whether two figures that differ cannot be told apart at the digits shown. */
function readsTheSame(measure: Diff['measures'][number]): boolean {
  const { unit, verdict } = measure;
  const { before, after, difference } = shownOf(measure);
  if (verdict === 'not-compared' || difference === null) return false;
  const format = figureFormat([before, after], unit);
  return format(before) === format(after);
}

/** Measures that differ at the digits shown, or could not be compared. */
export function measureRows({ measures }: Diff): Figures & { readonly same: number } {
  const different = measures.filter((measure) => measure.verdict !== 'same' && !readsTheSame(measure));
  return {
    headings: ['before', 'after', 'change', ''],
    rows: different.map((measure) => {
      const { label, unit, verdict, byConstruction } = measure;
      const { before, after, difference } = shownOf(measure);
      const format = figureFormat([before, after], unit);
      const change = difference === null ? '' : signed(difference, unit === 'fraction' ? points : format);
      // What rounds to nothing is no gain that a reader could see.
      const nothing = change !== '' && (change.includes('<') || !/[1-9]/.test(change));
      const told = nothing ? 'different' : verdict;
      return {
        label: label + (byConstruction ? ` ${FIXED}` : ''),
        cells: [format(before), format(after), nothing ? '' : change, VERDICTS[told]],
      };
    }),
    same: measures.length - different.length,
  };
}

/** Of the measures of change those that do not stand in the totals as well, in the column of the change. */
export const changeRows = ({ change }: Diff): Row[] =>
  change
    .filter(({ id }) => id !== 'change.newSeats' && id !== 'change.costPerYear')
    .map(({ label, unit, value }) => ({
      label,
      cells: ['', '', figureFormat([value], unit)(value)],
    }));

/** Why figures are not called better or worse: each reason once, with the figures it holds for. */
export function untoldReasons({ measures }: Diff): string[] {
  const reasons = new Map<string, string[]>();
  for (const { reason, label } of measures) if (reason !== undefined) addTo(reasons, reason, label);
  return [...reasons].map(([reason, labels]) => {
    const why = labels.length > 1 ? reason.replace('behind it are', 'behind them are') : reason;
    return `Not compared: ${labels.join(', ')}. ${why}`;
  });
}

/** What a side is called: its file, and the design where it is one. */
export const sideName = ({ file, design }: DiffReport['before']): string =>
  design === undefined ? file : `${file}, ${design.name.toLowerCase()}`;
