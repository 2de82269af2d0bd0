import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf } from '../../../src/base/width.ts';
import { packed } from '../../../src/render/table-layout.ts';
import { hanging } from '../../../src/render/table-text.ts';

test('what leads a text stands beside it where there is room, and above it where there is not', () => {
  expect(hanging('org.yaml  ', 'nine people and more', 20)).toEqual([
    'org.yaml  nine',
    '          people and',
    '          more',
  ]);
  expect(hanging('a/long/path.yaml  ', 'nine people', 20)).toEqual(['a/long/path.yaml', '    nine people']);
});

test('no line is wider than the terminal, and nothing is left out', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab é表😀-.') });
  fc.assert(
    fc.property(text, text, fc.integer({ min: 20, max: 120 }), (first, words, columns) => {
      const lines = hanging(`${first}  `, words, columns);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      expect(lines.join('').replaceAll(' ', '')).toBe((first + words).replaceAll(' ', ''));
    }),
  );
});

test('the words of a cell fill its lines, and a number stays with the word before it', () => {
  expect(packed('4 to hire', 6)).toEqual(['4 to', 'hire']);
  expect(packed('not possible', 8)).toEqual(['not', 'possible']);
  expect(packed('account-team', 8)).toEqual(['account-', 'team']);
  expect(packed('account-team', 12)).toEqual(['account-team']);
});
