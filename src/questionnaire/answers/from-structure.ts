import { precisePercent } from '../../base/figures.ts';
import { allOf, counted } from '../../base/text.ts';
import { insightReach } from '../../measures/officer/insight-reach.ts';
import type { Index, Organisation, Unit } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import { flowOfKind } from '../../rules/flow/flows.ts';
import { membersBelow } from '../../rules/structure/unit-members.ts';
import type { FlowKind } from '../../schema/input/department.ts';
import { PHASES } from '../../schema/input/fields.ts';
import { type Derivation, type Derivations, drawnSign, sign } from './derivation.ts';

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

/** A sign that somebody keeps processes and systems common: a centre that decides something for all. */
const decidedByCentre =
  (what: string): Derivation =>
  ({ organisation: { units } }) => {
    const centre = units.find(
      ({ kind, decides = [] }) => kind === 'centre-of-expertise' && decides.length > 0,
    );
    if (centre === undefined) return undefined;
    return sign(
      `${centre.name} decides ${allOf(centre.decides!)} for all; whether ${what} are the same throughout is not said.`,
      centre.origin,
    );
  };

/** A sign where some flow carries it: designs draw flows by themselves, and a line in a file is no habit yet. */
const carried =
  (kind: FlowKind, what: string, open: string): Derivation =>
  ({ organisation }) => {
    const flow = flowOfKind(organisation, kind);
    if (flow === undefined) return undefined;
    return drawnSign(`A flow of the kind ${kind} tells ${flow.to} ${what}; ${open} is not said.`, flow.at);
  };

/** What units, people, journeys and flows say. */
export const fromStructure: Derivations = {
  'value-proposition-clear': (view) => {
    const units = servingUnits(view);
    if (units.length === 0 || units.some(({ charter }) => !charter?.valueProposition)) return undefined;
    return sign(
      `${units.length === 1 ? 'The one unit that serves customers has' : `All ${units.length} units that serve customers have`} a charter with a value proposition.`,
      units[0]!.origin,
    );
  },
  'ideal-customer-profiles': ({ organisation: { units } }) => {
    // Designs write target customers into charters by themselves; a promise comes from somebody who has thought about them.
    const unit = units.find(({ charter }) => charter?.targetCustomers && charter.valueProposition);
    if (unit === undefined) return undefined;
    return sign(
      `The charter of ${unit.name} says who its customers are and what they are promised; whether there are profiles of ideal ones is not said.`,
      unit.origin,
    );
  },
  'account-based-marketing': ({ organisation }) => {
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
    return sign(
      `${precisePercent(named / all)} of marketing works for named customers or in a unit that serves some only; whether sales plans with it is not said.`,
      people.origin(first),
    );
  },
  'journeys-mapped': ({ organisation: { journeys, placeOf } }) => {
    const own = journeys.filter(({ builtIn }) => !builtIn);
    if (own.length === 0) return undefined;
    const whole = own.find(({ steps }) =>
      PHASES.every((phase) => steps.some((step) => step.phase === phase)),
    );
    return sign(
      whole === undefined
        ? `The file has ${counted(own.length, 'journey')}, none of them over all three phases.`
        : `The journey ${whole.name} goes through all three phases; whether pain points are removed is not said.`,
      placeOf(['journeys', whole === undefined ? 0 : journeys.indexOf(whole)]),
    );
  },
  'customer-advocate': ({ organisation: { people, officer }, person }) => {
    if (officer !== undefined && people.vacant[officer.seat] === 0)
      return sign(
        `${person(officer.seat)} is the Chief Customer Officer (customerOfficer); whether they are heard at the top is not said.`,
        officer.origin,
      );
    const seat = people.title.findIndex((title, at) => people.vacant[at] === 0 && ADVOCATE.test(title));
    if (seat < 0) return undefined;
    return sign(
      `${person(seat)} is ${people.title[seat]}; whether they are heard at the top is not said.`,
      people.origin(seat),
    );
  },
  'target-markets-communicated': (view) => {
    const attribute = view.organisation.context.targetMarkets?.attribute;
    const units = servingUnits(view);
    const byMarket = ({ serves }: Unit) =>
      serves.kind === 'some' && Object.keys(serves.where ?? {}).join() === attribute;
    if (attribute === undefined || units.length === 0 || !units.every(byMarket)) return undefined;
    return drawnSign(
      `${units.length === 1 ? 'The one unit that serves customers has its' : `All ${units.length} units that serve customers have theirs`} by ${attribute}, the target markets; whether people know the list is not said.`,
      units[0]!.origin,
    );
  },
  'common-processes': decidedByCentre('processes'),
  'common-systems': decidedByCentre('systems'),
  'exit-communication': carried(
    'exit-reasons',
    'why customers left',
    'whether somebody stays in contact with them',
  ),
  'customer-listening': carried(
    'customer-feedback',
    'what customers say',
    'whether they are asked regularly, and hear of what was done,',
  ),
  'listens-beyond-current': carried(
    'prospect-insight',
    'what prospects look for',
    'whether it goes beyond what is sold now',
  ),
  'best-practice-exchange': carried('best-practice', 'what works elsewhere', 'whether others come to use it'),
  'insight-shared': (view) => {
    const { flows, placeOf } = view.organisation;
    const first = flows.findIndex(({ kind }) => kind !== 'other');
    if (first < 0) return undefined;
    const { value } = insightReach.take(view, view);
    if (value === null || !(value > 0)) return undefined;
    return drawnSign(
      `By flows insight reaches ${precisePercent(value)} of what it could between units that serve customers (insight.reach); whether it arrives is not said.`,
      placeOf(['flows', first]),
    );
  },
};
