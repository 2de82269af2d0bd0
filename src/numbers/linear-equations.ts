/**
 * Solves linear equations by elimination, with the largest pivot first. Cost: cubic in the unknowns.
 * @param equations - A row for each equation: the factors of the unknowns, then the right side. They are changed.
 * @returns The unknowns. Not finite where the equations do not settle them.
 */
export function solveEquations(equations: number[][]): number[] {
  const rows = equations;
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let r = column + 1; r < n; r++)
      if (Math.abs(rows[r]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = r;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const divisor = rows[column]![column]!;
    for (let k = column; k <= n; k++) rows[column]![k]! /= divisor;
    for (let r = 0; r < n; r++) {
      const factor = rows[r]![column]!;
      if (r === column || factor === 0) continue;
      for (let k = column; k <= n; k++) rows[r]![k]! -= factor * rows[column]![k]!;
    }
  }
  return rows.map((row) => row[n]!);
}
