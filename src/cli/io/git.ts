import { execFile } from 'node:child_process';
import process from 'node:process';
import { MEBIBYTE } from '../../source/files.ts';

export interface GitResult {
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** More is no organisation. */
const MAXIMUM_BYTES = 600 * MEBIBYTE;

/** The git of this machine. */
export const processGit = (args: readonly string[], folder: string): Promise<GitResult> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
    execFile(
      'git',
      [...args],
      { cwd: folder, env, encoding: 'buffer', maxBuffer: MAXIMUM_BYTES, windowsHide: true },
      (error, stdout, stderr) => {
        const { code } = error ?? { code: 0 };
        if (typeof code === 'number') resolve({ code, stdout, stderr: stderr.toString() });
        else reject(error);
      },
    );
  });
