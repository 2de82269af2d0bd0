import { whole } from '../../base/figures.ts';
import { groupsBy } from '../../base/groups.ts';
import { byText } from '../../base/text.ts';
import type { Item } from '../../render/block.ts';
import type { CustomerRef, PersonRef, UnitRef } from './refs.ts';

/** A list of changes of one kind. */
export interface ChangeList {
  readonly title: string;
  /** How much of it there is. */
  readonly count: string;
  readonly items: readonly Item[];
}

/** Names where they were asked for, else ids. */
export const nameOf = ({ id, name }: PersonRef | CustomerRef): string => name ?? id;

export const unitName = (unit: UnitRef | null): string => unit?.name ?? 'no department';

/** A unit with its id, where that is not its name. */
export const unitInFull = ({ id, name }: UnitRef): string => (id === name ? name : `${name} (${id})`);

const KINDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  department: ['department', 'departments'],
  phase: ['phase', 'phases'],
  cluster: ['cluster', 'clusters'],
  'common-service': ['common service', 'common services'],
  'centre-of-expertise': ['centre of expertise', 'centres of expertise'],
};

/** The kind of one or several units as people say it. */
export const kindName = (kind: string, count: number): string => KINDS[kind]?.[count === 1 ? 0 : 1] ?? kind;

/**
 * Things that share a key, with their number, the largest group first, of equals the first by key; `text` of the first
 * stands for the group. Linear, beside the sort of the groups.
 */
export function grouped<T>(
  list: readonly T[],
  by: { key(one: T): string; text(one: T): string; member(one: T): string },
): Item[] {
  const groups = new Map<string, { text: string; members: string[] }>();
  for (const one of list) {
    const key = by.key(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { text: by.text(one), members: [by.member(one)] });
    else group.members.push(by.member(one));
  }
  return [...groups]
    .sort(([a, one], [b, other]) => other.members.length - one.members.length || byText(a, b))
    .map(([, { text, members }]) => ({ text: `${text} (${whole(members.length)})`, members }));
}

/** What shares a key as one item, where it is several things, in the place of the first; else as it stands. Linear. */
export function sameForSeveral<T>(
  list: readonly T[],
  by: { key(one: T): string; one(one: T): string; several(list: readonly T[]): Item },
): Item[] {
  return [...groupsBy(list, by.key).values()].map((group) =>
    group.length === 1 ? { text: by.one(group[0]!) } : by.several(group),
  );
}

/** A key of several parts that no text can forge. */
export const keyOf = (...parts: readonly (string | null | undefined)[]): string =>
  JSON.stringify(parts.map((part) => part ?? null));
