import type { RowOf } from '../base/columns.ts';
import { given } from '../base/given.ts';
import { person } from '../schema/input/person.ts';
import type { LineRow, PeopleRows } from '../schema/loaded.ts';
import { csvBytes } from './csv.ts';
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

/** Seats as columns: the values of each field. */
export type PeopleEntries = { readonly [Field in keyof PersonEntry]: readonly PersonEntry[Field][] };

/** What is written of a field, where that is not the value itself. */
interface FieldForm {
  readonly entry?: (person: PersonEntry) => unknown;
  /** In a table; `false` where it has no column of that name. */
  readonly cells?: ((people: PeopleEntries) => readonly unknown[] | undefined) | false;
  readonly always?: true;
}

/** By field. */
const OTHERWISE: Readonly<Record<string, FieldForm>> = {
  id: { always: true },
  // An empty title too: by it a table is known as one of people when it is imported again.
  title: { always: true },
  // In a list the departments say it.
  division: { entry: () => '' },
  managers: {
    entry: ({ lines }) =>
      lines.map(({ to, kind, weight, job }) => ({
        to,
        kind,
        ...(weight > 0 ? { weight } : {}),
        ...given({ job }),
      })),
    cells: ({ lines }) => (lines.some(({ length }) => length > 0) ? lines.map(linesCell) : undefined),
  },
  fte: { entry: ({ fte }) => (fte === 1 ? '' : fte) },
  vacant: { entry: ({ vacant }) => vacant || '' },
  previously: { entry: ({ previously }) => filledMap(previously), cells: false },
  'previously.department': {
    entry: () => '',
    cells: ({ previously }) => previously?.map((before) => before?.department),
  },
  'previously.manager': {
    entry: () => '',
    cells: ({ previously }) => previously?.map((before) => before?.manager),
  },
};

const KEYS = [...new Set([...Object.keys(person.shape), ...Object.keys(OTHERWISE)])];
const LEADERS = ['manager', 'managers'];

/** In the order of the schema, but that who leads somebody stands before what they cost. */
const FIELDS = KEYS.flatMap((key) =>
  key === 'fte' ? [...LEADERS, key] : LEADERS.includes(key) ? [] : [key],
).map((key): FieldForm & { readonly key: string } => ({ key, ...OTHERWISE[key] }));

type Field = keyof PersonEntry;

/** A person as an entry of the list. */
export const personEntry = (seat: PersonEntry): object =>
  withoutEmpty(
    Object.fromEntries(
      FIELDS.map(({ key, entry }) => [key, entry === undefined ? seat[key as Field] : entry(seat)]),
    ),
  );

/** Seats one by one as columns. */
export const entriesOf = (people: readonly PersonEntry[]): PeopleEntries =>
  Object.fromEntries(
    ['lines', ...KEYS].map((key) => [key, people.map((seat) => seat[key as Field])]),
  ) as unknown as PeopleEntries;

/** People as a CSV file that an organisation file names. */
export const peopleCsv = (people: PeopleEntries): string => peopleCsvBytes(people).toString();

/** The same as the bytes of the file: of a million people a text would take as much memory once more. */
export function peopleCsvBytes(people: PeopleEntries): Buffer {
  const fullTime = people.fte.every((fte) => fte === 1);
  return csvBytes(
    people.id.length,
    FIELDS.flatMap(({ key, cells, always }) => {
      if (cells === false || (key === 'fte' && fullTime)) return [];
      const values = cells === undefined ? people[key as Field] : cells(people);
      return [{ header: key, values: values ?? [], ...given({ always }) }];
    }),
  );
}
