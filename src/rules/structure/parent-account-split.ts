import { counted } from '../../base/text.ts';
import { familiesOf } from '../../model/families.ts';
import { listed } from '../../model/listed.ts';
import type { Index } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { team } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';

const cluster = (
  id: string,
) => `  - { id: vp-${id}, title: Customer Cluster VP, capability: leadership, department: ${id}, manager: chief }
${team('Marketing Specialist', id, `vp-${id}`, [`m1-${id}`, `m2-${id}`])}
${team('Sales Executive', id, `vp-${id}`, [`s1-${id}`, `s2-${id}`])}
${team('Account Manager', id, `vp-${id}`, [`a1-${id}`, `a2-${id}`])}`;

const company = (name: string, north: string, south: string) => `
version: 1
name: ${name}
policy: { centreSize: 0 }
journeys:
  - { id: sale, steps: [{ phase: acquire, capability: sales, hours: 10 }] }
departments:
  - { id: north, name: North, kind: cluster, head: vp-north, accountable: true, serves: [${north}] }
  - { id: south, name: South, kind: cluster, head: vp-south, accountable: true, serves: [${south}] }
people:
  - { id: chief, title: Chief Executive Officer }
${cluster('north')}
${cluster('south')}
customers:
  - { id: mill, revenue: 1000, parent: works }
  - { id: yard, revenue: 1000, parent: works }
  - { id: shop, revenue: 1000 }
`;

/** Cluster of each customer that one is dedicated to. */
function clusterOfCustomers({ organisation }: View): ReadonlyMap<Index, Index> {
  const found = new Map<Index, Index>();
  organisation.units.forEach((unit, at) => {
    if (unit.kind !== 'cluster' || unit.serves.kind !== 'some') return;
    for (const customer of unit.serves.customers) found.set(customer, at);
  });
  return found;
}

export const parentAccountSplit = defineRule({
  id: 'parent-account-split',
  about: 'structure',
  severity: 'warning',
  summary: 'Accounts of one parent account are served by different clusters.',
  why: {
    text: 'A cluster serves its customers from end to end. A customer with several accounts meets as many clusters as they are spread over, and the walls are back.',
    source: 'Jackson',
  },
  examples: {
    bad: company('Two clusters for one parent', 'mill', 'yard, shop'),
    good: company('One cluster for each parent', 'mill, yard', 'shop'),
  },
  *check(view) {
    const { organisation } = view;
    const clusterOf = clusterOfCustomers(view);
    if (clusterOf.size === 0) return;
    const split = familiesOf(organisation).flatMap((accounts) => {
      const clusters = new Set(accounts.flatMap((account) => clusterOf.get(account) ?? []));
      return clusters.size > 1 ? [{ accounts, clusters }] : [];
    });
    if (split.length === 0) return;
    const { customers, units } = organisation;
    yield {
      message: `${counted(split.length, 'parent account is', 'parent accounts are')} served by several clusters, each with a part of the accounts. To change that: put all accounts of a parent into one cluster.`,
      count: split.length,
      examples: examplesOf(
        split,
        ({ accounts, clusters }) =>
          `${customers.parent[accounts.find((at) => customers.parent[at] !== '')!]}: ${[...clusters]
            .sort((a, b) => a - b)
            .map((at) => units[at]!.name)
            .join(' and ')}`,
      ),
      at: customers.origin(
        listed(
          split.flatMap(({ accounts }) => accounts),
          customers,
        )[0]!,
      ),
    };
  },
});
