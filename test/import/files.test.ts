import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { fixture, importOf, kindsOf } from './import-memory.ts';
import { workbook } from './workbook.ts';

const CSV =
  'Employee ID,Name,Title,Department,Manager ID\n1,Zoë Åkerström,Chief Executive Officer,Office,\n2,Bea,Buyer,Purchasing,1\n';
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('text', () => {
  test.each([
    ['UTF-8', Buffer.from(CSV)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${CSV}`)],
    ['UTF-16', utf16(CSV, false)],
    ['UTF-16, big-endian', utf16(CSV, true)],
    ['Windows-1252', Buffer.from(CSV, 'latin1')],
    ['decomposed', Buffer.from(CSV.normalize('NFD'))],
    ['semicolons', Buffer.from(CSV.replaceAll(',', ';'))],
    ['tabs', Buffer.from(CSV.replaceAll(',', '\t'))],
    ['a line that names the delimiter', Buffer.from(`sep=;\r\n${CSV.replaceAll(',', ';')}`)],
    ['CRLF', Buffer.from(CSV.replaceAll('\n', '\r\n'))],
    ['CR', Buffer.from(CSV.replaceAll('\n', '\r'))],
  ])('in %s', async (_, bytes) => {
    const { people, departments } = await importOf({ 'people.csv': bytes });
    expect(people.map(({ id, name, manager }) => [id, name, manager])).toEqual([
      ['1', 'Zoë Åkerström', ''],
      ['2', 'Bea', '1'],
    ]);
    expect(departments.map(({ id }) => id)).toEqual(['Office', 'Purchasing']);
  });
});

test('rows with wrong quotes are listed, and the lines behind them read', async () => {
  const imported = await importOf({
    'people.csv': `id,name,title,manager
1,"Ada",Boss,
2,"Bea" Lund,Buyer,1
3,Cy,Buyer,1
4,"Dan,Buyer,1
5,Eve,Buyer,1
6,Fay,Buyer
7,Gus,Buyer,1,,
`,
  });
  expect(imported.people.map(({ id }) => id)).toEqual(['1', '3', '5']);
  expect(kindsOf(imported, 'unusable')).toEqual({
    'text follows the closing quote of a cell': 'people.csv row 3',
    'a quote opens and is never closed': 'people.csv row 5',
    'more or fewer cells than the 4 headers': 'people.csv rows 7–8',
  });
});

describe('a workbook', () => {
  const rows = [
    ['Employee ID', 'Name', 'Job Title', 'Manager ID', 'Hire Date'],
    [1, 'Ada', 'Chief Executive Officer', '', '2015-03-01'],
    [2, 'Bea & Co', 'Buyer', 1, '2019-05-06'],
  ];

  test('is read: the sheet with people, numbers as they are', async () => {
    const imported = await importOf({
      'people.xlsx': workbook({ Cover: [['About this file']], People: rows }),
    });
    expect(imported.files[0]!.format).toBe('XLSX, sheet People');
    expect(imported.people).toMatchObject([
      { id: '1', manager: '', start: '2015-03-01' },
      { id: '2', name: 'Bea & Co', manager: '1' },
    ]);
    expect(imported.journal.notes.join()).toContain('"Cover" not');
  });

  test.each([
    ['would be larger', workbook({ People: rows }, '<c r="A9"><f>1</f></c>'.padEnd(60_000_000))],
    ['damaged', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100, 7)])],
    ['workbook', Buffer.from(zipSync({ 'a.xml': Buffer.from('<a/>') }))],
  ])('is refused where it is a bomb or broken: %s', async (why, bytes) => {
    await expect(importOf({ 'people.xlsx': bytes })).rejects.toThrow(new RegExp(why));
  });
});

describe('what is none of these formats', () => {
  test.each([
    ['other headers', 'a.csv', 'Territory,Country,Sales\nNorth,US,5\n', /none of the formats/],
    ['products', 'a.csv', 'Name,Price\nPump,5\n', /none of the formats/],
    ['nothing', 'a.csv', '', /is empty/],
    ['spaces', 'a.csv', '\n \n', /is empty/],
    ['headers alone', 'a.csv', 'Employee ID,Name,Title\n', /no row holds a person/],
    ['a PDF', 'a.pdf', '%PDF-1.7', /is a PDF/],
    ['an old workbook', 'a.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), /before 2007/],
    [
      'an OpenDocument sheet',
      'people.xlsx',
      Buffer.from(
        zipSync({
          mimetype: [Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
          'content.xml': Buffer.from('<a/>'),
        }),
      ),
      /OpenDocument file \(\.ods\), which is not read/,
    ],
    [
      'another sheet, by its name',
      'a.numbers',
      Buffer.from('PK\u0003\u0004'),
      /file of Numbers, which is not read/,
    ],
    ['binary', 'a.csv', Uint8Array.from([65, 0, 1, 2, 0]), /no text/],
    ['JSON of something else', 'a.json', '{"version": 1}', /no list of people/],
    ['JSON that is none', 'a.json', '{"version": ', /no valid JSON/],
    ['YAML of something else', 'a.yaml', 'services: {}\n', /no Backstage catalog/],
    ['a header twice', 'a.csv', 'Employee ID,Title,Title\n1,a,b\n', /stands twice/],
  ])('%s', async (_, name, content, message) => {
    const attempt = importOf({ [name]: content });
    await expect(attempt).rejects.toBeInstanceOf(UserError);
    await expect(attempt).rejects.toThrow(message);
  });
});

test('a billion laughs are refused within a second', async () => {
  const levels = Array.from({ length: 30 }, (_, level) =>
    level === 0
      ? 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'
      : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(10)}]`,
  );
  const yaml = `apiVersion: backstage.io/v1alpha1\nkind: User\n${levels.join('\n')}\n`;
  const begin = performance.now();
  await expect(importOf({ 'catalog.yaml': yaml })).rejects.toBeInstanceOf(UserError);
  expect(performance.now() - begin).toBeLessThan(1000);
});

test('a folder of YAML is one catalog', async () => {
  const [group, , user] = Buffer.from(fixture('backstage.yaml')).toString().split('---\n');
  const files = { 'catalog/groups/a.yaml': group!, 'catalog/users.yaml': user!, 'catalog/README.md': '' };
  const { people } = await importOf(files, { people: ['catalog'] });
  expect(people).toMatchObject([{ id: 'ada.north', department: 'Infrastructure' }]);
});

test.each([
  ['a web page (HTML)', 'sap.xls', '<html><table><tr><th>ID</th></tr></table></html>'],
  ['a web page (HTML)', 'sap.csv', '\uFEFF<!DOCTYPE html><table></table>'],
  ['XML', 'report.xml', '<?xml version="1.0"?><wd:Report_Data></wd:Report_Data>'],
  ['XML', 'soap.txt', '<wd:Report_Data></wd:Report_Data>'],
])('%s under the name %s is refused as what it is', async (what, name, text) => {
  await expect(importOf({ [name]: text })).rejects.toThrow(`${name} is ${what}, which is not read`);
});
