import type { Index, Organisation, Unit } from '../model/organisation.ts';
import type { View } from '../model/view.ts';
import { isCustomerMetric } from '../rules/customer-metrics.ts';
import { rewardWeights } from '../rules/reward-weights.ts';
import { membersBelow } from '../rules/small-units.ts';
import { percent } from '../rules/wording.ts';
import { PHASES } from '../schema/common.ts';
import { alternatives, counted } from '../text.ts';
import type { Derivation } from './derivation.ts';

/** Share of executives' variable pay that is noticed. A judgement. */
const NOTICED = 0.2;
const HALF = 0.5;

/** Titles of whoever speaks for the customer at the top. Source: Bush, Focus/Centric/Led. */
const ADVOCATE =
  /\b(?:chief customer (?:experience )?officer|chief experience officer|head of customer experience)\b/i;

const servesCustomers = ({ capabilities }: Organisation, capability: Index): boolean => {
  const role = capabilities[capability]?.role;
  return role !== undefined && role !== 'enabling' && role !== 'leadership';
};

/** Units that answer for their work and have somebody in them who serves customers. */
function servingUnits(view: View): readonly Unit[] {
  const { organisation } = view;
  return organisation.units.filter((unit, at) => {
    if (!unit.accountable && unit.kind !== 'cluster' && unit.kind !== 'phase') return false;
    for (const seat of membersBelow(view, at))
      if (servesCustomers(organisation, organisation.people.capability[seat]!)) return true;
    return false;
  });
}

export const valuePropositionClear: Derivation = (view) => {
  const units = servingUnits(view);
  if (units.length === 0 || units.some(({ charter }) => !charter?.valueProposition)) return undefined;
  return {
    answer: 'partly',
    sign: true,
    text: `${units.length === 1 ? 'The one unit that serves customers has' : `All ${units.length} units that serve customers have`} a charter with a value proposition.`,
    at: units[0]!.origin,
  };
};

export const idealCustomerProfiles: Derivation = ({ organisation: { units } }) => {
  // Designs write target customers into charters by themselves; a promise comes from somebody who has thought about them.
  const unit = units.find(({ charter }) => charter?.targetCustomers && charter.valueProposition);
  if (unit === undefined) return undefined;
  return {
    answer: 'partly',
    sign: true,
    text: `The charter of ${unit.name} says who its customers are and what they are promised; whether there are profiles of ideal ones is not said.`,
    at: unit.origin,
  };
};

export const accountBasedMarketing: Derivation = ({ organisation }) => {
  const { people, relationships, units, unitOf, capabilities } = organisation;
  const marketing = capabilities.findIndex(({ id }) => id === 'marketing');
  const byName = new Set(relationships.seat);
  let all = 0;
  let named = 0;
  let first: Index | undefined;
  for (let seat = 0; seat < people.count; seat++) {
    if (people.capability[seat] !== marketing || people.vacant[seat] === 1) continue;
    all += people.fte[seat]!;
    if (!byName.has(seat) && units[unitOf[seat]!]?.serves.kind !== 'some') continue;
    named += people.fte[seat]!;
    first ??= seat;
  }
  if (first === undefined || named < HALF * all) return undefined;
  return {
    answer: 'partly',
    sign: true,
    text: `${percent(named / all)} of marketing works for named customers or in a unit that serves some only; whether sales plans with it is not said.`,
    at: people.origin(first),
  };
};

export const journeysMapped: Derivation = ({ organisation: { journeys, placeOf } }) => {
  const own = journeys.filter(({ builtIn }) => !builtIn);
  if (own.length === 0) return undefined;
  const whole = own.find(({ steps }) => PHASES.every((phase) => steps.some((step) => step.phase === phase)));
  return {
    answer: whole === undefined ? 'partly' : 'yes',
    text:
      whole === undefined
        ? `The file has ${counted(own.length, 'journey')}, none of them over all three phases.`
        : `The journey ${whole.name} goes through all three phases.`,
    at: placeOf(['journeys', whole === undefined ? 0 : journeys.indexOf(whole)]),
  };
};

/** What a unit is to reach: designs put measures on scorecards by themselves, but no target. */
const goalsOf = ({ scorecard = [] }: Unit): readonly string[] =>
  scorecard.flatMap(({ metric, target }) => (target === undefined ? [] : [metric]));

export const customerGoalsCollective: Derivation = ({ organisation: { units } }) => {
  const holders = new Map<string, Unit[]>();
  for (const unit of units)
    for (const metric of new Set(goalsOf(unit)))
      if (isCustomerMetric(metric)) holders.set(metric, [...(holders.get(metric) ?? []), unit]);
  const shared = [...holders].find(([, sharing]) => sharing.length > 1);
  if (shared === undefined) return undefined;
  const [metric, sharing] = shared;
  const more = sharing.length > 2 ? `, and ${sharing.length - 2} more` : '';
  return {
    answer: 'yes',
    text: `${metric} has a target on the scorecards of ${alternatives(
      sharing.slice(0, 2).map(({ name }) => name),
      'and',
    )}${more}.`,
    at: sharing[0]!.origin,
  };
};

export const payTiedToCustomers: Derivation = ({ organisation }) => {
  const { context, placeOf } = organisation;
  const share = context.customerPayShare;
  const answerOf = (of: number) => (of >= NOTICED ? 'yes' : of > 0 ? 'partly' : 'no');
  if (share === undefined) {
    const weights = rewardWeights(organisation);
    return weights === null
      ? undefined
      : {
          answer: answerOf(weights.share),
          text: `${percent(weights.share)} of the variable pay of ${counted(weights.owners, 'owner')} of scorecards depends on customer measures (departments[].scorecard[].weight).`,
          at: weights.at,
        };
  }
  return {
    answer: answerOf(share),
    text: `${percent(share)} of executives’ variable pay depends on customer measures (context.customerPayShare).`,
    at: placeOf(['context', 'customerPayShare']),
  };
};

export const customerAdvocate: Derivation = ({ organisation: { people }, person }) => {
  const seat = people.title.findIndex((title, at) => people.vacant[at] === 0 && ADVOCATE.test(title));
  if (seat < 0) return undefined;
  return {
    answer: 'yes',
    text: `${person(seat)} is ${people.title[seat]}.`,
    at: people.origin(seat),
  };
};
