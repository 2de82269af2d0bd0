import { describe, expect, it } from 'vitest';
import { groupsBy } from '../../../src/designs/cluster/groups.ts';
import { splitLargest } from '../../../src/designs/cluster/number/number.ts';
import { familiesOf } from '../../../src/model/families.ts';
import { findingsOfRule } from '../../rules/findings.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';
import { company } from './company.ts';

const family = (parents: Readonly<Record<string, string>>) => {
  const id = Object.keys(parents);
  const customers = { id, parent: Object.values(parents), count: id.length };
  return familiesOf({ customers } as never).map((members) => members.map((at) => id[at]));
};

describe('accounts of one parent', () => {
  it('are a family however many levels up, also under a parent that is not in the file', () => {
    expect(family({ a: '', b: 'a', c: 'b', d: '', e: 'x', f: 'x' })).toEqual([
      ['a', 'b', 'c'],
      ['e', 'f'],
    ]);
    expect(family({ a: '', b: '' })).toEqual([]);
  });
  it('end where a circle of parents closes, and a long chain is one', () => {
    expect(family({ a: 'b', b: 'c', c: 'a', d: 'd' })).toEqual([['a', 'b', 'c']]);
    const chain = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [`n${at}`, at === 0 ? '' : `n${at - 1}`]),
    );
    expect(family(chain)[0]?.length).toBe(500);
  });

  const customers = [
    { id: 'a1', parent: 'works', attributes: { kind: 'a' }, effort: { sales: 10 } },
    { id: 'a2', attributes: { kind: 'a' }, effort: { sales: 10 } },
    { id: 'b1', parent: 'works', attributes: { kind: 'b' }, effort: { sales: 30 } },
    { id: 'c1', attributes: { kind: 'c' }, effort: { sales: 10 } },
  ];

  it('go where the one with most hours is, and only the groups that change lose their value', async () => {
    const organisation = await organisationOf({ ...company(), customers });
    const clustered = [...organisation.capabilities.keys()];
    const { groups, joined } = groupsBy(organisation, organisation.customers.attributes[0]!, clustered);
    expect(joined).toBe(1);
    expect(
      groups.map(({ name, values, customers: rows }) => [
        name,
        values,
        rows.map((at) => organisation.customers.id[at]).sort(),
      ]),
    ).toEqual([
      ['a', [], ['a2']],
      ['b', [], ['a1', 'b1']],
      ['c', ['c'], ['c1']],
    ]);
  });

  it('are parted only where nothing else could be cut, and that is a finding', async () => {
    const organisation = await organisationOf({ ...company(), customers });
    const clustered = [...organisation.capabilities.keys()];
    const { groups } = groupsBy(organisation, organisation.customers.attributes[0]!, clustered);
    const of = (some: typeof groups) =>
      some.map((group) => group.customers.map((at) => organisation.customers.id[at]).sort());
    // Only the family has more than one account.
    expect(of(splitLargest(organisation, clustered, groups))).toEqual([['a2'], ['b1'], ['a1'], ['c1']]);
    const one = splitLargest(organisation, clustered, [
      { ...groups[0]!, customers: groups.flatMap((group) => group.customers).sort((x, y) => x - y) },
    ]);
    expect(of(one)).toContainEqual(['a1', 'b1']);

    const asked = { ...company(), customers, designs: { cluster: { clusters: 4 } } };
    const [finding] = await findingsOfRule('parent-account-split', JSON.stringify(asked), 'cluster');
    expect(finding).toMatchObject({ value: 1, examples: ['works: b 1 and b 2'] });
    const { explanation } = designOf('cluster').apply(organisation);
    expect(explanation).toContain('1 account was kept with the rest of the same parent.');
  });

  it('cuts a group at half of its hours, and by number where nothing is needed', async () => {
    const rows = Array.from({ length: 6 }, (_, at) => ({ id: `c${at}`, attributes: { kind: 'x' } }));
    const sizes = async (efforts: readonly number[] | null) => {
      const organisation = await organisationOf({
        ...company(),
        customers: rows.map((row, at) => ({ ...row, effort: { sales: efforts?.[at] ?? 0 } })),
      });
      const sales = organisation.capabilities.findIndex(({ id }) => id === 'sales');
      const { groups } = groupsBy(organisation, organisation.customers.attributes[0]!, [sales]);
      return splitLargest(organisation, [sales], groups).map((group) => group.customers.length);
    };
    expect(await sizes([1, 1, 1, 1, 1, 1])).toEqual([3, 3]);
    expect(await sizes([30, 10, 5, 5, 5, 5])).toEqual([1, 5]);
    expect(await sizes(null)).toEqual([3, 3]);
  });
});
