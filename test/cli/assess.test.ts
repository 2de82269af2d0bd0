import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assessment } from '../../src/schema/documents/assessment.ts';
import { command } from './in-memory.ts';

const halden = readFileSync(new URL('../../examples/halden/org.yaml', import.meta.url), 'utf8');
const assess = (...args: readonly string[]) =>
  command(['assess', 'org.yaml', ...args], { files: { 'org.yaml': halden } });

describe('assess', () => {
  test('prints for a terminal, and what is open sets no exit code', async () => {
    const { code, stdout, stderr } = await assess();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('readiness  for customer clusters');
  });

  test('writes JSON as its schema says, and Markdown', async () => {
    const json = await assess('--format', 'json');
    expect(assessment.safeParse(JSON.parse(json.stdout)).error?.issues ?? []).toEqual([]);
    const markdown = await assess('--format', 'markdown', '-o', 'assessment.md');
    expect(markdown.stdout).toBe('');
    expect(markdown.written.get('assessment.md')).toMatch(/^# Halden Instruments\n/);
  });

  test('names designs as people do, in short too', async () => {
    const { stdout } = await assess('--quiet');
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toContain('Which form suits it? Today’s structure: ');
    expect(text).toMatch(/; account teams: [a-z ]+ \(/);
    expect(text).not.toMatch(/as-is|account-team|lifecycle:/);
  });

  test('reads standard input as the file it stands for', async () => {
    const { stdout, code } = await command(
      ['assess', '-', '--stdin-filepath', 'company/org.yaml', '--format', 'json'],
      { stdin: halden },
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout).input.file).toBe('company/org.yaml');
  });

  test('says what is wrong with an answer, with its line, and writes nothing', async () => {
    const { code, stdout, stderr } = await command(['assess', 'org.yaml'], {
      files: { 'org.yaml': 'version: 1\nname: A\npeople: [{ id: p }]\npractices:\n  crm-in-usse: yes\n' },
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('org.yaml:5:3');
    expect(stderr).toContain('Did you mean "crm-in-use"?');
  });

  test('does not replace what it read', async () => {
    const { code, stderr } = await assess('-o', 'org.yaml');
    expect(code).toBe(2);
    expect(stderr).toContain('would replace a file that was read');
  });
});

test('evaluate says in a line each where readiness and maturity stand, and has all of it in JSON', async () => {
  const evaluate = (...args: readonly string[]) =>
    command(['evaluate', 'org.yaml', '--full', '--design', 'cluster', ...args], {
      files: { 'org.yaml': halden },
    });
  const { stdout } = await evaluate();
  // Clear is the strategy; told in two ways, and profiles of two markets only; that clusters follow the markets is proposed.
  const said = stdout.replace(/\s+/g, ' ');
  expect(said).toContain(
    'Ready for clusters: foundations 1 of 5 in place, 1 proposed, 2 in part, 1 unknown;',
  );
  expect(stdout).not.toContain('Ready for phases');
  const { readiness, maturity } = JSON.parse((await evaluate('--format', 'json')).stdout);
  const whole = JSON.parse((await assess('--format', 'json')).stdout);
  expect(readiness).toEqual(whole.readiness.slice(0, 1));
  expect(maturity).toEqual(whole.maturity);
  expect(said).toContain(`${maturity.stands.sentence} (customer-focused`);
  expect(maturity.stands.sentence).toBe(
    'Whether the company is even customer-focused is not known: 7 of 12 answers on it are missing.',
  );
});
