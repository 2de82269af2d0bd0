export interface VarianceExplained {
  readonly groups: number;
  /** F statistic; NaN where nothing varies inside the groups, or there are not more observations than groups. */
  readonly f: number;
  /** R² (η²), which rises with the number of groups. */
  readonly rSquared: number;
  /** ω² = (SSB − (k − 1)·MSW) / (SST + MSW), which does not. */
  readonly omegaSquared: number;
}

/**
 * One-way analysis of variance of one or several columns together (sums of squares added up over the columns), rows with
 * a missing value in any column left out. ω² after Hays 1963; 0 or less means that the groups explain nothing.
 * Fewer than two groups, or no more rows than groups: all NaN. Linear in rows times columns.
 */
export function varianceExplained(
  columns: readonly ArrayLike<number>[],
  codes: ArrayLike<number>,
): VarianceExplained {
  const rows: number[] = [];
  for (let row = 0; row < codes.length; row++)
    if (codes[row]! >= 0 && columns.every((column) => !Number.isNaN(column[row]!))) rows.push(row);
  let between = 0;
  let total = 0;
  const members = new Map<number, number>();
  for (const row of rows) members.set(codes[row]!, (members.get(codes[row]!) ?? 0) + 1);
  for (const column of columns) {
    const mean = rows.reduce((sum, row) => sum + column[row]!, 0) / rows.length;
    // Deviations from the mean rather than raw sums: NIST's data lose their digits otherwise.
    const deviation = new Map<number, number>();
    for (const row of rows) {
      const d = column[row]! - mean;
      total += d * d;
      deviation.set(codes[row]!, (deviation.get(codes[row]!) ?? 0) + d);
    }
    for (const [code, sum] of deviation) between += (sum * sum) / members.get(code)!;
  }
  const k = members.size;
  const within = total - between;
  if (k < 2 || rows.length <= k || !(total > 0))
    return { groups: k, f: Number.NaN, rSquared: Number.NaN, omegaSquared: Number.NaN };
  const msw = within / (rows.length - k);
  return {
    groups: k,
    f: msw > 0 ? between / (k - 1) / msw : Number.NaN,
    rSquared: between / total,
    omegaSquared: (between - (k - 1) * msw) / (total + msw),
  };
}
