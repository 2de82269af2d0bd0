import {
  Composer,
  CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  type Pair,
  type ParsedNode,
  Parser,
  type Scalar,
} from 'yaml';
import type { Problem } from '../../base/errors.ts';
import { grouped } from '../../base/grouped.ts';
import { printable } from '../../base/text.ts';
import type { SourceText } from '../source-text.ts';
import { yamlFaults } from './faults.ts';
import { MOST_IDLE_LINES, MOST_LEXEMES, MOST_LINES } from './limits.ts';
import { Mended } from './mended.ts';
import type { ReadYaml, YamlContent, YamlNode, YamlPair } from './node.ts';

const DEEPEST = 100;
/** Ten are told; each that is collected costs time and memory. */
const MOST_COLLECTED = 1_000;
/** What the lexer adds to the text. */
const MARKS = new Set([CST.BOM, CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

type YamlDocument = Document.Parsed<ParsedNode>;

/** What is told of a text, so that its places are those of the file. */
type Told = Pick<SourceText, 'text' | 'problem'>;

const MOST_MENDED = 20;
/** Characters that are read again, in all, for faults that are mended. */
const MOST_AGAIN = 2_000_000;

/**
 * What a YAML file holds, undefined for nothing, and what was found wrong with it and mended for a look at the rest; or what keeps it
 * from being read. Never throws.
 * @param isKey - Whether a word is a key that the file may have.
 */
export function parseYaml(source: SourceText, isKey: (word: string) => boolean = () => false): ReadYaml {
  const directive = /^%YAML[ \t]+(\S+)/m.exec(source.text);
  if (directive !== null && directive[1] !== '1.2' && beforeDocument(source.text, directive.index)) {
    const version = printable(directive[1]!);
    const message = `The directive %YAML ${version} is not supported: it would change what yes, no and numbers mean.`;
    return [source.problem(directive.index, message, 'Remove the line; the file is read as YAML 1.2.')];
  }
  const found: Problem[] = [];
  const lines = new Set<number>();
  let mended = Mended.of(source);
  let last = -1;
  let round = 0;
  for (;;) {
    const documents = compose(mended);
    if (!Array.isArray(documents)) return [...found, documents];
    const [document, second] = documents;
    if (document === undefined) return [source.problem(0, 'The file is empty.')];
    if (second !== undefined) return [...found, secondDocument(mended, second)];
    if (document.errors.length + document.warnings.length === 0)
      return { root: nodeOf(document.contents, new Map(), mended.origin), faults: found };
    const { text } = mended;
    const faults = [...yamlFaults(document, text, isKey)].sort((a, b) => a.at - b.at);
    const [{ at, message, hint, edits, only }] = faults as [(typeof faults)[0]];
    const place = mended.origin(at);
    const { line } = source.position(place);
    // What is found where something was mended may follow from that.
    const follows = lines.has(line);
    if (place <= last || (follows && edits === undefined)) return found;
    round++;
    if (edits === undefined || round > MOST_MENDED || text.length * round > MOST_AGAIN)
      return [...found, ...faults.map((one) => mended.problem(one.at, one.message, one.hint))];
    if (!follows) found.push(mended.problem(at, message, hint));
    for (const edit of edits) {
      const changed = source.position(mended.origin(edit.at)).line;
      if (changed !== line || only === true) lines.add(changed);
    }
    last = place;
    mended = mended.with(edits);
  }
}

function secondDocument(told: Told, second: YamlDocument): Problem {
  const message = 'A second YAML document starts here; a file holds one organisation.';
  return told.problem(
    second.range[0],
    message,
    'Keep each document in a file of its own, and one `---` at most.',
  );
}

/** What `yaml.parseDocument` does, with a limit to the nesting: too much of it ends the process, not just the call. */
function compose(source: Told): YamlDocument[] | Problem {
  if (hasMoreLines(source.text, MOST_LINES)) return tooMuch(source, 0);
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let read = 0;
  let lexemes = 0;
  let idle = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(source.text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (!MARKS.has(lexeme)) read += lexeme.length;
    if (lexeme.startsWith('#') || (isBreak(lexeme) && isBreak(before))) idle++;
    before = lexeme;
    if (idle > MOST_IDLE_LINES)
      return source.problem(
        read,
        `The file has more than ${grouped(MOST_IDLE_LINES)} lines of comment or of nothing.`,
      );
    if (++lexemes > MOST_LEXEMES) return tooMuch(source, read);
    if (parser.stack.length > DEEPEST)
      return source.problem(
        read,
        'The YAML is nested too deeply to be read.',
        `At most ${DEEPEST} brackets and indents are read within each other: close what is open, and indent keys of one map alike.`,
      );
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer<ParsedNode>({
    version: '1.2',
    schema: 'core',
    merge: true,
    prettyErrors: false,
    // Repeated keys are looked for while the values are read, in linear time and with both places.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  return collected(composer, tokens, source);
}

function hasMoreLines(text: string, most: number): boolean {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && lines <= most; at = text.indexOf('\n', at + 1)) lines++;
  return lines > most;
}

const tooMuch = (source: Told, offset: number): Problem =>
  source.problem(
    offset,
    'The YAML holds more than is read of it.',
    'Keep long lists in a CSV file: `people: { file: people.csv }`.',
  );

const isBreak = (lexeme: string): boolean => lexeme === '\n' || lexeme === '\r\n';

class TooManyErrors extends Error {}

/** The first two documents, of which the second is one too many; no errors without end. */
function collected(
  composer: Composer<ParsedNode>,
  tokens: readonly CST.Token[],
  source: Told,
): YamlDocument[] | Problem {
  // The library tells of each error by this and goes on, a million times if need be.
  const telling = composer as unknown as { onError: (...told: unknown[]) => void };
  const tell = telling.onError;
  let errors = 0;
  telling.onError = (...told) => {
    if (++errors > MOST_COLLECTED) throw new TooManyErrors();
    tell(...told);
  };
  const documents: YamlDocument[] = [];
  try {
    for (const document of composer.compose(tokens, true, source.text.length)) {
      documents.push(document as YamlDocument);
      if (documents.length === 2) break;
    }
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
    return source.problem(0, `The YAML has more than ${grouped(MOST_COLLECTED)} faults.`);
  }
  return documents;
}

function beforeDocument(text: string, index: number): boolean {
  return text
    .slice(0, index)
    .split(/\r\n|\n|\r/)
    .every((line) => /^\s*(?:[#%].*|\.\.\.\s*)?$/.test(line));
}

/** A node of the library as ours, with each alias led to the last node before it that has its anchor. */
function nodeOf(
  node: unknown,
  anchors: Map<string, YamlContent>,
  origin: (offset: number) => number,
): YamlNode | undefined {
  if (!isNode(node)) return undefined;
  const start = origin(node.range?.[0] ?? 0);
  if (isAlias(node)) return { kind: 'alias', start, anchored: false, of: anchors.get(node.source) };
  const anchored = typeof node.anchor === 'string';
  const known = <Content extends YamlContent>(content: Content): Content => {
    if (typeof node.anchor === 'string') anchors.set(node.anchor, content);
    return content;
  };
  const inner = (one: unknown) => nodeOf(one, anchors, origin);
  if (isMap(node)) {
    const map = known({ kind: 'map', start, anchored, pairs: [] as YamlPair[] });
    for (const pair of node.items)
      map.pairs.push({ key: inner(pair.key), value: inner(pair.value), merges: isMerge(pair) });
    return map;
  }
  if (isSeq(node)) {
    const list = known({ kind: 'list', start, anchored, entries: [] as (YamlNode | undefined)[] });
    for (const entry of node.items) list.entries.push(inner(entry));
    return list;
  }
  const { value, source } = node as Scalar;
  const text = typeof value === 'string' ? value : (source ?? String(value));
  return known({ kind: 'scalar', start, anchored, text, value });
}

function isMerge({ key }: Pair): boolean {
  return isScalar(key) && key.source === '<<' && (key.type ?? 'PLAIN') === 'PLAIN';
}
