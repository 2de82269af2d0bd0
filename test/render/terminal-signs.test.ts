import { expect, test } from 'vitest';
import { journeyPart } from '../../src/documents/report/journey-blocks.ts';
import { flat, list, table, toned } from '../../src/render/block.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import type { Report } from '../../src/schema/documents/report.ts';

const matrix = table(
  ['today', 'clusters'],
  [
    {
      rows: [
        { label: 'Walls', cells: ['5', toned('best', '*2')], shares: [0, 1] },
        { label: 'Suits', cells: ['no', 'yes'] },
      ],
    },
  ],
  { plain: true },
);
const shown = (options: { columns?: number; color?: boolean; ascii?: true }, blocks = [matrix]) =>
  renderTerminal({ value: null, blocks }, { columns: 80, color: true, quiet: false, ...options });
const stripped = (text: string) => text.replace(/\u001b\[[\d;]*m/g, '');

test('a bar beside a figure says how good it is, with and without colours, where there are signs for it', () => {
  expect(stripped(shown({}))).toContain('5▁');
  expect(stripped(shown({}))).toContain('*2█');
  expect(shown({ color: false }).replace(/ +$/gm, '')).toBe(stripped(shown({})).replace(/ +$/gm, ''));
  expect(shown({ ascii: true })).not.toMatch(/[▁-█]/);
});

test('bars give way where they would cost a line', () => {
  const wide = table(
    Array.from({ length: 13 }, () => '12345'),
    [{ rows: [{ label: 'x', cells: Array(13).fill('12345'), shares: Array(13).fill(1) }] }],
    { plain: true },
  );
  for (const line of stripped(shown({}, [wide])).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('a terminal without other signs gets those of ASCII, in no more room', () => {
  const long = list([`A text – of ours’ own … ${'word '.repeat(40)}`, 'Sales → dairy'], { title: 'a · b' });
  const plain = shown({ color: false, ascii: true }, [long as never]);
  expect(plain).toMatch(/^[\n\x20-\x7e]*$/);
  expect(plain).toContain("A text - of ours' own ...");
  expect(plain.split('\n').map((line) => line.length > 80)).not.toContain(true);
  // What a file holds is its user's.
  expect(shown({ color: false, ascii: true }, [list(['Müller']) as never])).toContain('Müller');
});

test('the way of the work is told unit after unit, with a wall between two', () => {
  const design = (id: string, units: (string | null)[]) => ({
    id,
    structure: [{}],
    journey: { of: 'the customer who pays most', steps: units.map((unit) => ({ unit })) },
  });
  const report = {
    designs: [
      design('as-is', ['Sales', 'Sales', 'Support', null, 'Sales']),
      design('cluster', ['dairy', 'dairy']),
    ],
    answer: { design: 'cluster', refused: [] },
    ranking: null,
  } as unknown as Report;
  const text = renderTerminal(
    { value: null, blocks: flat([journeyPart(report)]) },
    { columns: 80, color: false, quiet: false },
  );
  expect(text).toContain('today    Sales ┃ Support ┃ nobody ┃ Sales (3 walls)');
  expect(text).toContain('clusters dairy (0 walls)');
});
