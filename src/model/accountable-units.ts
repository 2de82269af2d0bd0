import { given } from '../base/given.ts';
import {
  type Accountability,
  type AccountableUnit,
  type Cut,
  cutInto,
  ROOT,
  type UnitSeed,
} from './accountability.ts';
import { headsOf, membersOf, within } from './heads.ts';
import { hoursByPool, hoursByUnit } from './hours-by-unit.ts';
import type { Index, Organisation } from './organisation.ts';
import type { Service } from './service.ts';
import { type ReportingTree, reportsOf, treeOf } from './tree.ts';

/** Largest share of the journey hours that one unit may cover before it is looked into one level deeper. */
const MOST_HOURS = 2 / 3;
/** Share of the people who must have a department before departments are the units. */
const MOST_IN_DEPARTMENTS = 0.8;
/** Share of a unit's people with one capability that makes it a department of one trade. */
const ONE_TRADE = 0.8;

/** What is asked of departments to find the units among them. */
class Departments {
  readonly root: Index;
  private readonly children: readonly (readonly Index[])[];
  private readonly members: ReturnType<typeof membersOf>;
  /** Those of each department and all below that anybody sits in. */
  private readonly peopled: readonly (readonly Index[])[];

  constructor(
    private readonly organisation: Organisation,
    private readonly tree: ReportingTree,
  ) {
    const { units } = organisation;
    this.root = tree.roots[0] ?? -1;
    const children: Index[][] = units.map(() => []);
    units.forEach(({ parent }, unit) => {
      if (parent >= 0) children[parent]!.push(unit);
    });
    this.children = children;
    this.members = membersOf(organisation);
    const peopled: Index[][] = units.map(() => []);
    for (let unit = 0; unit < units.length; unit++) {
      if (this.members.start[unit] === this.members.start[unit + 1]) continue;
      for (let at = unit, guard = 0; at >= 0 && guard < 64; at = units[at]!.parent, guard++)
        peopled[at]!.push(unit);
    }
    this.peopled = peopled;
  }

  /** Departments directly below one in which anybody sits. */
  below = (unit: Index): readonly Index[] =>
    this.children[unit]!.filter((one) => this.peopled[one]!.length > 0);

  /** Department of the root, -1 without one. */
  get ofRoot(): Index {
    return this.root < 0 ? -1 : this.organisation.unitOf[this.root]!;
  }

  /**
   * Who heads a department: the declared head; else of the members whose manager is outside, those who lead anybody where
   * any does, the ones nearest the top. The root heads nothing but the root office.
   */
  headsOf(unit: Index): readonly Index[] {
    const { units, unitOf } = this.organisation;
    const { head, selfGoverning } = units[unit]!;
    if (head >= 0 && head !== this.root) return [head];
    if (selfGoverning === true) return [];
    const { boss, depth } = this.tree;
    const isOutside = (seat: Index) =>
      boss[seat]! < 0 || boss[seat] === this.root || !within(this.organisation, unitOf[boss[seat]!]!, unit);
    const { start, seat: seats } = this.members;
    const tops: Index[] = [];
    for (const one of this.peopled[unit]!)
      for (let k = start[one]!; k < start[one + 1]!; k++)
        if (seats[k] !== this.root && isOutside(seats[k]!)) tops.push(seats[k]!);
    const leaders = tops.filter((seat) => reportsOf(this.tree, seat) > 0);
    const candidates = leaders.length > 0 ? leaders : tops;
    const nearest = candidates.reduce(
      (least, seat) => Math.min(least, depth[seat]!),
      Number.POSITIVE_INFINITY,
    );
    return candidates.filter((seat) => depth[seat] === nearest).sort((a, b) => this.byId(a, b));
  }

  // By id, not by index: the seats that a design adds come last, and stand among the others when its file is read.
  private byId(a: Index, b: Index): number {
    const { id } = this.organisation.people;
    return id[a]! < id[b]! ? -1 : 1;
  }

  /** The department is a unit with these heads; the root's own is the root office. */
  seedOf = (unit: Index): UnitSeed => ({ heads: this.headsOf(unit), department: unit });

  /** Those that are declared to answer for their work; the one that the root heads is the root office. */
  declared(): readonly UnitSeed[] {
    const { units } = this.organisation;
    return units.flatMap(({ accountable, head }, unit) => {
      if (!accountable || this.isRootOffice(unit) || (this.peopled[unit]!.length === 0 && head < 0))
        return [];
      return [this.seedOf(unit)];
    });
  }

  /** Whether it is the root's own department and nobody else is declared to head it. */
  isRootOffice(unit: Index): boolean {
    const { head } = this.organisation.units[unit]!;
    return unit === this.ofRoot && (head < 0 || head === this.root);
  }

  /** The units of a tree of departments, from its top. */
  topmost(): readonly UnitSeed[] {
    const { units } = this.organisation;
    return units.flatMap(({ parent }, unit) => (parent < 0 ? this.unitsFrom(unit) : []));
  }

  private unitsFrom(unit: Index): readonly UnitSeed[] {
    const { units, unitOf } = this.organisation;
    if (this.peopled[unit]!.length === 0) return [];
    if (units[unit]!.selfGoverning === true) return [this.seedOf(unit)];
    const under = () => this.below(unit).flatMap((one) => this.unitsFrom(one));
    if (this.isRootOffice(unit)) return under();
    const own = this.seedOf(unit);
    if (units[unit]!.head >= 0 && units[unit]!.head !== this.root) return [own];
    if (this.ofRoot >= 0 && within(this.organisation, this.ofRoot, unit)) return under();
    const sitIn = new Set(own.heads.map((seat) => unitOf[seat]!));
    if (sitIn.size < 2) return [own];
    const led = this.below(unit).filter((one) =>
      [...sitIn].some((department) => within(this.organisation, department, one)),
    );
    return [...(sitIn.has(unit) ? [own] : []), ...led.flatMap((one) => this.unitsFrom(one))];
  }

  /** Whether four fifths of the people of a unit have one capability. */
  isOneTrade(seats: readonly Index[]): boolean {
    const { capability } = this.organisation.people;
    const counts = new Map<Index, number>();
    for (const seat of seats) counts.set(capability[seat]!, (counts.get(capability[seat]!) ?? 0) + 1);
    counts.delete(-1);
    return Math.max(0, ...counts.values()) >= ONE_TRADE * seats.length;
  }
}

/** Name for the unit that a seat heads: the department it is the head of, else the title, else the id. */
function unitNamer(organisation: Organisation) {
  const { people, units } = organisation;
  const headed = new Map<Index, Index>();
  headsOf(organisation).head.forEach((seat, unit) => {
    if (seat < 0) return;
    // A head of several units is named after the topmost of them, then the first.
    const now = headed.get(seat);
    if (now === undefined || (units[now]!.parent >= 0 && units[unit]!.parent < 0)) headed.set(seat, unit);
  });
  return ({ heads: [head = -1], department, inside }: UnitSeed): AccountableUnit => {
    const unit = department >= 0 ? department : inside === undefined ? headed.get(head) : undefined;
    if (unit !== undefined) return { id: units[unit]!.id, name: units[unit]!.name, head };
    return { id: people.id[head]!, name: people.title[head]! || people.id[head]!, head };
  };
}

/** Kinds that a design makes its units: what they cover is their purpose. */
const WHOLE: ReadonlySet<string> = new Set(['phase', 'cluster', 'common-service']);

/** How the units of a file are found, before one that covers most of the work is looked into. */
function firstCut(
  organisation: Organisation,
  tree: ReportingTree,
  departments: Departments,
): Omit<Cut, 'unit'> {
  const { people, unitOf, units } = organisation;
  const declared = departments.declared();
  const rootOffice = units.findIndex((_, unit) => departments.isRootOffice(unit));
  if (declared.length > 0) return { seeds: declared, rootOffice, height: 'declared' };
  let [present, placed] = [0, 0];
  for (let seat = 0; seat < people.count; seat++) {
    if (people.vacant[seat] === 1) continue;
    present++;
    if (unitOf[seat]! >= 0) placed++;
  }
  if (placed > 0 && placed >= MOST_IN_DEPARTMENTS * present)
    return { seeds: departments.topmost(), rootOffice, height: 'departments' };
  const heads = leadersBelow(tree, tree.roots[0] ?? -1);
  for (const other of tree.roots.slice(1)) if (reportsOf(tree, other) > 0) heads.push(other);
  return {
    seeds: heads.map((head) => ({ heads: [head], department: -1 })),
    rootOffice: -1,
    height: 'reports of the root',
  };
}

const leadersBelow = (tree: ReportingTree, boss: Index): Index[] =>
  boss < 0
    ? []
    : [...tree.report.subarray(tree.reportStart[boss]!, tree.reportStart[boss + 1]!)].filter(
        (seat) => reportsOf(tree, seat) > 0,
      );

/**
 * The accountable units of an organisation. Departments that are declared accountable; without any, and where four fifths
 * of the people have a department, the departments from the top of the tree, one with heads from several departments below
 * replaced by these; else each direct report of the root who leads anyone, with everybody below. One that covers more than
 * two thirds of the journey hours is replaced by the departments below it; where none stand below, and it is not of one
 * trade, by the heads below its head. `before` is what there was before any was replaced, null where none is.
 */
export function accountabilityOf(
  organisation: Organisation,
  service: Service,
): { at: Accountability; before: Accountability | null } {
  const tree = treeOf(organisation);
  const departments = new Departments(organisation, tree);
  const unit = unitNamer(organisation);
  let cut: Cut = { ...firstCut(organisation, tree, departments), unit };
  const first = cutInto(organisation, tree, cut);
  let at = first;
  const work = hoursByPool(organisation, service);
  for (;;) {
    const hours = hoursByUnit(work, at);
    const largest = hours.findIndex((share) => share > MOST_HOURS);
    const more = largest < 0 ? [] : deeper(organisation, departments, cut, at, largest);
    if (more.length === 0) break;
    const height = `${first.height}, deeper where one covered two thirds of the hours`;
    cut = { ...cut, seeds: [...cut.seeds, ...more], height };
    at = cutInto(organisation, tree, cut);
  }
  return { at, before: at === first ? null : first };
}

/** What stands below one unit: the departments, else, where it is not of one trade, the heads below its head. */
function deeper(
  organisation: Organisation,
  departments: Departments,
  { seeds, rootOffice }: Cut,
  at: Accountability,
  largest: Index,
): readonly UnitSeed[] {
  const seed = seeds[largest];
  const tree = treeOf(organisation);
  const department = seed === undefined ? rootOffice : seed.department;
  if (seed !== undefined && department >= 0 && WHOLE.has(organisation.units[department]!.kind)) return [];
  if (department >= 0) {
    const known = new Set(seeds.map((one) => one.department).concat(rootOffice));
    const below = departments.below(department).filter((unit) => !known.has(unit));
    if (below.length > 0) return below.map(departments.seedOf);
  }
  const members = Array.from({ length: organisation.people.count }, (_, seat) => seat).filter(
    (seat) => at.unitOf(seat) === largest,
  );
  if (departments.isOneTrade(members)) return [];
  const known = new Set(seeds.flatMap(({ heads }) => heads));
  // Somebody under two bosses counts with both, and heads no unit of one.
  const heads = (seed?.heads ?? tree.roots.slice(0, 1))
    .flatMap((head) => leadersBelow(tree, head))
    .filter((head) => !known.has(head) && at.membershipOf(head) === largest);
  const inside =
    seed === undefined ? (rootOffice < 0 ? undefined : ROOT) : department >= 0 ? department : seed.inside;
  return heads.map((head) => ({ heads: [head], department: -1, ...given({ inside }) }));
}
