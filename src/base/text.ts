import { distance } from 'fastest-levenshtein';
import { grouped } from './grouped.ts';

/**
 * What a terminal or an editor would act upon instead of showing: control characters (C0, delete, C1), controls of
 * text direction, line and paragraph separators, halves of surrogate pairs.
 */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with each unprintable character replaced by `�`, one for one, so that columns stay where they are. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '\ufffd');
}

/**
 * What the runner of GitHub Actions takes for a command wherever a step prints it: `##[` anywhere, and `::` first in a line. It
 * compares as people read, so characters that show as nothing may stand between. Colours are looked past, for the text to be
 * the same with and without.
 */
const COMMAND = /#(?=\p{DI}*#\p{DI}*\[)|:(?<=^(?:[\s\p{DI}]|\u001b\[[\d;]*m)*:)(?=\p{DI}*:)/gmu;

/** The text, of one line or several, with the first character of each such command replaced by `�`. */
export const withoutCommands = (text: string): string => text.replace(COMMAND, '\ufffd');

/** The text in double quotes, printable, cut after `longest` characters. */
export function quoted(text: string, longest = 60): string {
  const shown = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return `"${printable(shown)}"`;
}

/**
 * An id that nobody has, in quotes. Where it is a name or a mail address it is of a person who was not asked: only the first letters.
 */
export const quotedStranger = (id: string): string =>
  quoted(/[\s@]/u.test(id) ? id.replace(/([\p{L}\p{N}])[\p{L}\p{N}\p{M}'’.-]*/gu, '$1.') : id);

/** `a`, `a or b`, `a, b or c`. */
export function alternatives(words: readonly string[], conjunction = 'or'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** `a`, `a and b`, `a, b and c`; where there are more than `most`, `a, b and 7 more`. */
export const allOf = (words: readonly string[], most = words.length): string =>
  alternatives(words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words, 'and');

/** The words in quotes, the first twelve of them. */
export function sample(words: readonly string[]): string {
  const shown = words.slice(0, 12).map((word) => quoted(word));
  return [...shown, ...(words.length > shown.length ? ['…'] : [])].join(', ');
}

/** `1 person`, `2 people`, `1,204 people`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A word as it is compared: without case, spaces and punctuation. */
export function folded(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** What a header is compared as: without case, spaces, punctuation and accents. */
export const headerKey = (header: string): string =>
  folded(header).normalize('NFD').replace(/\p{M}/gu, '') || header;

/**
 * The candidate that was probably meant, if one is close; the first of equals. What differs in digits only is another
 * one of a series (`p3`, `p7`), not a slip. Linear in the candidates.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > 100) return undefined;
  const wanted = folded(word);
  const letters = withoutDigits(word);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length * 0.4)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > least + 1) continue;
    const plain = candidate.toLowerCase();
    const apart = plain === wanted ? 0.5 : Math.min(distance(word, candidate), distance(wanted, plain) + 0.5);
    const close = apart < least ? apart : folded(candidate) === wanted ? 0.5 : least;
    if (close >= least) continue;
    if (close >= 1 && (close >= word.length || withoutDigits(candidate) === letters)) continue;
    least = close;
    best = candidate;
  }
  return best;
}

/** Slips in a word as long as this may be two; one in a shorter word. */
const LONG = 10;

/**
 * `Did you mean "solid"?` for one of a few choices with meanings of their own: only where a slip of the keyboard explains
 * the word, and for one choice alone. `products` is no slip for `projects`.
 */
export function misspelt(word: string, choices: readonly string[]): string | undefined {
  if (word.length > 100) return undefined;
  const most = word.length >= LONG ? 2 : 1;
  const apart = choices.map((choice) => slips(word.toLowerCase().trim(), choice.toLowerCase()));
  const least = Math.min(...apart);
  const near = choices.filter((_, index) => apart[index] === least);
  return least <= most && near.length === 1 ? `Did you mean ${quoted(near[0]!)}?` : undefined;
}

/** Letters that are wrong, missing or too many; two that changed places are one. */
export function slips(word: string, choice: string): number {
  const apart = distance(word, choice);
  if (apart !== 2 || word.length !== choice.length) return apart;
  const at = [...word].findIndex((letter, index) => letter !== choice[index]);
  return word[at] === choice[at + 1] && word[at + 1] === choice[at] ? 1 : apart;
}

function withoutDigits(word: string): string {
  return word.replace(/\d/g, '');
}

/** `Did you mean "sales"?`, or nothing where no candidate is close. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const candidate = closest(word, candidates);
  return candidate === undefined ? undefined : `Did you mean ${quoted(candidate)}?`;
}

/** The same with its first letter as a capital; what begins with another sign stays as it is. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The same with its first letter small, for the middle of a sentence. */
export const midSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The text with a full stop behind it, where it ends in no sign that ends a sentence. */
export const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Order of text by code unit, the same in every locale. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An id part from any text: lower case, everything else than letters and digits of any script as a hyphen. */
export const slug = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'other';

/** Written with its hyphen; all other ids are words joined by hyphens. */
const HYPHENATED = 'pre-sales';

/** An id as the words it is made of. */
export const idInWords = (id: string): string => (id === HYPHENATED ? id : id.replaceAll('-', ' '));
