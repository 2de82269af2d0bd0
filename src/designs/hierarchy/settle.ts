import type { Index } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import type { Draft } from '../draft.ts';
import { hangUnit, type RebuiltUnit } from './hierarchy.ts';
import { levelsTo, orderRemainingUnits } from './remaining-units.ts';
import { hangStranded } from './stranded.ts';
import { mostReports } from './unit-chart.ts';
import { rootOf } from './who-stays.ts';

/**
 * Gives everyone one boss. In rebuilt units as `hangUnit` does. Everyone else keeps the boss, or goes up the old lines to the
 * first who has not moved; whom that would leave to a top alone is ordered within the unit (`orderRemainingUnits`), whose head
 * reports to `caretaker` where it needs a new boss. Where somebody would get more people so than they can lead, these go
 * elsewhere (`hangStranded`). A line that would close a circle goes to the root.
 */
export function settle(draft: Draft, rebuilt: readonly RebuiltUnit[], caretaker = rootOf(draft)): void {
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
    for (const [seat, keeper] of orderRemainingUnits(draft, members, lost, rebuilt, caretaker))
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
function spareOneReport(draft: Draft, { members, head }: RebuiltUnit): void {
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
