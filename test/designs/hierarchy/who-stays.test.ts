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

test.each(['functional', 'lifecycle', 'cluster'] as const)(
  'a department that keeps four fifths of its members keeps its head in %s, whatever the head could do elsewhere',
  async (design) => {
    const headOf = async (others: number) => {
      const staff = ['commerce', ...TRADES].flatMap((trade) =>
        Array.from({ length: trade === 'commerce' ? others + 1 : 5 }, (_, at) => ({
          id: `${trade}${at}`,
          title: at === 0 ? 'Director' : 'Zz',
          capability: trade !== 'commerce' ? trade : at === 0 ? 'sales' : 'none',
          department: trade,
          manager: at === 0 ? 'top' : `${trade}0`,
        })),
      );
      const { organisation } = designOf(design).apply(
        await organisationOf({
          version: 1,
          name: 'Commerce',
          departments: ['board', 'commerce', ...TRADES].map((id) => ({ id, name: id })),
          people: [{ id: 'top', title: 'Chief Executive Officer', department: 'board' }, ...staff],
          customers: Array.from({ length: 8 }, (_, at) => ({
            id: `c${at}`,
            attributes: { industry: `i${at % 2}` },
          })),
        }),
      );
      const { people, unitOf, units } = organisation!;
      return units[unitOf[people.id.indexOf('commerce0')]!]!.id;
    };
    expect(await headOf(4)).toBe('commerce');
    expect(await headOf(3)).not.toBe('commerce');
  },
);
