import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellOf, textOfCell } from '../../src/source/csv.ts';
import { runs } from '../support/runs.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '1', 'a', '\\', 'u', '2', '0', 'e'),
  }),
  fc.string({
    unit: fc.constantFrom('\u202e', '\u2066', '\u200f', '\u061c', '\u0007', '\u009b', 'a', '\\u202e'),
  }),
);

describe('text in a cell', () => {
  test('is read back as it was', () => {
    fc.assert(
      fc.property(hostile, (text) => textOfCell(cellOf(text)) === text),
      { numRuns: runs(2000) },
    );
  });

  test('is no formula, whatever it is', () => {
    const isSign = /^[+-][\d.,\s]*%?$/;
    fc.assert(
      fc.property(hostile, (text) => {
        const cell = cellOf(text);
        expect(/^[=+\-@\t\r]./s.test(cell) && !isSign.test(cell)).toBe(false);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('shows what would turn the text around it, or move the cursor', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(cellOf(text)).not.toMatch(
          /[\u0000-\u0008\u001b\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
        );
      }),
      { numRuns: runs(2000) },
    );
  });

  test.each([
    ['=HYPERLINK("x")', '\'=HYPERLINK("x")'],
    ["'=1", "''=1"],
    ['-5', '-5'],
    ['+49 30 1', '+49 30 1'],
    ['-', '-'],
    ['@ann', "'@ann"],
    ['Ann \u202eeva', 'Ann \\u202eeva'],
    ['C:\\users', 'C:\\users'],
    ["O'Hara", "O'Hara"],
  ])('%j is written %j', (text, cell) => {
    expect(cellOf(text)).toBe(cell);
    expect(textOfCell(cell)).toBe(text);
  });
});
