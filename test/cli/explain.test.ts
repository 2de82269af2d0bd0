import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/documents/reference/entry.ts';
import { reference } from '../../src/documents/reference/index.ts';
import { command } from './in-memory.ts';

const entries = reference();

test('there is something of every kind', () => {
  for (const kind of KINDS) expect(entries.filter((entry) => entry.kind === kind).length).toBeGreaterThan(0);
});

test('all is listed by kind where no id is given', async () => {
  const { stdout, code } = await command(['explain']);
  expect(code).toBe(0);
  for (const { id } of entries) expect(stdout).toContain(`  ${id} `);
});

describe.each(entries.map((entry) => [entry.id, entry] as const))('%s', (id, entry) => {
  test('is explained: every fact and every example', async () => {
    const { stdout, code, stderr } = await command(['explain', id]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(entry.kind);
    const words = stdout.replace(/\s+/g, ' ');
    // A word longer than the column is broken.
    for (const text of [entry.summary, ...Object.values(entry.facts).flat()])
      if (text.split(/\s/).every((word) => word.length < 40))
        expect(words).toContain(text.replace(/\s+/g, ' ').trim());
    for (const example of Object.values(entry.examples ?? {}))
      for (const line of example.split('\n')) expect(stdout).toContain(line.trim());
  });

  test('fits 80 columns, but for the lines of an example', async () => {
    const { stdout } = await command(['explain', id]);
    const prose = stdout.split('\n').filter((line) => !line.startsWith('    '));
    expect(prose.filter((line) => stringWidth(line) > 80)).toEqual([]);
  });
});

test('JSON has the same entries', async () => {
  expect(JSON.parse((await command(['explain', '--format', 'json'])).stdout)).toEqual({
    version: 1,
    entries,
  });
  const [first] = entries;
  const { stdout } = await command(['explain', first!.id, '--format', 'json']);
  expect(JSON.parse(stdout).entries).toContainEqual(first);
});

test('a key is explained as it is printed: of an answer, a threshold, an option, or by the part of the file it is in', async () => {
  for (const [asked, told] of [
    ['context.costPressure', /^context\.costPressure {2}key\n[\s\S]*fit-cost-pressure/],
    ['customers.effort', /^customers\.effort {2}key\n\nHours a month for each capability/],
    ['customers.revenue', /^customers\.revenue {2}key\n/],
    ['criteria.profile', /^criteria\.profile {2}key\n[\s\S]*customer-first/],
    ['journeys', /^journeys {2}key\n/],
    ['practices.exit-communication', /^exit-communication {2}practice\n/],
    ['policy.centreSize', /^centreSize {2}threshold\n/],
    ['designs.cluster.exclude', /^cluster {2}design\n/],
    ['capabilities.sales.role', /^capabilities {2}key\n/],
  ] as const) {
    const { stdout, code } = await command(['explain', asked]);
    expect([asked, code]).toEqual([asked, 0]);
    expect(stdout).toMatch(told);
  }
  const wrong = await command(['explain', 'context.costPresure']);
  expect([wrong.code, wrong.stderr]).toEqual([
    2,
    expect.stringContaining('Did you mean "context.costPressure"?'),
  ]);
});
