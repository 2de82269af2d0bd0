import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { memorySources } from '../import/memory-sources.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Files written, by path. */
  readonly written: ReadonlyMap<string, string>;
}

export interface World {
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly columns?: number;
  writeFile?(path: string): Promise<void>;
}

const absent = (path: string): Error => Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });

/** Runs a command line in a world that is all in memory. */
export const command = async (args: readonly string[], world: World = {}): Promise<Outcome> => {
  const { files = {}, stdin = '', env = {}, isTerminal = false, columns } = world;
  const texts = { stdout: '', stderr: '' };
  const written = new Map<string, string>();
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      texts[name] += text;
    },
    isTerminal,
    columns,
  });
  const io: Io = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    env,
    files: {
      read: async (path) => {
        const text = path === '-' ? stdin : files[path.replace(/^\/world\//, '')];
        if (text === undefined) throw absent(path);
        return new TextEncoder().encode(text);
      },
      realPath: async (path) => {
        const inside = path.replace(/^\/world\//, '');
        if (
          inside !== '.' &&
          !(inside in files) &&
          !Object.keys(files).some((file) => file.startsWith(`${inside}/`))
        )
          throw absent(path);
        return `/world/${inside === '.' ? '' : inside}`.replace(/\/$/, '');
      },
    },
    sources: memorySources(files, stdin),
    makeFolder: async () => {},
    writeFile: async (path, text) => {
      await world.writeFile?.(path);
      written.set(path, text);
    },
    questions: () => {
      const lines = stdin === '' ? [] : stdin.replace(/\n$/, '').split('\n');
      return {
        ask: async (question) => {
          texts.stderr += question;
          return lines.shift() ?? null;
        },
        close: () => {},
      };
    },
  };
  const code = await run(args, io);
  return { code, ...texts, written };
};
