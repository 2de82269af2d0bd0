import { describe, expect, test } from 'vitest';
import { type Check, check as checkSchema } from '../../src/schema/documents/check.ts';
import { company } from '../documents/check/checked.ts';
import { command, type World } from './in-memory.ts';

const files = { 'org.yaml': company({ one: 2 }), 'other/proposal.yaml': company({ one: 2, two: 2 }) };

const checkOf = async (args: readonly string[], world: World = { files }) => {
  const { code, stdout, stderr } = await command(['check', ...args, '--format', 'json'], world);
  expect(stderr).toBe('');
  const check = checkSchema.parse(JSON.parse(stdout));
  return { code, check };
};

const statesOf = ({ structures }: Check) =>
  structures.map(({ name, findings }) => [
    name,
    ...findings
      .filter(({ rule }) => rule === 'team-too-small')
      .map(({ entity, state }) => `${entity.id} ${state}`),
  ]);

describe('files', () => {
  test('are checked together against one baseline, each finding with a fingerprint of its own', async () => {
    const { check } = await checkOf(['org.yaml', 'other/proposal.yaml', '--baseline', 'org.yaml']);
    expect(statesOf(check)).toEqual([
      ['org.yaml', 'one unchanged'],
      ['other/proposal.yaml', 'one unchanged', 'two new'],
    ]);
    const marks = check.structures.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint));
    expect(new Set(marks).size).toBe(marks.length);
    const alone = await checkOf(['other/proposal.yaml']);
    expect(marks).not.toContain(alone.check.structures[0]!.findings[0]!.fingerprint);
  });

  test('given twice are checked once', async () => {
    const { check } = await checkOf(['org.yaml', 'org.yaml', 'org.yaml#functional', 'org.yaml#functional']);
    expect(check.structures.map(({ name }) => name)).toEqual(['org.yaml', 'org.yaml#functional']);
  });

  test('with --design are checked as they stand and in the design, FILE#design in the design alone', async () => {
    const { check } = await checkOf(['org.yaml', '--design', 'functional']);
    expect(check.structures.map(({ name }) => name)).toEqual(['org.yaml', 'org.yaml#functional']);
    const [asIs, design] = check.structures;
    expect(asIs!.moved).toBeNull();
    expect(design!.moved).toMatchObject({ inBoth: 4 });
    const only = await checkOf(['org.yaml#functional', '--baseline', 'org.yaml']);
    expect(only.check.structures.map(({ name, baseline }) => [name, baseline!.file])).toEqual([
      ['org.yaml#functional', 'org.yaml'],
    ]);
  });
});

describe('the policy', () => {
  const strict = 'version: 1\nfailOn: warning\n';

  test('is found in the folder of the file, or above', async () => {
    const above = { ...files, 'orgdesign.config.yaml': strict };
    expect((await checkOf(['other/proposal.yaml'], { files: above })).check.policy!.file).toBe(
      'orgdesign.config.yaml',
    );
    const beside = { ...above, 'other/orgdesign.config.yaml': 'version: 1\n' };
    const { check, code } = await checkOf(['other/proposal.yaml'], { files: beside });
    expect({ code, file: check.policy!.file }).toEqual({ code: 0, file: 'other/orgdesign.config.yaml' });
    expect((await checkOf(['org.yaml'], { files: beside })).code).toBe(1);
  });

  test('of several files must be one, or be named', async () => {
    const world = { files: { ...files, 'other/orgdesign.config.yaml': strict } };
    const both = ['org.yaml', 'other/proposal.yaml'];
    const { code, stderr } = await command(['check', ...both], world);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(
        'org.yaml is under none, other/proposal.yaml is under other/orgdesign.config.yaml',
      ),
    });
    expect((await checkOf([...both, '--policy', 'other/orgdesign.config.yaml'], world)).code).toBe(1);
  });

  test('gives way to options', async () => {
    const world = { files: { ...files, 'orgdesign.config.yaml': `${strict}maxWarnings: 0\n` } };
    expect((await checkOf(['org.yaml'], world)).code).toBe(1);
    expect((await checkOf(['org.yaml', '--fail-on', 'error', '--max-warnings', '1'], world)).code).toBe(0);
  });

  test('tells its own faults with the place', async () => {
    const world = {
      files: { ...files, 'orgdesign.config.yaml': 'version: 1\nrules:\n  team-to-small: off\n' },
    };
    const { code, stderr, stdout } = await command(['check', 'org.yaml'], world);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('orgdesign.config.yaml:3:3  error  Unknown key "team-to-small" in rules.');
    expect(stderr).toContain('Did you mean "team-too-small"?');
  });

  test('is judged by the day that is given, or the day it is', async () => {
    const waiver = (day: string) => ({
      files: {
        ...files,
        'orgdesign.config.yaml': `version: 1\nwaivers: [{ rule: team-too-small, entity: one, reason: a, owner: b, expires: ${day} }]\n`,
      },
    });
    expect((await checkOf(['org.yaml'], waiver('2026-11-02'))).check).toMatchObject({
      today: '2026-11-02',
      verdict: { counts: { waived: 1 } },
    });
    expect((await checkOf(['org.yaml', '--today', '2026-11-03'], waiver('2026-11-02'))).check).toMatchObject({
      today: '2026-11-03',
      verdict: { counts: { waived: 0 } },
    });
  });
});

describe('formats', () => {
  test.each([
    ['json', 'sarif'],
    ['table', 'json'],
  ])('in %s and %s are not written one after the other into one place', async (one, other) => {
    const { code, stdout, stderr } = await command(['check', 'org.yaml', '-f', one, '-f', other], { files });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('cannot go to one place');
  });

  test('are several at once, each to its file', async () => {
    const args = ['check', 'org.yaml', '--format', 'table', '--format', 'json:out/check.json'];
    const { stdout, written } = await command(args, { files });
    expect(stdout).toContain('The team of one');
    expect(checkSchema.parse(JSON.parse(written.get('out/check.json')!)).verdict.pass).toBe(true);
    const file = await command(['check', 'org.yaml', '-f', 'json', '-o', 'check.json'], { files });
    expect({ stdout: file.stdout, written: [...file.written.keys()] }).toEqual({
      stdout: '',
      written: ['check.json'],
    });
  });

  test('quiet tells what counts, and the verdict', async () => {
    const args = ['check', 'other/proposal.yaml', '--baseline', 'org.yaml', '--quiet'];
    const { stdout } = await command(args, { files });
    expect(stdout).toContain('The team of two');
    expect(stdout).not.toContain('Measures');
    expect(stdout.endsWith('Passed\n')).toBe(true);
  });
});

describe('the summary of a job', () => {
  const env = { GITHUB_STEP_SUMMARY: 'summary.md' };

  test('is the Markdown, in a workflow', async () => {
    const { stdout, written } = await command(['check', 'org.yaml', '-f', 'github'], { files, env });
    expect(stdout).toMatch(/^::warning file=org\.yaml,line=5,/);
    const comment = await command(['check', 'org.yaml', '-f', 'markdown'], { files, env });
    expect(comment.written.size).toBe(0);
    expect(written).toEqual(new Map([['summary.md', comment.stdout]]));
  });

  test.each([{}, { GITHUB_STEP_SUMMARY: '' }])('is not written elsewhere (%o)', async (none) => {
    const { written } = await command(['check', 'org.yaml', '-f', 'github'], { files, env: none });
    expect(written.size).toBe(0);
  });
});

describe('waivers that are written', () => {
  test('stand in a new policy beside the file, or in the one that there is', async () => {
    const args = ['check', 'other/proposal.yaml', '--fail-on', 'warning', '--update-waivers', 'Ada'];
    const first = await command(args, { files });
    expect({ code: first.code, written: [...first.written.keys()] }).toEqual({
      code: 0,
      written: ['other/orgdesign.config.yaml'],
    });
    const policy = '# ours\nversion: 1\nfailOn: warning # from now on\n';
    const second = await command(args, { files: { ...files, 'orgdesign.config.yaml': policy } });
    expect(second.written.get('orgdesign.config.yaml')).toMatch(
      /^# ours\nversion: 1\nfailOn: warning # from now on\nwaivers:\n {2}- rule: team-too-small\n {4}entity: one\n/,
    );
  });

  test('are not written where nothing fails', async () => {
    const { code, written, stderr } = await command(['check', 'org.yaml', '--update-waivers', 'Ada'], {
      files,
    });
    expect({ code, written: written.size }).toEqual({ code: 0, written: 0 });
    expect(stderr).toContain('stays as it is');
  });
});

test('names no person unless asked', async () => {
  const run = async (...more: string[]) =>
    (await command(['check', 'org.yaml', '--design', 'functional', ...more], { files })).stdout;
  expect(await run()).not.toContain('Winnow');
  expect(await run('--names')).toContain('Winnow one');
});
