import type { Io } from '../../src/cli/io/io.ts';
import { run } from '../../src/cli/run.ts';
import { memorySources } from '../import/memory-sources.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Files written, by path. */
  readonly written: ReadonlyMap<string, string>;
  /** Those among them that are no text. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** Paths of files removed. */
  readonly removed: readonly string[];
}

export interface World {
  /** Bytes are for what is imported. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Links, from one path to another. */
  readonly links?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly columns?: number;
  writeFile?(path: string): Promise<void>;
  git?: Io['git'];
  watch?: Io['watch'];
  serve?: Io['serve'];
  open?: Io['open'];
}

const absent = (path: string): Error => Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });

/** Runs a command line in a world that is all in memory. */
export const command = async (args: readonly string[], world: World = {}): Promise<Outcome> => {
  const { files = {}, links = {}, stdin = '', env = {}, isTerminal = false, columns } = world;
  const texts = { stdout: '', stderr: '' };
  const written = new Map<string, string>();
  const bytes = new Map<string, Uint8Array>();
  const removed: string[] = [];
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
        return typeof text === 'string' ? new TextEncoder().encode(text) : text;
      },
      realPath: async (path) => {
        const inside = path.replace(/^\/world\//, '');
        if (
          inside !== '.' &&
          !(inside in files) &&
          !Object.keys(files).some((file) => file.startsWith(`${inside}/`))
        )
          throw absent(path);
        return `/world/${inside === '.' ? '' : (links[inside] ?? inside)}`.replace(/\/$/, '');
      },
    },
    identity: async (path) => {
      const inside = path.replace(/^\/world\//, '');
      return inside in files || written.has(inside) || bytes.has(inside)
        ? (links[inside] ?? inside)
        : undefined;
    },
    sources: memorySources(files, stdin),
    git: world.git ?? (() => Promise.reject(absent('git'))),
    watch: world.watch ?? (() => ({ stamp: async () => '', pause: async () => false, close: () => {} })),
    serve: world.serve ?? (() => Promise.reject(absent('server'))),
    open: world.open ?? (async () => false),
    today: () => '2026-11-02',
    makeFolder: async () => {},
    listFolder: async (path) => {
      const folder = path.replace(/\/$/, '');
      const names = [...Object.keys(files), ...written.keys()].flatMap((file) =>
        file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1).split('/')[0]!] : [],
      );
      return names.length === 0 ? undefined : [...new Set(names)].sort();
    },
    removeFile: async (path) => {
      removed.push(path);
    },
    writeFiles: async (files) => {
      for (const [path] of files) await world.writeFile?.(path);
      for (const [path, content] of files)
        if (typeof content === 'string') written.set(path, content);
        else if (path.endsWith('.csv')) written.set(path, new TextDecoder().decode(content));
        else bytes.set(path, content);
    },
    appendFile: async (path, text) => {
      written.set(path, `${written.get(path) ?? ''}${text}`);
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
  return { code, ...texts, written, bytes, removed };
};
