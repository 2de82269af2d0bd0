import { MOST_IDLE_LINES } from './limits.ts';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './node.ts';
import {
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  HASH,
  isLineEnd,
  LINE_FEED,
  NotPlain,
  OPEN_LIST,
  OPEN_MAP,
  PlainCursor,
  RETURN,
  SINGLE_QUOTE,
  SPACE,
} from './plain-cursor.ts';

/** Far within what the library is allowed. */
const DEEPEST = 40;
const LONGEST_KEY = 1000;

/** Tabs, byte order marks and what no file should hold; returns that end no line. */
const UNUSUAL = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f\ufeff]|\r(?!\n)/;

/**
 * Reads plain YAML in one pass: block and flow maps and lists, scalars of one line, and longer texts in double quotes, as
 * the product writes them. Nodes and places are those of the library. Anything else, and every fault, is left to the
 * library.
 * @returns Undefined where the library is to read the text.
 */
export function readPlainYaml(text: string): YamlNode | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return new PlainReader(text).read();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

class PlainReader extends PlainCursor {
  /** Of what stands at `at`, counted from 0, where a block may begin; -1 at the end. */
  private column = 0;
  private depth = 0;
  /** Lines of comment or of nothing; those between brackets are counted with them. */
  private idle = 0;

  read(): YamlNode {
    this.toContent(0);
    if (this.column === 0 && this.text.startsWith('---', this.at)) {
      this.at += 3;
      this.endLine();
    }
    const { column } = this;
    if (column !== 0) throw new NotPlain();
    const root = this.block(-1);
    if (this.column !== -1 || root.kind === 'scalar') throw new NotPlain();
    return root;
  }

  /** What begins here in a column to the right of `outer`, up to the next thing that does not belong to it. */
  private block(outer: number): YamlNode {
    if (this.isDash()) return this.blockList();
    const code = this.text.charCodeAt(this.at);
    if (code === OPEN_LIST || code === OPEN_MAP) return this.flowAsBlock(outer);
    const { column } = this;
    const scalar = this.scalar(false);
    if (this.isColon()) return this.blockMap(scalar, column);
    this.endLine();
    return scalar;
  }

  private blockMap(first: YamlScalar, column: number): YamlMap {
    this.goDeeper();
    const map: YamlMap = { kind: 'map', start: first.start, anchored: false, pairs: [] };
    let key = first;
    for (;;) {
      this.expectKey(key);
      map.pairs.push({ key, value: this.blockValue(column), merges: false });
      if (this.column !== column) break;
      key = this.scalar(false);
      if (!this.isColon()) throw new NotPlain();
    }
    if (this.column > column) throw new NotPlain();
    this.depth--;
    return map;
  }

  /** What stands behind a colon, or on the lines below it. */
  private blockValue(column: number): YamlNode {
    this.skipSpaces();
    const start = this.at;
    const code = this.text.charCodeAt(start);
    if (code === OPEN_LIST || code === OPEN_MAP) return this.flowAsBlock(column);
    if (code === HASH || isLineEnd(code)) {
      const { idle } = this;
      this.endLine();
      if (this.column > column) {
        const apart = this.idle > idle;
        const node = this.block(column);
        // Behind some comments the library takes more lines for a part of a plain text.
        if (apart && node.kind === 'scalar') throw new NotPlain();
        return node;
      }
      if (this.column === column && this.isDash()) return this.blockList();
      return { kind: 'scalar', start, anchored: false, text: '', value: null };
    }
    const scalar = this.scalar(false, column);
    this.endLine();
    return scalar;
  }

  private blockList(): YamlList {
    this.goDeeper();
    const { column } = this;
    const list: YamlList = { kind: 'list', start: this.at, anchored: false, entries: [] };
    do {
      const dash = this.at++;
      this.lexemes += 2;
      this.skipSpaces();
      const code = this.text.charCodeAt(this.at);
      if (code === HASH || isLineEnd(code)) throw new NotPlain();
      this.column = column + this.at - dash;
      list.entries.push(this.block(column));
    } while (this.column === column && this.isDash());
    if (this.column > column) throw new NotPlain();
    this.depth--;
    return list;
  }

  private flowAsBlock(outer: number): YamlNode {
    const node = this.flow(outer, 1);
    this.endLine();
    return node;
  }

  /** What stands in brackets, over several lines if they are indented by more than `outer`. */
  private flow(outer: number, level: number): YamlNode {
    const code = this.text.charCodeAt(this.at);
    if (code !== OPEN_LIST && code !== OPEN_MAP) return this.scalar(true, outer);
    this.goDeeper();
    this.lexemes += 8;
    const start = this.at++;
    const node: YamlList | YamlMap =
      code === OPEN_LIST
        ? { kind: 'list', start, anchored: false, entries: [] }
        : { kind: 'map', start, anchored: false, pairs: [] };
    const close = code + 2;
    this.skipInFlow(outer, level);
    while (this.text.charCodeAt(this.at) !== close) {
      if (node.kind === 'list') node.entries.push(this.flow(outer, level + 1));
      else node.pairs.push(this.flowPair(outer, level + 1));
      this.skipInFlow(outer, level);
      const next = this.text.charCodeAt(this.at);
      if (next === close) break;
      if (next !== COMMA) throw new NotPlain();
      this.at++;
      this.skipInFlow(outer, level);
    }
    this.at++;
    this.depth--;
    return node;
  }

  private flowPair(outer: number, level: number): YamlPair {
    const quote = this.text.charCodeAt(this.at);
    const key = this.scalar(true);
    // Behind quotes, as in JSON, a colon needs no space.
    const quoted = quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE;
    if (!(quoted ? this.text.charCodeAt(this.at) === COLON : this.isColon())) throw new NotPlain();
    this.expectKey(key);
    this.skipSpaces();
    return { key, value: this.flow(outer, level), merges: false };
  }

  /** Goes behind the colon of a key. */
  private expectKey({ start }: YamlScalar): void {
    if (this.at - start > LONGEST_KEY) throw new NotPlain();
    this.at++;
  }

  private goDeeper(): void {
    if (++this.depth > DEEPEST) throw new NotPlain();
  }

  /** Goes to the next thing below this line, on which there may be a comment and nothing else. */
  private endLine(): void {
    this.skipSpaces();
    const code = this.text.charCodeAt(this.at);
    if (!isLineEnd(code) && !(code === HASH && this.isAfterSpace())) throw new NotPlain();
    const feed = this.text.indexOf('\n', this.at);
    this.toContent(feed === -1 ? this.text.length : feed + 1);
  }

  /** Goes over lines of comment or of nothing, from the start of a line. */
  private toContent(start: number): void {
    const { text } = this;
    let line = start;
    for (;;) {
      let at = line;
      while (text.charCodeAt(at) === SPACE) at++;
      this.countLine();
      const code = text.charCodeAt(at);
      if (code !== HASH && !isLineEnd(code)) {
        this.at = at;
        this.column = at - line;
        return;
      }
      this.countIdle();
      const feed = text.indexOf('\n', at);
      if (feed === -1) {
        this.at = text.length;
        this.column = -1;
        return;
      }
      line = feed + 1;
    }
  }

  /** Goes over spaces, comments and line breaks between brackets. */
  private skipInFlow(outer: number, level: number): void {
    const { text } = this;
    let line = -1;
    for (;;) {
      this.skipSpaces();
      const code = text.charCodeAt(this.at);
      if (code > HASH) break;
      if (code === HASH) {
        // Not even at the start of a line.
        if (!this.isAfterSpace()) throw new NotPlain();
        this.countIdle();
      } else if (code !== LINE_FEED && code !== RETURN) break;
      const feed = text.indexOf('\n', this.at);
      if (feed === -1) throw new NotPlain();
      this.at = feed + 1;
      line = this.at;
      this.countIdle();
      this.countLine();
    }
    if (line === -1) return;
    const column = this.at - line;
    const code = text.charCodeAt(this.at);
    // The last bracket may stand below the first.
    const closes = column === outer && level === 1 && (code === CLOSE_LIST || code === CLOSE_MAP);
    if (column <= outer && !closes) throw new NotPlain();
  }

  private countIdle(): void {
    if (++this.idle > MOST_IDLE_LINES) throw new NotPlain();
  }
}
