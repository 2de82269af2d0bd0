import { fitting } from '../examples/companies.ts';
import { crossings } from './company-facts.ts';
import { defineFitRule } from './fit-rule.ts';
import { askContext, contextLever, read, said } from './premises.ts';
import type { FitCase, Premise, Reading } from './statement.ts';

/** How poor each record is. */
const POOR = { poor: 1, mixed: 0.5, good: 0 } as const;
/** How sure it is that departments work together badly where nothing in the file joins them. A judgement. */
const NOTHING_CROSSES = 0.3;

function record(fit: FitCase): Reading {
  const { collaboration = 'unknown' } = fit.facts.context;
  if (collaboration !== 'unknown')
    return said(
      fit,
      'collaboration',
      `the record of departments working together is ${collaboration}`,
      POOR[collaboration],
    );
  const { units, secondLines, jointDepartments, interactions } = crossings(fit.baseline);
  if (units < 2) return askContext('collaboration');
  const crosses = secondLines > 0 || jointDepartments > 0 || interactions === true;
  return {
    ...read(
      fit,
      ['people'],
      'nothing in the file joins departments that serve customers: no second line, no mixed team, nobody who works across',
      crosses ? 0 : NOTHING_CROSSES,
    ),
    ...askContext('collaboration'),
  } as Premise;
}

export const fitCollaboration = defineFitRule({
  id: 'fit-collaboration',
  summary: 'Departments have a poor record of working together, and clusters ask them to.',
  why: {
    text: 'A cluster joins specialists who have sat in departments until now. Companies with a track record of poor collaboration struggle to make that work.',
    source: 'Jackson',
  },
  fit: {
    statements: [
      {
        when: 'the record of collaboration',
        designs: ['cluster'],
        certainty: -0.6,
        premises: (fit) => [record(fit)],
      },
    ],
    reads: ['context.collaboration'],
    change: 'It would change with evidence of the contrary, as from a pilot with one cluster.',
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
        'Clusters will be a struggle here: the record of departments working together is poor (context.collaboration), and a cluster lives on it. It would change with evidence of the contrary, as from a pilot with one cluster.',
      entity: { kind: 'design', id: design },
      at: origin,
    };
  },
});
