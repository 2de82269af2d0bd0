import {
  type Fault,
  type NumberStyle,
  parseBoolean,
  parseChoice,
  parseLines,
  parseList,
  parseNumber,
  parseShares,
} from './cells.ts';
import type { ColumnDefinition } from './columns.ts';
import { parseDate } from './dates.ts';

/** A column of numbers that grows as rows are set; what is not set is `fill`. */
export class NumberColumn {
  private values = new Float64Array(0);

  constructor(readonly fill: number) {}

  set(row: number, value: number): void {
    if (row >= this.values.length) this.grow(row + 1);
    this.values[row] = Number.isNaN(value) ? this.fill : value;
  }

  get(row: number): number {
    return this.values[row] ?? this.fill;
  }

  get isEmpty(): boolean {
    return this.values.length === 0;
  }

  finish(count: number): Float64Array {
    if (this.values.length < count) this.grow(count);
    return this.values.slice(0, count);
  }

  private grow(least: number): void {
    const grown = new Float64Array(Math.max(least, this.values.length * 2, 256));
    if (this.fill !== 0) grown.fill(this.fill, this.values.length);
    grown.set(this.values);
    this.values = grown;
  }
}

/** A column of texts that grows as rows are set; what is not set is ''. Repeated texts are stored once if `shared`. */
export class TextColumn {
  private values: string[] = [];
  private readonly known: Map<string, string> | undefined;
  private last = '';

  constructor(shared: boolean) {
    this.known = shared ? new Map() : undefined;
  }

  set(row: number, value: string): void {
    if (value === '' && row >= this.values.length) return;
    while (this.values.length < row) this.values.push('');
    this.values[row] = this.known === undefined ? value : this.share(value, this.known);
  }

  get(row: number): string {
    return this.values[row] ?? '';
  }

  get isEmpty(): boolean {
    return this.values.length === 0;
  }

  finish(count: number): readonly string[] {
    if (this.values.length === 0) this.values = new Array<string>(count).fill('');
    while (this.values.length < count) this.values.push('');
    this.values.length = count;
    return this.values;
  }

  private share(value: string, known: Map<string, string>): string {
    if (value === this.last) return this.last;
    let stored = known.get(value);
    if (stored === undefined) {
      known.set(value, value);
      stored = value;
    }
    this.last = stored;
    return stored;
  }
}

/** Puts a cell, trimmed and '' where not given, into a row. */
export type CellSetter = (row: number, cell: string) => Fault | undefined;

/** Values of the few rows that have one. */
type Few = Map<number, unknown>;

/** Where the values of a field go; `unread` where nobody looks at it: it is there for readers of the file. */
export type Sink = TextColumn | NumberColumn | Few | 'unread';

type Columns = Readonly<Record<string, TextColumn | NumberColumn | Few>>;

/** What goes into a row, by column; what is left out is not given. */
type Values<Of extends Columns> = {
  readonly [Name in keyof Of]?:
    | (Of[Name] extends TextColumn
        ? string
        : Of[Name] extends NumberColumn
          ? number | boolean
          : Of[Name] extends Map<number, infer Value>
            ? Value
            : never)
    | undefined;
};

/** Fills a row; a list that is empty is not given. */
export function setRow<Of extends Columns>(columns: Of, row: number, values: Values<Of>): void {
  for (const name in columns) {
    const column = columns[name]!;
    const value = values[name];
    if (column instanceof TextColumn) column.set(row, (value as string | undefined) ?? '');
    else if (column instanceof NumberColumn) column.set(row, Number(value ?? Number.NaN));
    else if (value !== undefined && (value as readonly unknown[]).length > 0) column.set(row, value);
  }
}

type Finished<Of extends Columns> = {
  readonly [Name in keyof Of]: Of[Name] extends TextColumn
    ? readonly string[]
    : Of[Name] extends NumberColumn
      ? Float64Array
      : Of[Name];
};

/** The columns when all rows are in. Those that nothing was given for are the same list: a file has few of the fields there are. */
export function finished<Of extends Columns>(columns: Of, count: number): Finished<Of> {
  const empty = new Map<number | string, readonly string[] | Float64Array>();
  const valuesOf = (column: TextColumn | NumberColumn) => {
    if (!column.isEmpty) return column.finish(count);
    const fill = column instanceof TextColumn ? '' : column.fill;
    const known = empty.get(fill) ?? column.finish(count);
    empty.set(fill, known);
    return known;
  };
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      column instanceof Map ? column : valuesOf(column),
    ]),
  ) as Finished<Of>;
}

/** The setter of a column; a cell that does not fit leaves the field as if it were not given. */
export function setterFor(
  definition: ColumnDefinition,
  sink: Sink | undefined,
  style: NumberStyle,
): CellSetter {
  const { kind, choices } = definition;
  if (sink === 'unread') return () => undefined;
  if (sink instanceof Map) {
    if (kind === 'list') return fewSetter(sink, parseList);
    if (kind === 'lines') return fewSetter(sink, parseLines);
    if (kind === 'shares') return fewSetter(sink, parseShares);
  }
  if (sink instanceof NumberColumn) {
    if (kind === 'number')
      return (row, cell) =>
        put(cell === '' ? Number.NaN : parseNumber(cell, definition, style), Number.NaN, (value) =>
          sink.set(row, value),
        );
    if (kind === 'boolean')
      return (row, cell) =>
        put(cell === '' ? false : parseBoolean(cell), false, (flag) => sink.set(row, flag ? 1 : 0));
  }
  if (sink instanceof TextColumn) {
    const text = (parse: (cell: string) => string | Fault): CellSetter => {
      return (row, cell) => put(cell === '' ? '' : parse(cell), '', (value) => sink.set(row, value));
    };
    if (kind === 'choice') return text((cell) => parseChoice(cell, choices));
    if (kind === 'date') return text(parseDate);
    return (row, cell) => {
      sink.set(row, cell);
      return undefined;
    };
  }
  throw new Error(`The column ${definition.field} leads nowhere.`);
}

const fewSetter =
  (few: Few, parse: (cell: string) => readonly unknown[] | Fault): CellSetter =>
  (row, cell) =>
    put(cell === '' ? [] : parse(cell), [], (parsed) => parsed.length > 0 && few.set(row, parsed));

function put<Value extends {}>(
  parsed: Value | Fault,
  otherwise: Value,
  into: (value: Value) => unknown,
): Fault | undefined {
  if (typeof parsed === 'object' && 'expected' in parsed) {
    into(otherwise);
    return parsed;
  }
  into(parsed);
  return undefined;
}
