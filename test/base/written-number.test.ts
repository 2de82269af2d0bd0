import { expect, test } from 'vitest';
import { numbersMeant } from '../../src/base/written-number.ts';

test.each<[string, readonly number[]]>([
  ['180.000,50', [180_000.5]],
  ['1,250.75', [1250.75]],
  ['1.250.000', [1_250_000]],
  ['1 250 000,5', [1_250_000.5]],
  ['85.000', [85_000, 85]],
  ['0,125', [0.125]],
  ['-12,5', [-12.5]],
  ['$1,200', [1200, 1.2]],
  ['120k', [120_000]],
  ['1,2 Mio. EUR', [1_200_000]],
  ['8 h', [8]],
  ['CHF 40', [40]],
  ['1.2.3', []],
  ['1,23,456', []],
  ['12.', []],
  ['3 apples', []],
  ['', []],
])('%s may mean %j', (text, expected) => {
  expect(numbersMeant(text)).toEqual(expected);
});
