import * as z from 'zod';
import { didYouMean, quoted } from '../../base/text.ts';
import { PROFILES } from '../choices.ts';
import { context } from './context.ts';
import { ANSWERS, PRACTICES } from './practices.ts';

/** One key of the file with one answer to it, as `context.collaboration=good`. */
export interface GivenValue {
  readonly key: string;
  readonly path: readonly string[];
  readonly value: unknown;
}

const TARGET_MARKETS = 'context.targetMarkets';

/** What each key of a file that is a single answer may hold. */
const KEYS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ...Object.entries(context.shape).map(([key, schema]) => [`context.${key}`, schema.unwrap()] as const),
  ...PRACTICES.map(({ id }) => [`practices.${id}`, z.enum(ANSWERS)] as const),
  ['criteria.profile', z.enum(PROFILES)],
]);

/** Every key that one answer can be given to, in the order of the file. */
export const ANSWERABLE: readonly string[] = [...KEYS.keys()];

/** The words to choose an answer from; none where it is a number or something to be written out. */
export function choicesFor(key: string): readonly string[] {
  const schema = KEYS.get(key);
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

/** What is expected of an answer, as part of a sentence. */
export function expectedFor(key: string): string {
  const choices = choicesFor(key);
  if (choices.length > 0) return choices.join(', ');
  return key === TARGET_MARKETS
    ? 'an attribute of customers, as industry or industry:dairy,pharma'
    : 'a number';
}

const asWritten = (key: string, text: string): unknown => {
  if (choicesFor(key).length > 0) return text.toLowerCase();
  if (key !== TARGET_MARKETS) {
    const share = /^(\d+(?:\.\d+)?)\s*%$/.exec(text);
    return share === null ? Number(text === '' ? Number.NaN : text) : Number(share[1]) / 100;
  }
  const [attribute = '', ...values] = text.split(/[:,]/).map((part) => part.trim());
  return values.length === 0 ? { attribute } : { attribute, values };
};

/** An answer to a key as the file would hold it, or what is wrong with it. */
export function readAnswer(
  key: string,
  text: string,
): GivenValue | { readonly fault: string; readonly hint: string } {
  const schema = KEYS.get(key);
  if (schema === undefined)
    return {
      fault: `There is no key ${quoted(key)} that takes an answer.`,
      hint: didYouMean(key, ANSWERABLE) ?? 'As in context.collaboration or practices.strategy-clear.',
    };
  const parsed = schema.safeParse(asWritten(key, text.trim()));
  if (parsed.success) return { key, path: key.split('.'), value: parsed.data };
  const hint = didYouMean(text.trim(), choicesFor(key));
  return {
    fault: `${key}: expected ${expectedFor(key)}, found ${quoted(text)}.`,
    hint: hint ?? `As in ${key}=${choicesFor(key)[0] ?? 1}.`,
  };
}

/** The same of `KEY=ANSWER`. */
export function readGiven(entry: string): ReturnType<typeof readAnswer> {
  const at = entry.indexOf('=');
  if (at === -1)
    return { fault: `${quoted(entry)} is no KEY=ANSWER.`, hint: 'As in context.collaboration=good.' };
  return readAnswer(entry.slice(0, at).trim(), entry.slice(at + 1));
}

/** What a file holds, with other answers; those that are there already are replaced, their notes with them. */
export function withGiven<Input extends object>(input: Input, given: readonly GivenValue[]): Input {
  let changed = { ...input } as Record<string, unknown>;
  for (const { path, value } of given) {
    const [area, name] = path as [string, string];
    changed = { ...changed, [area]: { ...(changed[area] as object | undefined), [name]: value } };
  }
  return changed as Input;
}
