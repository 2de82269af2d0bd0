import { rowsById } from '../base/columns.ts';
import { given } from '../base/given.ts';
import { addTo } from '../base/groups.ts';
import { alternatives } from '../base/text.ts';
import { matchingOf } from '../measures/change/matching.ts';
import { relationshipChanges } from '../measures/change/relationships.ts';
import { effortOf } from '../model/effort.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import type { Loaded } from '../schema/loaded.ts';
import { type CustomerEntry, customerEntry } from '../write/customers.ts';
import { commentLines, itemLines } from '../write/lines.ts';
import { flow } from '../write/yaml.ts';
import { figure, nameOf } from './wording.ts';

/** The customers of a proposal as they are written, in the order of their file. */
export interface Accounts {
  readonly list: readonly CustomerEntry[];
  /** Capabilities with hours. */
  readonly effort: readonly string[];
  readonly attributes: readonly string[];
  /** Customers that each seat serves by name without owning them. */
  readonly serves: ReadonlyMap<Index, readonly string[]>;
}

/** Ends of the scale where a file does not say. */
const LOWEST = 0;
const HIGHEST = 10;

/**
 * The customers of the file, with the hours that were assumed and with the owners who still serve them: what a design ends
 * must not come back when its file is read. What customers need was spread by who does it today, and stays as it is
 * whoever does it then. Linear in customers times capabilities, and in the relationships.
 */
export function accountsOf({ customers: rows }: Loaded, before: Organisation, after: Organisation): Accounts {
  const { customers, relationships, people, capabilities } = after;
  const index = rowsById(customers.id);
  const serves = new Map<Index, string[]>();
  const ownersOf = (row: number, at: Index): string[] => {
    const given = rows.owner.get(row) ?? [];
    const owners: string[] = [];
    for (let k = relationships.start[at]!; k < relationships.start[at + 1]!; k++) {
      const seat = relationships.seat[k]!;
      if (given.includes(people.id[seat]!)) {
        owners.push(people.id[seat]!);
        continue;
      }
      addTo(serves, seat, rows.id[row]!);
    }
    return owners;
  };
  const hours = new Map([...effortOf(before).hours].map(([at, own]) => [before.capabilities[at]!.id, own]));
  const today = rowsById(before.customers.id);
  const columns = capabilities.flatMap(({ id }) => {
    const [given, worked] = [rows.effort.get(id), hours.get(id)];
    return given === undefined && worked === undefined ? [] : [{ id, given, worked }];
  });
  const attributes = [...rows.attributes];
  const list = Array.from({ length: rows.count }, (_, row): CustomerEntry => {
    const at = index.get(rows.id[row]!)!;
    const { score, lowest, highest, count } = rows.answers;
    const effort = columns.map(({ given }) => given?.[row] ?? Number.NaN);
    return {
      id: rows.id[row]!,
      name: rows.name[row]!,
      count: rows.customers[row]!,
      market: rows.market[row]!,
      owner: ownersOf(row, at),
      parent: rows.parent[row]!,
      status: rows.status[row]!,
      journey: rows.journey[row]!,
      ...given({ journeys: rows.journeys.get(row) }),
      figures: {
        revenue: rows.revenue[row]!,
        margin: rows.margin[row]!,
        retention: rows.retention[row]!,
        acquisitionCost: rows.acquisitionCost[row]!,
        'satisfaction.score': score[row]!,
        'satisfaction.min': lowest[row] === LOWEST ? Number.NaN : lowest[row]!,
        'satisfaction.max': highest[row] === HIGHEST ? Number.NaN : highest[row]!,
        'satisfaction.n': count[row]!,
      },
      effort,
      assumedEffort: columns.map(({ worked }, column) =>
        worked === undefined || !Number.isNaN(effort[column]!)
          ? Number.NaN
          : figure(worked[today.get(rows.id[row]!)!]!),
      ),
      attributes: attributes.map(([, values]) => values[row]!),
    };
  });
  return { list, effort: columns.map(({ id }) => id), attributes: attributes.map(([name]) => name), serves };
}

/** A name that no map in YAML can have. */
const NO_KEY = '__proto__';

/** `customers:` where they stand in a file of their own. */
export const customersFileLines = (name: string): string[] => [`customers: { file: ${flow(name)} }`];

/** `customers:` as a list; the attributes in `named` are there though no customer has a value. */
export function customerLines(
  accounts: Accounts,
  named: ReadonlySet<string>,
  ended: (row: number) => readonly string[],
): string[] {
  const { list } = accounts;
  if (list.length === 0) return ['customers: []'];
  const kept = accounts.attributes.flatMap((name, at) => (name === NO_KEY ? [] : [{ name, at }]));
  const columns = { effort: accounts.effort, attributes: kept.map(({ name }) => name) };
  const empty = kept.filter(
    ({ name, at }) => named.has(name) && list.every((row) => row.attributes[at] === ''),
  );
  const entries = list.map((row, index): object => {
    const attributes = kept.map(({ at }) => row.attributes[at]!);
    const entry: { attributes?: object } = customerEntry({ ...row, attributes }, columns);
    if (index > 0 || empty.length === 0) return entry;
    return {
      ...entry,
      attributes: { ...entry.attributes, ...Object.fromEntries(empty.map(({ name }) => [name, ''])) },
    };
  });
  return [
    'customers:',
    ...entries.flatMap((entry, row) => {
      const lost = ended(row);
      const remark =
        lost.length === 0 ? [] : commentLines(`no longer served by ${alternatives(lost, 'or')}`, '  ');
      return [...remark, ...itemLines(entry)];
    }),
  ];
}

/** Attributes that the rest of the file names. */
export function namedAttributes({ input }: Loaded, { units }: Organisation): ReadonlySet<string> {
  const wheres = [
    ...units.map(({ serves }) => (serves.kind === 'some' ? serves.where : undefined)),
    ...input.journeys.map(({ serves }) =>
      typeof serves === 'object' && 'where' in serves ? serves.where : undefined,
    ),
  ];
  const wanted = input.context.targetMarkets?.attribute;
  return new Set([
    ...Object.keys(input.attributes),
    ...(wanted === undefined ? [] : [wanted]),
    ...wheres.flatMap((where) => Object.keys(where ?? {})),
  ]);
}

/** Who served a customer row by name before and does not any more. */
export function endedFor(
  { customers: rows }: Loaded,
  before: Organisation,
  after: Organisation,
): (row: number) => readonly string[] {
  const place = rowsById(before.customers.id);
  const lost = new Map<Index, readonly string[]>();
  for (const change of relationshipChanges(matchingOf(before, after)))
    if (change.broken.length > 0)
      lost.set(
        change.before,
        change.broken.map((seat) => nameOf(before, seat)),
      );
  return (row) => lost.get(place.get(rows.id[row]!)!) ?? [];
}
