import { grouped } from '../../base/grouped.ts';
import { counted, quoted } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import type { DesignResult } from '../design.ts';
import { inSelfGoverning } from '../hierarchy/who-stays.ts';
import { refusedInWords } from './basis/basis-sentences.ts';
import type { Candidate } from './basis/candidates.ts';
import { holdersBySet, MOST_CAPABILITIES } from './number/feasibility.ts';

/** Why there can be no clusters. */
export interface Refusal {
  readonly missing: DesignResult['missing'];
  readonly sentence: string;
}

/** A declared basis of more values than this is refused: every two groups are compared. */
const MOST_DECLARED = 500;

const lacks = (what: string, sentence: string, needed = 1, available = 0): Refusal => ({
  missing: [{ what, needed, available }],
  sentence,
});

/** That a team has no capabilities at all, or so many that their sets cannot be looked at one by one. */
export function capabilityObstacle(needs: ReadonlyMap<Index, number>): Refusal | null {
  if (needs.size === 0)
    return lacks(
      'skills that sit in a team',
      'Teams dedicated to customers need skills that sit in them; the file leaves none.',
    );
  const needed = [...needs.values()].filter((need) => need > 0).length;
  if (needed <= MOST_CAPABILITIES) return null;
  return lacks(
    `at most ${MOST_CAPABILITIES} skills in a team`,
    `A team can have ${MOST_CAPABILITIES} skills at most; the file gives it ${needed}.`,
    MOST_CAPABILITIES,
    needed,
  );
}

/** What stands in the way of clusters whatever they are built around. */
export function obstacle(
  organisation: Organisation,
  needs: ReadonlyMap<Index, number>,
  minimum: number,
): Refusal | null {
  const { customers, people, capabilities } = organisation;
  if (customers.count === 0)
    return lacks('customers', 'Customer clusters need customers to be built around; the file has none.');
  const refusal = capabilityObstacle(needs);
  if (refusal !== null) return refusal;
  const there = people.count - people.vacant.reduce((sum, vacant) => sum + vacant, 0);
  if (minimum > there)
    return lacks(
      'people',
      `A cluster is to have ${counted(minimum, 'person', 'people')} at least, and the whole company has ${grouped(there)}.`,
      minimum,
      there,
    );
  if (holdersBySet(organisation, [...needs.keys()]).size > 0) return null;
  const needed = [...needs].filter(([, need]) => need > 0);
  const selfGoverning = inSelfGoverning(organisation);
  const names = needed.map(([capability]) => capabilities[capability]!.name);
  return {
    missing: needed.map(([capability, need]) => ({
      what: capabilities[capability]!.id,
      needed: need,
      available: 0,
    })),
    sentence:
      selfGoverning === undefined
        ? `Nobody below the top has any of the skills that a cluster needs: ${names.join(', ')}.`
        : `All who could join a cluster are ${selfGoverning}.`,
  };
}

/** Why customers cannot be grouped by the attribute that was asked for. */
export function refusedBasis({ customers }: Organisation, declared: string | undefined): Refusal | null {
  if (declared === undefined) return null;
  const attribute = customers.attributes.find(({ name }) => name === declared);
  if (attribute === undefined || attribute.values.length === 0)
    return lacks(
      `a value of ${declared}`,
      `No customer has a value of ${quoted(declared)}, the basis that was asked for.`,
    );
  if (attribute.values.length <= MOST_DECLARED) return null;
  return lacks(
    `a basis of ${MOST_DECLARED} values at most`,
    `${quoted(declared)} has ${counted(attribute.values.length, 'value')}; a basis can have ${MOST_DECLARED} at most.${attribute.numeric ? ` \`attributes.${declared}.classes\` cuts a number into classes.` : ''}`,
    MOST_DECLARED,
    attribute.values.length,
  );
}

/** That there is nothing to group by, and why each attribute will not do. */
export function withoutBasis({ customers }: Organisation, candidates: readonly Candidate[]): Refusal {
  const uniform = customers.attributes.filter(({ values }) => values.length === 1);
  const known = new Set(candidates.map(({ attribute }) => attribute));
  return lacks(
    'a customer attribute to group by, given for 90 % of the customers',
    [
      'Customer clusters need a customer attribute to group by, given for 90 % of the customers, or something else that customers differ in; there is none.',
      ...refusedInWords([
        ...candidates,
        ...uniform
          .filter(({ name }) => !known.has(name))
          .map(({ name }) => ({ attribute: name, reason: 'it has only one value' })),
      ]),
    ].join(' '),
  );
}
