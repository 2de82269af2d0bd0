import type { JourneyShare, LineRow } from '../loaded.ts';
import {
  type Fault,
  type NumberStyle,
  parseBoolean,
  parseChoice,
  parseDate,
  parseLines,
  parseList,
  parseNumber,
  parseShares,
} from './cells.ts';
import type { ColumnDefinition } from './columns.ts';

/** A column of numbers that grows as rows are set; what is not set is `fill`. */
export class NumberColumn {
  private values = new Float64Array(0);
  private readonly fill: number;

  constructor(fill: number) {
    this.fill = fill;
  }

  set(row: number, value: number): void {
    if (row >= this.values.length) this.grow(row + 1);
    this.values[row] = Number.isNaN(value) ? this.fill : value;
  }

  get(row: number): number {
    return this.values[row] ?? this.fill;
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
    while (this.values.length < row) this.values.push('');
    this.values[row] = this.known === undefined ? value : this.share(value, this.known);
  }

  get(row: number): string {
    return this.values[row] ?? '';
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

/** Where the values of a field go; which of them a field has follows from its kind. */
export interface Sink {
  text?: TextColumn;
  number?: NumberColumn;
  list?: Map<number, readonly string[]>;
  lines?: Map<number, readonly LineRow[]>;
  shares?: Map<number, readonly JourneyShare[]>;
  /** Nobody looks at it: it is there for readers of the file. */
  unread?: true;
}

/** The setter of a column; a cell that does not fit leaves the field as if it were not given. */
export function setterFor(definition: ColumnDefinition, sink: Sink, style: NumberStyle): CellSetter {
  const { text, number, list, lines, shares } = sink;
  const { kind, choices } = definition;
  if (sink.unread === true) return () => undefined;
  if (kind === 'list' && list !== undefined) {
    return (row, cell) => {
      if (cell === '') return undefined;
      const entries = parseList(cell);
      if (entries.length > 0) list.set(row, entries);
      return undefined;
    };
  }
  if (kind === 'lines' && lines !== undefined) {
    return (row, cell) =>
      put(cell === '' ? [] : parseLines(cell), [], (parsed) => parsed.length > 0 && lines.set(row, parsed));
  }
  if (kind === 'shares' && shares !== undefined) {
    return (row, cell) =>
      put(cell === '' ? [] : parseShares(cell), [], (parsed) => parsed.length > 0 && shares.set(row, parsed));
  }
  if (kind === 'number' && number !== undefined) {
    return (row, cell) => {
      const parsed = cell === '' ? Number.NaN : parseNumber(cell, definition, style);
      if (typeof parsed === 'number') {
        number.set(row, parsed);
        return undefined;
      }
      number.set(row, Number.NaN);
      return parsed;
    };
  }
  if (kind === 'boolean' && number !== undefined) {
    return (row, cell) =>
      put(cell === '' ? false : parseBoolean(cell), false, (flag) => number.set(row, flag ? 1 : 0));
  }
  if (kind === 'choice' && text !== undefined) {
    return (row, cell) =>
      put(cell === '' ? '' : parseChoice(cell, choices), '', (choice) => text.set(row, choice));
  }
  if (kind === 'date' && text !== undefined) {
    return (row, cell) => put(cell === '' ? '' : parseDate(cell), '', (day) => text.set(row, day));
  }
  if (text !== undefined) {
    return (row, cell) => {
      text.set(row, cell);
      return undefined;
    };
  }
  throw new Error(`The column ${definition.field} leads nowhere.`);
}

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
