import { compact, grouped } from './grouped.ts';

const NOT_KNOWN = '–';

/** Above this a figure would not fit the column of a design; the JSON report has every digit. */
const LONGEST_WHOLE = 99_999;

/** A figure inside a sentence. */
export const brief = (value: number): string => grouped(value + 0, 1);

export const whole = (value: number): string => grouped(value + 0, 0);

/** A figure in whole numbers; what is there, but small, does not read as none. */
export const wholeOrLess = (value: number): string => (value > 0 && value < 0.5 ? '<1' : whole(value));

export const percent = (value: number): string => {
  const points = value * 100;
  // A share that is there, but small, must not read as none, nor one that is nearly everything as everything.
  if (points > 0 && points < 0.5) return '<1 %';
  if (points >= 99.5 && points < 100 - 1e-9) return '>99 %';
  return `${whole(points)} %`;
};

/** A share that stands behind "less than" or "more than": to a tenth of a point near both ends, and never none or all. */
export const limitPercent = (fraction: number): string =>
  Math.abs(fraction - 0.5) > 0.495
    ? precisePercent(Math.min(0.999, Math.max(0.001, fraction)))
    : percent(fraction);

/** A share inside a sentence, to a tenth of a point: `12.5 %`; never `-0 %`. */
export const precisePercent = (fraction: number): string => `${brief(Math.round(fraction * 1000) / 10)} %`;

/** Whether two figures differ by no more than rounding: a billionth of the larger, or of 1. */
export const areAlike = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const isMultipleOf = (value: number, step: number): boolean =>
  Math.abs(value / step - Math.round(value / step)) < 1e-9;

/** How to print the figures of one measure, so that those of all designs have the same number of decimals. */
export const figureFormat = (
  values: readonly (number | null)[],
  unit: string,
): ((value: number | null) => string) => {
  const known = values.filter((value) => value !== null);
  const digits = known.every((value) => isMultipleOf(value, 1))
    ? 0
    : known.every((value) => isMultipleOf(value, 0.1) || Math.abs(value) >= 100)
      ? 1
      : 2;
  return (value) => {
    if (value === null) return NOT_KNOWN;
    if (unit === 'fraction') return percent(value);
    if (digits === 2 && value > 0 && value < 0.005) return '<0.01';
    if (Math.abs(value) > LONGEST_WHOLE) return compact(value, 3, true);
    return grouped(value + 0, digits, digits);
  };
};
