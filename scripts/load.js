import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Imports TypeScript modules; `contents` is the source of a module at the top of the repository. */
export const load = async (contents) => {
  // Beside the packages, so that the bundle finds those that it imports.
  const folder = `${root}node_modules/.cache/orgdesign`;
  const file = `${folder}/${process.pid}.mjs`;
  mkdirSync(folder, { recursive: true });
  try {
    await build({
      absWorkingDir: root,
      stdin: { contents, resolveDir: root, loader: 'ts' },
      outfile: file,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'warning',
    });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file, { force: true });
  }
};
