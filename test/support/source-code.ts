/** Where a `/` begins a regular expression rather than a division. */
const BEFORE_PATTERN = /(?:^|[(,=:[&|?{};+\-*%~^<>]|(?<![\w\])])!|\b(?:return|typeof|case|of|in))\s*$/;

const PATTERN = /^\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/;
const LONGEST_PATTERN = 2000;

interface Token {
  readonly end: number;
  readonly kept: string;
}

/** A regular expression that stands in a source. */
export interface FoundPattern {
  readonly pattern: RegExp;
  /** Whether a text is split by it, all along and not only once. */
  readonly splits: boolean;
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

const skipTo = (source: string, start: number, pattern: RegExp): number => {
  pattern.lastIndex = start;
  const match = pattern.exec(source);
  return match === null ? source.length : match.index + match[0].length;
};

/** The template literal that begins at `start`: its text blanked, the code inside `${…}` kept. */
const template = (source: string, start: number, found: FoundPattern[]): Token => {
  let kept = '`';
  let index = start + 1;
  while (index < source.length) {
    if (source[index] === '`') return { end: index + 1, kept: `${kept}\`` };
    if (source.startsWith('${', index)) {
      const inner = scan(source, index + 2, true, found);
      kept += `  ${inner.kept}`;
      index = inner.end;
    } else {
      const step = source[index] === '\\' ? 2 : 1;
      kept += blank(source.slice(index, index + step));
      index += step;
    }
  }
  return { end: index, kept };
};

const token = (source: string, index: number, before: string, found: FoundPattern[]): Token | undefined => {
  const rest = source.slice(index, index + 2);
  const cut = (end: number): Token => ({ end, kept: blank(source.slice(index, end)) });
  if (rest === '//')
    return cut(source.indexOf('\n', index) === -1 ? source.length : source.indexOf('\n', index));
  if (rest === '/*') return cut(skipTo(source, index + 2, /\*\//g));
  if (rest[0] === "'") return cut(skipTo(source, index + 1, /(?:[^'\\\n]|\\.)*'/gy));
  if (rest[0] === '"') return cut(skipTo(source, index + 1, /(?:[^"\\\n]|\\.)*"/gy));
  if (rest[0] === '`') return template(source, index, found);
  if (rest[0] === '/' && BEFORE_PATTERN.test(before.slice(-40))) {
    const written = PATTERN.exec(source.slice(index, index + LONGEST_PATTERN));
    if (written === null) return undefined;
    const [whole, body, flags] = written;
    found.push({ pattern: new RegExp(body!, flags), splits: /\.split\(\s*$/.test(before.slice(-40)) });
    return cut(index + whole.length);
  }
  return undefined;
};

const scan = (source: string, start: number, insideTemplate: boolean, patterns: FoundPattern[]): Token => {
  let kept = '';
  let depth = 0;
  let index = start;
  while (index < source.length) {
    const found = token(source, index, kept, patterns);
    if (found !== undefined) {
      kept += found.kept;
      index = found.end;
      continue;
    }
    const character = source[index]!;
    if (insideTemplate && character === '}' && depth === 0) return { end: index + 1, kept: `${kept} ` };
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    kept += character;
    index += 1;
  }
  return { end: index, kept };
};

/** The source with all strings, comments and regular expressions blanked; every character stays where it was. */
export const codeOf = (source: string): string => scan(source, 0, false, []).kept;

/** The regular expressions of a source. */
export const patternsOf = (source: string): FoundPattern[] => {
  const found: FoundPattern[] = [];
  scan(source, 0, false, found);
  return found;
};

const IMPORT = /\b(?:import|export)\b[\w\s{},*$]*?\bfrom\s|\bimport\s*\(|\bimport\s/g;

/** What a module imports or exports from, types included. */
export const importsOf = (source: string): string[] =>
  [...codeOf(source).matchAll(IMPORT)].flatMap((match) => {
    const specifier = /^\s*(['"])([^'"\n]+)\1/.exec(source.slice(match.index + match[0].length));
    return specifier === null ? [] : [specifier[2]!];
  });
