import { lazy, memo } from '../../base/memo.ts';
import { sentenceCase } from '../../base/text.ts';
import { headsOf } from '../../model/heads.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import { viewOf } from '../../model/view.ts';
import { Draft } from '../draft.ts';
import { executiveOver } from '../hierarchy/executives.ts';
import type { RebuiltUnit } from '../hierarchy/hierarchy.ts';
import { leadsFromAbove } from '../hierarchy/lead-from-above.ts';
import { followReports } from '../hierarchy/leads-without-trade.ts';
import { keepRemainingUnits } from '../hierarchy/remaining-units.ts';
import { mostSenior } from '../hierarchy/seniority.ts';
import {
  branchLeft,
  executiveOverEquals,
  headOfUnit,
  leadsMostOf,
  mayLeadUnit,
} from '../hierarchy/unit-head.ts';
import { besideHead, leadsInside } from '../hierarchy/unit-leads.ts';
import { executiveAbove, isAtTop, rootOf, stayingPut, staysPut } from '../hierarchy/who-stays.ts';
import { functionName, toldApart } from './function-name.ts';
import { crowded, isDepartment, nearest } from './homes.ts';
import { leadsWhoStay } from './leads-who-stay.ts';
import { homesOf, mostTogether } from './specialists.ts';

/** What the functional design decides, for the matrix to build on. */
interface Functions {
  readonly draft: Draft;
  readonly rebuilt: readonly RebuiltUnit[];
  /** Home unit of each capability that has people. */
  readonly home: ReadonlyMap<Index, Index>;
  readonly created: readonly string[];
  /** Whether the organisation is divided by function already: everybody is in theirs, under its head or beside, and each answers for its work. */
  readonly isInForm: boolean;
  /** Whether somebody has two lines, which a draft does not keep. */
  readonly hasSecondLines: boolean;
}

/** Whether somebody has a second line that is not of another job, and how often it leads out of the function. */
function secondLines(
  { lines, people }: Organisation,
  functionOf: Int32Array,
): { has: boolean; leaving: number } {
  let has = false;
  let leaving = 0;
  for (let seat = 0; seat < people.count; seat++)
    for (let k = lines.start[seat]! + 1; k < lines.start[seat + 1]!; k++) {
      if ((lines.job?.[k] ?? -1) >= 0) continue;
      has = true;
      if (functionOf[lines.boss[k]!] !== functionOf[seat] || functionOf[seat]! < 0) leaving++;
    }
  return { has, leaving };
}

/** Whether a unit answers for its work as the organisation is. */
const isAccountable = (organisation: Organisation, unit: Index): boolean =>
  viewOf(organisation)
    .accountability()
    .at.units.some(({ id }) => id === organisation.units[unit]!.id);

const NOBODY: ReadonlySet<Index> = new Set();

/** The functions of an organisation, with a draft to go on with; functional and matrix design begin with the same. Leads without a trade who are `engaged` elsewhere go with none. */
export function buildFunctions(organisation: Organisation, engaged: ReadonlySet<Index> = NOBODY): Functions {
  const found = functionsOf(organisation, engaged);
  return { ...found, draft: new Draft(organisation, found.draft) };
}

/** The seats of each capability that functions are made of: pins move people who would stay where they are too, but for the top. */
function holdersOf(organisation: Organisation, pinned: ReadonlyMap<string, string>): Map<Index, Index[]> {
  const { people, capabilities } = organisation;
  const holders = new Map<Index, Index[]>();
  const stays = stayingPut(organisation);
  for (let seat = 0; seat < people.count; seat++) {
    const pin = pinned.size === 0 ? undefined : pinned.get(people.id[seat]!);
    if (pin === undefined ? stays[seat] === 1 : isAtTop(organisation, seat)) continue;
    const capability =
      pin === undefined ? people.capability[seat]! : capabilities.findIndex(({ id }) => id === pin);
    const list = holders.get(capability);
    if (list === undefined) holders.set(capability, [seat]);
    else list.push(seat);
  }
  return holders;
}

const functionsOf = memo((organisation: Organisation, engaged: ReadonlySet<Index>): Functions => {
  const { people, capabilities } = organisation;
  const tree = treeOf(organisation);
  const { boss } = tree;
  const draft = new Draft(organisation);
  const pinned = new Map(Object.entries(organisation.options.functional.pinned));
  const found = holdersOf(organisation, pinned);
  const created: string[] = [];
  const guests: Index[] = [];
  const addFunction = (capability: Index): Index => {
    const { id, name } = capabilities[capability]!;
    created.push(name);
    return draft.addUnit({ id: `function/${id}`, name: sentenceCase(name), capability });
  };
  const { holders, atHome, joining } = homesOf(organisation, found);
  const isPinned = (seat: Index) => pinned.has(people.id[seat]!);
  for (const capability of crowded(organisation, holders, atHome)) atHome.set(capability, -1);
  const { kept, over, outside, following, above } = leadsWhoStay(organisation, holders, atHome, isPinned);
  const members = new Map<Index, readonly Index[]>();
  for (const [capability, all] of holders) {
    const own = all.filter((seat) => !kept.has(seat) && !following.has(seat));
    const others = [...following].filter(([, trade]) => trade === capability).map(([seat]) => seat);
    const seats = [...own, ...others].sort((a, b) => a - b);
    if (seats.length > 0) members.set(capability, seats);
  }
  const home = new Map<Index, Index>();
  for (const [capability, seats] of [...members].sort(([a], [b]) => a - b)) {
    const unit = atHome.get(capability)!;
    if (unit < 0 && seats.length < organisation.policy.minimumTeam) guests.push(capability);
    else home.set(capability, unit < 0 ? addFunction(capability) : unit);
  }
  const homes = new Set(home.values());
  // Too few for a department of their own: each stays with the function of the department they sit in.
  for (const capability of guests) {
    const seat = mostSenior(organisation, mostTogether(organisation, members.get(capability)!));
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
  for (const [capability, parent] of joining) {
    guests.push(capability);
    if (home.has(parent)) home.set(capability, home.get(parent)!);
  }
  const nearestHome = memo((unit: Index) => nearest(draft, homes, unit));
  // Several enabling capabilities may share a home: they are one function.
  const byHome = new Map<Index, Index[]>();
  const joined = new Set<Index>();
  const functionOf = new Int32Array(people.count).fill(-1);
  const put = (seat: Index, unit: Index) => {
    functionOf[seat] = unit;
    const others = byHome.get(unit);
    if (others === undefined) byHome.set(unit, [seat]);
    else others.push(seat);
  };
  const join = (seat: Index, unit: Index) => {
    put(seat, unit);
    if (nearestHome(draft.unitOf[seat]!) === unit) return;
    draft.unitOf[seat] = unit;
    joined.add(unit);
  };
  for (const [capability, seats] of members) for (const seat of seats) join(seat, home.get(capability)!);
  for (const [seat, at] of kept) {
    const unit = at < 0 ? -1 : nearestHome(draft.unitOf[seat]!);
    if (unit >= 0) put(seat, unit);
  }
  const goesTo = functionOf.slice();
  const stays = (seat: Index) => engaged.has(seat) || isPinned(seat);
  for (const seat of followReports(organisation, goesTo, { stays })) {
    if (nearestHome(draft.unitOf[seat]!) !== goesTo[seat]) join(seat, goesTo[seat]!);
  }
  const isPlaced = functionOf.slice();
  const moves = (seat: Index) =>
    isPlaced[seat]! >= 0 && nearestHome(organisation.unitOf[seat]!) !== isPlaced[seat];
  const isLeft = (seat: Index) =>
    isPlaced[seat]! < 0 && nearestHome(organisation.unitOf[seat]!) < 0 && !stays(seat);
  const made = [...byHome];
  const unled = made.map(([, seats]) => seats);
  for (const [at, seat] of leadsFromAbove(organisation, unled, moves, isLeft)) join(seat, made[at]![0]);
  for (const seats of byHome.values()) seats.sort((a, b) => a - b);
  const { head: heads, joint } = headsOf(organisation);
  // A department is a function of the first capability that is at home there of its own right.
  const capabilityOf = new Map<Index, Index>();
  for (const [capability, unit] of home)
    if (!guests.includes(capability) && !capabilityOf.has(unit)) capabilityOf.set(unit, capability);
  const root = rootOf(draft);
  const placed = lazy(() => new Set([...byHome.values()].flat()));
  const isEnabling = (seat: Index) => capabilities[people.capability[seat]!]?.role === 'enabling';
  // The top goes on heading its own department, under whoever leads there; and staff whom it heads elsewhere, and whom nobody
  // joins, need nobody between.
  const isUnderTop = (unit: Index, seats: readonly Index[]) =>
    heads[unit] === root &&
    (organisation.unitOf[root] === unit || (!joined.has(unit) && seats.every(isEnabling)));
  const hasMoved = (seat: Index) => draft.unitOf[seat] !== organisation.unitOf[seat];
  const isLedFromOutside = (seat: Index) => outside.has(boss[seat]!) && !hasMoved(seat);
  const newUnits = draft.units.slice(organisation.units.length);
  const isFunction = (unit: Index) => byHome.has(unit);
  // Who comes to head a function moves there only when all know whom they report to.
  const chiefs = new Map<Index, Index>();
  const chiefOver = (unit: Index, head: Index, seats: readonly Index[]) => {
    const chief = executiveOverEquals(organisation, unit, head, seats);
    const isFree = chief >= 0 && !chiefs.has(chief) && functionOf[chief]! < 0 && !heads.includes(chief);
    return isFree && !stays(chief) ? chief : -1;
  };
  const rebuilt = [...byHome].map(([unit, seats]): RebuiltUnit => {
    const today = heads[unit] ?? -1;
    const underTop = isUnderTop(unit, seats);
    // An executive without a trade who heads the department today goes on.
    const goesOn =
      today >= 0 &&
      today !== root &&
      !engaged.has(today) &&
      organisation.unitOf[today] === unit &&
      (staysPut(organisation, today) || above.has(today)) &&
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
    const first = goesOn ? today : headOfUnit(organisation, unit, seats, trades, leads);
    const chief = joined.has(unit) ? chiefOver(unit, first, seats) : -1;
    const head = chief < 0 ? first : chief;
    if (chief >= 0) {
      others.push(chief);
      chiefs.set(chief, unit);
    }
    const everyone = others.length === 0 ? seats : [...seats, ...others].sort((x, y) => x - y);
    const branch = joined.has(unit) ? branchLeft(organisation, unit, seats) : -1;
    const leader = isLedFromOutside(head) || above.has(boss[head]!) ? boss[head]! : over.get(unit);
    const next = executiveAbove(draft, head, branch, leader);
    // Whose manager between moved answers to the executive above that one, under whom they all were.
    const higher =
      next === root && joined.has(unit) ? executiveOver(draft, [{ members: everyone, head }]) : -1;
    const executive = higher < 0 ? next : higher;
    // Who joins from elsewhere may have made it more than that one's: then it answers to who is above them all.
    const isTheirs = !joined.has(unit) || leadsMostOf(organisation, executive, everyone);
    const reportsTo = underTop && !hasMoved(boss[head]!) ? boss[head]! : isTheirs ? executive : root;
    const beside = joined.has(unit)
      ? new Set<Index>()
      : besideHead(organisation, { head, reportsTo, leaders: joint.get(unit) ?? [], everyone, placed });
    const reportsOutside = (seat: Index) =>
      seat !== head && !isInside(boss[seat]!) && !(boss[seat]! >= 0 && hasMoved(boss[seat]!));
    const staying = underTop ? everyone.filter((seat) => !hasMoved(seat)) : [...leads];
    const ledOutside = everyone.filter((seat) => seat !== head && isLedFromOutside(seat));
    const keepsOutside = new Set([...beside, ...staying.filter(reportsOutside), ...ledOutside]);
    // Who comes from elsewhere brings customers of their own.
    if (joined.has(unit)) draft.changeUnit(unit, { serves: { kind: 'all' } });
    const { capability, name } = draft.units[unit]!;
    const parent = draft.units[branch < 0 ? unit : branch]!.parent;
    const isHome = (at: Index) => nearestHome(at) === unit;
    const merged =
      own !== undefined && joined.has(unit)
        ? functionName(organisation, unit, { trade: own, members: everyone, isHome })
        : undefined;
    const apart =
      own === undefined ? undefined : toldApart(organisation, unit, own, { created: newUnits, isFunction });
    if (!underTop)
      draft.changeUnit(unit, {
        name:
          branch < 0 || own === undefined ? (merged ?? apart ?? name) : sentenceCase(capabilities[own]!.name),
        // Naming one of several who lead side by side would put the others below them when the file is read.
        head: beside.size > 0 || (leads.has(head) && keepsOutside.size > 0) ? -1 : head,
        accountable: true,
        kind: 'department',
        capability: capability >= 0 ? capability : (own ?? -1),
        parent: parent >= 0 && nearestHome(parent) >= 0 ? -1 : parent,
      });
    return { unit, members: everyone, head, reportsTo, keepsOutside, keepsStaff: chief >= 0 };
  });
  for (const [seat, unit] of chiefs) draft.unitOf[seat] = unit;
  keepRemainingUnits(draft, rebuilt, { executives: new Set([...over.values(), ...above]) });
  const isLedInside = ({ unit, members, head, keepsOutside }: RebuiltUnit) =>
    (head === heads[unit] || heads[unit] === root) &&
    members.every(
      (seat) =>
        seat === head ||
        functionOf[boss[seat]!] === unit ||
        (boss[seat] === boss[head] && boss[head]! >= 0 && reportsOf(tree, head) > 0) ||
        keepsOutside?.has(seat),
    );
  const second = secondLines(organisation, functionOf);
  const isInForm =
    draft.unitOf.every((unit, seat) => unit === organisation.unitOf[seat]) &&
    second.leaving === 0 &&
    rebuilt.every((entry) => isLedInside(entry) && isAccountable(organisation, entry.unit));
  return { draft, rebuilt, home, created, isInForm, hasSecondLines: second.has };
});
