import { given } from '../base/given.ts';
import type { LineRow } from '../schema/loaded.ts';
import { cellOfValue, csvOf } from './csv.ts';
import { filledMap, withoutEmpty } from './yaml.ts';

/** A seat as it will be written; text that is not given is '', a number NaN. */
export interface PersonEntry {
  readonly id: string;
  readonly name: string;
  /** Only where the id follows from it. */
  readonly email?: string;
  readonly title: string;
  department: string;
  division: string;
  readonly capability: string;
  readonly secondary: readonly string[];
  readonly fte: number;
  readonly costPerYear: number;
  readonly hourlyPay: number;
  readonly level: number;
  readonly location: string;
  manager: string;
  /** Lines of several managers; empty where `manager` says it all. */
  lines: readonly LineRow[];
  readonly serves: readonly string[];
  readonly vacant: boolean;
  readonly workerType?: 'employee' | 'contractor' | '';
  readonly start: string;
  readonly end: string;
  /** Where the person was before a proposal moved them. */
  readonly previously?: { readonly department: string; readonly manager: string };
}

/** Lines as a cell, with a weight or its empty place: without it the end of an id could be read as one. */
export const linesCell = (lines: readonly LineRow[]): string =>
  lines
    .map(
      ({ to, kind, weight, job }) =>
        `${to}:${weight > 0 ? weight : ''}:${kind}${job === undefined ? '' : `:${job}`}`,
    )
    .join(';');

/** A field of a seat as it is written. */
interface Field {
  readonly key: string;
  /** In the list, where it is not the value itself. */
  readonly entry?: (person: PersonEntry) => unknown;
  /** In a table, where it is not the value itself; `false` where it has no column of that name. */
  readonly cell?: ((person: PersonEntry) => string) | false;
  readonly plain?: true;
  readonly always?: true;
}

/** In the order in which they are written. */
const FIELDS: readonly Field[] = [
  { key: 'id' },
  { key: 'name' },
  { key: 'email' },
  // An empty title too: by it a table is known as one of people when it is imported again.
  { key: 'title', always: true },
  { key: 'department' },
  // In a list the departments say it.
  { key: 'division', entry: () => '' },
  { key: 'capability' },
  { key: 'secondary' },
  { key: 'manager' },
  {
    key: 'managers',
    entry: ({ lines }) =>
      lines.map(({ to, kind, weight, job }) => ({
        to,
        kind,
        ...(weight > 0 ? { weight } : {}),
        ...given({ job }),
      })),
    cell: ({ lines }) => (lines.length === 0 ? '' : linesCell(lines)),
  },
  { key: 'fte', plain: true, entry: ({ fte }) => (fte === 1 ? '' : fte) },
  { key: 'costPerYear', plain: true },
  { key: 'hourlyPay', plain: true },
  { key: 'level', plain: true },
  { key: 'location' },
  { key: 'serves' },
  { key: 'vacant', plain: true, entry: ({ vacant }) => vacant || '' },
  { key: 'workerType', plain: true },
  { key: 'start', plain: true },
  { key: 'end', plain: true },
  { key: 'previously', entry: ({ previously }) => filledMap(previously), cell: false },
  {
    key: 'previously.department',
    entry: () => '',
    cell: ({ previously }) => previously?.department ?? '',
  },
  { key: 'previously.manager', entry: () => '', cell: ({ previously }) => previously?.manager ?? '' },
];

const fieldOf = (person: PersonEntry, key: string) => person[key as keyof PersonEntry];

/** A person as an entry of the list. */
export const personEntry = (person: PersonEntry): object =>
  withoutEmpty(
    Object.fromEntries(
      FIELDS.map(({ key, entry }) => [key, entry === undefined ? fieldOf(person, key) : entry(person)]),
    ),
  );

/** People as a CSV file that an organisation file names. */
export function peopleCsv(people: readonly PersonEntry[]): string {
  const fullTime = people.every(({ fte }) => fte === 1);
  return csvOf(
    people,
    FIELDS.flatMap(({ key, cell = (person) => cellOfValue(fieldOf(person, key)), plain, always }) =>
      cell === false || (key === 'fte' && fullTime)
        ? []
        : [{ header: key, cell, ...given({ plain, always }) }],
    ),
  );
}
