import type { ChalkInstance } from 'chalk';
import { printable } from '../text.ts';
import { wrapped } from './table-wrap.ts';

export interface Style {
  readonly columns: number;
  readonly paint: ChalkInstance;
}

/** Longer lines than this are hard to read, however wide the terminal. */
const WIDEST_PROSE = 110;

/** Lines of `text`, the first led by `first` and the others indented to match; `text` is made harmless here. */
export const hanging = (first: string, text: string, columns: number): string[] => {
  const indent = ' '.repeat(first.length);
  const width = Math.min(columns, WIDEST_PROSE) - first.length;
  return wrapped(printable(text), width).map((line, index) =>
    ((index === 0 ? first : indent) + line).trimEnd(),
  );
};

/** The id of a design, and what follows it. */
export const heading = (id: string, text: string, { columns, paint }: Style): string[] => {
  const [first = '', ...more] = hanging(`${id}  `, text, columns);
  return [paint.bold.underline(id) + first.slice(id.length), ...more];
};

export const bullet = (text: string, { columns }: Style): string[] => hanging('  • ', text, columns);
