import { rowsById } from '../../base/columns.ts';
import { precisePercent } from '../../base/figures.ts';
import { addTo } from '../../base/groups.ts';
import { allOf, counted } from '../../base/text.ts';
import type { Unit } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { isCustomerMetric, type PaidMeasure, paidMeasures, rewardWeights } from '../../rules/flow/pay.ts';
import { membersBelow } from '../../rules/structure/unit-members.ts';
import { answered, type Derivations, sign } from './derivation.ts';

/** Share of executives’ variable pay that is noticed. A judgement. */
const NOTICED = 0.2;

/** Loyalty and what it is worth, and what it is held against. Which metrics these are is our reading. */
const LOYALTY: ReadonlySet<string> = new Set(['retention', 'lifetime-value', 'customer-equity']);
const FINANCE: ReadonlySet<string> = new Set(['sales', 'margin', 'revenue-against-goal']);

/** What customers say and do after a sale. */
const AFTER_THE_SALE: ReadonlySet<string> = new Set(['satisfaction', 'initial-satisfaction', 'retention']);

/** Goals of sales beside sales. Source: Eccles. */
const LASTING = ['retention', 'referrals'] as const;

/** What a unit is to reach: designs put measures on scorecards by themselves, but no target. */
const goalsOf = ({ scorecard = [] }: Unit): readonly string[] =>
  scorecard.flatMap(({ metric, target }) => (target === undefined ? [] : [metric]));

/** Measures that people of a kind are paid by, each told by the role or the id of their capability. */
function paidBy(
  { organisation }: View,
  wanted: (capability: { readonly id: string; readonly role: string }) => boolean,
): readonly PaidMeasure[] {
  const { people, capabilities } = organisation;
  const measures = paidMeasures(organisation);
  if (measures.length === 0) return [];
  const seats = rowsById(people.id);
  return measures.filter(({ who }) => {
    const capability = capabilities[people.capability[seats.get(who) ?? -1] ?? -1];
    return capability !== undefined && wanted(capability);
  });
}

/** What scorecards and pay say. */
export const fromScorecards: Derivations = {
  'customer-goals-collective': ({ organisation: { units } }) => {
    const holders = new Map<string, Unit[]>();
    for (const unit of units)
      for (const metric of new Set(goalsOf(unit))) if (isCustomerMetric(metric)) addTo(holders, metric, unit);
    const shared = [...holders].find(([, sharing]) => sharing.length > 1);
    if (shared === undefined) return undefined;
    const [metric, sharing] = shared;
    const more = sharing.length > 2 ? `, and ${sharing.length - 2} more` : '';
    return answered(
      'yes',
      `${metric} has a target on the scorecards of ${allOf(sharing.slice(0, 2).map(({ name }) => name))}${more}.`,
      sharing[0]!.origin,
    );
  },
  'pay-tied-to-customers': ({ organisation }) => {
    const { context, placeOf } = organisation;
    const share = context.customerPayShare;
    const answerOf = (of: number) => (of >= NOTICED ? 'yes' : of > 0 ? 'partly' : 'no');
    if (share === undefined) {
      const weights = rewardWeights(organisation);
      return weights === null
        ? undefined
        : answered(
            answerOf(weights.share),
            `${precisePercent(weights.share)} of the variable pay of ${counted(weights.owners, 'owner')} of scorecards depends on customer measures (departments[].scorecard[].weight).`,
            weights.at,
          );
    }
    return answered(
      answerOf(share),
      `${precisePercent(share)} of executives’ variable pay depends on customer measures (context.customerPayShare).`,
      placeOf(['context', 'customerPayShare']),
    );
  },
  'executive-pay-all': (view) => {
    const paid = paidBy(view, ({ role }) => role === 'enabling');
    const [first] = paid;
    if (first === undefined) return undefined;
    const owners = new Set(paid.map(({ who }) => who));
    const tied = new Set(
      paid.flatMap(({ who, metric, weight }) => (weight > 0 && isCustomerMetric(metric) ? [who] : [])),
    );
    return answered(
      tied.size === owners.size ? 'yes' : tied.size > 0 ? 'partly' : 'no',
      `${tied.size} of ${counted(owners.size, 'owner')} of scorecards in enabling functions ${tied.size === 1 ? 'is' : 'are'} paid by customer measures too (departments[].scorecard[].weight).`,
      first.at,
    );
  },
  'customer-metrics-equal': ({ organisation }) => {
    let [loyalty, finance] = [0, 0];
    const paid = paidMeasures(organisation);
    for (const { metric, weight } of paid) {
      if (LOYALTY.has(metric)) loyalty += weight;
      if (FINANCE.has(metric)) finance += weight;
    }
    if (!(finance > 0)) return undefined;
    return answered(
      loyalty >= finance ? 'yes' : loyalty > 0 ? 'partly' : 'no',
      `Loyalty and lifetime value have ${precisePercent(loyalty / (loyalty + finance))} of the weight that they share with sales and margin in pay (departments[].scorecard[].weight).`,
      paid[0]!.at,
    );
  },
  'sales-help-buying': (view) => {
    const measure = paidBy(view, ({ id }) => id === 'sales').find(
      ({ metric, weight }) => weight > 0 && AFTER_THE_SALE.has(metric),
    );
    if (measure === undefined) return undefined;
    return sign(
      `{person:${measure.who}}, who sells, is paid by ${measure.metric} too; whether sales are led so is not said.`,
      measure.at,
    );
  },
  'referrals-tracked': (view) => {
    const { units, people, capabilities } = view.organisation;
    const sells = (at: number) => {
      for (const seat of membersBelow(view, at))
        if (people.vacant[seat] === 0 && capabilities[people.capability[seat]!]?.id === 'sales') return true;
      return false;
    };
    for (const [at, unit] of units.entries()) {
      const goals = goalsOf(unit);
      const there = LASTING.filter((metric) => goals.includes(metric));
      if (there.length === 0 || !sells(at)) continue;
      return answered(
        there.length === LASTING.length ? 'yes' : 'partly',
        `${allOf(there)} ${there.length === 1 ? 'has a target' : 'have targets'} on the scorecard of ${unit.name}, where people sell.`,
        unit.origin,
      );
    }
    return undefined;
  },
};
