import { lazy, memo } from '../base/memo.ts';
import { counted, sentenceCase } from '../base/text.ts';
import { headsOf } from '../model/heads.ts';
import type { Capability, Index, Organisation, Unit } from '../model/organisation.ts';
import { treeOf } from '../model/tree.ts';
import { built, type DesignResult, defineDesign } from './design.ts';
import { Draft } from './draft.ts';
import type { RebuiltUnit } from './hierarchy/hierarchy.ts';
import { mostSenior } from './hierarchy/seniority.ts';
import { keepJobs, keepRemainingUnits, settle } from './hierarchy/settle.ts';
import { branchLeft, headOfUnit, mayLeadUnit } from './hierarchy/unit-head.ts';
import { besideHead, leadsInside } from './hierarchy/unit-leads.ts';
import { executiveAbove, isAtTop, rootOf, stayingPut, staysPut } from './hierarchy/who-stays.ts';
import { PINNED, reasonByCapability, type WhyHere } from './reasons.ts';

const isDepartment = ({ kind }: Unit) => kind === 'department' || kind === 'common-service';

const isServing = (capability: Capability) =>
  capability.role !== 'enabling' && capability.role !== 'leadership';

function fteByUnit(organisation: Organisation): FteByUnit {
  const { units, unitOf, people, capabilities } = organisation;
  const stays = stayingPut(organisation);
  const own = units.map(() => new Float64Array(capabilities.length));
  const below = units.map(() => new Float64Array(capabilities.length));
  for (let seat = 0; seat < people.count; seat++) {
    if (stays[seat] === 1 || unitOf[seat]! < 0) continue;
    const capability = people.capability[seat]!;
    own[unitOf[seat]!]![capability]! += people.fte[seat]!;
    for (let unit = unitOf[seat]!, guard = 0; unit >= 0 && guard < 64; unit = units[unit]!.parent, guard++)
      below[unit]![capability]! += people.fte[seat]!;
  }
  return { own, below };
}

/** Fte by unit and capability of those who may move: of everyone in it, and of everyone in it and below it. */
interface FteByUnit {
  readonly own: readonly Float64Array[];
  readonly below: readonly Float64Array[];
}

/**
 * The department in which a capability is at home: the one that says so; else of those in which, with everything below
 * them, it has more than half of the fte (leadership left out) the one with most of it, the lowest of equals. Enabling
 * capabilities share departments: without such a one, it is that with most of its people in which all enabling
 * capabilities together have more than half. -1 where there is none.
 */
function homeOf(organisation: Organisation, fte: FteByUnit, capability: Index): Index {
  const { capabilities, units } = organisation;
  const declared = units.findIndex((unit) => unit.capability === capability && isDepartment(unit));
  if (declared >= 0) return declared;
  const best = (table: readonly Float64Array[], counts: (other: Capability, at: Index) => boolean): Index => {
    let home = -1;
    units.forEach((unit, index) => {
      if (!isDepartment(unit)) return;
      const here = table[index]!;
      let all = 0;
      let kin = 0;
      capabilities.forEach((other, at) => {
        if (other.role === 'leadership') return;
        all += here[at]!;
        if (counts(other, at)) kin += here[at]!;
      });
      if (here[capability]! <= 0 || kin * 2 <= all) return;
      const more = home < 0 ? 1 : here[capability]! - table[home]![capability]!;
      // Parents stand anywhere in the list, so equals are compared by height.
      const lower = () => height(organisation, index) > height(organisation, home);
      if (more > 1e-9 || (Math.abs(more) <= 1e-9 && lower())) home = index;
    });
    return home;
  };
  const home = best(fte.below, (_, at) => at === capability);
  if (home >= 0 || isServing(capabilities[capability]!)) return home;
  return best(fte.own, (other) => other.role === 'enabling');
}

function height(organisation: Organisation, unit: Index): number {
  let steps = 0;
  for (let at = organisation.units[unit]!.parent; at >= 0 && steps < 64; at = organisation.units[at]!.parent)
    steps++;
  return steps;
}

/** What the functional design decides, for the matrix to build on. */
interface Functions {
  readonly draft: Draft;
  readonly rebuilt: readonly RebuiltUnit[];
  /** Home unit of each capability that has people. */
  readonly home: ReadonlyMap<Index, Index>;
  readonly created: readonly string[];
}

/** The nearest of some units at or above one, -1 for none. */
function nearest(draft: Draft, units: ReadonlySet<Index>, unit: Index): Index {
  for (let at = unit, guard = 0; at >= 0 && guard < 64; at = draft.units[at]!.parent, guard++)
    if (units.has(at)) return at;
  return -1;
}

/** The functions of an organisation, with a draft to go on with; functional and matrix design begin with the same. */
export function buildFunctions(organisation: Organisation): Functions {
  const found = functionsOf(organisation);
  return { ...found, draft: new Draft(organisation, found.draft) };
}

const functionsOf = memo((organisation: Organisation): Functions => {
  const { people, capabilities } = organisation;
  const { boss } = treeOf(organisation);
  const draft = new Draft(organisation);
  const stays = stayingPut(organisation);
  const fte = fteByUnit(organisation);
  const pinned = new Map(Object.entries(organisation.options.functional.pinned));
  const members = new Map<Index, Index[]>();
  for (let seat = 0; seat < people.count; seat++) {
    const pin = pinned.size === 0 ? undefined : pinned.get(people.id[seat]!);
    // A pin also moves people who would stay where they are, but for the top.
    if (pin === undefined ? stays[seat] === 1 : isAtTop(organisation, seat)) continue;
    const capability =
      pin === undefined ? people.capability[seat]! : capabilities.findIndex(({ id }) => id === pin);
    const list = members.get(capability);
    if (list === undefined) members.set(capability, [seat]);
    else list.push(seat);
  }
  const home = new Map<Index, Index>();
  const created: string[] = [];
  const guests: Index[] = [];
  const addFunction = (capability: Index): Index => {
    const { id, name } = capabilities[capability]!;
    created.push(name);
    return draft.addUnit({ id: `function/${id}`, name: sentenceCase(name), capability });
  };
  for (const capability of [...members.keys()].sort((a, b) => a - b)) {
    let unit = homeOf(organisation, fte, capability);
    if (unit < 0 && members.get(capability)!.length < organisation.policy.minimumTeam) {
      guests.push(capability);
      continue;
    }
    if (unit < 0) unit = addFunction(capability);
    home.set(capability, unit);
  }
  const homes = new Set(home.values());
  // Too few for a department of their own: each stays with the function of the department they sit in.
  for (const capability of guests) {
    const seat = mostSenior(organisation, members.get(capability)!);
    const at = nearest(draft, homes, draft.unitOf[seat]!);
    if (at >= 0) home.set(capability, at);
    else if (draft.unitOf[seat]! >= 0 && isDepartment(draft.units[draft.unitOf[seat]!]!)) {
      home.set(capability, draft.unitOf[seat]!);
      homes.add(draft.unitOf[seat]!);
    } else {
      home.set(capability, addFunction(capability));
      homes.add(home.get(capability)!);
    }
  }
  const nearestHome = memo((unit: Index) => nearest(draft, homes, unit));
  // Several enabling capabilities may share a home: they are one function.
  const byHome = new Map<Index, Index[]>();
  const joined = new Set<Index>();
  const functionOf = new Int32Array(people.count).fill(-1);
  for (const [capability, seats] of members) {
    const unit = home.get(capability)!;
    for (const seat of seats) {
      functionOf[seat] = unit;
      if (nearestHome(draft.unitOf[seat]!) !== unit) {
        draft.unitOf[seat] = unit;
        joined.add(unit);
      }
    }
    const others = byHome.get(unit);
    byHome.set(unit, others === undefined ? seats : [...others, ...seats].sort((a, b) => a - b));
  }
  const { head: heads, joint } = headsOf(organisation);
  // A department is a function of the first capability that is at home there of its own right.
  const capabilityOf = new Map<Index, Index>();
  for (const [capability, unit] of home)
    if (!guests.includes(capability) && !capabilityOf.has(unit)) capabilityOf.set(unit, capability);
  const root = rootOf(draft);
  const placed = lazy(() => new Set([...members.values()].flat()));
  const isEnabling = (seat: Index) => capabilities[people.capability[seat]!]?.role === 'enabling';
  // The top goes on heading its own department, under whoever leads there; and staff whom it heads elsewhere, and whom nobody
  // joins, need nobody between.
  const isUnderTop = (unit: Index, seats: readonly Index[]) =>
    heads[unit] === root &&
    (organisation.unitOf[root] === unit || (!joined.has(unit) && seats.every(isEnabling)));
  const hasMoved = (seat: Index) => draft.unitOf[seat] !== organisation.unitOf[seat];
  const rebuilt = [...byHome].map(([unit, seats]): RebuiltUnit => {
    const today = heads[unit] ?? -1;
    const underTop = isUnderTop(unit, seats);
    // An executive without a trade who heads the department today goes on.
    const goesOn =
      today >= 0 &&
      today !== root &&
      organisation.unitOf[today] === unit &&
      staysPut(organisation, today) &&
      mayLeadUnit(organisation, today, seats);
    const isInside = (seat: Index) => functionOf[seat] === unit;
    const others = goesOn && !isInside(today) ? [today] : [];
    for (const seat of others) functionOf[seat] = unit;
    const leads = leadsInside(
      organisation,
      seats,
      isInside,
      (seat) => functionOf[seat]! < 0 && nearestHome(organisation.unitOf[seat]!) === unit,
    );
    others.push(...leads);
    for (const seat of leads) functionOf[seat] = unit;
    const own = capabilityOf.get(unit);
    const trades = own === undefined ? [] : [own];
    const head = goesOn ? today : headOfUnit(organisation, unit, seats, trades, leads);
    const everyone = others.length === 0 ? seats : [...seats, ...others].sort((x, y) => x - y);
    const branch = joined.has(unit) ? branchLeft(organisation, unit, seats) : -1;
    const reportsTo = underTop && !hasMoved(boss[head]!) ? boss[head]! : executiveAbove(draft, head, branch);
    const beside = joined.has(unit)
      ? new Set<Index>()
      : besideHead(organisation, { head, reportsTo, leaders: joint.get(unit) ?? [], everyone, placed });
    const reportsOutside = (seat: Index) => seat !== head && !isInside(boss[seat]!);
    const staying = underTop ? everyone.filter((seat) => !hasMoved(seat)) : [...leads];
    const keepsOutside = new Set([...beside, ...staying.filter(reportsOutside)]);
    // Who comes from elsewhere brings customers of their own.
    if (joined.has(unit)) draft.changeUnit(unit, { serves: { kind: 'all' } });
    const { capability, name } = draft.units[unit]!;
    const parent = draft.units[branch < 0 ? unit : branch]!.parent;
    if (!underTop)
      draft.changeUnit(unit, {
        name: branch < 0 || own === undefined ? name : sentenceCase(capabilities[own]!.name),
        // Naming one of several who lead side by side would put the others below them when the file is read.
        head: beside.size > 0 || (leads.has(head) && keepsOutside.size > 0) ? -1 : head,
        accountable: true,
        kind: 'department',
        capability: capability >= 0 ? capability : (own ?? -1),
        parent: parent >= 0 && nearestHome(parent) >= 0 ? -1 : parent,
      });
    return { unit, members: everyone, head, reportsTo, keepsOutside };
  });
  keepRemainingUnits(draft, rebuilt);
  return { draft, rebuilt, home, created };
});

export const functional = defineDesign({
  id: 'functional',
  name: 'Functional',
  summary: 'One accountable department for each skill.',
  why: {
    text: 'Departments by trade are the common form: good for depth of skill, and what the other forms are an answer to.',
    source: 'Jameane; Jackson',
  },
  method: [
    'A skill is at home in the department where it has most of its people and is more than half of them; without one it gets a department of its own, or, with fewer people than a team, stays with the department they sit in. Enabling capabilities go on sharing departments.',
    'Everyone with the skill moves there; who is there already, also in a sub-department, stays.',
    'The most senior heads it, under the executive of today or the root, above all branches that it draws from: by grade where four fifths of the people have one, else by the distance to the top of today’s chart; of equals by title, pay, and how many report to them already. A department that keeps four fifths of its people keeps its head, an open seat too, and an executive without a trade who heads it goes on, unless somebody more senior joins. The top goes on heading its own department.',
    'Inside, reporting lines stay where both sides do, also to a lead there whose trade is not known; whoever lost the manager goes to the nearest one inside with room, and only then a team-lead seat is opened. Second lines end, but for those of a person’s further jobs, as long as its manager stays.',
  ],
  needs: ['capabilities'],
  apply(organisation): DesignResult {
    const { draft, rebuilt, home, created } = buildFunctions(organisation);
    settle(draft, rebuilt);
    keepJobs(draft);
    const explanation = [sentence(organisation, draft, home, created)];
    return built(draft.finish(), organisation, explanation, { why: whyInFunction(organisation) });
  },
});

/** Which departments there are, with what else is at home in them. */
function sentence(
  organisation: Organisation,
  draft: Draft,
  home: ReadonlyMap<Index, Index>,
  created: readonly string[],
): string {
  const held = new Map<Index, string[]>();
  for (const [capability, unit] of home)
    held.set(unit, [...(held.get(unit) ?? []), organisation.capabilities[capability]!.name]);
  const shared = [...held]
    .filter(([, names]) => names.length > 1)
    .map(([unit, names]) => `${draft.units[unit]!.name} holds ${names.join(', ')}`);
  const parts = [
    `${counted(held.size, 'department answers', 'departments answer')} for ${counted(home.size, 'skill')}`,
    ...shared,
    ...(created.length > 0 ? [`new: ${created.join(', ')}`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** Why each seat is in its function. */
export function whyInFunction(organisation: Organisation): WhyHere {
  const { pinned } = organisation.options.functional;
  const pins = new Set(Object.keys(pinned));
  const capability = reasonByCapability(organisation, (name) => ({
    kind: 'capability',
    text: `has the skill ${name}, which is at home here`,
  }));
  return (seat) => (pins.has(organisation.people.id[seat]!) ? PINNED : capability(seat));
}
