/** Whether a text is a day of the calendar, as 2024-01-31. */
function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (parts === null) return false;
  const [, year, month, day] = parts.map(Number);
  const date = new Date(Date.UTC(2000, month! - 1, day!));
  date.setUTCFullYear(year!, month! - 1, day!);
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day!;
}

/** The day that a cell names; what was expected and how to write it where it names none. */
export const parseDate = (cell: string): string | { readonly expected: string; readonly hint: string } =>
  isDay(cell) ? cell : { expected: 'a date as 2024-01-31', hint: dateHint(cell) };

const DAY_FIRST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[./-]?(\d{1,2})[./-]?(\d{1,2})(?:[T ].{0,30})?$/;

/** A date as it is to be written; both ways where day and month cannot be told apart. */
export function dateHint(text: string): string {
  const [, first = 0, second = 0, third = 0] = DAY_FIRST.exec(text)?.map(Number) ?? [];
  const [, year = 0, month = 0, day = 0] = YEAR_FIRST.exec(text)?.map(Number) ?? [];
  const orders = [
    [third, second, first],
    [third, first, second],
    [year, month, day],
  ].filter((parts) => parts.every((part) => part > 0));
  const written = orders
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
    .filter((date) => isDay(date));
  if (written.length > 0) return `Write ${[...new Set(written)].join(' or ')}.`;
  return orders.length > 0
    ? 'No month has that day. Write year, month and day, as 2024-01-31.'
    : 'Write year, month and day, as 2024-01-31.';
}
