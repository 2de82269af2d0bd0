import { describe, expect, it } from 'vitest';
import { type Files, linesOf } from './load-memory.ts';

const PEOPLE = 'version: 1\nname: Acme\npeople: { file: people.csv }\n';
const CUSTOMERS = 'version: 1\nname: Acme\npeople: [{ id: a }]\ncustomers: { file: c.csv }\n';
const faults = (csv: string | Uint8Array, yaml = PEOPLE, more: Files = {}) =>
  linesOf(yaml, { 'people.csv': csv, 'c.csv': csv, ...more });

describe('what is wrong with a CSV file', () => {
  it.each<[string, string, string]>([
    ['a short row', 'id,name\na,b\nc\n', 'people.csv:3:1 Row 3 has 1 cell; expected 2, as in the header.'],
    [
      'a long row',
      'id,name\na,b,c\n',
      'people.csv:2:1 Row 2 has 3 cells; expected 2, as in the header. | Put a cell that holds the delimiter in quotes.',
    ],
    [
      'a header twice',
      'id,name,name\na,b,c\n',
      'people.csv:1:9 The header "name" stands twice: in columns 2 and 3.',
    ],
    [
      'a field twice',
      'id,name,Name\na,b,c\n',
      'people.csv:1:9 The columns "name" and "Name" both hold name. | Say which in `columns: { name: … }`.',
    ],
    [
      'no id',
      'Name,Employee\na,b\n',
      'people.csv:1:1 The file has no column for the id. | Name it: `columns: { id: "…" }`. The file has: "Name", "Employee".',
    ],
    ['an empty id', 'id,name\n,b\n', 'people.csv:2:1 Row 2, id: expected an id in every row, found nothing.'],
    ['no rows at all', '\n', 'people.csv:1:1 The file "people.csv" is empty.'],
    [
      'no number',
      'id,fte\na,full\n',
      'people.csv:2:3 Row 2, fte: expected a number from 0 to 1.5, found "full".',
    ],
    [
      'thousands',
      'id,costPerYear\na,"85,000"\n',
      'people.csv:2:3 Row 2, costPerYear: expected a number of at least 0, found "85,000". | Write 85000 for thousands, or 85.',
    ],
    [
      'a comma of two meanings',
      'id;costPerYear\na;85,000\n',
      'expected a number that cannot be read in two ways, found "85,000". | Write 85000 for thousands or 85.0000 for a fraction.',
    ],
    [
      'a point of two meanings',
      'id;costPerYear\na;85.000\n',
      'expected a number that cannot be read in two ways',
    ],
    ['infinity', 'id,level\na,Infinity\nb,1e999\nc,0x10\n', 'Row 4, level: expected a number, found "0x10".'],
    [
      'out of range',
      'id,fte\na,2\n',
      'people.csv:2:3 Row 2, fte: expected a number from 0 to 1.5, found "2".',
    ],
    [
      'no boolean',
      'id,vacant\na,maybe\n',
      'Row 2, vacant: expected true, yes, 1, false, no or 0, found "maybe".',
    ],
    [
      'no date',
      'id,start\na,2023-02-29\n',
      'Row 2, start: expected a date as 2024-01-31, found "2023-02-29".',
    ],
    [
      'no line',
      'id,managers\na,b:0.5:soild\n',
      'Row 2, managers: expected "solid" or "dotted" as the kind of a line, found "b:0.5:soild". | Did you mean "solid"?',
    ],
    [
      'a heavy line',
      'id,managers\na,b:2\n',
      'Row 2, managers: expected a weight above 0 and at most 1 in each line, found "b:2".',
    ],
    [
      'two managers',
      'id,manager,managers\na,b,c\n',
      'people.csv:2:5 Row 2: expected either manager or managers, not both.',
    ],
    [
      'an open quote',
      'id,name\na,"b\nc,d\n',
      'people.csv:2:1 A quote that opens in this row is never closed.',
    ],
    [
      'a stray quote',
      'id,name\na,"b"c,\nc,d\n',
      'people.csv:2:1 Text follows the closing quote of a cell in this row.',
    ],
    ['binary', 'id\0', 'org.yaml:3:17 The file "people.csv" is a binary file, not CSV.'],
    [
      'an unknown department',
      'id,department\na,salez\nb,salez\n',
      'people.csv:2:3 "salez" is not a department; 2 people name it. | Did you mean "sales"?',
    ],
    [
      'the same id',
      'id,department\na,\n"b",\na,\n',
      'people.csv:4:1 The id "a" is given twice among the people; previously defined at line 2.',
    ],
  ])('%s', async (_, csv, expected) => {
    expect((await faults(csv, `${PEOPLE}departments: [{ id: sales }]\n`)).join('\n')).toContain(expected);
  });

  it.each<[string, string, string]>([
    [
      // It could be either.
      'an unknown choice',
      'id,market\nc,b2\n',
      'c.csv:2:3 Row 2, market: expected "b2b" or "b2c", found "b2".',
    ],
    [
      'a rate',
      'id,retention\nc,93\n',
      'Row 2, retention: expected a number from 0 to 1, found "93". | Write it as 0.93 or 93 %.',
    ],
    [
      'a part of a customer',
      'id,count\nc,1.5\n',
      'Row 2, count: expected a whole number of at least 1, found "1.5".',
    ],
    [
      'an unknown effort',
      'id,effort.salez\nc,1\n',
      'c.csv:1:4 effort: "salez" is not a capability. | Did you mean "sales"?',
    ],
    [
      'an unknown journey',
      'id,journey\nc,j1\n',
      'c.csv:2:3 "j1" is not a journey; 1 customer names it. | Declare it in `journeys:`.',
    ],
    [
      'a wrong scale',
      'id,satisfaction.score,satisfaction.min\nc,3,20\n',
      'c.csv:2:3 Row 2: expected a satisfaction scale whose max is above its min.',
    ],
  ])('%s', async (_, csv, expected) => {
    expect((await faults(csv, CUSTOMERS)).join('\n')).toContain(expected);
  });

  it('lists twenty of a kind and counts the others', async () => {
    const rows = Array.from({ length: 1000 }, (_, row) => `p${row},x,${row % 2 ? 1 : 'high'}\n`).join('');
    const lines = await faults(`id,fte,level\n${rows}`);
    expect(lines).toHaveLength(42);
    // By place: ten wrong levels stand between the first twenty wrong fte.
    expect(lines[30]).toBe('… and 980 more of this kind: fte: expected a number from 0 to 1.5.');
    expect(lines[41]).toBe('… and 480 more of this kind: level: expected a number.');
  });

  it.each<[string, string, string]>([
    ['columns: { idd: id }', '"idd" is no field. | Did you mean "id"?', 'people'],
    ['columns: { id: Number }', 'The file has no column "Number". | The file has: "id", "name".', 'people'],
    ['columns: { title: nam }', 'The file has no column "nam". | Did you mean "name"?', 'people'],
    ['constants: { naame: x }', '"naame" is no field. | Did you mean "name"?', 'people'],
    ['constants: { name: x }', '"name" is given as a constant and as a column.', 'people'],
    ['constants: { fte: x }', 'org.yaml:3:47 fte: expected a number from 0 to 1.5, found "x".', 'people'],
    ['constants: { id: x }', 'The id cannot be the same in every row.', 'people'],
    [
      'columns: { markets: name }',
      '"markets" is no field. | Did you mean "market"? An attribute of that name is written attributes.markets.',
      'customers',
    ],
  ])('%s', async (options, expected, what) => {
    const other = what === 'people' ? '' : 'people: []\n';
    const yaml = `version: 1\nname: A\n${what}: { file: people.csv, ${options} }\n${other}`;
    expect((await faults('id,name\na,b\n', yaml)).join('\n')).toContain(expected);
  });

  it.each<[string, string]>([
    [
      'gone.csv',
      'org.yaml:3:17 The file "gone.csv" cannot be read: there is no such file. | The path is looked for beside this file.',
    ],
    ['../x.csv', 'The file "../x.csv" lies outside the folder of this file'],
    ['/etc/passwd', 'The file "/etc/passwd" is an absolute path'],
    ['"C:\\\\x.csv"', 'is an absolute path'],
    ['https://example.org/x.csv', 'The file "https://example.org/x.csv" is a URL'],
    ['data', 'The file "data" cannot be read: it is a folder, not a file.'],
  ])('a file elsewhere: %s', async (file, expected) => {
    const yaml = `version: 1\nname: A\npeople: { file: ${file} }\n`;
    expect((await linesOf(yaml, { 'data/x.csv': 'id\na\n' })).join('\n')).toContain(expected);
  });
});
