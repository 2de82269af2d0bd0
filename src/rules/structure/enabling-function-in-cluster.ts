import { allOf, counted } from '../../base/text.ts';
import { listed } from '../../model/listed.ts';
import type { Index } from '../../model/organisation.ts';
import { team } from '../examples/companies.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { membersBelow } from './unit-members.ts';

const cluster = (name: string, accountant: string) => `
version: 1
name: ${name}
departments:
  - { id: retail, name: Retail, kind: cluster, head: vp }
  - { id: finance, name: Finance, kind: common-service, servesUnits: [retail] }
people:
  - { id: vp, title: Customer Cluster VP, capability: leadership, department: retail }
${team('Marketing Specialist', 'retail', 'vp', ['m1', 'm2'])}
${team('Sales Executive', 'retail', 'vp', ['s1', 's2'])}
${team('Account Manager', 'retail', 'vp', ['a1', 'a2'])}
${accountant}
${team('Accountant', 'finance', 'f1', ['f2', 'f4'])}
`;

export const enablingFunctionInCluster = defineRule({
  id: 'enabling-function-in-cluster',
  about: 'structure',
  severity: 'warning',
  summary: 'A cluster holds people of a function that serves the whole company.',
  why: {
    text: 'Finance, human resources, IT, procurement and the like are delivered by experts for the whole company and stay departments. They treat the clusters as their customers.',
    source: 'Jackson',
  },
  examples: {
    bad: cluster(
      'An accountant in the cluster',
      '  - { id: f1, title: Finance Manager, department: finance, manager: vp }\n  - { id: f3, title: Accountant, department: retail, manager: vp }',
    ),
    good: cluster(
      'Finance beside the cluster',
      '  - { id: f1, title: Finance Manager, department: finance, manager: vp }',
    ),
  },
  *check(view) {
    const { units, capabilities, people } = view.organisation;
    for (const [index, unit] of units.entries()) {
      if (unit.kind !== 'cluster') continue;
      const seats: Index[] = [];
      for (const seat of membersBelow(view, index))
        if (capabilities[people.capability[seat]!]?.role === 'enabling') seats.push(seat);
      if (seats.length === 0) continue;
      const inOrder = listed(seats, people);
      const functions = [...new Set(seats.map((seat) => people.capability[seat]!))].sort((a, b) => a - b);
      yield {
        message: `The cluster ${unit.name} holds ${counted(seats.length, 'seat', 'seats')} of ${allOf(functions.map((capability) => capabilities[capability]!.name))}, which serve the whole company and belong in a department of their own.`,
        count: seats.length,
        examples: examplesOf(inOrder, view.person),
        entity: { kind: 'unit', id: unit.id },
        at: people.origin(inOrder[0]!),
      };
    }
  },
});
