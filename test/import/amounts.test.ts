import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amount, decimalMark } from '../../src/import/amounts.ts';
import { multipleIn } from '../../src/import/currency.ts';
import { importOf } from './import-memory.ts';

describe('a cell is a number', () => {
  test.each([
    ['1250', 1250],
    ['1,250.75', 1250.75],
    ['120,000', 120_000],
    ['1,20,000', 120_000],
    ['.5', 0.5],
    ['-12.5', -12.5],
    ['(1,200)', -1200],
    ['($1,200.50)', -1200.5],
    ['1200-', -1200],
    ['−40', -40],
    ['150k', 150_000],
    ['150 K', 150_000],
    ['$150k', 150_000],
    ['1.5 Mio', 1_500_000],
    ['2.25m', 2_250_000],
    ['€1.2bn', 1_200_000_000],
    ['85 %', 85],
    ['USD 90,000', 90_000],
    ['90 000 kr', 90_000],
    ['CHF 85’000', 85_000],
    ['12.50 / h', 12.5],
    ['60000 per year', 60_000],
    ['1e5', 100_000],
    ['-$500', -500],
    ['$-500', -500],
  ])('%s with a decimal point', (cell, value) => expect(amount(cell, '.')).toBe(value));

  test.each([
    ['€ 1.234,50', 1234.5],
    ['90.000,00 €', 90_000],
    ['1,5 Mio', 1_500_000],
    ['1.5 Mio. €', 1_500_000],
    ['150 Tsd', 150_000],
    ['1.234', 1234],
    ['12,5', 12.5],
    ['80%', 80],
    ['1.234.567,89', 1_234_567.89],
    ['500,-', 500],
    // A point that parts no thousands is a decimal point in any column.
    ['12.50', 12.5],
  ])('%s with a decimal comma', (cell, value) => expect(amount(cell, ',')).toBe(value));
});

test.each([
  ['Salaire (k€)', 1e3, 'Salaire'],
  ['Gehalt in T€', 1e3, 'Gehalt'],
  ['Umsatz in Tsd. EUR', 1e3, 'Umsatz'],
  ['Salary (USD, thousands)', 1e3, 'Salary'],
  ['Salary_000s', 1e3, 'Salary'],
  ['Revenue ($M)', 1e6, 'Revenue'],
  ['Umsatz (Mio. €)', 1e6, 'Umsatz'],
  ['Geschlecht (m)', 1, 'Geschlecht (m)'],
  ['Revenue 2000', 1, 'Revenue 2000'],
  ['Pay per m', 1, 'Pay per m'],
])('below %s numbers are multiplied by %d', (header, times, rest) => {
  expect(multipleIn(header)).toEqual({ times, header: rest });
});

test('a cell with a multiple of its own is not multiplied again', () => {
  expect([amount('110,5', ',', 1e3), amount('150k', '.', 1e3)]).toEqual([110_500, 150_000]);
});

test.each([
  'Q3 2024',
  '12abc',
  'abc12',
  '1e999',
  'Infinity',
  'NaN',
  '0x1F',
  '1.2.3',
  '12 34 apples',
  '2024-01-31',
  '1-2',
  '#5',
  'n/a',
  '-',
  '10 years old',
  'v2',
  '٣',
  '12,34,5',
  '+',
  '()',
])('%s is no number', (cell) => {
  expect(amount(cell, '.')).toBeNaN();
  expect(amount(cell, ',')).toBeNaN();
});

test('whatever a cell holds, a number is finite, and found in no time', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-()% kKm€$e'’ ") }), (cell) => {
      for (const mark of ['.', ','] as const)
        expect(Number.isFinite(amount(cell, mark)) || Number.isNaN(amount(cell, mark))).toBe(true);
    }),
  );
  for (const unit of ['1', ' 1', '1.', "1'", '(', '-', '%', '€', 'k']) {
    const hostile = unit.repeat(100_000);
    expect(amount(hostile, ',')).toBeNaN();
    decimalMark([hostile], ',');
  }
});

test('any amount is read as it was formatted', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
      const value = cents / 100;
      const english = value.toLocaleString('en', { minimumFractionDigits: 2 });
      expect(amount(english, '.')).toBe(value);
      const german = value.toLocaleString('de', { minimumFractionDigits: 2 });
      expect(amount(german, ',')).toBe(value);
    }),
  );
});

describe('money with three digits behind every mark', () => {
  const moneyOf = async (header: string, ...amounts: readonly string[]) => {
    const rows = amounts.map((text, at) => `${at + 1}\tAnn ${'ABCDEF'[at]}\tRep\t${text}`).join('\n');
    const { people, journal } = await importOf(
      { 'p.csv': `ID\tName\tTitle\t${header}\n${rows}\n` },
      { peopleTable: { delimiter: '\t' } },
    );
    return { costs: people.map(({ costPerYear }) => costPerYear), told: journal.assumed.join() };
  };

  test.each([
    [
      ['180.000', '95.000', '48.512'],
      [180_000, 95_000, 48_512],
    ],
    [
      ['€ 180.000', '900', ''],
      [180_000, 900, Number.NaN],
    ],
    [
      ['52.251', '71.003', '41.999'],
      [52_251, 71_003, 41_999],
    ],
  ])('%j is in thousands, and this is said', async (amounts, costs) => {
    const found = await moneyOf('Annual salary', ...amounts);
    expect(found.costs).toEqual(costs);
    expect(found.told).toContain('"Annual salary" has three digits behind every point');
  });

  test.each([
    ['Annual salary', ['180.125'], [180.125]],
    ['Annual salary', ['180.5', '95.000'], [180.5, 95]],
    ['Annual salary', ['KWD 850.000', 'KWD 620.500'], [850, 620.5]],
    ['Salary (k€)', ['52.250', '71.100'], [52_250, 71_100]],
    ['Annual salary', ['180,000', '95,000'], [180_000, 95_000]],
  ])('%s of %j is read as before', async (header, amounts, costs) => {
    const found = await moneyOf(header, ...amounts);
    expect(found.costs).toEqual(costs);
    expect(found.told).not.toContain('three digits');
  });

  test('is that of customers as well, and of a file with semicolons', async () => {
    const { customers } = await importOf(
      {
        'p.csv': 'ID,Name,Title\n1,Ann A,Rep\n',
        'k.csv': 'ID;Customer;Revenue\n1;Adler;1,250\n2;Baer;340,000\n',
      },
      { customers: 'k.csv' },
    );
    expect(customers.list.map(({ figures }) => figures.revenue)).toEqual([1250, 340_000]);
  });
});
