import { headerKey } from '../../../base/text.ts';
import type { Attribute, Index, Organisation } from '../../../model/organisation.ts';
import { membersOf } from '../../hierarchy/unit-head.ts';
import { usableAttributes } from './usable.ts';

/** Departments that are called like groups of customers, while nothing says who serves whom. */
interface Namesakes {
  readonly attribute: string;
  /** Departments, each with the value in its name, in the order of the file. */
  readonly pairs: readonly { readonly unit: Index; readonly value: string }[];
}

/** Words of a name that are looked at together. */
const MOST_WORDS = 5;
/** Fewer of the values may be in names by chance. */
const ENOUGH_VALUES = 0.5;

/** Every run of words of a name, the longest first. */
function runsOf(name: string): string[] {
  const words = name.split(/[\s_/]+/u).slice(0, 20);
  const runs: string[] = [];
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length--)
    for (let from = 0; from + length <= words.length; from++)
      runs.push(headerKey(words.slice(from, from + length).join(' ')));
  return runs;
}

/**
 * The attribute that most departments are called after, where nobody serves customers by name and no department or team says whom
 * it serves: a ward, a school, an office of a region. Two departments and half of the values at least; null where there is none.
 * Linear in departments and values.
 */
export function namesakesOf(organisation: Organisation): Namesakes | null {
  const { relationships, units, teams } = organisation;
  const isSaid =
    relationships.seat.length > 0 ||
    units.some(({ serves }) => serves.kind === 'some') ||
    teams.some(({ serves }) => serves?.kind === 'some');
  if (isSaid || units.length < 2) return null;
  const size = membersOf(organisation);
  const names = units.map(({ name }, unit) => (size[unit]! > 0 ? runsOf(name) : []));
  const found = usableAttributes(organisation).flatMap((attribute: Attribute) => {
    const valueCalled = new Map(attribute.values.map((value) => [headerKey(value), value]));
    const pairs = names.flatMap((runs, unit) => {
      const run = runs.find((one) => valueCalled.has(one));
      return run === undefined ? [] : [{ unit, value: valueCalled.get(run)! }];
    });
    const values = new Set(pairs.map(({ value }) => value)).size;
    return values > 1 && values >= ENOUGH_VALUES * valueCalled.size
      ? [{ attribute: attribute.name, pairs, values }]
      : [];
  });
  return found.reduce<(typeof found)[number] | null>(
    (best, one) => (best === null || one.values > best.values ? one : best),
    null,
  );
}
