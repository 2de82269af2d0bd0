import { quoted } from '../../base/text.ts';
import type { Edit } from './mended.ts';
import { quoteText, valueEnd } from './mends.ts';
import { unevenLine } from './open-columns.ts';

/** A fault in a text: what is told of it, and the changes that take it out where these are known. */
export interface Seen {
  readonly at: number;
  readonly message: string;
  readonly hint: string;
  readonly edits?: readonly Edit[] | undefined;
  /** Whether all else that is found can only follow from it. */
  readonly only?: true;
}

export const UNEVEN = {
  message: 'This line is not indented as those of its list or map are.',
  hint: 'Let entries of one list, and keys of one map, begin in the same column.',
};

const NO_BREAK_SPACE = '\u00a0';
const NO_BREAK = {
  message: 'A no-break space stands here, where YAML needs a plain one.',
  hint: 'Replace all of them in the file by plain spaces: text pasted from Word or a page brings them.',
  only: true,
} as const;
/** What the library says of a line that is no `key: value` where it looks for one. */
const OF_KEYS = new Set(['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR']);
const OF_COLUMNS = new Set([...OF_KEYS, 'BAD_INDENT', 'UNEXPECTED_TOKEN']);

/** What a look at the line itself tells better than what the library stumbled over. */
export function seenInLine(
  code: string,
  at: number,
  text: string,
  isKey: (word: string) => boolean,
): Seen | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end === -1 ? undefined : end).trimEnd();
  const space = line.indexOf(NO_BREAK_SPACE);
  if (space !== -1) return { at: start + space, ...NO_BREAK, edits: plainSpaces(text) };
  if (text[at] === '{' || text[at] === '[') return comment(line, at, start);
  const rest = line.slice(at - start);
  if (code === 'BLOCK_IN_FLOW') return missingComma(rest, at, isKey) ?? secondColon(rest, at, text);
  if (OF_KEYS.has(code)) {
    const seen =
      bareEntry(line, start) ?? (code === 'BLOCK_AS_IMPLICIT_KEY' ? secondColon(rest, at, text) : undefined);
    if (seen !== undefined) return seen;
  }
  if (!OF_COLUMNS.has(code) || text[at] === '"' || text[at] === "'") return undefined;
  // What follows on a slip is told as wrong as well.
  const before = text.lastIndexOf('\n', start - 2) + 1;
  const slip =
    (start > 0 ? slipIn(text.slice(before, start).trimEnd(), before, isKey) : undefined) ??
    slipIn(line, start, isKey);
  if (slip !== undefined) return slip;
  const uneven = unevenLine(text, at);
  if (uneven !== undefined) return uneven;
  if (OF_KEYS.has(code)) {
    const seen = gluedColon(line, start) ?? missingColon(line, start, isKey);
    if (seen !== undefined) return seen;
  }
  return undefined;
}

const plainSpaces = (text: string): Edit[] =>
  [...text.matchAll(/\u00a0/g)].map(({ index }) => ({ at: index, remove: 1, insert: ' ' }));

/** A # that takes the closing bracket with it. */
function comment(line: string, at: number, start: number): Seen | undefined {
  const hash = line.indexOf(' #', at - start);
  if (hash === -1) return undefined;
  const before = line.slice(0, hash);
  const from = Math.max(
    ...[': ', ', ', '{ ', '[ ', '{', '['].map((sign) => before.lastIndexOf(sign) + sign.length),
  );
  return {
    at: start + hash + 1,
    message: 'A # behind a space begins a comment: the rest of the line is not read, nor its bracket.',
    hint: 'Put text that holds a # in quotes.',
    edits: quoteText(`${line}\n`, from)?.map((edit) => ({ ...edit, at: edit.at + start })),
  };
}

const SECOND_COLON = /^[^\s,{}[\]"'-][^,{}[\]]{0,500}:(?:\s|$)/;

function secondColon(rest: string, at: number, text: string): Seen | undefined {
  if (!SECOND_COLON.test(rest)) return undefined;
  return {
    at,
    message: 'A second colon stands in this text.',
    hint: `Put it in quotes: ${quoted(text.slice(at, valueEnd(text, at)))}.`,
    edits: quoteText(text, at),
  };
}

/** Within braces: `id: p1 title: CEO`. */
function missingComma(rest: string, at: number, isKey: (word: string) => boolean): Seen | undefined {
  const found = /^("[^"]{0,200}"|'[^']{0,200}'|[^\s,{}[\]"'][^,{}[\]:]{0,200}?)\s{1,20}([\w-]{1,40}):\s/.exec(
    rest,
  );
  if (found === null || !isKey(found[2]!)) return undefined;
  const value = found[1]!.replace(/;$/, '');
  return {
    at: at + rest.indexOf(found[2]!, found[1]!.length),
    message: `A comma is missing before ${quoted(found[2]!)}.`,
    hint: `Write \`${value}, ${found[2]}: …\`.`,
    edits: [{ at: at + value.length, remove: found[1]!.length - value.length, insert: ',' }],
  };
}

/** `- id: p1, title: CEO`, which needs braces. */
function bareEntry(line: string, start: number): Seen | undefined {
  const found =
    /^(\s*- )([\w-]{1,40}: [^,{}[\]"']{1,200}, [\w-]{1,40}:(?: [^{}]{0,2000}[^{}\s])?)( ?\})?$/.exec(line);
  if (found === null) return undefined;
  const [, before = '', keys = '', closed] = found;
  const from = start + before.length;
  return {
    at: from,
    message: 'Several keys stand on one line, and not in braces.',
    hint: `Write \`- { ${keys} }\`, or each key on a line of its own.`,
    edits: [
      { at: from, remove: 0, insert: '{ ' },
      ...(closed === undefined ? [{ at: from + keys.length, remove: 0, insert: ' }' }] : []),
    ],
  };
}

/** What of a key or its entry is not written out, whatever stands around the line. */
function slipIn(line: string, start: number, isKey: (word: string) => boolean): Seen | undefined {
  const [, key = ''] = /^\s*(?:- ?)?([A-Za-z][\w-]{0,40})(?::\S|: |\s*$)/.exec(line) ?? [];
  if (!isKey(key)) return undefined;
  return (
    gluedDash(line, start) ??
    gluedColon(line, start) ??
    (/^\w/.test(line) ? missingColon(line, start, isKey) : undefined)
  );
}

/** `-id: p1` for `- id: p1`. */
function gluedDash(line: string, start: number): Seen | undefined {
  const found = /^(\s*-)([A-Za-z][\w-]{0,40}:(?:\s.{0,500})?)$/.exec(line);
  if (found === null) return undefined;
  const [, dash = '', entry = ''] = found;
  return {
    at: start + dash.length - 1,
    message: 'A space is missing behind the dash.',
    hint: `Write \`- ${entry}\`.`,
    edits: [{ at: start + dash.length, remove: 0, insert: ' ' }],
  };
}

/** `title:CEO` and `title = CEO` for `title: CEO`. */
function gluedColon(line: string, start: number): Seen | undefined {
  const found = /^(\s*(?:- )?)([A-Za-z][\w-]{0,40})(\s{0,3}=\s{0,3}|:(?!\/\/))(\S.{0,500})$/.exec(line);
  if (found === null) return undefined;
  const [, before = '', key = '', sign = '', value] = found;
  const at = start + before.length + key.length;
  return {
    at,
    message:
      sign === ':'
        ? 'A space is missing behind the colon.'
        : 'A colon and a space belong between a key and its value.',
    hint: `Write \`${key}: ${value}\`.`,
    edits: [{ at, remove: sign.length, insert: ': ' }],
  };
}

/** `title CEO` for `title: CEO`. */
function missingColon(line: string, start: number, isKey: (word: string) => boolean): Seen | undefined {
  const found = /^(\s*(?:- )?)([A-Za-z][\w-]{0,40})(?:\s{1,20}(\S.{0,500}))?$/.exec(line);
  if (found === null || !isKey(found[2]!)) return undefined;
  const [, before = '', key = '', value = '…'] = found;
  return {
    at: start + before.length,
    message: 'This key has no value: is a colon missing?',
    hint: `Write \`${key}: ${value}\`.`,
    edits: [{ at: start + before.length + key.length, remove: 0, insert: ':' }],
  };
}
