import { alternatives } from '../../base/text.ts';
import type { Index } from '../../model/organisation.ts';
import { team } from '../examples/companies.ts';
import { defineRule } from '../rule.ts';
import { membersBelow } from './unit-members.ts';

const cluster = (name: string, more: string) => `
version: 1
name: ${name}
departments:
  - { id: retail, name: Retail, kind: cluster, head: vp }
people:
  - { id: vp, title: Customer Cluster VP, capability: leadership, department: retail }
${team('Marketing Specialist', 'retail', 'vp', ['m1', 'm2'])}
${team('Account Manager', 'retail', 'vp', ['a1', 'a2'])}
${more}`;

export const clusterMissingCapability = defineRule({
  id: 'cluster-missing-capability',
  about: 'structure',
  severity: 'error',
  summary: 'A cluster has nobody for a skill that every cluster needs.',
  why: {
    text: 'A cluster serves its customers from end to end. Marketing, sales and account management are essential in it; without one of them the customer is sent to another department again.',
    source: 'Jackson',
  },
  examples: {
    bad: cluster('Nobody sells', ''),
    good: cluster('Two sell', `${team('Sales Executive', 'retail', 'vp', ['s1', 's2'])}\n`),
  },
  needs: ['capabilities'],
  *check(view) {
    const { units, capabilities, people } = view.organisation;
    const essential = capabilities.flatMap(({ role }, index) => (role === 'essential' ? [index] : []));
    for (const [index, unit] of units.entries()) {
      if (unit.kind !== 'cluster') continue;
      const there = new Set<Index>();
      const open = new Set<Index>();
      let present = 0;
      for (const seat of membersBelow(view, index)) {
        if (people.vacant[seat] === 0) present++;
        const held = people.vacant[seat] === 1 ? open : there;
        held.add(people.capability[seat]!);
        for (const capability of people.secondary.get(seat) ?? []) held.add(capability);
      }
      const missing = essential.filter((capability) => !there.has(capability));
      // That nobody at all is there is told by its size.
      if (missing.length === 0 || (present === 0 && open.size === 0)) continue;
      const names = (list: readonly Index[], conjunction: string) =>
        alternatives(
          list.map((capability) => capabilities[capability]!.name),
          conjunction,
        );
      const waiting = missing.filter((capability) => open.has(capability));
      yield {
        message: `The cluster ${unit.name} has people for ${essential.length - missing.length} of the ${essential.length} essential skills: nobody for ${names(missing, 'or')}.${waiting.length === 0 ? '' : ` Open seats for ${names(waiting, 'and')} are there to be filled.`}`,
        value: essential.length - missing.length,
        limit: essential.length,
        count: missing.length,
        entity: { kind: 'unit', id: unit.id },
        at: unit.origin,
      };
    }
  },
});
