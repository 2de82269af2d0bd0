import type { Position } from '../base/errors.ts';
import { printable } from '../base/text.ts';

const CONTEXT_LINES = 2;
const WIDTH = 100;
const LONGEST_MARKER = 40;

/**
 * The line of a place, two lines before and after it, numbered, with `^^^` below the word at the place. All lines are
 * cut to the same window around the column, so that a long line stays readable.
 */
export function codeFrame(lineAt: (line: number) => string, lines: number, position: Position): string {
  const first = Math.max(1, position.line - CONTEXT_LINES);
  const last = Math.min(lines, position.line + CONTEXT_LINES);
  const digits = String(last).length;
  const marked = lineAt(position.line);
  const from = position.column > WIDTH * 0.8 ? position.column - 1 - Math.floor(WIDTH / 2) : 0;
  const out: string[] = [];
  for (let number = first; number <= last; number++) {
    const arrow = number === position.line ? '>' : ' ';
    out.push(`${arrow} ${String(number).padStart(digits)} | ${cut(lineAt(number), from)}`.trimEnd());
    if (number !== position.line) continue;
    const length = Math.max(
      1,
      Math.min(wordLength(marked, position.column - 1), from + WIDTH - position.column + 1),
    );
    const indent = ' '.repeat(position.column - 1 - from + (from > 0 ? 1 : 0));
    out.push(`  ${' '.repeat(digits)} | ${indent}${'^'.repeat(length)}`);
  }
  return out.join('\n');
}

function cut(line: string, from: number): string {
  const window = printable(line.slice(from, from + WIDTH).replaceAll('\t', ' '));
  const before = from === 0 ? '' : line.length > from ? '…' : '';
  return `${before}${window}${line.length > from + WIDTH ? '…' : ''}`;
}

function wordLength(line: string, start: number): number {
  const word = /^(?:"[^"]*"|'[^']*'|[^\s,;:#\]}[{]+)/.exec(line.slice(start, start + LONGEST_MARKER));
  return word?.[0].length ?? 1;
}
