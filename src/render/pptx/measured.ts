import { textWidth } from '../chart/svg.ts';
import type { Paragraph } from './element.ts';

/** Of a line beside the size of its letters. */
export const LINE = 1.2;
/** Averages are a tenth above what Arial takes of a sentence; that is kept in part, for fonts of templates that are wider. */
const SAFETY = 0.96;
const BOLD = 1.06;

/** How much broader than Arial the fonts are that firms have; others are taken to be a little broader. */
const FONTS: Readonly<Record<string, number>> = {
  Arial: 1,
  Helvetica: 1,
  Calibri: 0.92,
  Aptos: 1,
  'Segoe UI': 1.02,
  Roboto: 1,
  Tahoma: 1,
  Georgia: 1.02,
  Cambria: 0.96,
  'Times New Roman': 0.92,
  'Trebuchet MS': 1.02,
  'Century Gothic': 1.14,
  Verdana: 1.2,
};
const OTHERS = 1.06;

let font = 1;

/** What is measured within is measured in this font. Rendering is one call that waits for nothing, so no other sees it. */
export function inFont<T>(name: string, make: () => T): T {
  const before = font;
  font = FONTS[name] ?? OTHERS;
  try {
    return make();
  } finally {
    font = before;
  }
}

const broad = (text: string, size: number, bold: boolean): number =>
  (textWidth(text, size) + (text.split('\ufffd').length - 1) * size * 0.6) *
  SAFETY *
  font *
  (bold ? BOLD : 1);

/** Lines that a text takes in so many points, broken between words where that is possible. Linear in the text. */
export function lineCount(text: string, width: number, size: number, bold = false): number {
  const room = Math.max(width, size);
  let [lines, taken] = [1, 0];
  const space = broad(' ', size, bold);
  for (const word of text.split(/[ \u2028\n]/)) {
    const wide = broad(word, size, bold);
    if (taken > 0 && taken + space + wide > room) [lines, taken] = [lines + 1, 0];
    if (wide > room) {
      // A word is broken only where it has a line of its own.
      lines += Math.ceil(wide / room) - 1;
      taken = wide % room;
    } else taken += (taken > 0 ? space : 0) + wide;
  }
  return lines;
}

/** Points that a text takes on one line. */
export const widthOf = (text: string, size: number, bold = false): number => broad(text, size, bold);

/** A line that breaks where it was not meant to stands in what is below it. */
const widthIn = (room: number, lines: number): number => (lines <= 3 ? room * 0.93 : room);

/** Lines that a text takes where it may take so many. */
export const linesOf = (text: string, room: number, size: number, most: number, bold = false): number =>
  lineCount(text, widthIn(room, most), size, bold);

/** The text, or the longest that is made of fewer letters of it and stands in so many lines. */
function cutBy(
  text: string,
  shorter: (letters: readonly string[], count: number) => string,
  fits: (text: string) => boolean,
  most: number,
): string {
  if (text.length <= most && fits(text)) return text;
  const letters = [...text];
  let [some, all] = [0, Math.min(letters.length, most)];
  while (all - some > 1) {
    const middle = (some + all) >> 1;
    if (fits(shorter(letters, middle))) some = middle;
    else all = middle;
  }
  return shorter(letters, some);
}

/** More letters than fit in any font need not be measured. */
const mostLetters = (room: number, size: number, lines: number): number =>
  Math.ceil((lines * room * 4) / size) + 8;

/** The text, or as much of its beginning as stands in so many lines. */
export function cutTo(text: string, room: number, size: number, lines = 1, bold = false): string {
  return cutBy(
    text,
    (letters, count) => `${letters.slice(0, count).join('').trimEnd()}…`,
    (some) => linesOf(some, room, size, lines, bold) <= lines,
    mostLetters(room, size, lines),
  );
}

/** The same, cut in its middle: names of one company often differ at their end. */
export function cutWithin(text: string, room: number, size: number, lines = 1, bold = false): string {
  return cutBy(
    text,
    (letters, count) => {
      // The last word whole, where something is left for the beginning.
      const last = letters.length - letters.lastIndexOf(' ') - 1;
      const half = last < count ? Math.max(Math.floor(count / 2), last) : Math.floor(count / 2);
      const start = letters
        .slice(0, count - half)
        .join('')
        .trimEnd();
      const end = letters.slice(letters.length - half).join('');
      const word = end.indexOf(' ');
      return `${start}…${word < 0 ? end : end.slice(word)}`;
    },
    (some) => linesOf(some, room, size, lines, bold) <= lines,
    mostLetters(room, size, lines),
  );
}

/** Height of paragraphs below each other. */
export const heightOf = (paragraphs: readonly Paragraph[], width: number): number =>
  paragraphs.reduce((sum, { runs, size, indent = 0, before = 0 }) => {
    const text = runs.map((run) => run.text).join('');
    const code = runs.some((run) => run.code);
    const bold = runs.some((run) => run.bold) && runs.length === 1;
    const lines = lineCount(text, (width - indent) / (code ? 1.2 : 1), size, bold);
    return sum + before + lines * size * LINE;
  }, 0);
