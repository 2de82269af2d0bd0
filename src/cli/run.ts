import { CommanderError } from 'commander';
import { UserError } from '../base/errors.ts';
import { CLEAN, describeFault, describeUserError, NOT_USABLE, OUR_FAULT, withoutLines } from './exit.ts';
import { guarded } from './io/guarded.ts';
import type { Io } from './io/io.ts';
import { createProgram } from './program.ts';

/** Runs one command line, without the program's name; never throws, never ends the process. */
export const run = async (args: readonly string[], world: Io): Promise<number> => {
  const { io, end } = guarded(world);
  const code = await runIn(args, io);
  end(code !== NOT_USABLE && code !== OUR_FAULT);
  return code;
};

/**
 * Whether what is said of a fault is kept where others read it: the lines around it hold names and pay of people who have nothing
 * to do with it, so they are for whoever sits at a terminal, or asks for names.
 */
const isLogged = (args: readonly string[], { env, stderr }: Io): boolean =>
  !args.includes('--names') &&
  (!['', 'false', '0', undefined].includes(env.CI) || (args[0] === 'check' && !stderr.isTerminal));

const runIn = async (args: readonly string[], io: Io): Promise<number> => {
  let code = CLEAN;
  const program = createProgram(io, (result) => {
    code = result;
  });
  try {
    // What the scripts of `completion` ask; it is no command, since what follows is half of another one.
    if (args[0] === 'complete' && args[1] === '--') {
      const [{ complete }, { commands }] = await Promise.all([
        import('./completion.ts'),
        import('./commands/index.ts'),
      ]);
      io.stdout.write(complete(args.slice(2), program, commands));
      return CLEAN;
    }
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    // Help that was asked for comes as an error with exit code 0; commander has printed it.
    if (error instanceof CommanderError) return error.exitCode === 0 ? CLEAN : NOT_USABLE;
    if (error instanceof UserError) {
      io.stderr.write(describeUserError(isLogged(args, io) ? withoutLines(error) : error));
      return NOT_USABLE;
    }
    io.stderr.write(describeFault(error));
    return OUR_FAULT;
  }
};
