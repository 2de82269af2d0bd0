import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The file to run of the program as it is built from the source. */
    program: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the program once for all tests that start it, far from the packages it is made of: it needs nothing else. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'orgdesign-built-'));
  cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true });
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.js'), '--out', join(folder, 'dist')], {
    encoding: 'utf8',
  });
  if (built.status !== 0 || built.stderr !== '') throw new Error(built.stderr);
  provide('program', join(folder, 'bin/orgdesign.js'));
  return () => rmSync(folder, { recursive: true, force: true });
}
