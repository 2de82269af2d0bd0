import { expect, test } from 'vitest';
import { notUnderstood } from '../../src/import/not-understood.ts';
import { importOf } from './import-memory.ts';

const linesOf = async (rows: string) => {
  const { whole } = await importOf({ 'a.csv': `ID,Name,Title,Manager ID\n${rows}` });
  return notUnderstood(whole).filter((line) => line.includes('circle'));
};

test('managers who report to each other are named', async () => {
  expect(await linesOf('1,A,Chief,\n2,B,Seller,3\n3,C,Seller,2\n4,D,Buyer,3\n')).toEqual([
    'People report to each other in a circle: "2" → "3" → "2". It is cut, for figures, above the most senior: say who is the manager of whom.',
  ]);
});

test('of several circles the first is shown, and a long one in part', async () => {
  const ring = Array.from({ length: 9 }, (_, at) => `${at + 1},N${at},Seller,${((at + 1) % 9) + 1}\n`).join(
    '',
  );
  expect(await linesOf(`${ring}20,X,Chief,\n21,Y,Buyer,22\n22,Z,Buyer,21\n`)).toEqual([
    '2 circles of people who report to each other: "1" → "2" → "3" → "4" → "5" → "6" → … and more. Each is cut, for figures, above the most senior: say who is the manager of whom.',
  ]);
});

test('a chart without a circle says nothing of one', async () => {
  expect(await linesOf('1,A,Chief,\n2,B,Seller,1\n3,C,Seller,2\n')).toEqual([]);
});
