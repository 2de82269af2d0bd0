import type { Edit } from './mended.ts';

/** Where a line ends, without the spaces and the comment that end it. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  const line = text.slice(at, end === -1 ? undefined : end).trimEnd();
  const hash = line.search(/\s#/);
  return at + (hash === -1 ? line : line.slice(0, hash).trimEnd()).length;
}

/** Whether an offset stands in brackets that open in its line. */
function inBrackets(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return before.replace(/[^{[]/g, '').length > before.replace(/[^}\]]/g, '').length;
}

/** Where a value without quotes ends: with its line, or in brackets before what follows it. */
export function valueEnd(text: string, at: number): number {
  const end = lineEnd(text, at);
  if (!inBrackets(text, at)) return end;
  const next = text.slice(at, end).search(/\s{0,20}[,}\]]/);
  return next === -1 ? end : at + next;
}

/** A text in quotes, so that its signs are no more than text. */
export function quoteText(text: string, at: number): Edit[] | undefined {
  // A # in it begins no comment once it is quoted.
  const line = text.slice(at, text.indexOf('\n', at) === -1 ? undefined : text.indexOf('\n', at)).trimEnd();
  const next = inBrackets(text, at) ? line.search(/\s{0,20}[,}\]]/) : -1;
  const end = at + (next === -1 ? line.length : next);
  const held = text.slice(at, end);
  if (held === '' || held.includes("'")) return undefined;
  return [
    { at, remove: 0, insert: "'" },
    { at: end, remove: 0, insert: "'" },
  ];
}

/** Closes a quote where the text seems to end: before the next key, the closing bracket, or with the line. */
export function closeQuote(text: string, at: number): Edit[] | undefined {
  const end = text.indexOf('\n', at);
  const line = text.slice(at + 1, end === -1 ? undefined : end).trimEnd();
  const next = inBrackets(text, at)
    ? line.search(/\s{0,20}(?:,\s{0,20}[\w-]{1,40}:\s|[}\]][\s,}\]]{0,20}$)/)
    : -1;
  return [{ at: at + 1 + (next === -1 ? line.length : next), remove: 0, insert: text[at]! }];
}

/** Closes a bracket before the one that closes around it, or with its line where the next one begins something else. */
export function closeBracket(text: string, at: number): Edit[] | undefined {
  const end = lineEnd(text, at);
  const rest = text.slice(at, end);
  const [closing, other] = text[at] === '{' ? ['}', ']'] : [']', '}'];
  const outer = rest.indexOf(other);
  if (outer !== -1 && inBrackets(text, at)) {
    const trimmed = rest.slice(0, outer).trimEnd().length;
    return [{ at: at + trimmed, remove: 0, insert: closing }];
  }
  const next = text.slice(text.indexOf('\n', at) + 1);
  if (text.includes('\n', at) && next !== '' && !/^\s{0,200}(?:- |[\w-]{1,40}:(?:\s|$)|#)/.test(next))
    return undefined;
  const kept = rest.replace(/\s{0,20},$/, '');
  return [{ at: at + kept.length, remove: rest.length - kept.length, insert: ` ${closing}` }];
}

/** What begins a line as a bullet is an entry of a list, all else is text. */
export const quoteOrDash = (text: string, at: number): Edit[] | undefined =>
  /^\*\s/.test(text.slice(at, at + 2)) &&
  /^\s{0,200}$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))
    ? [{ at, remove: 1, insert: '-' }]
    : quoteText(text, at);

export const inBracketsOfList = (text: string, at: number): Edit[] => [
  { at, remove: 1, insert: '[' },
  { at: lineEnd(text, at), remove: 0, insert: ']' },
];

export const addComma = (_: string, at: number): Edit[] => [{ at, remove: 0, insert: ', ' }];
export const addSpace = (_: string, at: number): Edit[] => [{ at, remove: 0, insert: ' ' }];
export const removeSign = (_: string, at: number): Edit[] => [{ at, remove: 1, insert: '' }];
export const removeRest = (text: string, at: number): Edit[] => [
  { at, remove: valueEnd(text, at) - at, insert: '' },
];
export const doubleBackslash = (_: string, at: number): Edit[] => [{ at, remove: 0, insert: '\\' }];
export const removeWord = (text: string, at: number): Edit[] => [
  { at, remove: /^\S{0,1000}/.exec(text.slice(at, at + 1000))![0].length, insert: '' },
];

/** All tabs that indent lines of the file, as two spaces each. */
export const tabsAsSpaces = (text: string): Edit[] =>
  [...text.matchAll(/^ {0,200}\t[ \t]{0,200}/gm)].map(({ 0: { length }, index }) => ({
    at: index,
    remove: length,
    insert: text.slice(index, index + length).replaceAll('\t', '  '),
  }));
