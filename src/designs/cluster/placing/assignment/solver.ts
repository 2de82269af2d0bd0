import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { LinearProgram } from './linear-program.ts';

/** What became of a linear programme. */
export interface LinearAnswer {
  readonly status: 'optimal' | 'time-limit' | 'failed';
  /** Where there is a solution: the values of the columns, and the prices of the rows. */
  readonly columns?: Float64Array;
  readonly prices?: Float64Array;
  readonly seconds: number;
  readonly reason?: string;
}

/** Solves a linear programme in at most so many seconds. */
export type LinearSolver = (program: LinearProgram, seconds: number) => LinearAnswer;

/** Seconds beyond its limit after which a solver that gave no answer is ended: it has to be loaded, and can overshoot. */
const GRACE = 2;

/** A solver on a thread of its own, which starts when it is first needed and does not keep the process from ending. */
export function solverOnThread(
  file: () => URL,
  grace = GRACE,
): { solve: LinearSolver; running(): boolean; end(): Promise<void> } {
  let thread: { worker: Worker; port: MessagePort } | null = null;
  const start = () => {
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(file(), {
      workerData: { port: port2 },
      transferList: [port2],
      // Neither the options nor the loaders of the process are meant for it.
      execArgv: [],
    });
    worker.unref();
    // A thread that fails gives no answer: that is told where the answer is waited for.
    worker.on('error', () => {});
    return { worker, port: port1 };
  };
  const end = async () => {
    const ended = thread;
    thread = null;
    ended?.port.close();
    await ended?.worker.terminate();
  };
  const solve: LinearSolver = (program, seconds) => {
    try {
      thread ??= start();
    } catch (error) {
      // Where a process may start no threads.
      return { status: 'failed', seconds: 0, reason: String(error) };
    }
    const done = new Int32Array(new SharedArrayBuffer(4));
    const { cost, rowUpper, starts, indices, values } = program;
    thread.port.postMessage(
      { program, seconds, done },
      [cost, rowUpper, starts, indices, values].map(({ buffer }) => buffer as ArrayBuffer),
    );
    Atomics.wait(done, 0, 0, (seconds + grace) * 1000);
    const answer = receiveMessageOnPort(thread.port)?.message as LinearAnswer | undefined;
    if (answer !== undefined) return answer;
    void end();
    return { status: 'time-limit', seconds: seconds + grace };
  };
  return { solve, running: () => thread !== null, end };
}

export const highs = solverOnThread(() => new URL('./solver-worker.js', import.meta.url));

/** HiGHS, on its thread. The arrays of the programme are handed over, and cannot be used afterwards. */
export const solveWithHighs: LinearSolver = highs.solve;

/** A solver with so many seconds for everything that it is asked; `over` says that they are used up. */
export function limited(solve: LinearSolver, seconds: number) {
  let left = seconds;
  return (program: LinearProgram): LinearAnswer & { readonly over: boolean } => {
    if (left <= 0) return { status: 'time-limit', seconds: 0, over: true };
    const answer = solve(program, left);
    left -= answer.seconds;
    return { ...answer, over: answer.status === 'time-limit' || left <= 0 };
  };
}

export type LimitedSolver = ReturnType<typeof limited>;
