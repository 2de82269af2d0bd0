import { counted, folded } from '../../base/text.ts';
import {
  CUSTOMER_FIGURES,
  type CustomerEntry,
  type CustomerFigure,
  type CustomerTable,
} from '../../write/customers.ts';
import { amount, decimalMark } from '../amounts.ts';
import { Currencies } from '../currency.ts';
import type { Journal } from '../journal.ts';
import type { Likeness } from '../people/manager-columns.ts';
import type { People } from '../people/references.ts';
import { CUSTOMER, isMail, ShortIds } from '../people/short-ids.ts';
import { type CustomerColumnOptions, type CustomerColumns, settleColumns } from './customer-columns.ts';
import { type CustomerField, marketOf } from './customer-fields.ts';
import { isMoney, MONEY, readerOf } from './customer-figures.ts';
import { ownersAmong } from './owners.ts';
import type { CustomerFile } from './read-customers.ts';
import { makeSegments } from './segments.ts';

export interface ImportedCustomers extends CustomerTable {
  readonly turnover: readonly string[];
  /** Where no column of owners was found, the one most like it. */
  readonly likeOwners: Likeness | undefined;
  /** Columns of contact data that were not copied. */
  readonly contactData: readonly string[];
  readonly currency: string | undefined;
  /** How many rows of individuals became how many segments, by what. */
  readonly segments:
    | { readonly rows: number; readonly into: number; readonly by: readonly string[] }
    | undefined;
}

/** Customers from the columns of a file; individuals without a name are grouped. */
export function makeCustomers(
  file: CustomerFile,
  groupBy: readonly string[] | undefined,
  people: People,
  options: CustomerColumnOptions,
  journal: Journal,
  /** That of the money of people, where it is known. */
  currency?: string,
): ImportedCustomers {
  const columns = settleColumns(file, people, options, journal);
  const rows = new CustomerRows(file, columns, people, journal, currency);
  const attributes = [...file.attributes.keys()];
  const { list, individuals } = rows.read(groupBy !== undefined);
  const grouped = makeSegments(individuals, attributes, groupBy, journal);
  return {
    list: [...list, ...grouped.segments],
    effort: [...file.effort.keys()],
    attributes,
    turnover: attributes.filter((name) => file.turnover.includes(name)),
    likeOwners: columns.likeOwners,
    contactData: columns.contactData,
    currency: rows.currency,
    segments:
      individuals.length === 0
        ? undefined
        : { rows: individuals.length, into: grouped.segments.length, by: grouped.by },
  };
}

const NO_FIGURES = Object.fromEntries(CUSTOMER_FIGURES.map((field) => [field, Number.NaN])) as Readonly<
  Record<CustomerFigure, number>
>;
/** The rows of a file of customers, one by one: figures as numbers, owners by id. */
class CustomerRows {
  readonly currency: string | undefined;
  private readonly currencies: Currencies;
  private readonly headers: ReadonlyMap<CustomerField, string>;
  private readonly scales: ReadonlyMap<CustomerFigure, (text: string) => number>;
  private readonly hours: (text: string) => number;
  private readonly seen = new Map<string, number>();
  private readonly names = new Map<string, number>();
  private readonly short = new ShortIds(CUSTOMER);
  private readonly mailIds: boolean;
  private byName = 0;
  private readonly figures: readonly CustomerFigure[];
  private readonly effort: readonly (readonly string[])[];
  private readonly attributes: readonly (readonly string[])[];
  private readonly ownersNamed: ReturnType<typeof ownersAmong>;

  constructor(
    private readonly file: CustomerFile,
    private readonly columns: CustomerColumns,
    people: People,
    private readonly journal: Journal,
    currency: string | undefined,
  ) {
    this.ownersNamed = ownersAmong(people);
    const { fields, delimiter } = file;
    this.figures = CUSTOMER_FIGURES.filter((field) => fields.has(field));
    this.effort = [...file.effort.values()];
    this.attributes = [...file.attributes.values()];
    this.headers = new Map(file.bound.map(({ field, header }) => [field, header]));
    this.currencies = new Currencies(currency);
    for (const field of MONEY)
      (fields.get(field) ?? []).forEach((text, at) => {
        if (text !== '' && !/former|none/.test(columns.standing(at)))
          this.currencies.see(text, 1, this.text('currency', at), this.headers.get(field) ?? '');
      });
    this.currencies.tell(journal);
    this.currency = this.currencies.main;
    const mark = decimalMark(
      MONEY.flatMap((field) => (fields.get(field) ?? []).slice(0, 10_000)),
      delimiter,
    );
    this.scales = new Map(
      CUSTOMER_FIGURES.map((field) => [
        field,
        readerOf(field, this.headers.get(field) ?? '', fields.get(field) ?? [], mark, delimiter, (text) =>
          journal.assume(`${file.file}: ${text}`),
        ),
      ]),
    );
    this.hours = (text) => amount(text, delimiter === ',' ? '.' : decimalMark([text], delimiter));
    const given = (fields.get('id') ?? []).filter((id) => id !== '');
    this.mailIds = given.length > 0 && given.filter(isMail).length >= 0.9 * given.length;
    if (this.mailIds)
      journal.assume(
        `${file.file}: ids are e-mail addresses. Short ids follow from them, the same in every extract.`,
      );
    if (!fields.has('id')) {
      for (const name of fields.get('name') ?? []) this.names.set(name, (this.names.get(name) ?? 0) + 1);
      journal.assume(
        columns.consumers
          ? `${file.file} has no column of ids: short ids follow from the ${columns.mails.length > 0 ? 'e-mail addresses' : 'names'}, the same in every extract.`
          : `${file.file} has no column of ids: names are the ids, with the row where two are alike.`,
      );
    }
  }

  read(asked: boolean): { list: CustomerEntry[]; individuals: CustomerEntry[] } {
    const list: CustomerEntry[] = [];
    const individuals: CustomerEntry[] = [];
    const below: { customer: CustomerEntry; row: number }[] = [];
    this.file.rows.forEach((row, at) => {
      if (this.columns.standing(at) === 'former') {
        this.journal.row('leftOut', 'former customers, by their status', this.file.file, row);
        return;
      }
      if (this.columns.standing(at) === 'none') {
        this.journal.row('leftOut', 'suppliers and competitors, by their type', this.file.file, row);
        return;
      }
      const market = marketOf(this.text('market', at)) ?? '';
      const name = this.text('name', at);
      // A row with an id that stands for several is a segment already.
      const segment = this.text('id', at) !== '' && !/^1?$/.test(this.text('count', at));
      const individual = name === '' && market !== 'b2b' && (asked || (market === 'b2c' && !segment));
      const id = this.idOf(at, row, name, individual);
      if (id === undefined) return;
      const customer = this.customer(at, row, id, name, market);
      (individual ? individuals : list).push(customer);
      if (customer.parent !== '') below.push({ customer, row });
    });
    const parents = this.parentsOf(list, below);
    if (this.byName > 0)
      this.journal.assume(
        `${counted(this.byName, 'owner was', 'owners were')} found by a name that only one person has.`,
      );
    return { list: parents.size === 0 ? list : list.map((one) => parents.get(one) ?? one), individuals };
  }

  /** Customers whose parent is named by what is no id, with the id of the one customer of that name. */
  private parentsOf(
    list: readonly CustomerEntry[],
    below: readonly { customer: CustomerEntry; row: number }[],
  ): ReadonlyMap<CustomerEntry, CustomerEntry> {
    const found = new Map<CustomerEntry, CustomerEntry>();
    if (below.length === 0) return found;
    const ids = new Set(list.map(({ id }) => id));
    const byName = new Map<string, string>();
    for (const { id, name } of list) byName.set(folded(name), byName.has(folded(name)) ? '' : id);
    for (const { customer, row } of below) {
      if (ids.has(customer.parent)) continue;
      const parent = byName.get(folded(customer.parent)) ?? '';
      if (parent === '') this.doubt('a parent that is not among the customers; kept as written', row);
      else found.set(customer, { ...customer, parent });
    }
    return found;
  }

  private text(field: CustomerField, at: number): string {
    return this.file.fields.get(field)?.[at] ?? '';
  }

  /** The id of a row; undefined where the row is not used. */
  private idOf(at: number, row: number, name: string, individual: boolean): string | undefined {
    const { file } = this.file;
    let id = this.text('id', at);
    if (this.mailIds && id !== '') id = this.short.of(id);
    if (id === '' && this.columns.consumers && !this.file.fields.has('id') && name !== '')
      id = this.short.of(
        this.columns.mails[at] || (this.names.get(name) === 1 ? name : this.contentOf(at, name)),
      );
    else if (id === '' && !this.file.fields.has('id') && name !== '')
      id = this.names.get(name) === 1 ? name : `${name} (row ${row})`;
    if (id === '') {
      if (!individual) this.journal.row('unusable', 'no id', file, row);
      return individual ? '' : undefined;
    }
    const first = this.seen.get(id);
    if (first === undefined) {
      this.seen.set(id, at);
      return id;
    }
    const columns = [...this.file.fields.values(), ...this.effort, ...this.attributes];
    if (columns.every((column) => column[at] === column[first]))
      this.journal.row('leftOut', 'repeats of a row, alike in every field', file, row);
    else this.journal.row('unusable', 'an id that an earlier row has', file, row);
    return undefined;
  }

  /** What tells apart two people of one name. */
  private contentOf(at: number, name: string): string {
    return [name, ...this.attributes.map((column) => column[at]!)].join('\n');
  }

  private customer(
    at: number,
    row: number,
    id: string,
    name: string,
    market: 'b2b' | 'b2c' | '',
  ): CustomerEntry {
    const figures = { ...NO_FIGURES };
    for (const field of this.figures) figures[field] = this.figure(field, at, row);
    const { 'satisfaction.score': score, 'satisfaction.min': min, 'satisfaction.max': max } = figures;
    const [low, high] = [Number.isNaN(min) ? 0 : min, Number.isNaN(max) ? 10 : max];
    if (!Number.isNaN(score) && !(low < high && score >= low && score <= high)) {
      this.doubt('a satisfaction that is not on its scale', row);
      for (const field of CUSTOMER_FIGURES) if (field.startsWith('satisfaction')) figures[field] = Number.NaN;
    }
    const count = this.text('count', at);
    const number = count === '' ? 1 : amount(count, '.');
    const whole = Number.isInteger(number) && number >= 1;
    if (!whole) this.doubt('a count that is no whole number; taken as 1', row);
    return {
      id,
      name,
      count: whole ? number : 1,
      market,
      status: this.columns.standing(at) === 'prospect' ? 'prospect' : '',
      owner: this.owners(at, row),
      parent: this.text('parent', at),
      figures,
      effort: this.effort.map((column) => {
        const hours = column[at] === '' ? Number.NaN : this.hours(column[at]!);
        if (column[at] !== '' && !(hours >= 0)) this.doubt('hours that are no number', row);
        return hours >= 0 ? hours : Number.NaN;
      }),
      attributes: this.attributes.map((column) => column[at]!),
    };
  }

  private figure(field: CustomerFigure, at: number, row: number): number {
    const text = this.text(field, at);
    if (text === '') return Number.NaN;
    if (
      isMoney(field) &&
      this.currencies.several &&
      this.currencies.isOther(text, this.text('currency', at), this.headers.get(field) ?? '')
    ) {
      this.doubt(`${field} in another currency than ${this.currency}; left out`, row);
      return Number.NaN;
    }
    const value = this.scales.get(field)!(text);
    if (Number.isNaN(value)) this.doubt(`${field} that is no number`, row);
    return value;
  }

  private owners(at: number, row: number): readonly string[] {
    const { ids, unknown, byName } = this.ownersNamed(this.text('owner', at), this.text('ownerOther', at));
    for (let one = 0; one < unknown; one++)
      this.doubt('an owner who is not among the people; kept as written', row);
    this.byName += byName;
    return ids;
  }

  private doubt(what: string, row: number): void {
    this.journal.row('doubtful', what, this.file.file, row);
  }
}
