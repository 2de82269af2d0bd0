import { memo } from '../../base/memo.ts';
import type { Index } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import type { Phase } from '../../schema/input/fields.ts';
import { coursesOf } from '../journey/courses.ts';
import { journeyFigures } from '../journey/journey-figures.ts';
import { defineMeasure } from '../measure.ts';

/** Share of the customers whose retention must be known before the growth of all is told. */
const KNOWN = 0.9;

/**
 * Customers after some years for each one there today, where every year a share `retention` stays and as many are won as
 * `acquisition` says, in relation to those of today: r^T + a·(1 + r + … + r^(T−1)). A year's winners do not leave in it.
 */
export function customersAfter(years: number, retention: number, acquisition: number): number {
  let customers = 1;
  for (let year = 0; year < years; year++) customers = retention * customers + acquisition;
  return customers;
}

/** Share of the hours with customers that go to those who are there, and not to winning others. */
interface Growth {
  /** Today, and after `policy.growthYears`. */
  readonly today: number;
  readonly later: number;
}

type PhaseHours = readonly [identify: number, acquire: number, retain: number];

/** Expected hours of each phase of each journey, of one capability or of all. */
function journeyHours(view: View): readonly ((capability?: Index) => PhaseHours)[] {
  const courses = coursesOf(view);
  return view.organisation.journeys.map(({ steps }, journey) => (capability) => {
    const { share, hours } = courses[journey]!;
    const inPhase = (phase: Phase) =>
      steps.reduce(
        (sum, step, at) =>
          step.phase === phase && (capability === undefined || step.capability === capability)
            ? sum + share[at]! * hours
            : sum,
        0,
      );
    return [inPhase('identify'), inPhase('acquire'), inPhase('retain')];
  });
}

/** The journeys of a row, with how often it goes through each. */
const journeysOf = (
  { organisation: { customers } }: View,
  row: Index,
): readonly (readonly [Index, number])[] =>
  customers.journeys.get(row)?.map(({ journey, share }) => [journey, share] as const) ?? [
    [customers.journey[row]!, 1],
  ];

const sumOf = (hours: readonly number[]) => hours.reduce((a, b) => a + b, 0);

/**
 * Hours a month that a customer row is given, by phase: those of each capability are divided as its steps in the journey of
 * the row are, else as its shares in the phases say. Null for a row that is given none.
 */
function givenHours(view: View): (row: Index) => PhaseHours | null {
  const { customers, capabilities } = view.organisation;
  const hoursOf = journeyHours(view);
  const columns = [...customers.effort].filter(([capability]) => {
    const { role } = capabilities[capability]!;
    return role !== 'enabling' && role !== 'leadership';
  });
  const shares = hoursOf.map((hours) =>
    columns.map(([capability]) => {
      const own = hours(capability);
      const all = sumOf(own);
      return all > 0 ? own.map((part) => part / all) : capabilities[capability]!.phases;
    }),
  );
  return (row) => {
    const found: [number, number, number] = [0, 0, 0];
    let isGiven = false;
    columns.forEach(([, column], at) => {
      const hours = column[row]!;
      if (Number.isNaN(hours)) return;
      isGiven = true;
      for (const [journey, often] of journeysOf(view, row))
        shares[journey]![at]!.forEach((share, phase) => {
          found[phase]! += often * share * hours;
        });
    });
    return isGiven ? found : null;
  };
}

/**
 * How the work of keeping customers grows. The hours of retain go with the customers there are; those of the phases before
 * go with the customers won in a year, and that number stays. Where effort is given for nine customers in ten its hours
 * count; else those of journeys, retain once a year for everybody there and the rest once for everybody won. Where nobody
 * says how many are won (`context.acquisitionRate`), it is as many as leave. Effort that was assumed is not read: it was
 * spread so as to fit the people of today. Null where retention is known of fewer than nine in ten, or there are no
 * hours. Linear in the customers.
 */
export const growthOf = memo((view: View): Growth | null => {
  const { customers, context, policy } = view.organisation;
  const given = givenHours(view);
  const perJourney = journeyHours(view).map((hours) => hours());
  const efforts = Array.from(customers.id, (_, row) => given(row));
  const all = sumOf([...customers.customers]);
  const withEffort = efforts.reduce(
    (sum, hours, row) => sum + (hours === null ? 0 : customers.customers[row]!),
    0,
  );
  const byEffort = all > 0 && withEffort >= KNOWN * all;
  let [known, winning, today, later] = [0, 0, 0, 0];
  for (let row = 0; row < customers.count; row++) {
    const retention = customers.retention[row]!;
    if (Number.isNaN(retention)) continue;
    const count = customers.customers[row]!;
    known += count;
    const won = context.acquisitionRate ?? 1 - retention;
    const [identify, acquire, retain] = byEffort
      ? (efforts[row] ?? [0, 0, 0])
      : journeysOf(view, row).reduce<PhaseHours>(
          ([a, b, c], [journey, often]) => {
            const [first, second, third] = perJourney[journey]!;
            return [
              a + count * often * first * won,
              b + count * often * second * won,
              c + count * often * third,
            ];
          },
          [0, 0, 0],
        );
    winning += identify! + acquire!;
    today += retain!;
    later += retain! * customersAfter(policy.growthYears, retention, won);
  }
  if (known === 0 || known < KNOWN * all || today + winning === 0) return null;
  // Where nobody is won and all leave, nobody is left to keep.
  return { today: today / (today + winning), later: later > 0 ? later / (later + winning) : 0 };
});

export const retainShare = defineMeasure({
  id: 'growth.retainShare',
  label: 'Retain’s share of work',
  summary: 'How much of the work with customers will be keeping those who are there, some years on.',
  formula:
    'N·R / (N·R + W), each summed over customers. N = r^T + a·(1 + r + … + r^(T−1)) are the customers after T years (policy.growthYears) for each of today, with retention r and a of them won each year (context.acquisitionRate; where it is not given 1 − r, as many as leave, which is listed as assumed). R and W are today’s hours in retain, and in identify and acquire. Where effort is given for nine customers in ten: that effort, each capability divided over the phases as its steps in the journey are, else as its shares in the phases say. Elsewhere: the hours of the journey, rework counted, those of retain once a year for each customer, the others a times. Retention known of fewer than nine in ten, or no hours: null; retention of none: left out. The same in every design.',
  unit: 'fraction',
  better: 'none',
  source: 'Jameane: as customers accumulate, retain becomes one of the largest areas. The formula is ours.',
  change:
    '`retention` of customers, `context.acquisitionRate`, `effort` of customers, hours of journeys by phase, and `policy.growthYears`.',
  needs: ['customers'],
  ofCompany: true,
  applies: ({ organisation: { customers } }) => customers.retention.some((value) => !Number.isNaN(value)),
  take: (view, baseline) => {
    const { assumedShare } = journeyFigures(view);
    const { customers, journeys } = baseline.organisation;
    const isDesign = view.organisation.customers === customers && view.organisation.journeys === journeys;
    const growth = growthOf(isDesign ? baseline : view);
    return growth === null
      ? {
          value: null,
          reason: 'Retention is known of fewer than nine customers in ten, or no hours are given.',
        }
      : { value: growth.later, assumedShare };
  },
});
