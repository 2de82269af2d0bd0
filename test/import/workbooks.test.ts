import { describe, expect, test } from 'vitest';
import { fixture, importOf, kindsOf } from './import-memory.ts';
import { type Cell, type Parts, workbook } from './workbook.ts';

const HEADER = ['Employee ID', 'Name', 'Job Title', 'Department', 'Manager ID'];
const ROWS: readonly (readonly Cell[])[] = [
  HEADER,
  [1, 'Ada', 'Chief Executive Officer', 'Office'],
  [2, 'Bea', 'Head of Sales', 'Sales', 1],
  [3, 'Cy', 'Seller', 'Sales', 2],
];
const read = (bytes: Uint8Array) => importOf({ 'people.xlsx': bytes });
const imported = (rows: readonly (readonly Cell[])[], parts: Parts = {}, more = '') =>
  read(workbook({ People: rows }, more, parts));

describe('a merged cell holds for each of its rows', () => {
  test('and it is said where it was filled', async () => {
    const { people, journal } = await read(fixture('merged.xlsx'));
    expect(people.map(({ department }) => department)).toEqual([
      'Board',
      'Sales',
      'Sales',
      'Sales',
      'Support',
    ]);
    expect(journal.notes.join()).toContain('a merged cell holds for each of its rows: filled in rows 4–5');
  });

  test('in its first column alone, and not where a row is empty', async () => {
    const { people, journal } = await imported(
      [HEADER, [1, 'Ada', 'Boss', 'Sales'], [2, 'Bea', 'Seller', '', 1], [], [3, 'Cy', 'Seller', '', 1]],
      { behind: '<mergeCells><mergeCell ref="D2:E5"/></mergeCells>' },
    );
    expect(people.map(({ id, department, manager }) => [id, department, manager])).toEqual([
      ['1', 'Sales', ''],
      ['2', 'Sales', '1'],
      ['3', 'Sales', '1'],
    ]);
    expect(journal.notes.join()).toContain('rows 3 and 5');
  });

  test('in a header of two rows, whose lower one names the columns', async () => {
    const { people } = await imported(
      [
        ['Employee ID', 'Person', '', 'Department', 'Manager ID'],
        ['', 'Name', 'Job Title', '', ''],
        [1, 'Ada', 'Boss', 'Office', ''],
        [2, 'Bea', 'Seller', 'Sales', 1],
      ],
      {
        behind:
          '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:D2"/><mergeCell ref="E1:E2"/></mergeCells>',
      },
    );
    expect(people.map(({ name, department }) => [name, department])).toEqual([
      ['Ada', 'Office'],
      ['Bea', 'Sales'],
    ]);
  });
});

describe('what stands in place of a value is listed by its row and column', () => {
  const formula =
    'a formula without its result in "Manager ID" (open the workbook in a spreadsheet program and save it)';
  const error = 'an error of the spreadsheet, such as #REF!, in "Manager ID"';

  test.each([
    ['formula-manager.xlsx', formula, 'rows 3–4'],
    ['error-cell.xlsx', error, 'rows 4–5'],
  ])('%s', async (name, what, rows) => {
    const found = await importOf({ [name]: fixture(name) });
    expect(kindsOf(found, 'doubtful')).toEqual({ [what]: `${name} ${rows}` });
    expect(found.people.slice(2).map(({ manager }) => manager)).toEqual(found.people.slice(2).map(() => ''));
  });

  test('where all managers are such, the first line says so', async () => {
    const found = await importOf({ 'formula-manager.xlsx': fixture('formula-manager.xlsx') });
    expect(found.journal.wrong).toEqual([
      'Nobody reports to anybody: "Manager ID" holds formulas without their results. Open the workbook in a spreadsheet program, save it, and import it again.',
    ]);
    const empty = await importOf({
      'a.csv': 'ID,Name,Title,Manager ID\n1,Ann Stone,Seller,\n2,Bo Ek,Buyer,\n',
    });
    expect(empty.journal.wrong).toEqual(['Nobody reports to anybody: "Manager ID" is empty.']);
  });

  test('whatever way it is written', async () => {
    const found = await imported([
      ...ROWS,
      [4, 'Di', 'Seller', 'Sales', { xml: '<c r="@"><f>A1</f><v></v></c>' }],
      [5, 'Ed', 'Seller', 'Sales', { xml: '<c r="@"><f t="shared" si="0"/></c>' }],
      [6, 'Flo', 'Seller', 'Sales', { xml: '<c r="@" t="str"><f>""</f><v></v></c>' }],
      [7, 'Gus', 'Seller', 'Sales', { xml: '<c r="@" t="e"><f>B1</f><v>#N/A</v></c>' }],
    ]);
    expect(kindsOf(found, 'doubtful')).toEqual({
      [formula]: 'people.xlsx rows 5–6',
      [error]: 'people.xlsx row 8',
    });
  });

  test('in a CSV file as well, and not of columns that nothing is taken from', async () => {
    const found = await importOf({
      'people.csv':
        'Employee ID,Title,Shoe size,Manager ID\n1,Boss,#DIV/0!,\n2,Seller,#DIV/0!,#BEZUG!\n3,#1 seller,40,1\n',
    });
    expect(kindsOf(found, 'doubtful')).toEqual({ [error]: 'people.csv row 3' });
    expect(found.people[2]!.title).toBe('#1 seller');
  });
});

describe('numbers mean what their format shows', () => {
  test('days that count from 1904', async () => {
    const { people } = await read(fixture('dates-1904.xlsx'));
    expect(people.map(({ start }) => start)).toEqual(['2024-01-01', '2024-01-01']);
  });

  const styled = (value: number, style: number): Cell => ({
    xml: `<c r="@" s="${style}"><v>${value}</v></c>`,
  });

  test('days, percentages and leading zeros', async () => {
    const formats = ['dd.mm.yyyy', '0.0%', '00000', '#,##0.00 [$€-407]', '[h]:mm', '&quot;day&quot; 0'];
    const { people } = await imported(
      [
        ['Employee ID', 'Title', 'Manager ID', 'Start Date', 'FTE', 'Salary'],
        [styled(17, 3), 'Boss', '', styled(44_197.75, 1), styled(0.805, 2), styled(90_000.5, 4)],
        [styled(18, 3), 'Clerk', styled(17, 3), styled(1, 1), styled(1, 2), styled(50_000, 6)],
      ],
      { formats },
    );
    expect(people).toMatchObject([
      { id: '00017', start: '2021-01-01', fte: 0.805, costPerYear: 90_000.5 },
      { id: '00018', manager: '00017', start: '1900-01-01', fte: 1, costPerYear: 50_000 },
    ]);
  });

  test('true or on for 1904, a time of day, and what is no day', async () => {
    const { people } = await imported(
      [
        ['Employee ID', 'Title', 'Start Date', 'End Date'],
        [1, 'Boss', styled(43_830.5, 1), styled(-5, 1)],
        [2, 'Clerk', { xml: '<c r="@" t="d"><v>2024-02-29T00:00:00</v></c>' }, styled(1e9, 1)],
      ],
      { formats: ['[$-409]d\\-mmm\\-yy;@'], properties: 'date1904="1"' },
    );
    expect(people.map(({ start, end }) => [start, end])).toEqual([
      ['2024-01-01', ''],
      ['2024-02-29', ''],
    ]);
  });
});

describe('of several sheets', () => {
  const others = { Cover: [['About this file']], Old: ROWS.slice(0, 3), People: ROWS };

  test('the first of those that say most is read, and it is said which were not', async () => {
    const { files, people, journal } = await read(workbook(others));
    expect(files[0]!.format).toBe('XLSX, sheet Old');
    expect(people.length).toBe(2);
    expect(journal.notes.join()).toContain('the sheet "Old" was read, "Cover", "People" not');
  });

  test('a hidden one is not read where another holds people, and said to be there', async () => {
    const { files, journal } = await read(workbook(others, '', { sheet: { Old: 'state="veryHidden"' } }));
    expect(files[0]!.format).toBe('XLSX, sheet People');
    expect(journal.notes.join()).toContain('1 hidden sheet was not read: "Old"');
    const alone = await read(
      workbook({ Cover: [['x']], People: ROWS }, '', { sheet: { People: 'state="hidden"' } }),
    );
    expect(alone.people.length).toBe(3);
    expect(alone.journal.notes.join()).toContain('the sheet "People" that was read is hidden');
  });

  test.each([
    ['People', 3],
    ['2', 2],
  ])('the one that is asked for, %s, by name or number', async (sheet, count) => {
    const bytes = workbook(others);
    const { people } = await importOf({ 'people.xlsx': bytes }, { peopleTable: { sheet } });
    expect(people.length).toBe(count);
    await expect(importOf({ 'people.xlsx': bytes }, { peopleTable: { sheet: 'Poeple' } })).rejects.toThrow(
      /no sheet "Poeple"/,
    );
  });
});

test('hidden rows and columns are read, and said to be hidden', async () => {
  const { people, journal } = await imported(ROWS, { row: { 3: 'hidden="1"', 4: 'hidden="true"' } });
  expect(people.length).toBe(3);
  expect(journal.notes.join()).toContain('hidden in the sheet, and read all the same: rows 3–4');
});

test('a workbook whose elements have a prefix, and whose cells say nothing of their place, is read', async () => {
  const sheet = (rows: string) => `<x:worksheet xmlns:x="a"><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
  const row = (...cells: string[]) =>
    `<x:row>${cells.map((text) => `<x:c t="inlineStr"><x:is><x:r><x:t>${text}</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c>`).join('')}</x:row>`;
  const { people } = await imported([], {
    parts: { 'xl/worksheets/sheet1.xml': sheet(row('id', 'title') + row('1', 'Two_x000A_lines &amp; more')) },
  });
  expect(people).toMatchObject([{ id: '1', title: 'Two\nlines & more' }]);
});

describe('a workbook that is made to harm is refused, or costs no more than others', () => {
  const row = (xml: string) => () => imported(ROWS, {}, xml);
  const part = (name: string, xml: string) => () => imported(ROWS, { parts: { [name]: xml } });
  const sheet = 'xl/worksheets/sheet1.xml';

  test('one far cell is a row of too many cells', async () => {
    const found = await imported(ROWS, {
      parts: {
        [sheet]: `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>title</v></c></row><row r="2"><c r="A2"><v>1</v></c></row><row r='1048576'><c  t="n"  r = 'XFD1048576'><v>1</v></c></row></sheetData></worksheet>`,
      },
    });
    expect(found.people.length).toBe(1);
    expect(kindsOf(found, 'unusable')).toEqual({
      'more or fewer cells than the 2 headers': 'people.xlsx row 1048576',
    });
  });

  test.each([
    ['far cells', row('<c r="XFD9"><v>1</v></c>'.repeat(20_000)), /too many cells/],
    [
      'many far cells',
      part(
        sheet,
        `<worksheet><sheetData>${Array.from({ length: 1000 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`).join('')}</sheetData></worksheet>`,
      ),
      /more than 8,000,000 cells/,
    ],
    ['a column beyond the last', row("<c t='n' r='AAAA9'><v>1</v></c>"), /beyond column/],
    [
      'a row of nine digits',
      part(sheet, '<worksheet><sheetData><row r="999999999"/></sheetData></worksheet>'),
      /beyond row/,
    ],
    [
      'many attributes',
      part(
        sheet,
        `<worksheet><sheetData><row ${Array.from({ length: 200_000 }, (_, at) => `a${at}=""`).join(' ')}/></sheetData></worksheet>`,
      ),
      /too many attributes/,
    ],
    ['many levels', part(sheet, '<a>'.repeat(1000)), /too deeply/],
    [
      'entities',
      part(
        sheet,
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>',
      ),
      /no XML/,
    ],
    [
      'many parts',
      () =>
        imported(ROWS, {
          parts: Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`a${at}.xml`, ''])),
        }),
      /too many parts/,
    ],
    [
      'shared strings that explode',
      part('xl/sharedStrings.xml', `<sst>${'<si><t> </t></si>'.repeat(1_000_000)}</sst>`),
      /larger than memory/,
    ],
    ['no XML', part(sheet, '<worksheet><sheetData><row r="1">'), /no XML/],
  ] as [string, () => Promise<unknown>, RegExp][])('%s', async (_, attempt, why) => {
    await expect(attempt()).rejects.toThrow(why);
  });

  test('many sheets are looked at by their first rows, the first hundred of them', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`S${at}`, [['nothing']]]));
    const { files } = await read(workbook({ ...many, People: ROWS })).catch(() => ({ files: [] }));
    expect(files).toEqual([]);
    const found = await importOf(
      { 'people.xlsx': workbook({ ...many, People: ROWS }) },
      { peopleTable: { sheet: 'People' } },
    );
    expect(found.people.length).toBe(3);
  });
});
