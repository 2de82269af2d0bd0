import { folded } from '../../base/text.ts';
import type { Aliases } from '../sources/source.ts';

export const CUSTOMER_FIELDS = [
  'id',
  'name',
  'count',
  'market',
  'revenue',
  'margin',
  'retention',
  'acquisitionCost',
  'satisfaction.score',
  'satisfaction.min',
  'satisfaction.max',
  'satisfaction.n',
  'owner',
  'ownerOther',
  'parent',
] as const;
export type CustomerField = (typeof CUSTOMER_FIELDS)[number];

export const CUSTOMER_COLUMNS: Aliases<CustomerField> = Object.freeze({
  id: [
    'id',
    'customer id',
    'account id',
    'customer number',
    'account number',
    'client id',
    'customer no',
    'customer',
    'account',
  ],
  name: ['name', 'customer name', 'account name', 'client name', 'company name', 'company'],
  count: ['count', 'number of customers', 'customers'],
  market: ['market', 'type', 'customer type', 'account type', 'b2b/b2c', 'client type'],
  revenue: [
    'revenue',
    'revenue per year',
    'yearly revenue',
    'net revenue',
    'customer revenue',
    'revenue with us',
    'arr',
    'annual recurring revenue',
    'acv',
    'annual contract value',
    'billings',
    'invoiced',
    'invoiced per year',
  ],
  margin: ['margin', 'gross margin', 'contribution margin', 'gross profit'],
  retention: ['retention', 'retention rate', 'renewal rate'],
  acquisitionCost: ['acquisition cost', 'customer acquisition cost', 'cac'],
  'satisfaction.score': ['satisfaction.score', 'satisfaction', 'csat', 'satisfaction score'],
  'satisfaction.min': ['satisfaction.min'],
  'satisfaction.max': ['satisfaction.max'],
  'satisfaction.n': ['satisfaction.n'],
  owner: [
    'owner',
    'owner id',
    'account owner id',
    'account manager id',
    'account owner',
    'account manager',
    'sales rep id',
    'sales representative id',
    'customer success manager',
    'key account manager',
    'sales rep',
  ],
  ownerOther: [
    'owner email',
    'account owner email',
    'account manager email',
    'owner name',
    'account manager name',
  ],
  parent: ['parent', 'parent id', 'parent account id', 'parent account', 'parent customer id'],
});

/** Every header that is read as something else than an attribute. */
export const CUSTOMER_HEADERS: readonly string[] = Object.values(CUSTOMER_COLUMNS).flat();

/** Headers under which a CRM keeps what a customer turns over itself, not what it pays. */
const TURNOVER = new Set([
  'annualsales',
  'annualrevenue',
  'turnover',
  'annualturnover',
  'companyrevenue',
  'companyturnover',
  'totalrevenue',
  'umsatz',
]);
export const isTurnover = (header: string): boolean => TURNOVER.has(folded(header));

/** The capability of a column of hours a month (`effort.sales`, `Effort: Account Management`), if it is known. */
export function effortOf(header: string, known: ReadonlySet<string>): string | undefined {
  const words = /^effort[\s._:/-]+(.+)$/i.exec(header)?.[1]?.trim();
  if (words === undefined || known.has(words)) return words;
  return [...known].find((id) => folded(id) === folded(words));
}

const BUSINESS =
  /^(?:b2b|business|company|organi[sz]ation|corporate|enterprise|store|reseller|partner account)$/i;
const CONSUMER = /^(?:b2c|consumer|individual|person|private|retail customer|household|person account)$/i;

/** What a cell says of the market; undefined where it says something else. */
export function marketOf(cell: string): 'b2b' | 'b2c' | undefined {
  if (BUSINESS.test(cell)) return 'b2b';
  return CONSUMER.test(cell) ? 'b2c' : undefined;
}
