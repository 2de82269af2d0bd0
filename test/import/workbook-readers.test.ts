import fc from 'fast-check';
import readWorkbook from 'read-excel-file/universal';
import { expect, test } from 'vitest';
import { Journal } from '../../src/import/journal.ts';
import { xlsxTable } from '../../src/import/table/xlsx-table.ts';
import { runs } from '../support/runs.ts';
import { workbook } from './workbook.ts';

const cell = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((one) => Number(one.toPrecision(15))),
  fc.constantFrom('', 'Zoë', '<&>', '007', 'TRUE', '1e5', 'two\nlines'),
  fc.string({ maxLength: 6 }).map((text) => text.replace(/[^\x20-\x7e]/g, '').trim()),
);

/** The cells of each row up to the last that holds anything, without rows that hold nothing. */
const trimmed = (rows: readonly (readonly string[])[]): string[][] =>
  rows
    .map((cells) => cells.slice(0, cells.findLastIndex((text) => text !== '') + 1))
    .filter(({ length }) => length > 0);

test('a workbook is read as another reader reads it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { maxLength: 8 }), { minLength: 1, maxLength: 8 }),
      async (rows) => {
        const bytes = workbook({ Sheet: rows });
        const [other] = await readWorkbook(bytes.slice().buffer as ArrayBuffer);
        const theirs = other!.data.map((row) => row.map((value) => (value === null ? '' : String(value))));
        const table = await xlsxTable('a.xlsx', bytes, undefined, () => 0, new Journal());
        const ours: string[][] = [];
        await table.read(
          (cells) => ours.push([...cells]),
          () => {},
        );
        expect(trimmed(ours)).toEqual(trimmed(theirs));
      },
    ),
    { numRuns: runs(100) },
  );
});
