import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvOf } from '../../src/write/csv.ts';
import { runs } from '../support/runs.ts';

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.string({
    unit: fc.constantFrom('a', 'Z', '7', 'é', 'Ж', '\u05ff', ' ', ',', ';', '"', '\\', '=', '-', '\n'),
  }),
  fc.constantFrom('x'.repeat(32_767), 'é,'.repeat(20_000), 'y'.repeat(65_534), `${'z'.repeat(70_000)}"`),
);

test('a table is its cells as each is written by itself, however many and long they are', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 }), (rows) => {
      const columns = [0, 1, 2].map((at) => ({
        header: `column ${at}`,
        cell: (row: readonly string[]) => row[at],
        always: true as const,
      }));
      const lines = rows.map((row) => row.map(csvCell).join(','));
      expect(csvOf(rows, columns)).toBe(['column 0,column 1,column 2', ...lines, ''].join('\n'));
    }),
    { numRuns: runs(200) },
  );
});

test('a figure that is not known is an empty cell, and a column without anything is left out', () => {
  const rows = [
    { id: 'a', level: Number.NaN, cost: -1e-7, note: '' },
    { id: 'b', level: 2, cost: 1e21, note: '' },
  ];
  const names = ['id', 'level', 'cost', 'note'] as const;
  expect(
    csvOf(
      rows,
      names.map((name) => ({ header: name, cell: (row) => row[name] })),
    ),
  ).toBe('id,level,cost\na,,-1e-7\nb,2,1e+21\n');
});
