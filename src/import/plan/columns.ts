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

/** Columns by key, each with the definition that the schema has for it. */
const defined = <Rows>(
  definitions: readonly ColumnDefinition[],
  columns: readonly Omit<PlanColumn<Rows>, 'definition'>[],
): PlanColumn<Rows>[] =>
  columns.map((column) => {
    const open = `${column.key.split('.')[0]}.*`;
    const found =
      definitions.find(({ field }) => field === column.key) ??
      definitions.find(({ field }) => field === open);
    return { ...column, definition: { ...plain(column.key), ...found } };
  });

export const peopleColumns = (): PlanColumn<PeopleRows>[] =>
  defined<PeopleRows>(personColumns(), [
    { key: 'id', locked: true, always: true, value: ({ id }, row) => id[row]! },
    { key: 'name', personal: true, always: true, value: ({ name }, row) => name[row]! },
    { key: 'title', always: true, value: ({ title }, row) => title[row]! },
    { key: 'department', refers: 'unit', always: true, value: ({ department }, row) => department[row]! },
    { key: 'division', value: ({ division }, row) => division[row]! },
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
    {
      key: 'capability',
      refers: 'capability',
      always: true,
      value: ({ capability }, row) => capability[row]!,
    },
    {
      key: 'secondary',
      refers: 'capability',
      value: ({ secondary }, row) => (secondary.get(row) ?? []).join(';'),
    },
    { key: 'fte', always: true, otherwise: '1', value: ({ fte }, row) => number(fte[row]!) },
    {
      key: 'costPerYear',
      personal: true,
      always: true,
      value: ({ costPerYear }, row) => number(costPerYear[row]!),
    },
    { key: 'level', always: true, value: ({ level }, row) => number(level[row]!) },
    { key: 'location', always: true, value: ({ location }, row) => location[row]! },
    { key: 'vacant', always: true, value: ({ vacant }, row) => (vacant[row] === 1 ? 'yes' : '') },
    { key: 'workerType', value: ({ workerType }, row) => workerType[row]! },
    { key: 'serves', refers: 'customer', value: ({ serves }, row) => (serves.get(row) ?? []).join(';') },
    { key: 'start', value: ({ start }, row) => start[row]! },
    { key: 'end', value: ({ end }, row) => end[row]! },
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
  const figure = (key: 'revenue' | 'margin' | 'retention' | 'acquisitionCost') => ({
    key,
    always: true as const,
    value: (rows: CustomerRows, row: number) => number(rows[key][row]!),
  });
  return defined<CustomerRows>(customerColumns(), [
    { key: 'id', locked: true, always: true, value: ({ id }, row) => id[row]! },
    { key: 'name', personal: true, always: true, value: ({ name }, row) => name[row]! },
    { key: 'count', otherwise: '1', value: ({ customers }, row) => number(customers[row]!) },
    { key: 'market', value: ({ market }, row) => market[row]! },
    { key: 'status', value: ({ status }, row) => status[row]! },
    {
      key: 'owner',
      refers: 'person',
      always: true,
      value: ({ owner }, row) => (owner.get(row) ?? []).join(';'),
    },
    { key: 'parent', refers: 'customer', value: ({ parent }, row) => parent[row]! },
    figure('revenue'),
    figure('margin'),
    figure('retention'),
    figure('acquisitionCost'),
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
