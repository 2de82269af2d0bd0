import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { command } from './in-memory.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe('the README', () => {
  test('shows a file that can be evaluated', async () => {
    const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(yaml).toContain('version: 1');
    const { code, stdout, stderr } = await command(['evaluate', 'org.yaml'], {
      files: { 'org.yaml': yaml! },
    });
    expect(stderr).toBe('');
    expect(stdout).toContain('Anvil & Co');
    expect(code).toBeLessThan(2);
  });

  test('names every command, and is read in a few minutes', () => {
    const io = { stdout: { write: () => {} }, stderr: { write: () => {} } };
    const { commands } = createProgram(io as never, () => {});
    expect(commands.length).toBeGreaterThan(1);
    for (const each of commands) expect(readme).toContain(`orgdesign ${each.name()}`);
    expect(readme.split('\n').length).toBeLessThanOrEqual(151);
  });

  test('links to pages that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => link!);
    expect(links).toContain('ARCHITECTURE.md');
    for (const link of links) expect(existsSync(new URL(`../../${link}`, import.meta.url)), link).toBe(true);
  });
});

test('the guide holds the exit codes', () => {
  const guide = readFileSync(new URL('../../docs/guide.md', import.meta.url), 'utf8');
  for (const code of [0, 1, 2, 3]) expect(guide).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
});
