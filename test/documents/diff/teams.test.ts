import { expect, test } from 'vitest';
import { sectionsOf } from '../../../src/documents/diff/blocks.ts';
import { diffOf } from '../../../src/documents/diff/diff.ts';
import { organisationOf } from '../../support/organisations.ts';

const withTeams = (teams: string) =>
  organisationOf(`version: 1
name: Squads
people: [{ id: a, name: Ana }, { id: b, manager: a }, { id: c, manager: a }, { id: d, manager: a }]
${teams}`);

const textsOf = async (before: string, after: string, names = false) => {
  const diff = diffOf(await withTeams(before), await withTeams(after), { names });
  const told = sectionsOf(diff).find(({ title }) => title === 'Teams');
  return { diff, count: told?.count, items: told?.items };
};

test('teams come, end and change, known again by id', async () => {
  const { diff, count, items } = await textsOf(
    'teams: [{ id: owl, members: [a, b, { id: c, share: 0.5 }] }, { id: old, members: [d] }]',
    'teams: [{ id: owl, name: Night owls, members: [b, c, d], lead: b }, { id: new, kind: squad, members: [a] }]',
    true,
  );
  expect(count).toBe('1 new, 1 ended, 1 changed');
  expect(items).toEqual([
    { text: 'new: new, squad, 1 person' },
    { text: 'ended: old, 1 person' },
    {
      text: 'Night owls (owl)',
      members: ['d joins', 'Ana leaves', 'name owl → Night owls', 'lead none → b', 'members.c 50 % → 100 %'],
    },
  ]);
  expect(diff.summary.join(' ')).toContain('1 team is new; 1 team ends');
});

test('the same teams are no change, and without teams nothing is said of them', async () => {
  const teams = 'teams: [{ id: owl, members: [a, b], lead: a }]';
  const same = await textsOf(teams, teams);
  expect(same.diff.changed).toBe(false);
  expect(same.items).toBeUndefined();
  expect((await textsOf('', '')).diff).not.toHaveProperty('teams');
});

test('a department that begins to govern itself is told', async () => {
  const company = (head: string) => `version: 1
name: Nurses
departments: [{ id: north, ${head} }]
people: [{ id: a }, { id: b, department: north, manager: a }, { id: c, department: north, manager: a }]
`;
  const { units } = diffOf(
    await organisationOf(company('head: b')),
    await organisationOf(company('lead: none, answersTo: a')),
  );
  expect(units.changed.map(({ field, from, to }) => [field, from, to])).toEqual([
    ['answersTo', null, 'a'],
    ['lead', null, 'none'],
  ]);
});
