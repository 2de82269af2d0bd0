import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { askContext, said } from './premises.ts';

export const fitProjectBased = defineFitRule({
  id: 'fit-project-based',
  summary: 'What is sold are projects, whose teams come and go, and clusters are meant to last.',
  why: {
    text: 'Where projects are the value proposition, teams form around each and end with it. Clusters go on as long as their customers do.',
    source: 'Jackson',
  },
  fit: {
    statements: [
      {
        when: 'sales of projects',
        designs: ['cluster'],
        certainty: -0.4,
        premises(fit) {
          const { offering } = fit.facts.context;
          if (offering === undefined) return [askContext('offering')];
          return [said(fit, 'offering', `what is sold are ${offering}`, offering === 'projects' ? 1 : 0)];
        },
      },
    ],
    reads: ['context.offering'],
    change: 'It would change with a lasting service around the projects.',
  },
  examples: {
    bad: fitting('Offering', { context: { offering: 'projects' } }),
    good: fitting('Offering', { context: { offering: 'goods' } }),
    design: 'cluster',
  },
});
