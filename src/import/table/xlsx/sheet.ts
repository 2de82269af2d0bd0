import { grouped } from '../../../base/grouped.ts';
import { counted } from '../../../base/text.ts';
import { copied } from '../../clean.ts';
import { RowList } from '../row-list.ts';
import { UNCALCULATED } from '../spreadsheet-errors.ts';
import { dateText } from './styles.ts';
import { type Attributes, type Visitor, walkXml } from './walk-xml.ts';
import { plainText, RichText, type SheetPart, type Workbook } from './workbook.ts';

/** What a spreadsheet program can hold. */
const [MOST_ROWS, MOST_COLUMNS] = [1_048_576, 16_384];
/** Of a sheet that is held in memory, with the empty ones before the last one of each row. */
const MOST_CELLS = 8_000_000;
const MOST_MERGES = 100_000;

interface Row {
  readonly number: number;
  readonly cells: string[];
}

/** The rows of a sheet that hold anything, each up to its last cell, and what cannot be seen in them. */
interface Sheet {
  readonly rows: readonly Row[];
  readonly remarks: readonly string[];
}

/** Reads a sheet; at least its first `most` rows. @throws UserError where it holds more than is read, or is damaged. */
export async function readSheet(
  workbook: Workbook,
  { part }: SheetPart,
  most = Number.POSITIVE_INFINITY,
): Promise<Sheet> {
  const reading = new SheetReading(workbook, most);
  await walkXml(workbook.archive, part, reading);
  reading.fillMerges();
  return { rows: reading.rows, remarks: reading.remarks() };
}

class SheetReading implements Visitor {
  readonly rows: Row[] = [];
  private readonly hiddenRows = new RowList();
  private readonly filled = new RowList();
  private hiddenColumns = 0;
  private readonly merges: string[] = [];
  private cells = 0;
  private row: Row = { number: 0, cells: [] };
  private column = 0;
  private inRow = 0;
  private at: Attributes = {};
  private value: string | undefined;
  private formula = false;
  private readonly rich = new RichText();

  constructor(
    private readonly workbook: Workbook,
    private readonly most: number,
  ) {}

  done(): boolean {
    return this.rows.length >= this.most;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'f') this.formula = true;
    else if (name === 'mergeCell') this.addMerge(attributes.ref ?? '');
    else if (name === 'col' && isTrue(attributes.hidden)) this.hiddenColumns++;
    else this.rich.open(name);
  }

  close(name: string, text: string): void {
    if (name === 'v') this.value = text;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else this.rich.close(name, text);
  }

  private refusal(why: string) {
    return this.workbook.archive.refusal(why);
  }

  private openRow({ r, hidden }: Attributes): void {
    const number = r === undefined ? this.row.number + 1 : Number(r);
    if (!(number > this.row.number && number <= MOST_ROWS))
      throw this.refusal(`has rows out of their order, or beyond row ${grouped(MOST_ROWS)}`);
    this.row = { number, cells: [] };
    [this.column, this.inRow] = [0, 0];
    if (isTrue(hidden)) this.hiddenRows.add(number);
  }

  private openCell(attributes: Attributes): void {
    const { r } = attributes;
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    if (!(this.column >= 1 && this.column <= MOST_COLUMNS))
      throw this.refusal(`has cells beyond column ${grouped(MOST_COLUMNS)}`);
    [this.at, this.value, this.formula] = [attributes, undefined, false];
    if (++this.inRow > MOST_COLUMNS) throw this.refusal('has a row of too many cells');
    this.count(1);
  }

  private count(cells: number): void {
    this.cells += cells;
    if (this.cells > MOST_CELLS) throw this.refusal(`has more than ${counted(MOST_CELLS, 'cell')}`);
  }

  private closeCell(): void {
    const text = this.cellText();
    if (text === '') return;
    const { cells } = this.row;
    this.count(Math.max(0, this.column - 1 - cells.length));
    while (cells.length < this.column) cells.push('');
    cells[this.column - 1] = text;
  }

  private closeRow(): void {
    if (this.row.cells.length > 0) this.rows.push(this.row);
  }

  /** Dates as 2026-01-31, percentages with their mark, an error as its name. */
  private cellText(): string {
    const { at, value, formula, workbook } = this;
    const rich = this.rich.take();
    if (at.t === 'inlineStr') return copied(rich);
    if (value === undefined || (value === '' && at.t !== 'str')) return formula ? UNCALCULATED : '';
    if (at.t === 's') return workbook.strings[Number(value)] ?? '';
    if (at.t === 'b') return value === '1' ? 'true' : 'false';
    if (at.t === 'd') return value.slice(0, 10);
    if (at.t === 'str' || at.t === 'e') return copied(plainText(value));
    return this.numberText(value.trim());
  }

  private numberText(digits: string): string {
    const number = Number(digits);
    const shown = workbookStyle(this.workbook, this.at.s);
    if (!Number.isFinite(number)) return plainText(digits);
    if (shown === 'date') return dateText(number, this.workbook.from1904);
    if (shown === 'percent') return `${rounded(number * 100)}%`;
    // As they are stored, without the noise of binary fractions.
    const text = /^-?\d+$/.test(digits) ? digits : String(rounded(number));
    return typeof shown === 'number' && /^\d+$/.test(text) ? text.padStart(shown, '0') : text;
  }

  private addMerge(reference: string): void {
    if (this.merges.length >= MOST_MERGES) throw this.refusal('has too many merged cells');
    this.merges.push(reference);
  }

  /** The value of a merged cell holds for each of its rows that hold anything else; it stays in its first column. */
  fillMerges(): void {
    for (const reference of this.merges) {
      const [first = '', last = ''] = reference.split(':');
      const [top, bottom, column] = [rowOf(first), rowOf(last), columnOf(first)];
      if (!(top < bottom && column >= 1 && column <= MOST_COLUMNS)) continue;
      const begin = this.indexOf(top);
      const above = this.rows[begin];
      const text = above?.number === top ? (above.cells[column - 1] ?? '') : '';
      if (text === '') continue;
      for (let at = begin + 1; at < this.rows.length && this.rows[at]!.number <= bottom; at++) {
        const { number, cells } = this.rows[at]!;
        this.count(1 + Math.max(0, column - cells.length));
        while (cells.length < column) cells.push('');
        cells[column - 1] ||= text;
        this.filled.add(number);
      }
    }
  }

  /** Index of the first row at or below a number. */
  private indexOf(number: number): number {
    let [low, high] = [0, this.rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.rows[middle]!.number < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  remarks(): string[] {
    const { filled, hiddenRows, hiddenColumns } = this;
    return [
      ...(filled.count > 0
        ? [`a merged cell holds for each of its rows: filled in ${filled.text(20)}.`]
        : []),
      ...(hiddenRows.count > 0
        ? [`hidden in the sheet, and read all the same: ${hiddenRows.text(20)}.`]
        : []),
      ...(hiddenColumns > 0 ? ['it has hidden columns; they were read as all others.'] : []),
    ];
  }
}

const workbookStyle = ({ styles }: Workbook, index: string | undefined) =>
  index === undefined ? 'plain' : (styles[Number(index)] ?? 'plain');

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

const rounded = (number: number): number => Number(number.toPrecision(15));

/** The number of the row in `AB12`; NaN where it is none. */
const rowOf = (reference: string): number => Number(reference.replace(/^\$?[A-Za-z]{1,3}\$?/, ''));

/** The number of the column in `AB12`, 1 for A; what is no letter ends it. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column;
}
