import Papa from 'papaparse';

const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface CsvRow {
  readonly cells: readonly string[];
  /** Character offset at which the row starts, and that at which the next one does. */
  readonly start: number;
  readonly end: number;
  /** What is wrong with its quotes. */
  readonly fault: 'open-quote' | 'stray-quote' | undefined;
}

/** The delimiter that the first line with text in it uses most, outside quotes; a comma where it uses none. */
export function detectDelimiter(text: string): Delimiter {
  const counts = new Map<string, number>();
  let inQuotes = false;
  let begun = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (character === '\n' || character === '\r')) {
      if (begun) break;
    } else if (!inQuotes) counts.set(character, (counts.get(character) ?? 0) + 1);
    begun ||= character.trim() !== '';
  }
  return DELIMITERS.reduce((best, next) => ((counts.get(next) ?? 0) > (counts.get(best) ?? 0) ? next : best));
}

/**
 * Every row of a CSV text in order, the header among them; stops where `each` returns false. Cells are as written
 * without their quotes, not trimmed: the last one of a row may end in a carriage return.
 */
export function eachRow(text: string, delimiter: string, each: (row: CsvRow) => boolean): void {
  let start = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: lineBreak(text),
    header: false,
    // It would copy all the lines first; and the slower way finds quotes that the fast one leaves in.
    fastMode: false,
    step({ data, errors, meta }, parser) {
      const quotes = errors.find((error) => error.type === 'Quotes');
      const fault =
        quotes === undefined ? undefined : quotes.code === 'MissingQuotes' ? 'open-quote' : 'stray-quote';
      const row: CsvRow = { cells: data, start, end: meta.cursor, fault };
      start = meta.cursor;
      if (!each(row)) parser.abort();
    },
  });
}

/** With `\n` a preceding `\r` counts as space at the end of the row, so that files with both are read as well. */
function lineBreak(text: string): '\n' | '\r' {
  return text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
}

/** Character offset of a cell of the row that starts at an offset. */
export function cellOffset(text: string, start: number, delimiter: Delimiter, index: number): number {
  let at = start;
  for (let cell = 0; cell < index; cell++) {
    while (text[at] === ' ' && text[at] !== delimiter) at++;
    if (text[at] === '"') {
      at++;
      while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) at += text[at] === '"' ? 2 : 1;
    }
    while (at < text.length && text[at] !== delimiter) {
      if (text[at] === '\n' || text[at] === '\r') return start;
      at++;
    }
    at++;
  }
  return Math.min(at, text.length);
}
