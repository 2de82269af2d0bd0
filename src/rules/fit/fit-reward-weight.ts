import { precisePercent } from '../../base/figures.ts';
import { counted } from '../../base/text.ts';
import { fitting } from '../examples/companies.ts';
import { rewardWeights } from '../flow/pay.ts';
import { defineFitRule } from './fit-rule.ts';
import { askContext, contextLever, isMissing, said } from './premises.ts';
import type { FitCase, Reading } from './statement.ts';

/** What is left of an answer that names no share, and of what scorecards say. A judgement. */
const WITHOUT_A_SHARE = 0.8;

/** What the weights on scorecards say where nobody has answered. */
function byScorecards(fit: FitCase): Reading {
  const { organisation } = fit.baseline;
  const { smallRewardShare } = organisation.policy;
  const weights = rewardWeights(organisation);
  const { ask } = askContext('customerPayShare');
  if (weights === null) return { ask };
  return {
    text: `${precisePercent(weights.share)} of the variable pay of ${counted(weights.owners, 'owner')} of scorecards depends on customer measures, where ${precisePercent(smallRewardShare)} would count`,
    certainty: smallRewardShare > 0 ? Math.max(0, 1 - weights.share / smallRewardShare) : 0,
    at: weights.at,
    derived: true,
    ...(ask === null ? {} : { ask }),
  };
}

function lowWeight(fit: FitCase): Reading {
  const { smallRewardShare } = fit.baseline.organisation.policy;
  const share = fit.facts.context.customerPayShare;
  if (share !== undefined)
    return said(
      fit,
      'customerPayShare',
      `${precisePercent(share)} of executives’ variable pay depends on customer measures, where ${precisePercent(smallRewardShare)} would count`,
      smallRewardShare > 0 ? Math.max(0, 1 - share / smallRewardShare) : 0,
    );
  const answered = isMissing(
    fit,
    'pay-tied-to-customers',
    'no noticeable part of all executives’ pay depends on customer measures',
    byScorecards(fit),
  );
  return 'certainty' in answered
    ? { ...answered, certainty: WITHOUT_A_SHARE * answered.certainty }
    : answered;
}

export const fitRewardWeight = defineFitRule({
  id: 'fit-reward-weight',
  summary: 'Customer measures weigh little in what executives are paid for.',
  why: {
    text: 'With a small weight in rewards, customer focus stays a best effort whatever the chart says. Where small begins is a judgement.',
    source: 'Focus/Centric/Led',
  },
  options: ['smallRewardShare'],
  finding: 'once',
  fit: {
    statements: [
      {
        when: 'pay that hardly depends on customers',
        designs: ['company'],
        certainty: -0.4,
        premises: (fit) => [lowWeight(fit)],
      },
    ],
    reads: ['context.customerPayShare', 'practices.pay-tied-to-customers'],
    change: 'To change that: a fifth or more of variable pay on customer measures, for all executives.',
    levers: [
      contextLever(
        'customerPayShare',
        'Let a fifth or more of executives’ variable pay depend on customer measures.',
        (share, { smallRewardShare }) => Math.max(share, smallRewardShare),
      ),
    ],
  },
  examples: {
    bad: fitting('Pay', { context: { customerPayShare: 0 } }),
    good: fitting('Pay', { context: { customerPayShare: 0.2 } }),
  },
});
