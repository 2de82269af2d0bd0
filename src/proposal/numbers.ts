/** Digits of what was worked out: enough for every law, which hold to 1e-9, and few enough to be read. */
const DIGITS = 12;

/** Digits of hours that are assumed: more would pretend to be known. */
const ASSUMED_DIGITS = 4;

const rounded = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** A figure that was worked out, as it is written. */
export const figure = (value: number): number => rounded(value, DIGITS);

/** Assumed hours, as they are written. */
export const assumedHours = (value: number): number => rounded(value, ASSUMED_DIGITS);
