import { MOST_LEXEMES, MOST_LINES } from './limits.ts';
import type { YamlScalar } from './node.ts';

export const LINE_FEED = 10;
export const RETURN = 13;
export const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const SINGLE_QUOTE = 39;
export const COMMA = 44;
const DASH = 45;
export const COLON = 58;
export const OPEN_LIST = 91;
export const CLOSE_LIST = 93;
export const OPEN_MAP = 123;
export const CLOSE_MAP = 125;

/** Where a plain text ends, but for spaces before that: a comment, a colon behind a key, the end of the line. */
const END = /(?=[\n\r]| #|:[ \n\r]|:?$)/g;
const END_IN_FLOW = /(?=[,[\]{}\n\r]| #|:[ ,[\]{}\n\r]|:?$)/g;
/** What makes the first character of a plain text more than that of a word. */
const INITIALS = new Map<number, 'indicator' | 'ambiguous'>();
for (const sign of '?:,[]{}#&*!|>\'"%@`') INITIALS.set(sign.charCodeAt(0), 'indicator');
for (const sign of '<-+.~0123456789nNtTfF') INITIALS.set(sign.charCodeAt(0), 'ambiguous');
const NUMBER = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const INTEGER = /^[-+]?\d+$/;
/** Merge keys, marks of documents, and numbers that are octal, hexadecimal, infinite or none: rare, and better left alone. */
const UNUSUAL = /^(?:<<$|\.\.\.|-(?![\w.])|0[ox]|[-+]?\.(?:inf|nan)$)/i;

/** The file holds something that is not plain, be it a fault or not. */
export class NotPlain extends Error {}

/** Where reading plain YAML stands in a text, and the scalars that stand there. */
export class PlainCursor {
  protected at = 0;
  /** Never fewer than those of the library. */
  protected lexemes = 0;
  private lines = 0;

  constructor(protected readonly text: string) {}

  /**
   * A scalar; what follows it is not looked at. Only one in double quotes may go on below, indented by more than `outer`:
   * that is how long texts are written by the product itself.
   */
  protected scalar(inFlow: boolean, outer = Number.POSITIVE_INFINITY): YamlScalar {
    this.lexemes += 5;
    if (this.lexemes > MOST_LEXEMES) throw new NotPlain();
    const start = this.at;
    const code = this.text.charCodeAt(start);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      const text = code === DOUBLE_QUOTE ? this.doubleQuoted(outer) : this.singleQuoted();
      return { kind: 'scalar', start, anchored: false, text, value: text };
    }
    this.at = this.plainEnd(inFlow);
    const text = this.text.slice(start, this.at);
    const initial = INITIALS.get(code);
    if (text === '' || initial === 'indicator') throw new NotPlain();
    const value = initial === undefined ? text : plainValue(text);
    return { kind: 'scalar', start, anchored: false, text, value };
  }

  private plainEnd(inFlow: boolean): number {
    const ends = inFlow ? END_IN_FLOW : END;
    ends.lastIndex = this.at;
    ends.test(this.text);
    let end = ends.lastIndex;
    while (end > this.at && this.text.charCodeAt(end - 1) === SPACE) end--;
    return end;
  }

  private singleQuoted(): string {
    let end = this.closing("'", this.at + 1);
    while (this.text.charCodeAt(end + 1) === SINGLE_QUOTE) end = this.closing("'", end + 2);
    return this.inQuotes(end).replaceAll("''", "'");
  }

  private doubleQuoted(outer: number): string {
    let end = this.closing('"', this.at + 1);
    for (; ; end = this.closing('"', end + 1)) {
      let before = end;
      while (this.text.charAt(before - 1) === '\\') before--;
      if ((end - before) % 2 === 0) break;
    }
    const whole = this.text.slice(this.at + 1, end);
    const inside = whole.includes('\n') ? this.folded(whole, outer) : whole;
    this.at = end + 1;
    if (!inside.includes('\\')) return inside;
    // YAML knows the escapes of JSON, and more.
    try {
      return JSON.parse(`"${inside}"`) as string;
    } catch {
      throw new NotPlain();
    }
  }

  /** Words on several lines: each break is a space, with the spaces around it. */
  private folded(text: string, outer: number): string {
    return text
      .split('\n')
      .map((line, at, { length }) => {
        let [from, to] = [0, line.length];
        if (at > 0) {
          this.countLine();
          while (line.charCodeAt(from) === SPACE) from++;
          if (from === 0 || from <= outer) throw new NotPlain();
        }
        if (at < length - 1) {
          if (line.charCodeAt(to - 1) === RETURN) to--;
          while (to > from && line.charCodeAt(to - 1) === SPACE) to--;
          if (line.charAt(to - 1) === '\\') throw new NotPlain();
        }
        if (from === to) throw new NotPlain();
        return line.slice(from, to);
      })
      .join(' ');
  }

  private closing(quote: string, from: number): number {
    const end = this.text.indexOf(quote, from);
    if (end === -1) throw new NotPlain();
    return end;
  }

  private inQuotes(end: number): string {
    const inside = this.text.slice(this.at + 1, end);
    if (inside.includes('\n')) throw new NotPlain();
    this.at = end + 1;
    return inside;
  }

  protected countLine(): void {
    this.lexemes += 4;
    if (++this.lines > MOST_LINES || this.lexemes > MOST_LEXEMES) throw new NotPlain();
  }

  protected isDash(): boolean {
    return this.text.charCodeAt(this.at) === DASH && isBlank(this.text.charCodeAt(this.at + 1));
  }

  protected isColon(): boolean {
    return this.text.charCodeAt(this.at) === COLON && isBlank(this.text.charCodeAt(this.at + 1));
  }

  protected isAfterSpace(): boolean {
    return this.text.charCodeAt(this.at - 1) === SPACE;
  }

  protected skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at++;
  }
}

/** The end of the text is none of the codes, and counts as one. */
export const isLineEnd = (code: number): boolean =>
  code === LINE_FEED || code === RETURN || Number.isNaN(code);

const isBlank = (code: number): boolean => code === SPACE || isLineEnd(code);

/** A plain text as the core schema of YAML 1.2 has it. */
function plainValue(text: string): unknown {
  switch (text) {
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  if (UNUSUAL.test(text)) throw new NotPlain();
  if (!NUMBER.test(text)) return text;
  return INTEGER.test(text) ? Number.parseInt(text, 10) : Number.parseFloat(text);
}
