import { expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { policySchema } from '../../src/policy/policy.ts';
import { organisation } from '../../src/schema/input/organisation.ts';
import { guide } from '../../src/schema/read/guide.ts';
import { below, branches, entries, keysOf, type Shape, shapeOf } from '../../src/schema/read/shape.ts';

type Schema = Parameters<typeof guide.isText>[0];

test.each<[string, ZodType]>([
  ['an organisation', organisation],
  ['a policy', policySchema()],
])('the file of %s is read by what its JSON Schema says', (_, file) => {
  const texts: string[] = [];
  let places = 0;
  const compare = (schema: Schema | undefined, shape: Shape | undefined, path: string): void => {
    expect([path, schema === undefined]).toEqual([path, shape === undefined]);
    if (schema === undefined || shape === undefined) return;
    places++;
    const isText = branches(shape).some(({ type }) => type === 'string');
    expect([path, guide.isText(schema)]).toEqual([path, isText]);
    if (isText) texts.push(path);
    compare(guide.entries(schema), entries(shape), `${path}[]`);
    for (const key of [...new Set(keysOf(shape)), 'another'])
      compare(guide.below(schema, key), below(shape, key), `${path}.${key}`);
  };
  compare(file, shapeOf(file), '');
  expect(places).toBeGreaterThan(100);
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.length).toBeLessThan(places);
});
