import { counted } from '../../base/text.ts';
import { answerOf } from '../../model/practices.ts';
import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { askContext, contextLever, said } from './premises.ts';
import type { FitCase, Reading } from './statement.ts';

/** What is left where cases rest on lifetime value, and not on the next years. A judgement. */
const BY_LIFETIME_VALUE = 0.5;

function late(fit: FitCase): Reading {
  const years = fit.facts.context.paybackYears;
  if (years === undefined) return askContext('paybackYears');
  const { paybackLimit } = fit.baseline.organisation.policy;
  const byValue = answerOf(fit.facts, 'lifetime-value-segments').answer === 'yes';
  const longer = years > paybackLimit;
  const text = `it is expected to pay for itself after ${counted(years, 'year')}, where ${counted(paybackLimit, 'year')} are what is waited for`;
  return said(
    fit,
    'paybackYears',
    byValue ? `${text}, but customers are seen by lifetime value, which eases it` : text,
    longer ? (byValue ? BY_LIFETIME_VALUE : 1) : 0,
  );
}

export const fitPayback = defineFitRule({
  id: 'fit-payback',
  summary: 'The reorganisation takes longer to pay for itself than such cases are given.',
  why: {
    text: 'What is done for customers is judged by what returns within about two years, though customers stay longer. A case that rests on lifetime value is given more time.',
    source: 'Bush; the exception is our reading',
  },
  options: ['paybackLimit'],
  finding: 'once',
  fit: {
    statements: [
      {
        when: 'a late payback',
        designs: ['company'],
        certainty: -0.3,
        premises: (fit) => [late(fit)],
      },
    ],
    reads: ['context.paybackYears', 'practices.lifetime-value-segments'],
    change: 'To change that: stages that pay sooner, or a case that rests on lifetime value.',
    levers: [
      contextLever(
        'paybackYears',
        'Cut the reorganisation into stages that each pay within the time that is given.',
        (years, { paybackLimit }) => Math.min(years, paybackLimit),
      ),
    ],
  },
  examples: {
    bad: fitting('Payback', { context: { paybackYears: 4 } }),
    good: fitting('Payback', { context: { paybackYears: 2 } }),
  },
});
