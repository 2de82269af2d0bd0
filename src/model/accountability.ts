import type { Index, Organisation } from './organisation.ts';
import { isOnOneLine, type Spots, spotsOf } from './spots.ts';
import { type ReportingTree, reportsOf, treeOf } from './tree.ts';

export const ROOT_OFFICE = 'root-office';

/** A head who answers for a unit, or the root office: the root's own department, and the people below none of the heads. */
export interface AccountableUnit {
  readonly id: string;
  readonly name: string;
  /** -1 where the unit governs itself. */
  readonly head: Index;
}

/** Which accountable units a person counts in, with shares that sum to 1. */
type Membership = readonly (readonly [unit: Index, share: number])[];

/** The units that answer for their work, at one height of the chart. */
export interface Accountability {
  readonly units: readonly AccountableUnit[];
  /** Number of units, the root office included; it is the last. */
  readonly size: number;
  /** Head of each unit. */
  readonly heads: Int32Array;
  /** Accountable unit of a seat by its department, else up its primary line. */
  unitOf(seat: Index): Index;
  /** Membership of a seat: the index of its unit, or, above those, of a membership in several units. */
  membershipOf(seat: Index): number;
  readonly spots: Spots;
  /** The same by spot. */
  readonly membershipOfSpot: Int32Array;
  /** Those in several units, counted on from the units. */
  readonly mixed: readonly Membership[];
  /** How the units were found. */
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

/** Shares of each unit that a seat counts in. */
export function unitsOfSeat(accountability: Accountability, seat: Index): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  eachUnit(accountability, accountability.membershipOf(seat), (unit, share) => {
    shares.set(unit, share);
  });
  return shares;
}

/** A unit before people are given to it. */
export interface UnitSeed {
  /** The head, first, and those who lead beside; none where it governs itself. */
  readonly heads: readonly Index[];
  /** The department that it is; -1 for everybody below its head. */
  readonly department: Index;
  /** The department that it is a part of by lines, ROOT for the root office; left out where it is no such part. */
  readonly inside?: Index;
}

/** The root office in place of a department. */
export const ROOT = -2;

/** The departments that are units, and the heads whose units are everybody below. */
export interface Cut {
  readonly seeds: readonly UnitSeed[];
  /** The department whose people are the root office, with those of none of the units. */
  readonly rootOffice: Index;
  readonly height: string;
  unit(seed: UnitSeed): AccountableUnit;
}

/** Unit of each department, the nearest one up the tree: an index of a seed, `ROOT` for the root office, -1 for none. */
function unitsOfDepartments({ units }: Organisation, { seeds, rootOffice }: Cut): Int32Array {
  const own = new Map(seeds.flatMap(({ department }, at) => (department < 0 ? [] : [[department, at]])));
  if (rootOffice >= 0 && !own.has(rootOffice)) own.set(rootOffice, ROOT);
  return Int32Array.from(units, (_, unit) => {
    for (let at = unit, guard = 0; at >= 0 && guard < 64; at = units[at]!.parent, guard++) {
      const found = own.get(at);
      if (found !== undefined) return found;
    }
    return -1;
  });
}

/** The boss in whose unit each place on the lines counts, and the nearest head of a part above it. */
interface Places {
  /** Unit of an anchor as a boss. */
  readonly own: Int32Array;
  /** Unit of the people of a department, whose boss is the anchor. */
  of(department: Index, place: number): number;
  isHead(seat: Index): boolean;
}

function placesOf(organisation: Organisation, spots: Spots, cut: Cut): Places {
  const { seeds } = cut;
  const rest = seeds.length;
  const { anchors, above } = spots;
  const headed = new Int32Array(organisation.people.count).fill(-1);
  seeds.forEach(({ heads }, at) => {
    for (const seat of heads) if (headed[seat]! < 0) headed[seat] = at;
  });
  const byDepartment = unitsOfDepartments(organisation, cut);
  const hasParts = seeds.some(({ inside }) => inside !== undefined);
  // Bosses come first, so what is above is known.
  const part = new Int32Array(hasParts ? anchors.length : 0).fill(-1);
  if (hasParts) {
    const partOf = new Map(
      seeds.flatMap(({ heads, inside }, at) => (inside === undefined ? [] : heads.map((seat) => [seat, at]))),
    );
    anchors.forEach((seat, place) => {
      part[place] = partOf.get(seat) ?? (above[place]! < 0 ? -1 : part[above[place]!]!);
    });
  }
  const inDepartment = (unit: number, place: number): number => {
    const department = unit === ROOT ? ROOT : seeds[unit]!.department;
    if (hasParts && part[place]! >= 0 && seeds[part[place]!]!.inside === department) return part[place]!;
    return unit === ROOT ? rest : unit;
  };
  const unitOfDepartment = (department: Index) => (department < 0 ? -1 : byDepartment[department]!);
  const own = new Int32Array(anchors.length);
  anchors.forEach((seat, place) => {
    const unit = unitOfDepartment(organisation.unitOf[seat]!);
    own[place] =
      unit !== -1
        ? inDepartment(unit, place)
        : headed[seat]! >= 0
          ? headed[seat]!
          : above[place]! < 0
            ? rest
            : own[above[place]!]!;
  });
  return {
    own,
    of: (department, place) => {
      const unit = unitOfDepartment(department);
      return unit === -1 ? own[place]! : inDepartment(unit, place);
    },
    isHead: (seat) => headed[seat]! >= 0,
  };
}

/**
 * Gives everybody to a unit: that of their department, the nearest one up the tree; without one that of the head they are
 * or report to; else the root office. Whoever has several bosses of nearly equal influence counts in the units of all, and
 * the hours of each job in its unit. Linear in the spots.
 */
export function cutInto(organisation: Organisation, tree: ReportingTree, cut: Cut): Accountability {
  const spots = spotsOf(organisation);
  const { seeds } = cut;
  const rest = seeds.length;
  const size = rest + 1;
  const places = placesOf(organisation, spots, cut);
  const membershipOfSpot = new Int32Array(spots.count);
  const memberships: Membership[] = [];
  const mixed = new Map<number | string, number>();
  /** Of the bosses of the spot that is looked at. */
  const units: number[] = [];
  for (let spot = 0; spot < spots.count; spot++) {
    const place = spots.line[spot]!;
    const department = spots.department[spot]!;
    if (place < spots.anchors.length) {
      membershipOfSpot[spot] = places.of(department, place);
      continue;
    }
    const { seat, bosses } = spots.between[place - spots.anchors.length]!;
    if (seat >= 0 && places.isHead(seat)) {
      membershipOfSpot[spot] = places.own[spots.asBoss[seat]!]!;
      continue;
    }
    let [low, high] = [Number.POSITIVE_INFINITY, -1];
    for (let k = 0; k < bosses.length; k++) {
      const { boss, job } = bosses[k]!;
      const at = spots.asBoss[boss]!;
      const unit = job === undefined ? places.own[at]! : places.of(job < 0 ? department : job, at);
      units[k] = unit;
      if (unit < low) low = unit;
      if (unit > high) high = unit;
    }
    if (low === high) {
      membershipOfSpot[spot] = low;
      continue;
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
      bosses.forEach(({ share }, k) => {
        shares.set(units[k]!, (shares.get(units[k]!) ?? 0) + share);
      });
      memberships.push([...shares]);
    }
    membershipOfSpot[spot] = index;
  }
  let named: readonly AccountableUnit[] | null = null;
  const root = tree.roots[0] ?? -1;
  // Where nobody leads anybody the root is anyone, and the department is called what it is.
  const ownName =
    tree.report.length > 0 ? undefined : organisation.units[organisation.unitOf[root] ?? -1]?.name;
  return {
    // Named only where somebody reads them: at most heights nobody does.
    get units() {
      named ??= toldApart(organisation, [
        ...seeds.map((seed) => cut.unit(seed)),
        { id: ROOT_OFFICE, name: ownName ?? 'Root office', head: root },
      ]);
      return named;
    },
    size,
    heads: Int32Array.from([...seeds.map(({ heads: [head = -1] }) => head), root]),
    unitOf(seat) {
      const spot = spots.of[seat]!;
      if (isOnOneLine(spots, spot)) return membershipOfSpot[spot]!;
      const place = spots.asBoss[seat]! >= 0 ? spots.asBoss[seat]! : spots.asBoss[tree.boss[seat]!]!;
      return places.of(organisation.unitOf[seat]!, place);
    },
    membershipOf: (seat) => membershipOfSpot[spots.of[seat]!]!,
    spots,
    membershipOfSpot,
    mixed: memberships,
    height: cut.height,
  };
}

/** Units of one name with the title of their head, or the id where the title does not tell them apart. */
function toldApart({ people }: Organisation, units: readonly AccountableUnit[]): readonly AccountableUnit[] {
  const number = (of: (unit: AccountableUnit) => string) => {
    const counts = new Map<string, number>();
    for (const unit of units) counts.set(of(unit), (counts.get(of(unit)) ?? 0) + 1);
    return (unit: AccountableUnit) => counts.get(of(unit))!;
  };
  const nameOf = ({ name }: AccountableUnit) => name;
  const withTitle = ({ name, head }: AccountableUnit) =>
    `${name} (${people.title[head] || people.id[head] || 'governs itself'})`;
  const [alike, alikeWithTitle] = [number(nameOf), number(withTitle)];
  return units.map((unit) => {
    if (alike(unit) === 1 || unit.id === ROOT_OFFICE) return unit;
    const name =
      alikeWithTitle(unit) === 1 ? withTitle(unit) : `${unit.name} (${people.id[unit.head] ?? unit.id})`;
    return { ...unit, name };
  });
}

/** The chart cut at a height: everyone counts in the unit of the nearest leader at most `depth` levels below the root. */
export function cutAt(organisation: Organisation, depth: number): Accountability {
  const tree = treeOf(organisation);
  const { people } = organisation;
  return cutInto(organisation, tree, {
    seeds: leadersDownTo(organisation, depth).map((head) => ({ heads: [head], department: -1 })),
    rootOffice: -1,
    height: `level ${depth}`,
    unit: ({ heads: [head = -1] }) => ({ id: people.id[head]!, name: people.title[head]!, head }),
  });
}

/** Leaders at most so many levels below the root; like the reports of the one root, further roots lead units of their own. */
export function leadersDownTo(organisation: Organisation, depth: number): readonly Index[] {
  const tree = treeOf(organisation);
  const { anchors } = spotsOf(organisation);
  const found: Index[] = [];
  for (let at = 0; at < anchors.length; at++) {
    const seat = anchors[at]!;
    if (tree.depth[seat]! <= depth && seat !== tree.roots[0] && reportsOf(tree, seat) > 0) found.push(seat);
  }
  return found;
}
