/** Rows that are alike in some columns, as kinds, in the order of their first rows. */
export interface Kinds {
  /** The kind of each row. */
  readonly of: Int32Array;
  /** The first row of each kind. */
  readonly first: readonly number[];
  /** How many rows each kind has. */
  readonly counts: readonly number[];
}

/** Tells so many rows apart by columns of text, each of which may end before the last row. Linear. */
export function kindsOf(rows: number, columns: readonly (readonly string[])[]): Kinds {
  let kinds: Kinds | undefined;
  for (const column of columns) {
    const texts = byText(rows, column);
    // What is the same in all rows tells none apart.
    if (kinds === undefined || kinds.first.length === 1) kinds = texts;
    else if (texts.first.length > 1) kinds = divided(kinds, texts);
  }
  return kinds ?? byText(rows, []);
}

/** Rows by what they have at their place, in the order of the first of each. */
function kindsBy<Key>(rows: number, keyAt: (row: number) => Key): Kinds {
  const of = new Int32Array(rows);
  const [first, counts]: [number[], number[]] = [[], []];
  const known = new Map<Key, number>();
  for (let row = 0; row < rows; row++) {
    const key = keyAt(row);
    let kind = known.get(key);
    if (kind === undefined) {
      kind = first.length;
      known.set(key, kind);
      first.push(row);
      counts.push(0);
    }
    of[row] = kind;
    counts[kind]!++;
  }
  return { of, first, counts };
}

const byText = (rows: number, column: readonly string[]): Kinds =>
  kindsBy(rows, (row) => (row < column.length ? column[row]! : ''));

/** Kinds of rows that are of one kind in both. */
const divided = (one: Kinds, other: Kinds): Kinds =>
  kindsBy(one.of.length, (row) => one.of[row]! * other.first.length + other.of[row]!);
