import { quoted } from '../../base/text.ts';
import { numbersMeant } from '../../base/written-number.ts';
import type { ReadingGuide } from './guide.ts';
import { textOf, type YamlMap } from './node.ts';

/** A key without a value: what is told of it, and what was meant where that may stand there. */
export interface CutValue {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
  readonly meant?: { readonly key: string; readonly value: unknown };
}

/** Within braces a comma ends a value: what follows it has neither colon nor value, and was meant to be part of the value before. */
export function cutValue<Shape>(
  map: YamlMap,
  at: number,
  shape: Shape | undefined,
  guide: ReadingGuide<Shape>,
): CutValue {
  const end = map.pairs.findIndex(({ value }, index) => index > at && value !== undefined);
  const parts = map.pairs.slice(at, end === -1 ? undefined : end).map(({ key }) => textOf(key) ?? '');
  const { key, value } = map.pairs[at - 1] ?? {};
  const [name, start] = [textOf(key), textOf(value)];
  const first = parts[0]!;
  const keys = shape === undefined ? undefined : guide.keys(shape);
  const below = (part: string) => (keys?.has(part) === true ? guide.below(shape!, part) : undefined);
  const offset = map.pairs[at]!.key?.start ?? map.start;
  const [, word = '', text = ''] = /^([^:]{1,40}):(.+)$/.exec(first) ?? [];
  if (keys?.has(word) === true) {
    const inner = below(word);
    const fitting = [text, Number(text)].find((one) => inner === undefined || guide.fits(inner, one));
    return {
      offset,
      message: `A space is missing behind the colon of ${quoted(word)}.`,
      hint: `Write \`${word}: ${text}\`.`,
      ...(fitting === undefined ? {} : { meant: { key: word, value: fitting } }),
    };
  }
  const message = `${quoted(first)} stands here without a colon and a value.`;
  if (keys?.has(first) === true || name === undefined || start === undefined)
    return { offset, message, hint: `Write \`${keys?.has(first) === true ? first : 'key'}: value\`.` };
  const meant = joined([start, ...parts], below(name), guide);
  const advice = meant === undefined ? 'Leave the comma out' : `Write \`${name}: ${meant.written}\``;
  const hint = `Within { } a comma ends a value. ${advice}.`;
  return meant === undefined
    ? { offset, message, hint }
    : { offset, message, hint, meant: { key: name, value: meant.value } };
}

/** A list, a number with a comma in it, or else a text: what may stand there. */
function joined<Shape>(
  parts: readonly string[],
  shape: Shape | undefined,
  guide: ReadingGuide<Shape>,
): { readonly written: string; readonly value: unknown } | undefined {
  if (shape !== undefined && guide.entries(shape) !== undefined)
    return { written: `[${parts.join(', ')}]`, value: parts };
  const fits = (value: unknown) => shape === undefined || guide.fits(shape, value);
  const number = numbersMeant(parts.join(',')).find(fits);
  if (number !== undefined) return { written: String(number), value: number };
  const text = parts.join(', ');
  return fits(text) ? { written: quoted(text), value: text } : undefined;
}
