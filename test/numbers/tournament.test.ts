import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tournament } from '../../src/numbers/tournament.ts';
import { runs } from '../support/runs.ts';

const entries = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 0, maxLength: 20 }).chain((heights) =>
  fc.record({
    heights: fc.constant(heights),
    ranks: fc.shuffledSubarray([...heights.keys()], { minLength: heights.length }),
    asked: fc.array(
      fc.record({
        from: fc.nat(heights.length),
        to: fc.nat(heights.length),
        least: fc.integer({ min: 0, max: 6 }),
        closed: fc.nat(20),
      }),
      { maxLength: 12 },
    ),
  }),
);

describe('a tournament', () => {
  it('gives of any part of a row the least rank of those who are high enough, whoever was closed in between', () =>
    fc.assert(
      fc.property(entries, ({ heights, ranks, asked }) => {
        const closed = new Set<number>();
        const tournament = new Tournament(ranks, heights, (rank) => !closed.has(rank));
        for (const { from, to, least, closed: rank } of asked) {
          const open = ranks.filter(
            (one, at) => at >= from && at < to && heights[at]! >= least && !closed.has(one),
          );
          expect(tournament.first(from, to, least)).toBe(open.length === 0 ? -1 : Math.min(...open));
          closed.add(rank);
        }
      }),
      { numRuns: runs(100) },
    ));
});
