import { customerWeights } from './customer-counts.ts';
import { collectDesks, type Desk, type Desks, dedicatedDesks, generalDesks, servingPlaces } from './desks.ts';
import type { Index, Organisation, Step } from './organisation.ts';
import { type Pool, ServingPools } from './serving-pools.ts';

export type { Pool };

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
  /** Number of customers (sum of count, by how often they go through this journey), of rows, of rows whose revenue is known, and that revenue; prospects are none. */
  customers: number;
  rows: number;
  rowsWithRevenue: number;
  revenue: number;
}

export interface Service {
  readonly classes: readonly CustomerClass[];
  /** Class of each customer row on its most frequent journey. */
  readonly classOf: Int32Array;
  /** All classes of a row, with how often it is in each; shares sum to 1. */
  classesOf(customer: Index): readonly (readonly [index: number, share: number])[];
}

/**
 * Who serves which step of whose journey, on the first rung where anybody is: people who serve the customer by name; people
 * in teams or units that serve the customer; people in teams or units that serve everyone (in phase units those of the
 * step's phase, else of the nearest). On each rung those who have the capability as their main one, else as a second one,
 * else, for a specialism, those with its parent, who then do the parent's own steps as well. Customers that meet the same pools form one class. Cost: linear in seats
 * and customers.
 */
export function serviceOf(organisation: Organisation): Service {
  const { people, customers, journeys, relationships, capabilities } = organisation;
  const desks = collectDesks(organisation);
  const serving = servingPlaces(organisation);
  const pools = new ServingPools(organisation);
  const has = (seat: Index, capability: Index, secondary: boolean) =>
    secondary
      ? (people.secondary.get(seat)?.includes(capability) ?? false)
      : people.capability[seat] === capability;
  /** What is looked for on each rung, in this order. */
  const wantedFor = capabilities.map(({ of }, capability) =>
    [capability, ...(of < 0 ? [] : [of])].flatMap((one) => [
      { one, secondary: false },
      { one, secondary: true },
    ]),
  );
  const named = (capability: Index, seats: Int32Array): Pool | null => {
    for (const { one, secondary } of wantedFor[capability] ?? []) {
      const found: Index[] = [];
      for (const seat of seats) if (has(seat, one, secondary)) found.push(seat);
      if (found.length === 0) continue;
      if (found.length === 1) return pools.ofOne(one, found[0]!);
      return pools.of(one, `n${one}|${found.join(',')}`, [{ seats: found, shares: found.map(() => 1) }]);
    }
    return null;
  };
  /** The pool of the first desks that are found, of those that a rung has for what is wanted. */
  const atDesks = (
    capability: Index,
    desksOn: (found: Desks | undefined) => readonly Desk[],
  ): Pool | null => {
    for (const { one, secondary } of wantedFor[capability] ?? []) {
      const list = desksOn((secondary ? desks.secondary : desks.primary).get(one));
      if (list.length === 0) continue;
      const key = `${secondary ? 's' : 'p'}${one}|${list.map(({ place }) => place).join(',')}`;
      return pools.of(one, key, list);
    }
    return null;
  };
  /** Those of desks for everyone, by phase and capability. */
  const forEveryone = new Map<string, Pool | null>();
  const unnamed = (own: readonly Index[], { capability, phase }: Step): Pool | null => {
    const dedicated =
      own.length === 0 ? null : atDesks(capability, (found) => dedicatedDesks(found, own, phase));
    if (dedicated !== null) return dedicated;
    const key = `${phase} ${capability}`;
    let pool = forEveryone.get(key);
    if (pool === undefined) {
      pool = atDesks(capability, (found) => generalDesks(found, phase));
      forEveryone.set(key, pool);
    }
    return pool;
  };
  /** The pools of each step for customers with nobody of their own, by journey and the places that serve them. */
  const general = new Map<string, readonly (Pool | null)[]>();
  const generalPools = (journey: Index, own: readonly Index[], ownKey: string) => {
    const key = `${journey}|${ownKey}`;
    let found = general.get(key);
    if (found === undefined) {
      found = journeys[journey]!.steps.map((step) => unnamed(own, step));
      general.set(key, found);
    }
    return found;
  };

  const classes: CustomerClass[] = [];
  const patterns = new Map<string, number>();
  /** The groups of steps as text, to those that all classes share that have the same. */
  const groupsOfSteps = new Map<string, readonly number[]>();
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
    const ofCapability = new Map<Index, Pool | null>();
    const groupOfStep = journeys[journey]!.steps.map(({ capability: own }, at) => {
      let person = ofCapability.get(own);
      if (person === undefined) {
        person = named(own, seats);
        ofCapability.set(own, person);
      }
      const pool = person ?? others[at]!;
      // Whoever stands in for a specialist does the steps of the parent as well.
      const capability = pool?.capability ?? own;
      const known = groups.findIndex((group) => group.capability === capability && group.pool === pool);
      return known >= 0 ? known : groups.push({ capability, pool }) - 1;
    });
    const { shape, singles } = shapeOf(groups);
    const steps = groupOfStep.join(',');
    const known = groupsOfSteps.get(steps) ?? groupOfStep;
    groupsOfSteps.set(steps, known);
    const pattern = numbered(patterns, `${journey}|${shape}|${steps}`);
    return classFor({ journey, groups, groupOfStep: known }, pattern, singles);
  };
  // Most customers have one person of their own, and what they meet depends on what that person can do: it is worked
  // out for the first of a kind, and for the others the person is put in the place of the first.
  const firsts = new Map<string, { readonly index: number; readonly seat: Index; readonly alone: boolean }>();
  const serveOne = (journey: Index, own: readonly Index[], ownKey: string, seats: Int32Array): number => {
    const seat = seats[0]!;
    const kind = `${journey}|${ownKey}|${people.capability[seat]!}|${people.secondary.get(seat)?.join(',') ?? ''}`;
    const first = firsts.get(kind);
    const isOwn = ({ pool }: Group, of: Index) => pool !== null && pools.isOfOne(pool, of);
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
            pool: named(group.capability, seats),
          }
        : group,
    );
    return classFor({ ...known, groups }, known.pattern, [seat]);
  };

  const byKey = new Map<number | string, number>();
  const classIn = (journey: Index, own: readonly Index[], seats: Int32Array): number => {
    // Most customers have one owner and no place of their own: a number for a key.
    const ownKey = own.length === 0 ? '' : own.join(',');
    const key =
      own.length === 0 && seats.length < 2
        ? (seats.length === 0 ? 0 : seats[0]! + 1) * journeys.length + journey
        : `${journey}|${ownKey}|${seats.join(',')}`;
    let index = byKey.get(key);
    if (index === undefined) {
      index = (seats.length === 1 ? serveOne : serve)(journey, own, ownKey, seats);
      byKey.set(key, index);
    }
    return index;
  };
  const classOf = new Int32Array(customers.count);
  const weights = customerWeights(customers);
  const several = new Map<Index, (readonly [index: number, share: number])[]>();
  const count = (customer: Index, index: number, share: number) => {
    const found = classes[index]!;
    if (weights[customer] === 0) return;
    found.customers += share * weights[customer]!;
    found.rows += share;
    if (Number.isNaN(customers.revenue[customer]!)) return;
    found.rowsWithRevenue += share;
    // A credit note weighs nothing.
    found.revenue += share * Math.max(0, customers.revenue[customer]!);
  };
  for (let customer = 0; customer < customers.count; customer++) {
    const seats = relationships.seat.subarray(
      relationships.start[customer]!,
      relationships.start[customer + 1]!,
    );
    const own = serving.of(customer);
    const journey = customers.journey[customer]!;
    classOf[customer] = classIn(journey, own, seats);
    const all = customers.journeys.get(customer);
    if (all === undefined) {
      count(customer, classOf[customer]!, 1);
      continue;
    }
    const shares = all.map(({ journey: one, share }) => [classIn(one, own, seats), share] as const);
    several.set(customer, shares);
    for (const [index, share] of shares) count(customer, index, share);
  }
  return asService(classes, classOf, several);
}

/** Out of the way of all that was looked up for it, which a function made there would hold on to. */
function asService(
  classes: readonly CustomerClass[],
  classOf: Int32Array,
  several: ReadonlyMap<Index, ReturnType<Service['classesOf']>>,
): Service {
  const alone = classes.map((_, index): ReturnType<Service['classesOf']> => [[index, 1]]);
  return { classes, classOf, classesOf: (customer) => several.get(customer) ?? alone[classOf[customer]!]! };
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
  const number = keys.get(key) ?? keys.size;
  keys.set(key, number);
  return number;
}
