import { openSeats } from '../designs/design.ts';
import type { Reason } from '../designs/reasons.ts';
import type { Structure } from '../documents/diff/structure.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import type { Suggestions } from '../schema/documents/suggestions.ts';
import { type Proposal, type ProposalMeta, proposalFiles } from './proposal.ts';

/** How the files are to be named and written; what is left out is as for any proposal. */
export type SuggestedOptions = Partial<Omit<ProposalMeta, 'design' | 'result' | 'heading'>>;

/**
 * An organisation with suggested changes made, as files that are read like any other. Beside whoever moves stands what it
 * clears. `after` is `structure` with the changes of `document`.
 */
export function suggestedFiles(
  { loaded, organisation, design }: Structure,
  after: Organisation,
  { suggestions }: Pick<Suggestions, 'suggestions'>,
  options: Omit<ProposalMeta, 'design' | 'result' | 'heading'>,
): Proposal {
  const reasons = new Map<Index, Reason>(design?.result.reasons);
  const seatOf = new Map(organisation.people.id.map((id, seat) => [id, seat]));
  for (const { changes, clears } of suggestions)
    for (const { person } of changes)
      reasons.set(seatOf.get(person.id)!, { kind: 'suggested', text: `clears ${clears.rule}` });
  return proposalFiles(loaded, design?.baseline ?? organisation, after, {
    ...options,
    design: design ?? { id: 'as-is', name: 'As it is' },
    heading: suggestions.map(({ text, clears }) => `${text} It clears ${clears.rule}.`),
    result: {
      explanation: design?.result.explanation ?? [],
      hires: openSeats(after),
      reasons,
    },
  });
}
