import { counted } from '../../base/text.ts';
import { clusterWithServices } from '../examples/structures.ts';
import { examplesOf } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { learns, topmost } from './flows.ts';

export const flowLearningMissing = defineRule({
  id: 'flow-learning-missing',
  about: 'structure',
  severity: 'warning',
  summary: 'Clusters do not pass on what works, or do not hear of it, though there are centres of expertise.',
  why: {
    text: 'Centres find what works in one cluster and bring the others to use it. A cluster that neither tells nor hears learns everything by itself. Where there is no centre at all, readiness says so.',
    source: 'Jackson',
  },
  examples: {
    bad: clusterWithServices('The cluster tells and never hears', { heard: false }),
    good: clusterWithServices('The cluster tells and hears'),
  },
  *check({ organisation }) {
    const { units } = organisation;
    const clusters = topmost(organisation, 'cluster');
    if (clusters.length === 0 || topmost(organisation, 'centre-of-expertise').length === 0) return;
    const apart = clusters.filter((cluster) => !learns(organisation, cluster));
    const [first] = apart;
    if (first === undefined) return;
    yield {
      message: `${apart.length} of ${counted(clusters.length, 'cluster')} ${apart.length === 1 ? 'does' : 'do'} not both pass on what works and hear of it. To change that: add flows of the kind best-practice to and from a centre of expertise.`,
      limit: clusters.length,
      count: apart.length,
      examples: examplesOf(apart, (cluster) => units[cluster]!.name),
      at: units[first]!.origin,
    };
  },
});
