import { expect, test } from 'vitest';
import { viewOf } from '../../../src/model/view.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';

const TRADES = ['marketing', 'sales', 'account-management', 'support'];
const company = (manager: (trade: string) => object) =>
  organisationOf({
    version: 1,
    name: 'Lines',
    departments: TRADES.map((id) => ({ id, name: `Department of ${id}` })),
    people: TRADES.flatMap((trade) =>
      Array.from({ length: 5 }, (_, at) => ({
        id: `${trade}${at}`,
        capability: trade,
        department: trade,
        ...(at === 0 ? {} : manager(trade)),
      })),
    ),
    customers: Array.from({ length: 8 }, (_, at) => ({
      id: `c${at}`,
      attributes: { industry: `i${at % 2}` },
    })),
  });

test.each(['lifecycle', 'cluster', 'matrix'] as const)(
  'people without any line can work in %s, as they can with lines, and nobody is the top for having none',
  async (design) => {
    for (const lines of [{ of: () => ({}) }, { of: (trade: string) => ({ manager: `${trade}0` }) }]) {
      const { organisation, explanation } = designOf(design).apply(await company(lines.of));
      expect(organisation, explanation.join(' ')).not.toBeNull();
    }
  },
);

test('where nobody leads anybody no department is called the office of a root', async () => {
  const { at } = viewOf(await company(() => ({}))).accountability();
  expect(at.units.map(({ name }) => name).sort()).toEqual(TRADES.map((id) => `Department of ${id}`).sort());
});
