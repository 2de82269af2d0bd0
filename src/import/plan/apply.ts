import type { CustomerRows, LineRow, Loaded, PeopleRows } from '../../schema/loaded.ts';
import { customerColumns, personColumns } from '../../schema/read/columns.ts';
import { matchHeader } from '../../schema/read/header.ts';
import { editedCsv, headerOf } from '../../write/csv-text.ts';
import { linesCell } from '../../write/people.ts';
import type { YamlEdit } from '../../write/yaml-edits.ts';
import { YamlText } from '../../write/yaml-text.ts';
import type { CellMeaning } from './cell-value.ts';
import { firstLine } from './columns.ts';
import type { PlanChange } from './plan-change.ts';
import type { PlanList } from './tables.ts';
import { capabilitiesOf } from './workbook.ts';

/** An organisation as its text, and that of the CSV files which it names. */
export interface OrganisationText {
  readonly yaml: string;
  readonly tables: ReadonlyMap<PlanList, string>;
}

interface Applied extends OrganisationText {
  /** What the files leave no place for, and why. */
  readonly impossible: readonly { readonly change: PlanChange; readonly why: string }[];
}

type Value = CellMeaning['value'];

const NO_PLACE =
  'the file is written in a way that leaves no place for it, as where an anchor or an alias stands; change it by hand.';

/** `attributes.a.b` is the key `a.b` below `attributes`. */
const pathOf = (key: string): string[] => {
  const dot = key.indexOf('.');
  return dot < 0 ? [key] : [key.slice(0, dot), key.slice(dot + 1)];
};

const nested = (entry: Readonly<Record<string, Value>>): object => {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(entry)) {
    const [area, name] = pathOf(key) as [string, string | undefined];
    if (name === undefined) result[area] = value;
    else result[area] = { ...(result[area] as object | undefined), [name]: value };
  }
  return result;
};

/** The lines of somebody who has several, where the change is of the first of them. */
const linesOf = (
  { people }: Loaded,
  rowOf: ReadonlyMap<string, number>,
  change: PlanChange,
): readonly LineRow[] | undefined =>
  change.kind === 'set' && change.list === 'people' && change.key === 'manager'
    ? people.lines.get(rowOf.get(change.id)!)
    : undefined;

const yamlEdit = (
  change: PlanChange,
  at: number | undefined,
  lines: readonly LineRow[] | undefined,
): YamlEdit | undefined => {
  const { list } = change;
  if (change.kind === 'add') return { kind: 'add', path: [list], value: nested(change.entry) };
  if (at === undefined) return undefined;
  if (change.kind === 'remove') return { kind: 'remove', path: [list, at] };
  if (lines === undefined)
    return { kind: 'set', path: [list, at, ...pathOf(change.key)], value: change.value };
  const line = [list, at, 'managers', firstLine(lines)];
  return change.value === undefined
    ? { kind: 'remove', path: line }
    : { kind: 'set', path: [...line, 'to'], value: change.value };
};

const cellText = (value: Value): string => {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(';') : String(value);
};

interface Table {
  readonly list: PlanList;
  readonly text: string;
  readonly options: {
    readonly columns?: Readonly<Record<string, string>>;
    readonly constants?: Readonly<Record<string, unknown>>;
  };
}

/** The text of a CSV file with the changes of its rows. */
const editedTable = (loaded: Loaded, { list, text, options }: Table, changes: readonly PlanChange[]) => {
  const rows: PeopleRows | CustomerRows = list === 'people' ? loaded.people : loaded.customers;
  const rowOf = new Map(rows.id.map((id, row) => [id, row]));
  const constants = Object.keys(options.constants ?? {});
  const { header } = headerOf(text);
  const rules = {
    definitions: list === 'people' ? personColumns() : customerColumns(),
    columns: options.columns ?? {},
    constants,
    attributes: list === 'customers',
    capabilities: capabilitiesOf(loaded),
  };
  const silent = { problem: () => {}, entry: () => {}, note: () => {}, someText: () => undefined };
  const columns = new Map(
    matchHeader(header, rules, silent).map(({ definition, index }) => [definition.field, index]),
  );
  const added: string[] = [];
  const impossible: { change: PlanChange; why: string }[] = [];
  /** A column that is not there yet stands behind the others. */
  const columnOf = (key: string): number | undefined => {
    const known =
      columns.get(key) ?? columns.get(header.find((title) => `attributes.${title}` === key) ?? '');
    if (known !== undefined || constants.includes(key)) return known;
    columns.set(key, header.length + added.length);
    added.push(key);
    return columns.get(key);
  };
  const cells = new Map<number, Map<number, string>>();
  const edits = { cells, removed: new Set<number>(), added: [] as Map<number, string>[], columns: added };
  for (const change of changes) {
    const start = rows.offset[rowOf.get(change.id) ?? -1];
    if (change.kind === 'remove') edits.removed.add(start!);
    const lines = linesOf(loaded, rowOf, change);
    const values: [key: string, text: string][] =
      change.kind === 'add'
        ? Object.entries(change.entry).map(([key, value]) => [key, cellText(value)])
        : change.kind === 'remove'
          ? []
          : lines === undefined
            ? [[change.key, cellText(change.value)]]
            : [['managers', linesCell(withFirst(lines, change.value as string | undefined))]];
    const row =
      change.kind === 'add' ? new Map<number, string>() : (cells.get(start!) ?? new Map<number, string>());
    if (change.kind === 'add') edits.added.push(row);
    else if (change.kind === 'set') cells.set(start!, row);
    for (const [key, value] of values) {
      const column = columnOf(key);
      if (column !== undefined) row.set(column, value);
      else
        impossible.push({
          change,
          why: `the file says ${key} for all rows at once, under \`constants:\`; give it a column first.`,
        });
    }
  }
  return { text: changes.length === impossible.length ? text : editedCsv(text, edits), impossible };
};

const withFirst = (lines: readonly LineRow[], to: string | undefined): readonly LineRow[] => {
  const first = firstLine(lines);
  return lines.flatMap((line, at) => (at !== first ? [line] : to === undefined ? [] : [{ ...line, to }]));
};

/** Puts changes into the text of an organisation, everything else as it was to the character. */
export function applied(text: OrganisationText, loaded: Loaded, changes: readonly PlanChange[]): Applied {
  const tables = new Map(text.tables);
  const file = new YamlText(text.yaml);
  const impossible: { change: PlanChange; why: string }[] = [];
  const rowOf = new Map(loaded.people.id.map((id, row) => [id, row]));
  const edits = new Map<YamlEdit, PlanChange>();
  for (const list of new Set(changes.map((change) => change.list))) {
    const own = changes.filter((change) => change.list === list);
    const table = text.tables.get(list);
    if (table !== undefined) {
      const done = editedTable(
        loaded,
        { list, text: table, options: file.values()[list] as Table['options'] },
        own,
      );
      tables.set(list, done.text);
      impossible.push(...done.impossible);
      continue;
    }
    const entries = file.entries(list);
    for (const change of own) {
      const edit = yamlEdit(change, entries.get(change.id), linesOf(loaded, rowOf, change));
      if (edit === undefined) impossible.push({ change, why: NO_PLACE });
      else edits.set(edit, change);
    }
  }
  let { yaml } = text;
  const accepted: YamlEdit[] = [];
  /** Of several that cannot be made together, as many as can. */
  const accept = (some: readonly YamlEdit[]): void => {
    if (some.length === 0) return;
    const edited = file.edited([...accepted, ...some]);
    if ('text' in edited) {
      accepted.push(...some);
      yaml = edited.text;
    } else if (some.length === 1) impossible.push({ change: edits.get(some[0]!)!, why: NO_PLACE });
    else {
      const without = new Set(
        edited.impossible.length < some.length ? edited.impossible : some.slice(some.length / 2),
      );
      accept(some.filter((edit) => !without.has(edit)));
      accept([...without]);
    }
  };
  accept([...edits.keys()]);
  return { yaml, tables, impossible };
}
