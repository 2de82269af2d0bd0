import type { People } from '../model/organisation.ts';

const START = '{person:';

/** How people are called: by name, by id, or by what is made of the id. */
export type Naming = boolean | ((id: string) => string);

/** An id that would read as a number of people within a sentence. */
const NUMERIC = /^\d+$/;

/** Puts the id, the name, or what is made of the id, of people in the place of `{person:ID}`. Linear in the text, whatever is in it. */
export function personWriter(people: People, names: Naming): (text: string) => string {
  let nameOf: Map<string, string> | null = null;
  const shown = (id: string): string => {
    if (typeof names === 'function') return names(id);
    if (!names) return id;
    nameOf ??= new Map(people.id.map((key, seat) => [key, people.name[seat] || key]));
    return nameOf.get(id) ?? id;
  };
  return (text) => {
    let written = '';
    let at = 0;
    for (;;) {
      const start = text.indexOf(START, at);
      const end = start === -1 ? -1 : text.indexOf('}', start);
      if (end === -1) return written + text.slice(at);
      const called = shown(text.slice(start + START.length, end));
      const within = start > 0 || end + 1 < text.length;
      const before = within && NUMERIC.test(called) ? (start > 0 ? 'person ' : 'Person ') : '';
      written += text.slice(at, start) + before + called;
      at = end + 1;
    }
  };
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
