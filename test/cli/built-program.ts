import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the program into a folder, far from the packages it is made of; gives the file to run. */
export const buildProgram = (folder: string): string => {
  mkdirSync(join(folder, 'bin'));
  const program = join(folder, 'bin/orgdesign.js');
  copyFileSync(join(root, 'bin/orgdesign.js'), program);
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.js'), '--out', join(folder, 'dist')], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
  return program;
};
