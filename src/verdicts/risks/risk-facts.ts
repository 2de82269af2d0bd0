import { brief, precisePercent } from '../../base/figures.ts';
import { allOf, counted } from '../../base/text.ts';
import { reachInWords } from '../../designs/account-team/account-sentences.ts';
import { growthOf } from '../../measures/customers/retain-share.ts';
import { fragmentationByCapability } from '../../measures/structure/expertise-fragmentation.ts';
import type { Capability, Index, Organisation } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { yearsOfCustomers } from '../../rules/company-facts.ts';
import type { DesignOutcome } from '../../rules/context.ts';
import { rewardWeights } from '../../rules/flow/pay.ts';
import type { Phase } from '../../schema/input/fields.ts';

/** What a risk is looked for in: a design beside the company of today; null where it is impossible. */
export interface DesignBesideToday {
  readonly today: View;
  readonly view: View | null;
  readonly result: Partial<Pick<DesignOutcome, 'missing' | 'basis'>>;
}

/** What shows a risk, in words without a full stop; nothing where it is not there or cannot be told. */
export type Fact = (of: DesignBesideToday) => readonly string[];

const TOLERANCE = 1e-9;

/** Capabilities that are spread over more accountable units than today, by their effective number. */
const spreadFurther =
  (concerns: (capability: Capability) => boolean): Fact =>
  ({ today, view }) => {
    if (view === null) return [];
    const { capabilities } = view.organisation;
    const before = new Map(
      fragmentationByCapability(today).map(({ capability, effective }) => [
        today.organisation.capabilities[capability]!.id,
        effective,
      ]),
    );
    return fragmentationByCapability(view).flatMap(({ capability, effective }) => {
      const { id, name } = capabilities[capability]!;
      const today = before.get(id);
      return concerns(capabilities[capability]!) && today !== undefined && effective > today + TOLERANCE
        ? [`${name} is spread over ${brief(effective)} units, ${brief(today)} today`]
        : [];
    });
  };

/** Those that serve a customer beside the essential ones. */
export const operationsSpread = spreadFurther(({ role }) => role === 'joins' || role === 'joins-if-enough');
export const marketingSpread = spreadFurther(({ id }) => id === 'marketing');
export const accountsSpread = spreadFurther(({ id }) => id === 'account-management');

export const groupsChange: Fact = ({ result: { basis } }) => {
  const share = basis?.stageChanges?.share ?? 0;
  return share > 0 ? [`${precisePercent(share)} of customers come to another group each year`] : [];
};

/** What passes a border between phases. */
const BORDER = 'conversion-to-acquire';

export const noTargetAtBorder: Fact = ({ view }) => {
  const sides = (view?.organisation.units ?? []).filter(
    ({ phase }) => phase === 'identify' || phase === 'acquire',
  );
  const without = sides.filter(
    ({ scorecard = [] }) =>
      !scorecard.some(({ metric, target }) => metric === BORDER && target !== undefined),
  );
  return without.length === 0
    ? []
    : [`no target for conversion in ${allOf(without.map(({ name }) => name))}`];
};

/** The phase of a unit or of the nearest one above it. */
function phaseOf({ units }: Organisation, unit: Index): Phase | null {
  for (let at = unit, guard = 0; at >= 0 && guard < units.length; at = units[at]!.parent, guard++)
    if (units[at]!.phase !== null) return units[at]!.phase;
  return null;
}

/** Of the fte in phases that does a step of some journey, the share in retain; null for none. Linear in the seats. */
function retainSeats({ organisation }: View): number | null {
  const { people, units, unitOf, journeys } = organisation;
  const phases = units.map((_, unit) => phaseOf(organisation, unit));
  const needed = new Set(journeys.flatMap(({ steps }) => steps.map(({ capability }) => capability)));
  let [retain, all] = [0, 0];
  for (let seat = 0; seat < people.count; seat++) {
    const phase = phases[unitOf[seat]!] ?? null;
    if (phase === null || !needed.has(people.capability[seat]!)) continue;
    all += people.fte[seat]!;
    if (phase === 'retain') retain += people.fte[seat]!;
  }
  return all > 0 ? retain / all : null;
}

export const retainShort: Fact = ({ today, view }) => {
  const growth = growthOf(today);
  const seats = view === null ? null : retainSeats(view);
  if (growth === null || seats === null || growth.later <= seats + TOLERANCE) return [];
  // Too few seats today are no growth.
  if (growth.later <= growth.today + TOLERANCE) return [];
  const { growthYears } = today.organisation.policy;
  return [
    `${precisePercent(growth.later)} of the hours with customers after ${counted(growthYears, 'year')}, ${precisePercent(growth.today)} today, for ${precisePercent(seats)} of the seats`,
  ];
};

const servingSeats = ({ organisation: { people, capabilities } }: View, wanted: (seat: Index) => boolean) => {
  let count = 0;
  for (let seat = 0; seat < people.count; seat++) {
    const role = capabilities[people.capability[seat]!]?.role;
    if (role !== undefined && role !== 'enabling' && role !== 'leadership' && wanted(seat)) count++;
  }
  return count;
};

/** Digits behind the point say something of small factors only. */
const times = (factor: number) => brief(factor < 10 ? factor : Math.round(factor));

/** How many times the people who serve customers it takes. */
export const peopleOutOfReach: Fact = ({ today, view, result: { missing } }) => {
  const reached = reachInWords(missing ?? [], today.organisation);
  if (reached !== undefined) return [reached];
  const people = missing?.find(({ what }) => what === 'people');
  const isThere = (seat: Index) => today.organisation.people.vacant[seat] === 0;
  const available = people?.available ?? servingSeats(today, isThere);
  const needed = people?.needed ?? (view === null ? 0 : servingSeats(view, () => true));
  const seats = people === undefined ? servingSeats(today, () => true) : available;
  return needed <= seats || available === 0
    ? []
    : [`it takes ${times(needed / available)} times the people with the skills who are there`];
};

export const officerLeavesFirst: Fact = ({ today, view }) => {
  const tenure = (view ?? today).organisation.officer?.tenureYears;
  const years = yearsOfCustomers(today);
  return tenure === undefined || years === null || tenure >= years
    ? []
    : [`the officer stays ${counted(tenure, 'year')}, a customer ${brief(years)} on average`];
};

export const payHardlyDepends: Fact = ({ today: { organisation } }) => {
  const share = organisation.context.customerPayShare ?? rewardWeights(organisation)?.share;
  const { smallRewardShare } = organisation.policy;
  return share === undefined || share >= smallRewardShare
    ? []
    : [
        `${precisePercent(share)} of variable pay depends on customer measures, where ${precisePercent(smallRewardShare)} would count`,
      ];
};
