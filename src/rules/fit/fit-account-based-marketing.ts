import { precisePercent } from '../../base/figures.ts';
import { marketingByName, shareOf } from '../company-facts.ts';
import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { isThere, questionOf, read } from './premises.ts';
import type { FitCase, Premise } from './statement.ts';

/** Share of marketing that has customers of its own for it to be taken for account-based. A judgement. */
const HALF = 0.5;
/** How sure that is. A judgement. */
const BY_NAME = 0.6;

function withAccounts(fit: FitCase): Premise | undefined {
  const share = shareOf(marketingByName(fit.baseline));
  if (share < HALF) return undefined;
  const text = `${precisePercent(share)} of marketing serves customers of its own, by name or by unit`;
  return { ...read(fit, ['people'], text, BY_NAME), ask: questionOf('account-based-marketing') };
}

const byAccount = (fit: FitCase) => [
  isThere(
    fit,
    'account-based-marketing',
    'marketing and sales work named accounts together, if not everywhere',
    withAccounts(fit),
  ),
];

export const fitAccountBasedMarketing = defineFitRule({
  id: 'fit-account-based-marketing',
  summary: 'Whether marketing and sales work account by account, which clusters carry further.',
  why: {
    text: 'Whoever markets and sells account by account will probably gain from clusters: the team around an account is half there.',
    source: 'Jackson; the reason is our reading',
  },
  fit: {
    statements: [
      {
        when: 'account-based marketing',
        designs: ['cluster'],
        certainty: 0.4,
        premises: byAccount,
      },
      {
        when: 'account-based marketing',
        designs: ['account-team'],
        certainty: 0.3,
        premises: byAccount,
      },
    ],
    reads: ['practices.account-based-marketing'],
    change: 'It would be otherwise if marketing went back to addressing everybody alike.',
  },
  examples: {
    bad: fitting('Accounts', {
      context: { market: 'mixed' },
      practices: { 'account-based-marketing': 'yes' },
    }),
    good: fitting('Accounts', {
      context: { market: 'mixed' },
      practices: { 'account-based-marketing': 'no' },
    }),
    design: 'cluster',
  },
});
