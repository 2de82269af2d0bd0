// Runs HiGHS on a thread of its own, where it can be ended; plain JavaScript, so that Node loads it as it stands.
import { workerData } from 'node:worker_threads';

/** @typedef {import('./linear-program.ts').LinearProgram} LinearProgram */
/** @typedef {import('./solver.ts').LinearAnswer} LinearAnswer */

/** @type {{ port: import('node:worker_threads').MessagePort }} */
const { port } = workerData;

/** @type {Promise<import('highs').Highs> | undefined} */
let loading;

/**
 * The simplex method for primal feasibility: from the first solution, no flow at all, it needs the fewest steps, and what it
 * has when the time is over is a solution. Without presolve, which may look for dependent equations for minutes.
 * @param {LinearProgram} program
 * @param {number} seconds
 * @returns {Promise<LinearAnswer>}
 */
async function solve({ cost, rowUpper, starts, indices, values }, seconds) {
  loading ??= import('highs').then(({ default: load }) => load());
  const highs = await loading;
  const [numCols, numRows] = [cost.length, rowUpper.length];
  const model = highs.createModel({
    numCols,
    numRows,
    // Prices of rows then come out as they are meant: not negative where the objective is to be made small.
    sense: highs.constants.objectiveSense.minimize,
    colCost: cost.map((worth) => -worth),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(highs.infinity),
    rowLower: new Float64Array(numRows).fill(-highs.infinity),
    rowUpper,
    matrix: { format: 'csc', numCols, numRows, starts, indices, values },
  });
  try {
    model.options.set({
      output_flag: false,
      presolve: 'off',
      solver: 'simplex',
      simplex_strategy: 4,
      time_limit: seconds,
    });
    model.run();
    const status = model.getModelStatus();
    const { optimal, timeLimit } = highs.constants.modelStatus;
    const { colValue, rowDual } = model.getSolution();
    return {
      status: status === optimal ? 'optimal' : status === timeLimit ? 'time-limit' : 'failed',
      columns: colValue,
      prices: rowDual.map((dual) => -dual),
      seconds: model.getRunTime(),
    };
  } finally {
    model.dispose();
  }
}

port.on('message', async ({ program, seconds, done }) => {
  try {
    port.postMessage(await solve(program, seconds));
  } catch (error) {
    port.postMessage({ status: 'failed', seconds: 0, reason: String(error) });
  }
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});
