import { Argument, InvalidArgumentError, Option } from 'commander';
import { UserError } from '../../base/errors.ts';
import { quoted } from '../../base/text.ts';

declare const VALUE: unique symbol;

/** How an option is written and explained; its type knows what a command is given for it. */
export type OptionOf<Value> = Option & { readonly [VALUE]: () => Value };
/** The same for an argument. */
export type ArgumentOf<Value> = Argument & { readonly [VALUE]: () => Value };

/** Options by the names that a command reads them by, in the order of the help. */
export type OptionSet = Readonly<Record<string, OptionOf<unknown>>>;
export type ArgumentList = readonly ArgumentOf<unknown>[];

type ValueOf<Given> = Given extends { readonly [VALUE]: () => infer Value } ? Value : never;
export type ValuesOf<Given extends OptionSet | ArgumentList> = {
  readonly [Key in keyof Given]: ValueOf<Given[Key]>;
};

/** @typeParam Value - What a command is given: text, true for a flag, undefined where it may be left out. */
export const option = <Value>(flags: string, description: string): OptionOf<Value> =>
  new Option(flags, description) as OptionOf<Value>;

/** @typeParam Value - Text; a list where it ends in dots, undefined where it may be left out. */
export const argument = <Value = string>(flags: string, description: string): ArgumentOf<NoInfer<Value>> =>
  new Argument(flags, description) as ArgumentOf<NoInfer<Value>>;

/** What is given for the first time, or once more alike: of two that differ, one would be dropped without a word. */
export const onlyOne = (option: string, before: string | undefined, now: string): string => {
  if (before !== undefined && before !== now)
    throw new UserError(
      `${option} takes one value, and two are given: ${quoted(before)} and ${quoted(now)}.`,
      'Leave one out.',
    );
  return now;
};

/** Reads an option that may be repeated. */
export const repeated = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  value,
];

/** Reads an option that takes a list with commas, and may be repeated: `--design a,b --design c`. */
export const listed = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  ...value.split(',').map((id) => id.trim()),
];

/** Reads a number between two others; `wanted` says which. */
export const numberBetween =
  (least: number, most: number, whole: boolean, wanted: string) =>
  (value: string): number => {
    const read = value.trim() === '' ? Number.NaN : Number(value);
    if (!(read >= least && read <= most) || (whole && !Number.isInteger(read)))
      throw new InvalidArgumentError(wanted);
    return read;
  };

export const count = (flags: string, description: string) =>
  option<number | undefined>(flags, description).argParser(
    numberBetween(0, Number.MAX_SAFE_INTEGER, true, 'Give a whole number of 0 or more.'),
  );

/** How many levels of a chart. */
export const levels = (flags: string, description: string) =>
  option<number | undefined>(flags, description).argParser(
    numberBetween(1, Number.MAX_SAFE_INTEGER, true, 'Expected a whole number of 1 or more.'),
  );

export const share = (flags: string, description: string) =>
  option<number | undefined>(flags, description).argParser(
    numberBetween(0, 1, false, 'Give a share from 0 to 1.'),
  );

/** A day of the calendar. */
export const day = (flags: string, description: string) =>
  option<string | undefined>(flags, description).argParser((value) => {
    const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
    if (date === undefined || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value)
      throw new InvalidArgumentError('Give a day as 2026-01-31.');
    return value;
  });
