import { folded, sentenceCase } from '../../base/text.ts';
import type { CustomerRows, Loaded, PeopleRows } from '../../schema/loaded.ts';
import { LONGEST_CELL } from '../../source/csv.ts';
import { wellFormed } from '../clean.ts';
import {
  customerSheetColumns,
  type PlanColumn,
  peopleColumns,
  type UnitRows,
  unitColumns,
} from './columns.ts';

const PLAN_LISTS = ['people', 'departments', 'customers'] as const;
export type PlanList = (typeof PLAN_LISTS)[number];

/** The sheet of each list. */
export const SHEETS: Readonly<Record<PlanList, string>> = {
  people: 'People',
  departments: 'Units',
  customers: 'Customers',
};

export type Column = Omit<PlanColumn<unknown>, 'value'> & { readonly heading: string };

/** A sheet that comes back, as texts: ids where cells show names, lists parted by semicolons. */
export interface PlanTable {
  readonly list: PlanList;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** Text as it comes back from a cell. */
export const inCell = (text: string): string => wellFormed(text.slice(0, LONGEST_CELL)).trim();

/** `Cost per year` for `costPerYear`; an attribute by its name, with its prefix where another column has that. */
const headings = (keys: readonly string[]): string[] => {
  const taken = new Set<string>();
  return keys.map((key) => {
    const [area, ...rest] = key.split('.');
    const name = rest.join('.');
    const words = sentenceCase(area!.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
    let heading =
      area === 'attributes' ? name : name === '' ? words : `${area === 'effort' ? 'Hours' : words}: ${name}`;
    if (taken.has(folded(heading)) || folded(heading) === '') heading = key;
    taken.add(folded(heading));
    return heading;
  });
};

/** What of an organisation stands in its sheets. */
interface Scope {
  /** Names, and what seats cost. */
  readonly personal: boolean;
  /** Whether columns are there that no row has a value in. */
  readonly every?: boolean;
}

const tableOf = <Rows>(
  list: PlanList,
  all: readonly PlanColumn<Rows>[],
  rows: Rows,
  count: number,
  { personal, every }: Scope,
): PlanTable => {
  const shown = all.filter((column) => personal || column.personal !== true);
  const cells = Array.from({ length: count }, (_, row) =>
    shown.map((column) => inCell(column.value(rows, row))),
  );
  const used = shown.map(
    ({ always }, at) => every === true || always === true || cells.some((row) => row[at] !== ''),
  );
  const columns = shown.filter((_, at) => used[at]);
  const titles = headings(columns.map(({ key }) => key));
  return {
    list,
    columns: columns.map(({ value: _, ...column }, at) => ({ ...column, heading: titles[at]! })),
    rows: cells.map((row) => row.filter((_, at) => used[at])),
  };
};

const unitRows = ({ input, people }: Loaded): UnitRows => {
  const [inUnit, vacant] = [new Map<string, number>(), new Map<string, number>()];
  const add = (to: Map<string, number>, unit: string) => to.set(unit, (to.get(unit) ?? 0) + 1);
  people.department.forEach((unit, row) => {
    if (unit !== '') add(people.vacant[row] === 1 ? vacant : inUnit, unit);
  });
  const { departments } = input;
  const named = [...new Set(people.department)].filter((unit) => unit !== '');
  return {
    declared: departments !== undefined,
    list: departments ?? named.map((id) => ({ id, kind: 'department' as const, accountable: false })),
    people: inUnit,
    vacant,
  };
};

/** The sheets of an organisation that come back. */
export function planTables(loaded: Loaded, scope: Scope): readonly PlanTable[] {
  const { people, customers } = loaded;
  const units = unitRows(loaded);
  return [
    tableOf<PeopleRows>('people', peopleColumns(), people, people.count, scope),
    tableOf<UnitRows>('departments', unitColumns(), units, units.list.length, scope),
    tableOf<CustomerRows>('customers', customerSheetColumns(customers), customers, customers.count, scope),
  ];
}

/** Text of one column by the id of its row. */
export const byId = ({ columns, rows }: PlanTable, key: string): ReadonlyMap<string, string> => {
  const [id, at] = ['id', key].map((one) => columns.findIndex((column) => column.key === one)) as [
    number,
    number,
  ];
  return new Map(rows.map((row) => [row[id]!, row[at] ?? '']));
};
