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

/** Variances of several outcomes side by side that a grouping of some rows explains, ready for one grouping after another. */
interface Explainer {
  /** `codeAt[i]` is the group of `rows[i]`; a variance for each outcome, in their order. */
  explainedBy(codeAt: ArrayLike<number>): readonly VarianceExplained[];
}

/** Which of the rows have a value in every column. */
const areKnown = (columns: Together, rows: ArrayLike<number>): readonly boolean[] =>
  Array.from(rows, (row) => columns.every((column) => !Number.isNaN(column[row]!)));

/** Differences of this relative size come from the last digits of a number. */
const ROUNDING = 8 * Number.EPSILON;

/** An outcome as columns of a table of deviations. */
interface Deviations {
  readonly from: number;
  readonly to: number;
  /** Rows that have a value in every column. */
  readonly known: readonly boolean[];
  readonly count: number;
  /** Squared deviations, added up. */
  readonly total: number;
}

/** Prepares outcomes for one analysis of variance after another; linear in rows times columns, as each analysis is. */
export function explainer(outcomes: readonly Together[], rows: ArrayLike<number>): Explainer {
  const width = outcomes.reduce((sum, { length }) => sum + length, 0);
  // Deviations from the mean rather than raw sums: NIST's data lose their digits otherwise. Row by row, as they are read; what is
  // left out deviates by nothing.
  const table = new Float64Array(rows.length * width);
  let columnsBefore = 0;
  const prepared = outcomes.map((columns): Deviations => {
    const known = areKnown(columns, rows);
    const count = known.filter(Boolean).length;
    const from = columnsBefore;
    columnsBefore += columns.length;
    let total = 0;
    columns.forEach((column, at) => {
      let sum = 0;
      let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (let i = 0; i < rows.length; i++) {
        if (!known[i]) continue;
        const value = column[rows[i]!]!;
        sum += value;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      // What is one value for all, but for rounding, differs in nothing that groups could explain.
      if (most - least <= ROUNDING * Math.max(Math.abs(most), Math.abs(least))) return;
      for (let i = 0; i < rows.length; i++) {
        if (!known[i]) continue;
        const deviation = column[rows[i]!]! - sum / count;
        table[i * width + from + at] = deviation;
        total += deviation * deviation;
      }
    });
    return { from, to: columnsBefore, known, count, total };
  });
  const sumsOf = groupSums(table, width);
  return {
    explainedBy: (codeAt) => {
      const { members, sums } = sumsOf(codeAt);
      return prepared.map(({ from, to, known, count, total }) => {
        const sizes = count === known.length ? members : membersOf(codeAt, members.length, known);
        let between = 0;
        let filled = 0;
        for (let code = 0; code < sizes.length; code++) {
          const size = sizes[code]!;
          if (size === 0) continue;
          filled++;
          for (let at = code * width + from, end = code * width + to; at < end; at++)
            between += sums[at]! ** 2 / size;
        }
        return statistics(between, total, count, filled);
      });
    },
  };
}

/** The rows of each group. */
function membersOf(codeAt: ArrayLike<number>, groups: number, counted: readonly boolean[]): Float64Array {
  const members = new Float64Array(groups);
  for (let i = 0; i < codeAt.length; i++) if (counted[i]) members[codeAt[i]!]!++;
  return members;
}

/** Adds up the rows of a table by group, and counts them. */
function groupSums(table: Float64Array, width: number) {
  let [members, sums] = [new Float64Array(0), new Float64Array(0)];
  return (codeAt: ArrayLike<number>) => {
    members.fill(0);
    sums.fill(0);
    for (let i = 0, from = 0; i < codeAt.length; i++) {
      const code = codeAt[i]!;
      if (code >= members.length) {
        members = extended(members, code + 1);
        sums = extended(sums, (code + 1) * width);
      }
      members[code]!++;
      for (let to = code * width, end = to + width; to < end; to++, from++) sums[to]! += table[from]!;
    }
    return { members, sums };
  };
}

function extended(list: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(length);
  longer.set(list);
  return longer;
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
function rowsWithCode(codes: ArrayLike<number>): Int32Array {
  const rows = new Int32Array(codes.length);
  let count = 0;
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) rows[count++] = row;
  return rows.slice(0, count);
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
  const rows = rowsWithCode(codes);
  return explainer([columns], rows).explainedBy(Int32Array.from(rows, (row) => codes[row]!))[0]!;
}
