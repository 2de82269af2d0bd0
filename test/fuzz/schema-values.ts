import fc, { type GeneratorValue } from 'fast-check';
import { FRAGMENTS } from '../support/hostile-text.ts';

/** As much of JSON Schema as the schemas of this product use. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
}

/** Ids that may be named where a key of this name stands. */
export type Names = Readonly<Record<string, readonly string[]>>;

const NUMBERS = [0, 1, 2, 3, 4, 12, 100, 0.5, 0.25, 1 / 3, 1e-9, 1e-300, 1e6, 1e15, 1e300, -1, -0.5, 17.25];
const DATES = ['2026-01-31', '2024-02-29', '1899-12-31', '9999-12-31', '2026-11-02'];
const HOSTILE: readonly unknown[] = [
  null,
  '',
  ' ',
  true,
  -1,
  1e308,
  [],
  {},
  [[]],
  '0x1F',
  'constructor',
  '__proto__',
  '2026-02-30',
  '1e999',
  'a'.repeat(3000),
  { file: '../org.yaml' },
  { file: 'people.csv' },
  ...FRAGMENTS,
];

export const hostileValue = (g: GeneratorValue): unknown => structuredClone(g(fc.constantFrom, ...HOSTILE));

/** A value that fits the schema, more or less: patterns other than that of a date are not kept. */
export function fittingValue(
  schema: Schema,
  key: string,
  names: Names,
  g: GeneratorValue,
  depth = 0,
): unknown {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fittingValue(g(fc.constantFrom, ...choices), key, names, g, depth);
  if ('const' in schema) return schema.const;
  if (schema.enum) return g(fc.constantFrom, ...schema.enum);
  switch (schema.type) {
    case 'string': {
      if (schema.pattern?.includes('[0-9]{4}') || schema.pattern?.includes('\\d{4}'))
        return g(fc.constantFrom, ...DATES);
      const known = names[key];
      return known && g(fc.nat, 9) > 0
        ? g(fc.constantFrom, ...known)
        : g(fc.constantFrom, 'north', 'dairy', 'EUR', 'Sales Manager', 'a b', ...FRAGMENTS);
    }
    case 'number':
    case 'integer': {
      const { minimum = -Infinity, maximum = Infinity } = schema;
      const within = NUMBERS.filter(
        (number) =>
          number >= minimum && number <= maximum && (schema.type === 'number' || Number.isInteger(number)),
      );
      return within.length === 0 ? (schema.minimum ?? 0) : g(fc.constantFrom, ...within);
    }
    case 'boolean':
      return g(fc.boolean);
    case 'array': {
      const length = (schema.minItems ?? 0) + g(fc.nat, depth > 2 ? 1 : 3);
      return Array.from({ length }, () => fittingValue(schema.items ?? {}, key, names, g, depth + 1));
    }
    case 'object': {
      const value: Record<string, unknown> = {};
      for (const [name, property] of Object.entries(schema.properties ?? {}))
        if (schema.required?.includes(name) || g(fc.nat, depth + 2) === 0)
          value[name] = fittingValue(property, name, names, g, depth + 1);
      if (typeof schema.additionalProperties === 'object')
        for (const name of names[key] ?? ['north', 'industry'])
          if (g(fc.nat, 3) === 0)
            value[name] = fittingValue(schema.additionalProperties, name, names, g, depth + 1);
      return value;
    }
    default:
      return hostileValue(g);
  }
}

type Place = {
  readonly holder: Record<string, unknown> | unknown[];
  readonly schema: Schema;
  readonly key: string;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const branchFor = (schema: Schema, value: unknown): Schema =>
  (schema.anyOf ?? schema.oneOf)?.find(
    ({ type }) => type === (Array.isArray(value) ? 'array' : typeof value),
  ) ?? schema;

/** All objects and lists of a document, with what the schema says of them. */
function placesOf(value: unknown, schema: Schema, key: string, places: Place[] = []): Place[] {
  const own = branchFor(schema, value);
  if (Array.isArray(value)) {
    places.push({ holder: value, schema: own, key });
    for (const item of value) placesOf(item, own.items ?? {}, key, places);
  } else if (isObject(value)) {
    places.push({ holder: value, schema: own, key });
    for (const [name, item] of Object.entries(value)) {
      const rest = typeof own.additionalProperties === 'object' ? own.additionalProperties : {};
      placesOf(item, own.properties?.[name] ?? rest, name, places);
    }
  }
  return places;
}

/** Changes one thing anywhere in the document: puts in what fits or what does not, takes out, or doubles. */
export function changeDocument(document: unknown, schema: Schema, names: Names, g: GeneratorValue): void {
  const places = placesOf(document, schema, '');
  // The rows are most of all places, and the rest is to be changed as often.
  const rare = places.filter(({ key }) => key !== 'people' && key !== 'customers');
  const among = g(fc.boolean) ? rare : places;
  const { holder, schema: own, key } = among[g(fc.nat, among.length - 1)]!;
  const kind = g(fc.nat, 10);
  if (Array.isArray(holder)) {
    const at = g(fc.nat, holder.length);
    if (kind < 3) holder.splice(at, 1);
    else if (kind < 5 && holder.length > 0) holder.push(structuredClone(holder[at % holder.length]));
    else if (kind < 10) holder.splice(at, 0, fittingValue(own.items ?? {}, key, names, g));
    else holder.splice(at, 1, hostileValue(g));
    return;
  }
  const properties = Object.entries(own.properties ?? {});
  // What a file must have is left out rarely, since such a file tries nothing but the reader.
  const present = Object.keys(holder).filter(
    (name) => own.required?.includes(name) !== true || g(fc.nat, 9) === 0,
  );
  if (kind < 2 && present.length > 0) delete holder[present[g(fc.nat, present.length - 1)]!];
  else if (kind < 9 && properties.length > 0) {
    const [name, property] = properties[g(fc.nat, properties.length - 1)]!;
    holder[name] = fittingValue(property, name, names, g);
  } else if (present.length > 0) holder[present[g(fc.nat, present.length - 1)]!] = hostileValue(g);
}
