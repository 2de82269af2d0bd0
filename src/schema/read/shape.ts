import * as z from 'zod';
import { memo } from '../../base/memo.ts';
import { alternatives, quoted } from '../../base/text.ts';
import { customer } from '../input/customer.ts';
import { organisation } from '../input/organisation.ts';
import { person } from '../input/person.ts';

/** What the schema allows at a place, as JSON Schema says it. */
export interface Shape {
  /** One type; where a schema allows several, `branches` takes them apart. */
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
}

/** Worked out once for each schema. */
export const shapeOf = memo((schema: z.ZodType): Shape => z.toJSONSchema(schema, { io: 'input' }) as Shape);

const organisationShape = (): Shape => shapeOf(organisation);
export const personShape = (): Shape => shapeOf(person);
export const customerShape = (): Shape => shapeOf(customer);

/** The shapes that a value may have: the branches of a union, or the one shape itself. */
export function branches(shape: Shape): readonly Shape[] {
  const types: unknown = shape.type;
  if (Array.isArray(types)) return types.map((type) => ({ ...shape, type: String(type) }));
  return shape.anyOf?.flatMap(branches) ?? [shape];
}

/** The shape of what stands below a key, by any branch that has it. */
export function below(shape: Shape, key: string): Shape | undefined {
  for (const branch of branches(shape)) {
    const own = branch.properties;
    if (own !== undefined && Object.hasOwn(own, key)) return own[key];
    if (typeof branch.additionalProperties === 'object') return branch.additionalProperties;
  }
  return undefined;
}

/** The shape of the entries of a list. */
export function entries(shape: Shape): Shape | undefined {
  return branches(shape).find((branch) => branch.items !== undefined)?.items;
}

/** The shape at a path of a file, an organisation's if left out; undefined where the schema knows nothing of it. */
export function shapeAt(
  path: readonly (string | number)[],
  file: Shape = organisationShape(),
): Shape | undefined {
  let shape: Shape | undefined = file;
  for (const key of path) {
    if (shape === undefined) return undefined;
    shape = typeof key === 'number' ? entries(shape) : below(shape, key);
  }
  return shape;
}

/** The keys that a map at this place may have; empty where any are allowed. */
export function keysOf(shape: Shape | undefined): string[] {
  return shape === undefined ? [] : branches(shape).flatMap((branch) => Object.keys(branch.properties ?? {}));
}

/** All keys that a shape has anywhere. */
export const wordsOf = memo((shape: Shape): ReadonlySet<string> => {
  const { properties = {}, additionalProperties, items } = shape;
  const inner = typeof additionalProperties === 'object' ? [additionalProperties] : [];
  const parts = [
    ...Object.values(properties),
    ...inner,
    ...(items === undefined ? [] : [items]),
    ...(shape.anyOf ?? []),
  ];
  return new Set([...Object.keys(properties), ...parts.flatMap((part) => [...wordsOf(part)])]);
});

/** What a value must be, in words: `a number from 0 to 1`, `one of "b2b" or "b2c"`. */
export function expected(shape: Shape): string {
  return alternatives([...new Set(branches(shape).map(expectedBranch))]);
}

function expectedBranch(shape: Shape): string {
  if (shape.const !== undefined)
    return typeof shape.const === 'string' ? quoted(shape.const) : String(shape.const);
  if (shape.enum !== undefined) return alternatives(shape.enum.map((choice) => quoted(String(choice))));
  if (shape.format === 'date') return 'a date as 2024-01-31';
  if (shape.type === 'array') return 'a list';
  if (shape.type === 'object') {
    const keys = Object.keys(shape.properties ?? {});
    return keys.length > 0 && keys.length < 5 ? `a map with ${alternatives(keys, 'and')}` : 'a map';
  }
  if (shape.type === 'boolean') return 'true or false';
  if (shape.type === 'number' || shape.type === 'integer') return expectedNumber(shape);
  return 'text';
}

interface Limits {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** `a whole number of at least 1`, `a number above 0 and at most 1`. */
export function expectedNumber(limits: Limits): string {
  const noun = limits.type === 'integer' ? 'a whole number' : 'a number';
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = limits;
  const top = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? undefined : maximum;
  const bottom = minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? undefined : minimum;
  if (bottom !== undefined && top !== undefined) return `${noun} from ${bottom} to ${top}`;
  const parts: string[] = [];
  if (bottom !== undefined) parts.push(`of at least ${bottom}`);
  if (exclusiveMinimum !== undefined) parts.push(`above ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined) parts.push(`below ${exclusiveMaximum}`);
  if (top !== undefined) parts.push(`at most ${top}`);
  return [noun, parts.join(' and ')].filter(Boolean).join(' ');
}

/** A value as it was found, in words: `text "abc"`, `the number 3`, `a list`. */
export function foundText(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return value === '' ? 'empty text' : `text ${quoted(value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return typeof value === 'object' ? 'a map' : String(value);
}
