import { headsOf } from './heads.ts';
import { walk } from './journeys.ts';
import type { Index, Organisation } from './organisation.ts';
import type { Service } from './service.ts';
import { type Spots, spotsOf } from './spots.ts';
import { type ReportingTree, reportsOf, treeOf } from './tree.ts';

export const ROOT_OFFICE = 'root-office';

/** A head who answers for a unit, or the root office: the people below none of the heads. */
export interface AccountableUnit {
  readonly id: string;
  readonly name: string;
  readonly head: Index;
}

/** Which accountable units a person counts in, with shares that sum to 1. */
export type Membership = readonly (readonly [unit: Index, share: number])[];

/** The units that answer for their work, at one height of the chart. */
export interface Accountability {
  readonly units: readonly AccountableUnit[];
  /** Number of units, the root office included. */
  readonly size: number;
  /** Head of each unit. */
  readonly heads: Int32Array;
  /** Nearest accountable unit up the primary line of a seat. */
  unitOf(seat: Index): Index;
  /** Membership of a seat: the index of its unit, or, above those, of a membership in several units. */
  membershipOf(seat: Index): number;
  readonly spots: Spots;
  /** The same by spot. */
  readonly membershipOfSpot: Int32Array;
  /** Those in several units, counted on from the units. */
  readonly mixed: readonly Membership[];
  /** How the heads were found. */
  readonly height: string;
}

/** Calls back with each unit of a membership and the share of it. */
export function eachUnit(
  { size, mixed }: Accountability,
  membership: number,
  call: (unit: Index, share: number) => void,
): void {
  if (membership < size) call(membership, 1);
  else for (const [unit, share] of mixed[membership - size]!) call(unit, share);
}

/** Largest share of the journey hours that one unit may cover before it is looked into one level deeper. */
const DESCEND_ABOVE = 2 / 3;

const single = (heads: Iterable<Index>): (readonly Index[])[] => Array.from(heads, (head) => [head]);

/** Accountable units under given heads, several where they lead one jointly; seats below none form the root office. */
function under(
  organisation: Organisation,
  tree: ReportingTree,
  heads: Iterable<readonly Index[]>,
  name: (head: Index) => AccountableUnit,
  height: string,
): Accountability {
  const { people } = organisation;
  const headed = new Int32Array(people.count).fill(-1);
  const distinct: Index[] = [];
  for (const [head, ...joint] of heads) {
    if (head === undefined || headed[head]! >= 0) continue;
    for (const seat of [head, ...joint]) if (headed[seat]! < 0) headed[seat] = distinct.length;
    distinct.push(head);
  }
  const rest = distinct.length;
  const size = rest + 1;
  distinct.push(tree.roots[0] ?? -1);
  const spots = spotsOf(organisation);
  const membershipOfSpot = new Int32Array(spots.count);
  // Bosses come first, so the unit of the one above is known.
  spots.anchors.forEach((seat, spot) => {
    const above = spots.above[spot]!;
    membershipOfSpot[spot] = headed[seat]! >= 0 ? headed[seat]! : above < 0 ? rest : membershipOfSpot[above]!;
  });
  const unitBelow = (boss: Index) => membershipOfSpot[spots.asBoss[boss]!]!;
  const memberships: Membership[] = [];
  const mixed = new Map<number | string, number>();
  spots.between.forEach(({ seat, bosses }, at) => {
    const spot = spots.anchors.length + at;
    const units = bosses.map(({ boss }) => unitBelow(boss));
    const [low, high] = [Math.min(...units), Math.max(...units)];
    const isHead = seat >= 0 && headed[seat]! >= 0;
    if (isHead || low === high) {
      membershipOfSpot[spot] = isHead ? headed[seat]! : low;
      return;
    }
    const key =
      bosses.length === 2 && bosses[0]!.share === 0.5
        ? low * size + high
        : bosses.map(({ share }, k) => `${units[k]!}:${share}`).join(' ');
    let index = mixed.get(key);
    if (index === undefined) {
      index = size + memberships.length;
      mixed.set(key, index);
      const shares = new Map<Index, number>();
      units.forEach((unit, k) => {
        shares.set(unit, (shares.get(unit) ?? 0) + bosses[k]!.share);
      });
      memberships.push([...shares]);
    }
    membershipOfSpot[spot] = index;
  });
  let units: readonly AccountableUnit[] | null = null;
  return {
    // Named only where somebody reads them: at most heights nobody does.
    get units() {
      units ??= distinct.map((head, at) =>
        at === rest ? { id: ROOT_OFFICE, name: 'Root office', head } : name(head),
      );
      return units;
    },
    size,
    heads: Int32Array.from(distinct),
    unitOf(seat) {
      const own = spots.asBoss[seat]!;
      return membershipOfSpot[own >= 0 ? own : spots.asBoss[tree.boss[seat]!]!]!;
    },
    membershipOf: (seat) => membershipOfSpot[spots.of[seat]!]!,
    spots,
    membershipOfSpot,
    mixed: memberships,
    height,
  };
}

/** Name for the unit that a seat heads: the department it is the head of, else the title, else the id. */
function unitNamer(organisation: Organisation) {
  const { head } = headsOf(organisation);
  const headed = new Map<Index, Index>();
  head.forEach((seat, unit) => {
    if (seat < 0) return;
    // A head of several units is named after the topmost of them, then the first.
    const now = headed.get(seat);
    if (now === undefined || (organisation.units[now]!.parent >= 0 && organisation.units[unit]!.parent < 0))
      headed.set(seat, unit);
  });
  return (seat: Index): AccountableUnit => {
    const unit = headed.get(seat);
    if (unit !== undefined)
      return { id: organisation.units[unit]!.id, name: organisation.units[unit]!.name, head: seat };
    return {
      id: organisation.people.id[seat]!,
      name: organisation.people.title[seat]! || organisation.people.id[seat]!,
      head: seat,
    };
  };
}

/** Share of the expected journey hours, over all customers, that is done in each accountable unit; sums to coverage. */
function hoursByUnit(
  organisation: Organisation,
  service: Service,
  accountability: Accountability,
): Float64Array {
  const hours = new Float64Array(accountability.size);
  let total = 0;
  const perJourney = organisation.journeys.map((journey) => {
    const { visits } = walk(journey.steps);
    return journey.steps.map((step, i) => step.hours * visits[i]!);
  });
  const spread = new Map<number, Float64Array>();
  for (const group of service.classes) {
    perJourney[group.journey]!.forEach((stepHours, step) => {
      const work = stepHours * group.customers;
      total += work;
      const pool = group.groups[group.groupOfStep[step]!]!.pool;
      if (pool === null) return;
      let shares = spread.get(pool.id);
      if (shares === undefined) {
        shares = new Float64Array(hours.length);
        const sums = shares;
        pool.seats.forEach((seat, k) => {
          eachUnit(accountability, accountability.membershipOf(seat), (unit, share) => {
            sums[unit]! += pool.share[k]! * share;
          });
        });
        spread.set(pool.id, shares);
      }
      for (let unit = 0; unit < shares.length; unit++) hours[unit]! += work * shares[unit]!;
    });
  }
  if (total > 0) for (let unit = 0; unit < hours.length; unit++) hours[unit]! /= total;
  return hours;
}

/**
 * The accountable units of an organisation: those it declares; without any, each direct report of the root who leads
 * anyone heads one, the rest form the root office, and a unit that covers more than two thirds of the journey hours is
 * replaced by the units one level below, until none does or it has no leaders below. The first entry is the height that
 * counts; `before` is the one before any descent, where there was one.
 */
export function accountabilityOf(
  organisation: Organisation,
  service: Service,
): { at: Accountability; before: Accountability | null } {
  const tree = treeOf(organisation);
  const name = unitNamer(organisation);
  const { head, joint } = headsOf(organisation);
  const declared = new Map<Index, AccountableUnit>();
  const groups: (readonly Index[])[] = [];
  organisation.units.forEach((unit, index) => {
    const at = head[index]!;
    if (!unit.accountable || at < 0 || declared.has(at)) return;
    declared.set(at, { id: unit.id, name: unit.name, head: at });
    groups.push([at, ...(joint.get(index) ?? []).filter((seat) => seat !== at)]);
  });
  if (declared.size > 0) {
    const at = under(organisation, tree, groups, (seat) => declared.get(seat)!, 'declared');
    return { at, before: null };
  }
  const leaders = (boss: Index) =>
    [...tree.report.subarray(tree.reportStart[boss]!, tree.reportStart[boss + 1]!)].filter(
      (seat) => reportsOf(tree, seat) > 0,
    );
  const root = tree.roots[0];
  const heads = root === undefined ? [] : leaders(root);
  for (const other of tree.roots.slice(1)) if (reportsOf(tree, other) > 0) heads.push(other);
  const first = under(organisation, tree, single(heads), name, 'reports of the root');
  let at = first;
  const opened = new Set<Index>();
  for (;;) {
    const hours = hoursByUnit(organisation, service, at);
    // The last one is the root office.
    const largest = at.heads
      .subarray(0, at.size - 1)
      .findIndex((seat, index) => hours[index]! > DESCEND_ABOVE && !opened.has(seat));
    const below = largest < 0 ? [] : leaders(at.heads[largest]!);
    if (below.length === 0) break;
    opened.add(at.heads[largest]!);
    heads.push(...below);
    at = under(
      organisation,
      tree,
      single(heads),
      name,
      'one level below where a unit covered two thirds of the hours',
    );
  }
  return { at, before: at === first ? null : first };
}

/** The chart cut at a height: everyone counts in the unit of the nearest leader at most `depth` levels below the root. */
export function cutAt(organisation: Organisation, depth: number): Accountability {
  const tree = treeOf(organisation);
  // Like the reports of the one root, further roots lead units of their own.
  const heads = spotsOf(organisation).anchors.filter(
    (seat) => reportsOf(tree, seat) > 0 && tree.depth[seat]! <= depth && seat !== tree.roots[0],
  );
  const name = (head: Index) => ({
    id: organisation.people.id[head]!,
    name: organisation.people.title[head]!,
    head,
  });
  return under(organisation, tree, single(heads), name, `level ${depth}`);
}
