import { type Document, type Node, visit, type YAMLError } from 'yaml';
import { given } from '../../base/given.ts';
import { type Seen, seenInLine, UNEVEN } from './faults-seen.ts';
import type { Edit } from './mended.ts';
import * as mends from './mends.ts';

const MOST_ERRORS = 10;

/** What the library finds, by its code or its words, and how a user is told of it. */
interface Fault {
  readonly found: string | RegExp;
  readonly message: string;
  readonly hint: string;
  /** Told where the quote or bracket opens, and not where the library missed its end. */
  readonly opens?: true;
  /** The changes of a text that take it out, so that the rest can be looked at. */
  readonly mend?: (text: string, at: number) => readonly Edit[] | undefined;
  /** Whether all else that is found can only follow from it. */
  readonly only?: true;
}

const FAULTS: readonly Fault[] = [
  {
    found: 'TAB_AS_INDENT',
    message: 'A tab stands where YAML needs spaces.',
    hint: 'Indent with spaces. The same holds for all lines that begin with a tab.',
    mend: mends.tabsAsSpaces,
    only: true,
  },
  {
    found: 'BLOCK_AS_IMPLICIT_KEY',
    message: 'A second colon stands on the line, or the line is indented too far.',
    hint: 'Put text that holds a colon and a space in quotes, and indent keys of one map alike.',
  },
  {
    found: 'MULTILINE_IMPLICIT_KEY',
    message: 'This is no key and no value of the lines around it: is a colon missing?',
    hint: 'Write `key: value`, with a space behind the colon.',
  },
  {
    found: /followed by map values/,
    message: 'This key has no value: is a colon missing?',
    hint: 'Write `key: value`, with a space behind the colon.',
  },
  {
    found: /Missing closing ['"]quote/,
    message: 'A quote that opens here is never closed.',
    hint: 'Close it on the line where the text ends.',
    opens: true,
    mend: mends.closeQuote,
  },
  {
    found: /flow map.* end with a? ?\}/i,
    message: 'A bracket { that opens here is never closed.',
    hint: 'Put } where its keys end, and indent its lines by spaces, further than its key.',
    opens: true,
    mend: mends.closeBracket,
  },
  {
    found: /flow sequence.* end with a? ?\]/i,
    message: 'A bracket [ that opens here is never closed.',
    hint: 'Put ] where the list ends, and indent its lines by spaces, further than its key.',
    opens: true,
    mend: mends.closeBracket,
  },
  { found: /same column/, ...UNEVEN },
  {
    found: /^Missing , /,
    message: 'A comma is missing between two entries.',
    hint: 'Separate what stands in brackets by commas; put text that holds a comma, colon or bracket in quotes.',
    mend: mends.addComma,
  },
  {
    found: /^Missing space after :/,
    message: 'A space is missing behind the colon.',
    hint: 'Write `key: value`.',
    mend: mends.addSpace,
  },
  {
    found: /^Unexpected , |^Unexpected empty item/,
    message: 'A comma stands where an entry was expected.',
    hint: 'Remove it.',
    mend: mends.removeSign,
  },
  {
    found: /^Unexpected flow-(?:map|seq)-end/,
    message: 'A bracket is closed here that is not open.',
    hint: 'Remove it, or open it before.',
    mend: mends.removeSign,
  },
  {
    found: 'BLOCK_IN_FLOW',
    message: 'A comma is missing before this, or lines of a map or list begin inside brackets.',
    hint: 'Separate what stands in brackets by commas; lines with `-` or `key:` stand outside of them.',
  },
  {
    found: 'BAD_INDENT',
    message: 'This line is indented by too little, or otherwise than those it belongs to.',
    hint: 'Indent what belongs to a key further than the key, by spaces.',
  },
  {
    found: /lock scalar header/,
    message: 'Behind | or > nothing more may stand on the line.',
    hint: 'Begin the text on the next line, indented further than its key.',
  },
  {
    found: /at node end/,
    message: 'Something follows on what had ended before it, a closing quote say.',
    hint: "Put the whole text in quotes, and write a quote within it twice: 'it''s'.",
    mend: mends.removeRest,
  },
  {
    found: 'TAG_RESOLVE_FAILED',
    message: 'A word with `!` before it is a tag, and none is known here.',
    hint: 'Leave it out, or put text that starts with `!` in quotes. A table is taken in as `people: { file: people.csv }`.',
    mend: mends.removeWord,
  },
  {
    found: 'BAD_ALIAS',
    message: 'A & or a * begins an anchor or an alias here.',
    hint: 'Put text that begins with it in quotes; entries of a list begin with `-`.',
    mend: mends.quoteOrDash,
  },
  {
    found: /on same line with key/,
    message: 'An entry of a list stands on the line of its key.',
    hint: 'Begin it on the next line, or put the list in brackets: [a, b].',
    mend: mends.inBracketsOfList,
  },
  {
    found: 'BAD_SCALAR_START',
    message: 'Text cannot begin with this character.',
    hint: 'Put the text in quotes.',
    mend: mends.quoteText,
  },
  {
    found: 'BAD_DQ_ESCAPE',
    message: 'A backslash in double quotes begins what YAML does not know.',
    hint: "Write it twice, or put the text in single quotes: 'C:\\…'.",
    mend: mends.doubleBackslash,
  },
];

/** What is wrong in no way of these. */
const OTHERWISE: Omit<Fault, 'found'> = {
  message: 'This is not YAML from here on.',
  hint: 'Write `key: value` or `- entry`, and text that holds signs of YAML (: # & * ! | > % @) in quotes.',
};

/** What the library says of all that follows once it has lost its way. */
const LOST = /in YAML stream/;

/**
 * What keeps a text from being read, in a user's words and where it is to be mended: one fault for a line, and none that only
 * follows from another.
 * @param isKey - Whether a word is a key that the file may have.
 */
export function yamlFaults(
  document: Document.Parsed,
  text: string,
  isKey: (word: string) => boolean,
): readonly Seen[] {
  const told = new Map<number, Seen>();
  let uneven: number | undefined;
  for (const error of [...document.errors, ...document.warnings]) {
    if (told.size > 0 && LOST.test(error.message)) continue;
    const fault = faultOf(error, document, text, isKey);
    const line = text.lastIndexOf('\n', fault.at - 1);
    const before = text.lastIndexOf('\n', line - 1);
    // After a line in the wrong column the next one, in the right column, is told as wrong as well.
    const follows = fault.message === UNEVEN.message && before === uneven;
    if (fault.message === UNEVEN.message) uneven = line;
    // Of two on a line the one tells more of which it is known how to mend it.
    const known = told.get(line);
    const tells = known === undefined || (known.edits === undefined && fault.edits !== undefined);
    if (tells && !follows) told.set(line, fault);
    // There are many of them, and no other words of the library can be trusted.
    if (fault.only === true) break;
  }
  return [...told.values()].slice(0, MOST_ERRORS);
}

function faultOf(
  { code, message, pos }: YAMLError,
  document: Document,
  text: string,
  isKey: (word: string) => boolean,
): Seen {
  const fault =
    FAULTS.find(({ found }) => (typeof found === 'string' ? found === code : found.test(message))) ??
    OTHERWISE;
  const at = fault.opens ? (opening(document, pos[0], text) ?? pos[0]) : pos[0];
  const seen = seenInLine(code, at, text, isKey);
  const { mend, only } = fault;
  return (
    seen ?? { at, message: fault.message, hint: fault.hint, edits: mend?.(text, at), ...given({ only }) }
  );
}

/** Where the last quoted text or bracket begins that was not closed up to an offset. */
function opening(document: Document, end: number, text: string): number | undefined {
  let last: number | undefined;
  const reached = Math.min(end, text.trimEnd().length) - 1;
  visit(document, {
    Node: (_key, node: Node) => {
      const [start, stop] = node.range ?? [end, end];
      if (start < end && stop >= reached && OPENS.has(text[start]!)) last = start;
    },
  });
  return last;
}

const OPENS = new Set('{["\'');
