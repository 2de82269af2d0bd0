import { countsOf } from '../../base/groups.ts';
import { memo } from '../../base/memo.ts';
import { customerWeights } from '../../model/customer-counts.ts';
import { effortOf } from '../../model/effort.ts';
import { walk } from '../../model/journeys.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { skillsOnlyAssumed } from './skills-assumed.ts';

const CONSUMERS = 1;

/** Rows that are one account each; segments, consumers and prospects, who are no customers yet, are served by a pool. In the order of customers: the largest first. */
export const accountsOf = memo(({ customers }: Organisation): readonly Index[] => {
  const counts = customerWeights(customers);
  return [...customers.id.keys()].filter(
    (row) => customers.customers[row] === 1 && counts[row]! > 0 && customers.market[row] !== CONSUMERS,
  );
});

/** Expected hours of one case of each journey, by capability; only those whom the customer deals with. */
const contactHours = (organisation: Organisation): readonly ReadonlyMap<Index, number>[] => {
  const onlyAssumed = skillsOnlyAssumed(organisation);
  return organisation.journeys.map(({ steps }) => {
    const { visits } = walk(steps);
    const found = new Map<Index, number>();
    steps.forEach(({ capability, hours, contact }, at) => {
      if (contact && capability >= 0 && !onlyAssumed.has(capability))
        found.set(capability, (found.get(capability) ?? 0) + hours * visits[at]!);
    });
    return found;
  });
};

/** Who has a capability as the main one, else as a second one. */
function findHolders({ people }: Organisation, capability: Index): readonly Index[] {
  const first: Index[] = [];
  const second: Index[] = [];
  for (let seat = 0; seat < people.count; seat++) {
    if (people.vacant[seat] !== 0) continue;
    if (people.capability[seat] === capability) first.push(seat);
    else if (people.secondary.get(seat)?.includes(capability)) second.push(seat);
  }
  return first.length > 0 ? first : second;
}

/** What accounts need and who can give it: looked up once for an organisation, and asked for each of thousands of accounts. */
/** How often each name of a customer is there. */
const namesakes = memo(({ customers }: Organisation) => countsOf(customers.name));

/** What an account is called: its name, with its id where others have the same name, or its id alone. */
export function accountName(organisation: Organisation, row: Index): string {
  const { customers } = organisation;
  const [name, id] = [customers.name[row]!, customers.id[row]!];
  if (name === '') return id;
  return namesakes(organisation).get(name) === 1 ? name : `${name} (${id})`;
}

export interface AccountNeeds {
  /** The capabilities that the contact steps of a customer need, in the order of the table. */
  contactsOf(row: Index): readonly Index[];
  /**
   * Hours a month that a customer row needs of a capability: its effort, given or spread; where nobody has the capability as
   * the main one, in proportion to the steps of its journeys. 0 where nothing is known.
   */
  hoursOf(capability: Index, row: Index): number;
  /** Who can do a step, of a specialism with its parent where nobody has it itself. */
  holdersOf(capability: Index): readonly Index[];
  /** 1 for each of those. */
  isHolder(capability: Index): Uint8Array;
  /** 1 for those as well who can do a step by a second skill, or for a specialism by its parent: enough for customers whom they serve already. */
  isAble(capability: Index): Uint8Array;
}

export const accountNeeds = memo((organisation: Organisation): AccountNeeds => {
  const { customers, people, capabilities } = organisation;
  const { hours: effort } = effortOf(organisation);
  const known = capabilities.map((_, capability) => effort.get(capability));
  const perCase = contactHours(organisation);
  const ascending = (list: Iterable<Index>) => [...list].sort((a, b) => a - b);
  // Of each journey by itself, as most customers have one.
  const ofJourney = perCase.map((hours) => ascending(hours.keys()));
  const journeysOf = (row: Index) =>
    customers.journeys.get(row) ?? [{ journey: customers.journey[row]!, share: 1 }];
  const holders: (readonly Index[] | undefined)[] = [];
  const marks: (Uint8Array | undefined)[] = [];
  const able: (Uint8Array | undefined)[] = [];
  const holdersOf = (capability: Index): readonly Index[] => {
    let found = holders[capability];
    if (found === undefined) {
      found = findHolders(organisation, capability);
      const { of } = capabilities[capability]!;
      if (found.length === 0 && of >= 0) found = holdersOf(of);
      holders[capability] = found;
    }
    return found;
  };
  const isAble = (capability: Index): Uint8Array => {
    let found = able[capability];
    if (found === undefined) {
      const { of } = capabilities[capability]!;
      found = of < 0 ? new Uint8Array(people.count) : isAble(of).slice();
      for (let seat = 0; seat < people.count; seat++)
        if (people.vacant[seat] === 0 && people.capability[seat] === capability) found[seat] = 1;
      for (const [seat, list] of people.secondary)
        if (people.vacant[seat] === 0 && list.includes(capability)) found[seat] = 1;
      able[capability] = found;
    }
    return found;
  };
  return {
    contactsOf(row) {
      const all = customers.journeys.get(row);
      if (all === undefined) return ofJourney[customers.journey[row]!]!;
      return ascending(new Set(all.flatMap((one) => ofJourney[one.journey]!)));
    },
    hoursOf(capability, row) {
      const own = known[capability]?.[row];
      if (own !== undefined) return own;
      let [sum, knownSteps, steps] = [0, 0, 0];
      const seen = new Set<Index>();
      for (const { journey, share } of journeysOf(row))
        for (const [other, each] of perCase[journey]!) {
          if (other === capability) steps += share * each;
          const hours = known[other]?.[row];
          if (hours === undefined) continue;
          knownSteps += share * each;
          if (!seen.has(other)) sum += hours;
          seen.add(other);
        }
      return knownSteps > 0 ? (sum / knownSteps) * steps : 0;
    },
    holdersOf,
    isHolder(capability) {
      let found = marks[capability];
      if (found === undefined) {
        found = new Uint8Array(people.count);
        for (const seat of holdersOf(capability)) found[seat] = 1;
        marks[capability] = found;
      }
      return found;
    },
    isAble,
  };
});
