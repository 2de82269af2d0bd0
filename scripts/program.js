// Makes the scripts of the command from the chunks that esbuild splits it into: see src/cli/start.ts for how they are run.
import { basename } from 'node:path';
import { Script } from 'node:vm';

/** As esbuild writes them: names in braces, all of them, or that of the default. */
const IMPORT =
  /(?<![\w$.])import\s*(?:([\w$]+)|\{([^{}"]*)\}|\*\s*as\s+([\w$]+))?\s*(?:from)?\s*"([^"\n]+)";/g;
const EXPORT = /(?<![\w$.])export\s*\{([^{}]*)\};(?=\s*(?:\/\*[\s\S]*)?$)/;
/** What a dynamic import is in a script. */
const LATER = /\b__require\d*\("([^"\n]+)"\)/g;

/** `a, b as c` of an import, or of an export the other way round, as properties of an object. */
const properties = (names, from, to) =>
  names
    .split(',')
    .map((name) => name.trim().split(/\s+as\s+/))
    .map((name) => (name.length > 1 ? `${name[from]}:${name[to]}` : name[0]))
    .join();

/** All chunks that a chunk cannot do without. */
function needed(outputs, path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const { path: other, kind, external } of outputs[path].imports)
    if (kind === 'import-statement' && !external) needed(outputs, other, found);
  return found;
}

/**
 * Puts each chunk, as a function that returns what it exports, into the first script of which an entry needs it.
 * @param scripts - Entries of each script by its name: sources that are imported dynamically. The last one has what is left.
 * @param build - Result of esbuild in the format `esm`, with `splitting`, a `metafile` and no dynamic import in what it supports.
 * @returns the text of each script by its name. What is exported is handed over when its chunk has run: nothing of it may change later.
 */
export function scriptsOf({ metafile: { outputs }, outputFiles }, scripts) {
  const entries = new Map(Object.entries(outputs).map(([path, { entryPoint }]) => [entryPoint, path]));
  /** Number of the script and of the chunk in it, by the chunk's file name. */
  const places = new Map();
  const chunks = Object.values(scripts).map((sources, script) => {
    const wanted = script === Object.keys(scripts).length - 1 ? Object.keys(outputs) : [];
    for (const source of sources) {
      if (!entries.has(source)) throw new Error(`Nothing imports ${source} dynamically.`);
      wanted.push(...needed(outputs, entries.get(source)));
    }
    const own = [...new Set(wanted.map((path) => basename(path)))].filter((name) => !places.has(name));
    for (const [at, name] of own.entries()) places.set(name, [script, at]);
    return own;
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const loaded = (path) => `__load(${places.get(path.slice(2))})`;
  const isChunk = (path) => path.startsWith('./') && places.has(path.slice(2));

  const functionOf = (name) => {
    const imports = [];
    const body = texts
      .get(name)
      .replace(IMPORT, (_, whole, names, all, path) => {
        const value = isChunk(path) ? loaded(path) : `require("${path}")`;
        const into = names === undefined ? (whole ?? all) : `{${properties(names, 0, 1)}}`;
        imports.push(into === undefined ? `${value};` : `const ${into}=${value};`);
        return '';
      })
      .replace(LATER, (_, path) => (isChunk(path) ? loaded(path) : `require("${path}")`))
      .replace(EXPORT, (_, names) => `return{${properties(names, 1, 0)}};`);
    const left = [...places.keys()].find((other) => body.includes(`"./${other}"`));
    if (left !== undefined) throw new Error(`${name} loads ${left} in a way that is not known here.`);
    return `${imports.join('')}\n${body}`;
  };
  return new Map(
    Object.keys(scripts).map((script, at) => {
      // What is in brackets is compiled with the script, and not looked through first: the last one has what is seldom used.
      const [before, after] = at === chunks.length - 1 ? ['', ''] : ['(', ')'];
      const functions = chunks[at].map((name) => `${before}function(){${functionOf(name)}}${after}`);
      // Modules are strict.
      const text = `(function(require,__filename,__load){'use strict';const __meta={get url(){return require('url').pathToFileURL(__filename).href}};return[
${functions.join(',\n')}
]})`;
      return [script, ascii(text, script)];
    }),
  );
}

/** Read as Latin-1, without decoding. The charset leaves regular expressions as they are. */
function ascii(text, filename) {
  const escaped = text.replace(
    /[^\0-\x7f]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  // Throws where a statement was written in another way than those above.
  new Script(escaped, { filename });
  return Buffer.from(escaped, 'latin1');
}
