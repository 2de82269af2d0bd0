import { unfitByName, unfitByValues } from '../../../languages/customer-attributes.ts';
import type { Attribute, Index, Organisation } from '../../../model/organisation.ts';
import { outcomesIn } from './outcomes.ts';
import { namesPeople } from './usable.ts';

/** Something that customers can be compared by. */
export interface Trait {
  readonly name: string;
  /** Difference of two customers, 0 to 1; NaN where it is not known of one of them. */
  difference(a: Index, b: Index): number;
  /** What tells the customers in the list from all others, and how clearly, 0 to 1; null for nothing. */
  typical(customers: readonly Index[]): { readonly label: string; readonly strength: number } | null;
  /** Text that is the same for customers who are the same in it. */
  key(customer: Index): string;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** A number: differences are shares of its range (Gower 1971). null where all are the same. */
function numberTrait(name: string, column: Float64Array): Trait | null {
  const order = [...column.keys()]
    .filter((row) => Number.isFinite(column[row]!))
    .sort((a, b) => column[a]! - column[b]!);
  const range = order.length === 0 ? 0 : column[order.at(-1)!]! - column[order[0]!]!;
  if (!(range > 0) || !Number.isFinite(range)) return null;
  // Place in the order, 0 to 1, equal values sharing the middle of theirs: an outlier says no more than being the last.
  const place = new Float64Array(column.length).fill(Number.NaN);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && column[order[to + 1]!] === column[order[from]!]) to++;
    for (let at = from; at <= to; at++) place[order[at]!] = (from + to) / 2 / Math.max(1, order.length - 1);
    from = to + 1;
  }
  return {
    name,
    difference: (a, b) => Math.abs(column[a]! - column[b]!) / range,
    typical: (customers) => {
      const places = customers.map((row) => place[row]!).filter((value) => !Number.isNaN(value));
      if (places.length === 0) return null;
      const off = mean(places) - 0.5;
      return { label: `${name} ${off > 0 ? 'high' : 'low'}`, strength: 2 * Math.abs(off) };
    },
    key: (customer) => String(column[customer]!),
  };
}

/** A word out of several: the same or not. */
function wordTrait(name: string, codes: ArrayLike<number>, values: readonly string[]): Trait {
  const shares = (rows: Iterable<Index>) => {
    const counts = new Float64Array(values.length);
    let known = 0;
    for (const row of rows)
      if (codes[row]! >= 0) {
        counts[codes[row]!]!++;
        known++;
      }
    return counts.map((count) => (known > 0 ? count / known : 0));
  };
  const overall = shares(Array.from(codes, (_, row) => row));
  return {
    name,
    difference: (a, b) => (codes[a]! < 0 || codes[b]! < 0 ? Number.NaN : codes[a] === codes[b] ? 0 : 1),
    typical: (customers) => {
      const more = shares(customers).map((share, code) => share - overall[code]!);
      const most = more.reduce((best, value, code) => (value > more[best]! ? code : best), 0);
      return more[most]! > 0 ? { label: `${name} ${values[most]}`, strength: more[most]! } : null;
    },
    key: (customer) => String(codes[customer]),
  };
}

/** The mix of needs: half the sum of the differences of the shares, 1 where two customers need nothing alike. */
function mixTrait(columns: readonly Float64Array[], capabilities: readonly string[]): Trait {
  const known = [...columns[0]!.keys()].filter((row) => !Number.isNaN(columns[0]![row]!));
  const shares = (rows: readonly Index[]) => columns.map((column) => mean(rows.map((row) => column[row]!)));
  const overall = shares(known);
  return {
    name: 'mix of needs',
    difference: (a, b) => columns.reduce((sum, column) => sum + Math.abs(column[a]! - column[b]!), 0) / 2,
    typical: (customers) => {
      const own = customers.filter((row) => !Number.isNaN(columns[0]![row]!));
      if (own.length === 0) return null;
      const more = shares(own).map((share, at) => share - overall[at]!);
      const most = more.reduce((best, value, at) => (value > more[best]! ? at : best), 0);
      return more[most]! > 0 ? { label: `much ${capabilities[most]}`, strength: more[most]! } : null;
    },
    key: (customer) => columns.map((column) => column[customer]!).join('/'),
  };
}

/** Whether nearly every customer has a value of its own, as names and numbers of accounts are. */
const isIdentifier = ({ codes, values }: Attribute) => {
  let given = 0;
  for (const code of codes) if (code >= 0) given++;
  return values.length * 2 > given;
};

/**
 * All that customers can be compared by: what the outcomes are of, revenue per customer, cost of acquisition, market, and
 * every attribute but identifiers, those that are the same for all, those that only file a customer (a date, a postcode, whom to
 * talk to), and those declared `basis: false`.
 */
export function traitsOf(organisation: Organisation): readonly Trait[] {
  const { customers, capabilities, attributeOptions } = organisation;
  const traits: (Trait | null)[] = outcomesIn(organisation).map(({ name, columns }) =>
    columns.length > 1
      ? mixTrait(
          columns,
          [...customers.effort.keys()].map((capability) => capabilities[capability]!.name),
        )
      : numberTrait(name, columns[0]!),
  );
  traits.push(
    numberTrait(
      'revenue',
      customers.revenue.map((value, row) => value / customers.customers[row]!),
    ),
    numberTrait('acquisition cost', customers.acquisitionCost),
  );
  if (customers.market.includes(0) && customers.market.includes(1))
    traits.push(wordTrait('market', customers.market, ['b2b', 'b2c']));
  for (const attribute of customers.attributes) {
    const { name, codes, values } = attribute;
    const declared = attributeOptions[name]?.basis;
    if (declared === false || values.length < 2) continue;
    const files = unfitByName(name) === 'filing' || unfitByValues(values);
    if (declared !== true && files) continue;
    if (attribute.numeric)
      traits.push(
        numberTrait(
          name,
          Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : Number(values[code]))),
        ),
      );
    else if (!isIdentifier(attribute) && !namesPeople(organisation, attribute))
      traits.push(wordTrait(name, codes, values));
  }
  return traits.filter((trait) => trait !== null);
}

/**
 * Gower's distance: the mean difference over the traits known of both customers; 1 where there are none, so that who cannot
 * be compared is never thought alike. Gower 1971.
 */
export function gowerDistance(traits: readonly Trait[], a: Index, b: Index): number {
  let sum = 0;
  let known = 0;
  for (const trait of traits) {
    const difference = trait.difference(a, b);
    if (Number.isNaN(difference)) continue;
    sum += difference;
    known++;
  }
  return known === 0 ? 1 : sum / known;
}
