import { describe, expect, test } from 'vitest';
import { type Report, report as reportSchema } from '../../src/schema/documents/report.ts';
import { command, type World } from './in-memory.ts';
import { CLEAN_ORGANISATION } from './organisations.ts';

const world: World = { files: { 'clean.yaml': CLEAN_ORGANISATION } };

const reportOf = async (...args: string[]): Promise<Report> => {
  const { stdout } = await command(['evaluate', 'clean.yaml', '--format', 'json', ...args], world);
  return reportSchema.parse(JSON.parse(stdout));
};

const clusters = ({ designs }: Report): number =>
  designs.find(({ id }) => id === 'cluster')!.structure.filter(({ kind }) => kind === 'cluster').length;

describe('evaluate --set', () => {
  test('changes the design, and the report says so', async () => {
    const args = ['--design', 'cluster'];
    expect(clusters(await reportOf(...args))).toBe(2);
    const one = await reportOf(...args, '--set', 'clusters=1', '--set', 'cluster.minimum=3');
    expect(clusters(one)).toBe(1);
    expect(one.input.set).toEqual(['clusters=1', 'cluster.minimum=3']);
    expect((await reportOf(...args)).input.set).toBeUndefined();
  }, 20_000);

  test('is told at the head of the table', async () => {
    const { stdout, code } = await command(['evaluate', 'clean.yaml', '--set', 'minimum=3'], world);
    expect(stdout).toContain('Set beside the file: minimum=3.');
    expect(code).toBe(0);
  });

  test('exits with 2 and says everything at once where it is wrong', async () => {
    const { code, stdout, stderr } = await command(
      ['evaluate', 'clean.yaml', '--set', 'minimun=3', '--set', 'clusters=two', '--set', 'basis=industri'],
      world,
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/Did you mean "minimum"\?/);
    expect(stderr).toMatch(/expected a whole number from 1 to [\d,]+, found text "two"/);
    expect(stderr).toMatch(/Did you mean "industry"\?/);
    expect(stderr).toMatch(/\n3 errors\n$/);
  });

  test('knows only the designs that are asked for', async () => {
    const args = ['evaluate', 'clean.yaml', '--design', 'cluster', '--set', 'lifecycle.minimum=3'];
    const { code, stderr } = await command(args, world);
    expect(code).toBe(2);
    expect(stderr).toMatch(/lifecycle is not among the designs asked for/);
  });
});
