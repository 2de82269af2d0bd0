import type * as z from 'zod';
import { rules } from '../../rules/index.ts';
import { context } from '../../schema/input/context.ts';
import { customer } from '../../schema/input/customer.ts';
import { criteria } from '../../schema/input/decision.ts';
import { organisation } from '../../schema/input/organisation.ts';
import { person } from '../../schema/input/person.ts';
import { type Entry, type Property, properties } from './entry.ts';

/** Parts of the file whose keys are told one by one, since questions and findings name them, and how each is written. */
const PARTS: Readonly<
  Record<string, { readonly schema: z.ZodType; readonly written: (key: string) => string }>
> = {
  context: { schema: context, written: (key) => `context: { ${key}: … } in the file.` },
  criteria: { schema: criteria, written: (key) => `criteria: { ${key}: … } in the file.` },
  customers: {
    schema: customer,
    written: (key) =>
      `${key} of each row under customers: in the file, or a column of that name in its CSV file.`,
  },
  people: {
    schema: person,
    written: (key) =>
      `${key} of each row under people: in the file, or a column of that name in its CSV file.`,
  },
};

const entryOf = (
  id: string,
  property: Property & { readonly enum?: readonly string[] },
  change: string,
): Entry => {
  const readers = rules
    .filter(({ fit }) => (fit?.reads as readonly string[] | undefined)?.includes(id))
    .map((rule) => rule.id);
  return {
    kind: 'key',
    id,
    summary: property.description ?? 'A key of the organisation’s file.',
    facts: {
      ...(property.enum === undefined ? {} : { values: property.enum.join(', ') }),
      ...(readers.length === 0 ? {} : { rules: readers }),
      change,
    },
  };
};

/** The keys of the organisation's file, as questions and findings name them: `context.market`, `customers.effort`. */
export const keyEntries = (): Entry[] =>
  Object.entries(properties(organisation)).flatMap(([part, property]) => {
    const own = PARTS[part];
    return [
      entryOf(part, property, `${part}: … in the file.`),
      ...(own === undefined
        ? []
        : Object.entries(properties(own.schema)).map(([key, one]) =>
            entryOf(`${part}.${key}`, one, own.written(key)),
          )),
    ];
  });

/** What stands under these keys has an entry of its own, by its name alone. */
const ENTRIES_OF = ['practices', 'policy', 'designs', 'rules'];

/**
 * What a key that is printed may be looked up by, the nearest first: itself, what it names (`policy.centreSize`), and of parts
 * whose keys have no entries the part (`capabilities.sales.role`).
 */
export function lookUps(id: string): readonly string[] {
  const [first = '', ...rest] = id.split('.');
  // A report names a risk without what tells it from other things here.
  if (rest.length === 0) return [id, `risk-${id}`];
  if (ENTRIES_OF.includes(first)) return [id, rest.join('.'), rest[0]!];
  return first in PARTS ? [id] : [id, first];
}
