import type { RowOf } from '../base/columns.ts';
import { given } from '../base/given.ts';
import type { LineRow, PeopleRows } from '../schema/loaded.ts';
import { cellOfValue, csvOf } from './csv.ts';
import { filledMap, withoutEmpty } from './yaml.ts';

type Mutable<Of> = { -readonly [Key in keyof Of]: Of[Key] };

/** A seat as it will be written: a row of a file of people; text that is not given is '', a number NaN. */
export interface PersonEntry extends Mutable<Omit<RowOf<PeopleRows>, 'offset' | 'vacant'>> {
  readonly secondary: readonly string[];
  readonly hourlyPay: number;
  /** Lines of several managers; empty where `manager` says it all. */
  lines: readonly LineRow[];
  readonly serves: readonly string[];
  readonly vacant: boolean;
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
