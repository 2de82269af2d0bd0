import { precisePercent } from '../../base/figures.ts';
import type { View } from '../../model/view.ts';
import { marketOf, shareOf, withAttribute } from '../company-facts.ts';
import { sellers } from '../examples/companies.ts';
import type { Observation } from '../finding.ts';
import { rewardWeights } from '../flow/pay.ts';
import { defineRule } from '../rule.ts';

/** From here on the data say the opposite of an answer. A judgement. */
export const THE_OTHER_WAY = 0.8;
/** Share of the customers that must have the attribute of target markets. A judgement. */
const HALF = 0.5;
/** Shares of pay that differ by more are two statements. A judgement. */
const PAY_APART = 0.1;

function* contradictions(
  view: View,
): Iterable<Pick<Observation, 'message' | 'value' | 'limit'> & { key: string }> {
  const { context } = view.organisation;
  const mix = marketOf(view);
  const byRevenue = mix.revenueKnown && mix.byRevenue.of > 0;
  const counting = byRevenue ? mix.byRevenue : mix.byCount;
  const b2c = shareOf(counting);
  const other = context.market === 'b2b' ? b2c : context.market === 'b2c' ? 1 - b2c : 0;
  if (counting.of > 0 && other >= THE_OTHER_WAY)
    yield {
      key: 'market',
      message: `context.market is ${context.market}, and ${precisePercent(other)} of the ${byRevenue ? 'revenue' : 'customers'} is ${context.market === 'b2b' ? 'b2c' : 'b2b'} by \`customers:\`; from ${precisePercent(THE_OTHER_WAY)} on one of the two is doubtful. The answer counts.`,
      value: other,
      limit: THE_OTHER_WAY,
    };
  const weights = rewardWeights(view.organisation);
  const apart =
    context.customerPayShare === undefined || weights === null
      ? 0
      : Math.abs(context.customerPayShare - weights.share);
  if (apart > PAY_APART)
    yield {
      key: 'customerPayShare',
      message: `context.customerPayShare is ${precisePercent(context.customerPayShare!)}, and by the weights on scorecards it is ${precisePercent(weights!.share)}: ${precisePercent(apart)} apart, where up to ${precisePercent(PAY_APART)} may be rounding. The answer counts.`,
      value: apart,
      limit: PAY_APART,
    };
  if (context.targetMarkets === undefined) return;
  const given = withAttribute(view, context.targetMarkets.attribute);
  if (given.of > 0 && shareOf(given) < HALF)
    yield {
      key: 'targetMarkets',
      message: `context.targetMarkets names ${context.targetMarkets.attribute}, which ${precisePercent(shareOf(given))} of the customers have; below ${precisePercent(HALF)} it does not tell who is wanted.`,
      value: shareOf(given),
      limit: HALF,
    };
}

/** A company whose one customer of a known market is a business. */
const selling = (market: string): string =>
  sellers('Answer and data', { customer: ', market: b2b' }).replace(
    'journeys:',
    `context: { market: ${market} }\njourneys:`,
  );

export const fitAnswerContradictsData = defineRule({
  id: 'fit-answer-contradicts-data',
  about: 'data',
  severity: 'note',
  summary: 'An answer of the context is the opposite of what the data of the file say.',
  why: {
    text: 'An answer goes before what can be read from the data, since data can be incomplete. Where the two say the opposite, one of them should be looked at before anybody relies on a verdict.',
    source: 'orgdesign, model section 9',
  },
  examples: {
    bad: selling('b2c'),
    good: selling('b2b'),
  },
  *check(view, { design }) {
    if (design !== 'as-is') return;
    for (const { key, ...found } of contradictions(view))
      yield {
        ...found,
        at: view.organisation.placeOf(['context', key]),
      };
  },
});
