import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { askContext, contextLever, said } from './premises.ts';
import type { FitCase, Reading } from './statement.ts';

/** How poor each record is. */
const POOR = { poor: 1, mixed: 0.5, good: 0 } as const;
function record(fit: FitCase): Reading {
  const { collaboration = 'unknown' } = fit.facts.context;
  if (collaboration !== 'unknown')
    return said(
      fit,
      'collaboration',
      `the record of departments working together is ${collaboration}`,
      POOR[collaboration],
    );
  // That a chart shows nothing which joins departments is no record of how they work together.
  return askContext('collaboration');
}

export const fitCollaboration = defineFitRule({
  id: 'fit-collaboration',
  summary:
    'Departments have a poor record of working together, and every design that mixes their people asks them to.',
  why: {
    text: 'A cluster joins specialists who have sat in departments until now. Companies with a track record of poor collaboration struggle to make that work. Account teams, a matrix and phases ask for the same; that they do so a little less is our reading.',
    source: 'Jackson; the other designs are our reading',
  },
  fit: {
    statements: [
      {
        when: 'the record of collaboration',
        designs: ['cluster'],
        certainty: -0.6,
        premises: (fit) => [record(fit)],
      },
      {
        when: 'the record of collaboration',
        designs: ['lifecycle', 'account-team', 'matrix'],
        certainty: -0.5,
        premises: (fit) => [record(fit)],
      },
    ],
    reads: ['context.collaboration'],
    change: 'To change that: evidence of the contrary, as from a pilot with one cluster.',
    levers: [
      contextLever(
        'collaboration',
        'Get departments to work together first: goals in common, and a pilot with one cross-functional team.',
        () => 'good',
      ),
    ],
  },
  examples: {
    bad: fitting('Poor or good together', { context: { collaboration: 'poor' } }),
    good: fitting('Poor or good together', { context: { collaboration: 'good' } }),
    design: 'cluster',
  },
  *check(view, { design }) {
    const { context, origin } = view.organisation;
    if (design !== 'cluster' || context.collaboration !== 'poor') return;
    yield {
      message:
        'Clusters will be a struggle here: the record of departments working together is poor (context.collaboration), and a cluster lives on it. To change that: evidence of the contrary, as from a pilot with one cluster.',
      entity: { kind: 'design', id: design },
      at: origin,
    };
  },
});
