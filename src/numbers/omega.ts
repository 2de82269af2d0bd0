interface VarianceExplained {
  readonly groups: number;
  /** F statistic; NaN where nothing varies inside the groups, or there are not more observations than groups. */
  readonly f: number;
  /** R² (η²), which rises with the number of groups. */
  readonly rSquared: number;
  /** ω² = (SSB − (k − 1)·MSW) / (SST + MSW), which does not. */
  readonly omegaSquared: number;
}

/**
 * Variance of one or several columns together that a grouping of some rows explains, ready to be asked for one grouping
 * after another: `codeAt[i]` is the group of `rows[i]`. Rows with a missing value in any column are left out.
 */
interface Explainer {
  /** Rows that have a value in every column. */
  readonly rows: number;
  explainedBy(codeAt: ArrayLike<number>): VarianceExplained;
}

/** The places of the rows that have a value in every column. */
function knownPlaces(columns: readonly ArrayLike<number>[], rows: ArrayLike<number>): Int32Array {
  const places = new Int32Array(rows.length);
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    let known = true;
    for (let at = 0; at < columns.length && known; at++) known = !Number.isNaN(columns[at]![rows[place]!]!);
    if (known) places[count++] = place;
  }
  return places.slice(0, count);
}

/** Differences of this relative size come from the last digits of a number. */
const ROUNDING = 8 * Number.EPSILON;

/** Prepares columns for one analysis of variance after another; linear in rows times columns, as each analysis is. */
export function explainer(columns: readonly ArrayLike<number>[], rows: ArrayLike<number>): Explainer {
  const places = knownPlaces(columns, rows);
  const [count, width] = [places.length, columns.length];
  // Deviations from the mean rather than raw sums: NIST's data lose their digits otherwise. Row by row, as they are read.
  const deviations = new Float64Array(count * width);
  let total = 0;
  columns.forEach((column, at) => {
    let sum = 0;
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < count; i++) {
      const value = column[rows[places[i]!]!]!;
      sum += value;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    // What is one value for all, but for rounding, differs in nothing that groups could explain.
    if (most - least <= ROUNDING * Math.max(Math.abs(most), Math.abs(least))) return;
    for (let i = 0; i < count; i++) {
      const deviation = column[rows[places[i]!]!]! - sum / count;
      deviations[i * width + at] = deviation;
      total += deviation * deviation;
    }
  });
  let [members, sums] = [new Float64Array(0), new Float64Array(0)];
  return {
    rows: count,
    explainedBy: (codeAt) => {
      members.fill(0);
      sums.fill(0);
      for (let i = 0, from = 0; i < count; i++) {
        const code = codeAt[places[i]!]!;
        if (code >= members.length) {
          members = extended(members, code + 1);
          sums = extended(sums, (code + 1) * width);
        }
        members[code]!++;
        for (let to = code * width, end = to + width; to < end; to++, from++) sums[to]! += deviations[from]!;
      }
      let between = 0;
      let filled = 0;
      for (let code = 0; code < members.length; code++) {
        const size = members[code]!;
        if (size === 0) continue;
        filled++;
        for (let at = code * width, end = at + width; at < end; at++) between += sums[at]! ** 2 / size;
      }
      return statistics(between, total, count, filled);
    },
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
  return explainer(columns, rows).explainedBy(Int32Array.from(rows, (row) => codes[row]!));
}
