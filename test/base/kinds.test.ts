import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindsOf } from '../../src/base/kinds.ts';

const column = fc.array(fc.constantFrom('', 'a', 'b', 'constructor'), { maxLength: 12 });

test('rows are of one kind where every column says the same of them, and kinds stand in the order of their first rows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.array(column, { maxLength: 3 }), (rows, columns) => {
      const { of, first, counts } = kindsOf(rows, columns);
      const texts = Array.from({ length: rows }, (_, row) =>
        columns.map((texts) => texts[row] ?? '').join(','),
      );
      const different = [...new Set(texts)];
      expect(first.map((row) => texts[row])).toEqual(different);
      expect(Array.from(of, (kind) => different[kind])).toEqual(texts);
      expect(counts).toEqual(different.map((text) => texts.filter((one) => one === text).length));
      expect([...first]).toEqual([...first].sort((a, b) => a - b));
    }),
    { numRuns: 100 },
  );
});
