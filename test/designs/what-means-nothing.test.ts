import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designs } from '../../src/designs/index.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { treeOf } from '../../src/model/tree.ts';
import { anyOrganisation, organisationOf } from '../support/organisations.ts';
import { runs } from '../support/runs.ts';

const DEPARTMENTS = ['north', 'south', 'sales', 'marketing', 'support', 'works', 'office', 'finance'];
const FINANCE = ['f0', 'f1', 'f2', 'f3'].map((id, at) => ({
  id,
  title: at === 0 ? 'Head of Finance' : 'Accountant',
  department: 'finance',
  manager: at === 0 ? 'p0' : 'f0',
}));

const TITLES = ['Sales Representative', 'Account Manager', 'Customer Support Agent'];

/** Small ones in which many are alike, with a list of departments and one of finance. */
const small = anyOrganisation
  .filter(({ people, customers }) => people.length > 11 && customers.length > 3)
  .map((content) => ({
    ...content,
    departments: DEPARTMENTS.map((id) => ({ id, name: id })),
    people: [
      ...content.people.map(({ id, department, manager }: Alike, at) => ({
        id,
        title: at === 0 ? 'Chief Executive Officer' : TITLES[at % 3]!,
        department: department ?? 'office',
        ...(at === 0 ? {} : { manager: manager ?? 'p0' }),
        level: at === 0 ? 9 : 3,
      })),
      ...FINANCE.map((person, at) => ({ ...person, level: at === 0 ? 4 : 1 })),
    ],
    customers: content.customers.map((one, at) => ({ ...one, revenue: 100 + 10 * (at % 3) })),
  }));

interface Alike {
  readonly id: string;
  readonly department?: string;
  readonly manager?: string;
}
type Content = Parameters<Parameters<typeof small.map>[0]>[0];

/** Where a design puts each person, and under whom. */
function placesIn({ people, units, unitOf, ...organisation }: Organisation): string[] {
  const { boss } = treeOf({ people, units, unitOf, ...organisation });
  return people.id
    .map((id, seat) => `${id} in ${units[unitOf[seat]!]?.id ?? '-'} under ${people.id[boss[seat]!] ?? '-'}`)
    .filter((line) => !line.startsWith('f3'))
    .sort();
}

const customersOf = (content: Content, of: (one: Content['customers'][number]) => object) => ({
  ...content,
  customers: content.customers.map((one) => ({ ...one, ...of(one) })),
});

const LAWS: Readonly<Record<string, (content: Content) => object>> = {
  'the currency': (content) => customersOf(content, ({ revenue }) => ({ revenue: 10 * revenue })),
  'the numbers of grades, but their order': (content) => ({
    ...content,
    people: content.people.map((person) => ({ ...person, level: 2 * person.level })),
  }),
  'what customers of an attribute are called': (content) =>
    customersOf(content, ({ attributes }) => ({
      attributes: { ...attributes, territory: `${attributes.territory} side` },
    })),
  'the order of departments': (content) => ({ ...content, departments: content.departments.toReversed() }),
  'a head that is declared where it is the head anyway': (content) => ({
    ...content,
    departments: content.departments.map((one) => (one.id === 'finance' ? { ...one, head: 'f0' } : one)),
  }),
  'one accountant more in finance': (content) => content,
};

describe('nobody’s place hangs on', () => {
  it.each(Object.entries(LAWS))('%s', async (law, turn) => {
    await fc.assert(
      fc.asyncProperty(small, async (content) => {
        const isMore = law.startsWith('one accountant');
        const base = isMore
          ? { ...content, people: content.people.filter(({ id }) => id !== 'f3') }
          : content;
        const [one, other] = [await organisationOf(base), await organisationOf(turn(content))];
        for (const design of designs) {
          const [a, b] = [design.apply(one), design.apply(other)];
          expect(b.status, design.id).toBe(a.status);
          if (a.organisation === null || b.organisation === null) continue;
          const named = (lines: string[]) => lines.map((line) => line.replaceAll(/ side|-side/g, ''));
          expect(named(placesIn(b.organisation)), design.id).toEqual(named(placesIn(a.organisation)));
        }
      }),
      { numRuns: runs(20) },
    );
  });
});
