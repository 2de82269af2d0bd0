import { folded } from '../base/text.ts';
import type { JourneyShare } from '../schema/loaded.ts';
import { customerColumns } from '../schema/read/columns.ts';
import { csvOf } from './csv.ts';
import { filledMap, withoutEmpty } from './yaml.ts';

export const CUSTOMER_FIGURES = [
  'revenue',
  'margin',
  'retention',
  'acquisitionCost',
  'satisfaction.score',
  'satisfaction.min',
  'satisfaction.max',
  'satisfaction.n',
] as const;
export type CustomerFigure = (typeof CUSTOMER_FIGURES)[number];

/** A customer, or a segment of them, as it will be written; figures are NaN where not given. */
export interface CustomerEntry {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly market: 'b2b' | 'b2c' | '';
  /** Where it is no customer yet. */
  readonly status?: 'customer' | 'prospect' | '';
  readonly owner: readonly string[];
  readonly parent: string;
  readonly figures: Readonly<Record<CustomerFigure, number>>;
  readonly journey?: string;
  /** Where there are several, in place of `journey`. */
  readonly journeys?: readonly JourneyShare[];
  /** Hours a month by capability, in the order of the capabilities. */
  readonly effort: readonly number[];
  /** The same where they are not known but assumed. */
  readonly assumedEffort?: readonly number[];
  readonly attributes: readonly string[];
}

/** Customers with the names of what they have a value for each. */
export interface CustomerTable {
  readonly list: readonly CustomerEntry[];
  /** Capabilities with hours. */
  readonly effort: readonly string[];
  readonly attributes: readonly string[];
}

/** A customer as an entry of the list. */
export function customerEntry(
  row: CustomerEntry,
  { effort, attributes }: Pick<CustomerTable, 'effort' | 'attributes'>,
): object {
  const named = (names: readonly string[], values: readonly (number | string)[]) =>
    filledMap(Object.fromEntries(names.map((name, index) => [name, values[index]])));
  const figures = Object.fromEntries(
    CUSTOMER_FIGURES.filter((field) => !field.includes('.')).map((field) => [field, row.figures[field]]),
  );
  const {
    'satisfaction.score': score,
    'satisfaction.min': min,
    'satisfaction.max': max,
    'satisfaction.n': n,
  } = row.figures;
  return withoutEmpty({
    id: row.id,
    name: row.name,
    count: row.count === 1 ? '' : row.count,
    market: row.market,
    status: row.status,
    owner: row.owner.length === 1 ? row.owner[0] : row.owner,
    parent: row.parent,
    journey: row.journey,
    journeys: row.journeys?.map(({ id, share }) => (share > 0 ? { id, share } : id)),
    ...figures,
    satisfaction: Number.isNaN(score) ? undefined : filledMap({ score, min, max, n }),
    effort: named(effort, row.effort),
    assumedEffort: named(effort, row.assumedEffort ?? []),
    attributes: named(attributes, row.attributes),
  });
}

/** Journeys as a cell, each with its share or its empty place: without it the end of an id could be read as one. */
const journeysCell = ({ journeys = [] }: CustomerEntry): string =>
  journeys.map(({ id, share }) => `${id}:${share > 0 ? share : ''}`).join(';');

/** The header of an attribute: with its prefix where another meaning could be seen in it. */
function attributeHeader(name: string, taken: ReadonlySet<string>): string {
  const plain = folded(name);
  return taken.has(plain) || plain === '' || /^(?:effort\b|assumedEffort\.|attributes\.)/i.test(name)
    ? `attributes.${name}`
    : name;
}

/**
 * Customers as a CSV file that an organisation file names. `headers` are words that an import reads as something else than an
 * attribute, `named` the attributes that are written though empty.
 */
export function customersCsv(
  { list, effort, attributes }: CustomerTable,
  headers: Iterable<string>,
  named: ReadonlySet<string> = new Set(),
): string {
  const taken = new Set([...headers, ...customerColumns().map(({ field }) => field)].map(folded));
  return csvOf<CustomerEntry>(list, [
    { header: 'id', cell: ({ id }) => id },
    { header: 'name', cell: ({ name }) => name },
    { header: 'count', cell: ({ count }) => (count === 1 ? '' : count) },
    { header: 'market', cell: ({ market }) => market },
    { header: 'status', cell: ({ status }) => status },
    { header: 'owner', cell: ({ owner }) => owner },
    { header: 'parent', cell: ({ parent }) => parent },
    { header: 'journey', cell: ({ journey }) => journey },
    { header: 'journeys', cell: journeysCell },
    ...CUSTOMER_FIGURES.map((field) => ({
      header: field,
      cell: ({ figures }: CustomerEntry) => figures[field],
    })),
    ...effort.map((capability, index) => ({
      header: `effort.${capability}`,
      cell: (customer: CustomerEntry) => customer.effort[index],
    })),
    ...effort.map((capability, index) => ({
      header: `assumedEffort.${capability}`,
      cell: ({ assumedEffort }: CustomerEntry) => assumedEffort?.[index],
    })),
    ...attributes.map((name, index) => ({
      header: attributeHeader(name, taken),
      ...(named.has(name) ? { always: true as const } : {}),
      cell: (customer: CustomerEntry) => customer.attributes[index]!,
    })),
  ]);
}
