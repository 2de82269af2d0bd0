/** What stands behind a number for so many times as much. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ...['k', 't', 'tsd', 'thousand', 'mille'].map((word): [string, number] => [word, 1e3]),
  ...['m', 'mn', 'mio', 'million', 'millionen', 'millions'].map((word): [string, number] => [word, 1e6]),
  ...['bn', 'mrd', 'billion', 'milliarden'].map((word): [string, number] => [word, 1e9]),
]);
const UNIT = /^(?:[€$£¥]|[A-Z]{3}|h|hrs?|hours?|std|stunden)?$/;
const WRITTEN = /^([€$£¥]|[A-Z]{3})?([+-]?)([0-9][0-9.,]{0,30})([a-z]{0,12})\.?([€$£¥]|[A-Z]{3})?$/i;

/**
 * The numbers that a text may mean: with a comma or a point as decimal mark, thousands apart, a currency or unit. Two where three
 * digits stand behind the one mark, thousands first; none where the text is no number.
 */
export function numbersMeant(text: string): readonly number[] {
  if (text.length > 60) return [];
  const [whole, , sign, digits = '', word = ''] =
    WRITTEN.exec(text.replace(/[\s\u00a0\u202f'’_]/g, '')) ?? [];
  if (whole === undefined) return [];
  const scale = SCALES.get(word.toLowerCase()) ?? (UNIT.test(word) || UNIT.test(word.toUpperCase()) ? 1 : 0);
  if (scale === 0) return [];
  return valuesOf(digits).map((value) => Number((value * scale * (sign === '-' ? -1 : 1)).toPrecision(15)));
}

function valuesOf(digits: string): number[] {
  const marks = digits.replace(/[0-9]/g, '');
  if (marks === '') return [Number(digits)];
  const last = marks.at(-1)!;
  const place = digits.lastIndexOf(last);
  const isGrouped = (text: string) => /^[1-9][0-9]{0,2}(?:[.,][0-9]{3}){1,9}$/.test(text);
  const plain = (text: string) => Number(text.replace(/[.,]/g, ''));
  const decimal = () => Number(`${digits.slice(0, place).replace(/[.,]/g, '')}.${digits.slice(place + 1)}`);
  if (place === digits.length - 1) return [];
  if (new Set(marks).size === 2)
    return marks.indexOf(last) === marks.length - 1 && isGrouped(digits.slice(0, place)) ? [decimal()] : [];
  if (marks.length > 1) return isGrouped(digits) ? [plain(digits)] : [];
  return isGrouped(digits) ? [plain(digits), decimal()] : [decimal()];
}
