import { UNIT_KINDS } from '../../schema/input/department.ts';
import type { CustomerRows, LineRow, Loaded, PeopleRows } from '../../schema/loaded.ts';
import { type ColumnDefinition, customerColumns, personColumns } from '../../schema/read/columns.ts';
import type { Kind } from '../../write/xlsx/styles.ts';

/** What a cell names by its id. */
export type Reference = 'person' | 'unit' | 'capability' | 'customer';

/** A column of a sheet that comes back. */
export interface PlanColumn<Rows> {
  /** As in an organisation file: `title`, `attributes.industry`. */
  readonly key: string;
  readonly definition: ColumnDefinition;
  readonly refers?: Reference;
  /** To be read only. */
  readonly locked?: true;
  /** Of one person, and not shown where names are not. */
  readonly personal?: true;
  /** Shown though no row has a value. */
  readonly always?: true;
  /** What stands for an empty cell. */
  readonly otherwise?: string;
  /** The value as a file has it; lists parted by semicolons. */
  value(rows: Rows, row: number): string;
}

const number = (value: number): string => (Number.isNaN(value) ? '' : String(Number(value.toPrecision(15))));

/** Which of several lines is the first: the heaviest solid one. */
export const firstLine = (lines: readonly LineRow[]): number => {
  let best = 0;
  const rank = ({ kind, weight }: LineRow) => (kind === 'solid' ? 10 : 0) + weight;
  lines.forEach((line, at) => {
    if (rank(line) > rank(lines[best]!)) best = at;
  });
  return best;
};

const plain = (field: string, more: Partial<ColumnDefinition> = {}): ColumnDefinition => ({
  field,
  kind: 'text',
  integer: false,
  minimum: -Infinity,
  maximum: Infinity,
  choices: [],
  prose: '',
  ...more,
});

/** What a column of a file has in a row. */
const shown = (column: unknown, row: number): string => {
  if (Array.isArray(column)) return column[row];
  if (column instanceof Float64Array) return number(column[row]!);
  if (column instanceof Uint8Array) return column[row] === 1 ? 'yes' : '';
  return ((column as ReadonlyMap<number, readonly string[]>).get(row) ?? []).join(';');
};

/** A column whose value, where it says none, is that of the column of its key. */
type PlannedColumn<Rows> = Omit<PlanColumn<Rows>, 'definition' | 'value'> &
  Partial<Pick<PlanColumn<Rows>, 'value'>>;

/** Columns by key, each with the definition that the schema has for it. */
const defined = <Rows>(
  definitions: readonly ColumnDefinition[],
  columns: readonly PlannedColumn<Rows>[],
): PlanColumn<Rows>[] =>
  columns.map((column) => {
    const open = `${column.key.split('.')[0]}.*`;
    const found =
      definitions.find(({ field }) => field === column.key) ??
      definitions.find(({ field }) => field === open);
    const value = (rows: Rows, row: number) => shown(rows[column.key as keyof Rows], row);
    return { value, ...column, definition: { ...plain(column.key), ...found } };
  });

export const peopleColumns = (): PlanColumn<PeopleRows>[] =>
  defined<PeopleRows>(personColumns(), [
    { key: 'id', locked: true, always: true },
    { key: 'name', personal: true, always: true },
    { key: 'title', always: true },
    { key: 'department', refers: 'unit', always: true },
    { key: 'division' },
    {
      key: 'manager',
      refers: 'person',
      always: true,
      value: ({ manager, lines }, row) => {
        const several = lines.get(row);
        return several === undefined ? manager[row]! : several[firstLine(several)]!.to;
      },
    },
    {
      key: 'furtherLines',
      locked: true,
      value: ({ lines }, row) => {
        const several = lines.get(row) ?? [];
        const first = firstLine(several);
        return several
          .filter((_, at) => at !== first)
          .map(({ to, kind }) => `${to} (${kind})`)
          .join('; ');
      },
    },
    { key: 'capability', refers: 'capability', always: true },
    { key: 'secondary', refers: 'capability' },
    { key: 'fte', always: true, otherwise: '1' },
    { key: 'costPerYear', personal: true, always: true },
    { key: 'level', always: true },
    { key: 'location', always: true },
    { key: 'vacant', always: true },
    { key: 'workerType' },
    { key: 'serves', refers: 'customer' },
    { key: 'start' },
    { key: 'end' },
  ]);

/** Departments as they are declared or, where none are, as people name them; with how many are in each. */
export interface UnitRows {
  readonly declared: boolean;
  readonly list: NonNullable<Loaded['input']['departments']>;
  readonly people: ReadonlyMap<string, number>;
  readonly vacant: ReadonlyMap<string, number>;
}

export const unitColumns = (): PlanColumn<UnitRows>[] => {
  const kinds = plain('kind', { kind: 'choice', choices: UNIT_KINDS });
  const columns = defined<UnitRows>(
    [kinds],
    [
      { key: 'id', locked: true, always: true, value: ({ list }, row) => list[row]!.id },
      { key: 'name', always: true, value: ({ list }, row) => list[row]!.name ?? '' },
      { key: 'parent', refers: 'unit', always: true, value: ({ list }, row) => list[row]!.parent ?? '' },
      { key: 'head', refers: 'person', always: true, value: ({ list }, row) => list[row]!.head ?? '' },
      { key: 'kind', always: true, otherwise: 'department', value: ({ list }, row) => list[row]!.kind },
      { key: 'capability', refers: 'capability', value: ({ list }, row) => list[row]!.capability ?? '' },
    ],
  );
  const count = (key: 'people' | 'vacant'): PlanColumn<UnitRows> => ({
    key,
    definition: plain(key, { kind: 'number' }),
    locked: true,
    always: true,
    value: (rows, row) => String(rows[key].get(rows.list[row]!.id) ?? 0),
  });
  return [...columns, count('people'), count('vacant')];
};

export const customerSheetColumns = ({ effort, attributes }: CustomerRows): PlanColumn<CustomerRows>[] => {
  return defined<CustomerRows>(customerColumns(), [
    { key: 'id', locked: true, always: true },
    { key: 'name', personal: true, always: true },
    { key: 'count', otherwise: '1', value: ({ customers }, row) => number(customers[row]!) },
    { key: 'market' },
    { key: 'status' },
    { key: 'owner', refers: 'person', always: true },
    { key: 'parent', refers: 'customer' },
    { key: 'revenue', always: true },
    { key: 'margin', always: true },
    { key: 'retention', always: true },
    { key: 'acquisitionCost', always: true },
    ...[...effort].map(([capability, hours]) => ({
      key: `effort.${capability}`,
      value: (_: CustomerRows, row: number) => number(hours[row]!),
    })),
    ...[...attributes].map(([name, values]) => ({
      key: `attributes.${name}`,
      value: (_: CustomerRows, row: number) => values[row]!,
    })),
  ]);
};

export const shownAs = ({
  key,
  definition: { kind },
}: Pick<PlanColumn<never>, 'key' | 'definition'>): Exclude<Kind, 'head'> =>
  kind === 'number' && key !== 'id' ? 'number' : kind === 'date' ? 'date' : 'text';
