import { memo } from '../../base/memo.ts';
import { effortOf } from '../../model/effort.ts';
import type { Index } from '../../model/organisation.ts';
import type { Pool } from '../../model/service.ts';
import { sameWork, type View } from '../../model/view.ts';
import { PHASES } from '../../schema/input/fields.ts';
import { coursesOf } from '../journey/courses.ts';
import { pairsOf } from '../journey/pools.ts';

/** Steps of one length that come to a station. */
interface Kind {
  /** A month. */
  rate: number;
  /** Hours of one. */
  readonly length: number;
}

/** People of one accountable unit who do the work of one capability: where a step waits for its turn. */
export interface Station {
  readonly capability: Index;
  readonly unit: Index;
  /** Hours of work a month, in each phase and in all. */
  readonly byPhase: [identify: number, acquire: number, retain: number];
  hours: number;
  readonly kinds: Map<number, Kind>;
  /** Fte of the people there, less what they do at other stations; open seats left out. */
  fte: number;
  /** How many of them have the capability as their own, and not as a second one. */
  people: number;
}

/** Steps of one length at one station. */
interface Arrival {
  readonly station: Station;
  readonly kind: Kind;
}

interface Work {
  readonly stations: readonly Station[];
  /** Hours a month that nobody does, by capability. */
  readonly unserved: ReadonlyMap<Index, number>;
  /** Hours a month that somebody does. */
  readonly served: number;
  /** Share of the hours that were assumed, and the most that was of the lengths of the steps of a journey. */
  readonly assumedHours: number;
  readonly assumedLengths: number;
}

/** Hours a month of each class of customers, of those of each row times what it counts for. */
function hoursByClass(view: View, column: Float64Array, times?: Float64Array): Float64Array {
  const { classes, classOf } = view.service();
  const hours = new Float64Array(classes.length);
  for (let row = 0; row < column.length; row++)
    hours[classOf[row]!]! += times === undefined ? column[row]! : column[row]! * times[row]!;
  return hours;
}

/**
 * The work of customers, divided over the units whose people do it: the effort of each capability over its steps as their hours
 * in the journey are, and each step over units by the chance that a case is drawn there. Customers need the same in every design
 * of a company, so effort is that of `baseline` where a design has its customers. Cost: customers × capabilities.
 */
export const workOf = (view: View, baseline: View): Work => workFor(sameWork(view), baseline);

const workFor = memo((view: View, baseline: View): Work => divided(view, baseline));

/** The same where each row of customers counts for so many times what it does today. */
export function divided(view: View, baseline: View, times?: Float64Array): Work {
  const { organisation } = view;
  const isDesign = organisation.customers === baseline.organisation.customers;
  const effort = effortOf(isDesign ? baseline.organisation : organisation);
  const { classes, pools } = view.service();
  const pairs = pairsOf(view);
  const courses = coursesOf(view);
  const { size } = view.accountability().at;
  const stations = new Map<number, Station>();
  const atWork: Pool[] = [];
  const isAtWork = new Uint8Array(pools);
  const unserved = new Map<Index, number>();
  let served = 0;
  const bring = ({ station, kind }: Arrival, work: number, phase: number): void => {
    station.hours += work;
    station.byPhase[phase]! += work;
    kind.rate += work / kind.length;
  };
  const arrivalAt = (capability: Index, unit: Index, length: number): Arrival => {
    const key = capability * size + unit;
    let station = stations.get(key);
    if (station === undefined) {
      station = { capability, unit, byPhase: [0, 0, 0], hours: 0, kinds: new Map(), fte: 0, people: 0 };
      stations.set(key, station);
    }
    let kind = station.kinds.get(length);
    if (kind === undefined) {
      kind = { rate: 0, length };
      station.kinds.set(length, kind);
    }
    return { station, kind };
  };
  const hoursOf = memo((capability: Index): Float64Array | undefined => {
    const column = effort.hours.get(capability);
    return column && hoursByClass(view, column, times);
  });
  const stepsOf = organisation.journeys.map(({ steps }, journey) => {
    const { share } = courses[journey]!;
    const ofCapability = new Map<Index, number>();
    steps.forEach(({ capability }, step) => {
      ofCapability.set(capability, (ofCapability.get(capability) ?? 0) + share[step]!);
    });
    return steps.map(({ capability, phase, hours: given }, step) => ({
      capability,
      phase: PHASES.indexOf(phase),
      length: given > 0 ? given : 1,
      share: share[step]!,
      part: ofCapability.get(capability)!,
      hours: hoursOf(capability),
      /** Where it comes to, by unit and capability, and by pool, with the chance of each unit. */
      atUnit: [] as (Arrival | undefined)[],
      atPool: new Map<Pool, readonly (readonly [Arrival, chance: number])[]>(),
    }));
  });
  for (let at = 0; at < classes.length; at++) {
    const { journey, groups, groupOfStep } = classes[at]!;
    const steps = stepsOf[journey]!;
    for (let step = 0; step < steps.length; step++) {
      const { capability, phase, length, share, part, hours: ofClass, atUnit, atPool } = steps[step]!;
      const all = ofClass?.[at] ?? 0;
      if (all === 0 || part === 0) continue;
      const work = (all * share) / part;
      const { pool } = groups[groupOfStep[step]!]!;
      if (pool === null) {
        unserved.set(capability, (unserved.get(capability) ?? 0) + work);
        continue;
      }
      served += work;
      if (isAtWork[pool.id] === 0) atWork.push(pool);
      isAtWork[pool.id] = 1;
      // A specialism that nobody has is the work of those with its parent.
      const unit = pairs.sureUnit(pool);
      if (unit >= 0) {
        const key = pool.capability * size + unit;
        let arrival = atUnit[key];
        if (arrival === undefined) {
          arrival = arrivalAt(pool.capability, unit, length);
          atUnit[key] = arrival;
        }
        bring(arrival, work, phase);
        continue;
      }
      let arrivals = atPool.get(pool);
      if (arrivals === undefined) {
        const spread = [...pairs.spread(pool)];
        arrivals = spread.map(([one, chance]) => [arrivalAt(pool.capability, one, length), chance]);
        atPool.set(pool, arrivals);
      }
      for (let k = 0; k < arrivals.length; k++) bring(arrivals[k]![0], work * arrivals[k]![1], phase);
    }
  }
  staff(view, stations, atWork);
  return {
    stations: [...stations.values()],
    unserved,
    served,
    assumedHours: 1 - effort.givenShare,
    assumedLengths: courses.reduce((most, { assumedShare }) => Math.max(most, assumedShare), 0),
  };
}

/** Why the work cannot be told; undefined where it can. */
export function withoutWork({ organisation }: View, { served, unserved }: Work): string | undefined {
  if (organisation.customers.count === 0) return 'The file has no customers.';
  if (served > 0) return undefined;
  return unserved.size > 0 ? 'Nobody serves any step.' : 'Customers need no hours of what journeys ask for.';
}

/** Hours somebody does, of all that journeys ask for. */
export const coverageOf = ({ served, unserved }: Work): number | null => {
  const all = served + [...unserved.values()].reduce((a, b) => a + b, 0);
  return all > 0 ? served / all : null;
};

/**
 * Puts people to stations. Who works at several is divided over them as their work is. Claims of stations on people are columns,
 * as everybody has one, and lists of them have the place of the next. Linear in the seats of the pools.
 */
function staff(view: View, stations: ReadonlyMap<number, Station>, pools: readonly Pool[]): void {
  const { people, capabilities } = view.organisation;
  const { size, mixed, membershipOfSpot, spots } = view.accountability().at;
  const { vacant, fte: fteOf } = people;
  const most =
    pools.reduce((sum, { seats }) => sum + seats.length, 0) *
    mixed.reduce((widest, { length }) => Math.max(widest, length), 1);
  const seatOf = new Int32Array(most);
  const parts = new Float64Array(most);
  const stationOf = new Int32Array(most);
  const next = new Int32Array(most).fill(-1);
  let claims = 0;
  // By the key of a station: where its list begins and ends, in the order in which they were begun.
  const begun: number[] = [];
  const first = new Int32Array(size * capabilities.length).fill(-1);
  const last = new Int32Array(first.length);
  const claim = (key: number, seat: Index, part: number) => {
    if (first[key]! < 0) {
      first[key] = claims;
      begun.push(key);
    } else next[last[key]!] = claims;
    last[key] = claims;
    seatOf[claims] = seat;
    parts[claims] = part;
    stationOf[claims++] = key;
  };
  /** Who is counted already, by capability. */
  const counted: (Uint8Array | undefined)[] = [];
  for (const { capability, seats } of pools) {
    counted[capability] ??= new Uint8Array(people.count);
    const done = counted[capability];
    const keys = capability * size;
    for (let k = 0; k < seats.length; k++) {
      const seat = seats[k]!;
      if (vacant[seat] === 1 || done[seat] === 1) continue;
      done[seat] = 1;
      const membership = membershipOfSpot[spots.of[seat]!]!;
      if (membership < size) claim(keys + membership, seat, fteOf[seat]!);
      else {
        const shares = mixed[membership - size]!;
        for (let one = 0; one < shares.length; one++)
          claim(keys + shares[one]![0], seat, shares[one]![1] * fteOf[seat]!);
      }
    }
  }

  // The claims on a seat are a list as well: most have one.
  const firstOfSeat = new Int32Array(people.count).fill(-1);
  const lastOfSeat = new Int32Array(people.count);
  const nextOfSeat = new Int32Array(most).fill(-1);
  const weights = new Float64Array(most);
  const inTurn = new Int32Array(most);
  let turns = 0;
  for (const key of begun) {
    const hours = stations.get(key)?.hours;
    // No work comes there.
    if (hours === undefined) continue;
    let fte = 0;
    for (let at = first[key]!; at >= 0; at = next[at]!) fte += parts[at]!;
    if (fte === 0) continue;
    for (let at = first[key]!; at >= 0; at = next[at]!) {
      const seat = seatOf[at]!;
      if (firstOfSeat[seat]! < 0) {
        firstOfSeat[seat] = at;
        inTurn[turns++] = seat;
      } else nextOfSeat[lastOfSeat[seat]!] = at;
      lastOfSeat[seat] = at;
      weights[at] = (hours * parts[at]!) / fte;
    }
  }
  const staffed = new Float64Array(first.length);
  const ofTrade = new Uint32Array(first.length);
  for (let turn = 0; turn < turns; turn++) {
    const seat = inTurn[turn]!;
    const start = firstOfSeat[seat]!;
    let all = 0;
    let own = 0;
    for (let at = start; at >= 0; at = nextOfSeat[at]!) {
      all += weights[at]!;
      own++;
    }
    for (let at = start; at >= 0; at = nextOfSeat[at]!) {
      const key = stationOf[at]!;
      staffed[key]! += all > 0 ? (fteOf[seat]! * weights[at]!) / all : fteOf[seat]! / own;
      if (people.capability[seat] === Math.floor(key / size)) ofTrade[key]!++;
    }
  }
  for (const [key, station] of stations) {
    station.fte = staffed[key]!;
    station.people = ofTrade[key]!;
  }
}
