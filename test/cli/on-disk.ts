import process from 'node:process';
import { processIo } from '../../src/cli/io/io.ts';
import { run } from '../../src/cli/run.ts';

interface Place {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
}

/** Runs a command line on the disk, with the git of this machine, in the folder and with the environment of a process that would be started there. */
export const onDisk = async (args: readonly string[], { cwd, env, input = '' }: Place) => {
  const texts = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      texts[name] += text;
    },
    isTerminal: false,
    columns: undefined,
  });
  const before = { folder: process.cwd(), env: process.env };
  process.chdir(cwd);
  process.env = { ...env };
  try {
    const io = processIo();
    const status = await run(args, {
      ...io,
      stdout: output('stdout'),
      stderr: output('stderr'),
      env,
      files: {
        ...io.files,
        read: async (path, most) =>
          path === '-' ? new TextEncoder().encode(input) : io.files.read(path, most),
      },
    });
    return { status, ...texts };
  } finally {
    process.env = before.env;
    process.chdir(before.folder);
  }
};
