import { BUILT_IN_CAPABILITY_IDS } from '../../schema/input/capability.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { type CellValue, letters, type Sheet, type SheetColumn } from '../../write/xlsx/sheet.ts';
import { sheetReference } from '../../write/xlsx/workbook.ts';
import { type Reference, shownAs } from './columns.ts';
import { Labels } from './labels.ts';
import { byId, type Column, type PlanTable, SHEETS } from './tables.ts';

/** Hidden sheets: of what the workbook was made, what its cells held then, and what can be chosen. */
export const [ABOUT, EXPORTED, LISTS] = ['orgdesign', 'Exported', 'Lists'];
/** Headings behind the columns of a sheet: who fills it in says so; and a hidden copy of the id, by which a row is known again. */
export const [CHANGED_BY, EXPORTED_ID] = ['Changed by', 'Exported id'];

/** What the labels of a reference are; of a capability its id. */
export type AllLabels = Readonly<Record<Reference, Labels>>;

export const capabilitiesOf = ({ input }: Pick<Loaded, 'input'>): string[] => [
  ...new Set([...Object.keys(input.capabilities), ...BUILT_IN_CAPABILITY_IDS, 'none']),
];

export const labelsOf = (
  [people, units, customers]: readonly PlanTable[],
  capabilities: readonly string[],
): AllLabels => {
  const of = (table: PlanTable): Labels => {
    const names = byId(table, 'name');
    return new Labels([...names.keys()], [...names.values()]);
  };
  return {
    person: of(people!),
    unit: of(units!),
    customer: of(customers!),
    capability: new Labels(capabilities, []),
  };
};

const isList = ({ definition: { kind } }: Pick<Column, 'definition'>): boolean => kind === 'list';

/** A text of a table as its cell shows it. */
const shown = (text: string, column: Column, labels: AllLabels): CellValue => {
  const { refers } = column;
  if (text === '') return '';
  if (shownAs(column) === 'number') return Number(text);
  // An attribute that is a number is one in the sheet as well.
  if (column.key.startsWith('attributes.') && text === String(Number(text))) return Number(text);
  if (refers === undefined) return isList(column) ? text.replaceAll(';', '; ') : text;
  return (isList(column) || column.key === 'owner' ? text.split(';') : [text])
    .map((id) => labels[refers].of(id))
    .join('; ');
};

const range = (sheet: string, column: number, count: number): string =>
  `${sheetReference(sheet)}!$${letters(column)}$2:$${letters(column)}$${count + 1}`;

/** What can be chosen in the sheets, a column each. */
class Choices {
  private readonly lists = new Map<string, readonly string[]>();

  of(key: string, items: () => readonly string[]): string | undefined {
    const list = this.lists.get(key) ?? items();
    this.lists.set(key, list);
    return list.length === 0 ? undefined : range(LISTS!, [...this.lists.keys()].indexOf(key), list.length);
  }

  sheet(): Sheet {
    const lists = [...this.lists];
    const longest = Math.max(0, ...lists.map(([, items]) => items.length));
    return {
      name: LISTS!,
      hidden: true,
      columns: lists.map(([heading]) => ({ heading, kind: 'text' })),
      rows: Array.from({ length: longest }, (_, row) => lists.map(([, items]) => items[row] ?? '')),
    };
  }
}

/** A limit that says something. */
const finite = (value: number): number | undefined =>
  Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;

/** The sheets of tables that come back, with the hidden ones. @param about - What the workbook was made of. */
export function planSheets(
  tables: readonly PlanTable[],
  loaded: Loaded,
  about: readonly (readonly [key: string, value: string])[],
): { readonly shown: readonly Sheet[]; readonly hidden: readonly Sheet[] } {
  const capabilities = capabilitiesOf(loaded);
  const labels = labelsOf(tables, capabilities);
  const choices = new Choices();
  const declared = loaded.input.departments !== undefined;
  const choicesFor = (column: Column): SheetColumn['choices'] => {
    const { refers, key, definition } = column;
    if (isList(column) || column.locked === true) return undefined;
    const items =
      definition.kind === 'choice'
        ? choices.of(key, () => definition.choices)
        : definition.kind === 'boolean'
          ? choices.of(key, () => ['yes', 'no'])
          : refers && choices.of(refers, () => labels[refers].all());
    // Several owners, or a department that nobody was in, are not in the list.
    const open = key === 'owner' || (refers === 'unit' && !declared);
    return items === undefined ? undefined : { range: items, ...(open ? { open } : {}) };
  };
  const sheetOf = ({ list, columns, rows }: PlanTable): Sheet => {
    const fixed = list === 'departments' && !declared;
    return {
      name: SHEETS[list],
      frozen: columns[1]?.key === 'name' ? 2 : 1,
      columns: [
        ...columns.map((column): SheetColumn => {
          const { heading, definition } = column;
          const offered = choicesFor(column);
          const [minimum, maximum] = [finite(definition.minimum), finite(definition.maximum)];
          return {
            heading,
            kind: shownAs(column),
            editable: column.locked !== true && !fixed,
            ...(offered === undefined ? {} : { choices: offered }),
            ...(minimum === undefined ? {} : { minimum }),
            ...(maximum === undefined ? {} : { maximum }),
          };
        }),
        { heading: CHANGED_BY!, kind: 'text', editable: true },
        { heading: EXPORTED_ID!, kind: 'text', hidden: true },
      ],
      rows: rows.map((row) => [...columns.map((column, at) => shown(row[at]!, column, labels)), '', row[0]!]),
    };
  };
  const shownSheets = tables.map(sheetOf);
  const width = Math.max(...tables.map(({ columns }) => columns.length));
  const exported = tables.flatMap(({ list, columns, rows }) => [
    [list, 'key', ...columns.map(({ key }) => key)],
    [list, 'heading', ...columns.map(({ heading }) => heading)],
    ...rows.map((row) => [list, 'row', ...row]),
  ]);
  const text = (heading: string): SheetColumn => ({ heading, kind: 'text' });
  return {
    shown: shownSheets,
    hidden: [
      { name: ABOUT!, hidden: true, columns: [text('key'), text('value')], rows: about },
      {
        name: EXPORTED!,
        hidden: true,
        columns: [
          text('list'),
          text('what'),
          ...Array.from({ length: width }, (_, at) => text(String(at + 1))),
        ],
        rows: exported,
      },
      choices.sheet(),
    ],
  };
}
