import fc, { type GeneratorValue } from 'fast-check';
import { stringify } from 'yaml';
import { workbook } from '../import/workbook.ts';
import { FRAGMENTS } from '../support/hostile-text.ts';

/** What stands in the columns of exports: headers that they have, and cells. */
const COLUMNS: readonly (readonly [headers: readonly string[], cells: readonly string[]])[] = [
  [
    ['Employee ID', 'PersonId', 'USERID', 'Personalnummer', 'Position ID'],
    ['1', '2', '3', '4', '5', '6', '7', '07', '1e3'],
  ],
  [
    ['Name', 'Full Name', 'Mitarbeiter', 'Nom'],
    ['Ann Stone', 'Stone, Ben', 'Cy Ng', 'Vacant', '', 'Total'],
  ],
  [
    ['Title', 'Job Title', 'Stelle', 'Puesto'],
    ['Sales Manager', 'Director', 'Kundenbetreuer', 'Support Agent', '', 'VP, Sales'],
  ],
  [
    ['Manager ID', 'ManagerId', 'MANAGER', 'Vorgesetzter', 'Reports To'],
    ['1', '1', '2', '', '99', 'NO_MANAGER', 'Ann Stone (1)', '-1'],
  ],
  [
    ['Department', 'Abteilung', 'Organization', 'Orga'],
    ['Sales', 'sales ', 'R&amp;D', '', 'Support > Tier 2', '4711'],
  ],
  [
    ['FTE', 'Beschäftigungsgrad', 'Hours'],
    ['1', '0,5', '50 %', '0.8', '80', '-1', 'full', '1e9'],
  ],
  [
    ['Salary', 'Gehalt', 'HourlyRate'],
    ['50000', '50.000,00 €', '150k', '12abc', '$1,234.56', '∞', '1e999', 'Q3 2024'],
  ],
  [
    ['Status', 'STATUS'],
    ['Active', 'Terminated', 'On Leave', 'X7', '', 'Voluntarily Terminated'],
  ],
  [
    ['Hire Date', 'Eintritt', 'End Date'],
    ['2020-01-02', '31.12.2031', '1/2/99', '45000', 'yesterday', ''],
  ],
  [
    ['Email', 'Work Email'],
    ['ann@example.org', 'BEN@example.org', '', 'not an address'],
  ],
  [
    ['Level', 'Grade', 'Management_Level'],
    ['1', '2', 'SCS1', 'L10', '', '3.5'],
  ],
  [
    ['Segment', 'Industry', 'Region'],
    ['north', 'dairy', 'DAIRY', '', 'a;b'],
  ],
  [
    ['Customer ID', 'Account ID', 'Kundennummer'],
    ['C1', 'C2', 'C3', ''],
  ],
  [
    ['Customer', 'Company', 'Firma'],
    ['Acme', 'Dairy Ltd', '', 'Ann Stone'],
  ],
  [
    ['Owner', 'Account Manager', 'SupportRepId', 'Betreuer'],
    ['1', '2', '', 'Ann Stone', 'ann@example.org'],
  ],
  [
    ['Revenue', 'Umsatz', 'Annual Revenue'],
    ['1000', '1.000,5', '1,000.5', '150k', '-3', 'n/a', '1e400'],
  ],
  [
    ['NPS', 'Satisfaction', 'Retention'],
    ['9', '-100', '93 %', '1.4', '0', '150 %'],
  ],
];

const cellOf = (cells: readonly string[], g: GeneratorValue): string =>
  g(fc.nat, 40) === 0 ? g(fc.constantFrom, ...FRAGMENTS) : g(fc.constantFrom, ...cells);

/** Rows of a table as somebody's system might write it, with the accidents of real exports. */
function rowsOf(stem: string, g: GeneratorValue): string[][] {
  const some = g(fc.shuffledSubarray, [...COLUMNS], { minLength: 2, maxLength: 10 });
  // Most tables are of people or of customers, and have what tells their rows apart.
  const first = g(fc.nat, 9) === 0 ? [] : stem === 'customers' ? COLUMNS.slice(12, 14) : COLUMNS.slice(0, 4);
  const columns = [...first, ...some.filter((column) => !first.includes(column))];
  const headers = columns.map(([names]) => g(fc.constantFrom, ...names));
  const rows = Array.from({ length: g(fc.nat, 12) }, (_, at) =>
    columns.map(([, cells], column) => (column === 0 && g(fc.nat, 3) > 0 ? `${at + 1}` : cellOf(cells, g))),
  );
  const table = [headers, ...rows];
  const accident = g(fc.nat, 14);
  if (accident === 0) table.splice(g(fc.nat, table.length), 0, [...headers]);
  if (accident === 1) table.unshift(['Report of 2 November']);
  if (accident === 2) table.push(['Total', '12']);
  if (accident === 3) table[g(fc.nat, table.length - 1)]!.splice(1, 0, 'shifted');
  if (accident === 4) table.push([]);
  if (accident === 5) table[0]![0] = g(fc.constantFrom, ...FRAGMENTS);
  if (accident === 6) table[0]!.push(table[0]![0]!);
  return table;
}

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

function encoded(text: string, g: GeneratorValue): Uint8Array {
  switch (g(fc.nat, 6)) {
    case 0:
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 1:
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 2:
      return Buffer.from(text, 'latin1');
    default:
      return Buffer.from(text, 'utf8');
  }
}

/** A file as a system might export it: its name and its bytes. */
export function extractOf(stem: string, g: GeneratorValue): readonly [name: string, bytes: Uint8Array] {
  const rows = rowsOf(stem, g);
  const objects = () =>
    rows
      .slice(1)
      .map((row) => Object.fromEntries(row.map((cell, at) => [rows[0]![at] ?? `more ${at}`, cell])));
  switch (g(fc.nat, 15)) {
    case 0:
      return [`${stem}.xlsx`, workbook({ Sheet1: rows, ...(g(fc.boolean) ? { Notes: [['read me']] } : {}) })];
    case 1:
      return [
        `${stem}.json`,
        encoded(JSON.stringify(g(fc.boolean) ? objects() : { Resources: objects() }), g),
      ];
    case 2:
      return [
        `${stem}.yaml`,
        Buffer.from(
          stringify(
            g(fc.nat, 4) === 0
              ? objects()
              : { teams: rows.map(([name, ...members]) => ({ name, members, lead: members[0] })) },
          ),
        ),
      ];
    default: {
      const delimiter = g(fc.constantFrom, ',', ',', ';', '\t', '|');
      const end = g(fc.constantFrom, '\n', '\r\n');
      const text = rows.map((row) => row.map((cell) => quoted(cell, delimiter)).join(delimiter)).join(end);
      return [`${stem}.csv`, encoded(text, g)];
    }
  }
}

/** Options that somebody may add when an import went wrong. */
export const IMPORT_OPTIONS: readonly (readonly string[])[] = [
  ...Array.from({ length: 9 }, () => []),
  ['--quiet'],
  ['--delimiter', ';'],
  ['--encoding', 'windows-1252'],
  ['--header-row', '2'],
  ['--map', 'id=1'],
  ['--map', 'owner=2'],
  ['--group-by', 'industry'],
  ['--keep-contact-data'],
  ['--from', 'workday'],
  ['--sheet', '2'],
];
