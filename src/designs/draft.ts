import { withRows } from '../base/columns.ts';
import { given } from '../base/given.ts';
import { memo } from '../base/memo.ts';
import { areSame } from '../model/as-today.ts';
import { primaryLine } from '../model/lines.ts';
import type {
  Flow,
  Index,
  Organisation,
  Origin,
  People,
  Relationships,
  Unit,
} from '../model/organisation.ts';
import { treeOf } from '../model/tree.ts';
import type { Policy } from '../schema/input/policy.ts';
import { areSameLines, type JobLine, linesFrom } from './draft-lines.ts';
import { usualCost } from './usual-cost.ts';

interface NewSeat {
  readonly id: string;
  readonly title: string;
  readonly capability: Index;
  readonly unit: Index;
  /** What the seat is assumed to cost: like a manager's, or like one of its capability. */
  readonly lead: boolean;
}

/** A column as a list that can grow. Spreading it would take eight times as long, element by element. */
function listOf(column: Int32Array): number[] {
  const list = new Array<number>(column.length);
  for (let at = 0; at < list.length; at++) list[at] = column[at]!;
  return list;
}

/** Where something that a design adds comes from: a function of its own, which keeps the draft of no design alive. */
export const generatedFrom = memo(
  ({ origin }: Organisation): Origin =>
    () => ({ ...origin(), generated: true }),
);

/** The ids that begin so: far fewer than all are, since ids that a design makes up have a slash in them. */
const idsBeginning = memo(
  (ids: readonly string[], start: string): ReadonlySet<string> =>
    new Set(ids.filter((id) => id.startsWith(start))),
);

/**
 * An organisation being redesigned: people change unit and boss, units and vacant seats are added. Seats of the source
 * keep their indexes, so that before and after can be compared.
 */
export class Draft {
  readonly units: Unit[];
  readonly unitOf: number[];
  /** The one boss of each seat; -1 at the top. */
  readonly boss: number[];
  /** Second lines of equal weight, in a matrix only. */
  readonly second: Map<Index, Index>;
  /** Lines of the further jobs of a person that go on, by seat. */
  readonly jobs = new Map<Index, readonly JobLine[]>();
  readonly added: NewSeat[];
  readonly flows: Flow[];
  relationships: Relationships;

  private readonly unitIds: Set<string>;
  private readonly seatIds: Set<string>;

  /** `begun` is a draft of the same organisation to go on from; it stays as it is. */
  constructor(
    readonly source: Organisation,
    begun?: Draft,
  ) {
    const { units, relationships } = begun ?? source;
    this.units = [...units];
    this.unitIds = new Set(units.map(({ id }) => id));
    this.seatIds = new Set(begun?.seatIds);
    this.unitOf = begun === undefined ? listOf(source.unitOf) : [...begun.unitOf];
    this.boss = begun === undefined ? listOf(treeOf(source).boss) : [...begun.boss];
    this.second = new Map(begun?.second);
    this.added = [...(begun?.added ?? [])];
    this.flows = [...(begun?.flows ?? [])];
    this.relationships = relationships;
  }

  get count() {
    return this.unitOf.length;
  }

  /** A new unit; an id that is taken gets a number. */
  addUnit(unit: Partial<Unit> & Pick<Unit, 'id' | 'name'>): Index {
    let { id } = unit;
    for (let n = 2; this.unitIds.has(id); n++) id = `${unit.id}-${n}`;
    this.unitIds.add(id);
    this.units.push({
      kind: 'department',
      parent: -1,
      head: -1,
      serves: { kind: 'all' },
      accountable: false,
      // As a file is read: a unit works in the phase of the one above.
      phase: this.units[unit.parent ?? -1]?.phase ?? null,
      capability: -1,
      origin: generatedFrom(this.source),
      ...unit,
      id,
    });
    return this.units.length - 1;
  }

  changeUnit(unit: Index, change: Partial<Unit>) {
    this.units[unit] = { ...this.units[unit]!, ...change };
  }

  /** Primary capability of a seat of the source or of one that was added. */
  capabilityOf(seat: Index): Index {
    const { people } = this.source;
    return seat < people.count ? people.capability[seat]! : this.added[seat - people.count]!.capability;
  }

  idOf(seat: Index): string {
    const { people } = this.source;
    return seat < people.count ? people.id[seat]! : this.added[seat - people.count]!.id;
  }

  /** An open seat; ids that are taken get a number. */
  addSeat(seat: NewSeat): Index {
    const index = this.count;
    this.added.push({ ...seat, id: this.freeId(seat.id) });
    this.unitOf.push(seat.unit);
    this.boss.push(-1);
    return index;
  }

  private freeId(wanted: string): string {
    const used = idsBeginning(this.source.people.id, wanted.slice(0, wanted.indexOf('/') + 1));
    let id = wanted;
    for (let n = 2; used.has(id) || this.seatIds.has(id); n++) id = `${wanted}-${n}`;
    this.seatIds.add(id);
    return id;
  }

  /**
   * The finished organisation: units that nobody is left in are closed, and every line is the draft's. `policy` holds the
   * thresholds that the design was given.
   */
  finish(policy: Partial<Policy> = {}): Organisation {
    const { source } = this;
    const { units, map } = this.openUnits();
    const unitOf = new Int32Array(this.unitOf).map((unit) => map[unit] ?? -1);
    const lines = linesFrom(this.primaryBosses(), this.second, this.jobs, map);
    return {
      ...source,
      policy: { ...source.policy, ...policy },
      people: this.people(),
      units,
      // What a design leaves as it is stays the same object: what follows from it is not worked out again.
      unitOf: areSame(source.unitOf, unitOf) ? source.unitOf : unitOf,
      lines: areSameLines(source.lines, lines) ? source.lines : lines,
      relationships: this.relationships,
      flows: this.openFlows(map),
      irregularities: [],
    };
  }

  /** What today's units let each other know, where both stay, and what the design adds. */
  private openFlows(map: Int32Array): Flow[] {
    const known = new Set<string>();
    return [...this.source.flows, ...this.flows].flatMap(({ from, to, what, kind }) => {
      const flow = { from: map[from]!, to: map[to]!, what, kind };
      const key = `${flow.from}|${flow.to}|${what}`;
      if (flow.from < 0 || flow.to < 0 || known.has(key)) return [];
      known.add(key);
      return [flow];
    });
  }

  private openUnits() {
    const open = new Uint8Array(this.units.length);
    for (let seat = 0; seat < this.count; seat++)
      for (let at = this.unitOf[seat]!; at >= 0 && open[at] === 0; at = this.units[at]!.parent) open[at] = 1;
    const map = new Int32Array(this.units.length).fill(-1);
    const units: Unit[] = [];
    this.units.forEach((unit, index) => {
      if (open[index] === 0) return;
      map[index] = units.length;
      units.push(unit);
    });
    const left = new Set(units.map(({ id }) => id));
    // Services share one list of whom they serve.
    const ofThoseLeft = memo((ids: readonly string[]) => ids.filter((id) => left.has(id)));
    return {
      units: units.map(({ selfGoverning, answersTo, ...unit }) => ({
        ...unit,
        // Who was given a head governs itself no more.
        ...(unit.head >= 0 ? {} : given({ selfGoverning, answersTo })),
        parent: unit.parent < 0 ? -1 : map[unit.parent]!,
        ...given({ servesUnits: unit.servesUnits && ofThoseLeft(unit.servesUnits) }),
      })),
      map,
    };
  }

  private people(): People {
    const { source, count } = this;
    const { people } = source;
    if (this.added.length === 0) return people;
    const generated = generatedFrom(source);
    const rows = this.added.map(({ id, title, capability, lead }) => ({
      id,
      title,
      capability,
      costPerYear: usualCost(source, lead, lead ? -1 : capability),
      fte: 1,
      vacant: 1,
    }));
    return {
      ...withRows(people, rows),
      count,
      origin: (seat) => (seat < people.count ? people.origin(seat) : generated),
    };
  }

  /** What a seat of a capability is assumed to cost a year; null where no cost is known. */
  costOf(capability: Index): number | null {
    const cost = usualCost(this.source, false, capability);
    return Number.isNaN(cost) ? null : cost;
  }

  /** Whom lines are drawn to: not to whom a department answers, whose people have no manager of their own. */
  private primaryBosses(): Int32Array {
    const { source, units, unitOf, count } = this;
    const boss = new Int32Array(this.boss);
    if (!units.some(({ selfGoverning }) => selfGoverning === true)) return boss;
    for (let seat = 0; seat < count; seat++) {
      const { selfGoverning, answersTo, head } = units[unitOf[seat]!] ?? {};
      if (selfGoverning !== true || answersTo !== boss[seat] || head! >= 0) continue;
      if (seat < source.people.count && primaryLine(source.lines, seat) < 0) boss[seat] = -1;
    }
    return boss;
  }
}
