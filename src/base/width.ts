import { eastAsianWidth } from 'get-east-asian-width';

/** Latin, Greek, Cyrillic, the punctuation that goes with them, and bars: one place each. */
const NARROW =
  /^[\u0020-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u21ff\u2200-\u22ff\u2580-\u259f]*$/;
const MARK = /^[\p{Nonspacing_Mark}\p{Enclosing_Mark}]$/u;

/**
 * Places that a text takes at a terminal. Where terminals differ, as for emoji made of several characters, the widest:
 * a line that is held to a width by this one is never wider.
 */
export const widthOf = (text: string): number => {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (!MARK.test(character)) width += eastAsianWidth(character.codePointAt(0)!, { ambiguousAsWide: false });
  }
  return width;
};

/** Pieces of a word that is wider than a line. */
const pieces = (word: string, width: number): string[] => {
  const found: string[] = [];
  let piece = '';
  let room = width;
  for (const character of word) {
    const places = widthOf(character);
    if (piece !== '' && places > room) {
      found.push(piece);
      piece = '';
      room = width;
    }
    piece += character;
    room -= places;
  }
  return [...found, piece];
};

/** Between words; a number and its % are one. */
const WORDS = / (?!%)/;

/** The text in lines of at most this width, broken between words where that is possible. Linear. */
export const wrapped = (text: string, width: number): string[] => {
  if (text.length <= width && text[0] !== ' ' && NARROW.test(text)) return [text];
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of text.split(WORDS)) {
    const places = widthOf(word);
    const longer = line === '' ? places : taken + 1 + places;
    if (longer <= width) {
      line = line === '' ? word : `${line} ${word}`;
      taken = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = pieces(word, width);
    line = parts.pop() ?? '';
    taken = widthOf(line);
    lines.push(...parts);
  }
  return [...lines, line];
};
