import { memo } from '../base/memo.ts';
import { Lists } from '../numbers/lists.ts';
import type { Phase } from '../schema/input/fields.ts';
import { PHASES } from '../schema/input/fields.ts';
import { sharedSeatsOf } from './conflicts.ts';
import type { Index, Organisation } from './organisation.ts';

/** A place where people with a capability sit: a unit, a team, counted on from the units, or -1 for those without one. */
export interface Desk {
  readonly place: Index;
  readonly phase: Phase | null;
  readonly seats: Index[];
  /** How much of each of them sits here. */
  readonly shares: number[];
}

const distance = (a: Phase, b: Phase) => Math.abs(PHASES.indexOf(a) - PHASES.indexOf(b));

/** Those in places that serve some customers, by place, and those that serve everyone. */
export interface Desks {
  readonly some: ReadonlyMap<Index, Desk>;
  readonly all: readonly Desk[];
}

const fits = (desk: Desk | undefined, phase: Phase): desk is Desk =>
  desk !== undefined && (desk.phase === null || desk.phase === phase);

/** Desks that do a step for the customers of these places. */
export const dedicatedDesks = (
  desks: Desks | undefined,
  own: readonly Index[],
  phase: Phase,
): readonly Desk[] =>
  desks === undefined ? [] : own.map((place) => desks.some.get(place)).filter((desk) => fits(desk, phase));

/** Desks that do a step for everyone: those of the phase, else of the nearest, of two the earlier. */
export function generalDesks(desks: Desks | undefined, phase: Phase): readonly Desk[] {
  if (desks === undefined) return [];
  const here = desks.all.filter((desk) => fits(desk, phase));
  if (here.length > 0 || desks.all.length === 0) return here;
  const nearest = Math.min(...desks.all.map((desk) => distance(desk.phase!, phase)));
  const near = desks.all.filter((desk) => distance(desk.phase!, phase) === nearest);
  const first = PHASES.find((one) => near.some((desk) => desk.phase === one));
  return near.filter((desk) => desk.phase === first);
}

interface OpenDesks {
  readonly some: Map<Index, Desk>;
  readonly all: Desk[];
  readonly open: Map<Index, Desk>;
}

/** Desks of each capability, as the main one of people or as a second one. Linear in seats and members of teams. */
export function collectDesks(organisation: Organisation): {
  readonly primary: ReadonlyMap<Index, Desks>;
  readonly secondary: ReadonlyMap<Index, Desks>;
} {
  const { people, units, unitOf, teams } = organisation;
  const placesOf = placesBySeat(organisation);
  const collect = (each: (place: (seat: Index, capability: Index) => void) => void) => {
    const found = new Map<Index, OpenDesks>();
    /** The same by capability, as everybody has one. */
    const byCapability: (OpenDesks | undefined)[] = [];
    const add = (byPlace: OpenDesks, seat: Index, place: Index, share: number) => {
      const isTeam = place >= units.length;
      const serves = isTeam
        ? teams[place - units.length]!.serves!.kind
        : place < 0
          ? 'all'
          : units[place]!.serves.kind;
      if (serves === 'none') return;
      const desks = serves === 'some' ? byPlace.some : byPlace.open;
      let desk = desks.get(place);
      if (desk === undefined) {
        const phase = isTeam || place < 0 ? null : units[place]!.phase;
        desk = { place, phase, seats: [], shares: [] };
        desks.set(place, desk);
        if (serves === 'all') byPlace.all.push(desk);
      }
      desk.seats.push(seat);
      desk.shares.push(share);
    };
    each((seat, capability) => {
      if (capability < 0) return;
      let byPlace = byCapability[capability];
      if (byPlace === undefined) {
        byPlace = { some: new Map(), all: [], open: new Map() };
        byCapability[capability] = byPlace;
        found.set(capability, byPlace);
      }
      const sits = placesOf.get(seat);
      if (sits === undefined) add(byPlace, seat, unitOf[seat]!, 1);
      else for (let k = 0; k < sits.places.length; k++) add(byPlace, seat, sits.places[k]!, sits.shares[k]!);
    });
    return found;
  };
  return {
    primary: collect((place) => {
      for (let seat = 0; seat < people.count; seat++) place(seat, people.capability[seat]!);
    }),
    secondary: collect((place) => {
      for (const [seat, list] of people.secondary) for (const capability of list) place(seat, capability);
    }),
  };
}

/** Where somebody sits, each place once, and how much of them. */
interface Sits {
  readonly places: Index[];
  readonly shares: number[];
}

/**
 * The places of those who sit in more than their own department: in a declared team that serves somebody, or, with two bosses
 * of nearly equal influence, in the unit of a boss that is dedicated to some customers, by the share of the boss.
 */
function placesBySeat(organisation: Organisation): ReadonlyMap<Index, Sits> {
  const { units, unitOf, teams } = organisation;
  const found = new Map<Index, Sits>();
  const isDedicated = (unit: Index) => unit >= 0 && units[unit]!.serves.kind === 'some';
  const sit = ({ places, shares }: Sits, place: Index, share: number): void => {
    const at = places.indexOf(place);
    if (at >= 0) shares[at]! += share;
    else {
      places.push(place);
      shares.push(share);
    }
  };
  for (const { seat, bosses } of sharedSeatsOf(organisation)) {
    const own = unitOf[seat]!;
    const sits: Sits = { places: [], shares: [] };
    for (const { boss, share, job } of bosses) {
      const other = job === undefined ? unitOf[boss]! : job;
      sit(sits, job === undefined ? (isDedicated(other) ? other : own) : job < 0 ? own : job, share);
    }
    if (sits.places.length > 1 || sits.places[0] !== own) found.set(seat, sits);
  }
  teams.forEach(({ members, serves }, team) => {
    if (serves === null) return;
    for (const { seat, share } of members) {
      const sits = found.get(seat) ?? { places: [unitOf[seat]!], shares: [1] };
      found.set(seat, sits);
      sit(sits, units.length + team, share);
    }
  });
  return found;
}

/** Each seat as the only one of a list, made once for an organisation and all its designs: most lists are such. */
export const seatsAlone = memo((_: Organisation): ((seat: Index) => Int32Array) => {
  const found = new Map<Index, Int32Array>();
  return (seat) => {
    let list = found.get(seat);
    if (list === undefined) {
      list = Int32Array.of(seat);
      found.set(seat, list);
    }
    return list;
  };
});

/** The units, and the teams, counted on from those, whose `serves` holds a customer by name or attribute. */
export function servingPlaces({ units, teams, customers }: Organisation): {
  /** A number for the places of each customer, 0 for none: there are as many as ways to be served. */
  readonly of: Int32Array;
  placesOf(number: number): readonly Index[];
} {
  const of = new Int32Array(customers.count);
  const lists = new Lists();
  // Of each number the last place, and the number of those before it.
  const last = [-1];
  const before = [0];
  [...units, ...teams].forEach(({ serves }, place) => {
    if (serves?.kind !== 'some') return;
    for (const customer of serves.customers) {
      const longer = lists.with(of[customer]!, place);
      last[longer] = place;
      before[longer] = of[customer]!;
      of[customer] = longer;
    }
  });
  return {
    of,
    placesOf(number) {
      const places: Index[] = [];
      for (let at = number; at > 0; at = before[at]!) places.push(last[at]!);
      return places.reverse();
    },
  };
}
