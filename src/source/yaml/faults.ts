import { type Document, type Node, visit, type YAMLError } from 'yaml';
import type { Problem } from '../../base/errors.ts';
import { quoted } from '../../base/text.ts';
import type { SourceText } from '../source-text.ts';

const MOST_ERRORS = 10;

/** What the library finds, by its code or its words, and how a user is told of it. */
interface Fault {
  readonly found: string | RegExp;
  readonly message: string;
  readonly hint: string;
  /** Told where the quote or bracket opens, and not where the library missed its end. */
  readonly opens?: true;
}

const NO_BREAK = {
  message: 'A no-break space stands here, where YAML needs a plain one.',
  hint: 'Replace all of them in the file by plain spaces: text pasted from Word or a page brings them.',
};

const UNEVEN = {
  message: 'This line is not indented as those of its list or map are.',
  hint: 'Let entries of one list, and keys of one map, begin in the same column.',
};

const FAULTS: readonly Fault[] = [
  { found: 'TAB_AS_INDENT', message: 'A tab stands where YAML needs spaces.', hint: 'Indent with spaces.' },
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
  },
  {
    found: /flow map.* end with a? ?\}/i,
    message: 'A bracket { that opens here is never closed.',
    hint: 'Put } where its keys end, and indent its lines by spaces, further than its key.',
    opens: true,
  },
  {
    found: /flow sequence.* end with a? ?\]/i,
    message: 'A bracket [ that opens here is never closed.',
    hint: 'Put ] where the list ends, and indent its lines by spaces, further than its key.',
    opens: true,
  },
  { found: /same column/, ...UNEVEN },
  {
    found: /^Missing , /,
    message: 'A comma is missing between two entries.',
    hint: 'Separate what stands in brackets by commas; put text that holds a comma, colon or bracket in quotes.',
  },
  {
    found: /^Missing space after :/,
    message: 'A space is missing behind the colon.',
    hint: 'Write `key: value`.',
  },
  {
    found: /^Unexpected , |^Unexpected empty item/,
    message: 'A comma stands where an entry was expected.',
    hint: 'Remove it.',
  },
  {
    found: /^Unexpected flow-(?:map|seq)-end/,
    message: 'A bracket is closed here that is not open.',
    hint: 'Remove it, or open it before.',
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
  },
  {
    found: 'TAG_RESOLVE_FAILED',
    message: 'A word with `!` before it is a tag, and none is known here.',
    hint: 'Leave it out, or put text that starts with `!` in quotes. A table is taken in as `people: { file: people.csv }`.',
  },
  {
    found: 'BAD_SCALAR_START',
    message: 'Text cannot begin with this character.',
    hint: 'Put the text in quotes.',
  },
  {
    found: 'BAD_DQ_ESCAPE',
    message: 'A backslash in double quotes begins what YAML does not know.',
    hint: "Write it twice, or put the text in single quotes: 'C:\\…'.",
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
 * What keeps a file from being read, in a user's words and where it is to be mended: one fault for a line, and none that only
 * follows from another.
 */
export function yamlFaults(document: Document.Parsed, source: SourceText): Problem[] {
  const told = new Map<number | undefined, Problem>();
  let uneven = -1;
  for (const error of [...document.errors, ...document.warnings]) {
    if (told.size > 0 && LOST.test(error.message)) continue;
    const problem = problemOf(error, document, source);
    const line = problem.at?.line ?? 0;
    // After a line in the wrong column the next one, in the right column, is told as wrong as well.
    const follows = problem.message === UNEVEN.message && line === uneven + 1;
    if (problem.message === UNEVEN.message) uneven = line;
    if (!told.has(line) && !follows) told.set(line, problem);
    // There are many of them, and no other words of the library can be trusted.
    if (problem.message === NO_BREAK.message) break;
  }
  return [...told.values()].slice(0, MOST_ERRORS);
}

function problemOf({ code, message, pos }: YAMLError, document: Document, source: SourceText): Problem {
  const fault =
    FAULTS.find(({ found }) => (typeof found === 'string' ? found === code : found.test(message))) ??
    OTHERWISE;
  const at = fault.opens ? (opening(document, pos[0], source.text) ?? pos[0]) : pos[0];
  const seen = seenInLine(code, at, source.text);
  return source.problem(seen?.at ?? at, (seen ?? fault).message, (seen ?? fault).hint);
}

const NO_BREAK_SPACE = '\u00a0';

/** What a look at the line itself tells better than what the library stumbled over. */
function seenInLine(
  code: string,
  at: number,
  text: string,
): (Omit<Fault, 'found'> & { at: number }) | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end === -1 ? undefined : end);
  const space = line.indexOf(NO_BREAK_SPACE);
  if (space !== -1) return { at: start + space, ...NO_BREAK };
  const comment = text[at] === '{' || text[at] === '[' ? line.indexOf(' #', at - start) : -1;
  if (comment !== -1)
    return {
      at: start + comment + 1,
      message: 'A # behind a space begins a comment: the rest of the line is not read, nor its bracket.',
      hint: 'Put text that holds a # in quotes.',
    };
  const rest = line.slice(at - start);
  if (code === 'BLOCK_IN_FLOW' && SECOND_COLON.test(rest))
    return {
      at,
      message: 'A second colon stands in this text.',
      hint: `Put it in quotes: ${quoted(/^[^,{}[\]]*/.exec(rest)![0].trim())}.`,
    };
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /^-(?:\s|$)/.test(line.trimStart()))
    return { at: start + line.search(/\S/), ...UNEVEN };
  return undefined;
}

const SECOND_COLON = /^[^\s,{}[\]"'-][^,{}[\]]*: /;

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
