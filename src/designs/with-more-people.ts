import type { Index, Organisation } from '../model/organisation.ts';
import { Draft } from './draft.ts';

/**
 * A company that has hired: so many more people of each capability, beside the first who has it, in the same unit and with the
 * same manager. Second lines end, as in every design. It says what would be possible; nobody is placed by it.
 */
export function withMorePeople(organisation: Organisation, more: ReadonlyMap<Index, number>): Organisation {
  const draft = new Draft(organisation);
  for (const [capability, count] of more) {
    const twin = organisation.people.capability.indexOf(capability);
    if (twin < 0) continue;
    for (let at = 0; at < count; at++) {
      const seat = draft.addSeat({
        id: `hired/${organisation.capabilities[capability]!.id}-${at + 1}`,
        title: organisation.people.title[twin]!,
        capability,
        unit: organisation.unitOf[twin]!,
        lead: false,
      });
      draft.boss[seat] = draft.boss[twin]! < 0 ? twin : draft.boss[twin]!;
    }
  }
  const grown = draft.finish();
  const vacant = grown.people.vacant.slice();
  vacant.fill(0, organisation.people.count);
  return { ...grown, people: { ...grown.people, vacant } };
}
