import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/designs/cluster/basis/outcomes.ts';
import { comparisonOf, omegasOf, varianceExplained } from '../../src/numbers/omega.ts';
import { MOST_ROWS, PERMUTATIONS, significanceOf } from '../../src/numbers/permutation.ts';
import { randomFrom } from '../../src/numbers/random.ts';
import { runs } from '../support/runs.ts';

const outcome = (...columns: readonly (readonly number[])[]): Outcome => ({
  name: 'any',
  columns: columns.map((column) => Float64Array.from(column)),
});

/** Every different order of some codes. */
function* ordersOf(codes: readonly number[]): Generator<number[]> {
  if (codes.length === 0) {
    yield [];
    return;
  }
  for (const first of new Set(codes)) {
    const rest = [...codes];
    rest.splice(rest.indexOf(first), 1);
    for (const order of ordersOf(rest)) yield [first, ...order];
  }
}

describe('the analysis of variance', () => {
  it('is that of the textbook', () => {
    // Two groups of three, means 2 and 6, within 1 each: SSB 24, SSW 4, MSW 1; F 24, ω² (24 − 1) / (28 + 1).
    const found = varianceExplained([[1, 2, 3, 5, 6, 7]], [0, 0, 0, 1, 1, 1]);
    expect(found).toMatchObject({ groups: 2, f: 24 });
    expect(found.rSquared).toBeCloseTo(24 / 28, 12);
    expect(found.omegaSquared).toBeCloseTo(23 / 29, 12);
  });

  it('leaves out rows without a group or without a value, and is the same in any order', () => {
    const whole = varianceExplained([[1, 2, 3, 5, 6, 7]], [0, 0, 0, 1, 1, 1]);
    expect(
      varianceExplained([[7, 1, 99, 2, 3, Number.NaN, 5, 6]], [1, 0, -1, 0, 0, 1, 1, 1]).omegaSquared,
    ).toBeCloseTo(whole.omegaSquared, 12);
  });

  it('asks several outcomes side by side for one grouping after another, and each is as if it were alone', () => {
    const column = [3, 1, 4, 1, 5, 9, 2, 6];
    const gaps = [2, 7, 1, Number.NaN, 2, 8, 1, 8];
    const groupings = [
      [0, 0, 0, 0, 1, 1, 1, 1],
      [0, 1, 0, 1, 0, 1, 0, 1],
      [2, 2, 1, 1, 0, 0, 0, 0],
    ].map((codes) => Int32Array.from(codes));
    const prepared = comparisonOf([[column], [gaps, column]], [...column.keys()], groupings[2]!);
    for (const codes of groupings) {
      const found = new Float64Array(2);
      omegasOf(prepared, codes, found);
      expect([...found]).toEqual([
        varianceExplained([column], codes).omegaSquared,
        varianceExplained([gaps, column], codes).omegaSquared,
      ]);
    }
  });
});

describe('the permutation test', () => {
  it('comes to the share of all groupings that explain as much', () => {
    const columns = [
      [0.2, 0.3, 0.25, 0.4, 0.35, 0.5, 0.45, 0.1],
      [0.5, 0.4, 0.6, 0.3, 0.2, 0.35, 0.3, 0.55],
    ];
    const codes = [0, 0, 0, 1, 1, 1, 2, 2];
    const real = varianceExplained(columns, codes).omegaSquared;
    const all = [...ordersOf(codes)].map((order) => varianceExplained(columns, order).omegaSquared);
    expect(all.length).toBe(560);
    const exact = all.filter((value) => value >= real - 1e-12).length / all.length;
    const { p } = significanceOf([outcome(...columns)], codes);
    // Three standard errors of a share of 999 draws.
    expect(Math.abs(p! - exact)).toBeLessThan(
      3 * Math.sqrt((exact * (1 - exact)) / PERMUTATIONS) + 1 / PERMUTATIONS,
    );
  });

  it('is 1 in 1,000 where nothing ever does as well', () => {
    const values = Array.from({ length: 40 }, (_, row) => (row < 20 ? row / 100 : 10 + row / 100));
    const codes = values.map((_, row) => (row < 20 ? 0 : 1));
    expect(significanceOf([outcome(values)], codes).p).toBe(1 / (PERMUTATIONS + 1));
  });

  it('holds its level: groups drawn at random are called significant in about 5 of 100 cases', () => {
    const random = randomFrom(7);
    let found = 0;
    for (let n = 0; n < 200; n++) {
      const values = Array.from({ length: 24 }, random);
      const codes = values.map(() => Math.floor(random() * 3));
      if (significanceOf([outcome(values)], codes).p! <= 0.05) found++;
    }
    // Two hundred draws at 5 %: 10, give or take three times 3.1.
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(20);
  });

  it('does not say what so few customers cannot tell', () => {
    // Two and two: three groupings. Four and four: 35.
    expect(significanceOf([outcome([1, 2, 8, 9])], [0, 0, 1, 1]).p).toBeNull();
    expect(significanceOf([outcome([1, 2, 3, 4, 7, 8, 9, 10])], [0, 0, 0, 0, 1, 1, 1, 1]).p).not.toBeNull();
    // Everyone in a group of their own explains everything, and nothing.
    expect(significanceOf([outcome([1, 2, 3, 4, 5, 6])], [0, 1, 2, 3, 4, 5]).p).toBeNull();
    expect(
      significanceOf(
        [outcome(new Array(20).fill(1))],
        [...Array(20).keys()].map((row) => row % 2),
      ).p,
    ).toBeNull();
  });

  it('judges several outcomes by their mean, and each by itself', () => {
    const random = randomFrom(3);
    const codes = Array.from({ length: 60 }, (_, row) => row % 3);
    const told = outcome(codes.map((code) => code + random()));
    const untold = outcome(codes.map(() => random()));
    const { pByOutcome, p } = significanceOf([told, untold], codes);
    expect(pByOutcome[0]).toBe(0.001);
    expect(pByOutcome[1]).toBeGreaterThan(0.05);
    expect(p).toBe(0.001);
  });

  it('takes a sample of a large file, the same one each time, and no longer for it', () => {
    const random = randomFrom(5);
    const codes = Int32Array.from({ length: 200_000 }, () => Math.floor(random() * 4) - 1);
    const values = outcome(Array.from(codes, (code) => (code === 0 ? 0.4 : 0) + random()));
    const started = performance.now();
    const first = significanceOf([values], codes);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(first).toMatchObject({ p: 0.001, rows: MOST_ROWS });
    expect(significanceOf([values], codes)).toEqual(first);
  });

  it('is the same for the same seed, and never outside 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ code: fc.integer({ min: -1, max: 3 }), value: fc.constantFrom(0, 1, 2, Number.NaN) }),
          {
            minLength: 1,
            maxLength: 30,
          },
        ),
        (rows) => {
          const of = () =>
            significanceOf(
              [outcome(rows.map(({ value }) => value))],
              rows.map(({ code }) => code),
            );
          const { p } = of();
          if (p !== null) expect(p > 0 && p <= 1).toBe(true);
          expect(of().p).toBe(p);
        },
      ),
      { numRuns: runs(50) },
    );
  });
});
