import { describe, expect, test } from 'vitest';
import { command, type World } from './in-memory.ts';
import { CLEAN_ORGANISATION } from './organisations.ts';

const world: World = { files: { 'clean.yaml': CLEAN_ORGANISATION } };
const STAGES = ['simulate', 'clean.yaml', '--design', 'cluster', '--stages'];

describe('simulate --stages', () => {
  test('writes a file for each stage, which evaluate and diff read, and prints the stages', async () => {
    const { code, stdout, written } = await command([...STAGES, 'way'], world);
    expect(code).toBe(0);
    const names = [...written.keys()];
    expect(names).toEqual([
      'way/01-foundations.yaml',
      expect.stringMatching(/^way\/02-pilot-/),
      'way/03-wave-1.yaml',
    ]);
    for (const name of names) expect(stdout).toContain(name.slice('way/'.length, -'.yaml'.length));
    for (const name of names.slice(1)) expect(stdout).toContain(`orgdesign diff clean.yaml ${name}\n`);
    expect(stdout).toMatch(/To be filled|Worse for a while|The organisation then is as the design has it/);
    const files = { ...world.files, ...Object.fromEntries(written) };
    for (const name of names)
      expect((await command(['evaluate', name, '--design', 'as-is'], { files })).stderr).toBe('');
    const diff = await command(['diff', names[0]!, names.at(-1)!], { files });
    expect({ code: diff.code, stderr: diff.stderr }).toEqual({ code: 0, stderr: '' });
  }, 20_000);

  test('the last stage says of the organisation what a proposal says', async () => {
    const { written } = await command([...STAGES, 'way'], world);
    const last = [...written.values()].at(-1)!;
    const proposal = await command(['simulate', 'clean.yaml', '--design', 'cluster', '-q'], world);
    const body = (text: string) => text.slice(text.indexOf('\nversion: 1\n'));
    expect(body(last)).toBe(body(proposal.stdout));
  });

  test('replaces earlier stages, and takes away those that are no more', async () => {
    const files = {
      ...world.files,
      'way/01-foundations.yaml': 'old',
      'way/02-pilot-other.yaml': 'old',
      'way/02-pilot-other.people.csv': 'old',
      'way/07-wave-5.yaml': 'old',
    };
    const { code, written, removed } = await command([...STAGES, 'way'], { files });
    expect(code).toBe(0);
    expect(written.get('way/01-foundations.yaml')).not.toBe('old');
    expect(removed).toEqual([
      'way/02-pilot-other.people.csv',
      'way/02-pilot-other.yaml',
      'way/07-wave-5.yaml',
    ]);
  });

  test.each([
    [
      'a stage with a day of its own',
      { 'way/02-wave-1.yaml': 'version: 1\nasOf: 2027-03-01\n' },
      ['way'],
      /"02-wave-1\.yaml" a day of its own, asOf: 2027-03-01/,
    ],
    ['other files', { 'way/notes.txt': 'mine' }, ['way'], /holds files that are no stages: "notes\.txt"/],
    ['many other files', { 'way/a': '', 'way/b': '', 'way/c': '', 'way/d': '' }, ['way'], /and 1 more/],
    ['an output as well', {}, ['way', '-o', 'x.yaml'], /cannot be used with/],
    ['a wrong option', {}, ['way', '--set', 'minimun=3'], /Did you mean "minimum"/],
  ])('writes nothing and exits with 2 for %s', async (_, others, args, message) => {
    const files = { ...world.files, ...others };
    const { code, stdout, stderr, written, removed } = await command([...STAGES, ...args], { files });
    expect({ code, stdout, written: written.size, removed }).toEqual({
      code: 2,
      stdout: '',
      written: 0,
      removed: [],
    });
    expect(stderr).toMatch(message);
  });

  test('does not write over the file it was made from', async () => {
    const first = await command([...STAGES, 'way'], world);
    const files = Object.fromEntries(first.written);
    const args = ['simulate', 'way/01-foundations.yaml', '--design', 'cluster', '--stages', 'way'];
    const { code, stderr, written } = await command(args, { files });
    expect({ code, written: written.size }).toEqual({ code: 2, written: 0 });
    expect(stderr).toMatch(/"01-foundations\.yaml" was read, and would be replaced/);
  });

  test('writes nothing where the design is impossible, and exits with 1', async () => {
    const exclusive = ['--set', 'account-team.exclusive=true'];
    const args = ['simulate', 'clean.yaml', '--design', 'account-team', ...exclusive, '--stages', 'way'];
    const { code, stdout, written } = await command(args, world);
    expect({ code, written: written.size }).toEqual({ code: 1, written: 0 });
    expect(stdout).toContain('No stages were written.');
  });

  test('writes nothing where there is nothing to change', async () => {
    const proposal = await command(['simulate', 'clean.yaml', '--design', 'cluster', '-q'], world);
    const { code, stdout, written } = await command([...STAGES, 'way'], {
      files: { 'clean.yaml': proposal.stdout },
    });
    expect({ code, written: written.size }).toEqual({ code: 0, written: 0 });
    expect(stdout).toMatch(/already: nothing changes\.\nNo stages were written\./);
  });

  test('of --quiet prints the figures only', async () => {
    const { stdout } = await command([...STAGES, 'way', '-q'], world);
    expect(stdout).toContain('01-foundations');
    expect(stdout).not.toContain('•');
    expect(stdout).not.toContain('Wrote');
  });
});
