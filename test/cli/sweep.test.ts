import { describe, expect, test } from 'vitest';
import { sweep as schema } from '../../src/schema/documents/sweep.ts';
import { command, type World } from './in-memory.ts';
import { CLEAN_ORGANISATION } from './organisations.ts';

const world: World = { files: { 'clean.yaml': CLEAN_ORGANISATION } };
const SIMULATE = ['simulate', 'clean.yaml', '--design', 'cluster'];

describe('simulate --sweep', () => {
  test('prints a table, and writes no proposal', async () => {
    const { code, stdout, written } = await command([...SIMULATE, '--sweep', 'clusters=1..3'], world);
    expect(code).toBe(0);
    expect(stdout).toMatch(/as-is +1 +2 +3$/m);
    expect(stdout).toContain('Where the best design changes');
    expect(stdout).not.toContain('people:');
    expect(written.size).toBe(0);
  }, 20_000);

  test('gives JSON, to a file where one is named', async () => {
    const args = [...SIMULATE, '--sweep', 'clusters=1..3', '--sweep', 'minimum=3,4', '--format', 'json'];
    const { stdout } = await command(args, world);
    const parsed = schema.parse(JSON.parse(stdout));
    expect(parsed.rows).toHaveLength(6);
    const toFile = await command([...args, '-o', 'sweep.json'], world);
    expect(toFile.stdout).toBe('');
    expect(toFile.written.get('sweep.json')).toBe(stdout);
  });

  test('goes together with --set', async () => {
    const args = [...SIMULATE, '--set', 'minimum=3', '--sweep', 'clusters=1..2', '--format', 'json'];
    const { stdout } = await command(args, world);
    const parsed = schema.parse(JSON.parse(stdout));
    expect(parsed.input.set).toEqual(['minimum=3']);
    expect(parsed.rows.map(({ values }) => values)).toEqual([{ clusters: 1 }, { clusters: 2 }]);
  });

  test('exits with 1 where no value makes the design possible', async () => {
    const none = CLEAN_ORGANISATION.replace(/customers:[\s\S]*/, 'customers: []\n');
    const { code, stdout } = await command([...SIMULATE, '--sweep', 'minimum=3..4'], {
      files: { 'clean.yaml': none },
    });
    expect(code).toBe(1);
    expect(stdout).toContain('Not possible with');
  });

  test.each([
    ['an unknown option', ['--sweep', 'clusers=1..3'], /Did you mean "clusters"\?/],
    ['a wrong range', ['--sweep', 'clusters=3..1'], /leads nowhere/],
    ['a third option', ['--sweep', 'clusters=1', '--sweep', 'minimum=1', '--sweep', 'holders=1'], /3 times/],
    ['an unknown format', ['--sweep', 'clusters=1', '--format', 'csv'], /no format "csv"/],
    ['a format without it', ['--format', 'json'], /--format is for --sweep/],
    ['stages as well', ['--sweep', 'clusters=1', '--stages', 'way'], /cannot be used with/],
    ['an output in place of the input', ['--sweep', 'clusters=1', '-o', 'clean.yaml'], /would replace/],
  ])('exits with 2, and nothing on stdout, for %s', async (_, args, message) => {
    const { code, stdout, stderr, written } = await command([...SIMULATE, ...args], world);
    expect({ code, stdout, written: written.size }).toEqual({ code: 2, stdout: '', written: 0 });
    expect(stderr).toMatch(message);
  });
});
