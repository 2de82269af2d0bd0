import { given } from '../base/given.ts';
import { memo } from '../base/memo.ts';
import type { PeopleRows } from '../schema/loaded.ts';
import { listed, listedBy } from './listed.ts';
import type { Index, Irregularity, Lines, Origin } from './organisation.ts';

/** Ties and equality of weights. */
export const TOLERANCE = 1e-9;

/** One line while lines are being built; weight 0 = not given. */
export interface Line {
  readonly boss: Index;
  readonly dotted: boolean;
  readonly weight: number;
  /** Unit of the job that it comes from, where that is not the one of the seat. */
  readonly job?: Index;
}

/**
 * Weights that sum to 1. Without weights the solid lines share 0.7 and the dotted ones 0.3; with one kind only, equal
 * shares. Given weights that do not sum to 1 are scaled, and `scaled` says so; lines without a weight beside lines with
 * one share what is left.
 */
function weigh(lines: readonly Line[]): { lines: readonly Line[]; scaled: boolean } {
  const weighted = lines.filter((line) => line.weight > 0);
  if (weighted.length === 0) {
    const dotted = lines.filter((line) => line.dotted).length;
    const solid = lines.length - dotted;
    const mixed = dotted > 0 && solid > 0;
    const weight = (line: Line) => (mixed ? (line.dotted ? 0.3 / dotted : 0.7 / solid) : 1 / lines.length);
    return { lines: lines.map((line) => ({ ...line, weight: weight(line) })), scaled: false };
  }
  const sum = weighted.reduce((total, line) => total + line.weight, 0);
  const open = lines.length - weighted.length;
  const rest = open > 0 && sum < 1 ? (1 - sum) / open : 0;
  const total = sum + rest * open;
  const scaled = Math.abs(total - 1) > TOLERANCE || (open > 0 && rest === 0);
  const fallback = rest > 0 ? rest : TOLERANCE;
  return {
    lines: lines.map((line) => ({ ...line, weight: (line.weight > 0 ? line.weight : fallback) / total })),
    scaled,
  };
}

/** Everybody to whom somebody reports, by a second line too. Linear. */
export const leadersOf = memo((lines: Lines): ReadonlySet<Index> => new Set(lines.boss));

/** Packs lines of each seat, in the order given. */
export function packLines(count: number, of: (seat: Index) => readonly Line[]): Lines {
  const start = new Int32Array(count + 1);
  for (let seat = 0; seat < count; seat++) start[seat + 1] = start[seat]! + of(seat).length;
  const total = start[count]!;
  const lines: Lines = {
    start,
    boss: new Int32Array(total),
    weight: new Float64Array(total),
    dotted: new Uint8Array(total),
  };
  let job: Int32Array | undefined;
  for (let seat = 0, k = 0; seat < count; seat++)
    for (const line of of(seat)) {
      lines.boss[k] = line.boss;
      lines.weight[k] = line.weight;
      if (line.job !== undefined) {
        job ??= new Int32Array(total).fill(-1);
        job[k] = line.job;
      }
      lines.dotted[k++] = line.dotted ? 1 : 0;
    }
  return job === undefined ? lines : { ...lines, job };
}

const NONE: readonly Line[] = [];

/** Position in the packed lines of the line of greatest weight, the first of equals; -1 without lines. */
export function primaryLine(lines: Lines, seat: Index): number {
  let best = -1;
  for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++)
    if (best < 0 || lines.weight[k]! > lines.weight[best]! + TOLERANCE) best = k;
  return best;
}

/**
 * Resolves the reporting lines of the rows. Lines to nobody, to oneself and to the same person twice are dropped, and a
 * cycle is cut at the primary line of its most senior member (then smallest id): each is an irregularity.
 */
export function resolveLines(
  rows: PeopleRows,
  indexOf: ReadonlyMap<string, Index>,
  unitIndex: ReadonlyMap<string, Index>,
  origin: (seat: Index) => Origin,
  whole: Origin,
): { lines: Lines; irregularities: readonly Irregularity[] } {
  const irregularities: Irregularity[] = [];
  const unknown: [Index, string][] = [];
  const selves: Index[] = [];
  const doubled: Index[] = [];
  const scaledSeats: Index[] = [];
  const single = new Int32Array(rows.count).fill(-1);
  const several = new Map<Index, readonly Line[]>();

  for (let seat = 0; seat < rows.count; seat++) {
    const written = rows.lines.get(seat);
    const name = rows.manager[seat]!;
    if (written === undefined) {
      if (name === '') continue;
      const boss = indexOf.get(name);
      if (boss === undefined) unknown.push([seat, name]);
      else if (boss === seat) selves.push(seat);
      else single[seat] = boss;
      continue;
    }
    const kept: Line[] = [];
    for (const line of written) {
      const boss = indexOf.get(line.to);
      if (boss === undefined) unknown.push([seat, line.to]);
      else if (boss === seat) selves.push(seat);
      else {
        const job = line.job === undefined ? undefined : unitIndex.get(line.job);
        if (kept.some((other) => other.boss === boss && other.job === job)) doubled.push(seat);
        else kept.push({ boss, dotted: line.kind === 'dotted', weight: line.weight, ...given({ job }) });
      }
    }
    if (kept.length === 0) continue;
    // What was dropped is told above; only weights that were wrong as written are told as such.
    const weighed = weigh(kept);
    if (weighed.scaled && kept.length === written.length) scaledSeats.push(seat);
    if (weighed.lines.length === 1) single[seat] = weighed.lines[0]!.boss;
    if (weighed.lines.length > 1 || weighed.lines[0]!.dotted || weighed.lines[0]!.job !== undefined)
      several.set(seat, weighed.lines);
  }

  const cut = (seat: Index) => {
    const now = several.get(seat) ?? [{ boss: single[seat]!, dotted: false, weight: 1 }];
    const primary = now.reduce(
      (best, line) => (line.weight > best.weight + TOLERANCE ? line : best),
      now[0]!,
    );
    const rest = now.filter((line) => line !== primary);
    several.set(
      seat,
      rest.length > 0 ? weigh(rest.map((line) => ({ ...line, weight: line.weight }))).lines : NONE,
    );
    single[seat] = -1;
  };
  const primaryBoss = (seat: Index): Index => {
    const own = several.get(seat);
    if (own === undefined) return single[seat]!;
    return own.length === 0
      ? -1
      : own.reduce((best, line) => (line.weight > best.weight + TOLERANCE ? line : best)).boss;
  };
  const seniority = (seat: Index) =>
    Number.isNaN(rows.level[seat]!) ? Number.NEGATIVE_INFINITY : rows.level[seat]!;
  const topOf = (cycle: readonly Index[]): Index =>
    cycle.reduce((best, seat) =>
      seniority(seat) > seniority(best) ||
      (seniority(seat) === seniority(best) && rows.id[seat]! < rows.id[best]!)
        ? seat
        : best,
    );
  for (
    let cycles = findCycles(rows.count, primaryBoss);
    cycles.length > 0;
    cycles = findCycles(rows.count, primaryBoss)
  )
    for (const cycle of listedBy(cycles, rows, topOf)) {
      const top = topOf(cycle);
      irregularities.push({
        kind: 'reporting-cycle',
        members: cycle,
        detail: [rows.id[top]!],
        at: origin(top),
      });
      cut(top);
    }

  const irregular = (kind: Irregularity['kind'], seats: readonly Index[], detail: readonly string[] = []) => {
    if (seats.length > 0)
      irregularities.push({ kind, members: seats, detail, at: origin(seats[0]!) ?? whole });
  };
  const lost = listedBy(unknown, rows, ([seat]) => seat);
  irregular(
    'unknown-manager',
    lost.map(([seat]) => seat),
    lost.map(([, to]) => to),
  );
  irregular('self-report', listed(selves, rows));
  irregular('duplicate-line', listed(doubled, rows));
  irregular('weights-not-one', listed(scaledSeats, rows));
  const lines = singleLines(single);
  return { lines: several.size === 0 ? lines : relined(lines, rows.count, several), irregularities };
}

/** One solid line of each seat, to its boss; none where that is -1. */
function singleLines(bosses: Int32Array): Lines {
  const start = new Int32Array(bosses.length + 1);
  for (let seat = 0; seat < bosses.length; seat++)
    start[seat + 1] = start[seat]! + (bosses[seat]! < 0 ? 0 : 1);
  const boss = bosses.filter((one) => one >= 0);
  return {
    start,
    boss,
    weight: new Float64Array(boss.length).fill(1),
    dotted: new Uint8Array(boss.length),
  };
}

/** Cycles of the map from a seat to its boss; each seat is visited once. */
export function findCycles(count: number, boss: (seat: Index) => Index): Index[][] {
  const colour = new Int32Array(count);
  const cycles: Index[][] = [];
  for (let from = 0; from < count; from++) {
    let seat = from;
    while (seat >= 0 && colour[seat] === 0) {
      colour[seat] = from + 1;
      seat = boss(seat);
    }
    if (seat < 0 || colour[seat] !== from + 1) continue;
    const cycle: Index[] = [];
    let member = seat;
    do {
      cycle.push(member);
      member = boss(member);
    } while (member !== seat);
    cycles.push(cycle);
  }
  return cycles;
}

const jobAt = (job: Int32Array | undefined, k: number): { readonly job?: Index } =>
  job === undefined || job[k]! < 0 ? {} : { job: job[k]! };

/** The lines of one seat, in the order written. */
export function linesOf({ start, boss, dotted, weight, job }: Lines, seat: Index): Line[] {
  const own: Line[] = [];
  for (let k = start[seat]!; k < start[seat + 1]!; k++)
    own.push({ boss: boss[k]!, dotted: dotted[k] === 1, weight: weight[k]!, ...jobAt(job, k) });
  return own;
}

/**
 * The lines of one seat with another boss at the end of the primary one; two lines to one boss become one. Who has none
 * gets one solid line.
 */
export function linesUnder(lines: Lines, seat: Index, boss: Index): Line[] {
  const first = primaryLine(lines, seat) - lines.start[seat]!;
  if (first < 0) return [{ boss, dotted: false, weight: 1 }];
  const own = linesOf(lines, seat);
  const doubled = own.reduce(
    (sum, line, at) => (at !== first && line.boss === boss ? sum + line.weight : sum),
    0,
  );
  return own.flatMap((line, at) => {
    if (at === first) return [{ ...line, boss, weight: line.weight + doubled }];
    return line.boss === boss ? [] : [line];
  });
}

/** The same lines but for some seats. Linear in the lines; what stays between two that change is copied as it is. */
export function relined(lines: Lines, count: number, changed: ReadonlyMap<Index, readonly Line[]>): Lines {
  const sources = lines.start.length - 1;
  const anew = [...changed.keys()].sort((a, b) => a - b);
  const fresh = packLines(anew.length, (at) => changed.get(anew[at]!)!);
  const start = new Int32Array(count + 1);
  let total = 0;
  for (let seat = 0, next = 0; seat < count; seat++) {
    if (anew[next] === seat) total += changed.get(anew[next++]!)!.length;
    else if (seat < sources) total += lines.start[seat + 1]! - lines.start[seat]!;
    start[seat + 1] = total;
  }
  const column = <C extends Int32Array | Float64Array | Uint8Array>(
    own: C | undefined,
    others: C | undefined,
    into: C,
  ): C => {
    let from = 0;
    const copy = (to: number) => {
      const [first, last] = [Math.min(from, sources), Math.min(to, sources)];
      if (own !== undefined) into.set(own.subarray(lines.start[first]!, lines.start[last]!), start[from]!);
    };
    anew.forEach((seat, at) => {
      copy(seat);
      if (others !== undefined)
        into.set(others.subarray(fresh.start[at]!, fresh.start[at + 1]!), start[seat]!);
      from = seat + 1;
    });
    copy(count);
    return into;
  };
  const isOfJobs = lines.job !== undefined || fresh.job !== undefined;
  const job = isOfJobs ? column(lines.job, fresh.job, new Int32Array(total).fill(-1)) : undefined;
  return {
    start,
    boss: column(lines.boss, fresh.boss, new Int32Array(total)),
    weight: column(lines.weight, fresh.weight, new Float64Array(total)),
    dotted: column(lines.dotted, fresh.dotted, new Uint8Array(total)),
    ...(job?.some((unit) => unit >= 0) ? { job } : {}),
  };
}
