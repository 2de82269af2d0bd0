import { rowsAt, rowsById } from '../../base/columns.ts';
import { given } from '../../base/given.ts';
import { findCycles, type Line, packLines, primaryLine } from '../../model/lines.ts';
import type {
  Flow,
  Index,
  Lines,
  Organisation,
  People,
  Relationships,
  Unit,
} from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import { type Schedule, unitIdOf } from './schedule.ts';
import type { StagedUnits } from './stage-units.ts';

/** The seats that are there, as columns; today's keep their indexes. */
function seatsOf(people: People, seats: readonly Index[]): People {
  if (seats.length === people.count) return people;
  return { ...rowsAt(people, seats), count: seats.length, origin: (at) => people.origin(seats[at]!) };
}

/** Customers that are taken over have whom the design gives them, the others whom they have today. */
function relationshipsAt(
  before: Organisation,
  design: Organisation,
  taken: Uint8Array,
  place: ReadonlyMap<Index, Index>,
): Relationships {
  const start = new Int32Array(before.customers.count + 1);
  const found: Index[] = [];
  for (let customer = 0; customer < before.customers.count; customer++) {
    const { relationships } = taken[customer] === 1 ? design : before;
    for (let k = relationships.start[customer]!; k < relationships.start[customer + 1]!; k++) {
      const at = place.get(relationships.seat[k]!);
      if (at !== undefined) found.push(at);
    }
    start[customer + 1] = found.length;
  }
  return { start, seat: Int32Array.from(found) };
}

/**
 * The organisation at a stage on the way to a design: whoever has changed stands where the design has them, everyone else
 * where they stand today. Linear in seats, units and relationships.
 */
export function organisationAt(
  before: Organisation,
  design: Organisation,
  schedule: Schedule,
  staged: StagedUnits,
  stage: number,
): Organisation {
  const today = before.people.count;
  const seats: Index[] = [];
  for (let seat = 0; seat < design.people.count; seat++)
    if (seat < today || schedule.seat[seat]! <= stage) seats.push(seat);
  const place = rowsById(seats);
  const hasChanged = (at: Index) => schedule.seat[seats[at]!]! <= stage;
  const idOf = (at: Index) => (hasChanged(at) ? unitIdOf(design, seats[at]!) : unitIdOf(before, seats[at]!));
  const taken = staged.taken(stage);
  const { units, index } = openUnits(
    seats.map((_, at) => idOf(at)),
    (id) => staged.at(id, stage, taken),
    [...before.units, ...design.units],
  );
  return {
    ...design,
    people: seatsOf(design.people, seats),
    units: units.map((unit) => ({ ...unit, head: place.get(unit.head) ?? -1 })),
    unitOf: Int32Array.from(seats, (_, at) => index.get(idOf(at) ?? '') ?? -1),
    lines: stageLines(before, design, seats, hasChanged),
    relationships: relationshipsAt(before, design, taken, place),
    flows: flowsAt([before, design], units, index),
    irregularities: [],
  };
}

/** Units with somebody in them, and those above, in the order of `all`; the rest are closed or not there yet. */
function openUnits(
  ids: readonly (string | undefined)[],
  at: (id: string) => { unit: Unit; parent: string | undefined },
  all: readonly Unit[],
): { units: readonly Unit[]; index: ReadonlyMap<string, Index> } {
  const open = new Map<string, { unit: Unit; parent: string | undefined }>();
  for (const own of new Set(ids))
    for (let id = own; id !== undefined && !open.has(id); ) {
      const found = at(id);
      open.set(id, found);
      id = found.parent;
    }
  const order = [...new Set(all.map(({ id }) => id))].filter((id) => open.has(id));
  const index = rowsById(order);
  const units = order.map((id) => {
    const { unit, parent } = open.get(id)!;
    return {
      ...unit,
      parent: parent === undefined ? -1 : index.get(parent)!,
      ...given({ servesUnits: unit.servesUnits?.filter((one) => index.has(one)) }),
    };
  });
  return { units, index };
}

/** Flows between units that both stand as they do in the organisation that has the flow. */
function flowsAt(
  organisations: readonly Organisation[],
  units: readonly Unit[],
  index: ReadonlyMap<string, Index>,
): Flow[] {
  const found = new Map<string, Flow>();
  for (const { flows, units: own } of organisations)
    for (const flow of flows) {
      const [from, to] = [index.get(own[flow.from]!.id), index.get(own[flow.to]!.id)];
      const stands = (at: Index | undefined, then: Index): at is Index =>
        at !== undefined && units[at]!.kind === own[then]!.kind;
      if (stands(from, flow.from) && stands(to, flow.to))
        found.set(`${from} ${to} ${flow.what}`, { ...flow, from, to });
    }
  return [...found.values()];
}

/**
 * The reporting lines of a stage: of those who have changed as the design has them, of the others as today. Where the two
 * together would close a circle, who has not changed yet and is in it takes the line of the design early; the design has
 * no circles, so that ends. Linear, times the number of rounds, of which there are seldom any.
 *
 * @param seats - Seats of the design that are there, today's first; @param hasChanged - by index in the stage.
 */
function stageLines(
  before: Organisation,
  design: Organisation,
  seats: readonly Index[],
  hasChanged: (seat: Index) => boolean,
): Lines {
  const today = before.people.count;
  const place = new Int32Array(design.people.count).fill(-1);
  seats.forEach((seat, at) => {
    place[seat] = at;
  });
  const { boss: above } = treeOf(design);
  /** A seat that is not there yet is passed over. */
  const present = (seat: Index): Index => {
    let at = seat;
    while (at >= 0 && place[at]! < 0) at = above[at]!;
    return at < 0 ? -1 : place[at]!;
  };
  const changed = Uint8Array.from(seats, (_, at) => (at >= today || hasChanged(at) ? 1 : 0));
  const linesOf = (at: Index): readonly Line[] => {
    const [{ lines }, seat] = changed[at] === 1 ? [design, seats[at]!] : [before, at];
    const found: Line[] = [];
    for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++) {
      const boss = changed[at] === 1 ? present(lines.boss[k]!) : lines.boss[k]!;
      if (boss >= 0) found.push({ boss, dotted: lines.dotted[k] === 1, weight: lines.weight[k]! });
    }
    return found;
  };
  for (;;) {
    const packed = packLines(seats.length, linesOf);
    const cycles = findCycles(seats.length, (at) => {
      const line = primaryLine(packed, at);
      return line < 0 ? -1 : packed.boss[line]!;
    });
    if (cycles.length === 0) return packed;
    for (const cycle of cycles) for (const at of cycle) changed[at] = 1;
  }
}
