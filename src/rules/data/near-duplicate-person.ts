import { addTo } from '../../base/groups.ts';
import { allOf, counted } from '../../base/text.ts';
import { listed } from '../../model/listed.ts';
import type { Index } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { accountants } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { idKey } from './similar-ids.ts';

/** Ids of one group that are shown; a group is mostly two. */
const MOST_IDS = 4;

const company = (name: string) => `
version: 1
name: The same accountant
people:
  - { id: m1, title: Finance Manager, department: finance }
${accountants(3, 'm1')}
  - { id: x, name: Ana Abreu, title: Accountant, department: finance, manager: m1 }
  - { id: y, name: ${name}, title: Accountant, department: finance, manager: m1 }
`;

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

/** People who have name, title and department in common; open seats have no name of their own. Linear in the seats. */
function namesakes({ organisation }: View): readonly (readonly Index[])[] {
  const { people, unitOf } = organisation;
  const groups = new Map<string, Index[]>();
  for (const seat of listed(people.id.keys(), people)) {
    if (people.name[seat] === '' || people.vacant[seat] === 1) continue;
    const key = JSON.stringify([folded(people.name[seat]!), folded(people.title[seat]!), unitOf[seat]!]);
    addTo(groups, key, seat);
  }
  // Ids that differ only by zeros or case are told as such.
  return [...groups.values()].filter(
    (seats) => seats.length > 1 && new Set(seats.map((seat) => idKey(people.id[seat]!))).size > 1,
  );
}

export const nearDuplicatePerson = defineRule({
  id: 'near-duplicate-person',
  about: 'data',
  validateOnly: true,
  severity: 'warning',
  summary: 'People of one department have name and title in common.',
  why: {
    text: 'Somebody who changed contract or was rehired gets a second id, and counts twice. In a large company it may be two namesakes.',
    source: 'A judgement',
  },
  examples: { bad: company('ana  Abreu'), good: company('Ana Alves') },
  *check(view) {
    const { organisation } = view;
    const groups = namesakes(view);
    const [first] = groups;
    if (first === undefined) return;
    yield {
      message: `${counted(groups.length, 'person is', 'people are')} perhaps there twice: name, title and department are the same under different ids.`,
      count: groups.length,
      examples: examplesOf(
        groups,
        (seats) =>
          `${allOf(seats.slice(0, MOST_IDS).map(view.person))}${seats.length > MOST_IDS ? ' …' : ''}`,
      ),
      at: organisation.people.origin(first[1]!),
    };
  },
});
