import { grouped } from '../../base/grouped.ts';
import { accountants, team } from '../examples/companies.ts';
import { defineRule } from '../rule.ts';

const company = (layers: number) => `
version: 1
name: Three levels of managers
policy: { maximumLayers: ${layers} }
departments: [{ id: finance, head: m1 }]
people:
  - { id: chief, title: Chief Executive Officer }
${team('Finance Director', 'finance', 'chief', ['m1', 'm2'])}
${team('Finance Manager', 'finance', 'm1', ['m3', 'm4'])}
${accountants(3, 'm2', 'a')}
${accountants(3, 'm3', 'b')}
${accountants(3, 'm4', 'c')}
`;

export const tooManyLayers = defineRule({
  id: 'too-many-layers',
  about: 'structure',
  severity: 'warning',
  summary: 'There are more levels of managers between the top and the front line than should be.',
  why: {
    text: 'What a customer says passes every level on its way up, and every decision on its way down. Where the limit lies is a judgement; it is yours to set.',
    source: 'A judgement',
  },
  options: ['maximumLayers'],
  examples: { bad: company(2), good: company(3) },
  needs: ['lines'],
  *check(view) {
    const { people, policy } = view.organisation;
    const { depth } = view.tree();
    let deepest = -1;
    for (const { lead } of view.spans()) if (deepest < 0 || depth[lead]! > depth[deepest]!) deepest = lead;
    if (deepest < 0) return;
    const layers = depth[deepest]! + 1;
    if (layers <= policy.maximumLayers) return;
    yield {
      message: `There are ${grouped(layers)} levels of managers from the top down to ${view.person(deepest)}; at most ${policy.maximumLayers} are advised.`,
      value: layers,
      limit: policy.maximumLayers,
      entity: { kind: 'person', id: people.id[deepest]! },
      at: people.origin(deepest),
    };
  },
});
