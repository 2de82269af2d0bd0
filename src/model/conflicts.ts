import { given } from '../base/given.ts';
import { unlessAsToday } from './as-today.ts';
import { packLines, TOLERANCE } from './lines.ts';
import type { Index, Organisation } from './organisation.ts';
import { seatsOfSeveral } from './tree.ts';

/** Most people have one line: nothing is made for them. */
const NONE: readonly number[] = [];

/**
 * The second lines that have nearly the influence of the first one: a dual-reporting conflict. Lines that come from
 * another job of the person are none.
 */
export function conflictingLines(organisation: Organisation, seat: Index): readonly number[] {
  const { lines, policy } = organisation;
  const from = lines.start[seat]!;
  const to = lines.start[seat + 1]!;
  if (to - from < 2) return NONE;
  let first = from;
  for (let k = from + 1; k < to; k++) if (lines.weight[k]! > lines.weight[first]! + TOLERANCE) first = k;
  const limit = policy.conflictRatio * lines.weight[first]! - TOLERANCE;
  const others: number[] = [];
  for (let k = from; k < to; k++)
    if (k !== first && lines.weight[k]! >= limit && lines.job?.[k] === lines.job?.[first]) others.push(k);
  if (others.length === 0) return NONE;
  // As tens of thousands have in a matrix.
  if (others.length === 1) return [first, others[0]!];
  return [first, ...others.sort((a, b) => lines.weight[b]! - lines.weight[a]!)];
}

/** A boss under whom somebody counts by a share; the hours of one of several jobs belong to the unit of the `job`. */
export interface SharingBoss {
  readonly boss: Index;
  readonly share: number;
  /** Department of the job, -1 = that of the seat itself; left out where the boss's own unit counts. */
  readonly job?: Index;
}

/** Somebody who counts under several bosses, by these shares. */
interface SharedSeat {
  readonly seat: Index;
  readonly bosses: readonly SharingBoss[];
}

const hasLinesOfToday = (design: Organisation, today: Organisation): boolean =>
  design.lines === today.lines && design.policy.conflictRatio === today.policy.conflictRatio;

/** People in a dual-reporting conflict, and how much each of the bosses counts; found once. */
export const conflictsOf = unlessAsToday(hasLinesOfToday, (organisation): readonly SharedSeat[] => {
  const { people, lines } = organisation;
  const found: SharedSeat[] = [];
  // In a matrix tens of thousands have the same two bosses: one list for all of them.
  const pairs = new Map<number, readonly SharingBoss[]>();
  for (const seat of seatsOfSeveral(lines)) {
    const equal = conflictingLines(organisation, seat);
    if (equal.length === 0) continue;
    const [first, second] = [equal[0]!, equal[1]!];
    const isPair = equal.length === 2 && lines.weight[first] === 0.5 && lines.weight[second] === 0.5;
    const pair = lines.boss[first]! * people.count + lines.boss[second]!;
    let bosses = isPair ? pairs.get(pair) : undefined;
    if (bosses === undefined) {
      const total = equal.reduce((sum, k) => sum + lines.weight[k]!, 0);
      bosses = equal.map((k) => ({ boss: lines.boss[k]!, share: lines.weight[k]! / total }));
      if (isPair) pairs.set(pair, bosses);
    }
    found.push({ seat, bosses });
  }
  return found;
});

/**
 * People whose work is under several bosses: those in a dual-reporting conflict, and those of several jobs, whose hours
 * belong to each job by the weight of its lines. Linear in the lines.
 */
export const sharedSeatsOf = unlessAsToday(hasLinesOfToday, (organisation): readonly SharedSeat[] => {
  const { lines } = organisation;
  const conflicts = conflictsOf(organisation);
  if (lines.job === undefined) return conflicts;
  const inConflict = new Map(conflicts.map((one) => [one.seat, one]));
  const found: SharedSeat[] = [];
  for (const seat of seatsOfSeveral(lines)) {
    const conflict = inConflict.get(seat);
    const jobs = new Map<Index, { weight: number; first: number }>();
    for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++) {
      const job = jobs.get(lines.job[k]!);
      if (job === undefined) jobs.set(lines.job[k]!, { weight: lines.weight[k]!, first: k });
      else {
        job.weight += lines.weight[k]!;
        if (lines.weight[k]! > lines.weight[job.first]! + TOLERANCE) job.first = k;
      }
    }
    if (jobs.size < 2) {
      if (conflict !== undefined) found.push(conflict);
      continue;
    }
    const [disputed] = conflictingLines(organisation, seat);
    const bosses = [...jobs].flatMap(([job, { weight, first }]) =>
      conflict !== undefined && disputed !== undefined && lines.job![disputed] === job
        ? conflict.bosses.map(({ boss, share }) => ({ boss, share: share * weight }))
        : [{ boss: lines.boss[first]!, share: weight, job }],
    );
    found.push({ seat, bosses });
  }
  return found;
});

/** Weight of the line that counts once that is said; the others share the rest, as solid and dotted lines do. */
const COUNTS = 0.7;

/**
 * The organisation with one line of each person in a dual-reporting conflict clearly the first: the one of greatest weight,
 * of equals the one written first. Nobody gets another boss. Linear in the lines.
 */
export function settledLines(organisation: Organisation): Organisation {
  const { lines, people } = organisation;
  const linesOf = (seat: Index) => {
    const [first] = conflictingLines(organisation, seat);
    const own = [];
    for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++)
      own.push({
        k,
        boss: lines.boss[k]!,
        dotted: lines.dotted[k] === 1,
        weight: lines.weight[k]!,
        ...given({ job: lines.job?.[k] }),
      });
    if (first === undefined) return own;
    const rest = 1 - lines.weight[first]!;
    return own.map((line) => ({
      ...line,
      weight: line.k === first ? COUNTS : ((1 - COUNTS) * line.weight) / rest,
    }));
  };
  return { ...organisation, lines: packLines(people.count, linesOf) };
}
