/** How a column writes its numbers. */
export type DecimalMark = '.' | ',';

const DIGITS = /[\d.,]+/;
/** Currency, unit and spaces around and between digits. */
const AROUND = /^[\p{Sc}\p{L}\s'’]*|[\p{Sc}\p{L}\s%'’]*$/gu;

/**
 * The decimal mark of a column, by the values that leave no doubt; else by how the file is delimited: a comma where
 * columns are parted by semicolons.
 */
export function decimalMark(values: Iterable<string>, delimiter: string): DecimalMark {
  let point = 0;
  let comma = 0;
  for (const value of values) {
    const text = DIGITS.exec(value)?.[0] ?? '';
    const [dot, mark] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
    if (dot >= 0 && mark >= 0) dot > mark ? point++ : comma++;
    else if (dot >= 0 && (text.indexOf('.') !== dot || isGroup(text, dot))) {
      if (text.indexOf('.') !== dot) comma++;
    } else if (dot >= 0) point++;
    else if (mark >= 0 && text.indexOf(',') !== mark) point++;
    else if (mark >= 0 && !isGroup(text, mark)) comma++;
  }
  if (point !== comma) return point > comma ? '.' : ',';
  return delimiter === ';' ? ',' : '.';
}

/** Whether what follows the mark could be a group of thousands. */
const isGroup = (text: string, at: number): boolean =>
  text.length - at === 4 && at > 0 && at <= 3 && text[0] !== '0';

/** The number in a cell, without currency and grouping; NaN where there is none. */
export function amount(cell: string, mark: DecimalMark): number {
  const plain = Number(cell);
  if (mark === '.' && cell !== '' && !Number.isNaN(plain)) return plain;
  const negative = /^\(.*\)$|^[^\d]*[-−]/.test(cell);
  const bare = cell
    .replace(/[()\-−+]/g, '')
    .replace(AROUND, '')
    .replace(/[\s'’_]/g, '');
  const grouped = mark === '.' ? bare.replaceAll(',', '') : bare.replaceAll('.', '').replace(',', '.');
  if (!/^(?:\d+\.?\d*|\.\d+)$/.test(grouped)) return Number.NaN;
  return negative ? -Number(grouped) : Number(grouped);
}

/** The currency that a header or a cell shows beyond doubt. */
export function currencyIn(text: string): string | undefined {
  if (text.includes('€')) return 'EUR';
  if (text.includes('£')) return 'GBP';
  return /\b(USD|EUR|GBP|CHF|SEK|DKK|NOK|PLN|CAD|AUD|JPY|INR)\b/.exec(text)?.[1];
}
