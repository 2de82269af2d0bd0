import { lazy } from '../base/memo.ts';
import { counted } from '../base/text.ts';
import type { Journal } from './journal.ts';

/** Looked up when an amount shows letters: it takes longer than to read a small file. */
const codes = lazy(() => new Set(Intl.supportedValuesOf('currency')));
/** Codes that are no words of headers. */
const CODE =
  /(?<!\p{L})[KT]?(USD|EUR|GBP|CHF|SEK|DKK|NOK|PLN|CZK|HUF|CAD|AUD|NZD|JPY|CNY|INR|BRL|MXN|ZAR|SGD|HKD)(?!\p{L})/u;
/** A dollar sign may be that of several currencies: the cell beside it, or what other amounts show, decides. */
const DOLLAR = '$';
const DOLLARS = ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'];
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/€|\beuros?\b/i, 'EUR'],
  [/£/, 'GBP'],
  [/R\$/, 'BRL'],
  [/US\$/, 'USD'],
  [/\bCA?\$/, 'CAD'],
  [/\bAU?\$/, 'AUD'],
  [/\bNZ\$/, 'NZD'],
  [/\bHK\$/, 'HKD'],
  [/\bS\$/, 'SGD'],
  [/\$/, DOLLAR],
  [/[¥￥]/, 'JPY'],
  [/₹/, 'INR'],
  [/₩/, 'KRW'],
  [/₺/, 'TRY'],
  [/₽/, 'RUB'],
  [/zł/i, 'PLN'],
  [/Kč/i, 'CZK'],
  [/\bS?Fr\b/i, 'CHF'],
];

/** The currency that a header shows; `$` for one of the dollars. */
function inHeader(header: string): string | undefined {
  return CODE.exec(header)?.[1] ?? SIGNS.find(([sign]) => sign.test(header))?.[1];
}

/** What a header ends with where its numbers are thousands or millions: `(k€)`, `in Tsd.`, `($M)`, `(000s)`. */
const MULTIPLE =
  /[\s_,([]{1,3}(?:(?:in|en|x) )?([€$£]|us\$|euros?|[a-z]{3})?[\s,]{0,2}(?:(k|t|tsd\.?|tausend|thousands?|['’]?000['’]?s?|milliers|miles|duizend|migliaia)|(m|mn|mio\.?|millions?|millionen|millones|milioni|miljoen))(?: of| de| d['’])?\s{0,2}([€$£]|us\$|euros?|[a-z]{3})?[\])]?$/i;

/** What the numbers below a header are to be multiplied by, and the header without it. */
export function multipleIn(header: string): { readonly times: number; readonly header: string } {
  const found = MULTIPLE.exec(header);
  if (found === null) return { times: 1, header };
  const [all, before = '', thousand, million, after = ''] = found;
  const currency = [before, after].filter((one) => one !== '');
  const letter = (thousand ?? million)!.length === 1;
  // Of letters alone only a k in brackets says so: (m) may be many things.
  const says = letter ? currency.length > 0 || /^\s*[([]k[\])]$/i.test(all) : true;
  const money = currency.every((one) => !/^[a-z]{3}$/i.test(one) || codes().has(one.toUpperCase()));
  return says && money
    ? { times: thousand === undefined ? 1e6 : 1e3, header: header.slice(0, found.index) }
    : { times: 1, header };
}

/** A header without the unit at its end, which says nothing of what it holds: `Salary (EUR)`, `Revenue in USD`, `Gehalt (T€)`. */
export function withoutCurrency(whole: string): string {
  const { header } = multipleIn(whole);
  const end = /[\s_([][A-Z]{3}[\])]?$/.exec(header);
  if (end === null || !CODE.test(end[0])) return header;
  return header.slice(0, end.index).replace(/\sin$/, '');
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The currency that an amount shows. */
function inAmount(text: string): string | undefined {
  // Most amounts are numbers and nothing else.
  if (isDigit(text.charCodeAt(0)) && isDigit(text.charCodeAt(text.length - 1))) return undefined;
  const code = /(?<!\p{L})(?!STD)[A-Z]{3}(?!\p{L})/u.exec(text)?.[0];
  return code !== undefined && codes().has(code) ? code : inHeader(text);
}

/** The currency that a cell names: `USD`, `eur`, `€`. */
function named(cell: string): string | undefined {
  const code = cell.slice(0, 3).toUpperCase();
  return codes().has(code) && !/^\p{L}{4}/u.test(cell) ? code : inAmount(cell);
}

/** In which currencies amounts are. A file of ours has one, and nothing is converted. */
export class Currencies {
  private readonly amounts = new Map<string, number>();
  private readonly known = new Map<string, string | undefined>();
  private made: string | undefined;
  private others: boolean | undefined;

  /** `fixed` is the currency of the file, where it is known already. */
  constructor(private readonly fixed?: string) {}

  /** Counts an amount of so many rows: its own sign says its currency, else the cell beside it, else the header above it. */
  see(text: string, rows: number, beside: string, header: string): void {
    const code = this.shown(text, beside, header);
    if (code !== undefined) this.amounts.set(code, (this.amounts.get(code) ?? 0) + rows);
  }

  /** That of the file: the one that most amounts are in; undefined where none shows. */
  get main(): string | undefined {
    this.made ??= this.fixed;
    if (this.made === undefined) {
      const [first, ...rest] = this.counts();
      this.made = rest.reduce((most, one) => (one[1] > most![1] ? one : most), first)?.[0];
    }
    return this.made;
  }

  /** Whether any amount is in another currency than the file, once all are seen. */
  get several(): boolean {
    this.others ??= this.counts().some(([code]) => code !== this.main);
    return this.others;
  }

  /** Whether an amount is in another currency than the file. */
  isOther(text: string, beside: string, header: string): boolean {
    const code = this.shown(text, beside, header);
    return code !== undefined && this.resolved(code) !== this.main;
  }

  /** Says what was assumed, and that amounts are left out where there are several currencies. */
  tell(journal: Journal): void {
    const all = this.counts();
    if (this.amounts.has(DOLLAR))
      journal.assume(`Amounts with a dollar sign are in ${this.resolved(DOLLAR)}.`);
    const others = all.filter(([code]) => code !== this.main);
    if (others.length === 0) return;
    const own = this.fixed === undefined || all.some(([code]) => code === this.fixed);
    const shown = [
      ...(own ? [] : [`those of people in ${this.fixed}`]),
      ...all.map(([code, count]) => `${counted(count, 'amount')} in ${code}`),
    ];
    journal.fault(
      `Amounts are in several currencies: ${shown.join(', ')}. A file has one, here ${this.main}, and nothing is converted: amounts in ${others.map(([code]) => code).join(', ')} are left out. Convert them first.`,
    );
  }

  private counts(): [code: string, count: number][] {
    const found = new Map<string, number>();
    for (const [code, count] of this.amounts)
      found.set(this.resolved(code), (found.get(this.resolved(code)) ?? 0) + count);
    return [...found];
  }

  private resolved(code: string): string {
    if (code !== DOLLAR) return code;
    const dollars = [...this.amounts.keys(), this.fixed ?? ''].filter((one) => DOLLARS.includes(one));
    return new Set(dollars).size === 1 ? dollars[0]! : 'USD';
  }

  private shown(text: string, beside: string, header: string): string | undefined {
    const own = inAmount(text);
    if (own !== undefined && own !== DOLLAR) return own;
    const other =
      (beside === '' ? undefined : this.once(beside, named)) ??
      (header === '' ? undefined : this.once(header, inHeader));
    return own === undefined || (other !== undefined && DOLLARS.includes(other)) ? other : own;
  }

  private once(text: string, read: (text: string) => string | undefined): string | undefined {
    if (!this.known.has(text)) this.known.set(text, read(text));
    return this.known.get(text);
  }
}
