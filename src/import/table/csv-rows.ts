import { UserError } from '../../base/errors.ts';
import { grouped } from '../../base/grouped.ts';
import { LONGEST_CELL, textOfCell } from '../../source/csv.ts';
import { type CsvRow, eachRow } from '../../source/csv-rows.ts';
import { MEBIBYTE } from '../../source/files.ts';
import { composed } from '../clean.ts';
import { LOOKED_AT } from './header-row.ts';
import type { EachRow, Score } from './table.ts';

/** A row longer than this is a quote that was never closed. */
const LONGEST_ROW = 16 * MEBIBYTE;
/** How much may be read once more to find the rows behind wrong quotes. */
const MOST_READ_AGAIN = 64 * MEBIBYTE;
const DELIMITERS = [',', ';', '\t', '|'];
/** So much of a text tells how it is delimited. */
const BEGINNING = 65_536;

const FAULTS = {
  'open-quote': 'a quote opens and is never closed',
  'stray-quote': 'text follows the closing quote of a cell',
} as const;

const TOO_LONG = `a cell of more than ${grouped(LONGEST_CELL)} characters`;

/** Rows of a CSV text that comes in pieces. A row with wrong quotes is given with its fault, and the next line read. */
export class CsvRows {
  delimiter: string | undefined;
  private rest = '';
  private row = 0;
  private again = 0;
  /** Whether a cell may hold what is written as an escape, or begin with an apostrophe: hardly any text does. */
  private escapes = false;
  private apostrophes = false;

  constructor(
    private readonly file: string,
    /** What parts the cells, where it is known. */
    asked: string | undefined,
    private readonly score: Score,
    private readonly each: EachRow,
  ) {
    this.delimiter = asked;
  }

  add(piece: string): void {
    // Composed with what came before, since a piece may begin in the middle of a letter.
    this.rest = this.read(composed(this.rest === '' ? piece : this.rest + piece), false);
  }

  end(): void {
    this.read(this.rest, true);
  }

  private read(text: string, last: boolean): string {
    if (this.delimiter === undefined) {
      if (!last && text.length < 4096) return text;
      const declared = /^sep=(.)\r?\n/.exec(text);
      this.delimiter = declared?.[1] ?? delimiterOf(text, this.score);
      if (declared !== null) {
        this.row++;
        return this.read(text.slice(declared[0].length), last);
      }
    }
    let at = 0;
    while (at < text.length) {
      const stopped = this.readUntilFault(text.slice(at), last);
      if (stopped.again === undefined) return text.slice(at + stopped.held);
      at += stopped.again;
    }
    return '';
  }

  /** Gives out rows up to one with wrong quotes; where to go on, or where the row starts that is not complete. */
  private readUntilFault(text: string, last: boolean): { held: number; again?: number } {
    this.escapes = text.includes('\\u');
    this.apostrophes = text.includes("'");
    let held: CsvRow | undefined;
    let faulty: CsvRow | undefined;
    eachRow(text, this.delimiter!, (row) => {
      if (held !== undefined) this.give(held);
      held = row;
      if (row.fault === 'stray-quote') faulty = row;
      return faulty === undefined;
    });
    if (held === undefined) return { held: text.length };
    const complete = last || held.end < text.length || text.length - held.start > LONGEST_ROW;
    if (!complete) return { held: held.start };
    const size = held.end - held.start;
    if (size > LONGEST_ROW && !text.slice(held.start, held.end).includes('\n')) throw this.tooLong();
    this.give(held);
    if (held.fault === undefined) return last ? { held: text.length } : { held: held.end };
    const line = text.indexOf('\n', held.start) + 1;
    if (line === 0 || this.again + size > MOST_READ_AGAIN) return { held: held.end, again: held.end };
    this.again += size;
    return { held: line, again: line };
  }

  private tooLong(): UserError {
    return new UserError(
      `${this.file}: from row ${this.row + 1} on there is no line break in ${LONGEST_ROW / MEBIBYTE} MiB; that is no table.`,
    );
  }

  private give({ cells, fault, start, end }: CsvRow): void {
    this.row++;
    if (fault === undefined && cells.length === 1 && cells[0]!.trim() === '') return;
    const long = end - start > LONGEST_CELL && cells.some(({ length }) => length > LONGEST_CELL);
    // What follows an apostrophe may be a text that would be a formula.
    const escapes = this.escapes || (this.apostrophes && cells.some((cell) => cell.charCodeAt(0) === 39));
    this.each(escapes ? cells.map(textOfCell) : cells, this.row, long ? TOO_LONG : fault && FAULTS[fault]);
  }
}

/** The delimiter by which a row has most headers that are known; else the one by which most rows have the same number of cells. */
function delimiterOf(text: string, score: Score): string {
  const found = DELIMITERS.map((delimiter) => {
    const rows = firstRows(text, delimiter);
    const [length, even] = commonLength(rows);
    return { delimiter, known: Math.max(0, ...rows.map(score)), even, length };
  });
  found.sort((a, b) => b.known - a.known || b.even - a.even || b.length - a.length);
  return found[0]!.delimiter;
}

function firstRows(text: string, delimiter: string): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  eachRow(text.slice(0, BEGINNING), delimiter, ({ cells, end }) => {
    // The last one may have been cut.
    if (end < BEGINNING || rows.length === 0) rows.push(cells);
    return rows.length < LOOKED_AT;
  });
  return rows;
}

/** The number of cells that most rows have, and how many do; of those with several. */
function commonLength(rows: readonly (readonly string[])[]): [length: number, rows: number] {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [1, 0]);
}
