import { wrapped } from '../base/width.ts';
import { comment, flow } from './yaml.ts';

/** Longest line of a proposal, where its text can be broken. */
export const WIDTH = 118;

/** Where text in quotes may be broken: YAML reads the break, and the space around it, as one space. */
const BETWEEN_WORDS = /(?<=\S) (?=\S)/;

/** Pieces of a value between which a line may end: what fits one line stays whole, but for the outermost. */
function pieces(value: unknown, room: number, outermost = false): string[] {
  const whole = flow(value);
  if ((!outermost || typeof value !== 'object') && whole.length <= room) return [whole];
  if (typeof value === 'string')
    return (whole.startsWith('"') ? whole : JSON.stringify(value)).split(BETWEEN_WORDS);
  if (typeof value !== 'object' || value === null) return [whole];
  const isList = Array.isArray(value);
  const found = (
    isList
      ? value.map((one) => pieces(one, room))
      : Object.entries(value).map(([key, one]) => {
          const [first, ...rest] = pieces(one, room - key.length - 2);
          return [`${flow(key)}: ${first}`, ...rest];
        })
  ).flatMap((parts, at, all) => (at < all.length - 1 ? [...parts.slice(0, -1), `${parts.at(-1)},`] : parts));
  if (found.length === 0) return [whole];
  const [open, close] = isList ? ['[', ']'] : ['{ ', ' }'];
  found[0] = open + found[0]!;
  found[found.length - 1] += close;
  return found;
}

/** A value after `lead`, broken between its entries where the line would be too long; further lines begin with `indent`. */
export function flowLines(lead: string, value: unknown, indent: string): string[] {
  const lines: string[] = [];
  let line = lead;
  const [first, ...rest] = pieces(value, WIDTH - Math.max(lead.length, indent.length), true);
  line += first;
  for (const piece of rest) {
    if (line.length + 1 + piece.length <= WIDTH) line += ` ${piece}`;
    else {
      lines.push(line);
      line = indent + piece;
    }
  }
  return [...lines, line];
}

const ITEM = '  - ';
const BELOW_ITEM = '      ';

/** An entry of a list that stands two spaces deep. */
export const itemLines = (value: object): string[] => flowLines(ITEM, value, BELOW_ITEM);

/** An entry with a remark at its end, or above it where there is no room; `last` begins a line of its own. */
export function remarkedLines(
  value: object,
  remark: string,
  last?: { key: string; value: object },
): string[] {
  const lines = itemLines(value);
  if (last !== undefined) {
    const before = lines.pop()!;
    lines.push(`${before.slice(0, -2)},`, `${BELOW_ITEM}${last.key}: ${flow(last.value)} }`);
  }
  if (remark === '') return lines;
  const end = `${lines.at(-1)} ${comment(remark)}`;
  return end.length <= WIDTH ? [...lines.slice(0, -1), end] : [...commentLines(remark, '  '), ...lines];
}

/** A paragraph as comment; lines after the first are indented by `hanging`. */
export const commentLines = (text: string, indent = '', hanging = ''): string[] =>
  wrapped(comment(text).slice(2), WIDTH - indent.length - hanging.length - 2).map((line, at) =>
    `${indent}# ${at === 0 ? '' : hanging}${line}`.trimEnd(),
  );

/** A key with a map below it, one line for each entry; nothing for an empty one. */
export function mapLines(key: string, value: Readonly<Record<string, unknown>>): string[] {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  if (entries.length === 0) return [];
  return [`${key}:`, ...entries.flatMap(([name, one]) => flowLines(`  ${flow(name)}: `, one, '    '))];
}
