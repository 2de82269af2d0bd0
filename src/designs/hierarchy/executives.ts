import { memo } from '../../base/memo.ts';
import type { Index, Organisation, Unit } from '../../model/organisation.ts';
import { descentOf, reportsOf, treeOf } from '../../model/tree.ts';
import { firstFrom } from '../../numbers/sorted.ts';
import type { Draft } from '../draft.ts';
import type { RebuiltUnit } from './hierarchy.ts';
import { managerIn } from './seniority.ts';
import { isExecutive, stayingPut, withTheirPeople } from './who-stays.ts';

/** Share of the people of a unit who must come from under an executive for it to be below that one, and of theirs for it to be theirs. */
export const COMES_FROM_UNDER = 0.8;

/** Whose reports lead what. */
interface Reports {
  /** Functions that some report leads. */
  functions: number;
  /** People of the own trade who report to them without leading anybody, and those of reports of that trade who do. */
  direct: number;
  led: number;
}

/**
 * Executives over several functions: 1 for whoever, below the top, has reports who lead two functions or more, and does not lead the
 * people of their own trade themselves. A function is led by whoever is of its trade and has most of its people, in the whole company,
 * below: a part of it in one region is none. Specialisms count with their trade. Cost: sorting seats.
 */
const overFunctions = memo((organisation: Organisation): Uint8Array => {
  const { people, capabilities } = organisation;
  const tree = treeOf(organisation);
  const { boss } = tree;
  const { at, end } = descentOf(tree);
  const trade = Int16Array.from(people.capability, (own) => {
    const of = capabilities[own]?.of ?? -1;
    return of >= 0 ? of : own;
  });
  const places = capabilities.map((): number[] => []);
  for (let seat = 0; seat < people.count; seat++)
    if (trade[seat]! >= 0) places[trade[seat]!]!.push(at[seat]!);
  for (const list of places) list.sort((a, b) => a - b);
  const found = new Uint8Array(people.count);
  const reports = new Map<Index, Reports>();
  for (let seat = 0; seat < people.count; seat++) {
    const above = boss[seat]!;
    const own = trade[seat]!;
    if (above < 0 || boss[above]! < 0 || own < 0 || isExecutive(organisation, seat)) continue;
    const one = reports.get(above) ?? { functions: 0, direct: 0, led: 0 };
    reports.set(above, one);
    const leads = reportsOf(tree, seat) > 0;
    const all = places[own]!;
    const below = leads ? firstFrom(all, end[seat]!) - firstFrom(all, at[seat]!) : 1;
    if (leads && 2 * below > all.length) one.functions++;
    if (own !== trade[above]) continue;
    if (leads) one.led += below;
    else one.direct++;
  }
  for (const [seat, { functions, direct, led }] of reports)
    if (functions > 1 && direct <= led) found[seat] = 1;
  return found;
});

/** Whether somebody is an executive over several functions. */
export const isOverFunctions = (organisation: Organisation, seat: Index): boolean =>
  overFunctions(organisation)[seat] === 1;

/**
 * 1 for those who join no unit of a form: who stays put in every design, people of enabling skills whatever else they can do,
 * executives over several functions whatever their own trade, and whoever leads people who stay, wherever they sit. Of `clusters`
 * those stay as well whose skill has no part in them, so that who leads them keeps them. Linear.
 */
const joiningNone = memo((organisation: Organisation, clusters: boolean): Uint8Array => {
  const { people, capabilities, options } = organisation;
  const over = overFunctions(organisation);
  const found = stayingPut(organisation).map((stays, seat) =>
    stays === 1 || over[seat] === 1 || capabilities[people.capability[seat]!]?.role === 'enabling' ? 1 : 0,
  );
  const { include, exclude } = options.cluster;
  const isOutside = capabilities.map(({ id, role }) =>
    role === 'common' ? !include.includes(id) : role === 'joins' && exclude.includes(id),
  );
  const isStaying = (seat: Index) =>
    found[seat] === 1 || (clusters && isOutside[people.capability[seat]!] === true);
  const everywhere = () => true;
  for (const seat of withTheirPeople(organisation, everywhere, isStaying)) found[seat] = 1;
  return found;
});

/** 1 for those who join no phase. */
export const joiningNoPhase = (organisation: Organisation): Uint8Array => joiningNone(organisation, false);

/** 1 for those who join no cluster and no customer group. */
export const joiningNoCluster = (organisation: Organisation): Uint8Array => joiningNone(organisation, true);

/**
 * 1 for those who stand above the units of a form, or beside them at the top: who joins none, whom a head of such a unit reports to,
 * and who reports to the top with the title of a head and leads nobody, as an executive does whose functions were divided. Linear.
 */
export function besideUnits(organisation: Organisation, kinds: readonly Unit['kind'][]): Uint8Array {
  const tree = treeOf(organisation);
  const { boss } = tree;
  const found = joiningNone(organisation, kinds.includes('cluster')).slice();
  const isManager = managerIn(organisation);
  organisation.units.forEach(({ kind, head }) => {
    if (kinds.includes(kind) && head >= 0 && boss[head]! >= 0) found[boss[head]!] = 1;
  });
  for (const top of tree.roots)
    for (const seat of tree.report.subarray(tree.reportStart[top]!, tree.reportStart[top + 1]!))
      if (reportsOf(tree, seat) === 0 && isManager(seat)) found[seat] = 1;
  return found;
}

/** The nearest executive above each seat, -1 for none; the top is none. Linear. */
const nearestExecutive = memo((organisation: Organisation): Int32Array => {
  const { boss, order } = treeOf(organisation);
  const found = new Int32Array(order.length).fill(-1);
  for (const seat of order) {
    const above = boss[seat]!;
    if (above < 0) continue;
    const leads =
      boss[above]! >= 0 && (isExecutive(organisation, above) || isOverFunctions(organisation, above));
    found[seat] = leads ? above : found[above]!;
  }
  return found;
});

/**
 * The lowest executive from under whom the head of a unit and four fifths of its people come, and who has not moved; of several units
 * together where there is one, else of each, if of all; else whoever all the heads report to today, so that they keep that line. -1
 * each where there is none. Cost: sorting the members.
 */
export function executivesOver(
  draft: Draft,
  units: readonly Pick<RebuiltUnit, 'members' | 'head'>[],
): readonly Index[] {
  const together = executiveOver(draft, units);
  if (together >= 0) return units.map(() => together);
  const each = units.map((unit) => executiveOver(draft, [unit]));
  if (!each.includes(-1)) return each;
  const all = executiveOverHeads(draft, units);
  return units.map(() => all);
}

/** Whom the heads of several units all report to, below the top, and who has not moved; -1 for none. Linear in units. */
function executiveOverHeads({ source, unitOf }: Draft, units: readonly Pick<RebuiltUnit, 'head'>[]): Index {
  const { boss } = treeOf(source);
  const [first = -1, ...others] = units.map(({ head }) => (head < source.people.count ? boss[head]! : -1));
  const isOfAll = others.length > 0 && others.every((seat) => seat === first);
  return isOfAll && first >= 0 && boss[first]! >= 0 && unitOf[first] === source.unitOf[first] ? first : -1;
}

export function executiveOver(
  { source, unitOf }: Draft,
  units: readonly Pick<RebuiltUnit, 'members' | 'head'>[],
): Index {
  const { at, end } = descentOf(treeOf(source));
  const above = nearestExecutive(source);
  const isThere = (seat: Index) => seat < source.people.count;
  const heads = units.map(({ head }) => head).filter(isThere);
  const people = units.flatMap(({ members }) => members).filter(isThere);
  const places = Int32Array.from(people, (seat) => at[seat]!).sort();
  // Whoever has four fifths of them below has the one in the middle below.
  const middle = people.find((seat) => at[seat] === places[places.length >> 1]);
  for (let seat = middle === undefined ? -1 : above[middle]!; seat >= 0; seat = above[seat]!) {
    const isBelow = (other: Index) => at[other]! > at[seat]! && at[other]! < end[seat]!;
    const below = firstFrom(places, end[seat]!) - firstFrom(places, at[seat]! + 1);
    if (unitOf[seat] !== source.unitOf[seat] || !heads.every(isBelow)) continue;
    if (below >= COMES_FROM_UNDER * people.length) return seat;
  }
  return -1;
}
