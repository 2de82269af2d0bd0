import { grouped } from '../../base/grouped.ts';
import { alternatives, counted, quoted, sample } from '../../base/text.ts';
import { isTotal } from '../../languages/totals.ts';
import { cellOffset, type Delimiter, detectDelimiter, LONGEST_CELL, textOfCell } from '../../source/csv.ts';
import { type CsvRow, eachRow } from '../../source/csv-rows.ts';
import type { SourceText } from '../../source/source-text.ts';
import type { ReadingNote } from '../loaded.ts';
import type { Fault, NumberStyle } from './cells.ts';
import { DoubtfulAmounts } from './doubtful-amounts.ts';
import {
  type BoundColumn,
  constantFields,
  type HeaderReport,
  type HeaderRules,
  matchHeader,
} from './header.ts';
import type { Problems } from './problems.ts';
import { type CellSetter, type Sink, setterFor } from './row-columns.ts';

/** Takes the rows of a table: a builder of people or of customers. */
export interface TableTarget {
  row: number;
  sink(field: string): Sink | undefined;
  /** Ends a row; what is wrong with the row as a whole, and in which field. */
  commit(offset: number): { readonly fault: Fault; readonly field: string } | undefined;
}

interface TableInput {
  readonly source: SourceText;
  readonly rules: Omit<HeaderRules, 'constants'>;
  readonly constants: ReadonlyMap<string, string>;
  readonly target: TableTarget;
  readonly problems: Problems;
  readonly notes: ReadingNote[];
  /** Reports on an entry of `columns` or `constants` in the file that names this one. */
  readonly entry: HeaderReport['entry'];
}

/** Finds the places of a table's cells. */
interface TablePlaces {
  /** Offset of a field of the row that starts at an offset; of the row where it has no such column. */
  cell(start: number, field: string): number;
  /** Offset of the header of a field. */
  header(field: string): number;
  /** False where rows could not be read, so that what they hold is not known. */
  readonly complete: boolean;
}

/** Fields whose names are common for something else. */
const OFTEN_OTHERWISE: ReadonlySet<string> = new Set(['status', 'workerType']);

interface Bound {
  readonly index: number;
  readonly field: string;
  readonly set: CellSetter;
}

/** Reads a CSV file into the target, cell by cell and without an object for each row. Reports what does not fit. */
export function readTable(input: TableInput): TablePlaces {
  return new TableReader(input).read();
}

class TableReader {
  private readonly text: string;
  private readonly delimiter: Delimiter;
  private readonly style: NumberStyle;
  private readonly normalise: boolean;
  private readonly escapes: boolean;
  private headerStart = 0;
  private width = 0;
  private record = 0;
  private complete = true;
  private readonly amounts = new DoubtfulAmounts();
  private columns: readonly BoundColumn[] = [];
  private bound: readonly Bound[] = [];
  private constants: readonly { set: CellSetter; value: string }[] = [];

  constructor(private readonly input: TableInput) {
    this.text = input.source.text;
    this.delimiter = detectDelimiter(this.text);
    this.style = { decimalComma: this.delimiter !== ',', groupingPoint: this.delimiter === ';' };
    // Only characters from here on can have another form; most files have none, and need not be looked at by cell.
    this.normalise = /[\u0300-\uffff]/.test(this.text);
    this.escapes = this.text.includes('\\u');
  }

  read(): TablePlaces {
    eachRow(this.text, this.delimiter, (row) => {
      this.record++;
      if (row.cells.every((cell) => cell.trim() === '') && row.fault === undefined) return true;
      if (row.fault !== undefined) return this.reportQuotes(row);
      return this.width === 0 ? this.readHeader(row) : this.readRow(row);
    });
    if (this.width === 0 && this.complete) {
      this.complete = false;
      this.fail(
        'empty',
        0,
        `The file ${quoted(this.input.source.name)} is empty.`,
        'Its first line should name the columns.',
      );
    }
    const { source, problems, notes } = this.input;
    const indexIn = (field: string) => this.bound.find((column) => column.field === field)?.index ?? 0;
    const placeOf = (field: string, start: number) =>
      cellOffset(this.text, start, this.delimiter, indexIn(field));
    this.amounts.tell(
      (field, { record, start, cell }, { expected, hint }) =>
        problems.add(`${field}: expected ${expected}`, () =>
          source.problem(
            placeOf(field, start),
            `Row ${record}, ${field}: expected ${expected}, found ${quoted(cell)}.`,
            hint,
          ),
        ),
      (field, start, message) => notes.push({ message, at: source.position(placeOf(field, start)) }),
    );
    const indexOf = new Map(this.columns.map((column) => [column.definition.field, column.index]));
    const offset = (start: number, field: string) =>
      cellOffset(this.text, start, this.delimiter, indexOf.get(field) ?? 0);
    return { cell: offset, header: (field) => offset(this.headerStart, field), complete: this.complete };
  }

  private readHeader(row: CsvRow): boolean {
    const { rules, constants, entry, source, notes } = this.input;
    const header = row.cells.map((cell) => textOfCell(cell.trim()).normalize('NFC'));
    this.headerStart = row.start;
    this.width = header.length;
    let usable = true;
    const report: HeaderReport = {
      problem: (index, message, hint) => {
        usable = false;
        this.fail('a header', cellOffset(this.text, row.start, this.delimiter, index), message, hint);
      },
      entry,
      note: (index, message, doubt) => {
        const at = source.position(cellOffset(this.text, row.start, this.delimiter, index));
        notes.push({ message, at, doubt });
      },
      someText: (index, isAsked) => {
        let found: string | undefined;
        eachRow(this.text, this.delimiter, ({ cells, start }) => {
          const cell = start <= row.start ? '' : this.clean(cells[index] ?? '');
          found = cell !== '' && isAsked(cell) ? cell : undefined;
          return found === undefined;
        });
        return found;
      },
    };
    const given = { ...rules, constants: [...constants.keys()] };
    this.columns = matchHeader(header, given, report).flatMap((column) =>
      this.asFarAsItFits(column, row, report),
    );
    const hasId = this.columns.some(({ definition: { field } }) => field === 'id');
    if (!hasId && Object.hasOwn(rules.columns, 'id')) usable = false;
    else if (!hasId) {
      const hint = `Name it: \`columns: { id: "…" }\`. The file has: ${sample(header)}.`;
      report.problem(0, 'The file has no column for the id.', hint);
    }
    const fixed = constantFields(given, report);
    this.bound = this.columns.map(({ definition, index }) => ({
      index,
      field: definition.field,
      set: setterFor(definition, this.input.target.sink(definition.field), this.style),
    }));
    const plain: NumberStyle = { decimalComma: false, groupingPoint: false };
    this.constants = [...fixed].flatMap(([field, definition]) => {
      const set = setterFor(definition, this.input.target.sink(definition.field), plain);
      const value = constants.get(field)!;
      const fault = set(0, value);
      if (fault === undefined) return [{ set, value }];
      entry('constants', field, `${field}: expected ${fault.expected}, found ${quoted(value)}.`, fault.hint);
      return [];
    });
    this.complete &&= usable;
    return usable;
  }

  /**
   * A status or a type of worker may well be another than the two that count here: a column of that name with other values
   * is an attribute, where there are attributes, and else not used. One that `columns` names is meant.
   */
  private asFarAsItFits(column: BoundColumn, header: CsvRow, report: HeaderReport): BoundColumn[] {
    const { definition, index } = column;
    const { rules } = this.input;
    if (!OFTEN_OTHERWISE.has(definition.field) || Object.hasOwn(rules.columns, definition.field))
      return [column];
    const other = report.someText(index, (text) => !definition.choices.includes(text.toLowerCase()));
    if (other === undefined) return [column];
    const title = header.cells[index]!.trim();
    report.note(
      index,
      `The column ${quoted(title)} holds other values than ${alternatives([...definition.choices], 'and')}, as ${quoted(other)}: it is ${rules.attributes ? 'an attribute' : 'not used'}.`,
    );
    const attribute = { ...definition, field: `attributes.${title}`, kind: 'text', choices: [] } as const;
    return rules.attributes ? [{ index, definition: attribute }] : [];
  }

  private readRow(row: CsvRow): boolean {
    const { cells, start } = row;
    if (cells.length !== this.width) {
      this.commitId(row);
      const found = counted(cells.length, 'cell');
      const message = `Row ${this.record} has ${found}; expected ${this.width}, as in the header.`;
      const hint = cells.length > this.width ? 'Put a cell that holds the delimiter in quotes.' : undefined;
      this.fail(`rows with a number of cells other than ${this.width}`, start, message, hint);
      return true;
    }
    if (this.isTotal(cells)) {
      const at = this.input.source.position(start);
      const message = `Row ${this.record}, ${quoted(cells.find((cell) => isTotal(cell.trim()))!.trim())}, sums up others and is left out.`;
      this.input.notes.push({ message, at });
      return true;
    }
    const { target } = this.input;
    const at = target.row;
    for (const { set, value } of this.constants) set(at, value);
    for (const column of this.bound) {
      const cell = this.clean(cells[column.index]!);
      const fault = setCell(column, at, cell);
      if (fault !== undefined) this.failCell(row, column.field, column.index, cell, fault);
      else if (!this.style.groupingPoint) this.amounts.see(column.field, cell, this.record, start);
    }
    const wrong = target.commit(start);
    if (wrong !== undefined) {
      const index = this.bound.find((column) => column.field === wrong.field)?.index ?? 0;
      this.fail(
        `expected ${wrong.fault.expected}`,
        cellOffset(this.text, start, this.delimiter, index),
        `Row ${this.record}: expected ${wrong.fault.expected}.`,
        wrong.fault.hint,
      );
    }
    return true;
  }

  /** Whether a row has a word for a total as its id, and else numbers alone. */
  private isTotal(cells: readonly string[]): boolean {
    const id = this.bound.find(({ field }) => field === 'id');
    if (id === undefined || !isTotal(cells[id.index]!.trim())) return false;
    return cells.every((cell, index) => index === id.index || /^[\d\s.,%€$£-]*$/.test(cell));
  }

  /** Of a row whose cells are shifted its id, where that stands before all others: others may name it. */
  private commitId({ cells, start }: CsvRow): void {
    const id = this.bound.find(({ field }) => field === 'id');
    if (id?.index !== 0) this.complete = false;
    else if (setCell(id, this.input.target.row, this.clean(cells[0]!)) === undefined)
      this.input.target.commit(start);
  }

  private clean(cell: string): string {
    const trimmed = isTrimmed(cell) ? cell : cell.trim();
    // Only behind an apostrophe, or where the file has escapes, does a cell stand for another text.
    const text = this.escapes || trimmed.charCodeAt(0) === 39 ? textOfCell(trimmed) : trimmed;
    return this.normalise ? text.normalize('NFC') : text;
  }

  private failCell(row: CsvRow, field: string, index: number, cell: string, fault: Fault): void {
    const found = cell === '' ? 'nothing' : quoted(cell);
    const message = `Row ${this.record}, ${field}: expected ${fault.expected}, found ${found}.`;
    const offset = () => cellOffset(this.text, row.start, this.delimiter, index);
    this.input.problems.add(`${field}: expected ${fault.expected}`, () =>
      this.input.source.problem(offset(), message, fault.hint),
    );
  }

  private reportQuotes(row: CsvRow): boolean {
    this.complete = false;
    const open = row.fault === 'open-quote';
    const message = open
      ? 'A quote that opens in this row is never closed.'
      : 'Text follows the closing quote of a cell in this row.';
    this.fail(
      'rows with wrong quotes',
      row.start,
      message,
      'Put the whole cell in quotes, and write a quote inside it twice.',
    );
    return !open;
  }

  private fail(kind: string, offset: number, message: string, hint?: string): void {
    this.input.problems.add(kind, () => this.input.source.problem(offset, message, hint));
  }
}

function setCell(column: Bound, row: number, cell: string): Fault | undefined {
  if (cell === '' && column.field === 'id') return { expected: 'an id in every row' };
  if (cell.length > LONGEST_CELL) return { expected: `at most ${grouped(LONGEST_CELL)} characters` };
  return column.set(row, cell);
}

/** Whether a cell surely has no space around it: most have none, and this is the cheaper question. */
function isTrimmed(cell: string): boolean {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return first > 32 && first < 128 && last > 32 && last < 128;
}
