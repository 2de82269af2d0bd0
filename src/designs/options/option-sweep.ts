import type { Problem } from '../../base/errors.ts';
import { counted, printable, quoted } from '../../base/text.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { isList, isNumeric, optionValue, placesOf } from './option-places.ts';
import { applyOptions, readOption } from './options.ts';

/** More values than this of one option, or combinations of two, are refused: each is a design that is worked out. */
export const MOST_COMBINATIONS = 400;
/** The one option that the same input need not give the same result for. */
const TIME_LIMIT = 'timeLimit';
/** Whole steps are counted with this much tolerance, since 0.1 is no number of a computer's. */
const TOLERANCE = 1e-9;

/** An option whose values are tried one after the other. */
export interface SweptOption {
  /** Without the design, as `clusters` or `goals.team`. */
  readonly option: string;
  readonly values: readonly { readonly text: string; readonly value: string | number | boolean }[];
}

/** The numbers of `3..8` or `0..1:0.25`, both ends counted where the steps reach them; or what is wrong with it. */
function rangeOf(text: string): readonly string[] | { message: string; hint: string } {
  const dots = text.indexOf('..', 1);
  const [first, [last, by]] = [text.slice(0, dots), text.slice(dots + 2).split(':', 2)];
  const numbers = [first, last, by ?? '1'].map((part) => Number(part?.trim() || Number.NaN));
  const [from, to, step] = numbers as [number, number, number];
  if (numbers.some((number) => !Number.isFinite(number)))
    return {
      message: `expected a range, found ${quoted(text)}.`,
      hint: 'A range is 3..8, or 0..1:0.25 with a step.',
    };
  if (step <= 0 || to < from)
    return {
      message: `the range ${quoted(text)} leads nowhere.`,
      hint: 'Write the lower end first, and a step above 0.',
    };
  const steps = Math.floor((to - from) / step + TOLERANCE);
  if (steps >= MOST_COMBINATIONS) return tooMany(steps + 1);
  if (steps === 0 && to > from)
    return {
      message: `the range ${quoted(text)} holds one value only.`,
      hint: `Give a smaller step, as ${first}..${last}:${Number(((to - from) / 4).toPrecision(2))}.`,
    };
  return Array.from({ length: steps + 1 }, (_, at) => String(Number((from + at * step).toPrecision(12))));
}

const tooMany = (count: number) => ({
  message: `${count > 1e6 ? 'millions of values' : counted(count, 'value')} are too many.`,
  hint: `At most ${MOST_COMBINATIONS} are worked out, combinations of two options included: give a larger step.`,
});

/**
 * Reads `option=3..8`, `option=0..1:0.25` or `option=industry,region`, and checks every value as one given by `--set`.
 * Options that are lists themselves cannot be tried this way.
 */
export function readSweep(loaded: Loaded, design: DesignId, text: string): SweptOption | readonly Problem[] {
  const written = `--sweep ${text}`;
  const problem = (message: string, hint: string): readonly Problem[] => [
    { message: `${printable(written)}: ${message}`, hint },
  ];
  const given = readOption('--sweep', text);
  if ('message' in given) return problem('expected option=a..b[:step].', 'As in --sweep clusters=2..8.');
  const places = placesOf(given, [design]);
  if ('message' in places) return [places];
  const { path, shape } = places[0]!;
  if (path[0] === TIME_LIMIT)
    return problem(
      `${TIME_LIMIT} is no property of a structure, but how long is looked for one: its values would tell of the computer.`,
      `Use --set ${TIME_LIMIT}=… once.`,
    );
  if (isList(shape))
    return problem('a list has no values that could be tried one by one.', 'Use --set, once for each list.');
  const texts: string[] = [];
  for (const part of given.value.split(',').map((one) => one.trim())) {
    const values = isNumeric(shape) && part.includes('..') ? rangeOf(part) : [part];
    if ('message' in values) return problem(values.message, values.hint);
    texts.push(...values);
  }
  const distinct = [...new Set(texts)];
  if (distinct.length > MOST_COMBINATIONS) {
    const { message, hint } = tooMany(distinct.length);
    return problem(message, hint);
  }
  for (const value of distinct) {
    const { problems } = applyOptions(loaded, [design], [{ option: given.option, value, written }]);
    // The first wrong value says what is wanted; the others would say the same.
    if (problems.length > 0) return problems;
  }
  return {
    option: path.join('.'),
    values: distinct.map((value) => ({
      text: value,
      value: optionValue(value, shape) as string | number | boolean,
    })),
  };
}

/** The options of one or two sweeps, or everything that is wrong with them. */
export function readSweeps(
  loaded: Loaded,
  design: DesignId,
  texts: readonly string[],
): readonly SweptOption[] | { problems: readonly Problem[] } {
  const read = texts.map((text) => readSweep(loaded, design, text));
  const swept = read.filter((one): one is SweptOption => 'option' in one);
  const problems = read.flatMap((one) => ('option' in one ? [] : one));
  if (texts.length > 2)
    problems.push({
      message: `--sweep is given ${texts.length} times.`,
      hint: 'One option can be tried, or two against each other; give the others by --set.',
    });
  const [first, second] = swept;
  if (first !== undefined && second !== undefined) {
    const count = first.values.length * second.values.length;
    if (first.option === second.option)
      problems.push({
        message: `--sweep names ${quoted(first.option)} twice.`,
        hint: 'Give all values at once: 3..8,12.',
      });
    else if (count > MOST_COMBINATIONS) {
      const { hint } = tooMany(count);
      problems.push({ message: `--sweep: ${counted(count, 'combination')} are too many.`, hint });
    }
  }
  return problems.length > 0 ? { problems } : swept;
}
