import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KINDS, THEMES as OFFERED } from '../../src/cli/options/charts.ts';
import { chartOf, KIND_IDS } from '../../src/documents/page/kinds.ts';
import { evaluate, loadOrganisation } from '../../src/index.ts';
import { asFile } from '../../src/render/chart/draw.ts';
import { THEMES } from '../../src/render/chart/theme.ts';
import { memoryFiles } from '../source/memory-files.ts';
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
  test('offers the kinds and themes that there are', () => {
    expect([...KINDS]).toEqual(KIND_IDS);
    expect(OFFERED).toEqual(THEMES);
  });

  test('draws every kind, of a change that leads where none is named', async () => {
    const report = evaluate(await loadOrganisation('halden.yaml', memoryFiles(files)), {
      version: 'test',
      seats: true,
    });
    for (const kind of KIND_IDS) {
      const chart = chartOf(report, kind, 'cluster');
      expect(asFile(chart!.data, chart!)).toMatch(
        /^<svg xmlns=[\s\S]*<title>[\s\S]*Source: halden\.yaml, computed by orgdesign[\s\S]*<\/svg>\n$/,
      );
      expect(chart!.twin.groups[0]!.rows.length).toBeGreaterThan(0);
    }
    const { stdout } = await command(['chart', 'org.yaml', '-k', 'gantt'], { files });
    expect(stdout).toMatch(/The way to [a-z]+, stage by stage/);
  });

  test('is of one unit where that is asked for, and says which there are', async () => {
    const { stdout } = await command(['chart', 'org.yaml', '--unit', 'Warehouse'], { files });
    expect(stdout).toContain('Warehouse Manager');
    expect(stdout).not.toContain('Marketing Manager');
    const unknown = await command(['chart', 'org.yaml', '--unit', 'Moon'], { files });
    expect(unknown.stderr).toContain('"Moon" is no unit of as-is.');
  });

  test('is of what stands below a unit, and of so many levels as are asked for', async () => {
    const boxes = async (...args: string[]) =>
      (await command(['chart', 'org.yaml', ...args], { files })).stdout.split('class="box"').length - 1;
    expect(await boxes('--depth', '1')).toBe(1);
    const two = await boxes('--depth', '2');
    expect(two).toBeGreaterThan(1);
    expect(await boxes()).toBeGreaterThan(two);
    const pyramid = await command(['chart', 'org.yaml', '-k', 'pyramid', '-u', 'Warehouse'], { files });
    expect(pyramid.stdout).toContain('Warehouse: people by how far they are from the top');
    const journey = await command(['chart', 'org.yaml', '-k', 'journey', '-u', 'Warehouse'], { files });
    expect(journey.stderr).toContain('--unit is nothing to a chart of the kind journey.');
    const levels = await command(['chart', 'org.yaml', '--depth', '0'], { files });
    expect([journey.code, levels.code]).toEqual([2, 2]);
  });

  test('is dark where that is asked for, and the same otherwise', async () => {
    const light = await command(['chart', 'org.yaml'], { files });
    const dark = await command(['chart', 'org.yaml', '--theme', 'dark'], { files });
    expect(dark.stdout).toContain('fill="#14181d"');
    const shape = (svg: string) => svg.replace(/"#[0-9a-f]{6}"/g, '');
    expect(shape(dark.stdout)).toBe(shape(light.stdout));
  });

  test('as PNG is a picture with letters, larger than the text of it', async () => {
    const { bytes: written, stderr } = await command(['chart', 'org.yaml', '-o', 'chart.png'], { files });
    expect(stderr).toBe('');
    const bytes = written.get('chart.png')!;
    expect([...bytes.slice(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
    expect(bytes.length).toBeGreaterThan(20_000);
  });

  test('refuses a form that there is none of, and a kind that has only SVG', async () => {
    const odd = await command(['chart', 'org.yaml', '-o', 'chart.gif'], { files });
    expect(odd.stderr).toContain('chart.svg');
    const bars = await command(['chart', 'org.yaml', '--kind', 'units', '-o', 'units.dot'], { files });
    expect(bars.stderr).toContain('drawn as SVG and PNG alone');
    expect([odd.code, bars.code]).toEqual([2, 2]);
  });
});
