import { describe, expect, it } from 'vitest';
import type { Organisation } from '../../../../src/model/organisation.ts';
import { treeOf } from '../../../../src/model/tree.ts';
import { designOf, organisationOf } from '../../../support/organisations.ts';
import { imported, table } from '../../imported.ts';

const cluster = designOf('cluster');

/** Names of people who have another manager in a design. */
function withNewManager(before: Organisation, after: Organisation): string[] {
  const [then, now] = [treeOf(before).boss, treeOf(after).boss];
  const id = (boss: number) => after.people.id[boss];
  return [...before.people.id.keys()]
    .filter((seat) => id(then[seat]!) !== id(now[seat]!))
    .map((seat) => before.people.id[seat]!);
}

const headOf = ({ units, people }: Organisation, name: string) =>
  people.id[units.find((unit) => unit.name === name)!.head];

describe('three sales teams in two territories', () => {
  it('stay with their managers, of whom those lead who know most customers there, and nobody is hired', async () => {
    const before = await imported(table('swap.people.csv'), table('swap.customers.csv'));
    const { organisation, hires } = cluster.apply(before);
    expect(withNewManager(before, organisation!).length).toBeLessThanOrEqual(9);
    expect(hires.size).toBe(0);
    expect(['US', 'EU'].map((name) => headOf(organisation!, name))).toEqual(['4', '2']);
  });
});

/** A company of teams, and customers of regions that people know by name. */
const company = (
  teams: Readonly<Record<string, { size: number; capability: string }>>,
  known: Readonly<Record<string, Readonly<Record<string, number>>>>,
) => ({
  version: 1,
  name: 'Company',
  people: [
    { id: 'chief', title: 'Chief Executive Officer' },
    ...Object.entries(teams).flatMap(([lead, { size, capability }]) => [
      { id: lead, title: `${capability} Manager`, capability, manager: 'chief' },
      ...Array.from({ length: size }, (_, at) => ({ id: `${lead}${at}`, capability, manager: lead })),
    ]),
  ],
  customers: Object.entries(known).flatMap(([region, byPerson]) =>
    Object.entries(byPerson).flatMap(([person, count]) =>
      Array.from({ length: count }, (_, at) => ({
        id: `${region}-${person}-${at}`,
        attributes: { region },
        owner: person,
      })),
    ),
  ),
  policy: { centreSize: 0 },
});

describe('teams that know no customers', () => {
  it('go whole where their lead goes, whatever their names', async () => {
    // The smaller teams of support and marketing follow nobody's customers; sales knows the regions.
    const before = await organisationOf(
      company(
        {
          a: { size: 5, capability: 'sales' },
          b: { size: 5, capability: 'sales' },
          c: { size: 5, capability: 'support' },
          d: { size: 5, capability: 'support' },
          e: { size: 3, capability: 'marketing' },
          f: { size: 3, capability: 'marketing' },
          g: { size: 3, capability: 'account-management' },
          h: { size: 3, capability: 'account-management' },
        },
        { north: { b: 30, g: 10 }, south: { a: 30, h: 10 } },
      ),
    );
    const { organisation, hires } = cluster.apply(before);
    expect(hires.size).toBe(0);
    // The leads come under the heads of two clusters; everyone else stays where they are.
    expect(withNewManager(before, organisation!).filter((id) => id.length > 1)).toEqual([]);
  });
});

describe('people who know customers themselves', () => {
  it('stay with these rather than with their manager', async () => {
    const before = await organisationOf(
      company(
        {
          a: { size: 4, capability: 'sales' },
          b: { size: 4, capability: 'sales' },
          c: { size: 3, capability: 'account-management' },
          d: { size: 3, capability: 'marketing' },
        },
        { north: { a: 9, a0: 9, a1: 9, b0: 9, b1: 9 }, south: { b: 9, a2: 9, a3: 9, b2: 9, b3: 9 } },
      ),
    );
    const { organisation } = cluster.apply(before);
    expect(organisation!.relationships.seat.length).toBe(before.relationships.seat.length);
    expect(withNewManager(before, organisation!)).toEqual(expect.arrayContaining(['b0', 'b1', 'a2', 'a3']));
  });
});
