import { collectDesks, dedicatedDesks, nearestDesks } from './desks.ts';
import type { Index, Organisation } from './organisation.ts';

/** The people one of whom does a step for a customer; a case draws one of them, with probability by fte. */
export interface Pool {
  readonly id: number;
  readonly capability: Index;
  readonly seats: Int32Array;
  /** Probability of each seat; sums to 1. */
  readonly share: Float64Array;
}

/** The steps of a journey that one pool does; `pool` is null where nobody has the capability. */
export interface Group {
  readonly capability: Index;
  readonly pool: Pool | null;
}

/** Customers who go through the same journey and meet the same pools. */
export interface CustomerClass {
  readonly journey: Index;
  readonly groups: readonly Group[];
  readonly groupOfStep: readonly number[];
  /** Classes of one pattern differ only in who the people of their pools of one are. */
  readonly pattern: number;
  /** The people of those pools, each once. */
  readonly singles: readonly Index[];
  /** Number of customers (sum of count), of rows, of rows whose revenue is known, and that revenue. */
  customers: number;
  rows: number;
  rowsWithRevenue: number;
  revenue: number;
}

export interface Service {
  readonly classes: readonly CustomerClass[];
  /** Class of each customer row. */
  readonly classOf: Int32Array;
}

/**
 * Who serves which step of whose journey. For each step the first that applies: people with the capability who serve
 * the customer by name; people with it in units that serve the customer; people with it in units that serve everyone (in
 * phase units those of the step's phase, else of the nearest). Secondary capabilities count only where no primary one
 * is found in any of these. A step of a specialism is done by holders of its parent where the units that serve the customer
 * have these and no specialist, or where no specialist is found at all; the parent's own steps are then done by the same. Customers that meet the same pools form one class. Cost: linear in seats and customers.
 */
export function serviceOf(organisation: Organisation): Service {
  const { people, customers, journeys, relationships } = organisation;
  const desks = { primary: collectDesks(organisation, false), secondary: collectDesks(organisation, true) };
  const serving = servingUnits(organisation);
  const pools = new Map<number | string, Pool>();
  const poolOf = (capability: Index, key: number | string, seats: () => readonly Index[]): Pool => {
    let pool = pools.get(key);
    if (pool === undefined) {
      const list = Int32Array.from(seats()).sort();
      const total = list.reduce((sum, seat) => sum + people.fte[seat]!, 0);
      const share = Float64Array.from(list, (seat) =>
        total > 0 ? people.fte[seat]! / total : 1 / list.length,
      );
      pool = { id: pools.size, capability, seats: list, share };
      pools.set(key, pool);
    }
    return pool;
  };
  const has = (seat: Index, capability: Index, secondary: boolean) =>
    secondary
      ? (people.secondary.get(seat)?.includes(capability) ?? false)
      : people.capability[seat] === capability;
  const named = (capability: Index, seats: Int32Array, secondary: boolean): Pool | null => {
    // A number for a key where it is one person, as it mostly is.
    if (seats.length === 1)
      return has(seats[0]!, capability, secondary)
        ? poolOf(capability, seats[0]! * organisation.capabilities.length + capability, () => [seats[0]!])
        : null;
    const found = seats.filter((seat) => has(seat, capability, secondary));
    return found.length === 0
      ? null
      : poolOf(capability, `n${capability}|${found.join(',')}`, () => [...found]);
  };
  /** The pools of each step for customers with nobody of their own, by journey and the units that serve them. */
  const general = new Map<string, readonly GeneralPools[]>();
  const parentOf = (capability: Index): Index => organisation.capabilities[capability]?.of ?? -1;
  const generalPools = (journey: Index, own: readonly Index[], ownKey: string) => {
    const key = `${journey}|${ownKey}`;
    let found = general.get(key);
    if (found === undefined) {
      const poolAt = (list: ReturnType<typeof nearestDesks>, tag: string, capability: Index) => {
        const units = list.map((desk) => desk.unit).join(',');
        const seats = () => list.flatMap((desk) => desk.seats);
        return list.length === 0 ? null : poolOf(capability, `${tag}${capability}|${units}`, seats);
      };
      found = journeys[journey]!.steps.map(({ capability, phase }) => {
        const parent = parentOf(capability);
        const near = (of: Index) => dedicatedDesks(desks.primary.get(of), own, phase);
        const standIn = parent >= 0 && near(capability).length === 0 ? near(parent) : [];
        return {
          primary: poolAt(nearestDesks(desks.primary.get(capability), own, phase), 'p', capability),
          secondary: poolAt(nearestDesks(desks.secondary.get(capability), own, phase), 's', capability),
          standIn: poolAt(standIn, 'p', parent),
          parent:
            parent < 0 ? null : poolAt(nearestDesks(desks.primary.get(parent), own, phase), 'p', parent),
        };
      });
      general.set(key, found);
    }
    return found;
  };

  const classes: CustomerClass[] = [];
  const patterns = new Map<string, number>();
  const byPeople = new Map<number | string, number>();
  const classFor = (
    { journey, groups, groupOfStep }: Pick<CustomerClass, 'journey' | 'groups' | 'groupOfStep'>,
    pattern: number,
    singles: readonly Index[],
  ): number => {
    const key =
      singles.length < 2
        ? pattern * (people.count + 1) + (singles.length === 0 ? 0 : singles[0]! + 1)
        : `${pattern}|${singles.join(',')}`;
    let index = byPeople.get(key);
    if (index === undefined) {
      index = classes.length;
      byPeople.set(key, index);
      const counts = { customers: 0, rows: 0, rowsWithRevenue: 0, revenue: 0 };
      classes.push({ journey, groups, groupOfStep, pattern, singles, ...counts });
    }
    return index;
  };
  const serve = (journey: Index, own: readonly Index[], ownKey: string, seats: Int32Array): number => {
    const others = generalPools(journey, own, ownKey);
    const groups: Group[] = [];
    const groupOfStep = journeys[journey]!.steps.map(({ capability: own }, at) => {
      const { primary, secondary, standIn, parent: anyParent } = others[at]!;
      const parent = parentOf(own);
      const specialist =
        named(own, seats, false) ??
        (standIn === null ? (primary ?? named(own, seats, true) ?? secondary) : null);
      const pool = specialist ?? (parent < 0 ? null : (named(parent, seats, false) ?? standIn ?? anyParent));
      const capability = specialist === null && pool !== null ? parent : own;
      const known = groups.findIndex((group) => group.capability === capability && group.pool === pool);
      return known >= 0 ? known : groups.push({ capability, pool }) - 1;
    });
    const { shape, singles } = shapeOf(groups);
    const pattern = numbered(patterns, `${journey}|${shape}|${groupOfStep.join(',')}`);
    return classFor({ journey, groups, groupOfStep }, pattern, singles);
  };
  // Most customers have one person of their own, and what they meet depends on what that person can do: it is worked
  // out for the first of a kind, and for the others the person is put in the place of the first.
  const firsts = new Map<string, { readonly index: number; readonly seat: Index; readonly alone: boolean }>();
  const serveOne = (journey: Index, own: readonly Index[], ownKey: string, seats: Int32Array): number => {
    const seat = seats[0]!;
    const kind = `${journey}|${ownKey}|${people.capability[seat]!}|${people.secondary.get(seat)?.join(',') ?? ''}`;
    const first = firsts.get(kind);
    const isOwn = ({ capability, pool }: Group, of: Index) =>
      pool !== null && pool === pools.get(of * organisation.capabilities.length + capability);
    if (first === undefined) {
      const index = serve(journey, own, ownKey, seats);
      const alone = classes[index]!.groups.every(
        (group) => group.pool?.seats.length !== 1 || isOwn(group, seat),
      );
      firsts.set(kind, { index, seat, alone });
      return index;
    }
    // Somebody else who is alone with a capability may be this very person.
    if (!first.alone) return serve(journey, own, ownKey, seats);
    const known = classes[first.index]!;
    if (known.singles.length === 0) return first.index;
    const groups = known.groups.map((group) =>
      isOwn(group, first.seat)
        ? {
            capability: group.capability,
            pool: named(group.capability, seats, false) ?? named(group.capability, seats, true),
          }
        : group,
    );
    return classFor({ ...known, groups }, known.pattern, [seat]);
  };

  const byKey = new Map<number | string, number>();
  const classOf = new Int32Array(customers.count);
  for (let customer = 0; customer < customers.count; customer++) {
    const journey = customers.journey[customer]!;
    const seats = relationships.seat.subarray(
      relationships.start[customer]!,
      relationships.start[customer + 1]!,
    );
    const own = serving.of(customer);
    const ownKey = own.length === 0 ? '' : own.join(',');
    // Most customers have one owner and no unit of their own: a number for a key.
    const key =
      own.length === 0 && seats.length < 2
        ? (seats.length === 0 ? 0 : seats[0]! + 1) * journeys.length + journey
        : `${journey}|${ownKey}|${seats.join(',')}`;
    let index = byKey.get(key);
    if (index === undefined) {
      index = (seats.length === 1 ? serveOne : serve)(journey, own, ownKey, seats);
      byKey.set(key, index);
    }
    classOf[customer] = index;
    const found = classes[index]!;
    found.customers += customers.customers[customer]!;
    found.rows++;
    if (!Number.isNaN(customers.revenue[customer]!)) {
      found.rowsWithRevenue++;
      // A credit note weighs nothing.
      found.revenue += Math.max(0, customers.revenue[customer]!);
    }
  }
  return { classes, classOf };
}

/** The people who do a step for customers with nobody of their own. */
interface GeneralPools {
  readonly primary: Pool | null;
  readonly secondary: Pool | null;
  /** Holders of the parent of a specialism in units that serve the customer and have no specialist. */
  readonly standIn: Pool | null;
  /** Holders of the parent wherever they are. */
  readonly parent: Pool | null;
}

/** What classes have in common that differ only in who the people of their pools of one are, and those people. */
function shapeOf(groups: readonly Group[]): { shape: string; singles: readonly Index[] } {
  const singles: Index[] = [];
  const parts = groups.map(({ capability, pool }) => {
    if (pool === null) return `${capability}-`;
    if (pool.seats.length > 1) return `${pool.id}`;
    const seat = pool.seats[0]!;
    if (!singles.includes(seat)) singles.push(seat);
    return `${capability}=${singles.indexOf(seat)}`;
  });
  return { shape: parts.join(';'), singles };
}

/** The number that a key has been given, the next one for a new key. */
function numbered(keys: Map<string, number>, key: string): number {
  let number = keys.get(key);
  if (number === undefined) {
    number = keys.size;
    keys.set(key, number);
  }
  return number;
}

/** For each customer the units whose `serves` holds it by name or attribute. */
function servingUnits(organisation: Organisation): { of(customer: Index): readonly Index[] } {
  const { units, customers } = organisation;
  const none: readonly Index[] = [];
  let lists: Index[][] | null = null;
  units.forEach((unit, index) => {
    if (unit.serves.kind !== 'some') return;
    lists ??= Array.from({ length: customers.count }, () => []);
    for (const customer of unit.serves.customers) lists[customer]!.push(index);
  });
  return { of: (customer) => lists?.[customer] ?? none };
}
