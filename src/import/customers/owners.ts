import { listed, type People } from '../people/references.ts';
import { isMail, PERSON, ShortIds } from '../people/short-ids.ts';

/** The owners that a row names, as ids, and how they were found. */
interface Owners {
  readonly ids: readonly string[];
  readonly unknown: number;
  readonly byName: number;
}

const MOST_KNOWN = 100_000;

/** Finds owners among people, by each of two texts that name them; the second counts where the first finds nobody. */
export function ownersAmong(people: People): (first: string, second: string) => Owners {
  // A few own many.
  const known = new Map<string, Owners>();
  return (first, second) => {
    const key = second === '' ? first : `${first}\0${second}`;
    const owners = known.get(key) ?? ownersOf(people, first, second);
    if (known.size < MOST_KNOWN) known.set(key, owners);
    return owners;
  };
}

function ownersOf(people: People, first: string, second: string): Owners {
  const named = (text: string) => listed(text).filter((one) => !people.nobody(one));
  const isKnown = (text: string) => people.find(text).id !== undefined;
  const [texts, others] = [named(first), named(second)];
  const used = texts.length === 0 || (!texts.some(isKnown) && others.some(isKnown)) ? others : texts;
  const found = used.map((text) => ({ text, ...people.find(text) }));
  // An address belongs in no report, where ids stand.
  const ids = found.map(({ id, text }) => id ?? (isMail(text) ? new ShortIds(PERSON).of(text) : text));
  return {
    ids: [...new Set(ids)],
    unknown: found.filter(({ id }) => id === undefined).length,
    byName: found.filter((one) => one.id !== undefined && one.by === 'name').length,
  };
}
