import { UserError } from '../../base/errors.ts';
import { grouped } from '../../base/grouped.ts';
import { counted, folded, headerKey, quoted, sample } from '../../base/text.ts';
import { BUILT_IN_CAPABILITY_IDS } from '../../schema/input/capability.ts';
import { cleaner, sharing } from '../clean.ts';
import { withoutCurrency } from '../currency.ts';
import type { Journal } from '../journal.ts';
import { type Bound, bindColumns, headersOf, type Overrides, refuseRepeated } from '../sources/mapping.ts';
import { type RowReader, readBelowHeader } from '../table/header-row.ts';
import type { Table } from '../table/table.ts';
import {
  CUSTOMER_COLUMNS,
  CUSTOMER_FIELDS,
  CUSTOMER_HEADERS,
  type CustomerField,
  effortOf,
  hoursOf,
  isOfAYear,
  isTurnover,
  ownRevenue,
  withoutYear,
} from './customer-fields.ts';
import { refuseEvents } from './not-customers.ts';

const isAmount = (text: string): boolean => /^\d[\d.,]{0,9}$/.test(text);
const MOST_ROWS = 1_000_000;

/** A file of customers as columns of text. */
export interface CustomerFile {
  readonly file: string;
  readonly format: string;
  readonly delimiter: string;
  /** Number of each row in the file. */
  readonly rows: readonly number[];
  readonly bound: Bound<CustomerField>[];
  readonly fields: ReadonlyMap<CustomerField, readonly string[]>;
  /** Hours a month by capability. */
  readonly effort: ReadonlyMap<string, readonly string[]>;
  readonly attributes: Map<string, readonly string[]>;
  /** Headers of a customer's own turnover, which are attributes. */
  readonly turnover: readonly string[];
}

/** What the headers of customers are known by. */
const KNOWN = new Set(CUSTOMER_HEADERS.map(folded));
/** How many headers of a row are known of customers. */
export const customerFamiliarity = (cells: readonly string[]): number =>
  [...headersOf(cells).keys()].filter((key) => KNOWN.has(key)).length;

/** Of columns for a year each (`Umsatz 2025`, `Umsatz 2026`), the newest, with what it is the revenue or margin of. */
function newestYears(cells: readonly string[]): ReadonlyMap<string, string> {
  const newest = new Map<string, { readonly year: number; readonly cell: string }>();
  for (const cell of cells.filter(isOfAYear)) {
    const { year, header } = withoutYear(cell);
    const key = isTurnover(header) ? 'revenue' : headerKey(withoutCurrency(header));
    if (year > (newest.get(key)?.year ?? 0)) newest.set(key, { year, cell });
  }
  return new Map([...newest].map(([key, { cell }]) => [cell, key]));
}

/** Reads a table of customers: known columns, and all others as attributes. */
export async function readCustomers(
  table: Table,
  overrides: Overrides,
  capabilities: readonly string[],
  journal: Journal,
  headerRow?: number,
): Promise<CustomerFile> {
  const reading = new CustomersReading(table, overrides, capabilities, journal);
  const wanted = [...overrides.values()];
  await readBelowHeader(table, { score: customerFamiliarity, wanted, row: headerRow }, reading, journal);
  return reading.result();
}

/** Fields whose values differ from row to row. */
const DIFFERING: ReadonlySet<CustomerField> = new Set<CustomerField>(['id', 'name']);

class CustomersReading implements RowReader {
  private header: readonly string[] = [];
  private bound: readonly Bound<CustomerField>[] = [];
  private readonly rows: number[] = [];
  private columns: { readonly texts: string[]; readonly read: (cell: string) => string }[] = [];
  private readonly clean: (cell: string) => string;

  constructor(
    private readonly table: Table,
    private readonly overrides: Overrides,
    private readonly capabilities: readonly string[],
    private readonly journal: Journal,
  ) {
    this.clean = cleaner(table.large);
  }

  start(cells: readonly string[]): undefined {
    const { file } = this.table;
    refuseRepeated(file, cells);
    this.header = cells;
    // What a customer turns over itself is revenue only where the user says so.
    const asked = new Set(this.overrides.values());
    const years = newestYears(cells);
    const own = this.overrides.has('revenue') || years.size > 0 ? undefined : ownRevenue(cells);
    const shown = cells.map((cell) =>
      asked.has(cell) ? cell : cell === own ? 'revenue' : isTurnover(cell) ? '' : (years.get(cell) ?? cell),
    );
    this.bound = bindColumns(shown, CUSTOMER_FIELDS, [CUSTOMER_COLUMNS], this.overrides).map((one) => ({
      ...one,
      header: cells[one.index]!,
    }));
    if (own !== undefined)
      this.journal.assume(
        `${file}: ${quoted(own)} is taken as what customers bring, by the column beside it; where it is their own: --map customers.revenue=.`,
      );
    for (const { field, header } of this.bound)
      if (years.has(header) && !asked.has(header))
        this.journal.assume(
          `${file}: ${quoted(header)} is taken as the ${field} of a year that customers bring; where it is their own: --map customers.${field}=.`,
        );
    if (!this.bound.some(({ field }) => ['id', 'name', 'market', 'count'].includes(field)))
      throw new UserError(
        `${file} is no table of customers: no column holds an id, a name or a market.`,
        `Seen: ${sample(cells)}. Name the columns, as in --map customers.id="Header".`,
      );
    const differing = new Set(
      this.bound.flatMap(({ field, index }) => (DIFFERING.has(field) ? [index] : [])),
    );
    // Most values of all other columns repeat.
    this.columns = cells.map((_, index) => ({
      texts: [],
      read: differing.has(index) ? this.clean : sharing(this.clean),
    }));
  }

  expect(rows: number): void {
    if (rows > MOST_ROWS)
      throw new UserError(
        `${this.table.file} has about ${counted(Math.round(rows / 1000) * 1000, 'row')}; ${grouped(MOST_ROWS)} customers are the most that is read.`,
        'Group individuals into segments with a column for how many each row stands for.',
      );
  }

  readonly row = (cells: readonly string[], row: number): void => {
    if (this.rows.length >= MOST_ROWS) this.expect(this.rows.length + 1);
    this.rows.push(row);
    for (let index = 0; index < this.columns.length; index++) {
      const { texts, read } = this.columns[index]!;
      texts.push(read(cells[index]!));
    }
  };

  result(): CustomerFile {
    const { file } = this.table;
    const fields = new Map(this.bound.map(({ field, index }) => [field, this.columns[index]!.texts]));
    refuseEvents(file, this.header, fields.get('name') ?? fields.get('id') ?? [], this.overrides);
    const used = new Set(this.bound.map(({ index }) => index));
    const effort = new Map<string, readonly string[]>();
    const attributes = new Map<string, readonly string[]>();
    const known = new Set([...BUILT_IN_CAPABILITY_IDS, ...this.capabilities]);
    this.header.forEach((header, index) => {
      if (used.has(index) || header === '' || header === '__proto__') return;
      const hours = hoursOf(header);
      const capability = effortOf(header, known) ?? (hours?.aMonth ? hours.capability : undefined);
      if (capability === undefined && hours !== undefined && this.columns[index]!.texts.some(isAmount))
        this.journal.ask(
          `${file}: ${quoted(header)} holds hours of ${hours.capability} and does not say that they are of a month: they are kept as an attribute and rest on no figure. Give hours a month, in a column ${quoted(`effort.${hours.capability}`)}.`,
        );
      if (capability !== undefined && !effort.has(capability)) {
        effort.set(capability, this.columns[index]!.texts);
        if (effortOf(header, known) === undefined)
          this.journal.assume(`${file}: ${quoted(header)} are the hours a month of ${quoted(capability)}.`);
      } else attributes.set(header.replace(/^attributes\.(?=.)/, ''), this.columns[index]!.texts);
    });
    return {
      file,
      format: this.table.format(),
      delimiter: this.table.delimiter(),
      rows: this.rows,
      bound: [...this.bound],
      fields,
      effort,
      attributes,
      turnover: [...attributes.keys()].filter(isTurnover),
    };
  }
}
