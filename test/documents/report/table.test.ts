import { describe, expect, test } from 'vitest';
import { figureFormat, percent } from '../../../src/base/figures.ts';
import { renderTable } from '../../support/rendered.ts';
import { sampleReport } from './sample-report.ts';

const at = (columns: number, changes: { quiet?: boolean; color?: boolean } = {}): string =>
  renderTable(sampleReport(), { columns, color: false, quiet: false, ...changes });

const lineWith = (text: string, start: string): string =>
  text.split('\n').find((line) => line.trimStart().startsWith(start)) ?? '';

describe('figures', () => {
  test.each([
    [[4, 5], 'units', '4'],
    [[4, 5.5], 'units', '4.0'],
    [[4.236, 5], 'units', '4.24'],
    [[-0, 1], 'units', '0'],
    [[1234, 2], 'units', '1,234'],
    [[1_250_000], 'money', '1.25M'],
    [[null, 2], 'units', '–'],
    [[0.3125], 'fraction', '31 %'],
  ] as const)('%j in %s begins with %s', (values, unit, expected) => {
    expect(figureFormat(values, unit)(values[0])).toBe(expected);
  });

  test.each([
    [0, '0 %'],
    [0.001, '<1 %'],
    [0.5, '50 %'],
    [0.997, '>99 %'],
    [1, '100 %'],
    [1 - 1e-13, '100 %'],
  ])('%d as a share is %s', (value, expected) => {
    expect(percent(value)).toBe(expected);
  });
});

describe('the comparison', () => {
  test('says in its first line that assumed figures name no winner', () => {
    const text = at(140);
    expect(text).toMatch(
      /figures? below names? no winner: more than half of the hours behind (it|them) are assumed/,
    );
    expect(text.indexOf('no winner')).toBeLessThan(text.indexOf('account-team'));
  });

  test('marks the best figure and those that are so by definition', () => {
    const silos = lineWith(at(140), 'Departments a customer deals with');
    expect(silos.match(/•/g)).toHaveLength(1);
    expect(silos).toMatch(/•1\.00=/);
  });

  test('shows the status of an impossible design and none of its figures', () => {
    const text = at(140);
    expect(lineWith(text, 'Status')).toMatch(/staffed +staffed +3 to hire +staffed +not possible +staffed$/);
    expect(lineWith(text, 'Teams ').trim().split(/ {2,}/)).toEqual(['Teams', '9', '8', '6', '5', '9']);
  });

  test('puts a figure below the heading of its design', () => {
    const lines = at(140).split('\n');
    const end =
      lines.find((line) => line.includes('functional '))!.indexOf('functional') + 'functional'.length;
    // One place is kept for the mark of a figure that is so by definition.
    expect(lineWith(at(140), 'Effective number of departments').slice(0, end - 1)).toMatch(/4\.20$/);
  });

  test('uses the width that there is', () => {
    expect(at(140).split('\n').length).toBeLessThan(at(80).split('\n').length);
  });
});

describe('findings', () => {
  test('come by severity, the most severe first', () => {
    const text = at(80);
    const order = ['unserved-step', 'team-too-small', 'weights-not-one'].map((rule) => text.indexOf(rule));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
  });

  test('of a design are those that today does not have', () => {
    expect(at(80).match(/team-too-small/g)).toHaveLength(1);
    expect(at(80)).toMatch(/^cluster {2}adds 8 warnings$/m);
  });

  test('say how many are left out', () => {
    expect(at(80)).toContain('and 3 more, see --format json');
  });

  test('keep their indent when they wrap', () => {
    const lines = at(80).split('\n');
    const first = lines.findIndex((line) => line.includes('Nobody serves'));
    expect(lines[first]).toMatch(/^ {2}error {4}Nobody/);
    expect(lines[first + 1]).toMatch(/^ {11}\S/);
  });
});

test('quiet leaves the comparison and errors', () => {
  const text = at(80, { quiet: true });
  expect(text).toContain('Effective number of');
  expect(text).toContain('unserved-step');
  for (const absent of ['team-too-small', 'weights-not-one', 'Assumed', 'To hire', 'nothing found'])
    expect(text).not.toContain(absent);
});
