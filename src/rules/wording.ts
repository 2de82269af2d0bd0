import type { Organisation } from '../model/organisation.ts';
import type { Finding } from './rule.ts';

/** Most examples that a finding names. */
const MOST_EXAMPLES = 5;

/** Examples of a finding: the first few of what it covers, each in words. */
export const examplesOf = <T>(items: readonly T[], inWords: (item: T) => string): readonly string[] =>
  items.slice(0, MOST_EXAMPLES).map(inWords);

/** A number with at most one decimal. */
// Made once: toLocaleString with options makes a new one for every figure.
const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
export const decimal = (value: number): string => oneDigit.format(value);

/** A fraction as a percentage: `12.5 %`; never `-0 %`. */
export const percent = (fraction: number): string => `${decimal(Math.round(fraction * 1000) / 10 + 0)} %`;

/** The entity of a finding that covers many places. */
export const everywhere = (organisation: Organisation): Finding['entity'] => ({
  kind: 'organisation',
  id: organisation.name,
});
