import { grouped } from '../../base/grouped.ts';
import { counted } from '../../base/text.ts';
import type { ProfiledField } from '../../schema/documents/validation.ts';

/** What is counted, and how one and several of it are called. */
export interface Count {
  readonly entity: ProfiledField['entity'];
  readonly of: number;
  readonly one: string;
  readonly many: string;
}

export const percent = (share: number): string => `${grouped(share * 100, 0)} %`;

/** `412 of 1,368 people have`, `1 of 1,368 people has`. */
export const some = (number: number, { of, one, many }: Count): string =>
  `${grouped(number)} of ${counted(of, one, many)} ${number === 1 ? 'has' : 'have'}`;

/** A line of the profile without a sentence. */
export const filled = (counting: Count, field: string, given: number, effect = ''): ProfiledField => ({
  entity: counting.entity,
  field,
  given,
  of: counting.of,
  share: counting.of > 0 ? given / counting.of : null,
  effect,
});

/**
 * A line of the profile. `what` is the field with its article; `consequence` says what a gap does to the results, from how
 * many have the field, or '' where it does nothing.
 */
export function gap(
  counting: Count,
  field: string,
  what: string,
  given: number,
  consequence: (none: boolean) => string,
): ProfiledField {
  const { of, one, many } = counting;
  const missing = of - given;
  const text = missing > 0 ? consequence(given === 0) : '';
  if (text === '') return filled(counting, field, given);
  const lacking =
    given === 0
      ? `None of ${counted(of, one, many)} has ${what}`
      : `${some(missing, counting)} no ${what.replace(/^an? /, '')}`;
  return filled(counting, field, given, `${lacking}: ${text}.`);
}

/** How many of a column are known: text that is not empty, numbers that are not NaN. */
export function known(column: readonly string[] | Float64Array): number {
  let count = 0;
  for (const value of column) if (typeof value === 'string' ? value !== '' : !Number.isNaN(value)) count++;
  return count;
}
