import type { Phase } from '../schema/common.ts';
import { PHASES } from '../schema/common.ts';
import type { Index, Organisation, Step } from './organisation.ts';

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

/** A place where people with a capability sit: a unit, or -1 for those without one. */
interface Desk {
  readonly unit: Index;
  readonly phase: Phase | null;
  readonly seats: Index[];
}

const distance = (a: Phase, b: Phase) => Math.abs(PHASES.indexOf(a) - PHASES.indexOf(b));

/**
 * Who serves which step of whose journey. For each step the first that applies: people with the capability who serve
 * the customer by name; people with it in units that serve the customer; people with it in units that serve everyone (in
 * phase units those of the step's phase, else of the nearest). Secondary capabilities count only where no primary one
 * is found in any of these. Customers that meet the same pools form one class. Cost: linear in seats and customers.
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
  const general = new Map<string, readonly { primary: Pool | null; secondary: Pool | null }[]>();
  const generalPools = (journey: Index, own: readonly Index[], ownKey: string) => {
    const key = `${journey}|${ownKey}`;
    let found = general.get(key);
    if (found === undefined) {
      const pool = (desksOf: typeof desks.primary, tag: string, { capability, phase }: Step) => {
        const list = nearestDesks(desksOf.get(capability), own, phase);
        const units = list.map((desk) => desk.unit).join(',');
        const seats = () => list.flatMap((desk) => desk.seats);
        return list.length === 0 ? null : poolOf(capability, `${tag}${capability}|${units}`, seats);
      };
      found = journeys[journey]!.steps.map((step) => ({
        primary: pool(desks.primary, 'p', step),
        secondary: pool(desks.secondary, 's', step),
      }));
      general.set(key, found);
    }
    return found;
  };

  const classes: CustomerClass[] = [];
  const byKey = new Map<number | string, number>();
  const byPools = new Map<string, number>();
  const patterns = new Map<string, number>();
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
      const groups: Group[] = [];
      const groupIndex = new Map<string, number>();
      const others = generalPools(journey, own, ownKey);
      const groupOfStep = journeys[journey]!.steps.map(({ capability }, at) => {
        const pool =
          named(capability, seats, false) ??
          others[at]!.primary ??
          named(capability, seats, true) ??
          others[at]!.secondary;
        const groupKey = `${capability}|${pool?.id ?? ''}`;
        let group = groupIndex.get(groupKey);
        if (group === undefined) {
          group = groups.length;
          groupIndex.set(groupKey, group);
          groups.push({ capability, pool });
        }
        return group;
      });
      const poolKey = `${journey}|${[...groupIndex.keys()].join(';')}|${groupOfStep.join(',')}`;
      index = byPools.get(poolKey);
      if (index === undefined) {
        index = classes.length;
        byPools.set(poolKey, index);
        const singles = [
          ...new Set(groups.flatMap(({ pool }) => (pool?.seats.length === 1 ? [pool.seats[0]!] : []))),
        ];
        const shape = groups.map(({ capability, pool }) => {
          if (pool === null) return `${capability}-`;
          return pool.seats.length === 1 ? `${capability}=${singles.indexOf(pool.seats[0]!)}` : `${pool.id}`;
        });
        const pattern = numbered(patterns, `${journey}|${shape.join(';')}|${groupOfStep.join(',')}`);
        classes.push({
          journey,
          groups,
          groupOfStep,
          pattern,
          singles,
          customers: 0,
          rows: 0,
          rowsWithRevenue: 0,
          revenue: 0,
        });
      }
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

type Desks = { readonly some: ReadonlyMap<Index, Desk>; readonly all: readonly Desk[] };

/** Desks that do a step: those dedicated to the customer, else those for everyone of the phase, else of the nearest. */
function nearestDesks(desks: Desks | undefined, own: readonly Index[], phase: Phase): readonly Desk[] {
  if (desks === undefined) return [];
  const fits = (desk: Desk | undefined): desk is Desk =>
    desk !== undefined && (desk.phase === null || desk.phase === phase);
  const dedicated = own.map((unit) => desks.some.get(unit)).filter(fits);
  if (dedicated.length > 0) return dedicated;
  const here = desks.all.filter(fits);
  if (here.length > 0 || desks.all.length === 0) return here;
  const nearest = Math.min(...desks.all.map((desk) => distance(desk.phase!, phase)));
  const near = desks.all.filter((desk) => distance(desk.phase!, phase) === nearest);
  const first = PHASES.find((one) => near.some((desk) => desk.phase === one));
  return near.filter((desk) => desk.phase === first);
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

/** Desks of each capability: those in units that serve some customers, by unit, and those that serve everyone. */
function collectDesks(organisation: Organisation, secondary: boolean) {
  const { people, units, unitOf } = organisation;
  const found = new Map<Index, { some: Map<Index, Desk>; all: Desk[]; open: Map<Index, Desk> }>();
  const place = (seat: Index, capability: Index) => {
    if (capability < 0) return;
    const unit = unitOf[seat]!;
    const serves = unit < 0 ? 'all' : units[unit]!.serves.kind;
    if (serves === 'none') return;
    let byUnit = found.get(capability);
    if (byUnit === undefined) {
      byUnit = { some: new Map(), all: [], open: new Map() };
      found.set(capability, byUnit);
    }
    const desks = serves === 'some' ? byUnit.some : byUnit.open;
    let desk = desks.get(unit);
    if (desk === undefined) {
      desk = { unit, phase: unit < 0 ? null : units[unit]!.phase, seats: [] };
      desks.set(unit, desk);
      if (serves === 'all') byUnit.all.push(desk);
    }
    desk.seats.push(seat);
  };
  if (secondary)
    for (const [seat, list] of people.secondary) for (const capability of list) place(seat, capability);
  else for (let seat = 0; seat < people.count; seat++) place(seat, people.capability[seat]!);
  return found;
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
