import * as z from 'zod';
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

const shapes = new Map<z.ZodType, Shape>();

/** Worked out once for each schema. */
export function shapeOf(schema: z.ZodType): Shape {
  let shape = shapes.get(schema);
  if (shape === undefined) {
    shape = z.toJSONSchema(schema, { io: 'input' }) as Shape;
    shapes.set(schema, shape);
  }
  return shape;
}

export const organisationShape = (): Shape => shapeOf(organisation);
export const personShape = (): Shape => shapeOf(person);
export const customerShape = (): Shape => shapeOf(customer);

/** The shapes that a value may have: the branches of a union, or the one shape itself. */
export function branches(shape: Shape): readonly Shape[] {
  const types: unknown = shape.type;
  if (Array.isArray(types)) return types.map((type) => ({ ...shape, type: String(type) }));
  return shape.anyOf?.flatMap(branches) ?? [shape];
}

/** Whether a scalar at this place is text, and so to be kept as it was written. */
export function isText(shape: Shape): boolean {
  return branches(shape).some((branch) => branch.type === 'string');
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
