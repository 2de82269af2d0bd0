import { lazy, memo } from '../../base/memo.ts';
import { headsOf } from '../../model/heads.ts';
import { primaryLine } from '../../model/lines.ts';
import { JOINT_TOP } from '../../model/misplaced.ts';
import type { Index } from '../../model/organisation.ts';
import { selfGoverned } from '../../model/teams.ts';
import { peopleBelow, reportsOf, treeOf } from '../../model/tree.ts';
import type { Draft } from '../draft.ts';
import { hangUnit, type RebuiltUnit } from './hierarchy.ts';
import { leaveTheLead, mayLead, mostSenior } from './seniority.ts';
import { hangStranded } from './stranded.ts';
import { mostReports } from './unit-chart.ts';
import { jointTops, rootOf } from './who-stays.ts';

/**
 * Gives everyone one boss. In rebuilt units as `hangUnit` does. Everyone else keeps the boss, or goes up the old lines to the
 * first who has not moved and is not less senior; whom that would leave to a top alone is ordered within the unit (`orderRemainingUnits`), whose head
 * reports to `caretaker` where it needs a new boss. Where somebody would get more people so than they can lead, these go
 * elsewhere (`hangStranded`). A line that would close a circle goes to the root.
 */
export function settle(draft: Draft, units: readonly RebuiltUnit[], caretaker = rootOf(draft)): void {
  const { source } = draft;
  const tree = treeOf(source);
  const root = rootOf(draft);
  const built = new Uint8Array(draft.count);
  const rebuilt = units.map((entry) => withBeside(draft, entry));
  for (const { members, keepsOutside } of rebuilt)
    for (let k = 0; k < members.length; k++) if (!keepsOutside?.has(members[k]!)) built[members[k]!] = 1;
  const leadOn = new Set(units.filter(({ keepsStaff }) => keepsStaff === true).map(({ head }) => head));
  const stays = (seat: Index) => draft.unitOf[seat] === source.unitOf[seat] || leadOn.has(seat);
  const leads = mayLead(source);
  const lost = new Set<Index>();
  const keepers = new Map<Index, Index>();
  for (let seat = 0; seat < source.people.count; seat++) {
    if (built[seat] === 1 || tree.boss[seat]! < 0) continue;
    // Whom a department that governs itself answers to does so wherever they go.
    if (stays(seat) && selfGoverned(source, seat) >= 0) continue;
    let boss = tree.boss[seat]!;
    const isToday = boss;
    while (boss >= 0 && !(stays(boss) && (boss === isToday || leads(boss, seat)))) boss = tree.boss[boss]!;
    draft.boss[seat] = boss >= 0 ? boss : root;
    if (boss === tree.boss[seat]) continue;
    if (draft.unitOf[seat]! >= 0 && (boss < 0 || tree.boss[boss]! < 0)) lost.add(seat);
    else keepers.set(seat, draft.boss[seat]!);
  }
  for (const entry of rebuilt) {
    hangUnit(draft, { ...entry, above: levelsTo(draft, entry.reportsTo) });
    draft.boss[entry.head] = entry.reportsTo;
    for (const seat of entry.beside) {
      const above = leads(entry.reportsTo, seat) ? entry.reportsTo : root;
      if (hasRoom(draft, above)) draft.boss[seat] = above;
      lost.delete(seat);
    }
    spareOneReport(draft, entry);
  }
  if (lost.size > 0) {
    const members = new Map<Index, Index[]>();
    for (const seat of lost) members.set(draft.unitOf[seat]!, []);
    for (let seat = 0; seat < source.people.count; seat++)
      if (built[seat] === 0) members.get(draft.unitOf[seat]!)?.push(seat);
    for (const [seat, keeper] of orderRemainingUnits(draft, members, lost, rebuilt, caretaker))
      keepers.set(seat, keeper);
  }
  hangStranded(draft, keepers);
  breakCircles(draft, root);
  seatFormerTops(draft, root);
}

const hasRoom = (draft: Draft, boss: Index): boolean =>
  draft.boss.reduce((count, one) => count + Number(one === boss), 0) < mostReports(draft.source.policy);

/** A unit with those who left it to the head to lead: nobody comes under somebody less senior, so they stand beside the head. */
function withBeside(draft: Draft, entry: RebuiltUnit): RebuiltUnit & { readonly beside: readonly Index[] } {
  const { boss } = treeOf(draft.source);
  const leads = mayLead(draft.source);
  const { head, members } = entry;
  const above = members.filter((seat) => seat !== head && !leads(head, seat));
  if (above.length === 0 || !leaveTheLead(draft.source, above, head, members.length))
    return { ...entry, beside: [] };
  const inside = new Set(members);
  const beside = above.filter((seat) => !inside.has(boss[seat]!) && !entry.keepsOutside?.has(seat));
  return { ...entry, beside, keepsOutside: new Set([...(entry.keepsOutside ?? []), ...beside]) };
}

/**
 * Lets the further jobs of people go on where their unit goes with its manager: where it is today, or where more than half of its
 * people go. A job that goes where the first one is becomes part of it; so does one whose unit is divided, or loses its manager.
 */
export function keepJobs(draft: Draft): void {
  const { source, unitOf, jobs, boss } = draft;
  const { lines, people } = source;
  if (lines.job === undefined) return;
  const isIn = (seat: Index, unit: Index) =>
    unitOf[seat] === unit || parentsOf(draft, unitOf[seat]!).includes(unit);
  const membersOf = source.units.map((): Index[] => []);
  for (let seat = 0; seat < people.count; seat++) membersOf[source.unitOf[seat]!]?.push(seat);
  const goesTo = memo((job: Index, manager: Index): Index => {
    if (isIn(manager, job)) return job;
    const members = membersOf[job]!;
    const there = members.filter((seat) => unitOf[seat] === unitOf[manager]);
    return there.length * 2 > members.length ? unitOf[manager]! : -1;
  });
  for (let seat = 0; seat < people.count; seat++) {
    // Beside the two bosses of a matrix a third would be the first of all.
    if (boss[seat]! < 0 || draft.second.has(seat)) continue;
    const first = primaryLine(lines, seat);
    const kept = [];
    for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++) {
      const [today, manager, weight] = [lines.job[k]!, lines.boss[k]!, lines.weight[k]!];
      if (k === first || today < 0 || today === source.unitOf[seat] || manager === boss[seat]) continue;
      const job = goesTo(today, manager);
      if (job < 0 || isIn(seat, job)) continue;
      kept.push({ boss: manager, weight, dotted: lines.dotted[k]!, job });
    }
    if (kept.length > 0) jobs.set(seat, kept);
  }
}

/** Who led a company of their own beside the top, and leads nobody now, answers to the top; heads side by side, each over a tenth of the company, do not. */
function seatFormerTops(draft: Draft, root: Index): void {
  const { source } = draft;
  const tree = treeOf(source);
  const leads = lazy(() => new Set(draft.boss));
  const below = lazy(() => peopleBelow(tree));
  const tops = jointTops(source);
  const goesOn = (seat: Index) =>
    seat === root || (tops.has(seat) && below()[seat]! - 1 >= JOINT_TOP * source.people.count);
  for (const seat of tree.roots) {
    if (goesOn(seat) || reportsOf(tree, seat) === 0 || selfGoverned(source, seat) >= 0) continue;
    if (!leads().has(seat)) draft.boss[seat] = root;
  }
}

/**
 * Lets the team of a head's only report come to the head, where that one would lead everyone else in the unit, the design
 * itself has put the one above the other, and the head can lead the whole unit: their people get a new manager so, but nobody
 * is a manager of one, and the unit has a level less. Teams further down stay.
 */
function spareOneReport(draft: Draft, { members, head }: RebuiltUnit): void {
  const { source } = draft;
  if (members.length - 1 > mostReports(source.policy)) return;
  const [only, ...others] = members.filter((seat) => seat !== head && draft.boss[seat] === head);
  if (only === undefined || others.length > 0 || only >= source.people.count) return;
  if (treeOf(source).boss[only] === head) return;
  const team = members.filter((seat) => draft.boss[seat] === only);
  if (team.every((seat) => mayLead(source)(head, seat))) for (const seat of team) draft.boss[seat] = head;
}

function breakCircles(draft: Draft, root: Index): void {
  const mark = new Int32Array(draft.count);
  for (let from = 0; from < draft.count; from++) {
    let seat = from;
    while (seat >= 0 && mark[seat] === 0) {
      mark[seat] = from + 1;
      seat = draft.boss[seat]!;
    }
    if (seat >= 0 && mark[seat] === from + 1) draft.boss[seat] = seat === root ? -1 : root;
  }
}

/** Levels from the top down to a seat, its own included; 0 for nobody. */
function levelsTo(draft: Draft, seat: Index): number {
  let levels = 0;
  for (let at = seat; at >= 0 && levels < draft.count; at = draft.boss[at]!) levels++;
  return levels;
}

const parentsOf = ({ units }: Draft, unit: Index): readonly Index[] => {
  const found: Index[] = [];
  for (let at = units[unit]?.parent ?? -1; at >= 0 && found.length < 64; at = units[at]!.parent)
    found.push(at);
  return found;
};

/** How many report to each seat who are not among the members of its unit. */
function reportsOutside(
  draft: Draft,
  members: ReadonlyMap<Index, readonly Index[]>,
  lost: ReadonlySet<Index>,
): ReadonlyMap<Index, number> {
  const unitIn = new Map<Index, Index>();
  for (const [unit, seats] of members) for (const seat of seats) unitIn.set(seat, unit);
  const found = new Map<Index, number>();
  draft.boss.forEach((boss, seat) => {
    if (boss < 0 || lost.has(seat) || !unitIn.has(boss) || unitIn.get(boss) === unitIn.get(seat)) return;
    found.set(boss, (found.get(boss) ?? 0) + 1);
  });
  return found;
}

/**
 * Orders the units in which people lost their manager though they stay, each as a rebuilt one is: under the head of
 * today, or where that one left, under the most senior of those who lost theirs, who then goes to the head of the
 * unit above, else to `caretaker`. Where a unit below lost its head too and the first in it goes before, that one leads both; of several
 * such units none comes under somebody who would go after the first of them. Who is more senior than the head of today goes up the old lines. `members` are the seats of each such unit that no rebuilt unit has. Returns who goes to
 * whom, where that is somebody who did not lead them before.
 */
function orderRemainingUnits(
  draft: Draft,
  members: ReadonlyMap<Index, readonly Index[]>,
  lost: ReadonlySet<Index>,
  rebuilt: readonly RebuiltUnit[],
  caretaker: Index,
): ReadonlyMap<Index, Index> {
  const keepers = new Map<Index, Index>();
  const { source } = draft;
  const leads = mayLead(source);
  const today = headsOf(source).head;
  const heads = new Map<Index, Index>(rebuilt.map(({ unit, head }) => [unit, head]));
  const stayed = (unit: Index): Index => {
    const head = today[unit] ?? -1;
    return head >= 0 && draft.unitOf[head] === unit && !lost.has(head) ? head : -1;
  };
  const headOf = (unit: Index): Index => heads.get(unit) ?? stayed(unit);
  const parents = new Map([...members.keys()].map((unit) => [unit, parentsOf(draft, unit)]));
  const order = [...members].sort(([a], [b]) => parents.get(a)!.length - parents.get(b)!.length || a - b);
  const outside = reportsOutside(draft, members, lost);
  const lostIn = (unit: Index) => members.get(unit)!.filter((seat) => lost.has(seat));
  const firstOf = memo((unit: Index): Index => mostSenior(source, lostIn(unit), members.get(unit)!));
  const isOpen = (unit: Index) => members.has(unit) && headOf(unit) < 0;
  /** Units below that lost their head as well, by the nearest one above that did. */
  const openBelow = new Map<Index, Index[]>();
  for (const [unit] of order) {
    const above = isOpen(unit) ? parents.get(unit)!.find(isOpen) : undefined;
    if (above !== undefined) openBelow.set(above, [...(openBelow.get(above) ?? []), unit]);
  }
  /** Units whose head does not come under the one above that is led by less. */
  const passing = new Map<Index, Index>();
  for (const [unit, seats] of order) {
    const builtHead = heads.get(unit);
    if (builtHead !== undefined) {
      for (const seat of seats)
        if (lost.has(seat)) keepers.set(seat, leads(builtHead, seat) ? builtHead : draft.boss[seat]!);
      continue;
    }
    let head = stayed(unit);
    let reportsTo = draft.boss[head] ?? -1;
    if (head < 0) {
      head = firstOf(unit);
      const below = openBelow.get(unit) ?? [];
      const people = below.flatMap((one) => members.get(one)!);
      const first = mostSenior(source, [head, ...below.map(firstOf)], [...seats, ...people]);
      if (first !== head && below.length === 1) {
        heads.set(unit, first);
        draft.changeUnit(unit, { head: first });
        for (const seat of lostIn(unit)) keepers.set(seat, leads(first, seat) ? first : draft.boss[seat]!);
        continue;
      }
      if (first !== head) for (const one of below) passing.set(one, unit);
      const leadsIt = (parent: Index) =>
        headOf(parent) >= 0 && headOf(parent) !== head && passing.get(unit) !== parent;
      const above = parents.get(unit)!.find(leadsIt);
      const asked = above === undefined ? caretaker : headOf(above);
      reportsTo = leads(asked, head) ? asked : draft.boss[head]!;
      keepers.set(head, reportsTo);
      draft.changeUnit(unit, { head });
    }
    heads.set(unit, head);
    const inside = new Set(seats);
    const goesUp = (seat: Index) => lost.has(seat) && !leads(head, seat);
    const keepsOutside = new Set(
      seats.filter(
        (seat) => seat !== head && (goesUp(seat) || (!lost.has(seat) && !inside.has(draft.boss[seat]!))),
      ),
    );
    for (const seat of keepsOutside) if (goesUp(seat)) keepers.set(seat, draft.boss[seat]!);
    hangUnit(draft, { unit, members: seats, head, above: levelsTo(draft, reportsTo), keepsOutside, outside });
    draft.boss[head] = reportsTo;
  }
  return keepers;
}
