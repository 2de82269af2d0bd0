import { memo } from '../../base/memo.ts';
import { assumedPhases } from '../../model/capabilities.ts';
import { effortOf } from '../../model/effort.ts';
import { walk } from '../../model/journeys.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { PHASES } from '../../schema/input/fields.ts';

/** Hours, or shares, in identify, acquire and retain. */
export type ByPhase = readonly number[];

export interface PhaseShares {
  readonly shares: ByPhase;
  /** Who says so: somebody who wrote shares, the steps of the journeys, or the built-in table. */
  readonly from: 'given' | 'journeys' | 'built-in';
}

/** It talks to those who are looked for, won, kept and leaving, whatever steps a journey has for it (Jameane). */
const IN_EVERY_PHASE = 'communications';

const sumOf = (hours: ByPhase): number => hours.reduce((a, b) => a + b, 0);

const scaled = (hours: ByPhase): ByPhase => hours.map((part) => part / sumOf(hours));

/** Expected hours of one case of each journey, by capability and phase, rework counted. */
const casesOf = memo((organisation: Organisation): readonly ReadonlyMap<Index, ByPhase>[] =>
  organisation.journeys.map(({ steps }) => {
    const found = new Map<Index, number[]>();
    const { visits } = walk(steps);
    steps.forEach(({ capability, phase, hours }, at) => {
      const own = found.get(capability) ?? PHASES.map(() => 0);
      own[PHASES.indexOf(phase)]! += hours * visits[at]!;
      found.set(capability, own);
    });
    return found;
  }),
);

/** How many customers go through each journey, those who go through several by how often. */
const casesByJourney = memo(({ customers, journeys }: Organisation): readonly number[] => {
  const cases = journeys.map(() => 0);
  for (let row = 0; row < customers.count; row++) {
    const several = customers.journeys.get(row);
    if (several === undefined) cases[customers.journey[row]!]! += customers.customers[row]!;
    else for (const { journey, share } of several) cases[journey]! += share * customers.customers[row]!;
  }
  return cases;
});

/** Hours of a capability in each phase, by the journeys that customers go through; 0 where it has no step in them. */
function hoursByPhase(organisation: Organisation, capability: Index): ByPhase {
  const { customers } = organisation;
  const cases = casesOf(organisation);
  const found = PHASES.map(() => 0);
  const add = (journey: Index, times: number) =>
    cases[journey]!.get(capability)?.forEach((hours, phase) => {
      found[phase]! += times * hours;
    });
  if (customers.count === 0) cases.forEach((_, journey) => void add(journey, 1));
  else casesByJourney(organisation).forEach((times, journey) => void add(journey, times));
  return found;
}

/** How a capability is divided over the phases. */
export const sharesOf = memo((organisation: Organisation, capability: Index): PhaseShares => {
  const { capabilities, options, journeys } = organisation;
  const { id, phases } = capabilities[capability]!;
  const assumed = assumedPhases(capabilities[capability]!, capabilities);
  const given = options.lifecycle.shares[id];
  if (given !== undefined) return { shares: PHASES.map((phase) => given[phase]), from: 'given' };
  if (assumed.some((share, phase) => share !== phases[phase])) return { shares: phases, from: 'given' };
  const hours = hoursByPhase(organisation, capability);
  const isDivided = id !== IN_EVERY_PHASE || hours.every((part) => part > 0);
  return !journeys[0]!.builtIn && isDivided && sumOf(hours) > 0
    ? { shares: scaled(hours), from: 'journeys' }
    : { shares: phases, from: 'built-in' };
});

/** Whether it is known in which phases a capability works: of a company's own nobody may have said. */
export const hasPhases = (organisation: Organisation, capability: Index): boolean =>
  sumOf(sharesOf(organisation, capability).shares) > 0;

/**
 * How people are divided who hold a second capability for the customers they own: by the hours of both. So retain is not
 * empty where sellers keep their customers.
 */
export function sharesOfOwners(organisation: Organisation, first: Index, second: Index): ByPhase {
  const { effort } = organisation.customers;
  const given = [first, second].every((capability) => effort.has(capability));
  const hours = (capability: Index): number =>
    given
      ? (effortOf(organisation)
          .hours.get(capability)
          ?.reduce((a, b) => a + b, 0) ?? 0)
      : sumOf(hoursByPhase(organisation, capability));
  const [one, two] = [hours(first), hours(second)];
  const [own, other] = [sharesOf(organisation, first), sharesOf(organisation, second)];
  if (one + two === 0) return own.shares;
  return own.shares.map((share, phase) => (one * share + two * other.shares[phase]!) / (one + two));
}

/**
 * Hours that each person works for customers of their own, with whatever they can do: those of the capability, divided among
 * those who serve the customer by name with it. Where no hours are known each customer is one. Linear in the relationships.
 */
export const ownHoursOf = memo((organisation: Organisation): Float64Array => {
  const { people, customers, relationships } = organisation;
  const { hours } = effortOf(organisation);
  const found = new Float64Array(people.count);
  for (let row = 0; row < customers.count; row++) {
    const seats = relationships.seat.subarray(relationships.start[row]!, relationships.start[row + 1]!);
    const holders = new Map<Index, number>();
    const of = (seat: Index) => [people.capability[seat]!, ...(people.secondary.get(seat) ?? [])];
    for (const seat of seats)
      for (const capability of of(seat)) holders.set(capability, (holders.get(capability) ?? 0) + 1);
    for (const seat of seats)
      for (const capability of of(seat))
        found[seat]! +=
          (hours.get(capability)?.[row] ?? customers.customers[row]! / seats.length) /
          holders.get(capability)!;
  }
  return found;
});
