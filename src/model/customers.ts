import { rowsById, someColumns } from '../base/columns.ts';
import type { JourneyShare, Loaded } from '../schema/loaded.ts';
import { listedBy } from './listed.ts';
import {
  type Attribute,
  CUSTOMERS_AS_GIVEN,
  type Customers,
  type Index,
  type Irregularity,
  type Origin,
  originOfRow,
  type Relationships,
} from './organisation.ts';
import { resolveServes } from './units.ts';

const isNumber = (text: string) => text !== '' && Number.isFinite(Number(text));

/** Codes the values of an attribute in their order by code unit. Numeric when every value given is a number. */
function encode(name: string, column: readonly string[]): Attribute {
  const values = [...new Set(column)].filter((text) => text !== '').sort((a, b) => (a < b ? -1 : 1));
  const codeOf = new Map(values.map((value, code) => [value, code]));
  const codes = new Int32Array(column.length).map((_, row) => codeOf.get(column[row]!) ?? -1);
  return { name, codes, values, numeric: values.length > 0 && values.every(isNumber) };
}

/** Cuts a numeric attribute into the classes that the file declares: below the first limit, then from each limit on. */
function classify(attribute: Attribute, limits: readonly number[]): Attribute {
  const ascending = [...limits].sort((a, b) => a - b);
  const values = ascending.map((limit, i) =>
    i === 0 ? `under ${limit}` : `${ascending[i - 1]} to under ${limit}`,
  );
  values.push(`${ascending.at(-1)} and more`);
  const classOf = attribute.values.map((text) => {
    const value = Number(text);
    if (Number.isNaN(value)) return -1;
    const at = ascending.findIndex((limit) => value < limit);
    return at < 0 ? ascending.length : at;
  });
  const codes = attribute.codes.map((code) => (code < 0 ? -1 : classOf[code]!));
  return { name: attribute.name, codes, values, numeric: false };
}

/** How often each journey is gone through: as given, those without a share alike of what is left; scaled to sum to 1. */
function sharesOf(written: readonly JourneyShare[]): readonly JourneyShare[] {
  const sum = written.reduce((total, { share }) => total + share, 0);
  const open = written.filter(({ share }) => share === 0).length;
  const rest = open === 0 ? 0 : sum < 1 ? (1 - sum) / open : sum / (written.length - open);
  const total = sum + rest * open;
  return written.map(({ id, share }) => ({ id, share: (share > 0 ? share : rest) / total }));
}

/** The customers of a file as columns, with attributes coded and each row's journey found. */
export function resolveCustomers(
  loaded: Loaded,
  capabilityIndex: ReadonlyMap<string, Index>,
): { customers: Customers; customerIndex: ReadonlyMap<string, Index> } {
  const { customers: rows, input } = loaded;
  const customerIndex = rowsById(rows.id);
  const attributes = [...rows.attributes].map(([name, column]) => {
    const attribute = encode(name, column);
    const classes = input.attributes[name]?.classes;
    return classes === undefined ? attribute : classify(attribute, classes);
  });
  const journeyIndex = new Map(input.journeys.map((journey, index) => [journey.id, index]));
  const journey = new Int32Array(rows.count);
  for (let at = input.journeys.length - 1; at >= 0; at--) {
    const given = input.journeys[at]!.serves;
    if (given === undefined) continue;
    const serves = resolveServes(given, { attributes, count: rows.count }, customerIndex);
    if (serves.kind === 'all') journey.fill(at);
    else if (serves.kind === 'some') for (const customer of serves.customers) journey[customer] = at;
  }
  rows.journey.forEach((id, customer) => {
    const own = id === '' ? undefined : journeyIndex.get(id);
    if (own !== undefined) journey[customer] = own;
  });
  const journeys = new Map<Index, Customers['journeys'] extends ReadonlyMap<Index, infer S> ? S : never>();
  for (const [customer, written] of rows.journeys) {
    const shares = sharesOf(written).flatMap(({ id, share }) => {
      const own = journeyIndex.get(id);
      return own === undefined ? [] : [{ journey: own, share }];
    });
    const [first] = [...shares].sort((a, b) => b.share - a.share);
    if (first === undefined) continue;
    journey[customer] = first.journey;
    if (shares.length > 1) journeys.set(customer, shares);
  }
  const byIndex = (columns: ReadonlyMap<string, Float64Array>): ReadonlyMap<Index, Float64Array> =>
    new Map(
      [...columns].flatMap(([id, hours]) => {
        const capability = capabilityIndex.get(id);
        return capability === undefined ? [] : [[capability, hours]];
      }),
    );
  const customers: Customers = {
    ...someColumns(rows, CUSTOMERS_AS_GIVEN),
    count: rows.count,
    market: Int8Array.from(rows.market, (market) => (market === 'b2b' ? 0 : market === 'b2c' ? 1 : -1)),
    prospect: new Uint8Array(rows.count).map((_, row) => (rows.status[row] === 'prospect' ? 1 : 0)),
    effort: byIndex(rows.effort),
    assumedEffort: byIndex(rows.assumedEffort),
    journey,
    journeys,
    attributes,
    origin: originOfRow(rows),
  };
  return { customers, customerIndex };
}

/** Who serves whom by name: owners of accounts, then the customers that people list; each pair once. */
export function resolveRelationships(
  loaded: Loaded,
  seatIndex: ReadonlyMap<string, Index>,
  customerIndex: ReadonlyMap<string, Index>,
): { relationships: Relationships; owners: ReadonlySet<Index>; irregularities: readonly Irregularity[] } {
  const { customers: rows, people } = loaded;
  const pairs: Pairs = { customer: [], seat: [] };
  const owners = new Set<Index>();
  const unknown: { customer: Index; id: string }[] = [];
  const relate = (customer: Index, seat: Index) => {
    pairs.customer.push(customer);
    pairs.seat.push(seat);
  };
  for (const [customer, ids] of rows.owner)
    for (const id of ids) {
      const seat = seatIndex.get(id);
      if (seat === undefined) unknown.push({ customer, id });
      else {
        owners.add(seat);
        relate(customer, seat);
      }
    }
  const strangers: { seat: Index; id: string }[] = [];
  for (const [seat, ids] of people.serves)
    for (const id of ids) {
      const customer = customerIndex.get(id);
      if (customer === undefined) strangers.push({ seat, id });
      else relate(customer, seat);
    }
  const irregularities: Irregularity[] = [];
  if (unknown.length > 0) {
    const lost = listedBy(unknown, rows, ({ customer }) => customer);
    const at: Origin = () => rows.source.position(rows.offset[lost[0]!.customer]!);
    irregularities.push({
      kind: 'unknown-customer-owner',
      members: lost.map(({ customer }) => customer),
      detail: lost.map(({ id }) => id),
      at,
    });
  }
  if (strangers.length > 0) {
    const lost = listedBy(strangers, people, ({ seat: stranger }) => stranger);
    irregularities.push({
      kind: 'unknown-customer',
      members: lost.map(({ seat: stranger }) => stranger),
      detail: lost.map(({ id }) => id),
      at: () => people.source.position(people.offset[lost[0]!.seat]!),
    });
  }
  return { relationships: byCustomer(pairs, rows.count, people.count), owners, irregularities };
}

interface Pairs {
  readonly customer: Index[];
  readonly seat: Index[];
}

/** Pairs in rows by customer, in their order, each once. */
function byCustomer(pairs: Pairs, customers: number, seats: number): Relationships {
  const from = new Int32Array(customers + 1);
  for (const customer of pairs.customer) from[customer + 1]!++;
  for (let customer = 0; customer < customers; customer++) from[customer + 1]! += from[customer]!;
  const all = new Int32Array(pairs.seat.length);
  const next = from.slice();
  for (let at = 0; at < all.length; at++) all[next[pairs.customer[at]!]!++] = pairs.seat[at]!;
  const start = new Int32Array(customers + 1);
  /** The last customer that each seat is in a row of. */
  const last = new Int32Array(seats).fill(-1);
  let kept = 0;
  for (let customer = 0; customer < customers; customer++) {
    for (let at = from[customer]!; at < from[customer + 1]!; at++) {
      const seat = all[at]!;
      if (last[seat] === customer) continue;
      last[seat] = customer;
      all[kept++] = seat;
    }
    start[customer + 1] = kept;
  }
  return { start, seat: all.slice(0, kept) };
}
