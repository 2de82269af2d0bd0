import { byText } from '../../base/text.ts';
import { headsOf } from '../../model/heads.ts';
import type { Index, Organisation, Unit } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import type { DesignId } from '../../schema/input/designs.ts';

/** The stage, counted from 1, at which everything takes the form of the design. */
export interface Schedule {
  /** By seat of the design: from then on its unit and lines are those of the design; open seats are there from then on. */
  readonly seat: Int32Array;
  /** By id: from then on a unit that is there today as well is as the design has it. */
  readonly settled: ReadonlyMap<string, number>;
  /** By unit of the design: the stage at which a formed unit begins to work. */
  readonly begins: ReadonlyMap<Index, number>;
}

/**
 * Heads, centres and common services come first, the members of a unit when it begins to work. A department of today is as
 * the design has it once all who leave or join it have done so, and who stays in it has the new line from then on, or, if
 * that is later, from when the boss of today leaves. So everyone moves once and changes manager once. Linear.
 */
export function scheduleOf(
  before: Organisation,
  design: Organisation,
  roles: Roles,
  begins: ReadonlyMap<Index, number>,
): Schedule {
  const today = before.people.count;
  const stage = new Int32Array(design.people.count).fill(1);
  const heads = new Set(roles.formed.map((unit) => roles.head[unit]!));
  const settled = new Map<string, number>();
  const settle = (id: string | undefined, at: number) => {
    if (id !== undefined) settled.set(id, Math.max(at, settled.get(id) ?? 1));
  };
  for (let seat = 0; seat < design.people.count; seat++) {
    const target = roles.target[seat]!;
    if (target === STAYS || target === FOUNDATION) continue;
    stage[seat] = heads.has(seat) ? 1 : begins.get(target)!;
    if (seat >= today || !roles.isMoved(seat)) continue;
    settle(unitIdOf(before, seat), stage[seat]!);
    settle(unitIdOf(design, seat), stage[seat]!);
  }
  for (const unit of roles.formed) settled.set(design.units[unit]!.id, begins.get(unit)!);
  const { boss } = treeOf(before);
  for (let seat = 0; seat < today; seat++) {
    if (roles.target[seat] !== STAYS) continue;
    const above = boss[seat]!;
    const left = above >= 0 && roles.target[above] !== STAYS ? stage[above]! : 1;
    stage[seat] = Math.max(settled.get(unitIdOf(design, seat) ?? '') ?? 1, left);
  }
  const tree = treeOf(design);
  // A lead that is to be hired is there as soon as one of the reports is: bosses come before reports in the order.
  for (let at = tree.order.length - 1; at >= 0; at--) {
    const seat = tree.order[at]!;
    if (seat < today || heads.has(seat) || reportsOf(tree, seat) === 0) continue;
    const reports = tree.report.subarray(tree.reportStart[seat]!, tree.reportStart[seat + 1]!);
    stage[seat] = reports.reduce((first, report) => Math.min(first, stage[report]!), stage[reports[0]!]!);
  }
  return { seat: stage, settled, begins };
}

/** Whoever is in place before any unit of the design begins to work: centres, common services, functions of a matrix. */
export const FOUNDATION = -1;
/** Whoever the design leaves in the department of today. */
const STAYS = -2;

/** What each seat of a design is to the way there. */
export interface Roles {
  /** Units that the design makes, or that people join in it: each begins to work as a whole. */
  readonly formed: readonly Index[];
  /** Head of each unit of the design, -1 for none. */
  readonly head: Int32Array;
  /** By seat of the design: the formed unit it belongs to, FOUNDATION or STAYS. */
  readonly target: Int32Array;
  /** Whether a seat is in another unit than today; open seats of the design are. */
  readonly isMoved: (seat: Index) => boolean;
}

const isService = ({ units }: Organisation, unit: Index): boolean => {
  const kind = units[unit]!.kind;
  return kind === 'common-service' || kind === 'centre-of-expertise';
};

export const unitIdOf = ({ units, unitOf }: Organisation, seat: Index): string | undefined =>
  units[unitOf[seat]!]?.id;

/**
 * The nearest unit at or above each that answers for its work or is a cluster or phase; -1 where there is none, or a centre
 * or common service stands before it.
 */
function answering(design: Organisation): Int32Array {
  const { units } = design;
  return Int32Array.from(units, (_, unit) => {
    for (let at = unit, guard = 0; at >= 0 && guard < 64; at = units[at]!.parent, guard++) {
      if (isService(design, at)) return -1;
      const { accountable, kind } = units[at]!;
      if (accountable || kind === 'cluster' || kind === 'phase') return at;
    }
    return -1;
  });
}

/** The customer group of everyone who has one beside the function, in a matrix: where the second boss sits. */
function secondUnits(design: Organisation): Int32Array {
  const { lines, unitOf, people } = design;
  const found = new Int32Array(people.count).fill(-1);
  for (let seat = 0; seat < people.count; seat++)
    if (lines.start[seat + 1]! - lines.start[seat]! > 1)
      found[seat] = unitOf[lines.boss[lines.start[seat]! + 1]!]!;
  return found;
}

/** Who belongs to what a design makes. Linear in seats, and in units times their depth. */
export function rolesOf(before: Organisation, id: DesignId, design: Organisation): Roles {
  const known = new Map(before.units.map((unit) => [unit.id, unit.kind]));
  // A department that becomes a cluster as it is begins as one, too.
  const isNew = ({ id: own, kind }: Unit) =>
    !known.has(own) || (known.get(own) !== kind && (kind === 'cluster' || kind === 'phase'));
  const near = answering(design);
  const group = id === 'matrix' ? secondUnits(design) : undefined;
  const isMoved = (seat: Index): boolean =>
    seat >= before.people.count || unitIdOf(before, seat) !== unitIdOf(design, seat);
  const unitOf = (seat: Index): Index => {
    const own = group?.[seat] ?? -1;
    return own >= 0 ? own : design.unitOf[seat]!;
  };
  // What a matrix forms are its customer groups; functions are what they cut across, and come first.
  const canForm = (unit: Index) =>
    unit >= 0 && (id !== 'matrix' || design.units[unit]!.serves.kind === 'some');
  const formed = new Set<Index>();
  design.units.forEach((unit, index) => {
    if (near[index] === index && isNew(unit) && canForm(index)) formed.add(index);
  });
  for (let seat = 0; seat < before.people.count; seat++) {
    const unit = unitOf(seat);
    if (unit >= 0 && isMoved(seat) && canForm(near[unit]!)) formed.add(near[unit]!);
  }
  const target = new Int32Array(design.people.count).fill(STAYS);
  for (let seat = 0; seat < design.people.count; seat++) {
    const unit = unitOf(seat);
    const whole = unit < 0 ? -1 : near[unit]!;
    if (formed.has(whole)) target[seat] = whole;
    else if (seat < before.people.count && isMoved(seat)) target[seat] = FOUNDATION;
  }
  return {
    formed: [...formed].sort((a, b) => a - b),
    head: headsOf(design).head,
    target,
    isMoved,
  };
}

/** What it takes to let one unit of the design begin to work. */
export interface Candidate {
  /** The unit, by index in the design. */
  readonly unit: Index;
  readonly id: string;
  readonly name: string;
  /** People who change their department for it, the head counted. */
  readonly moves: number;
  /** Of them those who move when it begins to work: heads are there before. */
  readonly joining: number;
  readonly newManagers: number;
  /** Seats of it that nobody fills. */
  readonly open: number;
  /** Share of the pairs of person and customer that its customers keep; null where it has none of its own. */
  readonly relationshipsKept: number | null;
}

/** Share of today's relationships of each formed unit's customers that the design keeps. Linear in relationships. */
function kept(before: Organisation, design: Organisation, unit: Index): number | null {
  const { serves } = design.units[unit]!;
  if (serves.kind !== 'some') return null;
  let all = 0;
  let still = 0;
  for (const customer of serves.customers) {
    const seats = (of: Organisation) =>
      of.relationships.seat.subarray(
        of.relationships.start[customer]!,
        of.relationships.start[customer + 1]!,
      );
    const now = new Set(seats(design));
    for (const seat of seats(before)) {
      all++;
      if (now.has(seat)) still++;
    }
  }
  return all === 0 ? null : still / all;
}

/**
 * The units that a design forms, the one that is easiest to begin with first: fewest people moved, then most relationships
 * kept, then fewest open seats, then by id. Where nobody but a head moves nothing is tried out, so these units come last.
 */
export function candidatesOf(before: Organisation, design: Organisation, roles: Roles): readonly Candidate[] {
  const [was, is] = [treeOf(before), treeOf(design)];
  const found = new Map(
    roles.formed.map((unit) => [unit, { moves: 0, joining: 0, newManagers: 0, open: 0 }]),
  );
  for (let seat = 0; seat < design.people.count; seat++) {
    const counts = found.get(roles.target[seat]!);
    if (counts === undefined) continue;
    if (design.people.vacant[seat] === 1) counts.open++;
    else {
      if (roles.isMoved(seat)) counts.moves++;
      if (roles.isMoved(seat) && roles.head[roles.target[seat]!] !== seat) counts.joining++;
      if (was.boss[seat] !== is.boss[seat]) counts.newManagers++;
    }
  }
  return [...found]
    .map(
      ([unit, counts]): Candidate => ({
        unit,
        id: design.units[unit]!.id,
        name: design.units[unit]!.name,
        ...counts,
        relationshipsKept: kept(before, design, unit),
      }),
    )
    .sort(
      (a, b) =>
        Number(a.joining === 0) - Number(b.joining === 0) ||
        a.moves - b.moves ||
        (b.relationshipsKept ?? 1) - (a.relationshipsKept ?? 1) ||
        a.open - b.open ||
        byText(a.id, b.id),
    );
}
