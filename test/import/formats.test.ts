import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { organisationYaml } from '../../src/import/organisation-yaml.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { runs } from '../support/runs.ts';
import { importOf } from './import-memory.ts';
import { workbook } from './workbook.ts';

const HEADER = ['Employee ID', 'Name', 'Job Title', 'Department', 'Manager ID', 'FTE', 'Start Date'];
const text = fc.oneof(
  fc.constantFrom(
    '',
    'Total',
    'Sales',
    'Buyer',
    'Zoë',
    'a,b',
    'a;b',
    'a\tb',
    'say "hi"',
    'two\nlines',
    '#REF!',
    '=1+1',
  ),
  fc.constantFrom(
    'Report generated',
    'N/A',
    '-',
    '1e5',
    '007',
    '12abc',
    'Infinity',
    'NaN',
    '50%',
    '31.12.2020',
    '__proto__',
  ),
  fc.string({ maxLength: 6 }).map((one) => one.replace(/[^\x20-\x7e]/g, '')),
);
const rows = fc.array(
  fc.record({
    cells: fc.array(text, { minLength: 5, maxLength: 5 }),
    manager: fc.nat(9),
    surplus: fc.boolean(),
  }),
  { minLength: 1, maxLength: 9 },
);

const tableOf = (given: readonly { cells: string[]; manager: number }[]): string[][] =>
  given.map(({ cells: [name, title, department, fte, start], manager }, index) =>
    [`p${index}`, name!, title!, department!, manager < given.length ? `p${manager}` : '', fte!, start!].map(
      (cell) => cell.trim(),
    ),
  );

const FORMATS: readonly (readonly [string, (table: string[][]) => string | Uint8Array])[] = [
  ['people.csv', (table) => Papa.unparse([HEADER, ...table])],
  ['semicolons.csv', (table) => Papa.unparse([HEADER, ...table], { delimiter: ';', newline: '\n' })],
  [
    'wide.csv',
    (table) => Buffer.from(`\ufeff${Papa.unparse([HEADER, ...table], { delimiter: '\t' })}`, 'utf16le'),
  ],
  ['people.xlsx', (table) => workbook({ Cover: [['About']], People: [HEADER, ...table] })],
  ['people.json', (table) => JSON.stringify(table.map(recordOf))],
  ['people.jsonl', (table) => table.map((row) => JSON.stringify(recordOf(row))).join('\n')],
];
const recordOf = (row: readonly string[]) =>
  Object.fromEntries(HEADER.map((header, at) => [header, row[at]]));

test('a table says the same in every format, and what is written of it can be read', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const table = tableOf(given);
      const said: unknown[] = [];
      for (const [file, write] of FORMATS) {
        const imported = await importOf({ [file]: write(table) }).catch((error: unknown) => {
          expect(error).toBeInstanceOf(UserError);
          return undefined;
        });
        said.push(imported?.people.map(({ file: _, row, ...person }) => person));
        if (imported === undefined) continue;
        const yaml = organisationYaml(imported.whole, { modeline: '#', otherwise: 'Any' });
        expect(yaml).not.toMatch(
          /(?:fte|level|costPerYear|hourlyPay|start|end): (?:NaN|undefined|-?Infinity)/,
        );
        const loaded = await loadOrganisation('org.yaml', memoryFiles({ 'org.yaml': yaml }));
        expect(loaded.people.id).toEqual(imported.people.map(({ id }) => id));
      }
      for (const one of said) expect(one).toEqual(said[0]);
    }),
    { numRuns: runs(60) },
  );
}, 30_000);
