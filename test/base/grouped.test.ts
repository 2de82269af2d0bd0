import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureFormat, limitPercent, wholeOrLess } from '../../src/base/figures.ts';
import { compact, grouped } from '../../src/base/grouped.ts';

const intl = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat('en', options);

/** Figures as they come up, with those that lie between two. */
const figures = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ min: -1e20, max: 1e20, noNaN: true }),
  fc.double({ noNaN: true }),
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.tuple(fc.integer({ min: -1e7, max: 1e7 }), fc.integer({ min: 0, max: 6 })).map(([n, k]) => n / 10 ** k),
);

const TOLD = [
  0,
  -0,
  0.5,
  1.005,
  0.15,
  2.5,
  -0.04,
  999.9996,
  1e-7,
  5e-7,
  1e20,
  1e21,
  -1.5e25,
  Number.MAX_VALUE,
  123_456_789.124_999_99,
  Infinity,
  -Infinity,
  NaN,
];

describe('a figure', () => {
  const formats = [
    [3, 0],
    [0, 0],
    [1, 0],
    [1, 1],
    [2, 0],
    [2, 2],
    [4, 0],
  ].map(
    ([most, least]) =>
      [most!, least!, intl({ minimumFractionDigits: least!, maximumFractionDigits: most! })] as const,
  );

  test('is written as the library of the language writes it', () => {
    for (const [most, least, format] of formats) {
      for (const value of TOLD) expect(grouped(value, most, least)).toBe(format.format(value));
      fc.assert(fc.property(figures, (value) => grouped(value, most, least) === format.format(value)));
    }
  });

  test('that is large is too', () => {
    const large = fc
      .tuple(
        fc.oneof(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: 100, max: 1000 })),
        fc.integer({ min: 3, max: 11 }),
        fc.boolean(),
      )
      .map(([digits, power, negative]) => digits * 10 ** power * (negative ? -1 : 1));
    for (const [digits, all] of [
      [2, false],
      [3, true],
    ] as const) {
      const format = intl({
        notation: 'compact',
        maximumSignificantDigits: digits,
        ...(all && { minimumSignificantDigits: digits }),
      });
      for (const value of [1000, 999_949, 999_950, 1e6, 99_999.5, 1_250_000, -1_250_000, 1e12])
        expect(compact(value, digits, all)).toBe(format.format(value));
      fc.assert(
        fc.property(large, (value) => compact(value, digits, all) === format.format(value)),
        { numRuns: 500 },
      );
    }
  });
});

test('a share behind "less than" or "more than" is a figure, and never none or all', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      const points = Number(limitPercent(share).replace(' %', ''));
      expect(points).toBeGreaterThan(0);
      expect(points).toBeLessThan(100);
      expect(Math.abs(points - share * 100)).toBeLessThanOrEqual(0.5 + 1e-9);
    }),
  );
});

test('a figure that is there, but small, does not read as none', () => {
  expect([0, 0.05, 0.5, 1].map(wholeOrLess)).toEqual(['0', '<1', '1', '1']);
  const format = figureFormat([0, 0.0004, 1.25], 'hours');
  expect([0, 0.0004, 1.25].map(format)).toEqual(['0.00', '<0.01', '1.25']);
});
