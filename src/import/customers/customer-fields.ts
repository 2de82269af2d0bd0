import { folded, headerKey } from '../../base/text.ts';
import { languages, surestFirst } from '../../languages/languages.ts';
import { titleMapper } from '../../model/titles.ts';
import { CUSTOMER_FIGURES } from '../../write/customers.ts';
import { withoutCurrency } from '../currency.ts';
import type { Aliases } from '../sources/source.ts';

export const CUSTOMER_FIELDS = [
  'id',
  'name',
  'firstName',
  'lastName',
  'company',
  'count',
  'market',
  'status',
  ...CUSTOMER_FIGURES,
  'currency',
  'owner',
  'ownerOther',
  'parent',
] as const;
export type CustomerField = (typeof CUSTOMER_FIELDS)[number];

export const CUSTOMER_COLUMNS: Aliases<CustomerField> = Object.freeze(
  Object.fromEntries(
    CUSTOMER_FIELDS.map((field) => [
      field,
      surestFirst(languages.map(({ customers }) => customers[field] ?? [])),
    ]),
  ),
);

/** Every header that is read as something else than an attribute. */
export const CUSTOMER_HEADERS: readonly string[] = Object.values(CUSTOMER_COLUMNS).flat();

/** Headers under which a CRM keeps what a customer turns over itself, not what it pays. */
const TURNOVER = new Set(languages.flatMap(({ turnover }) => turnover.map(headerKey)));
export const isTurnover = (header: string): boolean =>
  TURNOVER.has(headerKey(withoutCurrency(withoutYear(header).header))) && !isOfAYear(header);

const OF_THE_CUSTOMER = /annual|company|total|jahres|annuel|anual|annuo/;
const REVENUE = new Set((CUSTOMER_COLUMNS.revenue ?? []).map(headerKey));
const MARGIN = new Set((CUSTOMER_COLUMNS.margin ?? []).map(headerKey));

/**
 * The header that is ours though it may be a customer's own turnover: a plain one beside a margin, which is earned on what they
 * pay, or the total of deals beside an annual revenue, as a CRM has both. None where another column is the revenue.
 */
export function ownRevenue(cells: readonly string[]): string | undefined {
  const keys = cells.map((cell) => headerKey(withoutCurrency(cell)));
  if (keys.some((key) => REVENUE.has(key) && !TURNOVER.has(key))) return undefined;
  const turnover = keys.flatMap((key, at) => (TURNOVER.has(key) ? [{ key, cell: cells[at]! }] : []));
  const margin = cells.some((cell) => MARGIN.has(headerKey(withoutCurrency(cell).replace(/%|in %/g, ''))));
  const plain = margin ? turnover.find(({ key }) => !OF_THE_CUSTOMER.test(key)) : undefined;
  const total = turnover.find(({ key }) => key === 'totalrevenue');
  return (plain ?? (turnover.some(({ key }) => key === 'annualrevenue') ? total : undefined))?.cell;
}

/** Headers of figures of ours, of which there may be a column for each year; a turnover of one year is what was invoiced in it. */
const OF_A_YEAR = new Set([
  ...(['revenue', 'margin'] as const).flatMap((field) => CUSTOMER_COLUMNS[field] ?? []).map(headerKey),
  ...[...TURNOVER].filter((key) => !OF_THE_CUSTOMER.test(key)),
]);

export function isOfAYear(header: string): boolean {
  const { year, header: rest } = withoutYear(header);
  return year > 0 && OF_A_YEAR.has(headerKey(withoutCurrency(rest)));
}

/** The year of a header, 0 where it has none, and the header without it: `Umsatz 2026 (T€)`, `FY25 Revenue`. */
export function withoutYear(header: string): { readonly year: number; readonly header: string } {
  const found = /(?<![\p{L}\d])(?:(?:FY|GJ) ?(?:20)?|20)(\d\d)(?![\p{L}\d])/iu.exec(header);
  return found === null
    ? { year: 0, header }
    : { year: 2000 + Number(found[1]), header: header.replace(found[0], ' ').trim() };
}

/** The capability of a column of hours a month (`effort.sales`, `Effort: Account Management`), if it is known. */
export function effortOf(header: string, known: ReadonlySet<string>): string | undefined {
  const words = /^effort[\s._:/-]+(.+)$/i.exec(header)?.[1]?.trim();
  if (words === undefined || known.has(words)) return words;
  return [...known].find((id) => folded(id) === folded(words));
}

const HOURS = /\b(?:hours?|hrs|effort|stunden|std|aufwand|heures?|horas?|uren|ore)\b\.?/giu;
/** Of a week, a quarter or a year. */
const OTHER_PERIOD =
  /(?:\b(?:per|a|an|pro|im|par|al|por|je)\b|\/)?\s{0,3}\b(?:week(?:ly)?|quarter(?:ly)?|year(?:ly)?|annual|woche|quartal|jahr|semaine|an|année|semana|año|jaar|settimana|anno)\b\.?/giu;
const A_MONTH =
  /(?:\b(?:per|a|pro|im|par|al|por|je|mois|mes|mese)\b|\/)?\s{0,3}\b(?:month(?:ly)?|mth|monat(?:lich)?|mon|mois|mes|maand|mese)\b\.?/giu;

/** The capability whose hours a column holds by its header, in whatever language: `Aufwand Support (Std./Monat)`; whether they are those of a month. */
export function hoursOf(
  header: string,
): { readonly capability: string; readonly aMonth: boolean } | undefined {
  if (header.search(HOURS) < 0) return undefined;
  const aMonth = header.search(A_MONTH) >= 0;
  const rest = header
    .replace(HOURS, ' ')
    .replace(A_MONTH, ' ')
    .replace(OTHER_PERIOD, ' ')
    .replace(/[^\p{L}&-]+/gu, ' ')
    .trim();
  const capability = rest === '' ? '' : titleMapper({})('', rest);
  return capability === '' ? undefined : { capability, aMonth };
}

const BUSINESS =
  /^(?:b2b|business|company|organi[sz]ation|corporate|enterprise|store|reseller|partner account|smb|sme|mid-?market|small business|public sector|government|gesch[äa]ftskunden?|firmenkunden?|entreprise|professionnel|empresa|zakelijk|azienda)$/i;
const CONSUMER =
  /^(?:b2c|consumers?|individuals?|person|private|retail customers?|households?|home|person account|privatkunden?|particulier|particular|privato)$/i;

/** What a cell says of the market; undefined where it says something else. */
export function marketOf(cell: string): 'b2b' | 'b2c' | undefined {
  if (BUSINESS.test(cell)) return 'b2b';
  return CONSUMER.test(cell) ? 'b2c' : undefined;
}
