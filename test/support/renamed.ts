import type { Loaded } from '../../src/schema/loaded.ts';

/** In reverse, or in an order that the number gives. */
export type Shuffle = 'reverse' | number;

type Rename = (id: string) => string;

/** Each id to another of the same list; text that is none stays. */
function exchanged(ids: readonly string[], how: Shuffle): Rename {
  const from = [...ids].sort();
  const to = [...from];
  if (how === 'reverse') to.reverse();
  else
    for (let at = to.length - 1, seed = how; at > 0; at--) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      const other = (seed >>> 8) % (at + 1);
      [to[at], to[other]] = [to[other]!, to[at]!];
    }
  const known = new Map(from.map((id, at) => [id, to[at]!]));
  return (id) => known.get(id) ?? id;
}

/** Keys of the file under which the id of a department stands. */
const OF_DEPARTMENTS = new Set(['department', 'parent', 'from', 'to', 'servesUnits', 'id']);

/**
 * A file with the ids of people, of customers and of declared departments exchanged among themselves. Departments keep their
 * names; ids of people and customers must not be words that mean something else in the file.
 */
export function renamed(loaded: Loaded, how: Shuffle): Loaded {
  const { people, customers, input } = loaded;
  const person = exchanged(people.id, how);
  const customer = exchanged(customers.id, how);
  const unit = exchanged(
    (input.departments ?? []).map(({ id }) => id),
    how,
  );
  const walk = (value: unknown, isUnit: boolean): unknown => {
    if (typeof value === 'string') return isUnit ? unit(person(customer(value))) : person(customer(value));
    if (Array.isArray(value)) return value.map((one) => walk(one, isUnit));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([key, one]) => [person(key), walk(one, OF_DEPARTMENTS.has(key))]));
  };
  const { departments, journeys, capabilities, attributes, ...rest } = input;
  return {
    ...loaded,
    input: {
      ...(walk(rest, false) as typeof rest),
      attributes,
      capabilities,
      journeys: journeys.map(({ serves, ...journey }) => ({
        ...journey,
        ...(serves === undefined ? {} : { serves: walk(serves, false) as typeof serves }),
      })),
      ...(departments === undefined
        ? {}
        : {
            departments: departments.map((one) => ({
              ...(walk(one, false) as typeof one),
              name: one.name ?? one.id,
              kind: one.kind,
            })),
          }),
    },
    people: {
      ...people,
      id: people.id.map(person),
      manager: people.manager.map(person),
      department: people.department.map(unit),
      lines: new Map(
        [...people.lines].map(([row, lines]) => [
          row,
          lines.map(({ job, ...line }) => ({
            ...line,
            to: person(line.to),
            ...(job === undefined ? {} : { job: unit(job) }),
          })),
        ]),
      ),
      serves: new Map([...people.serves].map(([row, ids]) => [row, ids.map(customer)])),
    },
    customers: {
      ...customers,
      id: customers.id.map(customer),
      owner: new Map([...customers.owner].map(([row, ids]) => [row, ids.map(person)])),
      parent: customers.parent.map(customer),
    },
  };
}
