import { memo } from '../../base/memo.ts';
import { type Effort, effortOf } from '../../model/effort.ts';
import type { Index, People } from '../../model/organisation.ts';
import type { Pool } from '../../model/service.ts';
import type { View } from '../../model/view.ts';
import { type Line, lineOf, mixOf, takenUpWithin } from '../../numbers/queues.ts';
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

/** Hours a month of each class of customers, by capability; those of a row times what it counts for. */
function hoursByClass(view: View, effort: Effort, times?: Float64Array): ReadonlyMap<Index, Float64Array> {
  const { classes, classOf } = view.service();
  const found = new Map<Index, Float64Array>();
  for (const [capability, column] of effort.hours) {
    const hours = new Float64Array(classes.length);
    for (let row = 0; row < column.length; row++)
      hours[classOf[row]!]! += times === undefined ? column[row]! : column[row]! * times[row]!;
    found.set(capability, hours);
  }
  return found;
}

/**
 * The work of customers, divided over the units whose people do it: the effort of each capability over its steps as their hours
 * in the journey are, and each step over units by the chance that a case is drawn there. Customers need the same in every design
 * of a company, so effort is that of `baseline` where a design has its customers. Cost: customers × capabilities.
 */
export const workOf = memo((view: View, baseline: View): Work => divided(view, baseline));

/** The same where each row of customers counts for so many times what it does today. */
export function divided(view: View, baseline: View, times?: Float64Array): Work {
  const { organisation } = view;
  const isDesign = organisation.customers === baseline.organisation.customers;
  const effort = effortOf(isDesign ? baseline.organisation : organisation);
  const { classes, pools } = view.service();
  const hours = hoursByClass(view, effort, times);
  const pairs = pairsOf(view);
  const courses = coursesOf(view);
  const { size } = view.accountability().at;
  const stations = new Map<number, Station>();
  const atWork: Pool[] = [];
  const isAtWork = new Uint8Array(pools);
  const unserved = new Map<Index, number>();
  let served = 0;
  const bring = (capability: Index, unit: Index, work: number, phase: number, length: number): void => {
    const key = capability * size + unit;
    let station = stations.get(key);
    if (station === undefined) {
      station = { capability, unit, byPhase: [0, 0, 0], hours: 0, kinds: new Map(), fte: 0 };
      stations.set(key, station);
    }
    station.hours += work;
    station.byPhase[phase]! += work;
    let kind = station.kinds.get(length);
    if (kind === undefined) {
      kind = { rate: 0, length };
      station.kinds.set(length, kind);
    }
    kind.rate += work / length;
  };
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
      hours: hours.get(capability),
    }));
  });
  for (let at = 0; at < classes.length; at++) {
    const { journey, groups, groupOfStep } = classes[at]!;
    const steps = stepsOf[journey]!;
    for (let step = 0; step < steps.length; step++) {
      const { capability, phase, length, share, part, hours: ofClass } = steps[step]!;
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
      if (unit >= 0) bring(pool.capability, unit, work, phase, length);
      else
        pairs.spread(pool).forEach((chance, one) => {
          bring(pool.capability, one, work * chance, phase, length);
        });
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

/** Puts people to stations. Who works at several is divided over them as their work is. Linear in the seats of the pools. */
function staff(view: View, stations: ReadonlyMap<number, Station>, pools: readonly Pool[]): void {
  const { people } = view.organisation;
  const { at } = view.accountability();
  const members: Members[] = [];
  // Where the members of a station stand among these, and one more: a column, as everybody is looked up.
  const placeOf = new Int32Array(at.size * view.organisation.capabilities.length);
  const add = (capability: Index, seat: Index, unit: Index, part: number) => {
    const key = capability * at.size + unit;
    if (placeOf[key] === 0) placeOf[key] = members.push({ station: stations.get(key), seats: [], parts: [] });
    const own = members[placeOf[key]! - 1]!;
    own.seats.push(seat);
    own.parts.push(part);
  };
  /** Who is counted already, by capability. */
  const counted: (Uint8Array | undefined)[] = [];
  for (const { capability, seats } of pools) {
    counted[capability] ??= new Uint8Array(people.count);
    const done = counted[capability];
    for (let k = 0; k < seats.length; k++) {
      const seat = seats[k]!;
      if (people.vacant[seat] === 1 || done[seat] === 1) continue;
      done[seat] = 1;
      const membership = at.membershipOf(seat);
      if (membership < at.size) add(capability, seat, membership, people.fte[seat]!);
      else
        for (const [unit, share] of at.mixed[membership - at.size]!)
          add(capability, seat, unit, share * people.fte[seat]!);
    }
  }
  divide(people, members);
}

/** People of one capability in one unit, with how much of each of them; no station where no work comes there. */
interface Members {
  readonly station: Station | undefined;
  readonly seats: Index[];
  readonly parts: number[];
}

/** Divides the fte of the members over their stations. */
function divide({ fte: fteOf, count }: People, members: readonly Members[]): void {
  const most = members.reduce((sum, { seats }) => sum + seats.length, 0);
  // The claims of a seat are a list, each with the place of the next: most have one.
  const first = new Int32Array(count).fill(-1);
  const last = new Int32Array(count);
  const next = new Int32Array(most).fill(-1);
  const weights = new Float64Array(most);
  const stationOf = new Int32Array(most);
  const seatsInTurn = new Int32Array(most);
  let [claims, claimants] = [0, 0];
  for (let at = 0; at < members.length; at++) {
    const { station, seats, parts } = members[at]!;
    if (station === undefined) continue;
    let fte = 0;
    for (const part of parts) fte += part;
    if (fte === 0) continue;
    for (let k = 0; k < seats.length; k++) {
      const seat = seats[k]!;
      if (first[seat]! < 0) {
        first[seat] = claims;
        seatsInTurn[claimants++] = seat;
      } else next[last[seat]!] = claims;
      last[seat] = claims;
      stationOf[claims] = at;
      weights[claims++] = (station.hours * parts[k]!) / fte;
    }
  }
  for (let turn = 0; turn < claimants; turn++) {
    const seat = seatsInTurn[turn]!;
    let all = 0;
    let own = 0;
    for (let claim = first[seat]!; claim >= 0; claim = next[claim]!) {
      all += weights[claim]!;
      own++;
    }
    for (let claim = first[seat]!; claim >= 0; claim = next[claim]!)
      members[stationOf[claim]!]!.station!.fte +=
        all > 0 ? (fteOf[seat]! * weights[claim]!) / all : fteOf[seat]! / own;
  }
}

/** How long a step waits at a station; times are hours of work. */
interface Load extends Line {
  /** Mean hours of a step. */
  readonly length: number;
  /** Steps a month. */
  readonly rate: number;
  /** The longest step beside the shortest. */
  readonly ratio: number;
  /** Share of steps taken up within a time. */
  within(hours: number): number;
}

/** The line at a station. Part-time people are taken for as many whole ones that work more slowly. */
export function loadOf({ hours, kinds, fte }: Station, hoursPerFtePerMonth: number): Load {
  const all = [...kinds.values()];
  const { rate, mean, variation } = mixOf(all);
  const servers = Math.max(1, Math.round(fte));
  const pace = fte / servers;
  const load = pace > 0 ? hours / hoursPerFtePerMonth / pace : Infinity;
  const line =
    load < servers
      ? lineOf(servers, load, mean / pace, variation)
      : { utilisation: load / servers, chanceToWait: 1, wait: Infinity, waiting: Infinity, there: Infinity };
  const lengths = all.map(({ length }) => length);
  return {
    ...line,
    length: mean,
    rate,
    ratio: Math.max(...lengths) / Math.min(...lengths),
    within: (time) => takenUpWithin(time, servers, load, mean / pace),
  };
}
