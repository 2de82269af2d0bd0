import { quoted } from '../../base/text.ts';
import type { CustomerFigure } from '../../write/customers.ts';
import { amount, decimalMark, moneyMark, readAsThousands } from '../amounts.ts';
import { multipleIn } from '../currency.ts';
import { inMultiples } from '../figures.ts';

export const MONEY = ['revenue', 'margin', 'acquisitionCost'] as const;
export const isMoney = (field: CustomerFigure): boolean => (MONEY as readonly string[]).includes(field);
const MONTHLY = /\bmrr\b|monthly|monats|monatlich|mensuel|mensual|maand|mensile/i;

/** How a column of figures is read: money by its decimal mark, shares as fractions or in per cent. */
export function readerOf(
  field: CustomerFigure,
  header: string,
  column: readonly string[],
  /** The decimal mark of money, and whether only the delimiter says it. */
  money: { readonly mark: '.' | ','; readonly open: boolean },
  delimiter: string,
  say: (text: string) => void,
): (text: string) => number {
  const { times } = isMoney(field) ? multipleIn(header) : { times: 1 };
  if (times > 1) say(inMultiples(header, times));
  const own = decimalMark(column.slice(0, 10_000), delimiter);
  const mark =
    money.open && isMoney(field) && times === 1
      ? moneyMark(column.slice(0, 10_000), header, money.mark)
      : money.mark;
  if (mark !== money.mark) say(readAsThousands(header, mark));
  if (field === 'revenue' || field === 'margin') {
    const months = MONTHLY.test(header) ? 12 : 1;
    if (months > 1) say(`${quoted(header)} is that of a month: multiplied by 12.`);
    return (text) => Number((amount(text, mark, times) * months).toPrecision(12));
  }
  const positive = (value: number) => (value >= 0 ? value : Number.NaN);
  if (field === 'acquisitionCost') return (text) => positive(amount(text, mark, times));
  if (field === 'satisfaction.n')
    return (text) => (Number.isInteger(amount(text, own)) ? positive(amount(text, own)) : Number.NaN);
  if (field !== 'retention') return (text) => amount(text, own);
  const percent = column.some((text) => !text.endsWith('%') && amount(text, own) > 1);
  if (percent) say('retention is read as percentages: 100 is everybody kept.');
  // Beside per cents a fraction may be one of a hundred times as much.
  const marked = column.some((text) => text.endsWith('%'));
  return (text) => {
    const mixed =
      (percent || marked) && !text.endsWith('%') && amount(text, own) > 0 && amount(text, own) <= 1;
    if (mixed) return Number.NaN;
    const value = amount(text, own) / (percent || text.endsWith('%') ? 100 : 1);
    return value >= 0 && value <= 1 ? Number(value.toPrecision(12)) : Number.NaN;
  };
}

const RATE = /%|percent|prozent|pct|quote/i;

/**
 * Whether a column of margins holds shares of the revenue and no money: per cents, or numbers up to a hundred beside revenues
 * of thousands.
 */
export function isRate(
  header: string,
  margins: readonly string[],
  revenues: () => readonly number[],
): boolean {
  const given = margins.filter((text) => text !== '');
  if (given.length === 0) return false;
  if (RATE.test(header) || given.filter((text) => text.endsWith('%')).length * 2 > given.length) return true;
  if (multipleIn(header).times > 1 || given.some((text) => Math.abs(amount(text, '.')) > 100)) return false;
  const known = revenues()
    .filter((value) => value > 0)
    .sort((a, b) => a - b);
  return (known[known.length >> 1] ?? 0) >= 1000;
}
