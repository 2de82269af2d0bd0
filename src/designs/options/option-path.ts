import type { DesignId } from '../../schema/input/designs.ts';
import { branches, keysOf, type Shape, shapeAt } from '../../schema/read/shape.ts';

/** Where the value of an option stands: below the options of a design, and what may stand there. */
export interface OptionPlace {
  readonly path: readonly string[];
  readonly shape: Shape;
}

/** How far a name could be followed, and what does not lead on. */
export interface DeadEnd {
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
export function follow(names: readonly string[], shape: Shape): OptionPlace | DeadEnd {
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
export const ANY_ID = '<id>';

/** The names that lead on from a place. */
export const namesAt = (shape: Shape): readonly string[] => {
  const keys = keysOf(shape);
  return keys.length > 0 || !isNested(shape) ? keys : [ANY_ID];
};

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

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
