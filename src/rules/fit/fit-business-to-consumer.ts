import { precisePercent } from '../../base/figures.ts';
import { given } from '../../base/given.ts';
import { grouped } from '../../base/grouped.ts';
import { type MarketMix, marketMix, marketOf, type Share, shareOf } from '../company-facts.ts';
import { groupsOf } from '../customer-groups.ts';
import { fitting } from '../examples/companies.ts';
import { THE_OTHER_WAY } from './fit-answer-contradicts-data.ts';
import { defineFitRule } from './fit-rule.ts';
import { askContext, read, said } from './premises.ts';
import type { FitCase, Reading } from './statement.ts';

/** More of the market than this is most of it. */
const MOST = 0.5;
/** What is left of the certainty where customers are counted by number and another sign says the opposite. */
const SIGNS_DISAGREE = 0.5;

const amount = (value: number) => grouped(value, 0);
const outOf = ({ part, of }: Share) => `${amount(part)} of ${amount(of)}`;

/** What else the file shows of the market, where revenue does not settle it. */
function otherSigns({ byRevenue, ownedBusinesses: owned }: MarketMix): string {
  const signs: string[] = [];
  if (owned.of > 0 && shareOf(owned) > MOST)
    signs.push(
      owned.part === owned.of
        ? `all ${amount(owned.of)} customers with an owner are b2b`
        : `${outOf(owned)} customers with an owner are b2b`,
    );
  const revenue = byRevenue.of > 0 ? shareOf(byRevenue) : 1;
  if (revenue <= MOST) signs.push(`${precisePercent(1 - revenue)} of the revenue that is known is b2b`);
  if (signs.length === 0) return '';
  const every = byRevenue.of === 0 || revenue <= MOST;
  return `, b2b by ${every ? 'every other sign' : 'another sign'} (${signs.join('; ')}); this lowers the certainty`;
}

/** Whether revenue settles the market, and if not, what number says. */
const countingOf = (mix: MarketMix): Share =>
  mix.revenueKnown && mix.byRevenue.of > 0 ? mix.byRevenue : mix.byCount;

/** How sure it is that the company sells to consumers, or to businesses. */
function sellsTo(fit: FitCase, market: 'b2c' | 'b2b'): Reading {
  const who = market === 'b2c' ? 'consumers' : 'businesses';
  const given = fit.facts.context.market;
  if (given !== undefined) return said(fit, 'market', `it sells to ${who}`, given === market ? 1 : 0);
  const mix = marketOf(fit.baseline);
  const counting = countingOf(mix);
  if (counting.of === 0) return askContext('market');
  const b2c = shareOf(counting);
  const share = market === 'b2c' ? b2c : 1 - b2c;
  const shown = `${precisePercent(share)} of its ${counting === mix.byRevenue ? 'revenue' : 'customers'} is ${market}`;
  if (counting === mix.byRevenue) return read(fit, ['customers'], shown, 2 * share - 1);
  const revenue = mix.byRevenue.of > 0 ? shareOf(mix.byRevenue) : null;
  const opposite = market === 'b2c' ? otherSigns(mix) !== '' : revenue !== null && revenue > MOST;
  const doubt =
    market === 'b2c'
      ? otherSigns(mix)
      : `, yet ${precisePercent(revenue ?? 0)} of the revenue that is known is b2c; this lowers the certainty`;
  return read(
    fit,
    ['customers'],
    `${shown.replace(' is ', ' are ')}, by number${opposite ? doubt : ''}`,
    (2 * share - 1) * (opposite ? SIGNS_DISAGREE : 1),
  );
}

/** Where groups of customers differ as much as this, the data tell them apart; what is left of the objection then. Judgements. */
const APART = 0.3;
const EASED = 0.5;

/** The groups of customers, where data tell them apart. */
function toldApart(fit: Pick<FitCase, 'basis' | 'baseline'>) {
  const groups = groupsOf(fit);
  return groups === undefined || groups.random || (groups.explained ?? 0) < APART ? undefined : groups;
}

/** A consumer is too small for a team to know, a group of consumers is not: data that tell groups apart ease the objection. */
function eased(fit: FitCase, reading: Reading): Reading {
  const groups = toldApart(fit);
  if (!('certainty' in reading) || groups === undefined) return reading;
  return {
    ...reading,
    text: `${reading.text}, but the attribute ${groups.attribute} tells customers apart`,
    certainty: EASED * reading.certainty,
  };
}

/** Retention in the two groups of the example: they differ, and not so much that data tell them apart. */
const LITTLE_APART = [
  [0.9, 0.8],
  [0.8, 0.7],
] as const;

export const fitBusinessToConsumer = defineFitRule({
  id: 'fit-business-to-consumer',
  summary: 'Whether the company sells to businesses, or to consumers, whom customer clusters suit less.',
  why: {
    text: 'Clusters suit companies that sell to businesses better: there a customer is large enough for a team to know. They are not ruled out for consumers: one large consumer company has long done something alike, and where data tell groups of consumers apart a team can know its group.',
    source: 'Jackson, and a comment on the article; the reasons are our reading',
  },
  fit: {
    statements: [
      {
        when: 'sales to consumers',
        designs: ['cluster'],
        certainty: -0.5,
        premises: (fit) => [eased(fit, sellsTo(fit, 'b2c'))],
      },
      {
        when: 'sales to businesses',
        designs: ['cluster'],
        certainty: 0.3,
        change: 'It would be otherwise if more of what is sold went to consumers.',
        premises: (fit) => [sellsTo(fit, 'b2b')],
      },
    ],
    reads: ['context.market'],
    change:
      'To change that: clusters for the b2b customers alone, or a pilot that shows what they do for consumers.',
    levers: [
      {
        key: 'context.market',
        text: 'Settle whether the company sells to consumers, as is answered, or to businesses, as its customers in the file say.',
        apply(facts, { baseline }) {
          const { market, ...rest } = facts.context;
          const counting = countingOf(marketOf(baseline));
          return market === 'b2c' && counting.of > 0 && 1 - shareOf(counting) >= THE_OTHER_WAY
            ? { ...facts, context: rest }
            : null;
        },
      },
    ],
  },
  examples: {
    bad: fitting('Whom it sells to', { market: 'b2c', retention: LITTLE_APART }),
    good: fitting('Whom it sells to', { market: 'b2b', retention: LITTLE_APART }),
    design: 'cluster',
  },
  *check(_, { design, baseline, basis }) {
    if (design !== 'cluster' || toldApart({ baseline, ...given({ basis }) }) !== undefined) return;
    const { context, origin } = baseline.organisation;
    const entity = { kind: 'design', id: design };
    const change = `It would be otherwise if no more than ${precisePercent(MOST)} were b2c, or if the clusters were made for the b2b customers alone.`;
    if (context.market !== undefined) {
      if (context.market === 'b2c')
        yield {
          message: `Clusters suit this company less: it sells to consumers (context.market is b2c). ${change}`,
          limit: MOST,
          entity,
          at: origin,
        };
      return;
    }
    const mix = marketMix(baseline.organisation);
    const counting = countingOf(mix);
    const share = shareOf(counting);
    if (share <= MOST) return;
    const evidence =
      counting === mix.byRevenue
        ? `${precisePercent(share)} of its revenue is b2c (${outOf(counting)})`
        : `${precisePercent(share)} of its customers are b2c; it is b2c by number (${outOf(counting)})${otherSigns(mix)}`;
    yield {
      message: `Clusters suit this company less: ${evidence}. ${change}`,
      value: share,
      limit: MOST,
      entity,
      at: origin,
    };
  },
});
