import { clusterable } from './example-clusters.ts';
import { defineRule } from './rule.ts';

export const fitCollaboration = defineRule({
  id: 'fit-collaboration',
  about: 'fit',
  severity: 'warning',
  summary: 'Departments have a poor record of working together, and clusters ask them to.',
  why: {
    text: 'A cluster joins specialists who have sat in departments until now. Companies with a track record of poor collaboration struggle to make that work.',
    source: 'Jackson',
  },
  options: [],
  examples: {
    bad: clusterable('Poor together', { context: 'staff: 400, collaboration: poor' }),
    good: clusterable('Good together', { context: 'staff: 400, collaboration: good' }),
    design: 'cluster',
  },
  *check(view, { design }) {
    const { context, origin } = view.organisation;
    if (design !== 'cluster' || context.collaboration !== 'poor') return;
    yield {
      message:
        'Clusters will be a struggle here: the record of departments working together is poor (context.collaboration), and a cluster lives on it. It would change with evidence of the contrary, as from a pilot with one cluster.',
      value: null,
      limit: null,
      entity: { kind: 'design', id: design },
      at: origin,
    };
  },
});
