import { listed, type People } from '../people/references.ts';
import { isMail, PERSON, ShortIds } from '../people/short-ids.ts';

/** The owners that a row names, as ids, and how they were found. */
interface Owners {
  readonly ids: readonly string[];
  readonly unknown: number;
  /** Whose name several people have. */
  readonly ambiguous: number;
  /** Users of a CRM who are so no longer. */
  readonly gone: number;
  readonly byName: number;
  readonly byTitle: number;
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

/** Whom a CRM has made unknown, as HubSpot's "(Deactivated user)": a name before the brackets is a name. */
const DEACTIVATED = /^\(?(?:deactivated|inactive|deleted|former|removed|unknown)[ _](?:user|owner)\)?$/i;

function ownersOf(people: People, first: string, second: string): Owners {
  const named = (text: string) =>
    listed(text)
      .filter((one) => !people.nobody(one))
      .flatMap((one) => people.findAll(one));
  const isKnown = (text: string) => people.find(text).id !== undefined;
  const [texts, others] = [named(first), named(second)];
  const used = texts.length === 0 || (!texts.some(isKnown) && others.some(isKnown)) ? others : texts;
  const there = used.filter((text) => !DEACTIVATED.test(text));
  const found = there.map((text) => ({ text, ...ownerOf(people, text) }));
  // An address belongs in no report, where ids stand.
  const ids = found.map(({ id, text }) => id ?? (isMail(text) ? new ShortIds(PERSON).of(text) : text));
  const count = (by: (typeof found)[number]['by']) => found.filter((one) => one.by === by).length;
  return {
    ids: [...new Set(ids)],
    unknown: count('unknown'),
    ambiguous: count('ambiguous'),
    gone: used.length - there.length,
    byName: count('name'),
    byTitle: count('title'),
  };
}

function ownerOf(people: People, text: string) {
  const found = people.find(text);
  if (found.id !== undefined) return found;
  const near = found.why === 'unknown' ? people.byInitialOrTitle(text) : undefined;
  return near ?? { id: undefined, by: found.why };
}
