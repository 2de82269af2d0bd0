import { grouped } from '../../base/grouped.ts';
import { inOrder } from '../../base/groups.ts';
import { didYouMean, quoted } from '../../base/text.ts';
import { type Rows, rowsMeantBy } from '../../model/meant-rows.ts';

const LEADING_ZEROS = /^(\D*?)0+(?=\d)/;

/**
 * What is left of an id without case and the zeros that lead its first number: `00009000` and `9000`, `E007` and `e7` have
 * it in common. A number after a first one is left alone: `1.01` and `1.1` are two places in a hierarchy.
 */
export const idKey = (id: string): string => id.toLowerCase().replace(LEADING_ZEROS, '$1');

/** Ids that share a key, in the order of the first of each. Linear in the ids. */
export function sharedKeys(ids: readonly string[]): readonly (readonly number[])[] {
  const first = new Map<string, number>();
  const groups = new Map<number, number[]>();
  for (let index = 0; index < ids.length; index++) {
    const key = idKey(ids[index]!);
    const at = first.get(key);
    if (at === undefined) first.set(key, index);
    else if (groups.has(at)) groups.get(at)!.push(index);
    else groups.set(at, [at, index]);
  }
  return inOrder(groups).map(([, group]) => group);
}

interface Strangers {
  /** A sentence on those that are known but for zeros or case, with a space before it; '' where there is none. */
  readonly remark: string;
  /** What one of them was probably meant to be, as a sentence with a space before it, or ''. */
  hint(id: string): string;
}

/** What can be said of ids that are named but stand nowhere. Linear in both. */
export function strangersAmong(named: readonly string[], rows: Rows): Strangers {
  const { id: known } = rows;
  const keys = new Map(named.map((id) => [idKey(id), undefined as string | undefined]));
  for (const id of known) {
    const key = idKey(id);
    if (keys.has(key)) keys.set(key, keys.get(key) ?? id);
  }
  const meantBy = rowsMeantBy(named, rows);
  const different = new Set(named);
  const same = [...different].filter((id) => keys.get(idKey(id)) !== undefined).length;
  return {
    remark:
      same === 0
        ? ''
        : ` ${same === different.size ? (same === 1 ? 'The id is' : 'All of these ids are') : `${grouped(same)} of these ids ${same === 1 ? 'is' : 'are'}`} probably the same as one that is there, which differs only by leading zeros or by case.`,
    hint: (id) => {
      const twin = keys.get(idKey(id));
      if (twin !== undefined) return `, probably the same as ${quoted(twin)}`;
      const own = meantBy(id);
      if (own !== undefined) return `, which is the ${own.as} of ${own.id}: write ${own.id}`;
      const meant = didYouMean(id, known);
      return meant === undefined ? '' : `. ${meant}`;
    },
  };
}
