import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { widthOf, wrapped } from '../../src/base/width.ts';

describe('width', () => {
  test.each([
    ['', 0],
    ['Zoë → “x”', 9],
    ['表', 2],
    ['한국', 4],
    ['e\u0301', 1],
    ['😀', 2],
  ])('of %j is %i', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  test('is never less than what another library says', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(...'ab é表한\u0301😀→'), fc.string({ unit: 'grapheme' })),
    });
    fc.assert(fc.property(text, (sample) => widthOf(sample) >= stringWidth(sample)));
  });
});

describe('wrapping', () => {
  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['abcdefgh ij', 3, ['abc', 'def', 'gh', 'ij']],
    ['表表表 a', 4, ['表表', '表 a']],
    ['', 5, ['']],
    ['of 53 % each', 6, ['of', '53 %', 'each']],
  ])('%j at %i', (text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines);
  });

  test('keeps every character but the spaces it breaks at, and keeps to the width', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abc  é表😀') });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (sample, width) => {
        const lines = wrapped(sample, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(sample.replaceAll(' ', ''));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
