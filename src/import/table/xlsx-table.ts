import readWorkbook from 'read-excel-file/universal';
import { UserError } from '../../base/errors.ts';
import { printable, sample } from '../../base/text.ts';
import { wellFormed } from '../clean.ts';
import type { Table } from './table.ts';
import { unpackWorkbook } from './unzip.ts';

const LOOKED_AT = 12;

/** The sheet of a workbook whose headers say most; cells as text, dates as 2026-01-31. */
export async function xlsxTable(
  file: string,
  bytes: Uint8Array,
  score: (cells: readonly string[]) => number,
  note: (text: string) => void,
): Promise<Table> {
  const unpacked = unpackWorkbook(file, bytes);
  const sheets = await readWorkbook(unpacked.buffer as ArrayBuffer, { parseNumber: numberText }).catch(
    (error: unknown) => {
      const why = error instanceof Error ? printable(error.message) : 'it is damaged';
      throw new UserError(`${file} cannot be read as a workbook: ${why}.`, 'Save it anew as .xlsx or CSV.');
    },
  );
  const scored = sheets.map(({ sheet, data }) => ({
    sheet,
    data,
    score: Math.max(0, ...data.slice(0, LOOKED_AT).map((row) => score(row.map(cellText)))),
  }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one), scored[0]!);
  const others = scored.filter((one) => one !== best && one.data.length > 0).map(({ sheet }) => sheet);
  if (others.length > 0) note(`${file}: the sheet ${sample([best.sheet])} was read, ${sample(others)} not.`);
  return {
    file,
    size: bytes.length,
    large: false,
    delimiter: () => ',',
    format: () => `XLSX, sheet ${printable(best.sheet)}`,
    async read(each) {
      best.data.forEach((row, index) => {
        each(row.map(cellText), index + 1);
      });
    },
  };
}

/** Digits as they are stored, without the noise of binary fractions. */
const numberText = (digits: string): string =>
  /^-?\d+$/.test(digits) ? digits : String(Number(Number(digits).toPrecision(15)));

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return wellFormed(String(cell));
}
