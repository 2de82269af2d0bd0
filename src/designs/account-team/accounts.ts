import { memo } from '../../base/memo.ts';
import { effortOf } from '../../model/effort.ts';
import { walk } from '../../model/journeys.ts';
import type { Index, Organisation } from '../../model/organisation.ts';

const CONSUMERS = 1;

/** Rows that are one account each; segments and consumers are served by a pool. In the order of customers: the largest first. */
export const accountsOf = memo(({ customers }: Organisation): readonly Index[] =>
  [...customers.id.keys()].filter(
    (row) => customers.customers[row] === 1 && customers.market[row] !== CONSUMERS,
  ),
);

/** Expected hours of one case of each journey, by capability; only those whom the customer deals with. */
const contactHours = memo((organisation: Organisation): readonly ReadonlyMap<Index, number>[] =>
  organisation.journeys.map(({ steps }) => {
    const { visits } = walk(steps);
    const found = new Map<Index, number>();
    steps.forEach(({ capability, hours, contact }, at) => {
      if (contact && capability >= 0)
        found.set(capability, (found.get(capability) ?? 0) + hours * visits[at]!);
    });
    return found;
  }),
);

/** Journeys of a customer row, each with how often it is gone through. */
const journeysOf = ({ customers }: Organisation, row: Index) =>
  customers.journeys.get(row) ?? [{ journey: customers.journey[row]!, share: 1 }];

/** Those of each journey by itself, as most customers have one. */
const contactsOfJourneys = memo((organisation: Organisation): readonly (readonly Index[])[] =>
  contactHours(organisation).map((hours) => [...hours.keys()].sort((a, b) => a - b)),
);

/** The capabilities that the contact steps of a customer need, in the order of the table. */
export function contactsOf(organisation: Organisation, row: Index): readonly Index[] {
  const { journey, journeys } = organisation.customers;
  const ofJourney = contactsOfJourneys(organisation);
  const all = journeys.get(row);
  if (all === undefined) return ofJourney[journey[row]!]!;
  return [...new Set(all.flatMap((one) => ofJourney[one.journey]!))].sort((a, b) => a - b);
}

/**
 * Hours a month that a customer row needs of a capability: its effort, given or spread; where nobody has the capability as the
 * main one, in proportion to the steps of its journeys. 0 where nothing is known.
 */
export function hoursNeeded(organisation: Organisation, capability: Index, row: Index): number {
  const { hours } = effortOf(organisation);
  const own = hours.get(capability)?.[row];
  if (own !== undefined) return own;
  let [known, knownSteps, steps] = [0, 0, 0];
  const seen = new Set<Index>();
  for (const { journey, share } of journeysOf(organisation, row))
    for (const [other, each] of contactHours(organisation)[journey]!) {
      if (other === capability) steps += share * each;
      const effort = hours.get(other)?.[row];
      if (effort === undefined) continue;
      knownSteps += share * each;
      if (!seen.has(other)) known += effort;
      seen.add(other);
    }
  return knownSteps > 0 ? (known / knownSteps) * steps : 0;
}

/** Who can do a step: those with the capability as the main one, else as a second one, else, for a specialism, with its parent. */
export const holdersOf = memo((organisation: Organisation, capability: Index): readonly Index[] => {
  const { people, capabilities } = organisation;
  const present = [...people.id.keys()].filter((seat) => people.vacant[seat] === 0);
  const first = present.filter((seat) => people.capability[seat] === capability);
  if (first.length > 0) return first;
  const second = present.filter((seat) => people.secondary.get(seat)?.includes(capability) ?? false);
  const { of } = capabilities[capability]!;
  return second.length > 0 || of < 0 ? second : holdersOf(organisation, of);
});
