import type { People } from '../../model/organisation.ts';

/** Puts the id, or the name, of people in the place of `{person:ID}`. */
export function personWriter(people: People, names: boolean): (text: string) => string {
  let nameOf: Map<string, string> | null = null;
  return (text) =>
    text.replace(/\{person:([^}]*)\}/g, (_, id: string) => {
      if (!names) return id;
      nameOf ??= new Map(people.id.map((key, seat) => [key, people.name[seat] || key]));
      return nameOf.get(id) ?? id;
    });
}

/** A document with `write` done to every text in it: people who are named by id are put in their place. */
export function withPeople<T>(document: T, write: (text: string) => string): T {
  const inside = (value: unknown): unknown => {
    if (typeof value === 'string') return write(value);
    if (Array.isArray(value)) return value.map(inside);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inside(one)]));
  };
  return inside(document) as T;
}
