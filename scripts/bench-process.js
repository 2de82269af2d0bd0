import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// Loaded before the program: tells its use of processors, on all threads, and its peak memory when it ends.
const USAGE = `data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.stderr.write('\\nusage=' + JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS * 1024 / 1e6]) + '\\n');
  });`,
)}`;

/** The same of a Python program, put before it. */
const PYTHON_USAGE = `
import atexit, json, resource, sys
def _usage():
    own = resource.getrusage(resource.RUSAGE_SELF)
    print('\\nusage=' + json.dumps([own.ru_utime + own.ru_stime, own.ru_maxrss * 1024 / 1e6]), file=sys.stderr)
atexit.register(_usage)
`;

/** A program to run: arguments of node, or the text of a Python program. */
const commandOf = (program) =>
  typeof program === 'string'
    ? ['python3', ['-c', PYTHON_USAGE + program]]
    : [process.execPath, ['--import', USAGE, ...program]];

/** Runs a program to its end: seconds by the clock and of processors, and peak memory in MB. */
export const run = (program) => {
  const [command, args] = commandOf(program);
  const begin = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 64 * 2 ** 20,
  });
  const wall = Number(process.hrtime.bigint() - begin) / 1e9;
  const usage = /usage=(\[.*\])/.exec(stderr ?? '')?.[1];
  // 1 is a command with findings; of Python it is a program that failed.
  const most = command === 'python3' ? 0 : 1;
  if (error !== undefined || status > most || usage === undefined)
    throw error ?? new Error(`${command} ${args.slice(2).join(' ')} ended with ${status}\n${stderr}`);
  const [cpu, peak] = JSON.parse(usage);
  return { wall, cpu, peak };
};

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Medians of running each of these programs, taken in turns so that all see the same machine. */
export const measured = (programs, times) => {
  const runs = programs.map(() => []);
  for (let round = 0; round < times; round++)
    for (const [at, program] of programs.entries()) runs[at].push(run(program));
  return runs.map((all) => ({
    wall: median(all.map(({ wall }) => wall)),
    cpu: median(all.map(({ cpu }) => cpu)),
    peak: median(all.map(({ peak }) => peak)),
  }));
};

/** The median seconds by the clock. */
export const medianSeconds = (programs, times) => measured(programs, times).map(({ wall }) => wall);

/** Peak memory in MB. */
export const peakMegabytes = (program) => run(program).peak;
