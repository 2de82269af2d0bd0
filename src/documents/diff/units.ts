import { byText } from '../../base/text.ts';
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

const NONE: UnitRef = { id: '', name: 'Without a department' };

/** Members, fte and cost of every unit of either organisation; `costs`: whether costs can be compared. Linear. */
export function unitFigures(
  { before, after, units }: Matching,
  was: Refs,
  is: Refs,
  costs: boolean,
): Figures[] {
  const [old, now] = [tallies(before), tallies(after)];
  const empty = new Tally();
  const cost = (tally: Tally) => (costs ? round(tally.costPerYear) : null);
  const figures = (unit: UnitRef, a: Tally, b: Tally): Figures => ({
    unit,
    people: { before: a.people, after: b.people },
    seats: { before: a.seats, after: b.seats },
    fte: { before: round(a.fte), after: round(b.fte) },
    costPerYear: { before: cost(a), after: cost(b) },
  });
  const [a, b] = [old[before.units.length]!, now[after.units.length]!];
  return sortedBy(
    [
      ...(a.seats + b.seats > 0 ? [figures(NONE, a, b)] : []),
      ...before.units.flatMap((_, unit) =>
        units.forward[unit]! < 0 ? [figures(was.unit(unit), old[unit]!, empty)] : [],
      ),
      ...after.units.map((_, unit) =>
        figures(is.unit(unit), old[units.backward[unit]!] ?? empty, now[unit]!),
      ),
    ],
    ({ unit }) => unit.id,
  );
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
