import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/cli/commands/chart.ts';
import { KIND_IDS } from '../../src/documents/page/kinds.ts';
import { command } from './in-memory.ts';

const files = {
  'org.yaml': readFileSync('examples/tindle-and-moss/org.yaml', 'utf8'),
  'halden.yaml': readFileSync('examples/halden/org.yaml', 'utf8'),
};

describe('orgdesign report', () => {
  test('writes one page, the form of which follows from its name', async () => {
    const html = await command(['report', 'org.yaml', '-o', 'report.html'], { files });
    expect(html.code).toBe(0);
    expect(html.written.get('report.html')).toMatch(/^<!doctype html>/);
    const markdown = await command(['report', 'org.yaml', '-o', 'report.md'], { files });
    expect(markdown.written.get('report.md')).toMatch(/^# Tindle/m);
    const unsaid = await command(['report', 'org.yaml'], { files });
    expect(unsaid.stdout).toBe(html.written.get('report.html'));
  });

  test('from the JSON of evaluate --seats is the same to the byte', async () => {
    const { written } = await command(
      ['evaluate', 'org.yaml', '--seats', '--format', 'json', '-o', 'r.json'],
      { files },
    );
    const direct = await command(['report', 'org.yaml', '--date', '2026-11-30'], { files });
    const fromJson = await command(['report', 'r.json', '--date', '2026-11-30'], {
      files: Object.fromEntries(written),
    });
    expect(fromJson.stdout).toBe(direct.stdout);
    expect(direct.stdout).toContain('2026-11-30');
  });

  test('as CSV is tidy: a row for each figure, and units, people and moves beside it', async () => {
    const { written } = await command(['report', 'org.yaml', '-o', 'r.csv'], { files });
    expect([...written.keys()]).toEqual(['r.csv', 'r.units.csv', 'r.people.csv', 'r.moves.csv']);
    const rows = (name: string) => written.get(name)!.trimEnd().split('\n');
    expect(rows('r.csv')[0]).toBe(
      'design,measure,value,byRevenue,shown,unit,better,coverage,assumedShare,reason',
    );
    expect(rows('r.csv').filter((row) => row.startsWith('cluster,silos.count,'))).toHaveLength(1);
    expect(rows('r.people.csv').filter((row) => row.startsWith('as-is,'))).toHaveLength(34);
    expect(rows('r.moves.csv').filter((row) => row.startsWith('as-is,'))).toEqual([]);
    expect(rows('r.moves.csv').length).toBeLessThan(rows('r.people.csv').length);
    expect([...written.values()].join('')).not.toContain('Noorzai');
  });

  test('names nobody unless it is asked to', async () => {
    const without = await command(['report', 'org.yaml'], { files });
    expect(without.stdout).not.toContain('Bashir Noorzai');
    expect(without.stdout).toContain('names and pay are left out');
    const withNames = await command(['report', 'org.yaml', '--names'], { files });
    expect(withNames.stdout).toContain('Bashir Noorzai');
  });

  test.each([
    ['no JSON', 'not json', /r\.json is no JSON/],
    ['no report', '{"version":1}', /r\.json is no report of this release: generator/],
  ])('refuses what is %s', async (_, text, message) => {
    const { code, stdout, stderr } = await command(['report', 'r.json'], { files: { 'r.json': text } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('refuses a date that is none', async () => {
    const { code, stderr } = await command(['report', 'org.yaml', '--date', 'soon'], { files });
    expect(code).toBe(2);
    expect(stderr).toContain('--date "soon" is no date.');
  });
});

describe('orgdesign chart', () => {
  test('offers the kinds that there are', () => expect([...KINDS]).toEqual(KIND_IDS));

  test.each(KINDS)('draws %s', async (kind) => {
    // The weights matter where several designs can be recommended.
    const file =
      kind === 'weights'
        ? 'halden.yaml'
        : ['sankey', 'bridge'].includes(kind)
          ? 'org.yaml#lifecycle'
          : 'org.yaml';
    const { code, stdout, stderr } = await command(['chart', file, '--kind', kind], { files });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^<svg xmlns=[\s\S]*<title>[\s\S]*Source: [a-z]+\.yaml, computed by orgdesign[\s\S]*<\/svg>\n$/,
    );
  });

  test('is of one unit where that is asked for, and says which there are', async () => {
    const { stdout } = await command(['chart', 'org.yaml', '--unit', 'Warehouse'], { files });
    expect(stdout).toContain('Warehouse Manager');
    expect(stdout).not.toContain('Marketing Manager');
    const unknown = await command(['chart', 'org.yaml', '--unit', 'Moon'], { files });
    expect(unknown.stderr).toContain('"Moon" is no unit of as-is.');
  });

  test('refuses a form that there is none of, and a kind that has only SVG', async () => {
    const odd = await command(['chart', 'org.yaml', '-o', 'chart.gif'], { files });
    expect(odd.stderr).toContain('chart.svg');
    const bars = await command(['chart', 'org.yaml', '--kind', 'units', '-o', 'units.dot'], { files });
    expect(bars.stderr).toContain('drawn as SVG alone');
    expect([odd.code, bars.code]).toEqual([2, 2]);
  });
});
