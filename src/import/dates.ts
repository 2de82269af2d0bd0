export type DateOrder = 'mdy' | 'dmy';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const YEAR_FIRST = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ].*)?$/;
const NAMED = /^(?:(\d{1,2})[-. ]+([a-z]{3})[a-z]*|([a-z]{3})[a-z]* (\d{1,2}),?)[-. ]+(\d{4})$/i;

const pad = (part: number): string => (part < 10 ? `0${part}` : String(part));

const valid = (year: number, month: number, day: number): string => {
  if (month >= 1 && month <= 12 && day >= 1 && day <= 28 && year >= 1000)
    return `${year}-${pad(month)}-${pad(day)}`;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return '';
  return date.toISOString().slice(0, 10);
};

/** A date as `2026-01-31`; '' where the text is none, or could be two days and no order of its parts is given. */
export function isoDate(text: string, order: DateOrder | undefined): string {
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return valid(Number(first[1]), Number(first[2]), Number(first[3]));
  const last = YEAR_LAST.exec(text);
  if (last !== null) {
    const [one, two, year] = [Number(last[1]), Number(last[3]), Number(last[4])];
    const known = last[2] === '.' || one > 12 ? 'dmy' : two > 12 ? 'mdy' : one === two ? 'dmy' : order;
    return known === undefined ? '' : known === 'dmy' ? valid(year, two, one) : valid(year, one, two);
  }
  const named = NAMED.exec(text);
  if (named === null) return '';
  const month = MONTHS.indexOf((named[2] ?? named[3])!.toLowerCase()) + 1;
  return month === 0 ? '' : valid(Number(named[5]), month, Number(named[1] ?? named[4]));
}

/** The order of day and month in a column, where a value shows it and none shows the other. */
export function orderOfDates(values: Iterable<string>): DateOrder | undefined {
  let dayFirst = false;
  let monthFirst = false;
  for (const value of values) {
    const last = YEAR_LAST.exec(value);
    if (last === null || last[2] === '.') continue;
    dayFirst ||= Number(last[1]) > 12;
    monthFirst ||= Number(last[3]) > 12;
  }
  return dayFirst === monthFirst ? undefined : dayFirst ? 'dmy' : 'mdy';
}

/** The one day that lines above the headers name (`Employees as of 2026-03-01`). */
export function dayIn(above: readonly string[]): string {
  const days = above.flatMap((text) => {
    const day = /\d{4}-\d\d-\d\d|\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b/.exec(text.slice(0, 200))?.[0];
    return day === undefined ? [] : [isoDate(day, undefined)];
  });
  return new Set(days).size === 1 ? days[0]! : '';
}
