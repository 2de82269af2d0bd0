import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import {
  assign,
  assignBySolver,
  greedyPlacing,
} from '../../../../../src/designs/cluster/placing/assignment/assign.ts';
import {
  placingOf,
  programOf,
} from '../../../../../src/designs/cluster/placing/assignment/linear-program.ts';
import {
  type LinearAnswer,
  type LinearSolver,
  limited,
  solverOnThread,
  solveWithHighs,
} from '../../../../../src/designs/cluster/placing/assignment/solver.ts';
import { runs } from '../../../../support/runs.ts';
import { anyProblem, bestByHungarian, faultsOf, problemOf } from './problems.ts';

// Hundreds of cases each, which take a busy machine long.
vi.setConfig({ testTimeout: 60_000 });

// Greedy placing gains 6; 9 is the most.
const written = {
  seats: [1, 1],
  classes: [
    { size: 1, gains: { 0: 6, 1: 4 } },
    { size: 1, gains: { 0: 5 } },
  ],
};
const problem = problemOf(written);
const answering = (answer: LinearAnswer) => limited(() => answer, 60);

describe('a solver that gives no answer', () => {
  it('is ended; the best found stands, with a proven gap', async () => {
    const thread = solverOnThread(() => new URL('./endless-worker.js', import.meta.url), 0.3);
    const found = assignBySolver(problem, limited(thread.solve, 0.2));
    expect(found).toMatchObject({ gain: 6, bound: 11, method: 'time-limit' });
    expect(faultsOf(written, found)).toEqual([]);
    expect(thread.running()).toBe(false);
  });

  it('is not asked again when the time for all is over', () => {
    let asked = 0;
    const slow: LinearSolver = () => {
      asked++;
      return { status: 'time-limit', seconds: 9 };
    };
    const solver = limited(slow, 5);
    expect(assignBySolver(problem, solver).method).toBe('time-limit');
    expect(assignBySolver(problem, solver).method).toBe('time-limit');
    expect(asked).toBe(1);
  });

  it('is told, where it fails rather than being late', () => {
    const failed = answering({ status: 'failed', seconds: 0, reason: 'no memory' });
    expect(assignBySolver(problem, failed)).toMatchObject({ gain: 6, bound: 11, method: 'unsolved' });
  });
});

describe('an answer', () => {
  const columns = programOf(problem).cost.length;

  it.each([
    ['with half a person', Float64Array.of(0.5, 0.5, 0.5)],
    ['with two people in one seat', Float64Array.of(1, 0, 1)],
    ['with less than nobody', Float64Array.of(-1, 1, 1)],
    ['without numbers', new Float64Array(columns).fill(Number.NaN)],
    ['to another problem', Float64Array.of(1)],
  ])('%s is refused', (_, solution) => {
    expect(placingOf(problem, solution)).toBeNull();
    const wrong = answering({
      status: 'optimal',
      columns: solution,
      prices: new Float64Array(4),
      seconds: 0,
    });
    expect(assignBySolver(problem, wrong)).toMatchObject({ gain: 6, bound: 11, method: 'unsolved' });
  });

  it('with prices that are made up proves no more than is true', () => {
    fc.assert(
      fc.property(
        anyProblem({ classes: 6, groups: 4, size: 3 }),
        fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 40, maxLength: 40 }),
        (random, prices) => {
          const of = problemOf(random);
          const { cost, rowUpper } = programOf(of);
          const made = Float64Array.from(rowUpper, (__, row) => prices[row]!);
          const answer = { columns: new Float64Array(cost.length), prices: made, seconds: 0 };
          const found = assignBySolver(of, answering({ status: 'time-limit', ...answer }));
          const best = bestByHungarian(random);
          expect(found.gain).toBeLessThanOrEqual(best);
          expect(found.bound).toBeGreaterThanOrEqual(best);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe('HiGHS', () => {
  it('stops at its time limit, and what it has is used if it is better', () => {
    let late = 0;
    fc.assert(
      fc.property(anyProblem({ classes: 14, groups: 7, size: 5 }), (random) => {
        const of = problemOf(random);
        const found = assignBySolver(of, limited(solveWithHighs, 1e-9));
        expect(faultsOf(random, found)).toEqual([]);
        expect(found.gain).toBeGreaterThanOrEqual(greedyPlacing(of).gain);
        expect(found.bound).toBeGreaterThanOrEqual(bestByHungarian(random));
        expect(found.method).toBe(found.gain === found.bound ? 'solved' : 'time-limit');
        if (found.method === 'time-limit') late++;
      }),
      { numRuns: runs(50) },
    );
    expect(late).toBeGreaterThan(20);
  });

  it('gives the same placing twice', () => {
    fc.assert(
      fc.property(anyProblem({ classes: 14, groups: 7, size: 5 }), (random) => {
        const place = () => assignBySolver(problemOf(random), limited(solveWithHighs, 60), 3);
        expect(place()).toEqual(place());
      }),
      { numRuns: runs(50) },
    );
  });
});

describe('a process that has used the solver', () => {
  const root = fileURLToPath(new URL('../../../../..', import.meta.url));
  const folder = mkdtempSync(join(root, 'node_modules/.cache-solver-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends by itself, with the solver beside it in a bundle', async () => {
    await build({
      absWorkingDir: root,
      stdin: {
        contents: `
          import { assignBySolver } from './src/designs/cluster/placing/assignment/assign.ts';
          import { limited, solveWithHighs } from './src/designs/cluster/placing/assignment/solver.ts';
          const problem = {
            seats: Int32Array.of(1, 1), size: Int32Array.of(1, 1), start: Int32Array.of(0, 2, 3),
            group: Int32Array.of(0, 1, 0), gain: Float64Array.of(6, 4, 5), area: Int32Array.of(-1, -1),
            areaGain: 0, areaStart: Int32Array.of(0), areaGroup: new Int32Array(), open: new Int32Array(),
            mayStayOut: new Uint8Array(2),
          };
          const { gain, bound, method } = assignBySolver(problem, limited(solveWithHighs, 60));
          console.log(gain, bound, method);
        `,
        resolveDir: root,
      },
      outfile: join(folder, 'process.js'),
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      logLevel: 'error',
    });
    await build({
      absWorkingDir: root,
      entryPoints: ['src/designs/cluster/placing/assignment/solver-worker.js'],
      outdir: folder,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      logLevel: 'error',
    });
    const printed = execFileSync(process.execPath, [join(folder, 'process.js')], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(printed).toBe('9 9 solved\n');
  });
});

it('a small problem needs no solver at all', () => {
  const never = limited(() => {
    throw new Error('The solver is not needed here.');
  }, 60);
  expect(assign(problem, never)).toMatchObject({ gain: 9, bound: 9 });
});
