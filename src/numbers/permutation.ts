import { comparisonOf, omegasOf, rowsWithGroup } from './omega.ts';
import { numbersFrom } from './random.ts';

/** Draws of groups at random, at most. */
export const PERMUTATIONS = 999;
/** After so many draws that explain as much, chance explains it: no use in more of them. */
const ENOUGH = 50;
/** Rows compared at most: with so many, groups that explain 3 % are already told from chance. */
export const MOST_ROWS = 500;
const SEED = 1;
/** Above this chance a grouping may be random. */
export const SIGNIFICANT = 0.05;

/** What groups may differ in: one column, or several that are judged together. */
interface Outcome {
  readonly columns: readonly Float64Array[];
}

interface Significance {
  /** Chance that groups of the same sizes drawn at random explain as much; null where so few rows cannot tell. */
  readonly p: number | null;
  /** The same for each outcome, in their order. */
  readonly pByOutcome: readonly (number | null)[];
  /** Rows that were compared. */
  readonly rows: number;
}

/** Mean of the values that are there; NaN for none. */
export const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  let known = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    known++;
  }
  return sum / known;
};

/** ln n! */
const logFactorial = (n: number): number => {
  let sum = 0;
  for (let i = 2; i <= n; i++) sum += Math.log(i);
  return sum;
};

/** How many different groupings of these sizes there are, as a logarithm; groups of one size are interchangeable. */
function logGroupings(codes: ArrayLike<number>): number {
  const sizes = new Map<number, number>();
  for (let i = 0; i < codes.length; i++) sizes.set(codes[i]!, (sizes.get(codes[i]!) ?? 0) + 1);
  const alike = new Map<number, number>();
  for (const size of sizes.values()) alike.set(size, (alike.get(size) ?? 0) + 1);
  let log = logFactorial(codes.length);
  for (const size of sizes.values()) log -= logFactorial(size);
  for (const count of alike.values()) log -= logFactorial(count);
  return log;
}

/**
 * Permutation test of a grouping: the groups are dealt out again among the rows, 999 times, and p is the share of
 * all draws, the real one included, in which the mean ω² over the outcomes is at least as high. For one outcome of
 * several columns this is PERMANOVA on Euclidean distances (Anderson 2001), whose F rises and falls with ω². It ends
 * sooner once 50 draws did as well (Besag and Clifford 1991), which no chance near 5 % brings about. A fixed seed; more than 500 rows are a sample of so many. Where there are so few groupings that even the best one would
 * come about by chance more often than 5 % of the time, p is null. Cost: rows of the sample × columns × draws.
 */
export function significanceOf(outcomes: readonly Outcome[], codes: ArrayLike<number>): Significance {
  const fill = numbersFrom(SEED);
  const all = rowsWithGroup(codes);
  const rows =
    all.length <= MOST_ROWS
      ? all
      : dealOut(all, fill(new Float64Array(all.length)))
          .slice(0, MOST_ROWS)
          .sort();
  const groupAt = Int32Array.from(rows, (row) => codes[row]!);
  const unknown = { p: null, pByOutcome: outcomes.map(() => null), rows: rows.length };
  if (logGroupings(groupAt) < Math.log(1 / SIGNIFICANT)) return unknown;
  const columns = outcomes.map((outcome) => outcome.columns);
  const comparison = comparisonOf(columns, rows, groupAt);
  const real = new Float64Array(outcomes.length);
  omegasOf(comparison, groupAt, real);
  const realMean = meanOf(real);
  // Nothing varies: nothing would, however often the groups are dealt out.
  if (Number.isNaN(realMean)) return unknown;
  let asMuch = 1;
  const asMuchBy = outcomes.map(() => 1);
  const numbers = new Float64Array(rows.length);
  const drawn = new Float64Array(outcomes.length);
  let draws = 0;
  for (; draws < PERMUTATIONS && asMuch <= ENOUGH; draws++) {
    fill(numbers);
    dealOut(groupAt, numbers);
    omegasOf(comparison, groupAt, drawn);
    if (isAtLeast(meanOf(drawn), realMean)) asMuch++;
    for (let at = 0; at < drawn.length; at++) if (isAtLeast(drawn[at]!, real[at]!)) asMuchBy[at]!++;
  }
  const share = (count: number, value: number) => (Number.isNaN(value) ? null : count / (draws + 1));
  return {
    p: share(asMuch, realMean),
    pByOutcome: asMuchBy.map((count, at) => share(count, real[at]!)),
    rows: rows.length,
  };
}

const isAtLeast = (value: number, than: number): boolean => value >= than - 1e-12;

/** Deals a list out again in place, in any order equally likely (Fisher and Yates). */
function dealOut(list: Int32Array, numbers: Float64Array): Int32Array {
  for (let at = 0, left = list.length; left > 0; at++) {
    const other = Math.floor(numbers[at]! * left--);
    const last = list[left]!;
    list[left] = list[other]!;
    list[other] = last;
  }
  return list;
}
