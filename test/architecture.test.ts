import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { circlesIn, faultsOf } from './support/layers.ts';
import { codeOf, importsOf } from './support/source-code.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const modules = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));

const sourceOf = (module: string): string => readFileSync(join(root, module), 'utf8');

const targetsOf = (module: string): string[] =>
  importsOf(sourceOf(module))
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(module), specifier));

describe('the folders', () => {
  test('import only to their left, and only src/cli touches the world', () => {
    expect(modules.length).toBeGreaterThan(20);
    expect(modules.flatMap((module) => faultsOf(module, sourceOf(module)))).toEqual([]);
  });

  test('are all looked into, and so are the imports', () => {
    expect(new Set(modules.map((module) => module.split('/')[1]))).toContain('cli');
    expect(modules.flatMap((module) => importsOf(sourceOf(module))).length).toBeGreaterThan(modules.length);
  });

  test('hold no circle of files, types included', () => {
    const to = new Map(modules.map((module) => [module, targetsOf(module)]));
    expect([...to.values()].flat().length).toBeGreaterThan(modules.length);
    expect(circlesIn(to)).toEqual([]);
    expect(
      circlesIn(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b -> c -> b']);
  });

  test('hold no more than 40 files each', () => {
    const counts = new Map<string, number>();
    for (const module of modules)
      counts.set(posix.dirname(module), (counts.get(posix.dirname(module)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 40)).toEqual([]);
  });

  test('are all named in ARCHITECTURE.md, and no others are', () => {
    const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const named = new Set([...page.matchAll(/`(src(?:\/[\w-]+)+)`/g)].map(([, folder]) => folder!));
    const upwards = (folder: string): string[] =>
      folder === 'src' ? [] : [folder, ...upwards(posix.dirname(folder))];
    const folders = new Set(modules.flatMap((module) => upwards(posix.dirname(module))));
    expect([...named].sort()).toEqual([...folders].sort());
  });

  test('write figures by src/base/grouped.ts: V8 takes milliseconds to begin with Intl', () => {
    const slow = /\.toLocaleString\(|\bIntl\.\w+Format\b/;
    expect(slow.test("count.toLocaleString('en')")).toBe(true);
    expect(modules.filter((module) => slow.test(codeOf(sourceOf(module))))).toEqual([]);
  });

  test('hold no file of more than 300 lines', () => {
    expect(modules.filter((module) => sourceOf(module).split('\n').length > 301)).toEqual([]);
  });
});

describe('a violation is found', () => {
  test.each([
    ['an import to the right', 'src/model/x.ts', "import { a } from '../documents/report/report.ts';"],
    ['a type from the right', 'src/source/x.ts', "import type { A } from '../schema/rows.ts';"],
    ['an export from the right', 'src/measures/x.ts', "export * from '../rules/index.ts';"],
    ['an import on demand', 'src/rules/x.ts', "const load = () => import('../cli/run.ts');"],
    ['an import for its effect', 'src/rules/x.ts', "import '../cli/run.ts';"],
    [
      'an import over several lines',
      'src/rules/x.ts',
      "import {\n  a,\n  b as c,\n} from '../render/json.ts';",
    ],
    ['the API, from inside', 'src/documents/x.ts', "import { a } from '../index.ts';"],
    ['the command, from the API', 'src/index.ts', "export { run } from './cli/run.ts';"],
    ['anything, from the base', 'src/base/text.ts', "import { a } from '../schema/loaded.ts';"],
    ['a folder without a place', 'src/helpers/x.ts', 'export const a = 1;'],
    ['the file system', 'src/source/x.ts', "import { readFile } from 'node:fs/promises';"],
    ['the environment', 'src/documents/x.ts', 'const a = process.env.HOME;'],
    ['output', 'src/documents/x.ts', "console.log('a');"],
    ['the clock', 'src/model/x.ts', 'const a = new Date();'],
    ['the clock as text', 'src/model/x.ts', 'const a = Date();'],
    ['the clock as a number', 'src/model/x.ts', 'const a = Date.now();'],
    ['chance', 'src/designs/x.ts', 'const a = Math.random();'],
    ['chance inside a template', 'src/designs/x.ts', `const a = \`\${\`\${Math.random()}\`}\`;`],
    ['the clock after a quote in a pattern', 'src/model/x.ts', 'const a = /[\'"]/; const b = Date.now();'],
  ])('%s', (_, module, source) => {
    expect(faultsOf(module, source)).toHaveLength(1);
  });

  test.each([
    ['the file system, in cli', 'src/cli/x.ts', "import { readFile } from 'node:fs/promises';"],
    ['the API, in cli', 'src/cli/x.ts', "const load = () => import('../index.ts');"],
    ['a hash', 'src/source/x.ts', "import { createHash } from 'node:crypto';"],
    ['the base', 'src/source/x.ts', "import { printable } from '../base/text.ts';"],
    ['a comment', 'src/model/x.ts', "// import { a } from '../documents/report/report.ts'; Math.random()"],
    ['prose', 'src/rules/x.ts', "const a = 'process.env'; const b = `console.log`;"],
    ['a pattern', 'src/model/x.ts', 'const a = /process.env|"/; const b = 4 / 2;'],
    ['a date that is given', 'src/model/x.ts', 'const a = new Date(text);'],
  ])('but not %s', (_, module, source) => {
    expect(faultsOf(module, source)).toEqual([]);
  });
});

test('blanking keeps every character in its place', () => {
  for (const module of modules) expect(codeOf(sourceOf(module)).length).toBe(sourceOf(module).length);
});
