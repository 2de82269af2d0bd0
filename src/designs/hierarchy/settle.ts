import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import type { Draft } from '../draft.ts';
import { hangUnit } from './hierarchy.ts';
import { levelsTo, orderRest } from './rest.ts';
import { hangStranded } from './stranded.ts';
import { mostReports } from './unit-chart.ts';

/** A unit that a design has made or filled: its people, who leads them, and to whom the head reports (-1: nobody). */
export interface Rebuilt {
  readonly unit: Index;
  readonly members: readonly Index[];
  readonly head: Index;
  readonly reportsTo: Index;
}

/** The seat everyone else stays below: the root with most people. -1 in an empty organisation. */
export const rootOf = (draft: Draft): Index => treeOf(draft.source).roots[0] ?? -1;

/**
 * Gives everyone one boss. In rebuilt units as `hangUnit` does. Everyone else keeps the boss, or goes up the old lines to the
 * first who has not moved; whom that would leave to a top alone is ordered within the unit (`orderRest`), whose head
 * reports to `caretaker` where it needs a new boss. Where somebody would get more people so than they can lead, these go
 * elsewhere (`hangStranded`). A line that would close a circle goes to the root.
 */
export function settle(draft: Draft, rebuilt: readonly Rebuilt[], caretaker = rootOf(draft)): void {
  const { source } = draft;
  const tree = treeOf(source);
  const root = rootOf(draft);
  const built = new Uint8Array(draft.count);
  for (const { members } of rebuilt) for (const seat of members) built[seat] = 1;
  const stays = (seat: Index) => draft.unitOf[seat] === source.unitOf[seat];
  const lost = new Set<Index>();
  const keepers = new Map<Index, Index>();
  for (let seat = 0; seat < source.people.count; seat++) {
    if (built[seat] === 1 || tree.boss[seat]! < 0) continue;
    let boss = tree.boss[seat]!;
    while (boss >= 0 && !stays(boss)) boss = tree.boss[boss]!;
    draft.boss[seat] = boss >= 0 ? boss : root;
    if (boss === tree.boss[seat]) continue;
    if (draft.unitOf[seat]! >= 0 && (boss < 0 || tree.boss[boss]! < 0)) lost.add(seat);
    else keepers.set(seat, draft.boss[seat]!);
  }
  for (const entry of rebuilt) {
    hangUnit(draft, { ...entry, above: levelsTo(draft, entry.reportsTo) });
    draft.boss[entry.head] = entry.reportsTo;
    spareOneReport(draft, entry);
  }
  if (lost.size > 0) {
    const members = new Map<Index, Index[]>();
    for (const seat of lost) members.set(draft.unitOf[seat]!, []);
    for (let seat = 0; seat < source.people.count; seat++)
      if (built[seat] === 0) members.get(draft.unitOf[seat]!)?.push(seat);
    for (const [seat, keeper] of orderRest(draft, members, lost, rebuilt, caretaker))
      keepers.set(seat, keeper);
  }
  hangStranded(draft, keepers);
  breakCircles(draft, root);
}

/**
 * Lets the team of a head's only report come to the head, where that one would lead everyone else in the unit, the design
 * itself has put the one above the other, and the head can lead the whole unit: their people get a new manager so, but nobody
 * is a manager of one, and the unit has a level less. Teams further down stay.
 */
function spareOneReport(draft: Draft, { members, head }: Rebuilt): void {
  const { source } = draft;
  if (members.length - 1 > mostReports(source.policy)) return;
  const [only, ...others] = members.filter((seat) => seat !== head && draft.boss[seat] === head);
  if (only === undefined || others.length > 0 || only >= source.people.count) return;
  if (treeOf(source).boss[only] === head) return;
  for (const seat of members) if (draft.boss[seat] === only) draft.boss[seat] = head;
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

/**
 * Whom the head of a unit reports to: the boss of today where that is an executive who stays (leadership, not moved), else
 * the root.
 */
export function executiveAbove(draft: Draft, seat: Index): Index {
  const { people, capabilities } = draft.source;
  const root = rootOf(draft);
  if (seat >= people.count) return root;
  const boss = treeOf(draft.source).boss[seat]!;
  if (boss < 0) return seat === root ? -1 : root;
  const capability = people.capability[boss]!;
  const executive = capability >= 0 && capabilities[capability]!.role === 'leadership';
  return executive && draft.unitOf[boss] === draft.source.unitOf[boss] ? boss : root;
}

/** People who stay where they are in every design: the top, other leadership, and those without a known capability. */
export function staysPut(organisation: Organisation, seat: Index): boolean {
  const { people, capabilities } = organisation;
  const capability = people.capability[seat]!;
  return (
    capability < 0 || capabilities[capability]!.role === 'leadership' || treeOf(organisation).boss[seat]! < 0
  );
}

/**
 * Makes accountable the topmost units in which people remain beside the rebuilt ones, gives them `kind`, and takes the
 * accountability of units that are now a part of a rebuilt one.
 */
export function keepRest(
  draft: Draft,
  rebuilt: readonly Pick<Rebuilt, 'unit' | 'members'>[],
  kind?: 'common-service',
): void {
  const { source } = draft;
  const root = rootOf(draft);
  const built = new Set(rebuilt.map(({ unit }) => unit));
  const placed = new Uint8Array(draft.count);
  for (const { members } of rebuilt) for (const seat of members) placed[seat] = 1;
  const people = new Map<Index, { led: boolean }>();
  for (let seat = 0; seat < source.people.count; seat++) {
    const unit = draft.unitOf[seat]!;
    if (unit < 0 || placed[seat] === 1 || built.has(unit)) continue;
    const led = seat !== root && !isExecutive(draft, seat);
    const found = people.get(unit);
    if (found === undefined) people.set(unit, { led });
    else if (led) found.led = true;
  }
  draft.units.forEach((now, unit) => {
    if (built.has(unit)) return;
    const rest = people.get(unit);
    if (rest === undefined) {
      if (now.accountable) draft.changeUnit(unit, { accountable: false });
      return;
    }
    const head = now.head >= 0 && draft.unitOf[now.head] === unit ? now.head : -1;
    draft.changeUnit(unit, {
      head,
      accountable: rest.led && !hasPeopleAbove(draft, unit, people) && head !== root,
      ...(kind !== undefined && rest.led && now.kind === 'department' ? { kind } : {}),
    });
  });
}

const isExecutive = (draft: Draft, seat: Index) => {
  const capability = draft.source.people.capability[seat]!;
  return capability >= 0 && draft.source.capabilities[capability]!.role === 'leadership';
};

/** Whether some unit above holds people of the rest, and so answers for this one too. */
function hasPeopleAbove(draft: Draft, unit: Index, people: ReadonlyMap<Index, { led: boolean }>): boolean {
  for (
    let at = draft.units[unit]!.parent, guard = 0;
    at >= 0 && guard < 64;
    at = draft.units[at]!.parent, guard++
  )
    if (people.get(at)?.led) return true;
  return false;
}
