import { posix } from 'node:path';
import { codeOf, importsOf } from './source-code.ts';

/** A folder imports only from itself and from those to its left. */
const FOLDERS = [
  'base',
  'languages',
  'source',
  'schema',
  'numbers',
  'model',
  'write',
  'import',
  'designs',
  'measures',
  'rules',
  'verdicts',
  'questionnaire',
  'policy',
  'remedies',
  'render',
  'documents',
  'proposal',
  'cli',
];
const API = ['src/evaluate.ts', 'src/index.ts'];

/** Modules of Node that neither see nor touch the world outside. */
const PURE = [
  'node:buffer',
  'node:crypto',
  'node:path',
  'node:url',
  'node:util',
  'node:zlib',
  // A calculation on another thread is still a calculation.
  'node:worker_threads',
];

const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/(?<![.\w$])process\s*[.[]/, 'process'],
  [/(?<![.\w$])console\s*[.[]/, 'console'],
  [/\bDate\.now\b|\bnew\s+Date\s*(?:\(\s*\)|(?![\s(\w]))|(?<![\w.]|new\s)\bDate\s*\(/, 'the clock'],
  [/\bperformance\s*\.\s*now\b|\bhrtime\b/, 'the clock'],
  [/\bMath\.random\b|\brandom(?:Bytes|UUID|Int)\b|\bgetRandomValues\b/, 'chance'],
  [/(?<![.\w$])fetch\s*\(/, 'the network'],
];

const folderOf = (module: string): string => module.split('/')[1] ?? '';

const importFault = (module: string, specifier: string): string | undefined => {
  if (!specifier.startsWith('.')) {
    const impure = specifier.startsWith('node:') && !PURE.includes(specifier) && folderOf(module) !== 'cli';
    return impure ? `${module} imports ${specifier}; only src/cli may` : undefined;
  }
  const target = posix.join(posix.dirname(module), specifier);
  const fault = `${module} imports ${target}, which is not to its left`;
  if (API.includes(target))
    return folderOf(module) === 'cli' || (module === API[1] && target === API[0]) ? undefined : fault;
  if (API.includes(module)) return folderOf(target) === 'cli' ? fault : undefined;
  const [from, to] = [FOLDERS.indexOf(folderOf(module)), FOLDERS.indexOf(folderOf(target))];
  return to === -1 || to > from ? fault : undefined;
};

/** What is wrong with a module, by the order of the folders and by what it touches. */
export const faultsOf = (module: string, source: string): string[] => {
  const faults: (string | undefined)[] = importsOf(source).map((specifier) => importFault(module, specifier));
  if (!API.includes(module) && !FOLDERS.includes(folderOf(module)))
    faults.push(`${module} is in a folder that has no place in the order`);
  if (folderOf(module) !== 'cli') {
    const code = codeOf(source);
    for (const [pattern, what] of IMPURE)
      if (pattern.test(code)) faults.push(`${module} uses ${what}; only src/cli may`);
  }
  return faults.filter((fault) => fault !== undefined);
};

/** Circles in what imports what, each as `a -> b -> a`. */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const follow = (module: string): void => {
    if (way.includes(module)) {
      circles.push([...way.slice(way.indexOf(module)), module].join(' -> '));
      return;
    }
    if (done.has(module)) return;
    done.add(module);
    way.push(module);
    for (const target of imports.get(module) ?? []) follow(target);
    way.pop();
  };
  for (const module of imports.keys()) follow(module);
  return circles;
}
