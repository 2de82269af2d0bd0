import { quantileSorted } from 'simple-statistics';

/** Median; NaN for nothing. */
export const median = (values: readonly number[]): number =>
  values.length === 0
    ? Number.NaN
    : quantileSorted(
        [...values].sort((a, b) => a - b),
        0.5,
      );

/** Order of text by code unit, the same in every locale. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An id part from any text: lower case, everything else than letters and digits of any script as a hyphen. */
export const slug = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'other';
