import { expect, test } from 'vitest';
import { defer, deferred, workOut } from '../../src/base/deferred.ts';
import { disk } from '../../src/cli/io/disk.ts';
import { evaluate } from '../../src/index.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { ruleIds } from '../support/organisations.ts';

test('what is put off is worked out once, in its place among the others, and left out where it comes to nothing', () => {
  let times = 0;
  const made: { a: number; b?: number | undefined; c?: number | undefined } = { a: 1, b: 0 };
  defer(made, 'b', () => ++times);
  defer(made, 'c', () => undefined);
  expect(times).toBe(0);
  expect(JSON.stringify(made)).toBe('{"a":1,"b":1}');
  expect(JSON.stringify({ ...made })).toBe('{"a":1,"b":1}');
  expect(Object.keys(made)).toEqual(['a', 'b']);
  expect(times).toBe(1);
});

test('what is put off can be set to something else', () => {
  const made = deferred<{ a: number }>({ a: () => 1 });
  made.a = 2;
  expect(made).toEqual({ a: 2 });
});

test('once all of it is worked out nothing is left to ask for', () => {
  const inner = deferred<{ a: number }>({ a: () => 1 });
  const made = deferred<{ list: { a: number }[] }>({ list: () => [inner] });
  workOut(made);
  expect(Object.getOwnPropertyDescriptor(made, 'list')).toHaveProperty('value');
  expect(Object.getOwnPropertyDescriptor(inner, 'a')).toHaveProperty('value', 1);
});

test('a report says the same whatever of it is read first', async () => {
  const loaded = await loadOrganisation('examples/halden/org.yaml', disk, { ruleIds });
  const backwards = evaluate(loaded, { version: 'test' });
  for (const key of Object.keys(backwards).reverse())
    JSON.stringify(backwards[key as keyof typeof backwards]);
  expect(JSON.stringify(backwards)).toBe(JSON.stringify(evaluate(loaded, { version: 'test' })));
});
