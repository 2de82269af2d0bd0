import { describe, expect, test } from 'vitest';
import { customersOf } from './customers-memory.ts';
import { fixture, importOf, kindsOf } from './import-memory.ts';

const read = (content: string | Uint8Array) => importOf({ 'people.csv': content });
const named = (name: string) => importOf({ [name]: fixture(name) });
const idsOf = ({ people }: Awaited<ReturnType<typeof read>>) => people.map(({ id }) => id);

describe('a row that a comma without quotes shifts', () => {
  test('is listed, also where it ends in empty cells', async () => {
    const imported = await named('shifted-row.csv');
    expect(idsOf(imported)).toEqual(['2', '3']);
    expect(kindsOf(imported, 'unusable')).toEqual({
      'more or fewer cells than the 5 headers': 'shifted-row.csv row 2',
    });
  });

  test('is one with more cells than most rows have, where all end in an empty one', async () => {
    const imported = await read(
      'id,title,department\n1,Boss,Office,\n2,Buyer,Purchasing,\n3,Buyer, Pumps,Purchasing,\n',
    );
    expect(idsOf(imported)).toEqual(['1', '2']);
    expect(kindsOf(imported, 'unusable')).toEqual({
      'more or fewer cells than the 3 headers': 'people.csv row 4',
    });
  });

  test('is listed in a table of customers as well', async () => {
    const imported = await customersOf('Customer ID,Name,Note\nc1,Acme, Inc.,\nc2,Beta,\nc3,Gamma,\n');
    expect(imported.customers.list.map(({ id }) => id)).toEqual(['c2', 'c3']);
    expect(kindsOf(imported, 'unusable')).toEqual({
      'more or fewer cells than the 3 headers': 'customers.csv row 2',
    });
  });
});

describe('the row of headers decides what parts the cells', () => {
  test('though there are more decimal commas', async () => {
    const { files, people } = await importOf(
      { 'delimiter.csv': fixture('delimiter.csv') },
      { peopleColumns: new Map([['manager', 'Responsable']]) },
    );
    expect(files[0]!.format).toBe('CSV, UTF-8, semicolons');
    expect(people.map(({ manager }) => manager)).toEqual(['', '101300', '106110']);
  });

  test.each([
    [
      'commas without quotes in notes',
      'ID;Title;Manager ID;Note\n1;Boss;;a, b, c, d, e, f\n2;Buyer;1;a, b, c, d, e\n',
    ],
    [
      'titles with commas',
      'ID;Title;Manager ID\n1;Head, Sales, Retail, North;\n2;Buyer, Pumps, Pipes, Seals;1\n',
    ],
    ['line breaks in quotes', 'ID;Title;Manager ID\n1;"Boss,\nof, all,\nof, us";\n2;"Buyer,\n,,,,,,,";1\n'],
    [
      'a preamble with commas',
      'Made by HR, Basel, for you, on Monday, at noon\nID;Title;Manager ID\n1;Boss;\n2;Buyer;1\n',
    ],
    ['headers that nobody knows', 'Kode;Navn;Notat\n1;Ana;a, b\n2;Bo;a, b, c\n'],
  ])('though there are %s', async (_, csv) => {
    const imported = await importOf(
      { 'people.csv': csv },
      {
        from: 'generic',
        peopleColumns: csv.startsWith('Kode')
          ? new Map([
              ['id', '1'],
              ['name', 'Navn'],
            ])
          : new Map(),
      },
    );
    expect(imported.files[0]!.format).toBe('CSV, UTF-8, semicolons');
    expect(idsOf(imported)).toEqual(['1', '2']);
    expect(imported.journal.count('unusable')).toBe(0);
  });

  test('bars are known, and any other that the user names', async () => {
    expect(idsOf(await read('id|title|manager\n1|Boss|\n2|Buyer|1\n'))).toEqual(['1', '2']);
    const imported = await importOf(
      { 'people.csv': 'id^title^manager\n1^Boss, all^\n2^Buyer^1\n' },
      { peopleTable: { delimiter: '^' } },
    );
    expect(imported.people).toMatchObject([{ title: 'Boss, all' }, { manager: '1' }]);
  });
});

describe('what a report puts between and below the rows is left out and listed', () => {
  test('headers once more, totals and remarks', async () => {
    const imported = await named('repeated-header.csv');
    expect(idsOf(imported)).toEqual(['1', '2']);
    expect(kindsOf(imported, 'leftOut')).toEqual({
      'the headers once more': 'repeated-header.csv row 3',
      'totals of other rows': 'repeated-header.csv rows 6–8',
      'remarks of a report': 'repeated-header.csv rows 9–10',
    });
  });

  test('totals of pay count for nobody', async () => {
    const imported = await named('totals.csv');
    expect(imported.people.reduce((sum, { costPerYear }) => sum + costPerYear, 0)).toBe(300_000);
    expect(kindsOf(imported, 'leftOut')).toEqual({
      'totals of other rows': 'totals.csv row 7',
      'remarks of a report': 'totals.csv row 9',
    });
    expect(imported.journal.count('unusable')).toBe(0);
  });

  test.each([
    ['Summe;;;120.000,00', 'totals of other rows'],
    ['Gesamtergebnis;;;2', 'totals of other rows'],
    [';;Sales Total;2', 'totals of other rows'],
    ['Total général : 2;;;', 'totals of other rows'],
    ['Grand Totals (2 records);;;3', 'totals of other rows'],
    ['Subtotal Sales;;;', 'totals of other rows'],
    [';Summe Vertrieb;;3', 'totals of other rows'],
    ['Total Records: 2;;;', 'totals of other rows'],
    ['Headcount: 2;;;', 'totals of other rows'],
    ['2 Datensätze;;;', 'totals of other rows'],
    ['Eindtotaal;;;99', 'totals of other rows'],
    ['Erstellt am 01.02.2026 durch HR;;;', 'remarks of a report'],
    ['Page 1 of 3', 'remarks of a report'],
    ['Strictly private and confidential', 'remarks of a report'],
  ])('%s', async (line, what) => {
    const imported = await read(
      `Personalnummer;Title;Department;Salary\n1;Boss;Office;1\n2;Buyer;Sales;2\n${line}\n`,
    );
    expect(idsOf(imported)).toEqual(['1', '2']);
    expect(kindsOf(imported, 'leftOut')).toEqual({ [what]: 'people.csv row 4' });
  });

  test('a company called Total, and a person called Page, are none of it', async () => {
    const { customers } = await customersOf(
      'Name,Industry,Revenue\nTotal,Energy,5\nTotal Energies,Energy,5\nTotal,,10\n',
    );
    expect(customers.list.map(({ name }) => name)).toEqual(['Total', 'Total Energies']);
    const { people } = await read(
      'Name,Title,Department\nPage,Buyer,Sales\nSource,Buyer,\nSum Ting,Buyer,\n',
    );
    expect(people.map(({ name }) => name)).toEqual(['Page', 'Source', 'Sum Ting']);
  });
});

describe('lines above the headers are left out and counted', () => {
  const table = 'Employee ID,Name,Job Title,Manager ID\n1,Ada,Boss,\n2,Bea,Buyer,1\n';

  test.each([
    ['a title', 'Employees\n\n', 1],
    ['filters', 'Report,Headcount\nFilter,Active\nRun by,Ada\n', 3],
    ['a long preamble', Array.from({ length: 20 }, (_, at) => `Remark ${at},of many\n`).join(''), 20],
  ])('%s', async (_, preamble, count) => {
    const { people, journal } = await read(preamble + table);
    expect(people.length).toBe(2);
    expect(journal.notes.join()).toContain(`${count} ${count === 1 ? 'row' : 'rows'} above the headers`);
  });

  test('as many as the user says', async () => {
    const imported = await importOf(
      { 'people.csv': `Name,Title,Department,Team\nof,all,of,us\n${table}` },
      { peopleTable: { headerRow: 3 } },
    );
    expect(idsOf(imported)).toEqual(['1', '2']);
    await expect(importOf({ 'people.csv': table }, { peopleTable: { headerRow: 9 } })).rejects.toThrow(
      /no such row/,
    );
  });
});

describe('what is not UTF-8 is read as its bytes tell, and said to be guessed', () => {
  const CSV =
    'Employee ID,Name,Title\n1,Jürgen Müller,Geschäftsführer\n2,José Núñez,Größe\n3,Hélène Lefèvre,Déléguée\n';
  const mac = (text: string) => {
    const table = new Map(
      Array.from({ length: 256 }, (_, byte) => [
        new TextDecoder('macintosh').decode(Uint8Array.of(byte)),
        byte,
      ]),
    );
    return Uint8Array.from([...text].map((letter) => table.get(letter)!));
  };
  const wide = (text: string, big: boolean) => {
    const bytes = Buffer.from(text, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };

  test.each([
    ['UTF-16', wide(CSV, false), false],
    ['UTF-16', wide(CSV, true), false],
    ['UTF-16', wide(`Ü${CSV}`, false), false],
    ['Windows-1252', Buffer.from(CSV, 'latin1'), true],
    ['Mac OS Roman', mac(CSV), true],
  ])('%s', async (encoding, bytes, said) => {
    const { files, people, journal } = await read(bytes);
    expect(files[0]!.format).toBe(`CSV, ${encoding}, commas`);
    expect(people.map(({ name }) => name)).toEqual(['Jürgen Müller', 'José Núñez', 'Hélène Lefèvre']);
    expect(journal.notes.some((note) => note.includes(`read as ${encoding}`))).toBe(said);
  });

  test('an encoding is named where letters do not tell it for sure, rather than names read wrongly', async () => {
    // As MS-DOS wrote it.
    const bytes = Buffer.from(CSV, 'latin1').map(
      (byte) => ({ 252: 0x81, 233: 0x82, 241: 0xa4 })[byte] ?? byte,
    );
    await expect(read(bytes)).rejects.toThrow(/do not tell its encoding for sure/);
    const asked = await importOf({ 'people.csv': bytes }, { peopleTable: { encoding: 'koi8-r' } });
    expect([asked.people.length, asked.journal.notes]).toEqual([3, []]);
  });

  test('an encoding that nobody knows is refused', async () => {
    await expect(importOf({ 'p.csv': CSV }, { peopleTable: { encoding: 'latin-99' } })).rejects.toThrow(
      /no encoding that is known/,
    );
  });
});

test('a cell longer than a spreadsheet can hold makes a row that cannot be used', async () => {
  const imported = await read(`id,title\n1,Boss\n2,${'x'.repeat(40_000)}\n`);
  expect(idsOf(imported)).toEqual(['1']);
  expect(kindsOf(imported, 'unusable')).toEqual({
    'a cell of more than 32,767 characters': 'people.csv row 3',
  });
});

test('rows of several lines are read as they are, wherever a file is cut into pieces', async () => {
  const name = (at: number) => `Person ${at},${'\nof many lines'.repeat(at % 900)}`;
  const rows = Array.from({ length: 1_000 }, (_, at) => `${at},"${name(at)}",Buyer,${at >> 3}\n`);
  const { whole } = await read(`ID,Name,Title,Manager ID\n${rows.join('')}`);
  expect(whole.people.name.length).toBe(1_000);
  expect(whole.people.name.findIndex((text, at) => text !== name(at))).toBe(-1);
  expect(whole.journal.count('unusable')).toBe(0);
});
