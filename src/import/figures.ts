import { grouped } from '../base/grouped.ts';
import { counted, quoted } from '../base/text.ts';
import { amount, decimalMark, leaveOpen, moneyMark, readAsThousands } from './amounts.ts';
import { Currencies, multipleIn } from './currency.ts';
import { countedDay, isoDate, orderOfDates } from './dates.ts';
import type { Extract } from './extract.ts';
import type { Journal } from './journal.ts';
import type { PeopleFile } from './people/read-people.ts';
import type { PeopleField } from './sources/source.ts';

const AMOUNTS = ['costPerYear', 'monthlyPay', 'hourlyPay', 'payFrom', 'payTo'] as const;
const DATES = ['start', 'left', 'end', 'until'] as const;
export const FIGURES = [...AMOUNTS, ...DATES, 'fte', 'share', 'weeklyHours', 'level'] as const;
type FigureField = (typeof FIGURES)[number];
const MOST_FTE = 1.5;
/** What some databases write for no day. */
const NO_DAY = /^0[0\s./:T-]*$/;
/** Three digits behind a mark: a fraction, or thousands that are written otherwise than the rest. */
const DOUBTFUL = /^\D{0,4}\d{1,3}[.,]\d{3}\D{0,4}$/;
/** Hours a week from which a seat may be a full-time one. */
const FULL_TIME = 30;

/** How one file writes its numbers and dates. */
interface Style {
  readonly amount: Readonly<Record<(typeof AMOUNTS)[number], (text: string) => number>>;
  readonly fte: (text: string) => number;
  /** That of so many hours a week. */
  readonly fteOfHours: (text: string) => number;
  readonly date: (text: string) => string;
}

const MOST_KNOWN = 10_000;
const MOST_COMPARED = 1000;
/** An amount that is this many times smaller or larger than the middle one is still of its kind. */
const CLOSE = 25;
/** Stands for an amount that may be a thousandth of what is meant. */
const THOUSANDTH = -Infinity;

/** The same values come again and again. */
function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (known.size < MOST_KNOWN) known.set(text, value);
    return value;
  };
}

/** Numbers and dates of rows, by how the columns of each file write them. */
export class Figures {
  readonly currency: string | undefined;
  private readonly currencies = new Currencies();
  /** The cells that say the currency of their row. */
  private readonly beside: readonly string[];
  /** By file, the header of each column of amounts. */
  private readonly headers: readonly ReadonlyMap<string, string>[];
  private readonly styles: readonly Style[];
  private readonly columns: Readonly<Record<FigureField, readonly string[]>>;
  private ranges = 0;
  private months = 0;
  /** By its row, further ones of the same person from other files: what the first does not say counts there. */
  completed: ReadonlyMap<number, readonly number[]> = new Map();

  constructor(
    private readonly extract: Extract,
    private readonly files: readonly PeopleFile[],
    private readonly journal: Journal,
  ) {
    this.styles = files.map((file, index) => styleOf(file, extract, index, journal));
    this.beside = extract.column('currency');
    this.headers = files.map(({ bound }) => new Map(bound.map(({ field, header }) => [field, header])));
    for (const field of AMOUNTS) this.seeCurrencies(field);
    this.currencies.tell(journal);
    this.currency = this.currencies.main;
    const columns = FIGURES.map((field) => [field, extract.column(field)]);
    this.columns = Object.fromEntries(columns) as Record<FigureField, readonly string[]>;
  }

  private seeCurrencies(field: (typeof AMOUNTS)[number]): void {
    const { extract, files, currencies } = this;
    const texts = extract.column(field);
    const see = (at: number, rows: number) => currencies.see(texts[at]!, rows, ...this.around(at, field));
    if (this.beside.length === 0)
      for (const index of files.keys()) for (const { at, rows } of extract.alike(field, index)) see(at, rows);
    else for (let at = 0; at < texts.length; at++) if (texts[at] !== '' && !extract.out.has(at)) see(at, 1);
  }

  /** Whether a row may have any of some fields. */
  has(...fields: readonly FigureField[]): boolean {
    return fields.some((field) => this.columns[field].length > 0);
  }

  /** Whole cost of a seat a year, by its pay range at its fte where there is no other; NaN where nothing is given. */
  cost(at: number, fte: number): number {
    const given = this.amount(at, 'costPerYear');
    if (!Number.isNaN(given)) return given;
    const month = this.amount(at, 'monthlyPay');
    if (!Number.isNaN(month)) {
      this.months++;
      return Number((12 * month).toFixed(2));
    }
    const [from, to] = [this.amount(at, 'payFrom'), this.amount(at, 'payTo')];
    const middle = Number.isNaN(from) ? to : Number.isNaN(to) ? from : (from + to) / 2;
    if (Number.isNaN(middle)) return Number.NaN;
    this.ranges++;
    return Number((middle * fte).toFixed(2));
  }

  /** The row that says a figure of a person: the first of those that do. */
  private saying(row: number, field: FigureField): number {
    const isGiven = (at: number) => (this.columns[field][at] ?? '') !== '';
    if (this.completed.size === 0 || isGiven(row)) return row;
    return this.completed.get(row)?.find(isGiven) ?? row;
  }

  amount(row: number, field: (typeof AMOUNTS)[number]): number {
    const at = this.saying(row, field);
    const text = this.columns[field][at] ?? '';
    if (text === '') return Number.NaN;
    if (this.currencies.several && this.currencies.isOther(text, ...this.around(at, field))) {
      this.doubt(at, `${field} in another currency than ${this.currency}; left out`);
      return Number.NaN;
    }
    const value = this.style(at).amount[field](text);
    if (value >= 0) return value;
    if (value === THOUSANDTH) {
      this.doubt(
        at,
        `${field} that may be a thousandth of what is meant, as it has three digits behind its mark; left out`,
      );
      return Number.NaN;
    }
    this.doubt(at, `${field} that is no amount`);
    return Number.NaN;
  }

  fte(row: number): number {
    const full = this.saying(row, 'fte');
    const at = this.columns.fte[full] ? full : this.saying(row, 'weeklyHours');
    const text = this.columns.fte[at] ?? '';
    const hours = text === '' ? (this.columns.weeklyHours[at] ?? '') : '';
    if (text === '' && hours === '') return 1;
    const value = text === '' ? this.style(at).fteOfHours(hours) : this.style(at).fte(text);
    if (value >= 0 && value <= MOST_FTE) return value;
    this.doubt(at, `an FTE that is not between 0 and ${MOST_FTE}; taken as 1`);
    return 1;
  }

  /** The shares of jobs in the work of a person, by their rows; undefined where they are not all given. */
  shares(rows: readonly number[]): readonly number[] | undefined {
    const found = rows.map((at) =>
      amount((this.columns.share[at] ?? '').replace(/^(\d*),(\d+)/, '$1.$2'), '.'),
    );
    const sum = found.reduce((total, share) => total + share, 0);
    return sum > 0 && found.every((share) => share >= 0) ? found.map((share) => share / sum) : undefined;
  }

  /** Whether the row says what its fte is. */
  hasFte(row: number): boolean {
    const text = (field: 'fte' | 'weeklyHours') => this.columns[field][this.saying(row, field)] ?? '';
    return text('fte') !== '' || text('weeklyHours') !== '';
  }

  level(row: number): number {
    const at = this.saying(row, 'level');
    const level = this.columns.level[at] ?? '';
    return level === '' ? Number.NaN : Number(level);
  }

  /** A day, '' where it is none, without a word on it. */
  day(row: number, field: (typeof DATES)[number]): string {
    const at = this.saying(row, field);
    const text = this.columns[field][at] ?? '';
    return text === '' || NO_DAY.test(text) ? '' : this.style(at).date(text);
  }

  date(row: number, field: (typeof DATES)[number]): string {
    const at = this.saying(row, field);
    const text = this.columns[field][at] ?? '';
    if (text === '' || NO_DAY.test(text)) return '';
    const day = this.style(at).date(text);
    if (day === '') this.doubt(at, `${field} that is no date, or that could be two`);
    return day;
  }

  /** Says what was assumed, once all seats have been asked for. */
  end(): void {
    if (this.months > 0)
      this.journal.assume(
        `The cost of ${counted(this.months, 'seat')} is twelve times the pay of a month, without what comes on top of it.`,
      );
    if (this.ranges > 0)
      this.journal.assume(
        `The cost of ${counted(this.ranges, 'seat')} is the middle of the pay range times FTE, without what comes on top of pay.`,
      );
  }

  /** What may say the currency of an amount: the cell beside it, and the header above it. */
  private around(at: number, field: string): [string, string] {
    return [this.beside[at] ?? '', this.headers[this.extract.file[at]!]!.get(field) ?? ''];
  }

  private style(at: number): Style {
    return this.styles[this.extract.file[at]!]!;
  }

  private doubt(at: number, what: string): void {
    const { file, row } = this.extract;
    this.journal.row('doubtful', what, this.files[file[at]!]!.file, row[at]!);
  }
}

/** What is said where the header multiplies the numbers below it. */
export const inMultiples = (header: string, times: number): string =>
  `${quoted(header)} is in ${times === 1e3 ? 'thousands' : 'millions'}: multiplied by ${grouped(times)}.`;

function styleOf(
  { file, delimiter, source, bound }: PeopleFile,
  extract: Extract,
  index: number,
  journal: Journal,
): Style {
  const values = (...fields: PeopleField[]) => extract.textsOf(fields, index);
  const ftes = [...values('fte')].filter((text) => !text.endsWith('%'));
  const fteMark = ftes.some((text) => /^\d*,\d+$/.test(text)) ? ',' : '.';
  const shares = ftes.map((text) => amount(text, fteMark));
  const percent = shares.filter((share) => share > 5).length > shares.length / 2 && Math.max(...shares) > 60;
  if (percent) {
    const { header } = bound.find(({ field }) => field === 'fte')!;
    journal.assume(`${file}: "${header}" is read as percentages: 100 is one full-time seat.`);
  }
  const hours = values('weeklyHours');
  const hoursMark = [...hours].some((text) => /^\d*,\d+$/.test(text)) ? ',' : '.';
  const full = hours.size === 0 ? 1 : fullTime(extract, index, (text) => amount(text, hoursMark));
  if (hours.size > 0) {
    const { header } = bound.find(({ field }) => field === 'weeklyHours')!;
    journal.assume(`${file}: the FTE follows from "${header}": ${full} hours count as one full-time seat.`);
  }
  const amounts = [...values(...AMOUNTS)];
  const [usualMark, open] = [decimalMark(amounts, delimiter), leaveOpen(amounts)];
  // Where the days that are used leave it open, any other column of the file may show the order.
  const order =
    source.dateOrder ??
    orderOfDates(values(...DATES)) ??
    orderOfDates((extract.spare[index] ?? []).flatMap(({ values: texts }) => texts.slice(0, MOST_KNOWN)));
  const amountOf = (field: (typeof AMOUNTS)[number]) => {
    const header = bound.find((one) => one.field === field)?.header ?? '';
    const { times } = multipleIn(header);
    if (times > 1) journal.assume(`${file}: ${inMultiples(header, times)}`);
    const isOpen = open && field !== 'hourlyPay' && times === 1;
    const mark = isOpen ? moneyMark(values(field), header, usualMark) : usualMark;
    if (mark !== usualMark) journal.assume(`${file}: ${readAsThousands(header, mark)}`);
    const read = (text: string) => amount(text, mark, times);
    const some = [...values(field)]
      .slice(0, MOST_COMPARED)
      .map(read)
      .filter((value) => value > 0)
      .sort((a, b) => a - b);
    const usual = [some[some.length >> 1] ?? 0, some.at(-1) ?? 0];
    return remembered((text) => {
      const value = read(text);
      const meant = value * 1000;
      const doubtful =
        DOUBTFUL.test(text) && usual.some((other) => meant < other * CLOSE && meant * CLOSE > other);
      return doubtful ? THOUSANDTH : value;
    });
  };
  return {
    amount: Object.fromEntries(AMOUNTS.map((field) => [field, amountOf(field)])) as Style['amount'],
    fte: remembered((text) => {
      const value = amount(text, fteMark) / (percent || text.endsWith('%') ? 100 : 1);
      return Math.round(value * 1e6) / 1e6;
    }),
    fteOfHours: remembered((text) => Math.round((amount(text, hoursMark) / full) * 1e6) / 1e6),
    date: remembered((text) => isoDate(text, order) || countedDay(text)),
  };
}

/** The hours of a full-time seat: those that most have of the ones that may be full time, else the most that anybody has. */
function fullTime(extract: Extract, index: number, read: (text: string) => number): number {
  const counts = new Map<number, number>();
  extract.column('weeklyHours').forEach((text, at) => {
    const hours = read(text);
    if (extract.file[at] === index && hours > 0) counts.set(hours, (counts.get(hours) ?? 0) + 1);
  });
  const all = [...counts].sort(([a, many], [b, few]) => few - many || b - a);
  const [most] = all.find(([hours]) => hours >= FULL_TIME) ?? [Math.max(...counts.keys())];
  return most > 0 ? most : 1;
}
