import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_COMBINATIONS, readSweep, readSweeps } from '../../../src/designs/options/option-sweep.ts';
import type { DesignId } from '../../../src/schema/input/designs.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { memoryFiles } from '../../source/memory-files.ts';

const loaded = await loadOrganisation(
  'org.yaml',
  memoryFiles({
    'org.yaml': JSON.stringify({
      version: 1,
      name: 'Sweep & Co',
      people: [{ id: 'p1', title: 'Chief Executive Officer' }],
      customers: [
        { id: 'c1', attributes: { industry: 'retail', region: 'north' } },
        { id: 'c2', attributes: { industry: 'energy', region: 'south' } },
      ],
    }),
  }),
);

const valuesOf = (text: string, design: DesignId = 'cluster') => {
  const read = readSweep(loaded, design, text);
  return 'option' in read ? read.values.map(({ value }) => value) : read.map(({ message }) => message);
};

describe('--sweep', () => {
  it.each([
    ['minimum=3..8', [3, 4, 5, 6, 7, 8]],
    ['minimum=3..8:2', [3, 5, 7]],
    ['minimum=3..3', [3]],
    ['minimum=3,5..7,5', [3, 5, 6, 7]],
    ['goals.team=0..1:0.25', [0, 0.25, 0.5, 0.75, 1]],
    ['goals.team=0..1:.1', [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
    ['goals.team=.5..2.5', [0.5, 1.5, 2.5]],
    ['cluster.clusters=2..4', [2, 3, 4]],
    ['basis=industry, region', ['industry', 'region']],
    [
      'mustStay=location',
      ['--sweep mustStay=location: a list has no values that could be tried one by one.'],
    ],
  ])('%s', (text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });

  it('gives evenly spaced numbers from one end to the other, none twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 40 }),
        (from, steps, tenths) => {
          const step = tenths / 10;
          const to = Number((from + steps * step).toPrecision(12));
          fc.pre(to <= 100 && to - from >= step);
          const values = valuesOf(`goals.team=${from}..${to}:${step}`) as number[];
          expect(values.length).toBe(steps + 1);
          for (const [at, value] of values.entries()) expect(value).toBeCloseTo(from + at * step, 9);
          expect(values.at(-1)).toBe(to);
        },
      ),
    );
  });

  it.each([
    ['minimum=8..3', /leads nowhere/],
    ['minimum=3..8:0', /leads nowhere/],
    ['minimum=3..8:-1', /leads nowhere/],
    ['minimum=a..b', /expected a range, found "a\.\.b"/],
    ['minimum=3..', /expected a range|expected a whole number/],
    ['minimum=2..3:5', /holds one value only/],
    ['minimum=1..9000', /9,000 values are too many/],
    ['minimum=1..1e300', /too many/],
    ['minimum=1..Infinity', /expected a range/],
    ['minimum=1..2:0.5', /expected a whole number from 1 to [\d,]+, found the number 1\.5/],
    ['minimum=0..3', /expected a whole number from 1 to [\d,]+, found the number 0/],
    ['minimum=', /found empty text/],
    ['minimum', /expected option=a\.\.b/],
    ['minimun=3..8', /no option "minimun"/],
    ['basis=industri', /"industri" is not an attribute/],
    ['lifecycle.minimum=3..8', /lifecycle is not among the designs asked for/],
  ])('refuses %s', (text, message) => {
    const [first, ...more] = valuesOf(text);
    expect(first).toMatch(message);
    expect(more).toEqual([]);
  });

  it('takes one option or two, and not more combinations than can be worked out', () => {
    const outcome = (...texts: string[]) => {
      const read = readSweeps(loaded, 'cluster', texts);
      return 'problems' in read
        ? read.problems.map(({ message }) => message)
        : read.map(({ option }) => option);
    };
    expect(outcome('minimum=3..8', 'clusters=2..4')).toEqual(['minimum', 'clusters']);
    expect(outcome('minimum=1..20', 'clusters=1..20')).toHaveLength(2);
    expect(20 * 20).toBe(MOST_COMBINATIONS);
    expect(outcome('minimum=1..20', 'clusters=1..21')).toEqual(['--sweep: 420 combinations are too many.']);
    expect(outcome('minimum=3..8', 'cluster.minimum=2..4')).toEqual(['--sweep names "minimum" twice.']);
    expect(outcome('minimum=0', 'clusers=2', 'basis=x')).toHaveLength(4);
  });
});

it('a time limit is no property of a structure, and cannot be tried', () => {
  const [problem] = readSweep(loaded, 'cluster', 'timeLimit=1,2') as readonly {
    message: string;
    hint: string;
  }[];
  expect(problem!.message).toMatch(/^--sweep timeLimit=1,2: timeLimit is no property of a structure/);
});
