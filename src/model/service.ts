import { Lists } from '../numbers/lists.ts';
import { PHASES } from '../schema/input/fields.ts';
import { customerWeights } from './customer-counts.ts';
import type { Index, Organisation, Step } from './organisation.ts';
import type { TeamShares } from './seat-teams.ts';
import {
  collectDesks,
  type Desk,
  type Desks,
  dedicatedDesks,
  generalDesks,
  servingPlaces,
} from './serving/desks.ts';
import { numbered, ownTeamsOf } from './serving/own-teams.ts';
import { type Group, type Pool, ServingPools } from './serving/pools.ts';

export type { Group, Pool };

/** Customers who go through the same journey and meet the same pools. */
export interface CustomerClass {
  readonly journey: Index;
  readonly groups: readonly Group[];
  readonly groupOfStep: readonly number[];
  /** Classes of one pattern differ only in who the people of their pools of one are. */
  readonly pattern: number;
  /** The people of those pools, each once. */
  readonly singles: readonly Index[];
  /** The declared teams that serve these customers, as a number of `ownTeams`; 0 for none. */
  readonly own: number;
  /** Number of customers (sum of count, by how often they go through this journey), of rows, of rows whose revenue is known, and that revenue; prospects are none. */
  customers: number;
  rows: number;
  rowsWithRevenue: number;
  revenue: number;
}

export interface Service {
  readonly classes: readonly CustomerClass[];
  /** How many patterns there are, and pools. */
  readonly patterns: number;
  readonly pools: number;
  /** Who is in the teams that serve customers, and how much in each: teams of the same people are one number. 0 is nobody. */
  readonly ownTeams: readonly ReadonlyMap<Index, TeamShares>[];
  /** Class of each customer row on its most frequent journey. */
  readonly classOf: Int32Array;
  /** All classes of a row, with how often it is in each; shares sum to 1. */
  classesOf(customer: Index): readonly (readonly [index: number, share: number])[];
}

/** Named people who do a step, by their places among all that are named for the customer. */
interface Named {
  readonly capability: Index;
  readonly places: readonly number[];
}

/** Who does what for customers: the same for all whose named people can do the same and whose other pools are the same. */
interface Arrangement {
  readonly parts: readonly (Group | Named)[];
  readonly groupOfStep: readonly number[];
  /** Number of the list of the journey and the parts of its steps. */
  readonly steps: number;
}

/** Customers on one journey with as many named people, who have the same capabilities in the same order. */
interface Kind {
  /** Who of these does each step; undefined for nobody. */
  readonly named: readonly (Named | undefined)[];
  /** Arrangements by the list of the pools that do the other steps. */
  readonly arrangements: Map<number, Arrangement>;
}

/**
 * Who serves which step of whose journey, on the first rung where anybody is: people who serve the customer by name; people
 * in teams or units that serve the customer; people in teams or units that serve everyone (in phase units those of the
 * step's phase, else of the nearest). On each rung those who have the capability as their main one, else as a second one,
 * else, for a specialism, those with its parent, who then do the parent's own steps as well. Customers that meet the same pools form one class. What is
 * done by whom is worked out for a kind of named people, and each customer's own are put in their places. Cost: linear in seats
 * and customers.
 */
export function serviceOf(organisation: Organisation): Service {
  const { people, customers, journeys, relationships, capabilities } = organisation;
  const desks = collectDesks(organisation);
  const serving = servingPlaces(organisation);
  const lists = new Lists();
  const pools = new ServingPools(organisation);
  /** What is looked for on each rung, in this order. */
  const wantedFor = capabilities.map(({ of }, capability) =>
    [capability, ...(of < 0 ? [] : [of])].flatMap((one) => [
      { one, secondary: false },
      { one, secondary: true },
    ]),
  );
  /** The first desks that are found, of those that a rung has for what is wanted. */
  const atDesks = (
    capability: Index,
    desksOn: (desks: Desks, capability: Index) => readonly Desk[],
  ): Group | undefined => {
    for (const { one, secondary } of wantedFor[capability] ?? []) {
      const list = desksOn(secondary ? desks.secondary : desks.primary, one);
      if (list.length > 0)
        return pools.of(one, [secondary ? 1 : 0, ...list.map(({ place }) => place + 1)], list);
    }
    return undefined;
  };
  const others = new Map<number, Group>();
  /** Who does a step for customers of these places, where nobody does by name. */
  const unnamed = (own: number, step: Step): Group => {
    const { capability, phase } = step;
    const key = (own * PHASES.length + PHASES.indexOf(phase)) * (capabilities.length + 1) + capability + 1;
    let group = others.get(key);
    if (group === undefined) {
      const places = serving.placesOf(own);
      group =
        own === 0
          ? (atDesks(capability, (on, one) => generalDesks(on, one, phase)) ?? pools.ofNobody(capability))
          : (atDesks(capability, (on, one) => dedicatedDesks(on, one, places, phase)) ?? unnamed(0, step));
      others.set(key, group);
    }
    return group;
  };

  /** A number for what somebody can do. */
  const abilityOf = (seat: Index): number => {
    const main = people.capability[seat]! + 1;
    const second = people.secondary.get(seat);
    return second === undefined ? main : capabilities.length + lists.of(second, lists.with(0, main));
  };
  const namedFor = (journey: Index, seats: Int32Array): Kind['named'] => {
    const known = new Map<number, Named>();
    return journeys[journey]!.steps.map(({ capability }) => {
      for (const { one, secondary } of wantedFor[capability] ?? []) {
        const can = (seat: Index) =>
          secondary ? people.secondary.get(seat)?.includes(one) : people.capability[seat] === one;
        const places = [...seats.keys()].filter((place) => can(seats[place]!));
        if (places.length === 0) continue;
        const key = lists.of(places, lists.with(0, one));
        const named = known.get(key) ?? { capability: one, places };
        known.set(key, named);
        return named;
      }
      return undefined;
    });
  };
  const kinds = new Map<number, Kind>();
  const kindOf = (journey: Index, seats: Int32Array): Kind => {
    let key = lists.with(0, journey);
    for (const seat of seats) key = lists.with(key, abilityOf(seat));
    let kind = kinds.get(key);
    if (kind === undefined) {
      kind = { named: namedFor(journey, seats), arrangements: new Map() };
      kinds.set(key, kind);
    }
    return kind;
  };
  const arrangementOf = (journey: Index, own: number, seats: Int32Array): Arrangement => {
    const { named, arrangements } = kindOf(journey, seats);
    const { steps } = journeys[journey]!;
    let key = 0;
    for (let at = 0; at < steps.length; at++) {
      if (named[at] !== undefined) continue;
      const { pool } = unnamed(own, steps[at]!);
      key = lists.with(key, pool === null ? 0 : pool.id + 1);
    }
    let found = arrangements.get(key);
    if (found === undefined) {
      const ofStep = steps.map((step, at) => named[at] ?? unnamed(own, step));
      const parts = [...new Set(ofStep)];
      const groupOfStep = ofStep.map((part) => parts.indexOf(part));
      found = { parts, groupOfStep, steps: lists.of(groupOfStep, lists.with(0, journey)) };
      arrangements.set(key, found);
    }
    return found;
  };
  const placed = ({ capability, places }: Named, seats: Int32Array): Group => {
    if (places.length === 1) return pools.ofOne(capability, seats[places[0]!]!);
    const found = places.map((place) => seats[place]!);
    return pools.of(capability, [2, ...found], [{ seats: found, shares: found.map(() => 1) }]);
  };

  const classes: CustomerClass[] = [];
  const patterns = new Map<number, number>();
  const byPeople = new Map<number, number>();
  const { ownTeams, ownOf } = ownTeamsOf(organisation, serving);
  const classFor = (journey: Index, own: number, seats: Int32Array): number => {
    const { parts, groupOfStep, steps } = arrangementOf(journey, own, seats);
    const groups = parts.map((part) => ('places' in part ? placed(part, seats) : part));
    const singles: Index[] = [];
    let shape = steps;
    for (const { capability, pool } of groups)
      if (pool === null) shape = lists.with(lists.with(shape, 0), capability + 1);
      else if (pool.seats.length > 1) shape = lists.with(lists.with(shape, 1), pool.id);
      else {
        const seat = pool.seats[0]!;
        if (!singles.includes(seat)) singles.push(seat);
        shape = lists.with(lists.with(shape, 2 + singles.indexOf(seat)), capability + 1);
      }
    const pattern = numbered(patterns, shape);
    const ofTeams = ownOf(own);
    const index = numbered(byPeople, lists.with(lists.of(singles, lists.with(0, pattern)), -1 - ofTeams));
    if (index === classes.length) {
      const counts = { customers: 0, rows: 0, rowsWithRevenue: 0, revenue: 0 };
      // Without the room that it had to grow.
      classes.push({
        journey,
        groups,
        groupOfStep,
        pattern,
        singles: singles.slice(),
        own: ofTeams,
        ...counts,
      });
    }
    return index;
  };
  /** By the list of the journey, the places and the named people. */
  const known: number[] = [];
  const classIn = (journey: Index, customer: Index): number => {
    const { start, seat } = relationships;
    const own = serving.of[customer]!;
    let list = lists.with(lists.with(0, own), journey);
    for (let k = start[customer]!; k < start[customer + 1]!; k++) list = lists.with(list, seat[k]!);
    known[list] ??= classFor(journey, own, seat.subarray(start[customer]!, start[customer + 1]!));
    return known[list]!;
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
    classOf[customer] = classIn(customers.journey[customer]!, customer);
    const all = customers.journeys.get(customer);
    if (all === undefined) {
      count(customer, classOf[customer]!, 1);
      continue;
    }
    const shares = all.map(({ journey: one, share }) => [classIn(one, customer), share] as const);
    several.set(customer, shares);
    for (const [index, share] of shares) count(customer, index, share);
  }
  return asService({ classes, patterns: patterns.size, pools: pools.count, ownTeams, classOf }, several);
}

/** Out of the way of all that was looked up for it, which a function made there would hold on to. */
function asService(
  service: Omit<Service, 'classesOf'>,
  several: ReadonlyMap<Index, ReturnType<Service['classesOf']>>,
): Service {
  const { classOf } = service;
  return { ...service, classesOf: (customer) => several.get(customer) ?? [[classOf[customer]!, 1]] };
}
