import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { disk } from '../../src/cli/io/disk.ts';
import { pageFormats } from '../../src/documents/page/document.ts';
import { elementNames } from '../../src/documents/page/ppttc.ts';
import { evaluate, loadOrganisation } from '../../src/index.ts';
import type { Report } from '../../src/schema/documents/report.ts';

const csv = (cells: readonly unknown[]): string =>
  cells
    .map((cell) => (typeof cell === 'string' ? `"${cell.replaceAll('"', '""')}"` : String(cell ?? '')))
    .join(',');
const cluster = ({ designs }: Report) => designs.find(({ id }) => id === 'cluster')!;
const GRAVEST = ['error', 'warning', 'note'];

/** What each recipe says, in the order of the page, written in another language. */
const TWINS: readonly ((report: Report) => string[])[] = [
  ({ answer }) => [answer.sentence],
  ({ answer }) => [...answer.gains, ...answer.prices].map(({ text }) => text),
  ({ comparison }) => Object.entries(comparison['silos.count']!.values).map(csv),
  ({ ranking }) => Object.entries(ranking!.acceptability).map(([id, [first]]) => csv([id, first! * 100])),
  (report) =>
    cluster(report)
      .structure.filter(({ accountable }) => accountable)
      .map(({ name, people, headTitle }) => csv([name, people, headTitle])),
  (report) => {
    const counts = new Map<string, number>();
    for (const { from, unit } of cluster(report).seats!)
      if (from !== null) counts.set(csv([from, unit]), (counts.get(csv([from, unit])) ?? 0) + 1);
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([pair, count]) => `${pair},${count}`);
  },
  ({ designs }) =>
    designs.map(({ id, journey }) =>
      csv([id, (journey?.steps ?? []).map(({ unit }) => unit ?? 'nobody').join(' > ')]),
    ),
  ({ designs }) =>
    designs.flatMap(({ stages = [] }) =>
      stages.map(({ name, moved, newManagers, toFill }) => csv([name, moved, newManagers, toFill.length])),
    ),
  ({ designs }) =>
    GRAVEST.flatMap((severity) =>
      designs[0]!.findings.filter((one) => one.severity === severity).map((one) => csv([severity, one.text])),
    ),
];

const page = readFileSync('docs/slides.md', 'utf8');
const recipes = [...page.matchAll(/```jq\n([\s\S]*?)\n```/g)].map(([, recipe]) => recipe!);

let report: Report;
beforeAll(async () => {
  const loaded = await loadOrganisation('examples/halden/org.yaml', disk);
  report = evaluate(loaded, { version: 'test', seats: true });
});

describe('the recipes', () => {
  test('are as many as were written a second time, and each finds something', () => {
    expect(recipes).toHaveLength(TWINS.length);
    for (const twin of TWINS) expect(twin(report).join('')).not.toBe('');
  });

  /** jq where the system has it; what a recipe asks for is checked either way. */
  test.skipIf(spawnSync('jq', ['--version']).status !== 0)(
    'say in jq what they say in another language',
    () => {
      for (const [at, recipe] of recipes.entries()) {
        const { stdout, stderr } = spawnSync('jq', ['-r', recipe], {
          input: JSON.stringify(report),
          encoding: 'utf8',
        });
        expect([recipe, stderr]).toEqual([recipe, '']);
        const rounded = (line: string) => line.replace(/\d+\.\d{6,}/g, (number) => Number(number).toFixed(4));
        expect(stdout.trimEnd().split('\n').map(rounded)).toEqual(TWINS[at]!(report).map(rounded));
      }
    },
  );

  test('ask only for fields that a report has', () => {
    const keys = new Set(['key', 'value']);
    JSON.stringify(report, (key, value) => {
      keys.add(key);
      return value;
    });
    // Of a text in quotation marks nothing is a field.
    const fields = recipes.flatMap((recipe) => recipe.replace(/"[^"]*"/g, '').match(/\.[a-zA-Z]+/g) ?? []);
    expect(fields.length).toBeGreaterThan(20);
    expect(fields.filter((field) => !keys.has(field.slice(1)))).toEqual([]);
  });
});

describe('a think-cell file', () => {
  test('fills every name that --list-names prints, with cells of one kind each', async () => {
    const made = { privacy: [], report, date: '2026-11-30' };
    const render = await pageFormats.get('ppttc')!.load();
    const [copy, ...others] = JSON.parse(
      render(made, { columns: 80, color: false, quiet: false, template: 'firm.pptx' }),
    );
    expect(others).toEqual([]);
    expect(Object.keys(copy)).toEqual(['template', 'data']);
    expect(copy.template).toBe('firm.pptx');
    const names = elementNames(made)
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect(copy.data.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
    for (const { table } of copy.data)
      for (const cell of table.flat())
        if (cell !== null) {
          expect(Object.keys(cell)).toHaveLength(1);
          expect(Object.entries(cell)[0]).toEqual([
            expect.stringMatching(/^(string|number|date)$/),
            expect.anything(),
          ]);
        }
    const pyramid = copy.data.find(({ name }: { name: string }) => name === 'Pyramid').table;
    expect(pyramid.slice(0, 2)).toEqual([
      [null, { string: 'The top' }, { string: 'Level 2' }, { string: 'Level 3' }, { string: 'Level 4' }],
      [],
    ]);
    expect(
      pyramid
        .slice(2)
        .flat()
        .filter((cell: object) => 'number' in cell)
        .reduce((sum: number, one: { number: number }) => sum + one.number, 0),
    ).toBe(report.organisation.seats);
    expect(copy.data.find(({ name }: { name: string }) => name === 'Date').table).toEqual([
      [{ date: '2026-11-30' }],
    ]);
  });
});
