// Bundles the command and the API into dist, or the folder after --out; with --types, writes the declarations as well.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values: options } = parseArgs({
  options: { out: { type: 'string', default: 'dist' }, types: { type: 'boolean', default: false } },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

const folder = resolve(root, options.out);
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: {
    cli: 'src/cli/main.ts',
    index: 'src/index.ts',
    // Looked for beside the bundle by its name.
    'solver-worker': 'src/designs/cluster/placing/assignment/solver-worker.js',
  },
  // Have files of their own to load: stay where they were installed.
  external: ['highs', '@resvg/resvg-js'],
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  define: { __VERSION__: JSON.stringify(version) },
  // Commander is CommonJS and calls require().
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
  legalComments: 'eof',
  logLevel: 'warning',
  // Only a build that succeeds replaces the last one.
  write: false,
});
mkdirSync(folder, { recursive: true });
// Not the declarations: when npm packs, it bundles once more after they were made.
for (const file of readdirSync(folder)) if (file.endsWith('.js')) rmSync(join(folder, file));
for (const { path, contents } of outputFiles) writeFileSync(path, contents);
// The font that pictures are drawn with, and its licence.
cpSync(join(root, 'src/cli/io/fonts'), join(folder, 'fonts'), { recursive: true });

if (options.types) {
  rmSync(join(root, 'dist/types'), { recursive: true, force: true });
  execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
}
