import { type core, safeParse } from 'zod';
import { memo } from '../../base/memo.ts';
import type { ReadingGuide } from '../../source/yaml/guide.ts';

type Schema = core.$ZodType;

/** What a value may be: the branches of a union, or the one schema itself, without what says whether it must be given. */
const branches = memo((schema: Schema): readonly core.$ZodTypes[] => {
  const type = schema as core.$ZodTypes;
  const { def } = type._zod;
  switch (def.type) {
    case 'union':
      return def.options.flatMap(branches);
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'default':
    case 'prefault':
    case 'catch':
    case 'readonly':
      return branches(def.innerType);
    case 'pipe':
      return branches(def.in);
    case 'lazy':
      return branches(def.getter());
    default:
      return [type];
  }
});

const isText = ({ _zod: { def } }: core.$ZodTypes): boolean => {
  switch (def.type) {
    case 'string':
    case 'template_literal':
      return true;
    case 'enum':
      return Object.values(def.entries).every((entry) => typeof entry === 'string');
    case 'literal':
      return def.values.every((value) => typeof value === 'string');
    default:
      return false;
  }
};

function findBelow(schema: Schema, key: string): Schema | undefined {
  for (const {
    _zod: { def },
  } of branches(schema)) {
    if (def.type === 'record') return def.valueType;
    if (def.type !== 'object') continue;
    const shape: Readonly<Record<string, Schema>> = def.shape;
    if (Object.hasOwn(shape, key)) return shape[key];
    if (def.catchall !== undefined && def.catchall._zod.def.type !== 'never') return def.catchall;
  }
  return undefined;
}

function findKeys(schema: Schema): ReadonlySet<string> | undefined {
  const keys = new Set<string>();
  for (const {
    _zod: { def },
  } of branches(schema)) {
    if (def.type === 'record') return undefined;
    if (def.type !== 'object') continue;
    if (def.catchall?._zod.def.type !== 'never') return undefined;
    for (const key of Object.keys(def.shape)) keys.add(key);
  }
  return keys.size === 0 ? undefined : keys;
}

/** A schema as what guides reading: it takes less than a shape, which is for messages. Nothing stands where all is allowed. */
export const guide: ReadingGuide<Schema> = {
  isText: (schema) => branches(schema).some(isText),
  // A list has the same keys in every entry.
  below: memo(findBelow),
  entries: (schema) => {
    for (const {
      _zod: { def },
    } of branches(schema))
      if (def.type === 'array') return def.element;
    return undefined;
  },
  keys: memo(findKeys),
  fits: (schema, value) => safeParse(schema, value, { jitless: true }).success,
};
