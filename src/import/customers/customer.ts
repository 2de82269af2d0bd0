import type { CustomerField } from './customer-fields.ts';

export const FIGURES = [
  'revenue',
  'margin',
  'retention',
  'acquisitionCost',
  'satisfaction.score',
  'satisfaction.min',
  'satisfaction.max',
  'satisfaction.n',
] as const satisfies readonly CustomerField[];
export type Figure = (typeof FIGURES)[number];

/** A customer, or a segment of them, as it will be written; figures are NaN where not given. */
export interface ImportedCustomer {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly market: 'b2b' | 'b2c' | '';
  readonly owner: readonly string[];
  readonly parent: string;
  readonly figures: Readonly<Record<Figure, number>>;
  readonly journey?: string;
  /** Hours a month by capability, in the order of the capabilities. */
  readonly effort: readonly number[];
  /** The same where they are not known but assumed. */
  readonly assumedEffort?: readonly number[];
  readonly attributes: readonly string[];
}
