import { groupsBy } from '../base/groups.ts';
import { byText } from '../base/text.ts';
import { headsOf, membersOf } from '../model/heads.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import { reportsOf, treeOf } from '../model/tree.ts';
import type { UnitKind } from '../schema/input/department.ts';

/** What customers meet first, then what stands behind it. */
const KINDS: readonly UnitKind[] = [
  'cluster',
  'phase',
  'department',
  'centre-of-expertise',
  'common-service',
];

const byKind =
  ({ units }: Organisation) =>
  (a: Index, b: Index): number =>
    KINDS.indexOf(units[a]!.kind) - KINDS.indexOf(units[b]!.kind) || a - b;

/** Whether somebody heads several units: the first of them then names what this person answers for. */
function isHeadOfSeveral(organisation: Organisation): boolean {
  const { head, joint } = headsOf(organisation);
  const seen = new Set<Index>();
  return organisation.units.some((_, unit) =>
    [...new Set([head[unit]!, ...(joint.get(unit) ?? [])])].some((seat) => {
      if (seat < 0) return false;
      const again = seen.has(seat);
      seen.add(seat);
      return again;
    }),
  );
}

/** The units in the order in which they are written: by kind, but as they stand where their order means something. */
export const unitOrder = (organisation: Organisation): readonly Index[] => {
  const order = [...organisation.units.keys()];
  return isHeadOfSeveral(organisation) ? order : order.sort(byKind(organisation));
};

/** The same for reading, each followed by the units below it. Linear, but for a sort. */
function readingOrder(organisation: Organisation): readonly Index[] {
  const below = groupsBy(organisation.units.keys(), (unit) => organisation.units[unit]!.parent);
  const order: Index[] = [];
  const open: Index[] = [];
  const push = (parent: Index) => {
    const children = (below.get(parent) ?? []).sort(byKind(organisation));
    for (const unit of children.reverse()) open.push(unit);
  };
  push(-1);
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    order.push(unit);
    push(unit);
  }
  return order;
}

/** Seats that are read together; unit -1 for the top of the chart, -2 for those without a unit. */
export interface Section {
  readonly unit: Index;
  readonly seats: readonly Index[];
}

export const TOP = -1;
export const WITHOUT_UNIT = -2;

/**
 * Everyone once: whoever is at the top and leads somebody, then unit by unit, the head first and each manager followed by
 * their people. Linear, but for sorts by id.
 */
export function sectionsOf(organisation: Organisation): readonly Section[] {
  const { people, unitOf } = organisation;
  const tree = treeOf(organisation);
  const { head } = headsOf(organisation);
  const tops = tree.roots.filter((seat) => reportsOf(tree, seat) > 0);
  const atTop = new Set(tops);
  const ordered = (seats: readonly Index[], first: Index): Index[] => {
    const inside = new Set(seats);
    const reports = groupsBy(seats, (seat) => (inside.has(tree.boss[seat]!) ? tree.boss[seat]! : TOP));
    const order: Index[] = [];
    const open: Index[] = [];
    const push = (boss: Index) => {
      const list = reports.get(boss) ?? [];
      const rank = (seat: Index) => (seat === first ? 0 : 1);
      list.sort((a, b) => rank(b) - rank(a) || byText(people.id[b]!, people.id[a]!));
      for (const seat of list) open.push(seat);
    };
    push(TOP);
    for (let seat = open.pop(); seat !== undefined; seat = open.pop()) {
      order.push(seat);
      push(seat);
    }
    return order;
  };
  const members = membersOf(organisation);
  const sections: Section[] = readingOrder(organisation).map((unit) => ({
    unit,
    seats: ordered(
      [...members.seat.subarray(members.start[unit]!, members.start[unit + 1]!)].filter(
        (seat) => !atTop.has(seat),
      ),
      head[unit]!,
    ),
  }));
  const without = people.id.flatMap((_, seat) => (unitOf[seat]! < 0 && !atTop.has(seat) ? [seat] : []));
  return [
    { unit: TOP, seats: tops },
    ...sections,
    { unit: WITHOUT_UNIT, seats: ordered(without, -1) },
  ].filter(({ seats }) => seats.length > 0);
}
