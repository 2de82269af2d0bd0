import { memo } from '../../base/memo.ts';
import type { Index } from '../../model/organisation.ts';
import { descentOf, type ReportingTree, reportsOf, treeOf } from '../../model/tree.ts';
import type { Policy } from '../../schema/input/policy.ts';
import type { Draft } from '../draft.ts';
import { Openings } from './openings.ts';
import { mayLead, standingsOf } from './seniority.ts';

/** Most direct reports that a manager gets by new lines: a span and a team of the policy, the lead counted in a team. */
export const mostReports = ({ maximumSpan, maximumTeam }: Policy): number =>
  Math.max(2, Math.min(maximumSpan, maximumTeam - 1));

/** Most direct reports of the head of a cluster or phase, which as a whole is no team: a span of the policy. */
export const mostReportsOfWhole = (policy: Policy): number =>
  Math.max(mostReports(policy), policy.maximumSpan);

/** The last chart that each seat of a draft was put in: a column, since most of a company is in one. */
const chartOf = memo((draft: Draft): (UnitChart | null)[] => new Array(draft.count).fill(null));

/** The reporting lines inside one unit while they are built: who is under whom, and how much room is left. */
export class UnitChart {
  /** Most direct reports that a manager below the head gets by a new line. Lines that stay may be more. */
  readonly size: number;
  private readonly sizeOfHead: number;
  readonly tree: ReportingTree;
  /** People who led anyone before, and the head, first. */
  readonly managers: readonly Index[];
  private readonly standing: Float64Array;
  private readonly chartOf: readonly (UnitChart | null)[];
  private readonly under = new Map<Index, Set<Index>>();
  private readonly renewed = new Set<Index>();
  private open: Openings | null = null;
  private places: ReadonlyMap<Index, number> | null = null;

  constructor(
    readonly draft: Draft,
    readonly members: readonly Index[],
    readonly head: Index,
    /** Reports that managers have outside the unit, which take room as well. */
    private readonly outside: ReadonlyMap<Index, number> = new Map(),
  ) {
    const { source } = draft;
    this.size = mostReports(source.policy);
    const kind = draft.units[draft.unitOf[head]!]?.kind;
    this.sizeOfHead = kind === 'cluster' || kind === 'phase' ? mostReportsOfWhole(source.policy) : this.size;
    this.tree = treeOf(source);
    this.standing = standingsOf(source);
    this.mayLead = mayLead(source);
    const charts = chartOf(draft);
    for (let k = 0; k < members.length; k++) charts[members[k]!] = this;
    this.chartOf = charts;
    const led = members.filter(
      (seat) => seat !== head && seat < source.people.count && reportsOf(this.tree, seat) > 0,
    );
    this.managers = [head, ...led];
  }

  has(seat: Index): boolean {
    return seat >= 0 && this.chartOf[seat] === this;
  }

  /** The boss of today; -1 for none, and for seats that the design adds. */
  bossToday(seat: Index): Index {
    return seat < this.tree.boss.length ? this.tree.boss[seat]! : -1;
  }

  /** Managers above a seat in the lines of today; -1 for seats that the design adds. */
  depthToday(seat: Index): number {
    return seat < this.tree.depth.length ? this.tree.depth[seat]! : -1;
  }

  /** Ranks seats for who may lead whom; a seat that the design adds may lead anyone. */
  standingOf(seat: Index): number {
    return seat < this.standing.length ? this.standing[seat]! : Number.POSITIVE_INFINITY;
  }

  /** Whether somebody may be put above a seat: nobody is put below somebody less senior. */
  readonly mayLead: (manager: Index, seat: Index) => boolean;

  /** Whether somebody who leads may be put under a manager: equals stand side by side under the head, but for who is below the other today. */
  readonly mayLeadLead = (manager: Index, seat: Index): boolean => {
    if (!this.mayLead(manager, seat)) return false;
    if (manager === this.head || this.standingOf(manager) !== this.standingOf(seat)) return true;
    const { at, end } = descentOf(this.tree);
    return Math.max(manager, seat) >= at.length || (at[seat]! > at[manager]! && at[seat]! < end[manager]!);
  };

  /** The trade of a seat: its skill, or the one that this is a specialism of; −1 where it is not known. */
  tradeOf(seat: Index): Index {
    const own = this.draft.capabilityOf(seat);
    const parent = this.draft.source.capabilities[own]?.of ?? -1;
    return parent >= 0 ? parent : own;
  }

  isPerson(seat: Index): boolean {
    const { people } = this.draft.source;
    return seat < people.count && people.vacant[seat] === 0;
  }

  reports(manager: Index): ReadonlySet<Index> {
    return this.under.get(manager) ?? NOBODY;
  }

  leads(seat: Index): boolean {
    return this.reports(seat).size > 0;
  }

  room(manager: Index): number {
    const size = manager === this.head ? this.sizeOfHead : this.size;
    return size - this.reports(manager).size - (this.outside.get(manager) ?? 0);
  }

  /** Managers with room under the head: found when they are asked for first, and kept from then on. */
  openings(): Openings {
    this.open ??= new Openings(this);
    return this.open;
  }

  /** Place of somebody among the managers; -1 for others. */
  placeOf(seat: Index): number {
    this.places ??= new Map(this.managers.map((manager, place) => [manager, place]));
    return this.places.get(seat) ?? -1;
  }

  /** Somebody and everybody below, as far as lines go by now. */
  from(seat: Index): readonly Index[] {
    const found = [seat];
    for (let at = 0; at < found.length; at++) for (const one of this.reports(found[at]!)) found.push(one);
    return found;
  }

  /** A line of today that stays. */
  keep(seat: Index, boss: Index): void {
    this.connect(seat, boss);
  }

  /** A new line; it ends the one that the seat has in this chart. */
  hang(seat: Index, boss: Index): void {
    const before = this.draft.boss[seat]!;
    const gotRoom = this.under.get(before)?.delete(seat) === true && this.room(before) === 1;
    this.connect(seat, boss);
    if (gotRoom) this.open?.add(before);
    this.renewed.add(seat);
  }

  /** Whether the seat has been hung anew, and so loses nothing by being hung again. */
  isNew(seat: Index): boolean {
    return this.renewed.has(seat);
  }

  private connect(seat: Index, boss: Index): void {
    this.draft.boss[seat] = boss;
    const reports = this.under.get(boss);
    if (reports === undefined) this.under.set(boss, new Set<Index>().add(seat));
    else reports.add(seat);
    this.open?.moved(seat);
  }

  /** Where the lines above a seat end by now: the head, or somebody who is not hung yet. */
  topOf(seat: Index): Index {
    let at = seat;
    while (at !== this.head && this.has(this.draft.boss[at]!)) at = this.draft.boss[at]!;
    return at;
  }

  /** Whether one seat leads another, directly or over others, as far as lines go by now. */
  isAbove(seat: Index, other: Index): boolean {
    let at = other;
    while (at !== this.head && this.has(this.draft.boss[at]!)) {
      at = this.draft.boss[at]!;
      if (at === seat) return true;
    }
    return false;
  }

  /** Steps from the head down to a seat, as far as lines go by now. */
  depthOf(seat: Index): number {
    let steps = 0;
    for (let at = seat; at >= 0 && at !== this.head; at = this.draft.boss[at]!) steps++;
    return steps;
  }

  /** The same of many, with each line followed once. */
  depthsOf(seats: readonly Index[]): ReadonlyMap<Index, number> {
    const depths = new Map([[this.head, 0]]);
    const line: Index[] = [];
    for (const seat of seats) {
      let at = seat;
      for (; at >= 0 && !depths.has(at); at = this.draft.boss[at]!) line.push(at);
      let steps = at < 0 ? 0 : depths.get(at)!;
      while (line.length > 0) depths.set(line.pop()!, ++steps);
    }
    return depths;
  }

  /** Levels of people below a seat. */
  heightOf(seat: Index): number {
    let height = -1;
    for (let level: readonly Index[] = [seat]; level.length > 0; height++)
      level = level.flatMap((one) => [...this.reports(one)]);
    return height;
  }
}

const NOBODY: ReadonlySet<Index> = new Set();
