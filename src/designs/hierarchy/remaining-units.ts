import type { Index, Organisation, Unit } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import type { Draft } from '../draft.ts';
import { isOverFunctions } from './executives.ts';
import type { RebuiltUnit } from './hierarchy.ts';
import { isExecutive, rootOf } from './who-stays.ts';

/**
 * Makes accountable the topmost units in which people remain beside the rebuilt ones, gives them `kind`, and takes the
 * accountability of units that are now a part of a rebuilt one. Clusters and phases of today that are not rebuilt are none any more
 * (`closeOtherForms`).
 */
export function keepRemainingUnits(
  draft: Draft,
  rebuilt: readonly Pick<RebuiltUnit, 'unit' | 'members'>[],
  { kind, executives }: { kind?: 'common-service'; executives?: ReadonlySet<Index> } = {},
): void {
  const { source } = draft;
  const root = rootOf(draft);
  const built = new Set(rebuilt.map(({ unit }) => unit));
  closeOtherForms(draft, built);
  const placed = new Uint8Array(draft.count);
  for (const { members } of rebuilt) for (let k = 0; k < members.length; k++) placed[members[k]!] = 1;
  const people = new Map<Index, { led: boolean; count: number }>();
  const stays = (seat: Index) => placed[seat] === 0 && draft.unitOf[seat] === source.unitOf[seat];
  for (let seat = 0; seat < source.people.count; seat++) {
    const unit = draft.unitOf[seat]!;
    if (unit < 0 || placed[seat] === 1 || built.has(unit)) continue;
    const isAbove =
      isExecutive(source, seat) ||
      isOverFunctions(source, seat) ||
      executives?.has(seat) === true ||
      losesEverybody(source, seat, stays);
    const led = seat !== root && !isAbove;
    const found = people.get(unit);
    people.set(unit, { led: led || found?.led === true, count: (found?.count ?? 0) + 1 });
  }
  // Who is left alone where nothing answers for work is no unit the second time either.
  const isDeclared = source.units.some(({ accountable }) => accountable);
  for (const [unit, rest] of people)
    if (isDeclared && rest.count === 1 && !isAnsweredFor(source, unit)) rest.led = false;
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
      accountable: isBelowBuilt(draft, unit, built)
        ? now.accountable && rest.led
        : rest.led && !hasPeopleAbove(draft, unit, people) && head !== root,
      ...(kind !== undefined && rest.led && now.kind === 'department' && now.selfGoverning !== true
        ? { kind }
        : {}),
    });
  });
}

/** Whether a unit of today, or one above it, is declared to answer for its work. */
function isAnsweredFor({ units }: Organisation, unit: Index): boolean {
  for (let at = unit, guard = 0; at >= 0 && guard < 64; at = units[at]!.parent, guard++)
    if (units[at]!.accountable) return true;
  return false;
}

/** Whether somebody led people today of whom none stays: their post is gone, and what is left is no unit that answers for work. */
function losesEverybody(source: Organisation, seat: Index, stays: (seat: Index) => boolean): boolean {
  const tree = treeOf(source);
  const reports = tree.report.subarray(tree.reportStart[seat]!, tree.reportStart[seat + 1]!);
  return reports.length > 0 && !reports.some(stays);
}

/**
 * Ends clusters and phases of today that a design does not build: whoever is left there serves no customers of their own, and who led
 * it and has nobody left in it goes where the boss is.
 */
function closeOtherForms(draft: Draft, built: ReadonlySet<Index>): void {
  const { source } = draft;
  const { boss } = treeOf(source);
  const left = new Map<Index, Index[]>();
  source.units.forEach(({ kind, selfGoverning, capability }, unit) => {
    // One that is said to be for a skill is a department of that as well.
    if (
      (kind === 'cluster' || kind === 'phase') &&
      capability < 0 &&
      selfGoverning !== true &&
      !built.has(unit)
    )
      left.set(unit, []);
  });
  if (left.size === 0) return;
  for (let seat = 0; seat < source.people.count; seat++) left.get(draft.unitOf[seat]!)?.push(seat);
  for (const [unit, seats] of left) {
    draft.changeUnit(unit, {
      kind: 'department',
      serves: { kind: 'all' },
      phase: phaseAround(draft, left, unit),
    });
    const [only] = seats;
    const above = seats.length === 1 ? boss[only!]! : -1;
    if (above < 0 || reportsOf(treeOf(source), only!) === 0) continue;
    if (draft.unitOf[above]! >= 0 && draft.unitOf[above] === source.unitOf[above])
      draft.unitOf[only!] = draft.unitOf[above]!;
  }
}

/** The phase of the nearest unit above that goes on, which a department below it works in. */
function phaseAround(draft: Draft, closed: ReadonlyMap<Index, unknown>, unit: Index): Unit['phase'] {
  let at = draft.units[unit]!.parent;
  for (let guard = 0; at >= 0 && closed.has(at) && guard < 64; guard++) at = draft.units[at]!.parent;
  return at < 0 ? null : draft.units[at]!.phase;
}

/** Whether some unit above is one of the rebuilt: this one is a part of it, as it is today, whoever sits there. */
function isBelowBuilt(draft: Draft, unit: Index, built: ReadonlySet<Index>): boolean {
  for (
    let at = draft.units[unit]!.parent, guard = 0;
    at >= 0 && guard < 64;
    at = draft.units[at]!.parent, guard++
  )
    if (built.has(at)) return true;
  return false;
}

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
