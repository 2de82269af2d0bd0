import { printable, withoutCommands } from '../base/text.ts';

/** Text that YAML reads as itself, with or without brackets around. */
const PLAIN = /^[\p{L}_][\p{L}\p{M}\p{N} _./&'()+-]*$/u;
const RESERVED = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
/**
 * What JSON leaves as it is, though an editor would act upon it instead of showing it, or the runner of a workflow that prints
 * it would obey: `##[`, and `::` where a line may be broken before it.
 */
const CONTROL =
  /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|#(?=\p{DI}*#\p{DI}*\[)|:(?<=\s\p{DI}*:)(?=\p{DI}*:)/gu;

const inQuotes = (text: string): string =>
  JSON.stringify(text).replace(
    CONTROL,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * A value as YAML on one line: plain where it can be, else as JSON, which YAML is a superset of. The library would
 * break long lines, and take a quarter of a millisecond for each.
 */
export function flow(value: unknown): string {
  if (typeof value === 'string')
    return PLAIN.test(value) && !value.endsWith(' ') && !RESERVED.test(value) ? value : inQuotes(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([key, one]) => `${flow(key)}: ${flow(one)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** A line of a comment. */
export const comment = (text: string): string => withoutCommands(`# ${printable(text)}`);

/** The items of a list, one on each line. */
export const list = (items: readonly object[]): string[] => items.map((item) => `  - ${flow(item)}`);

/** An entry without what is not given: empty text, NaN, empty lists. */
export function withoutEmpty(entry: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(entry).filter(
      ([, value]) =>
        value !== '' &&
        value !== undefined &&
        !Number.isNaN(value) &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** The same as a map inside an entry; undefined where nothing is left. */
export const filledMap = (entry: Readonly<Record<string, unknown>> | undefined): object | undefined => {
  const kept = withoutEmpty(entry ?? {});
  return Object.keys(kept).length === 0 ? undefined : kept;
};
