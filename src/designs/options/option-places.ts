import type { Problem } from '../../base/errors.ts';
import { alternatives, didYouMean, printable, quoted } from '../../base/text.ts';
import { DESIGN_IDS, type DesignId } from '../../schema/input/designs.ts';
import { branches, keysOf, type Shape, shapeAt } from '../../schema/read/shape.ts';

/** A value for an option, `[design.]option`, as somebody gave it. */
export interface GivenOption {
  readonly option: string;
  readonly value: string;
  /** How it was written, for messages: `--set minimum=3`. */
  readonly written: string;
}

/** An option in one design. */
export interface PlacedOption extends OptionPlace {
  readonly design: DesignId;
}

/**
 * Where `[design.]option` stands: in the one design it names, else in every chosen design that has such an option.
 * A problem where there is none.
 */
export function placesOf(
  { option, written }: Pick<GivenOption, 'option' | 'written'>,
  chosen: readonly DesignId[],
): readonly PlacedOption[] | Problem {
  const names = option.split('.').map((name) => name.trim().normalize('NFC'));
  const problem = (message: string, hint: string): Problem => ({
    message: `${printable(written)}: ${message}`,
    hint,
  });
  const prefix = DESIGN_IDS.find((id) => id === names[0]);
  if (prefix !== undefined && !chosen.includes(prefix))
    return problem(
      `${prefix} is not among the designs asked for.`,
      `Ask for it as well: --design ${[...chosen, prefix].filter((id) => id !== 'as-is').join(',')}.`,
    );
  const wanted = prefix === undefined ? names : names.slice(1);
  const candidates = (prefix === undefined ? chosen : [prefix]).flatMap((design) => {
    const shape = optionsOf(design);
    return shape === undefined ? [] : [{ design, shape }];
  });
  if (candidates.length === 0) {
    const which = alternatives(prefix === undefined ? chosen : [prefix], 'and');
    return problem(
      `${which} ${which.includes(' and ') ? 'take' : 'takes'} no options.`,
      'Set an option of another design.',
    );
  }
  const found: PlacedOption[] = [];
  const dead: { design: DesignId; end: DeadEnd }[] = [];
  for (const { design, shape } of candidates) {
    const end = follow(wanted, shape);
    if ('path' in end) found.push({ design, ...end });
    else dead.push({ design, end });
  }
  return found.length > 0 ? found : leadsNowhere(dead, prefix === undefined, problem);
}

function leadsNowhere(
  dead: readonly { readonly design: DesignId; readonly end: DeadEnd }[],
  couldNameDesign: boolean,
  problem: (message: string, hint: string) => Problem,
): Problem {
  const depth = Math.max(...dead.map(({ end }) => end.at.length));
  const nearest = dead.filter(({ end }) => end.at.length === depth);
  const [{ end }] = nearest as [(typeof nearest)[number]];
  const places = nearest.map(({ design, end: { at } }) => printable([design, ...at].join('.')));
  const lists = new Map<string, string[]>();
  nearest.forEach(({ end: { shape } }, at) => {
    const list = namesAt(shape).join(', ');
    lists.set(list, [...(lists.get(list) ?? []), places[at]!]);
  });
  const hint = [...lists].map(([list, of]) => `Options of ${alternatives(of, 'and')}: ${list}.`).join(' ');
  if (end.unknown === undefined)
    return problem(`${places[0]} is not one value.`, `Name one of those in it. ${hint}`);
  const names = nearest.flatMap(({ end: { shape } }) => namesAt(shape)).filter((name) => name !== ANY_ID);
  const meant = didYouMean(end.unknown, couldNameDesign && depth === 0 ? [...names, ...DESIGN_IDS] : names);
  return problem(
    `there is no option ${quoted(end.unknown)} in ${alternatives(places)}.`,
    meant === undefined ? hint : `${meant} ${hint}`,
  );
}

/** Where the value of an option stands: below the options of a design, and what may stand there. */
interface OptionPlace {
  readonly path: readonly string[];
  readonly shape: Shape;
}

/** How far a name could be followed, and what does not lead on. */
interface DeadEnd {
  readonly at: readonly string[];
  /** The part that is not known; undefined where the name ends before a value is reached. */
  readonly unknown: string | undefined;
  readonly shape: Shape;
}

/** What may be given for a design; undefined where it takes no options. */
export const optionsOf = (design: DesignId): Shape | undefined => shapeAt(['designs', design]);

const isNested = (shape: Shape): boolean =>
  branches(shape).some(
    ({ properties, additionalProperties }) =>
      properties !== undefined || typeof additionalProperties === 'object',
  );

/**
 * The place that a dotted name stands for, as `goals.team`, or the farthest point from which it leads nowhere. Where ids
 * are keys, as in `pinned.p12`, an id may hold dots of its own: it is as long as what follows it is an option.
 */
function follow(names: readonly string[], shape: Shape): OptionPlace | DeadEnd {
  const [name, ...rest] = names;
  if (name === undefined)
    return isNested(shape) ? { at: [], unknown: undefined, shape } : { path: [], shape };
  let farthest: DeadEnd = { at: [], unknown: name, shape };
  for (const { properties, additionalProperties } of branches(shape)) {
    if (properties !== undefined && Object.hasOwn(properties, name))
      return below([name], follow(rest, properties[name]!));
    if (typeof additionalProperties !== 'object') continue;
    for (let length = names.length; length > 0; length--) {
      const found = below(
        [names.slice(0, length).join('.')],
        follow(names.slice(length), additionalProperties),
      );
      if ('path' in found) return found;
      if (reach(found) > reach(farthest)) farthest = found;
    }
  }
  return farthest;
}

/** Of two ends equally far the one that names what is wrong says more. */
const reach = ({ at, unknown }: DeadEnd): number => at.length + (unknown === undefined ? 0 : 0.5);

const below = (keys: readonly string[], found: OptionPlace | DeadEnd): OptionPlace | DeadEnd =>
  'path' in found ? { ...found, path: [...keys, ...found.path] } : { ...found, at: [...keys, ...found.at] };

/** Stands for the keys that the file has. */
const ANY_ID = '<id>';

/** The names that lead on from a place. */
export const namesAt = (shape: Shape): readonly string[] => {
  const keys = keysOf(shape);
  return keys.length > 0 || !isNested(shape) ? keys : [ANY_ID];
};

const NUMBER = /^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

const isNumber = ({ type }: Shape): boolean => type === 'number' || type === 'integer';

/** Whether the values of an option are numbers, and so have a range. */
export const isNumeric = (shape: Shape): boolean => branches(shape).every(isNumber);

/** Whether an option takes several values at once. */
export const isList = (shape: Shape): boolean => branches(shape).some(({ type }) => type === 'array');

/** What text on a command line stands for where a value of this shape is wanted; text where it is no such value. */
export function optionValue(text: string, shape: Shape): unknown {
  const plain = text.trim().normalize('NFC');
  for (const branch of branches(shape)) {
    if (isNumber(branch) && NUMBER.test(plain)) return Number(plain);
    if (branch.type === 'boolean' && (plain === 'true' || plain === 'false')) return plain === 'true';
    if (branch.type === 'array')
      return plain === '' ? [] : plain.split(',').map((entry) => optionValue(entry, branch.items ?? {}));
  }
  return plain;
}
