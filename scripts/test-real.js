// Runs the tests on data that the repository does not hold: npm run test:real [-- FOLDER] [vitest options]
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const folder = resolve(
  args[0] === undefined || args[0].startsWith('-') ? `${root}../shared/data` : args.shift(),
);

if (!existsSync(folder) || readdirSync(folder).length === 0) {
  console.error(`test:real needs a folder of data and found none at ${folder}.`);
  console.error('Name it: npm run test:real -- FOLDER');
  process.exitCode = 1;
} else {
  const vitest = `${root}node_modules/vitest/vitest.mjs`;
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--config', 'vitest.real.config.ts', ...args],
    {
      cwd: root,
      stdio: 'inherit',
      // The tests read the folder from here.
      env: { ...process.env, ORGDESIGN_REAL_DATA: folder },
    },
  );
  process.exitCode = status ?? 1;
}
