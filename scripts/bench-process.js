import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// Loaded before the program: tells its peak memory when it ends, which works the same everywhere.
const PEAK = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('\\nmaxRSS=' + process.resourceUsage().maxRSS + '\\n'));",
)}`;

const execute = (args) => {
  const begin = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  // 1 is an evaluation with findings.
  if (error !== undefined || status > 1)
    throw error ?? new Error(`node ${args.join(' ')} ended with ${status}\n${stderr}`);
  return { seconds, stderr };
};

/** The median time of running node with each of these arguments, taken in turns so that all see the same machine. */
export const medianSeconds = (commands, times) => {
  const runs = commands.map(() => []);
  for (let round = 0; round < times; round++) {
    for (const [index, args] of commands.entries()) runs[index].push(execute(args).seconds);
  }
  return runs.map((seconds) => seconds.sort((a, b) => a - b)[Math.floor(times / 2)]);
};

/** Peak memory of running node with these arguments, in a run of its own, since looking costs time. */
export const peakMegabytes = (args) => {
  const { stderr } = execute(['--import', PEAK, ...args]);
  return (Number(/maxRSS=(\d+)/.exec(stderr)?.[1] ?? Number.NaN) * 1024) / 1e6;
};
