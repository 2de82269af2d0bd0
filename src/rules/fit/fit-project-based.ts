import { precisePercent } from '../../base/figures.ts';
import type { View } from '../../model/view.ts';
import { retentionOf, servedByName, shareOf } from '../company-facts.ts';
import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { askContext, said } from './premises.ts';

/** What is left of the certainty where the same customers come back. A judgement. */
const COME_BACK = 0.25;
/** Share of the customers with somebody of their own, and share that is kept, from which they come back. Judgements. */
const OWNED = 0.5;
const KEPT = 0.5;

/** That the same customers come back, as part of a sentence: most have an owner, and most are kept; null where the file does not show it. */
function comeBack(view: View): string | null {
  const served = servedByName(view);
  const { kept, known } = retentionOf(view);
  return shareOf(served) < OWNED || known < OWNED || kept < KEPT
    ? null
    : `the same customers come back: ${precisePercent(kept)} are kept from year to year, and ${precisePercent(shareOf(served))} of ${served.by === 'revenue' ? 'revenue' : 'customers'} has an owner`;
}

export const fitProjectBased = defineFitRule({
  id: 'fit-project-based',
  summary: 'What is sold are projects, whose teams come and go, and clusters are meant to last.',
  why: {
    text: 'Where projects are the value proposition, teams form around each and end with it. Clusters go on as long as their customers do: where the same customers come back, and have somebody of their own, there is something that lasts.',
    source: 'Jackson; customers who come back are our reading',
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
          const again = offering === 'projects' ? comeBack(fit.baseline) : null;
          return [
            said(
              fit,
              'offering',
              `what is sold are ${offering}${again === null ? '' : `, though ${again}`}`,
              offering === 'projects' ? (again === null ? 1 : COME_BACK) : 0,
            ),
          ];
        },
      },
    ],
    cap({ subject, facts, baseline }) {
      if (subject !== 'cluster' || facts.context.offering !== 'projects') return undefined;
      return comeBack(baseline) === null
        ? { at: 'rather not', text: 'what is sold are projects, whose teams come and go' }
        : { at: 'suits, if', text: 'the same customers go on coming back with new projects' };
    },
    reads: ['context.offering'],
    change:
      'To change that: a lasting service around the projects, or customers who come back: give their owners and their retention.',
  },
  examples: {
    bad: fitting('Offering', { context: { offering: 'projects' } }),
    good: fitting('Offering', { context: { offering: 'goods' } }),
    design: 'cluster',
  },
});
