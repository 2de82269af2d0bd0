import { spawn } from 'node:child_process';
import process from 'node:process';

const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Has the system open an address, or a file, in the program that it is for; never through a shell. False where there is none. */
export const openAddress = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const [program, ...before] = OPENERS[process.platform] ?? ['xdg-open'];
    const child = spawn(program!, [...before, address], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => resolve(true));
    child.unref();
  });
