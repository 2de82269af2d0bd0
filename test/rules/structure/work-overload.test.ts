import { expect, test } from 'vitest';
import { team } from '../../../src/rules/examples/companies.ts';
import { findingsOfRule } from '../findings.ts';

/** Four at a counter, of whom some know the customers by name. */
const told = async (owners: readonly string[]) => {
  const [found] = await findingsOfRule(
    'work-overload',
    `
version: 1
name: Counter
hoursPerFtePerMonth: 140
journeys:
  - { id: help, steps: [{ phase: retain, capability: support, hours: 2 }] }
people:
  - { id: head, title: General Manager, department: shop }
${team('Customer Support Specialist', 'shop', 'head', ['s1', 's2', 's3', 's4'])}
customers:
${owners.map((owner, at) => `  - { id: c${at}, owner: ${owner}, revenue: 1000, effort: { support: 300 } }`).join('\n')}
`,
  );
  return found?.message;
};

test('who knows the customers has too much work, and how many of the trade beside them have none is said', async () => {
  expect(await told(['s1', 's2'])).toMatch(
    /^2 of 4 people for .* 2\.3 full-time people too few for 100 %; the other 2 have none of it\.$/,
  );
  expect(await told(['s1', 's2', 's3'])).toContain('; the other one has none of it.');
});

test('where all of the trade have the work it is theirs, and none is left', async () => {
  const all = await told(['s1', 's2', 's3', 's4']);
  expect(all).toMatch(/^People for /);
  expect(all).not.toContain('none of it');
});
