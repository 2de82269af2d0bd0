interface VarianceExplained {
  readonly groups: number;
  /** F statistic; NaN where nothing varies inside the groups, or there are not more observations than groups. */
  readonly f: number;
  /** R² (η²), which rises with the number of groups. */
  readonly rSquared: number;
  /** ω² = (SSB − (k − 1)·MSW) / (SST + MSW), which does not. */
  readonly omegaSquared: number;
}

/** Columns that are judged together; a row with a missing value in any of them is left out. */
type Together = readonly ArrayLike<number>[];

/** Which of the rows have a value in every column. */
const areKnown = (columns: Together, rows: ArrayLike<number>): readonly boolean[] =>
  Array.from(rows, (row) => columns.every((column) => !Number.isNaN(column[row]!)));

/** Differences of this relative size come from the last digits of a number. */
const ROUNDING = 8 * Number.EPSILON;

/** An outcome as columns of a table. */
interface Deviations {
  readonly from: number;
  readonly to: number;
  /** The column with 1 for each row that has a value in every column. */
  readonly counted: number;
  readonly count: number;
  /** Squared deviations, added up. */
  readonly total: number;
}

/** Outcomes side by side, ready for one grouping of their rows after another. */
interface Comparison {
  readonly outcomes: readonly Deviations[];
  /** Row by row, as they are read: 1, then deviations from the mean; what is left out deviates by nothing. */
  readonly table: Float64Array;
  readonly width: number;
  /** The table added up by group, as it was last. */
  readonly sums: Float64Array;
}

/**
 * Prepares outcomes for one analysis of variance after another; linear in rows times columns, as each analysis is.
 * @param groupAt - The group of each of the rows; none of a higher number comes later.
 */
export function comparisonOf(
  outcomes: readonly Together[],
  rows: ArrayLike<number>,
  groupAt: Int32Array,
): Comparison {
  const known = outcomes.map((columns) => areKnown(columns, rows));
  const hasGaps = known.map((rows) => rows.includes(false));
  const width = outcomes.reduce((sum, { length }, at) => sum + length + (hasGaps[at] ? 1 : 0), 1);
  const table = new Float64Array(rows.length * width);
  for (let i = 0; i < table.length; i += width) table[i] = 1;
  let free = 1;
  const prepared = outcomes.map((columns, outcome): Deviations => {
    const has = known[outcome]!;
    const count = has.filter(Boolean).length;
    const counted = hasGaps[outcome] ? free++ : 0;
    if (counted > 0) for (let i = 0; i < rows.length; i++) table[i * width + counted] = has[i] ? 1 : 0;
    const from = free;
    free += columns.length;
    let total = 0;
    columns.forEach((column, at) => {
      let sum = 0;
      let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (let i = 0; i < rows.length; i++) {
        if (!has[i]) continue;
        const value = column[rows[i]!]!;
        sum += value;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      // What is one value for all, but for rounding, differs in nothing that groups could explain.
      if (most - least <= ROUNDING * Math.max(Math.abs(most), Math.abs(least))) return;
      for (let i = 0; i < rows.length; i++) {
        if (!has[i]) continue;
        // From the mean rather than raw sums: NIST's data lose their digits otherwise.
        const deviation = column[rows[i]!]! - sum / count;
        table[i * width + from + at] = deviation;
        total += deviation * deviation;
      }
    });
    return { from, to: free, counted, count, total };
  });
  let groups = 0;
  for (let i = 0; i < groupAt.length; i++) groups = Math.max(groups, groupAt[i]! + 1);
  return { outcomes: prepared, table, width, sums: new Float64Array(groups * width) };
}

/** Puts each row of a comparison in a group. */
function putInGroups({ table, width, sums }: Comparison, groupAt: Int32Array): void {
  for (let at = 0; at < sums.length; at++) sums[at] = 0;
  for (let i = 0, from = 0; i < groupAt.length; i++)
    for (let to = groupAt[i]! * width, end = to + width; to < end; to++, from++) sums[to]! += table[from]!;
}

/** ω² of each outcome for one grouping, into a list. */
export function omegasOf(comparison: Comparison, groupAt: Int32Array, into: Float64Array): void {
  putInGroups(comparison, groupAt);
  for (let at = 0; at < into.length; at++) into[at] = explained(comparison, at).omegaSquared;
}

/** What the groups that rows were put in last explain of an outcome. */
function explained({ outcomes, sums, width }: Comparison, outcome: number): VarianceExplained {
  const { from, to, counted, count, total } = outcomes[outcome]!;
  let between = 0;
  let k = 0;
  for (let row = 0; row < sums.length; row += width) {
    const size = sums[row + counted]!;
    if (size === 0) continue;
    k++;
    for (let at = row + from; at < row + to; at++) between += sums[at]! ** 2 / size;
  }
  return statistics(between, total, count, k);
}

function statistics(between: number, total: number, rows: number, k: number): VarianceExplained {
  if (k < 2 || rows <= k || !(total > 0))
    return { groups: k, f: Number.NaN, rSquared: Number.NaN, omegaSquared: Number.NaN };
  const meanSquareWithin = (total - between) / (rows - k);
  return {
    groups: k,
    f: meanSquareWithin > 0 ? between / (k - 1) / meanSquareWithin : Number.NaN,
    rSquared: between / total,
    omegaSquared: (between - (k - 1) * meanSquareWithin) / (total + meanSquareWithin),
  };
}

/** The rows that have a group. */
export function rowsWithGroup(codes: ArrayLike<number>): Int32Array {
  const rows = new Int32Array(codes.length);
  let count = 0;
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) rows[count++] = row;
  return rows.subarray(0, count);
}

/**
 * One-way analysis of variance of one or several columns together (sums of squares added up over the columns, as in
 * PERMANOVA on Euclidean distances); rows without a group (-1), or with a missing value in any column, left out. ω² after
 * Hays 1963; 0 or less means that the groups explain nothing. Fewer than two groups, or no more rows than groups: all NaN.
 * Linear in rows times columns.
 */
export function varianceExplained(
  columns: readonly ArrayLike<number>[],
  codes: ArrayLike<number>,
): VarianceExplained {
  const rows = rowsWithGroup(codes);
  const groupAt = Int32Array.from(rows, (row) => codes[row]!);
  const comparison = comparisonOf([columns], rows, groupAt);
  putInGroups(comparison, groupAt);
  return explained(comparison, 0);
}
