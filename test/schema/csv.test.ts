import { describe, expect, it } from 'vitest';
import { customerColumns, personColumns } from '../../src/schema/read/columns.ts';
import { CustomersBuilder } from '../../src/schema/read/customers-builder.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { PeopleBuilder } from '../../src/schema/read/people-builder.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { load } from './load-memory.ts';

const PEOPLE = 'version: 1\nname: Acme\npeople: { file: people.csv }\n';
const CUSTOMERS = 'version: 1\nname: Acme\npeople: [{ id: a }]\ncustomers: { file: c.csv }\n';
const people = async (csv: string | Uint8Array, yaml = PEOPLE) => load(yaml, { 'people.csv': csv });

describe('people in a CSV file', () => {
  it('are read as columns', async () => {
    const { people: rows, includes } = await people(
      [
        'id,Name,Title,fte,Cost per year,level,manager,managers,secondary,serves,vacant,hourly_pay',
        '00123,"Ann, A.",Head,,100000,5,,,sales;support,c1; c2,no,',
        'p2,"Bo ""B"" B",Rep,0.5,,,00123,,,,yes,10',
        '',
        'p3,"two\nlines",Rep,1,,,,p2:0.7:solid;00123::dotted;hr:x:1:solid,,,FALSE,',
      ].join('\r\n'),
    );
    expect(rows.count).toBe(3);
    expect(rows.id).toEqual(['00123', 'p2', 'p3']);
    expect(rows.name).toEqual(['Ann, A.', 'Bo "B" B', 'two\nlines']);
    expect([...rows.fte]).toEqual([1, 0.5, 1]);
    expect([...rows.costPerYear]).toEqual([100000, 10400, Number.NaN]);
    expect([...rows.vacant]).toEqual([0, 1, 0]);
    expect(rows.secondary).toEqual(new Map([[0, ['sales', 'support']]]));
    expect(rows.serves).toEqual(new Map([[0, ['c1', 'c2']]]));
    expect(rows.lines.get(2)).toEqual([
      { to: 'p2', kind: 'solid', weight: 0.7 },
      { to: '00123', kind: 'dotted', weight: 0 },
      { to: 'hr:x', kind: 'solid', weight: 1 },
    ]);
    expect([...rows.offset].map((offset) => rows.source.position(offset).line)).toEqual([2, 3, 5]);
    expect(includes.map(({ name }) => name)).toEqual(['people.csv']);
  });

  it('are the same from a list and from a table', async () => {
    const table = await people('id,fte,manager,vacant,start\na,,b,,\nb,0.5,,1,2020-02-29\n');
    const list = await load(
      'version: 1\nname: A\npeople: [{ id: a, manager: b }, { id: b, fte: 0.5, vacant: true, start: 2020-02-29 }]\n',
    );
    const { source: _a, offset: _b, ...fromTable } = table.people;
    const { source: _c, offset: _d, ...fromList } = list.people;
    expect(fromTable).toEqual(fromList);
  });

  it('may have a decimal comma, another delimiter and headers of their own', async () => {
    const yaml =
      'version: 1\nname: A\npeople: { file: people.csv, columns: { id: Personalnr., fte: "Besch. grad" }, constants: { department: d1, vacant: no } }\n';
    const { people: rows, notes } = await people(
      'Personalnr.;Besch. Grad;Farbe\n1;0,5;rot\n2;0.75;blau\n',
      yaml,
    );
    expect([rows.id, [...rows.fte], rows.department]).toEqual([
      ['1', '2'],
      [0.5, 0.75],
      ['d1', 'd1'],
    ]);
    expect(notes).toEqual([
      { message: 'The column "Farbe" is not used.', at: { file: 'people.csv', line: 1, column: 25 } },
    ]);
  });

  it('may be UTF-8 with a mark, UTF-16, or what its letters tell for sure, which is noted', async () => {
    const text = 'id,name\na,José\n';
    const utf16 = (order: 'le' | 'be') => {
      const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
      return Uint8Array.from(order === 'le' ? bytes : bytes.swap16());
    };
    for (const bytes of [`\ufeff${text}`, utf16('le'), utf16('be')]) {
      const { people: rows, notes } = await people(bytes);
      expect([rows.id, rows.name, notes]).toEqual([['a'], ['José'], []]);
    }
    const { people: rows, notes } = await people(Uint8Array.from(Buffer.from(text, 'latin1')));
    expect(rows.name).toEqual(['José']);
    expect(notes).toMatchObject([{ message: '"people.csv" is not UTF-8 and was read as Windows-1252.' }]);
    const polish = Uint8Array.from(Buffer.from('id,name\na,Wies\xb3aw D\xb9browski\n', 'latin1'));
    expect((await people(polish)).people.name).toEqual(['Wiesław Dąbrowski']);
    // As MS-DOS wrote it: Windows-1252 has signs in place of the letters.
    const dos = Uint8Array.from(Buffer.from('id,name\na,Jos\x82 N\xa3\xa4ez\n', 'latin1'));
    await expect(people(dos)).rejects.toThrow('its letters do not tell its encoding for sure');
  });

  it('may say who has left in a column that is not used, which is doubtful', async () => {
    const doubts = async (csv: string) => (await people(csv)).notes.map(({ doubt }) => doubt);
    expect(await doubts('id,Status\na,Active\nb,Terminated\n')).toEqual([
      '"Status" ("Terminated": has somebody left?)',
    ]);
    expect(await doubts('id,Austrittsdatum\na,31.12.9999\nb,31.05.2026\n')).toEqual([
      '"Austrittsdatum" ("31.05.2026": has somebody left?)',
    ]);
    expect(await doubts('id,Aktiv\na,ja\nb,nein\n')).toHaveLength(1);
    expect(await doubts('id,Status\na,Active\nb,On leave\n')).toEqual([undefined]);
  });

  it('may have columns that are not wanted', async () => {
    const yaml = PEOPLE.replace('people.csv', 'people.csv, columns: { level: "" }');
    const { people: rows, notes } = await people('id,level\na,senior\n', yaml);
    expect([...rows.level]).toEqual([Number.NaN]);
    expect(notes.map(({ message }) => message)).toEqual([
      'The column "level" is not used, as `columns` says.',
    ]);
  });

  it('stand beside the file that names them, also where that is standard input', async () => {
    const files = memoryFiles({ '-': PEOPLE, 'org/people.csv': 'id\na\n' });
    const loaded = await loadOrganisation('-', { ...files, stdinPath: 'org/now.yaml' });
    expect([loaded.source.name, loaded.people.source.name]).toEqual(['org/now.yaml', 'org/people.csv']);
    await expect(loadOrganisation('-', files)).rejects.toThrow(
      'The file "people.csv" cannot be read: there is no such file.',
    );
  });

  it('outside the snapshot are left out', async () => {
    const { people: rows } = await people(
      'id,end,serves\na,2020-01-01,c\nb,,\nc,2024-01-01,\n',
      `${PEOPLE}asOf: 2024-01-01\n`,
    );
    expect([rows.id, rows.outsideSnapshot, rows.serves.size]).toEqual([['b', 'c'], 1, 0]);
  });
});

describe('customers in a CSV file', () => {
  it('are read as columns, what is no field as attributes', async () => {
    const { customers } = await load(
      CUSTOMERS.replace('c.csv', 'c.csv, constants: { market: b2b, region: north }'),
      {
        'c.csv':
          'id\tcount\tretention\tSatisfaction score\tsatisfaction.max\teffort.sales\tEffort account_management\towner\tIndustry\tattributes.count\n' +
          'c1\t\t93 %\t4\t5\t1,5\t\tp1;p2\tretail\t7\nc2\t1840\t0,5\t\t\t\t2\t\t\t\n',
      },
    );
    expect([...customers.customers]).toEqual([1, 1840]);
    expect([...customers.retention]).toEqual([0.93, 0.5]);
    expect([...customers.satisfaction]).toEqual([0.8, Number.NaN]);
    expect(customers.market).toEqual(['b2b', 'b2b']);
    expect(customers.owner).toEqual(new Map([[0, ['p1', 'p2']]]));
    expect(customers.effort).toEqual(
      new Map([
        ['sales', Float64Array.of(1.5, Number.NaN)],
        ['account-management', Float64Array.of(Number.NaN, 2)],
      ]),
    );
    expect(Object.fromEntries(customers.attributes)).toEqual({
      Industry: ['retail', ''],
      count: ['7', ''],
      region: ['north', 'north'],
    });
  });
});

describe('the definitions of columns', () => {
  it('have a place for every field of the schema', () => {
    const peopleBuilder = new PeopleBuilder(undefined);
    const customersBuilder = new CustomersBuilder();
    for (const { field, prose } of personColumns()) {
      expect(peopleBuilder.sink(field), field).toBeDefined();
      expect(prose).toMatch(/\.$/);
    }
    for (const { field, prose } of customerColumns()) {
      expect(customersBuilder.sink(field), field).toBeDefined();
      expect(prose).toMatch(/\.$/);
    }
    expect(personColumns().map(({ field }) => field)).toContain('hourlyPay');
    expect(customerColumns().map(({ field }) => field)).toEqual(
      expect.arrayContaining(['effort.*', 'attributes.*', 'satisfaction.score']),
    );
  });
});
