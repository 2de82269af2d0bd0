import { allOf, counted } from '../../base/text.ts';
import { twoClusters } from '../examples/structures.ts';
import { defineRule } from '../rule.ts';
import { skillsOfClusters, topmost } from './flows.ts';

export const flowCentreMissing = defineRule({
  id: 'flow-centre-missing',
  about: 'structure',
  severity: 'note',
  summary: 'A skill that several clusters have has no centre of expertise.',
  why: {
    text: 'A small team for each clustered skill keeps processes and systems common, which holds clusters together and costs down. A note, since a small company may have nobody to spare, and somebody can look after them without a unit; where policy.centreSize is 0 that was decided, and nothing is said.',
    source: 'Jackson',
  },
  options: ['centreSize'],
  examples: {
    bad: twoClusters('Nobody keeps account management common', { centres: ['marketing', 'sales'] }),
    good: twoClusters('A centre for every skill'),
  },
  *check(view) {
    const { organisation } = view;
    if (organisation.policy.centreSize === 0) return;
    const { shared, withoutCentre } = skillsOfClusters(view);
    if (withoutCentre.length === 0) return;
    const names = allOf(withoutCentre.map((capability) => organisation.capabilities[capability]!.name));
    yield {
      message: `${withoutCentre.length} of ${counted(shared.length, 'skill')} of several clusters ${withoutCentre.length === 1 ? 'has' : 'have'} no centre of expertise to keep processes and systems common: ${names}. To change that: give each a department of the kind centre-of-expertise; where a design has people to spare, policy.centreSize does it.`,
      limit: shared.length,
      count: withoutCentre.length,
      at: organisation.units[topmost(organisation, 'cluster')[0]!]!.origin,
    };
  },
});
