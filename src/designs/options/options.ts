import * as z from 'zod';
import { type Problem, UserError } from '../../base/errors.ts';
import { alternatives, printable } from '../../base/text.ts';
import { DESIGN_IDS, type DesignId, type DesignsInput, designs } from '../../schema/input/designs.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { checkDesigns } from '../../schema/read/check-references.ts';
import { addIssues, Problems, withoutFaulty } from '../../schema/read/problems.ts';
import { knownIds } from '../../schema/read/references.ts';
import {
  type GivenOption,
  namesAt,
  optionsOf,
  optionValue,
  type PlacedOption,
  placesOf,
} from './option-places.ts';

const plain = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A copy with a value at a place. Entries are defined, not assigned, so that no key means anything to JavaScript. */
function put(target: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const now = plain(target);
  const inner = Object.hasOwn(now, key) ? now[key] : undefined;
  return Object.fromEntries([...Object.entries(now), [key, put(inner, rest, value)]]);
}

/** Without options of its own a matrix goes by those of the clusters: setting one of them must not drop the others. */
function lent(design: DesignId, options: Readonly<Record<string, unknown>>): unknown {
  const shape = optionsOf(design);
  if (design !== 'matrix' || shape === undefined) return {};
  const known = namesAt(shape);
  return Object.fromEntries(Object.entries(plain(options.cluster)).filter(([name]) => known.includes(name)));
}

type Input = Loaded['input'];

/** The options of the designs with some more, later ones over earlier ones; not checked yet. */
function merged(now: DesignsInput, given: readonly { place: PlacedOption; value: string }[]): unknown {
  let options: unknown = now;
  // Those that lend come first.
  const rank = ({ place }: { place: PlacedOption }) => DESIGN_IDS.indexOf(place.design);
  for (const { place, value } of [...given].sort((a, b) => rank(a) - rank(b))) {
    const { design, path, shape } = place;
    if (plain(options)[design] === undefined) options = put(options, [design], lent(design, plain(options)));
    options = put(options, [design, ...path], optionValue(value, shape));
  }
  return options;
}

/** Checks options as those of a file are checked, and tells each fault once with the designs in which it is one. */
function check(
  loaded: Loaded,
  options: unknown,
  tell: (text: string, hint: string | undefined, designs: readonly DesignId[]) => Problem,
): { designs: DesignsInput } | { problems: readonly Problem[] } {
  const faults = new Map<string, { hint: string | undefined; designs: DesignId[] }>();
  const problem = (path: readonly (string | number)[], message: string, hint?: string): Problem => {
    const keys = path.filter((key) => typeof key === 'string').slice(1);
    const text = withoutName(message, keys);
    const fault = faults.get(text) ?? { hint, designs: [] };
    fault.designs.push(keys[0] as DesignId);
    faults.set(text, fault);
    return { message };
  };
  const found = new Problems();
  const value = { designs: options };
  const schema = z.object({ designs });
  const parsed = schema.safeParse(value);
  const faulty = parsed.success ? [] : addIssues(parsed.error.issues, { value, problem }, found);
  const rest = parsed.success ? parsed : schema.safeParse(withoutFaulty(value, faulty));
  if (rest.success) {
    const input: Input = { ...loaded.input, designs: rest.data.designs };
    const ids = knownIds(input, loaded.people, loaded.customers, new Set());
    checkDesigns({ input, file: { problem }, problems: found, ...ids });
  }
  if (faults.size === 0 && parsed.success) return { designs: parsed.data.designs };
  return {
    problems: [...faults].map(([text, { hint, designs: where }]) => tell(text, hint, [...new Set(where)])),
  };
}

/**
 * An organisation whose designs have further options, later ones over earlier ones over those of the file, and everything
 * that is wrong with them: told as for a file, by the same checks. With problems the options stay as they were.
 */
export function applyOptions(
  loaded: Loaded,
  chosen: readonly DesignId[],
  given: readonly GivenOption[],
): { loaded: Loaded; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const placed: { place: PlacedOption; value: string }[] = [];
  for (const { option, value, written } of given) {
    const places = placesOf({ option, written }, chosen);
    if ('message' in places) {
      problems.push(places);
      continue;
    }
    const own = places.map((place) => ({ place, value }));
    placed.push(...own);
    // Each by itself, so that one that a later one replaces is checked as well.
    const checked = check(loaded, merged(loaded.input.designs, own), (text, hint, where) => {
      const which = places.length > 1 ? `, for ${alternatives(where, 'and')}` : '';
      const fits = places.find(({ design }) => !where.includes(design))?.design;
      const message = `${printable(written)}${which}: ${text}`;
      const named = fits && `To set it in one design only: ${fits}.${printable(`${option}=${value}`)}.`;
      return problemOf(message, [hint, named].filter((one) => one !== undefined).join(' ') || undefined);
    });
    if ('problems' in checked) problems.push(...checked.problems);
  }
  if (problems.length > 0) return { loaded, problems };
  const all = given.map(({ written }) => written).join(' ');
  const together = check(loaded, merged(loaded.input.designs, placed), (text, hint) =>
    problemOf(`${printable(all)}: ${text}`, hint),
  );
  return 'problems' in together
    ? { loaded, problems: together.problems }
    : { loaded: { ...loaded, input: { ...loaded.input, designs: together.designs } }, problems: [] };
}

const problemOf = (message: string, hint: string | undefined): Problem =>
  hint === undefined ? { message } : { message, hint };

/** A message on a value of a file, without the name that it begins with. */
function withoutName(message: string, keys: readonly string[]): string {
  for (let length = keys.length; length > 0; length--) {
    const name = `${['designs', ...keys.slice(0, length)].join('.')}: `;
    if (message.startsWith(name)) return message.slice(name.length);
  }
  return message;
}

/** `option=value`, at the first equals sign; a problem where there is none. */
export function readOption(flag: string, text: string): GivenOption | Problem {
  const written = `${flag} ${text}`;
  const at = text.indexOf('=');
  return at > 0
    ? { option: text.slice(0, at), value: text.slice(at + 1), written }
    : {
        message: `${printable(written)}: expected [design.]option=value.`,
        hint: `As in ${flag} clusters=4, or ${flag} cluster.clusters=4 for one of several designs.`,
      };
}

/**
 * An organisation with the options of `--set`, for the designs that are asked for.
 * @param sets - `[design.]option=value` each; without a design, for every chosen one that has the option.
 * @throws UserError with everything that is wrong with them.
 */
export function withSetOptions(loaded: Loaded, chosen: readonly DesignId[], sets: readonly string[]): Loaded {
  if (sets.length === 0) return loaded;
  const read = sets.map((text) => readOption('--set', text));
  const good = read.filter((one) => 'option' in one);
  const applied = applyOptions(loaded, chosen, good);
  const problems = [...read.filter((one) => 'message' in one), ...applied.problems];
  if (problems.length > 0) throw new UserError(problems);
  return { ...applied.loaded, set: sets };
}
