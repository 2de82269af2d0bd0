/**
 * Gives each of `rows` a column of its own so that the sum of the values is greatest; -1 for rows that no column is left
 * for. Rows × columns values, finite. Kuhn's method with potentials (Jonker and Volgenant's form): rows² × columns.
 */
export function bestMatching(
  rows: number,
  columns: number,
  value: (row: number, column: number) => number,
): Int32Array {
  // Columns that nobody is behind, so that every row finds one.
  const width = Math.max(rows, columns);
  const cost = (row: number, column: number) => (column < columns ? -value(row, column) : 0);
  const ofRow = new Float64Array(rows + 1);
  const ofColumn = new Float64Array(width + 1);
  const rowOf = new Int32Array(width + 1);
  const via = new Int32Array(width + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(width + 1);
    do {
      used[column] = 1;
      const at = rowOf[column]!;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let to = 1; to <= width; to++) {
        if (used[to] === 1) continue;
        const reduced = cost(at - 1, to - 1) - ofRow[at]! - ofColumn[to]!;
        if (reduced < least[to]!) {
          least[to] = reduced;
          via[to] = column;
        }
        if (least[to]! < step) {
          step = least[to]!;
          next = to;
        }
      }
      for (let to = 0; to <= width; to++)
        if (used[to] === 1) {
          ofRow[rowOf[to]!]! += step;
          ofColumn[to]! -= step;
        } else least[to]! -= step;
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[via[column]!]!;
      column = via[column]!;
    }
  }
  const found = new Int32Array(rows).fill(-1);
  for (let column = 1; column <= width; column++)
    if (rowOf[column]! > 0 && column <= columns) found[rowOf[column]! - 1] = column - 1;
  return found;
}
