import { counted, quoted } from '../../base/text.ts';
import { CUSTOMER_FIGURES, type CustomerEntry, type CustomerFigure } from '../../write/customers.ts';
import { amount, decimalMark, leaveOpen } from '../amounts.ts';
import { Currencies } from '../currency.ts';
import type { Journal } from '../journal.ts';
import type { People } from '../people/references.ts';
import { CUSTOMER, isMail, ShortIds } from '../people/short-ids.ts';
import type { CustomerColumns } from './customer-columns.ts';
import { type CustomerField, marketOf } from './customer-fields.ts';
import { isMoney, isRate, MONEY, readerOf } from './customer-figures.ts';
import { ownersAmong } from './owners.ts';
import type { CustomerFile } from './read-customers.ts';
import { contentOf, describing, differInOwners, parentsOf, tellRepeats, totalRow } from './repeats.ts';

const NO_FIGURES = Object.fromEntries(CUSTOMER_FIGURES.map((field) => [field, Number.NaN])) as Readonly<
  Record<CustomerFigure, number>
>;

/** The rows of a file of customers, one by one: figures as numbers, owners by id. */
export class CustomerRows {
  readonly currency: string | undefined;
  private readonly currencies: Currencies;
  private readonly headers: ReadonlyMap<CustomerField, string>;
  private readonly scales: ReadonlyMap<CustomerFigure, (text: string) => number>;
  /** The revenue of each row, as far as something hangs on it. */
  private readonly revenues: () => readonly number[];
  /** Whether margins are shares of the revenue, and written as fractions where no sign says otherwise. */
  private readonly rates: boolean;
  private readonly fractions: boolean;
  /** The row that sums up the others; -1 where there is none. */
  private readonly total: number;
  /** What segments without an id and a name are called by. */
  private readonly describing: readonly (readonly string[])[];
  private readonly entries = new Map<number, CustomerEntry>();
  private readonly hours: (text: string) => number;
  private readonly seen = new Map<string, number>();
  private readonly names = new Map<string, number>();
  private readonly short = new ShortIds(CUSTOMER);
  private readonly mailIds: boolean;
  private byName = 0;
  private byTitle = 0;
  private readonly figures: readonly CustomerFigure[];
  private readonly effort: readonly (readonly string[])[];
  private readonly attributes: readonly (readonly string[])[];
  private readonly ownersNamed: ReturnType<typeof ownersAmong>;
  private repeated = 0;

  constructor(
    private readonly file: CustomerFile,
    private readonly columns: CustomerColumns,
    people: People,
    private readonly journal: Journal,
    currency: string | undefined,
  ) {
    this.ownersNamed = ownersAmong(people);
    this.figures = CUSTOMER_FIGURES.filter((field) => file.fields.has(field));
    this.effort = [...file.effort.values()];
    this.attributes = [...file.attributes.values()];
    const { fields, delimiter } = file;
    this.headers = new Map(file.bound.map(({ field, header }) => [field, header]));
    this.currencies = new Currencies(currency);
    for (const field of MONEY)
      (fields.get(field) ?? []).forEach((text, at) => {
        if (text !== '' && !/former|none/.test(columns.standing(at)))
          this.currencies.see(text, 1, this.text('currency', at), this.headers.get(field) ?? '');
      });
    this.currencies.tell(journal);
    this.currency = this.currencies.main;
    const amounts = MONEY.flatMap((field) => (fields.get(field) ?? []).slice(0, 10_000));
    const [mark, open] = [decimalMark(amounts, delimiter), leaveOpen(amounts)];
    this.scales = new Map(
      CUSTOMER_FIGURES.map((field) => [
        field,
        readerOf(
          field,
          this.headers.get(field) ?? '',
          fields.get(field) ?? [],
          { mark, open },
          delimiter,
          (text) => journal.assume(`${file.file}: ${text}`),
        ),
      ]),
    );
    let revenues: readonly number[] | undefined;
    this.revenues = () =>
      (revenues ??= (fields.get('revenue') ?? []).map((text) => this.scales.get('revenue')!(text)));
    const margins = fields.get('margin') ?? [];
    this.rates = isRate(this.headers.get('margin') ?? '', margins, this.revenues);
    this.fractions = !margins.some((text) => !text.endsWith('%') && Math.abs(amount(text, mark)) > 1);
    if (this.rates)
      journal.assume(
        `${file.file}: ${quoted(this.headers.get('margin')!)} is read as a share of the revenue, which makes it money.`,
      );
    this.total = totalRow(file, this.revenues);
    this.describing = fields.has('count') && !fields.has('id') && !fields.has('name') ? describing(file) : [];
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
          : this.describing.length > 0
            ? `${file.file} has no column of ids or names: segments are called by what describes them.`
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
      if (at === this.total) {
        this.journal.row('leftOut', 'totals of other rows', this.file.file, row);
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
      this.entries.set(at, customer);
      (individual ? individuals : list).push(customer);
      if (customer.parent !== '') below.push({ customer, row });
    });
    tellRepeats(this.file, this.repeated, this.columns.consumers ? new Map() : this.names, this.journal);
    const parents = parentsOf(list, below, (row) =>
      this.doubt('a parent that is not among the customers; kept as written', row),
    );
    if (this.byName > 0)
      this.journal.assume(
        `${counted(this.byName, 'owner was', 'owners were')} found by a name that only one person has.`,
      );
    if (this.byTitle > 0)
      this.journal.assume(
        `${counted(this.byTitle, 'owner was', 'owners were')} found by a title that only one person has.`,
      );
    return { list: parents.size === 0 ? list : list.map((one) => parents.get(one) ?? one), individuals };
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
        this.columns.mails[at] || (this.names.get(name) === 1 ? name : contentOf(this.file, at, name)),
      );
    else if (id === '' && !this.file.fields.has('id') && name !== '')
      id = this.names.get(name) === 1 ? name : `${name} (row ${row})`;
    if (id === '' && !individual && this.describing.length > 0) {
      const described = this.describing.map((column) => column[at]!).filter((text) => text !== '');
      id = described.join(' / ');
      if (this.seen.has(id)) id = `${id} (row ${row})`;
    }
    if (id === '') {
      if (!individual) this.journal.row('unusable', 'no id', file, row);
      return individual ? '' : undefined;
    }
    const first = this.seen.get(id);
    if (first === undefined) {
      this.seen.set(id, at);
      return id;
    }
    const columns = [
      ...this.file.fields.values(),
      ...this.file.effort.values(),
      ...this.file.attributes.values(),
    ];
    const differing = columns.filter((column) => column[at] !== column[first]);
    if (differing.length === 0)
      this.journal.row('leftOut', 'repeats of a row, alike in all that is used', file, row);
    else if (differInOwners(this.file, differing)) this.addOwners(first, at, row);
    else {
      this.repeated++;
      this.journal.row('unusable', 'an id that an earlier row has', file, row);
    }
    return undefined;
  }

  /** A further row of a customer names one more owner. */
  private addOwners(first: number, at: number, row: number): void {
    const entry = this.entries.get(first);
    if (entry !== undefined)
      // Owners of many customers are one list.
      Object.assign(entry, { owner: [...new Set([...entry.owner, ...this.owners(at, row)])] });
    this.journal.row('leftOut', 'further rows of a customer, for one more owner', this.file.file, row);
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
    // Of what is counted three digits after a mark are thousands.
    const number = count === '' ? 1 : amount(count.replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, ''), '.');
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
    if (field === 'margin' && this.rates) return this.marginOf(text, at, row);
    const value = this.scales.get(field)!(text);
    if (Number.isNaN(value) && field === 'retention' && amount(text, '.') <= 1)
      this.doubt('retention that may be a hundredth of what is meant, beside per cents; left out', row);
    else if (Number.isNaN(value)) this.doubt(`${field} that is no number`, row);
    return value;
  }

  /** The money that a share of the revenue makes. */
  private marginOf(text: string, at: number, row: number): number {
    const number = this.scales.get('margin')!(text);
    if (!this.fractions && !text.endsWith('%') && number !== 0 && Math.abs(number) <= 1) {
      this.doubt('margin that may be a hundredth of what is meant, beside per cents; left out', row);
      return Number.NaN;
    }
    const share = number / (this.fractions && !text.endsWith('%') ? 1 : 100);
    const margin = share * (this.revenues()[at] ?? Number.NaN);
    if (Number.isNaN(margin)) this.doubt('margin that is a share of a revenue that is not given', row);
    return Number(margin.toPrecision(12));
  }

  private owners(at: number, row: number): readonly string[] {
    const owners = this.ownersNamed(this.text('owner', at), this.text('ownerOther', at));
    for (let one = 0; one < owners.unknown; one++)
      this.doubt('an owner who is not among the people; kept as written', row);
    for (let one = 0; one < owners.ambiguous; one++)
      this.doubt('an owner whose name several people have; the name is kept as it is', row);
    if (owners.gone > 0) this.doubt('an owner who is no user any more; left without', row);
    this.byName += owners.byName;
    this.byTitle += owners.byTitle;
    return owners.ids;
  }

  private doubt(what: string, row: number): void {
    this.journal.row('doubtful', what, this.file.file, row);
  }
}
