// Bundles the command and the API into dist, or the folder after --out; with --types, writes the declarations as well.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { scriptsOf } from './program.js';

/** Of Node's own modules those that take milliseconds to load and that most commands do without. */
const SELDOM = [
  'child_process',
  'crypto',
  'fs/promises',
  'http',
  'readline',
  'timers/promises',
  'worker_threads',
  'zlib',
];

/** Of the packages those that take up much of the program and that hardly any command needs: files of their own. */
const APART = ['docx', '@bomb.sh/tab'];
/**
 * The scripts of the program, and what is put into each with all that it needs: what every command begins with, what an evaluation
 * takes besides, and the rest. What a run has no use for it need not read.
 */
const SCRIPTS = {
  cli: [
    'src/cli/main.ts',
    'src/cli/commands/index.ts',
    'src/schema/input/answers.ts',
    'src/schema/input/designs.ts',
    'src/schema/read/load.ts',
  ],
  'cli-evaluation': [
    'src/cli/evaluate-file.ts',
    'src/documents/check/document.ts',
    'src/documents/report/blocks.ts',
    'src/evaluate.ts',
    'src/measures/index.ts',
    'src/render/json.ts',
    'src/render/terminal.ts',
    'src/rules/index.ts',
  ],
  'cli-seldom': [],
};
const fileOf = (name) => `${name.replace(/^.*\//, '')}.cjs`;

const apart = {
  name: 'apart',
  /** @param {import('esbuild').PluginBuild} building */
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^(?:${APART.join('|')})$`) }, ({ path }) => ({
      path: `./${fileOf(path)}`,
      external: true,
    }));
  },
};

/** One function a file, of which only those that are used are taken: the whole makes tables when it is loaded. */
const statistics = {
  name: 'statistics',
  /** @param {import('esbuild').PluginBuild} building */
  setup({ onResolve }) {
    const index = `${root}node_modules/simple-statistics/index.js`;
    onResolve({ filter: /^simple-statistics$/ }, () => ({ path: index, sideEffects: false }));
    onResolve({ filter: /^\.\/src\// }, ({ path, importer }) =>
      importer === index ? { path: join(index, '..', path), sideEffects: false } : undefined,
    );
  },
};

/** Whether there are colours is decided by the command, and not looked for when chalk is loaded. */
const colours = {
  name: 'colours',
  /** @param {import('esbuild').PluginBuild} building */
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^#supports-color$/ }, ({ path }) => ({ path, namespace: 'colours' }));
    onLoad({ filter: /./, namespace: 'colours' }, () => ({
      contents: 'export default { stdout: false, stderr: false }',
    }));
  },
};

/** Loads them when something of them is first used. */
const seldomLoaded = {
  name: 'seldom loaded',
  /** @param {import('esbuild').PluginBuild} building */
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^node:(?:${SELDOM.join('|')})$`);
    onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'seldom' ? { path, external: true } : { path, namespace: 'seldom' },
    );
    onLoad({ filter, namespace: 'seldom' }, ({ path }) => {
      const names = JSON.stringify(Object.keys(process.getBuiltinModule(path)));
      const contents = `for (const name of ${names}) Object.defineProperty(exports, name, { get: () => require('${path}')[name], enumerable: true });`;
      return { contents, loader: 'js' };
    });
  },
};

const { values: options } = parseArgs({
  options: { out: { type: 'string', default: 'dist' }, types: { type: 'boolean', default: false } },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

const folder = resolve(root, options.out);

/** @param {import('esbuild').BuildOptions} settings */
const built = (settings) =>
  build({
    absWorkingDir: root,
    // Have files of their own to load: stay where they were installed.
    external: ['highs', '@resvg/resvg-js'],
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    legalComments: 'eof',
    logLevel: 'warning',
    // Only a build that succeeds replaces the last one.
    write: false,
    ...settings,
    define: { __VERSION__: JSON.stringify(version), ...settings.define },
  });

/** @param {import('esbuild').BuildOptions} settings */
const bundle = async (settings) => (await built(settings)).outputFiles;

const commonjs = {
  format: 'cjs',
  // Neither is there in a script.
  supported: { 'dynamic-import': false },
  define: { 'import.meta': '__meta' },
  // Less to read for V8; the names of functions stay, for whoever reports a fault. A line of it may be printed.
  minifyWhitespace: true,
  lineLimit: 160,
};

const api = await bundle({
  entryPoints: {
    index: 'src/index.ts',
    // Looked for beside the bundle by its name.
    'solver-worker': 'src/designs/cluster/placing/assignment/solver-worker.js',
  },
  splitting: true,
  format: 'esm',
  // The reader of YAML is CommonJS and calls require().
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
});

// The command is a few scripts, so that V8 can keep what it compiled of them: see src/cli/start.ts.
const program = scriptsOf(
  await built({
    ...commonjs,
    format: 'esm',
    splitting: true,
    metafile: true,
    entryPoints: { cli: 'src/cli/main.ts' },
    plugins: [seldomLoaded, apart, statistics, colours],
    // Read as Latin-1, without decoding.
    charset: 'ascii',
  }),
  SCRIPTS,
);
const digest = createHash('sha256');
for (const contents of program.values()) digest.update(contents);

const packages = await bundle({
  ...commonjs,
  entryPoints: Object.fromEntries(APART.map((name) => [fileOf(name).replace('.cjs', ''), name])),
  outExtension: { '.js': '.cjs' },
});

const start = await bundle({
  ...commonjs,
  entryPoints: { start: 'src/cli/start.ts' },
  outExtension: { '.js': '.cjs' },
  define: {
    ...commonjs.define,
    __SCRIPTS__: JSON.stringify([...program.keys()]),
    __PROGRAM__: JSON.stringify(`${version}-${digest.digest('hex').slice(0, 16)}`),
  },
});

mkdirSync(folder, { recursive: true });
// Not the declarations: when npm packs, it bundles once more after they were made.
for (const file of readdirSync(folder)) if (/\.c?js$/.test(file)) rmSync(join(folder, file));
for (const { path, contents } of [...api, ...packages, ...start]) writeFileSync(path, contents);
for (const [name, contents] of program) writeFileSync(join(folder, `${name}.js`), contents);
// The font that pictures are drawn with, and its licence.
cpSync(join(root, 'src/cli/io/fonts'), join(folder, 'fonts'), { recursive: true });

if (options.types) {
  rmSync(join(root, 'dist/types'), { recursive: true, force: true });
  execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
}
