import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  assign,
  assignBySolver,
  greedyPlacing,
} from '../../../../../src/designs/cluster/placing/assignment/assign.ts';
import { bestByExchange } from '../../../../../src/designs/cluster/placing/assignment/best-by-exchange.ts';
import { limited, solveWithHighs } from '../../../../../src/designs/cluster/placing/assignment/solver.ts';
import { runs } from '../../../../support/runs.ts';
import { anyProblem, bestByHungarian, bestByTrying, faultsOf, problemOf, type Written } from './problems.ts';

// Hundreds of cases each, which take a busy machine long.
vi.setConfig({ testTimeout: 60_000 });

const solver = () => limited(solveWithHighs, 60);
const never = limited(() => {
  throw new Error('The solver is not needed here.');
}, 60);

describe('a placing', () => {
  it('is as good as the best of all, tried one by one', () => {
    fc.assert(
      fc.property(anyProblem({ classes: 4, groups: 4, size: 2 }), (written) => {
        const best = bestByTrying(written);
        const found = assign(problemOf(written), never);
        expect(faultsOf(written, found)).toEqual([]);
        expect(found).toMatchObject({ gain: best, bound: best });
        expect(bestByHungarian(written)).toBe(best);
      }),
      { numRuns: runs(400) },
    );
  });

  it('is as good as the Hungarian method finds, by exchanges and by the solver, whole and in parts', () => {
    fc.assert(
      fc.property(anyProblem({ classes: 14, groups: 7, size: 5 }), (written) => {
        const best = bestByHungarian(written);
        const problem = problemOf(written);
        for (const found of [
          assign(problem, never),
          assignBySolver(problem, solver()),
          assignBySolver(problem, solver(), 3),
        ]) {
          expect(faultsOf(written, found)).toEqual([]);
          expect(found).toMatchObject({ gain: best, bound: best });
          expect(['greedy-proven', 'solved']).toContain(found.method);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('is greedy at first, which is never better, and never wrong', () => {
    let worse = 0;
    fc.assert(
      fc.property(anyProblem({ classes: 8, groups: 5, size: 3 }), (written) => {
        const greedy = greedyPlacing(problemOf(written));
        expect(faultsOf(written, greedy)).toEqual([]);
        const best = bestByHungarian(written);
        expect(greedy.gain).toBeLessThanOrEqual(best);
        if (greedy.gain < best) worse++;
      }),
      { numRuns: runs(300) },
    );
    expect(worse).toBeGreaterThan(30);
  });
});

describe('greedy placing', () => {
  // Anna would be worth 6 in the first group and 4 in the second, Ben 5 in the first and nothing in the second.
  const wrong = {
    seats: [1, 1],
    classes: [
      { size: 1, gains: { 0: 6, 1: 4 } },
      { size: 1, gains: { 0: 5 } },
    ],
  };

  it('takes the greatest gain first, and so can be wrong', () => {
    expect(greedyPlacing(problemOf(wrong))).toEqual({
      shares: [
        { class: 0, group: 0, people: 1 },
        { class: 1, group: 1, people: 1 },
      ],
      gain: 6,
    });
  });

  it.each([
    ['exchanges', () => assign(problemOf(wrong), never)],
    ['the solver', () => assignBySolver(problemOf(wrong), solver())],
  ])('is put right by %s', (_, place) => {
    expect(place()).toEqual({
      shares: [
        { class: 0, group: 1, people: 1 },
        { class: 1, group: 0, people: 1 },
      ],
      gain: 9,
      bound: 9,
      method: 'solved',
    });
  });

  it('stands, and nothing is solved, where everyone is where they gain most', () => {
    const everyone = {
      seats: [3, 2],
      classes: [
        { size: 2, gains: { 0: 7 } },
        { size: 2, gains: { 1: 4 } },
        { size: 1, gains: {} },
      ],
    };
    expect(assign(problemOf(everyone), never)).toMatchObject({
      gain: 22,
      bound: 22,
      method: 'greedy-proven',
    });
  });
});

describe('staying out', () => {
  it('leaves a seat to whoever can use it', () => {
    const written = {
      seats: [1, 2],
      classes: [
        { size: 1, gains: { 0: 3 }, mayStayOut: true },
        { size: 1, gains: { 0: 5 }, mayStayOut: true },
        { size: 1, gains: {} },
      ],
    };
    expect(assign(problemOf(written), never).shares).toEqual([
      { class: 1, group: 0, people: 1 },
      { class: 2, group: 1, people: 1 },
    ]);
  });

  it('is a place for as many as need it, also when exchanging', () => {
    // Two each: the second class into the first group, the first into the second, the third out. 10 + 10, not 12 + 6.
    const written = {
      seats: [2, 2, 2],
      classes: [
        { size: 2, gains: { 0: 6, 1: 5 }, mayStayOut: true },
        { size: 2, gains: { 0: 5 } },
        { size: 2, gains: { 1: 3 }, mayStayOut: true },
      ],
    };
    expect(greedyPlacing(problemOf(written)).gain).toBe(18);
    const found = assign(problemOf(written), never);
    expect(faultsOf(written, found)).toEqual([]);
    expect(found).toMatchObject({ gain: 20, bound: 20 });
  });

  it('is no choice for the others: more people than seats is a fault', () => {
    const written = { seats: [1], classes: [{ size: 2, gains: {} }] };
    expect(() => assign(problemOf(written), never)).toThrow('More people than seats.');
  });
});

describe('some thousand gains', () => {
  /** People who each gain something else in each group, so that one placing is the best. */
  const dense = (people: number, groups: number, seed: number): Written => {
    let state = seed;
    const next = () => {
      state = (state * 48_271) % 2_147_483_647;
      return 1 + (state % 1_000_000);
    };
    return {
      seats: Array.from({ length: groups }, (_, at) => Math.floor((people + at) / groups)),
      classes: Array.from({ length: people }, () => ({
        size: 1,
        gains: Object.fromEntries(Array.from({ length: groups }, (_, at) => [at, next()])),
      })),
    };
  };

  it.each([1, 2, 3])('are placed without the solver as the solver places them (%i)', (seed) => {
    const problem = problemOf(dense(150 * seed, 3 + 2 * seed, seed));
    const found = assign(problem, never);
    expect(found.method).toBe('solved');
    expect(found).toEqual(assignBySolver(problem, solver()));
  });
});

it('exchanges are left to the solver in a large problem', () => {
  const written = {
    seats: Array.from({ length: 250 }, () => 1),
    classes: Array.from({ length: 250 }, (_, at) => ({ size: 1, gains: { [at]: 1 } })),
  };
  const problem = problemOf(written);
  expect(bestByExchange(problem, greedyPlacing(problem))).toBeNull();
});
