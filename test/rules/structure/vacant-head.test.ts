import { expect, test } from 'vitest';
import { accountants } from '../../../src/rules/examples/companies.ts';
import { findingsOfRule } from '../findings.ts';

const found = async (manager: string, head: string, team: number) =>
  (
    await findingsOfRule(
      'vacant-head',
      `
version: 1
name: Open seats
people:
  - { id: chief, title: Chief Executive Officer${manager} }
  - { id: m1, title: Finance Director, department: finance, manager: chief${head} }
  - { id: m2, title: Legal Director, department: legal, manager: chief }
${accountants(team, 'm1')}
`,
    )
  ).map(({ message, value }) => ({ message, value }));

const OPEN = ', vacant: true';

test('a lead seat that is open is told with those who report to it', async () => {
  expect(await found('', OPEN, 5)).toEqual([
    { message: '1 lead seat is open: 5 people report to a seat that nobody is in.', value: 5 },
  ]);
});

test('the seat at the top is told first, however few report to it', async () => {
  expect(await found(OPEN, '', 1)).toMatchObject([
    { message: 'The seat at the top is open: 2 people report to a seat that nobody is in.' },
  ]);
});

test('an open seat with fewer below than a team is no matter', async () => {
  expect(await found('', OPEN, 3)).toEqual([]);
});
