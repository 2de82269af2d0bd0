import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Git without the settings of whoever runs the tests. */
export const gitEnvironment = (home: string) => ({
  PATH: process.env.PATH,
  HOME: home,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
});

/** A repository in a folder that is made for it, to be filled by a script. */
export const gitRepository = (folder: string, env: ReturnType<typeof gitEnvironment>) => {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });
  const commit = (message: string): void => {
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', message);
  };
  return {
    git,
    commit,
    init: (): void => {
      mkdirSync(folder);
      git('init', '--quiet', '--initial-branch', 'main');
    },
    write: (file: string, text: string): void => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    read: (file: string): string => readFileSync(join(folder, file), 'utf8'),
    /** A branch from main with one commit. */
    branch: (name: string, change: () => void): void => {
      git('checkout', '--quiet', '-b', name, 'main');
      change();
      commit(name);
    },
  };
};
