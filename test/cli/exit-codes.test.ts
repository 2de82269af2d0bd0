import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { company } from '../documents/check/checked.ts';
import { command, type World } from './in-memory.ts';
import { CLEAN_ORGANISATION, ORGANISATION_WITH_WARNING } from './organisations.ts';

const text = readFileSync(new URL('../../docs/exit-codes.md', import.meta.url), 'utf8');

/** What the documentation says of each command. */
const documented = new Map(
  [...text.matchAll(/^\| `([a-z]+)` \| (.+) \| (.+) \|$/gm)].map(([, name, zero, one]) => [
    name!,
    { zero: zero!, one: one! },
  ]),
);

const clean: World = { files: { 'org.yaml': CLEAN_ORGANISATION } };
const warning: World = { files: { 'org.yaml': ORGANISATION_WITH_WARNING } };
const small: World = { files: { 'org.yaml': company({ one: 2 }) } };
const extract = (rows: string): World => ({
  files: { 'people.csv': `Employee ID,Name,Manager ID,Job Title\n${rows}` },
});
const inUnit = (unit: string): string => `version: 1\nname: X\npeople: [{ id: p1, department: ${unit} }]\n`;
const STRICT = ['--fail-on', 'warning'];

/** A line that ends with the code, for every code that the documentation promises. */
const CASES: readonly (readonly [code: number, args: readonly string[], world: World])[] = [
  [0, ['evaluate', 'org.yaml', ...STRICT], clean],
  [1, ['evaluate', 'org.yaml', ...STRICT], warning],
  [0, ['evaluate', 'org.yaml'], warning],
  [1, ['evaluate', 'people.csv'], extract('1,Ada,,CEO\n,Ben,1,Accountant\n')],
  [0, ['report', 'org.yaml', '-o', 'report.html'], warning],
  [0, ['chart', 'org.yaml', '-o', 'today.svg'], warning],
  [0, ['answer', 'org.yaml', 'context.collaboration=good'], warning],
  [0, ['simulate', 'org.yaml', '--design', 'functional', '-o', 'out.yaml'], clean],
  [1, ['simulate', 'org.yaml', '--design', 'cluster', '-o', 'out.yaml'], small],
  [0, ['diff', 'org.yaml', 'org.yaml#functional'], clean],
  [0, ['check', 'org.yaml', ...STRICT], clean],
  [1, ['check', 'org.yaml', ...STRICT], warning],
  [0, ['check', 'org.yaml'], warning],
  [0, ['consult', 'org.yaml', 'org.yaml', '-o', 'pack.md'], warning],
  [0, ['progress', 'org.yaml', 'org.yaml', 'org.yaml'], warning],
  [
    1,
    ['progress', 'org.yaml', 'plan.yaml', 'org.yaml', '--min-done', '0.5'],
    { files: { 'org.yaml': inUnit('a'), 'plan.yaml': inUnit('b') } },
  ],
  [0, ['assess', 'org.yaml'], warning],
  [0, ['criteria', 'org.yaml'], warning],
  [0, ['suggest', 'org.yaml'], warning],
  [0, ['charter', 'org.yaml#lifecycle'], warning],
  [0, ['validate', 'org.yaml', ...STRICT], clean],
  [
    1,
    ['validate', 'org.yaml', '--fail-on', 'note'],
    { files: { 'org.yaml': company({ one: 2 }).replace('title: Accountant', 'title: Xyzzy') } },
  ],
  [0, ['import', 'people.csv', '-o', 'out.yaml'], extract('1,Ada,,CEO\n2,Ben,1,Accountant\n')],
  [1, ['import', 'people.csv', '-o', 'out.yaml'], extract('1,Ada,,CEO\n,Ben,1,Accountant\n')],
  [0, ['export', 'org.yaml', '-o', 'plan.xlsx'], clean],
  [0, ['init', 'new.yaml'], {}],
  [0, ['explain', 'silos.count'], {}],
  [0, ['completion', 'bash'], {}],
  [0, ['check', 'org.yaml', '--watch', ...STRICT], clean],
  [1, ['check', 'org.yaml', '--watch', ...STRICT], warning],
];

/** What is not done, for every command: a slip in an option, a file that is not there. */
const USAGE: readonly (readonly string[])[] = [
  ['evaluate'],
  ['evaluate', 'absent.yaml'],
  ['evaluate', 'org.yaml', '--desing', 'cluster'],
  ['evaluate', 'org.yaml', '--design', 'clutser'],
  ['evaluate', 'org.yaml', '--fail-on', 'eror'],
  ['evaluate', 'org.yaml', '--section', 'finding'],
  ['evaluate', 'org.yaml', '--assume', 'context.colaboration=good'],
  ['evaluate', 'absent.csv'],
  ['report'],
  ['report', 'absent.yaml'],
  ['report', 'absent.json'],
  ['report', 'org.yaml', '--format', 'pdf'],
  ['report', 'org.yaml', '--date', '2026-02-30'],
  ['chart'],
  ['chart', 'absent.yaml'],
  ['chart', 'org.yaml', '--kind', 'pie'],
  ['chart', 'org.yaml', '--unit', 'no-such-unit'],
  ['answer'],
  ['answer', 'absent.yaml'],
  ['answer', '-'],
  ['answer', 'org.yaml', 'context.market=b2x'],
  ['simulate', 'org.yaml'],
  ['simulate', 'absent.yaml', '--design', 'cluster'],
  ['diff', 'org.yaml'],
  ['diff', 'org.yaml', 'absent.yaml'],
  ['check'],
  ['check', 'absent.yaml'],
  ['check', 'org.yaml', '--baseline', 'absent.yaml'],
  ['check', 'org.yaml', '--baseline', 'git:main'],
  ['check', 'org.yaml', '--policy', 'absent.yaml'],
  ['check', 'org.yaml', '--max-moved', '0.25'],
  ['check', 'org.yaml', '--max-moved', '25', '--baseline', 'org.yaml'],
  ['check', 'org.yaml', '--max-warnings', '1.5'],
  ['check', 'org.yaml', '--max-warnings', ''],
  ['check', 'org.yaml', '--today', '2026-02-30'],
  ['check', 'org.yaml', '--format', 'sariff'],
  ['check', 'org.yaml', '--format', 'json:'],
  ['check', 'org.yaml', '--format', 'json:org.yaml'],
  ['check', 'org.yaml', '--format', 'json', '--format', 'table', '-o', 'out'],
  ['check', 'org.yaml', '--update-waivers', ' '],
  ['check', '-', '--watch'],
  ['check', 'org.yaml', '--baseline', 'git:main:org.yaml'],
  ['check', 'org.yaml#clutser'],
  ['suggest'],
  ['suggest', 'absent.yaml'],
  ['suggest', 'org.yaml', '--severity', 'eror'],
  ['suggest', 'org.yaml', '--apply', '-'],
  ['consult', 'org.yaml'],
  ['consult', 'org.yaml', 'absent.yaml'],
  ['consult', 'org.yaml', 'org.yaml', '--format', 'docx'],
  ['progress', 'org.yaml', 'org.yaml'],
  ['progress', 'org.yaml', 'absent.yaml', 'org.yaml'],
  ['progress', 'org.yaml', 'org.yaml', 'org.yaml', '--stages', 'absent'],
  ['progress', 'org.yaml', 'org.yaml', 'org.yaml', '--min-done', '50'],
  ['charter'],
  ['charter', 'absent.yaml'],
  ['charter', 'org.yaml', '--unit', 'no-such-unit'],
  ['criteria'],
  ['criteria', 'absent.yaml'],
  ['criteria', 'org.yaml', '--profile', 'cheap'],
  ['assess'],
  ['assess', 'absent.yaml'],
  ['validate', 'absent.yaml'],
  ['import', 'absent.csv', '-o', 'out.yaml'],
  ['import', 'org.yaml', '--onto', 'org.yaml', '-o', 'out.yaml'],
  ['import', 'absent.xlsx', '--onto', 'org.yaml', '-o', 'out.yaml'],
  ['export'],
  ['export', 'org.yaml'],
  ['export', 'org.yaml', '-o', 'plan.csv'],
  ['init', 'org.yaml', 'too', 'many'],
  ['explain', 'silos.cuont'],
  ['completion'],
  ['completion', 'tcsh'],
  ['evalaute', 'org.yaml'],
  ['--nothing'],
];

const programNames = (): string[] =>
  createProgram({ stdout: {}, stderr: {} } as never, () => {}).commands.map((one) => one.name());

describe('the documentation', () => {
  test('has a row for every command, and none more', () => {
    expect([...documented.keys()].sort()).toEqual(programNames().sort());
  });

  test('promises no code that no case below shows, and every command has a usage error below', () => {
    for (const [name, { one }] of documented) {
      const codes = new Set(CASES.filter(([, args]) => args[0] === name).map(([code]) => code));
      expect([name, ...codes].sort()).toEqual([name, 0, ...(one === '–' ? [] : [1])].sort());
      expect([name, USAGE.some(([first]) => first === name)]).toEqual([name, true]);
    }
  });
});

test.each(CASES)('the exit code is %i of %j', async (code, args, world) => {
  const outcome = await command(args, world);
  expect({ code: outcome.code, fault: outcome.stderr.includes('fault of orgdesign') }).toEqual({
    code,
    fault: false,
  });
});

test.each(USAGE.map((args) => [args]))(
  'the exit code is 2, with nothing on standard output, of %j',
  async (args) => {
    const { code, stdout, stderr, written } = await command(args, clean);
    expect({ code, stdout, written: written.size }).toEqual({ code: 2, stdout: '', written: 0 });
    expect(stderr).toMatch(/error/);
  },
);

test.each([[['--help']], [['check', '--help']], [['help', 'check']]])(
  'the exit code is 0 of %j',
  async (args) => {
    expect(await command(args)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('Usage:'),
    });
  },
);

test('the exit code is 3 of a fault of ours, which is said to be one', async () => {
  const { code, stdout, stderr } = await command(['check', 'org.yaml', '-o', 'out.txt'], {
    ...clean,
    writeFile: () => Promise.reject(new TypeError('x is undefined')),
  });
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toContain('This is a fault of orgdesign');
});
