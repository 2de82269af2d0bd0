import { describe, expect, it } from 'vitest';
import { acceptabilityOf, flipsOf, rankOrderCentroid, winnerOf } from '../../src/numbers/smaa.ts';

const exact = (rows: readonly (readonly number[])[]) =>
  rows.map((row) => row.map((worth) => ({ low: worth, high: worth })));

const close = (found: readonly (number | null)[], expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(Math.abs(found[at]! - value)).toBeLessThan(0.015);
};

const firsts = ({ ranks }: ReturnType<typeof acceptabilityOf>) => ranks.map((row) => row[0]!);

describe('stochastic multicriteria acceptability (Lahdelma & Salminen 2001)', () => {
  it('gives two opposite alternatives half of the weightings each', () => {
    const found = acceptabilityOf(
      exact([
        [1, 0],
        [0, 1],
      ]),
    );
    close(firsts(found), [0.5, 0.5]);
  });

  it('gives a compromise the weightings in the middle, by geometry .4, .4 and .2', () => {
    const found = acceptabilityOf(
      exact([
        [1, 0],
        [0, 1],
        [0.6, 0.6],
      ]),
    );
    close(firsts(found), [0.4, 0.4, 0.2]);
    close(found.centralWeights[0]!, [0.8, 0.2]);
    close(found.centralWeights[1]!, [0.2, 0.8]);
    close(found.centralWeights[2]!, [0.5, 0.5]);
    expect(found.confidence()).toEqual([1, 1, 1]);
  });

  it('gives three unit vectors a third each, with central weights (11, 3.5, 3.5)/18', () => {
    const found = acceptabilityOf(
      exact([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]),
    );
    close(firsts(found), [1 / 3, 1 / 3, 1 / 3]);
    close(found.centralWeights[0]!, [11 / 18, 7 / 36, 7 / 36]);
  });

  it('shares ranks between equals, and every rank is taken once', () => {
    const { ranks, centralWeights } = acceptabilityOf(
      exact([
        [1, 0],
        [1, 0],
        [0, 0],
      ]),
    );
    expect(ranks).toEqual([
      [0.5, 0.5, 0],
      [0.5, 0.5, 0],
      [0, 0, 1],
    ]);
    expect(centralWeights[2]).toBeNull();
  });

  it('draws only weights that keep an agreed order, whose mean is the rank-order centroid', () => {
    const found = acceptabilityOf(exact([[1, 1, 1, 1]]), { order: [1, 0, 3, 2] });
    close(found.centralWeights[0]!, [0.2708, 0.5208, 0.0625, 0.1458]);
    expect(
      firsts(
        acceptabilityOf(
          exact([
            [1, 0],
            [0, 1],
          ]),
          { order: [0, 1] },
        ),
      ),
    ).toEqual([1, 0]);
  });

  it('is surer of a winner whose worth is known than of one whose worth is a range', () => {
    const worths = [[{ low: 0.2, high: 1 }], [{ low: 0.6, high: 0.6 }]];
    const found = acceptabilityOf(worths);
    close(firsts(found), [0.5, 0.5]);
    close(found.confidence(), [0.5, 0.5]);
  });

  it('repeats to the byte with its seed, and differs with another', () => {
    const worths = exact([
      [1, 0, 0.3],
      [0, 1, 0.4],
      [0.6, 0.6, 0],
    ]);
    const text = (seed: number) => JSON.stringify(acceptabilityOf(worths, { seed, draws: 1000 }).ranks);
    expect(text(7)).toBe(text(7));
    expect(text(7)).not.toBe(text(8));
  });
});

describe('weights where only an order is agreed (Barron & Barrett 1996)', () => {
  it('are the published rank-order centroids of three and four criteria', () => {
    expect(rankOrderCentroid(3).map((weight) => weight.toFixed(4))).toEqual(['0.6111', '0.2778', '0.1111']);
    expect(rankOrderCentroid(4).map((weight) => weight.toFixed(4))).toEqual([
      '0.5208',
      '0.2708',
      '0.1458',
      '0.0625',
    ]);
  });
});

describe('the smallest change of one weight that changes the winner', () => {
  it('is where the two straight lines cross', () => {
    // A has t, C has .6: C wins below .6.
    const [first, second] = flipsOf(
      [
        [1, 0],
        [0, 0.1],
        [0.6, 0.6],
      ],
      [0.7, 0.3],
    );
    expect(first).toEqual({ criterion: 0, from: 0.7, to: expect.closeTo(0.6, 9), winner: 2 });
    expect(second).toEqual({ criterion: 1, from: 0.3, to: expect.closeTo(0.4, 9), winner: 2 });
  });

  it('does not exist for who is better by every criterion', () => {
    expect(
      flipsOf(
        [
          [0.5, 0.5, 0.4],
          [0.4, 0.4, 0.4],
        ],
        [0.2, 0.3, 0.5],
      ),
    ).toEqual([]);
  });

  it('keeps the other weights in proportion', () => {
    const worths = [
      [0, 1, 0.2],
      [1, 0, 0.4],
    ];
    const [flip] = flipsOf(worths, [0.2, 0.6, 0.2]).filter(({ criterion }) => criterion === 0);
    const others = 1 - flip!.to;
    const at = (more: number) => [flip!.to + more, (others - more) * 0.75, (others - more) * 0.25];
    expect(winnerOf(worths, at(-0.001))).toBe(0);
    expect(winnerOf(worths, at(0.001))).toBe(1);
  });
});
