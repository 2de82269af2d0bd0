import { areFew } from '../../base/few.ts';
import { byText } from '../../base/text.ts';
import { paysOtherwise } from '../../measures/change/change.ts';
import { type Matching, sameSeat, stayer } from '../../measures/change/matching.ts';
import { headsOf } from '../../model/heads.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import type { Diff } from '../../schema/documents/diff.ts';
import { type Refs, sortedBy, type UnitRef } from './refs.ts';
import { traitsOf } from './traits.ts';

type Units = Diff['units'];
type Figures = Units['figures'][number];

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Own members of a unit. */
class Tally {
  people = 0;
  seats = 0;
  fte = 0;
  costPerYear = 0;
}

/** By unit; the last is for seats without one. */
function tallies({ units, unitOf, people }: Organisation): Tally[] {
  const found = Array.from({ length: units.length + 1 }, () => new Tally());
  for (let seat = 0; seat < people.count; seat++) {
    const tally = found[unitOf[seat]! < 0 ? units.length : unitOf[seat]!]!;
    const cost = people.costPerYear[seat]!;
    tally.seats++;
    if (!Number.isNaN(cost)) tally.costPerYear += cost;
    if (people.vacant[seat] === 1) continue;
    tally.people++;
    tally.fte += people.fte[seat]!;
  }
  return found;
}

interface Row {
  readonly unit: UnitRef;
  readonly before: Tally;
  readonly after: Tally;
  /** People who come, go or are paid otherwise: through fewer a sum would tell what they are paid. */
  readonly changes: number;
}

/** Rows whose cost is told. More are left out, the smallest first, where the sum of all units would tell those of a few. */
function rowsWithCost(rows: readonly Row[]): ReadonlySet<Row> {
  const size = ({ before, after }: Row) => Math.max(before.people, after.people);
  const told = new Set(rows);
  const hidden = { before: 0, after: 0, changes: 0 };
  const hide = (row: Row) => {
    told.delete(row);
    hidden.before += row.before.people;
    hidden.after += row.after.people;
    hidden.changes += row.changes;
  };
  for (const row of rows)
    if (areFew(row.before.people) || areFew(row.after.people) || areFew(row.changes)) hide(row);
  for (const row of [...told].sort((a, b) => size(a) - size(b))) {
    if (!areFew(hidden.before) && !areFew(hidden.after) && !areFew(hidden.changes)) break;
    if (size(row) > 0) hide(row);
  }
  return told;
}

const NONE: UnitRef = { id: '', name: 'Without a department' };

/** Members, fte and cost of every unit of either organisation; `costs`: whether costs can be compared. Linear. */
export function unitFigures(matching: Matching, was: Refs, is: Refs, costs: boolean): Figures[] {
  const { before, after, units, seats } = matching;
  const [old, now] = [tallies(before), tallies(after)];
  const empty = new Tally();
  const [left, joined] = [new Int32Array(old.length), new Int32Array(now.length)];
  const own = ({ units: all, unitOf }: Organisation, seat: Index) =>
    unitOf[seat]! < 0 ? all.length : unitOf[seat]!;
  /** The unit afterwards that one before is known as; the last is that of seats without one. */
  const sameUnit = (unit: Index): Index =>
    unit === before.units.length ? after.units.length : units.forward[unit]!;
  for (let seat = 0; seat < before.people.count; seat++) {
    const there = seats.forward[seat]!;
    const isPaidOtherwise = paysOtherwise(matching, seat, there);
    if (before.people.vacant[seat] === 1) {
      if (isPaidOtherwise) joined[own(after, there)]!++;
      continue;
    }
    const [from, to] = [own(before, seat), there < 0 ? -1 : own(after, there)];
    if (to >= 0 && sameUnit(from) === to) {
      if (isPaidOtherwise) left[from]!++;
      continue;
    }
    left[from]!++;
    if (to >= 0) joined[to]!++;
  }
  for (let seat = 0; seat < after.people.count; seat++)
    if (seats.backward[seat]! < 0 && after.people.vacant[seat] === 0) joined[own(after, seat)]!++;
  const row = (unit: UnitRef, a: Index, b: Index): Row => ({
    unit,
    before: old[a] ?? empty,
    after: now[b] ?? empty,
    changes: (left[a] ?? 0) + (joined[b] ?? 0),
  });
  const [a, b] = [before.units.length, after.units.length];
  const rows = [
    ...(old[a]!.seats + now[b]!.seats > 0 ? [row(NONE, a, b)] : []),
    ...before.units.flatMap((_, unit) => (units.forward[unit]! < 0 ? [row(was.unit(unit), unit, -1)] : [])),
    ...after.units.map((_, unit) => row(is.unit(unit), units.backward[unit]!, unit)),
  ];
  const told = costs ? rowsWithCost(rows) : new Set<Row>();
  const figures = (one: Row): Figures => {
    const { unit, before: a, after: b } = one;
    const cost = (tally: Tally) => (told.has(one) ? round(tally.costPerYear) : null);
    return {
      unit,
      people: { before: a.people, after: b.people },
      seats: { before: a.seats, after: b.seats },
      fte: { before: round(a.fte), after: round(b.fte) },
      costPerYear: { before: cost(a), after: cost(b) },
    };
  };
  return sortedBy(rows.map(figures), ({ unit }) => unit.id);
}

/** From each unit before to the units where its people are afterwards: how many go where. Linear. */
function flowsBetween(matching: Matching) {
  const { before, after } = matching;
  const going = new Map<Index, Map<Index, number>>();
  const coming = new Map<Index, Map<Index, number>>();
  const count = (flows: Map<Index, Map<Index, number>>, one: Index, other: Index) => {
    let counts = flows.get(one);
    if (counts === undefined) {
      counts = new Map();
      flows.set(one, counts);
    }
    counts.set(other, (counts.get(other) ?? 0) + 1);
  };
  for (let seat = 0; seat < before.people.count; seat++) {
    const there = stayer(matching, seat);
    const [from, to] = [before.unitOf[seat]!, there < 0 ? -1 : after.unitOf[there]!];
    if (from < 0 || to < 0) continue;
    count(going, from, to);
    count(coming, to, from);
  }
  return { going, coming };
}

/** Where the most people go, or come from; of equals the first by id. */
function most(
  counts: ReadonlyMap<Index, number> | undefined,
  unit: (index: Index) => UnitRef,
): { unit: UnitRef; people: number } | null {
  let best: { unit: UnitRef; people: number } | null = null;
  for (const [index, people] of counts ?? []) {
    const one = { unit: unit(index), people };
    if (
      best === null ||
      people > best.people ||
      (people === best.people && byText(one.unit.id, best.unit.id) < 0)
    )
      best = one;
  }
  return best;
}

/** Units that come, go, are renamed, get another head or another place. Linear in units and seats. */
export function unitChanges(matching: Matching, was: Refs, is: Refs): Omit<Units, 'figures'> {
  const { before, after, units } = matching;
  const { going, coming } = flowsBetween(matching);
  const [headBefore, headAfter] = [headsOf(before).head, headsOf(after).head];
  const [sizeBefore, sizeAfter] = [tallies(before), tallies(after)];
  const found: { [K in keyof Omit<Units, 'figures'>]: Units[K] } = {
    new: [],
    closed: [],
    renamed: [],
    heads: [],
    changed: [],
  };
  before.units.forEach((unit, index) => {
    const there = units.forward[index]!;
    if (there < 0) {
      const { people } = sizeBefore[index]!;
      found.closed.push({
        unit: was.unit(index),
        kind: unit.kind,
        people,
        mostTo: most(going.get(index), is.unit),
      });
      return;
    }
    const now = after.units[there]!;
    if (unit.name !== now.name) found.renamed.push({ id: unit.id, from: unit.name, to: now.name });
    if (!sameSeat(matching, headBefore[index]!, headAfter[there]!))
      found.heads.push({
        unit: is.unit(there),
        from: was.personOrNone(headBefore[index]!),
        to: is.personOrNone(headAfter[there]!),
      });
    const [old, current] = [traitsOf(before, unit), traitsOf(after, now)];
    for (const field of new Set([...old.keys(), ...current.keys()])) {
      const [from, to] = [old.get(field) ?? null, current.get(field) ?? null];
      if (from !== to) found.changed.push({ unit: is.unit(there), field, from, to });
    }
  });
  after.units.forEach(({ kind }, index) => {
    if (units.backward[index]! >= 0) return;
    const { people } = sizeAfter[index]!;
    found.new.push({ unit: is.unit(index), kind, people, mostFrom: most(coming.get(index), was.unit) });
  });
  return {
    new: sortedBy(found.new, ({ unit }) => unit.id),
    closed: sortedBy(found.closed, ({ unit }) => unit.id),
    renamed: sortedBy(found.renamed, ({ id }) => id),
    heads: sortedBy(found.heads, ({ unit }) => unit.id),
    changed: sortedBy(found.changed, ({ unit, field }) => `${unit.id}\0${field}`),
  };
}
