/** Numbers of all rows. */
type Numbers = Float64Array | Int16Array | Uint8Array;

/** A row of a table of columns: the value of each; of a column that only few rows have, or none, undefined. */
export type RowOf<Columns> = {
  readonly [Name in keyof Columns as Columns[Name] extends readonly unknown[] | Numbers
    ? Name
    : never]: Columns[Name] extends readonly (infer Value)[] ? Value : number;
};

/** Some columns of a table. */
export const someColumns = <Columns, Name extends keyof Columns>(
  columns: Columns,
  names: readonly Name[],
): Pick<Columns, Name> =>
  Object.fromEntries(names.map((name) => [name, columns[name]])) as Pick<Columns, Name>;

/** Reads rows of a table one by one. */
export function rowReader<Columns extends object>(columns: Columns): (row: number) => RowOf<Columns> {
  const read = Object.entries(columns).filter(([, column]) => Array.isArray(column) || isNumbers(column));
  return (row) => {
    const values: Record<string, unknown> = {};
    for (const [name, column] of read) values[name] = column[row];
    return values as RowOf<Columns>;
  };
}

const isNumbers = (column: unknown): column is Numbers => ArrayBuffer.isView(column);

const emptyAs = (column: Numbers, length: number): Numbers =>
  new (column.constructor as new (length: number) => Numbers)(length);

/** Whether each row has an entry, up to the last one that has. */
function isGiven(rows: ReadonlyMap<number, unknown>): Uint8Array {
  let last = -1;
  for (const row of rows.keys()) last = Math.max(last, row);
  const given = new Uint8Array(last + 1);
  for (const row of rows.keys()) given[row] = 1;
  return given;
}

function columnAt(column: unknown, order: ArrayLike<number>): unknown {
  // Loops, since from() goes through an iterator: four times slower, for each of a dozen columns.
  if (Array.isArray(column)) {
    const taken = new Array<unknown>(order.length);
    for (let at = 0; at < order.length; at++) taken[at] = column[order[at]!];
    return taken;
  }
  if (isNumbers(column)) {
    const taken = emptyAs(column, order.length);
    for (let at = 0; at < order.length; at++) taken[at] = column[order[at]!]!;
    return taken;
  }
  if (!(column instanceof Map) || column.size === 0) return column;
  const [first] = column.keys();
  if (typeof first === 'string')
    return new Map([...column].map(([name, one]) => [name, columnAt(one, order)]));
  const given = isGiven(column);
  const taken = new Map<number, unknown>();
  for (let at = 0; at < order.length; at++)
    if (given[order[at]!] === 1) taken.set(at, column.get(order[at]!));
  return taken;
}

/**
 * The rows of a table at some places, in that order. A column is a list or an array of numbers, a map from row to value where
 * few rows have one, or a map from name to column; whatever else is in the table stays as it is. Linear in what is taken.
 */
export function rowsAt<Columns extends object>(columns: Columns, order: ArrayLike<number>): Columns {
  // Fields that nothing is given for are one and the same list.
  const taken = new Map<unknown, unknown>();
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => {
      if (!taken.has(column)) taken.set(column, columnAt(column, order));
      return [name, taken.get(column)];
    }),
  ) as Columns;
}

/** A table with rows after its own. What they do not say is not given: '' or NaN; what is no column stays as it is. */
export function withRows<Columns extends object>(
  columns: Columns,
  added: readonly Partial<RowOf<Columns>>[],
): Columns {
  const longer = (column: unknown, values: readonly unknown[]): unknown => {
    // No list that grew: it would have room for half as many again.
    if (Array.isArray(column)) return column.concat(values.map((value) => value ?? ''));
    if (!isNumbers(column)) return column;
    const numbers = emptyAs(column, column.length + added.length);
    numbers.set(column);
    numbers.set(
      values.map((value) => (value as number | undefined) ?? Number.NaN),
      column.length,
    );
    return numbers;
  };
  const notGiven = added.map(() => undefined);
  const without = new Map<unknown, unknown>();
  const extended = Object.entries(columns).map(([name, column]) => {
    const values = added.map((row) => (row as Record<string, unknown>)[name]);
    if (values.some((value) => value !== undefined)) return [name, longer(column, values)];
    if (!without.has(column)) without.set(column, longer(column, notGiven));
    return [name, without.get(column)];
  });
  return Object.fromEntries(extended) as Columns;
}

/** The row of each id; of ids that repeat, the last. */
export function rowsById<Id extends string | number>(ids: readonly Id[]): Map<Id, number> {
  const rows = new Map<Id, number>();
  for (let row = 0; row < ids.length; row++) rows.set(ids[row]!, row);
  return rows;
}
