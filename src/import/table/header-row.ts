import { UserError } from '../../base/errors.ts';
import { counted, sample } from '../../base/text.ts';
import type { Journal } from '../journal.ts';
import { RowCheck } from './row-check.ts';
import type { EachRow, Score, Table } from './table.ts';

/** Reports put a title, a date or a filter above the headers; further down than this they do not stand. */
export const LOOKED_AT = 30;

/** What takes the rows below the headers. */
export interface RowReader {
  /** Takes the headers, trimmed, and the lines above them; gives the columns that will be used, where not all are. */
  start(header: readonly string[], above: readonly string[]): ReadonlySet<number> | undefined;
  readonly row: (cells: readonly string[], row: number) => void;
  /** Is told early of about how many rows there are, where the file is large. */
  expect(rows: number): void;
}

export interface HeaderOptions {
  readonly score: Score;
  /** Headers that must be there. */
  readonly wanted: readonly string[];
  /** Number of the row of headers, where it is known. */
  readonly row: number | undefined;
}

/**
 * Finds the row of headers among the first rows, and gives on the rows below it that are rows of the table.
 * @throws UserError where there are no headers.
 */
export async function readBelowHeader(
  table: Table,
  options: HeaderOptions,
  reader: RowReader,
  journal: Journal,
): Promise<void> {
  const finder = new HeaderFinder(table, options, reader, journal);
  await table.read(finder.each, (rows) => reader.expect(rows));
  finder.end();
}

class HeaderFinder {
  private waiting: Parameters<EachRow>[] = [];
  private next: EachRow | undefined;
  private check: RowCheck | undefined;

  constructor(
    private readonly table: Table,
    private readonly options: HeaderOptions,
    private readonly reader: RowReader,
    private readonly journal: Journal,
  ) {}

  readonly each: EachRow = (cells, row, fault) => {
    if (this.next !== undefined) this.next(cells, row, fault);
    else if (row < (this.options.row ?? 0)) return;
    else if (this.waiting.push([cells, row, fault]) === LOOKED_AT) this.settle();
  };

  /** To be called after the last row. */
  end(): void {
    if (this.next === undefined) this.settle();
    this.check?.end();
  }

  private settle(): void {
    const { table, options, waiting, reader, journal } = this;
    const { file } = table;
    if (waiting.length === 0)
      throw options.row === undefined
        ? new UserError(`${file} is empty.`, 'Its first line should name the columns.')
        : new UserError(`--header-row ${options.row}: ${file} has no such row.`);
    const headers = waiting.map(([cells]) => cells.map((cell) => cell.trim().normalize('NFC')));
    const at = options.row === undefined ? headerAmong(headers, options) : 0;
    const above = options.row === undefined ? at : waiting[0]![1] - 1;
    const lines = headers.slice(0, at).map((cells) => cells.join(' ').trim());
    const shown = lines.filter((line) => line !== '').slice(0, 3);
    const said = shown.length === 0 ? '' : `: ${sample(shown)}`;
    if (above > 0)
      journal.note(
        `${file}: ${counted(above, 'row')} above the headers ${above === 1 ? 'was' : 'were'} left out${said}.`,
      );
    const header = named(headers[at]!, headers[at - 1] ?? [], options.score);
    const rows = waiting.slice(at + 1);
    const used = reader.start(header, lines);
    this.waiting = [];
    const check = new RowCheck(table, header, usualLength(header, rows), used, journal, reader.row);
    this.check = check;
    this.next = check.each;
    for (const row of rows) check.each(...row);
  }
}

function headerAmong(headers: readonly (readonly string[])[], { wanted, score }: HeaderOptions): number {
  // A column may be named by its number as well.
  const names = wanted.filter((header) => header !== '' && !/^#?\d+$/.test(header));
  const asked =
    names.length === 0 ? -1 : headers.findIndex((cells) => names.every((one) => cells.includes(one)));
  if (asked >= 0) return asked;
  const scores = headers.map(score);
  // A row of data can hold a word or two that headers have as well.
  const better = scores.findIndex((found, index) => found >= 3 && index > 0 && found > scores[0]! + 2);
  let at = scores[0]! <= 1 && better > 0 ? better : 0;
  // Nothing is known of any: titles above the headers leave most columns empty.
  const filled = headers.map((cells) => cells.filter((cell) => cell !== '').length);
  const most = Math.max(...filled);
  if (at === 0 && scores[0]! <= 1 && filled[0]! * 2 < most)
    at = filled.findIndex((count) => count >= 0.7 * most);
  // Headers of two rows: some cells were merged over both, and the lower one names more columns.
  while (headers[at + 1]?.some((cell, index) => cell !== '' && cell === headers[at]![index])) {
    if (scores[at + 1]! <= scores[at]!) break;
    at++;
  }
  const isBelow = scores[at + 1]! > scores[at]! || hasRowBelow(headers, at);
  if (isGroups(headers[at]!, headers[at + 1] ?? []) && isBelow) at++;
  return at;
}

const isWord = (cell: string): boolean => /\p{L}/u.test(cell) && !/^\d|@/.test(cell);

/** Whether a row holds titles of groups of columns, and the next one their headers: both hold words alone, the next more of them. */
function isGroups(row: readonly string[], next: readonly string[]): boolean {
  const [groups, headers] = [row, next].map((cells) => cells.filter((cell) => cell !== ''));
  return (
    groups!.length > 1 &&
    [...groups!, ...headers!].every(isWord) &&
    new Set(headers).size > new Set(groups).size &&
    row.every((cell, at) => cell === '' || (next[at] ?? '') !== '')
  );
}

/** Whether a row that leaves columns empty stands above one that fills most of them with words, where rows of data hold other things. */
function hasRowBelow(headers: readonly (readonly string[])[], at: number): boolean {
  const [groups, next, ...data] = headers
    .slice(at, at + 12)
    .map((cells) => cells.filter((cell) => cell !== ''));
  const isData = (cells: readonly string[]) => cells.some((cell) => !isWord(cell));
  return next !== undefined && groups!.length <= 0.7 * next.length && data.length > 1 && data.every(isData);
}

/** Headers with the title of the group above them, where several are alike or that makes a header which is known: `ID` and `Name` below `Manager`. */
function named(header: readonly string[], above: readonly string[], score: Score): readonly string[] {
  if (!isGroups(above, header)) return header;
  const counts = new Map<string, number>();
  for (const cell of header) if (cell !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const repeated = (cell: string) => (counts.get(cell) ?? 0) > 1;
  let group = '';
  return header.map((cell, at) => {
    group = above[at] || group;
    const whole = `${group} ${cell}`;
    return cell !== '' && group !== cell && (repeated(cell) || score([whole]) > 0) ? whole : cell;
  });
}

/** How many cells rows have: as many as the headers, unless most of them end in further empty ones. */
function usualLength({ length }: readonly string[], rows: readonly Parameters<EachRow>[]): number {
  const counts = new Map<number, number>();
  for (const [cells] of rows)
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const longer = [...counts].filter(([cells, count]) => cells > length && count * 2 > rows.length);
  return longer[0]?.[0] ?? length;
}
