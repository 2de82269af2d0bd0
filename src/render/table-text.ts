import type { ChalkInstance } from 'chalk';
import { whole } from '../base/figures.ts';
import { counted, printable } from '../base/text.ts';
import { widthOf, wrapped } from '../base/width.ts';
import type { Limit, Tone } from './block.ts';

export interface Style {
  readonly columns: number;
  readonly paint: ChalkInstance;
  /** Whether a bar may stand beside a figure. */
  readonly bars?: boolean;
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

/** What says that something is left out; nothing where nothing is. */
export const moreOf = (
  left: number,
  limit: Limit | undefined,
  indent: string,
  { paint }: Style,
): string[] => {
  if (left <= 0) return [];
  const what = limit?.noun === undefined ? `${whole(left)} more` : counted(left, `more ${limit.noun}`);
  return [paint.dim(`${indent}and ${what}, see --format ${limit?.format ?? 'json'}`)];
};

const COLOURS: Readonly<Record<Tone, ((text: string, paint: ChalkInstance) => string) | undefined>> = {
  good: (text, paint) => paint.green(text),
  bad: (text, paint) => paint.red(text),
  warning: (text, paint) => paint.yellow(text),
  dim: (text, paint) => paint.dim(text),
  strong: (text, paint) => paint.bold(text),
  best: (text, paint) => paint.bold.green(text),
  worst: (text, paint) => paint.red.bold(text),
  emphasis: undefined,
  key: undefined,
};

export const withTone = (text: string, tone: Tone | undefined, paint: ChalkInstance): string =>
  (tone && COLOURS[tone]?.(text, paint)) ?? text;
