import { memo } from '../../base/memo.ts';
import { Lists } from '../../numbers/lists.ts';
import type { Phase } from '../../schema/input/fields.ts';
import { PHASES } from '../../schema/input/fields.ts';
import { type SharingBoss, sharedSeatsOf } from '../conflicts.ts';
import type { Index, Organisation } from '../organisation.ts';

/** A place where people with a capability sit: a unit, a team, counted on from the units, or -1 for those without one. */
export interface Desk {
  readonly place: Index;
  readonly phase: Phase | null;
  readonly seats: Index[];
  /** How much of each of them sits here. */
  readonly shares: number[];
}

const distance = (a: Phase, b: Phase) => Math.abs(PHASES.indexOf(a) - PHASES.indexOf(b));

/** Where people with a capability sit, as their main one or as a second one. */
export interface Desks {
  /** Those in places that serve everyone. */
  forEveryone(capability: Index): readonly Desk[];
  /** The one in a place that serves some customers; undefined where nobody there has the capability. */
  at(capability: Index, place: Index): Desk | undefined;
}

const fits = (desk: Desk | undefined, phase: Phase): desk is Desk =>
  desk !== undefined && (desk.phase === null || desk.phase === phase);

/** Desks that do a step for the customers of these places. */
export const dedicatedDesks = (
  desks: Desks,
  capability: Index,
  own: readonly Index[],
  phase: Phase,
): readonly Desk[] => own.map((place) => desks.at(capability, place)).filter((desk) => fits(desk, phase));

/** Desks that do a step for everyone: those of the phase, else of the nearest, of two the earlier. */
export function generalDesks(desks: Desks, capability: Index, phase: Phase): readonly Desk[] {
  const all = desks.forEveryone(capability);
  const here = all.filter((desk) => fits(desk, phase));
  if (here.length > 0 || all.length === 0) return here;
  const nearest = Math.min(...all.map((desk) => distance(desk.phase!, phase)));
  const near = all.filter((desk) => distance(desk.phase!, phase) === nearest);
  const first = PHASES.find((one) => near.some((desk) => desk.phase === one));
  return near.filter((desk) => desk.phase === first);
}

/**
 * Desks by capability. Those of teams that serve some customers are found when they are asked for: there may be a team for each
 * customer. Linear in seats and members of teams.
 */
export function collectDesks(organisation: Organisation): {
  readonly primary: Desks;
  readonly secondary: Desks;
} {
  const { people, units, unitOf, teams } = organisation;
  const placesOf = placesBySeat(organisation);
  const places = units.length + teams.length + 1;
  const collect = (secondary: boolean): Desks => {
    const forEveryone: (Desk[] | undefined)[] = [];
    /** By capability and place, people without one first; null where nobody of a team can. */
    const desks: (Desk | null | undefined)[][] = [];
    const rowOf = (capability: Index) => {
      desks[capability] ??= new Array<Desk | null | undefined>(places);
      return desks[capability];
    };
    const add = (capability: Index, seat: Index, place: Index, share: number) => {
      const serves = place >= 0 && place < units.length ? units[place]!.serves.kind : 'all';
      if (serves === 'none') return;
      const row = rowOf(capability);
      let desk = row[place + 1];
      if (!desk) {
        desk = { place, phase: units[place]?.phase ?? null, seats: [], shares: [] };
        row[place + 1] = desk;
        forEveryone[capability] ??= [];
        if (serves === 'all') forEveryone[capability].push(desk);
      }
      desk.seats.push(seat);
      desk.shares.push(share);
    };
    const seatAt = (seat: Index, capability: Index) => {
      if (capability < 0) return;
      const sits = placesOf[seat];
      if (sits === undefined) add(capability, seat, unitOf[seat]!, 1);
      else
        for (let k = 0; k < sits.places.length; k++) add(capability, seat, sits.places[k]!, sits.shares[k]!);
    };
    if (secondary)
      for (const [seat, list] of people.secondary) for (const capability of list) seatAt(seat, capability);
    else for (let seat = 0; seat < people.count; seat++) seatAt(seat, people.capability[seat]!);
    const ofTeam = (capability: Index, place: Index): Desk | null => {
      const members = teams[place - units.length]!.members.filter(({ seat }) =>
        secondary ? people.secondary.get(seat)?.includes(capability) : people.capability[seat] === capability,
      );
      if (members.length === 0) return null;
      return {
        place,
        phase: null,
        seats: members.map(({ seat }) => seat),
        shares: members.map(({ share }) => share),
      };
    };
    return {
      forEveryone: (capability) => forEveryone[capability] ?? [],
      at(capability, place) {
        const row = rowOf(capability);
        if (place >= units.length && row[place + 1] === undefined) row[place + 1] = ofTeam(capability, place);
        return row[place + 1] ?? undefined;
      },
    };
  };
  return { primary: collect(false), secondary: collect(true) };
}

/** Where somebody sits, each place once, and how much of them. */
interface Sits {
  readonly places: Index[];
  readonly shares: number[];
}

/**
 * The places of those who sit in more than their own department: in a declared team that serves everyone, or, with two bosses
 * of nearly equal influence, in the unit of a boss that is dedicated to some customers, by the share of the boss.
 */
export const placesBySeat = memo((organisation: Organisation): readonly (Sits | undefined)[] => {
  const { units, unitOf, teams, people } = organisation;
  const found = new Array<Sits | undefined>(people.count);
  const isDedicated = (unit: Index) => unit >= 0 && units[unit]!.serves.kind === 'some';
  const sit = ({ places, shares }: Sits, place: Index, share: number): void => {
    const at = places.indexOf(place);
    if (at >= 0) shares[at]! += share;
    else {
      places.push(place);
      shares.push(share);
    }
  };
  // In a matrix thousands have the same bosses: one list of places for those of one department.
  const known = new Map<readonly SharingBoss[], Sits & { readonly own: Index }>();
  for (const { seat, bosses } of sharedSeatsOf(organisation)) {
    const own = unitOf[seat]!;
    let sits = known.get(bosses);
    if (sits?.own !== own) {
      sits = { own, places: [], shares: [] };
      known.set(bosses, sits);
      for (const { boss, share, job } of bosses) {
        const other = job === undefined ? unitOf[boss]! : job;
        sit(sits, job === undefined ? (isDedicated(other) ? other : own) : job < 0 ? own : job, share);
      }
    }
    if (sits.places.length > 1 || sits.places[0] !== own) found[seat] = sits;
  }
  teams.forEach(({ members, serves }, team) => {
    if (serves?.kind !== 'all') return;
    for (const { seat, share } of members) {
      const { places, shares } = found[seat] ?? { places: [unitOf[seat]!], shares: [1] };
      const sits: Sits = { places: [...places], shares: [...shares] };
      found[seat] = sits;
      sit(sits, units.length + team, share);
    }
  });
  return found;
});

/** The units, and the teams, counted on from those, whose `serves` holds a customer by name or attribute. */
export function servingPlaces({ units, teams, customers }: Organisation): {
  /** A number for the places of each customer, 0 for none: there are as many as ways to be served. */
  readonly of: Int32Array;
  placesOf(number: number): readonly Index[];
} {
  const lists = new Lists();
  const of = new Int32Array(customers.count);
  [...units, ...teams].forEach(({ serves }, place) => {
    if (serves?.kind !== 'some') return;
    for (const customer of serves.customers) of[customer] = lists.with(of[customer]!, place);
  });
  return { of, placesOf: (number) => lists.values(number) };
}
