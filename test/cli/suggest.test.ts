import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { suggestions } from '../../src/schema/documents/suggestions.ts';
import { command } from './in-memory.ts';
import { CLEAN_ORGANISATION } from './organisations.ts';

const halden = readFileSync(new URL('../../examples/halden/org.yaml', import.meta.url), 'utf8');
const suggest = (...args: readonly string[]) =>
  command(['suggest', 'org.yaml', ...args], { files: { 'org.yaml': halden } });

describe('suggest', () => {
  test('lists changes, what each clears and where, within 80 columns', async () => {
    const { code, stdout, stderr } = await suggest();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('4 of 4 findings on structure can be cleared. 4 of 160 people move;');
    // Nobody of another trade is put below p093: the two go to who led their lead.
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /1\. p095 \([A-Z][^)]+\) and p094 \([A-Z][^)]+\) report to p074 \([A-Z][^)]+\); p093 \(Application Engineering Lead\) then leads nobody\. clears team-too-small:/,
    );
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('names people only where names are asked for', async () => {
    const { stdout } = await suggest('--names');
    expect(stdout).not.toMatch(/\bp09[345]\b/);
    expect((await suggest('--format', 'json')).stdout).not.toContain('"name": "Chiara');
  });

  test('writes JSON as its schema says', async () => {
    const { stdout } = await suggest('--format', 'json', '--severity', 'note');
    const document = JSON.parse(stdout);
    expect(suggestions.safeParse(document).error?.issues ?? []).toEqual([]);
    expect(document.suggestions.map(({ clears }: { clears: { rule: string } }) => clears.rule)).toContain(
      'dominated-line',
    );
  });

  test('writes the organisation with the changes made, which has nothing left to clear', async () => {
    const { code, written, stdout } = await suggest('--apply', 'better.yaml');
    expect(code).toBe(0);
    expect(stdout).toContain('orgdesign diff org.yaml better.yaml');
    const text = written.get('better.yaml')!;
    expect(text).toContain('clears team-too-small');
    const again = await command(['suggest', 'better.yaml'], { files: { 'better.yaml': text } });
    expect(again.stdout).toContain('There is nothing to clear.');
    const diff = await command(['diff', 'org.yaml', 'better.yaml', '--format', 'json'], {
      files: { 'org.yaml': halden, 'better.yaml': text },
    });
    expect(JSON.parse(diff.stdout).settings).toEqual([]);
  });

  test('writes nothing where there is nothing to change, and says so', async () => {
    const { code, written, stderr } = await command(['suggest', 'org.yaml', '--apply', 'better.yaml'], {
      files: { 'org.yaml': CLEAN_ORGANISATION },
    });
    expect({ code, written: [...written.keys()] }).toEqual({ code: 0, written: [] });
    expect(stderr).toContain('better.yaml was not written');
  });

  test.each([
    [['--apply', 'org.yaml']],
    [['--apply', '-']],
    [['--apply', 'a.yaml', '-o', './a.yaml']],
    [['-o', 'org.yaml']],
  ])('refuses %j', async (args) => {
    expect(await suggest(...args)).toMatchObject({ code: 2, stdout: '' });
  });
});
