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

/** The text, or as much of it as stands in so many lines. */
export function cutTo(text: string, room: number, size: number, lines = 1, bold = false): string {
  // A line that breaks where it was not meant to stands in what is below it.
  const width = lines <= 3 ? room * 0.93 : room;
  // More letters than fit in any font need not be measured.
  const letters = [...text.slice(0, Math.ceil((lines * width * 4) / size) + 8)];
  const all = letters.join('');
  if (all.length === text.length && lineCount(text, width, size, bold) <= lines) return text;
  let [fits, not] = [0, letters.length];
  while (not - fits > 1) {
    const middle = (fits + not) >> 1;
    const tried = `${letters.slice(0, middle).join('').trimEnd()}…`;
    if (lineCount(tried, width, size, bold) <= lines) fits = middle;
    else not = middle;
  }
  return `${letters.slice(0, fits).join('').trimEnd()}…`;
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
