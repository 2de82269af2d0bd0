export type DateOrder = 'mdy' | 'dmy';

/** How months begin in the languages of the sources, without accents. */
const MONTHS = [
  /^(?:jan|ene|gen)/,
  /^(?:feb|fev)/,
  /^(?:mar|maa|mrt|mrz)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mei|mag|maj)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott)/,
  /^nov/,
  /^(?:dec|dez|dic|des)/,
];
const YEAR_FIRST = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d\d)(\d\d))(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T ].*)?$/;
const NAMED =
  /^(?:(\d{1,2})(?:st|nd|rd|th|er|[.º])?[-. /]*(?:de |of )?(\p{L}{3,10})|(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,?)[-. /]+(?:de )?(\d{4}|\d{2})$/iu;
/** Two digits from this on are of the last century. */
const LAST_CENTURY = 50;

const yearOf = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) < LAST_CENTURY ? 2000 : 1900);

function monthOf(name: string): number {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return MONTHS.findIndex((month) => month.test(plain)) + 1;
}

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
  // As OData writes it, in milliseconds.
  const [, milliseconds] = /^\/Date\((-?\d{1,14})(?:[+-]\d{4})?\)\/$/.exec(text) ?? [];
  if (milliseconds !== undefined) return new Date(Number(milliseconds)).toISOString().slice(0, 10);
  const first = YEAR_FIRST.exec(text);
  if (first !== null)
    return valid(Number(first[1]), Number(first[3] ?? first[5]), Number(first[4] ?? first[6]));
  const last = YEAR_LAST.exec(text);
  if (last !== null) {
    const [one, two, year] = [Number(last[1]), Number(last[3]), yearOf(last[4]!)];
    const known = last[2] === '.' || one > 12 ? 'dmy' : two > 12 ? 'mdy' : one === two ? 'dmy' : order;
    return known === undefined ? '' : known === 'dmy' ? valid(year, two, one) : valid(year, one, two);
  }
  const named = NAMED.exec(text);
  if (named === null) return '';
  const month = monthOf((named[2] ?? named[3])!);
  return month === 0 ? '' : valid(yearOf(named[5]!), month, Number(named[1] ?? named[4]));
}

const NUMBERED_MONTH = /^(?:(\d{4})[-/. ]?(?:M|P|Q)?(\d\d?)|(?:M|P)?(\d\d?)[-/. ](\d{4}))$/i;
const NAMED_MONTH = /^(\p{L}{3,10})\.?[-/. ']*(\d{4}|\d{2})$/u;
const QUARTER = /^(?:(\d{4})[-/. ]?Q([1-4])|Q([1-4])[-/. ]?(\d{4}))$/i;

/** The last day of a day, month or quarter; '' where the text is none. */
export function lastDayOf(text: string, order: DateOrder | undefined): string {
  const day = isoDate(text, order);
  if (day !== '') return day;
  const end = (year: number, month: number): string =>
    month >= 1 && month <= 12 && year >= 1900 && year < 2200
      ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
      : '';
  const quarter = QUARTER.exec(text);
  if (quarter !== null) return end(Number(quarter[1] ?? quarter[4]), 3 * Number(quarter[2] ?? quarter[3]));
  const month = NUMBERED_MONTH.exec(text);
  if (month !== null) return end(Number(month[1] ?? month[4]), Number(month[2] ?? month[3]));
  const named = NAMED_MONTH.exec(text);
  return named === null ? '' : end(yearOf(named[2]!), monthOf(named[1]!));
}

/** The day that a spreadsheet counts as so many since the end of 1899; '' where the text is no such number. */
export function countedDay(text: string): string {
  const days = /^[2-6]\d{4}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : Number.NaN;
  return Number.isNaN(days) ? '' : new Date((days - 25_569) * 86_400_000).toISOString().slice(0, 10);
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

/**
 * The one day that lines above the headers name (`Employees as of 2026-03-01`). One that may be two days is the later of them that is
 * not after today.
 */
export function dayIn(above: readonly string[], today: string): string {
  const days = above.flatMap((text) => {
    const day = /\d{4}-\d\d-\d\d|\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b/.exec(text.slice(0, 200))?.[0];
    if (day === undefined) return [];
    const sure = isoDate(day, undefined);
    const past = [isoDate(day, 'dmy'), isoDate(day, 'mdy')].filter((one) => one <= today).sort();
    return [sure || (past.at(-1) ?? '')];
  });
  return new Set(days).size === 1 ? days[0]! : '';
}
