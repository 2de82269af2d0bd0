import { folded } from '../../base/text.ts';
import { customerColumns } from '../../schema/read/columns.ts';
import { FIGURES, type ImportedCustomer } from '../customers/customer.ts';
import { CUSTOMER_COLUMNS } from '../customers/customer-fields.ts';
import type { ImportedCustomers } from '../customers/customers.ts';
import type { WrittenPerson } from '../people/person.ts';

interface Column<Row> {
  readonly header: string;
  cell(row: Row): string;
  /** Whether its cells never need quotes. */
  readonly plain?: true;
  /** Whether it is written though all its cells are empty. */
  readonly always?: true;
}

const number = (value: number): string => (Number.isNaN(value) ? '' : String(value));

/** What a spreadsheet would take for a formula; a number is none, nor is a sign alone. */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d.,\s]*%?$))./s;

/** Text that nothing refers to, so that it may be changed to be no formula. Ids stay as they are. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const quotedCell = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** CSV of the columns that say anything, and of those that are always there. */
function csvOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const used = columns.filter(
    ({ header, cell, always }) => header === 'id' || always === true || rows.some((row) => cell(row) !== ''),
  );
  const lines = new Array<string>(rows.length + 1);
  lines[0] = used.map(({ header }) => quotedCell(header)).join(',');
  const cells = new Array<string>(used.length);
  for (let at = 0; at < rows.length; at++) {
    for (let index = 0; index < used.length; index++) {
      const { cell, plain } = used[index]!;
      const text = cell(rows[at]!);
      cells[index] = plain === true ? text : quotedCell(text);
    }
    lines[at + 1] = cells.join(',');
  }
  return `${lines.join('\n')}\n`;
}

/** Lines as a cell, with a weight or its empty place: without it the end of an id could be read as one. */
const linesCell = ({ lines }: WrittenPerson): string =>
  lines.map(({ to, kind, weight }) => `${to}:${weight > 0 ? weight : ''}:${kind}`).join(';');

/** People as a CSV file that an organisation file names. */
export function peopleCsv(people: readonly WrittenPerson[]): string {
  const fte = people.some((person) => person.fte !== 1);
  return csvOf(people, [
    { header: 'id', cell: ({ id }) => id },
    { header: 'name', cell: ({ name }) => guarded(name) },
    // An empty title too: by it the file is known as one of people when it is imported again.
    { header: 'title', always: true, cell: ({ title }) => guarded(title) },
    { header: 'department', cell: ({ department }) => department },
    { header: 'division', cell: ({ division }) => division },
    { header: 'capability', cell: ({ capability }) => capability },
    { header: 'secondary', cell: ({ secondary }) => secondary.join(';') },
    { header: 'manager', cell: ({ manager }) => manager },
    { header: 'managers', cell: linesCell },
    { header: 'fte', plain: true, cell: (person) => (fte ? number(person.fte) : '') },
    { header: 'costPerYear', plain: true, cell: ({ costPerYear }) => number(costPerYear) },
    { header: 'hourlyPay', plain: true, cell: ({ hourlyPay }) => number(hourlyPay) },
    { header: 'level', plain: true, cell: ({ level }) => number(level) },
    { header: 'location', cell: ({ location }) => guarded(location) },
    { header: 'serves', cell: ({ serves }) => serves.join(';') },
    { header: 'vacant', plain: true, cell: ({ vacant }) => (vacant ? 'yes' : '') },
    { header: 'start', plain: true, cell: ({ start }) => start },
    { header: 'end', plain: true, cell: ({ end }) => end },
    { header: 'previously.department', cell: ({ previously }) => previously?.department ?? '' },
    { header: 'previously.manager', cell: ({ previously }) => previously?.manager ?? '' },
  ]);
}

/** The header of an attribute: with its prefix where another meaning could be seen in it. */
function attributeHeader(name: string): string {
  const words = [...Object.values(CUSTOMER_COLUMNS).flat(), ...customerColumns().map(({ field }) => field)];
  const taken = words.some((word) => folded(word) === folded(name));
  return taken || folded(name) === '' || /^(?:effort\b|assumedEffort\.|attributes\.)/i.test(name)
    ? `attributes.${name}`
    : name;
}

/** Customers as a CSV file that an organisation file names; `named` are attributes that are written though empty. */
export function customersCsv(
  { list, effort, attributes }: Pick<ImportedCustomers, 'list' | 'effort' | 'attributes'>,
  named: ReadonlySet<string> = new Set(),
): string {
  return csvOf<ImportedCustomer>(list, [
    { header: 'id', cell: ({ id }) => id },
    { header: 'name', cell: ({ name }) => guarded(name) },
    { header: 'count', plain: true, cell: ({ count }) => (count === 1 ? '' : String(count)) },
    { header: 'market', plain: true, cell: ({ market }) => market },
    { header: 'owner', cell: ({ owner }) => owner.join(';') },
    { header: 'parent', cell: ({ parent }) => parent },
    { header: 'journey', cell: ({ journey }) => journey ?? '' },
    ...FIGURES.map((field) => ({
      header: field,
      cell: ({ figures }: ImportedCustomer) => number(figures[field]),
    })),
    ...effort.map((capability, index) => ({
      header: `effort.${capability}`,
      cell: (customer: ImportedCustomer) => number(customer.effort[index]!),
    })),
    ...effort.map((capability, index) => ({
      header: `assumedEffort.${capability}`,
      cell: ({ assumedEffort }: ImportedCustomer) => number(assumedEffort?.[index] ?? Number.NaN),
    })),
    ...attributes.map((name, index) => ({
      header: attributeHeader(name),
      ...(named.has(name) ? { always: true as const } : {}),
      cell: (customer: ImportedCustomer) => guarded(customer.attributes[index]!),
    })),
  ]);
}

/** Whether lists in cells can hold these ids: `;` parts them, and the space around the `:` of a line is dropped. */
export const fitsCells = (ids: Iterable<string>): boolean => {
  for (const id of ids) if (/;|\s:|:\s|^:|:$/.test(id)) return false;
  return true;
};
