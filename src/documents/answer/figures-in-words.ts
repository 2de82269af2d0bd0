import { brief, percent, whole } from '../../base/figures.ts';
import { compact } from '../../base/grouped.ts';
import { measures } from '../../measures/index.ts';
import { shownValue } from '../../measures/measure.ts';
import type { ReportedMeasure } from '../../schema/documents/measure.ts';

/** A figure as an executive reads it: no more digits than are known. */
export const figureInWords = (value: number, unit: string): string => {
  if (unit === 'fraction') return percent(value);
  return Math.abs(value) >= 10_000 ? compact(value, 2) : Math.abs(value) >= 100 ? whole(value) : brief(value);
};

const counted = (text: string, one: string, many = `${one}s`): string =>
  `${text} ${text === '1' ? one : many}`;

/** One measure as it is told in the answer. */
interface InWords {
  /** Of its row in the table of options. */
  readonly row: string;
  /** What becomes of it, from two figures in words. */
  sentence(then: string, today: string): string;
}

/** Measures that the answer tells, in the order in which they matter to a customer, then to people. */
const IN_WORDS: Readonly<Record<string, InWords>> = {
  'silos.count': {
    row: 'Departments a customer meets',
    sentence: (then, today) => `A customer deals with ${counted(then, 'department')} instead of ${today}.`,
  },
  'handoffs.betweenTeams': {
    row: 'Hand-offs between teams',
    sentence: (then, today) =>
      then === '0'
        ? `The work never goes to another team, today ${counted(today, 'time')}.`
        : `The work goes to another team ${counted(then, 'time')} instead of ${today}.`,
  },
  'handoffs.perJourney': {
    row: 'Hand-offs between units',
    sentence: (then, today) =>
      then === '0'
        ? `The work never goes to another unit, today ${counted(today, 'time')}.`
        : `The work goes to another unit ${counted(then, 'time')} instead of ${today}.`,
  },
  'journey.accountableShare': {
    row: 'Work under one head',
    sentence: (then, today) => `One head answers for ${then} of the work, today ${today}.`,
  },
  'journey.mainContactKept': {
    row: 'Main contact kept',
    sentence: (then, today) =>
      `A customer keeps the main contact in ${then} of phase changes, today ${today}.`,
  },
  'escalation.distance': {
    row: 'Levels to settle a dispute',
    sentence: (then, today) =>
      `A dispute goes up ${counted(then, 'level')} before one head decides, today ${today}.`,
  },
  'focus.customerGroups': {
    row: 'Customer groups a unit serves',
    sentence: (then, today) => `A unit works for ${counted(then, 'kind')} of customers, today ${today}.`,
  },
  'expertise.fragmentation': {
    row: 'Spread of each skill (units)',
    sentence: (then, today) => `Each skill is spread over ${counted(then, 'unit')}, today ${today}.`,
  },
  'work.poolingLoss': {
    row: 'Staff for the same service',
    sentence: (then, today) =>
      `Divided skills take ${counted(then, 'more person', 'more people')} for the same service, today ${today}.`,
  },
  'work.waiting': {
    row: 'Hours a step waits',
    sentence: (then, today) => `A step waits ${counted(then, 'hour')} before it starts, today ${today}.`,
  },
  'cover.singleHolders': {
    row: 'Skills on one person',
    sentence: (then, today) => `Skills that hang on one person: ${then}, today ${today}.`,
  },
  'initiatives.sources': {
    row: 'Units that approach a customer',
    sentence: (then, today) => `${counted(then, 'unit')} may approach one customer, today ${today}.`,
  },
  'reporting.dualConflicts': {
    row: 'People with two equal bosses',
    sentence: (then, today) => `People with two bosses of equal say: ${then}, today ${today}.`,
  },
  'teams.belowMinimum': {
    row: 'Teams too small',
    sentence: (then, today) => `Teams that are too small: ${then}, today ${today}.`,
  },
  'layers.count': {
    row: 'Management levels',
    sentence: (then, today) => `${counted(then, 'management level')}, today ${today}.`,
  },
  'change.movedShare': {
    row: 'People who change unit',
    sentence: (then) => `${then} of people change unit.`,
  },
  'change.newManagerShare': {
    row: 'People with a new manager',
    sentence: (then) => `${then} of people get another manager.`,
  },
  'change.relationshipsKept': {
    row: 'Customer relationships kept',
    sentence: (then) => `${then} of the customer relationships are kept.`,
  },
  'change.pairsKept': { row: 'Working pairs kept', sentence: (then) => `${then} of working pairs are kept.` },
  'change.newSeats': { row: 'New seats', sentence: (then) => `${counted(then, 'new seat')}.` },
  'change.costPerYear': { row: 'Cost a year, change', sentence: (then) => `Cost a year: ${then}.` },
  'customers.revenueAtRisk': { row: 'Sales at risk', sentence: (then) => `Sales at risk: ${then}.` },
};

/** Measures by which gains and losses are told, the first of what matters most. */
export const TOLD: readonly string[] = Object.keys(IN_WORDS).filter(
  (id) => !id.startsWith('change.') && id !== 'customers.revenueAtRisk',
);

/** What a measure is called; of what is none, the id. */
export const labelOf = (id: string): string => measures.find((measure) => measure.id === id)?.label ?? id;

/** The label of a measure in the table of options. */
export const rowLabel = (id: string): string => IN_WORDS[id]?.row ?? labelOf(id);

/** What becomes of a figure, as a sentence. */
export function differenceInWords(id: string, then: number, today: number, unit: string): string {
  const [after, before] = [figureInWords(then, unit), figureInWords(today, unit)];
  return IN_WORDS[id]?.sentence(after, before) ?? `${labelOf(id)}: ${after}, today ${before}.`;
}

/** The share of the work that nobody does, by the figure that most is left out of; null where none says it. */
export function undoneShare(figures: readonly ReportedMeasure[]): number | null {
  const shares = figures.map(({ coverage }) => coverage);
  const known = shares.filter((share) => share != null);
  // Without customers there is nothing to cover.
  return shares.includes(null) || known.length === 0 ? null : 1 - Math.min(...known);
}

/** The figure that the table, the answer and the ranking use: by number of customers, or by revenue. */
export const shownFigure = (measure: ReportedMeasure | undefined): number | null =>
  measure === undefined ? null : shownValue(measure);
