import { folded, headerKey } from '../../base/text.ts';
import { languages, surestFirst } from '../../languages/languages.ts';
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

/** Headers of figures of ours, of which there may be a column for each year; a turnover of one year is what was invoiced in it. */
const OF_A_YEAR = new Set([
  ...(['revenue', 'margin'] as const).flatMap((field) => CUSTOMER_COLUMNS[field] ?? []).map(headerKey),
  ...[...TURNOVER].filter((key) => !/annual|company|total|jahres|annuel|anual|annuo/.test(key)),
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

const BUSINESS =
  /^(?:b2b|business|company|organi[sz]ation|corporate|enterprise|store|reseller|partner account|smb|sme|mid-?market|small business|public sector|government|gesch[äa]ftskunden?|firmenkunden?|entreprise|professionnel|empresa|zakelijk|azienda)$/i;
const CONSUMER =
  /^(?:b2c|consumers?|individuals?|person|private|retail customers?|households?|home|person account|privatkunden?|particulier|particular|privato)$/i;

/** What a cell says of the market; undefined where it says something else. */
export function marketOf(cell: string): 'b2b' | 'b2c' | undefined {
  if (BUSINESS.test(cell)) return 'b2b';
  return CONSUMER.test(cell) ? 'b2c' : undefined;
}
