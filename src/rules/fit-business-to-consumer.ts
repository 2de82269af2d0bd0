import { clusterable } from './example-clusters.ts';
import { type MarketMix, marketMix, type Part, shareOf } from './market-mix.ts';
import { defineRule } from './rule.ts';
import { percent } from './wording.ts';

/** More of the market than this is most of it. */
const MOST = 0.5;

const amount = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 0 });
const outOf = ({ part, of }: Part) => `${amount(part)} of ${amount(of)}`;

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
  if (revenue <= MOST) signs.push(`${percent(1 - revenue)} of the revenue that is known is b2b`);
  if (signs.length === 0) return '';
  const every = byRevenue.of === 0 || revenue <= MOST;
  return `, b2b by ${every ? 'every other sign' : 'another sign'} (${signs.join('; ')}); this lowers the certainty`;
}

export const fitBusinessToConsumer = defineRule({
  id: 'fit-business-to-consumer',
  about: 'fit',
  severity: 'warning',
  summary: 'The company sells mostly to consumers, whom customer clusters suit less.',
  why: {
    text: 'Clusters suit companies that sell to businesses better: there a customer is large enough for a team to know.',
    source: 'Jackson; the reason is our reading',
  },
  options: [],
  examples: {
    bad: clusterable('Selling to people', { market: 'b2c' }),
    good: clusterable('Selling to companies', { market: 'b2b' }),
    design: 'cluster',
  },
  *check(_, { design, baseline }) {
    if (design !== 'cluster') return;
    const { context, origin } = baseline.organisation;
    const entity = { kind: 'design', id: design };
    const change = `It would change if no more than ${percent(MOST)} were b2c, or if the clusters were made for the b2b customers alone.`;
    if (context.market !== undefined) {
      if (context.market === 'b2c')
        yield {
          message: `Clusters suit this company less: it sells to consumers (context.market is b2c). ${change}`,
          value: null,
          limit: MOST,
          entity,
          at: origin,
        };
      return;
    }
    const mix = marketMix(baseline.organisation);
    const counting = mix.revenueKnown && mix.byRevenue.of > 0 ? mix.byRevenue : mix.byCount;
    const share = shareOf(counting);
    if (share <= MOST) return;
    const evidence =
      counting === mix.byRevenue
        ? `${percent(share)} of its revenue is b2c (${outOf(counting)})`
        : `${percent(share)} of its customers are b2c; it is b2c by number (${outOf(counting)})${otherSigns(mix)}`;
    yield {
      message: `Clusters suit this company less: ${evidence}. ${change}`,
      value: share,
      limit: MOST,
      entity,
      at: origin,
    };
  },
});
