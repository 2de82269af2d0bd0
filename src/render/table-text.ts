import type { ChalkInstance } from 'chalk';
import { printable } from '../base/text.ts';
import { widthOf, wrapped } from '../base/width.ts';

export interface Style {
  readonly columns: number;
  readonly paint: ChalkInstance;
}

/** Longer lines than this are hard to read, however wide the terminal. */
const WIDEST_PROSE = 110;
/** The part of a line that a text needs beside what leads it. */
const NEEDED = 1 / 4;

/**
 * Lines of `text`, the first led by `first` and the others indented to match; below `first`, and indented a little, where that is
 * too long to stand beside. `text` is made harmless here.
 */
export const hanging = (first: string, text: string, columns: number): string[] => {
  const all = Math.min(columns, WIDEST_PROSE);
  const width = all - widthOf(first);
  if (width < NEEDED * all) {
    const below = ' '.repeat(4);
    const lines = wrapped(printable(text), all - below.length).map((line) => below + line);
    return [...wrapped(first.trimEnd(), all), ...lines].map((line) => line.trimEnd());
  }
  const indent = ' '.repeat(widthOf(first));
  return wrapped(printable(text), width).map((line, index) =>
    ((index === 0 ? first : indent) + line).trimEnd(),
  );
};

/** The id of a design, and what follows it. */
export const heading = (id: string, text: string, { columns, paint }: Style): string[] => {
  const [first = '', ...more] = hanging(`${id}  `, text, columns);
  return [paint.bold.underline(first.slice(0, id.length)) + first.slice(id.length), ...more];
};

export const bullet = (text: string, { columns }: Style): string[] => hanging('  • ', text, columns);
