import { describe, expect, test } from 'vitest';
import { given } from '../../src/base/given.ts';
import { forget, lazy, memo, passingMemo } from '../../src/base/memo.ts';

describe('a remembered function', () => {
  test('is worked out once for each combination of arguments, objects by identity and text by value', () => {
    const asked: string[] = [];
    const joined = memo((of: { id: string }, key: string, limit?: number) => {
      asked.push(`${of.id}${key}${limit}`);
      return asked.length;
    });
    const [a, b] = [{ id: 'a' }, { id: 'a' }];
    expect([joined(a, 'x'), joined(a, 'x'), joined(b, 'x'), joined(a, 'y'), joined(a, 'x', 1)]).toEqual([
      1, 1, 2, 3, 4,
    ]);
    expect(joined(b, 'x')).toBe(2);
    expect(asked).toHaveLength(4);
  });

  test('remembers undefined, and nothing that was thrown', () => {
    let calls = 0;
    const nothing = memo((_: object) => {
      calls++;
      return undefined;
    });
    const of = {};
    expect([nothing(of), nothing(of)]).toEqual([undefined, undefined]);
    expect(calls).toBe(1);
    const failing = memo((_: object) => {
      calls++;
      throw new Error('not yet');
    });
    expect(() => failing(of)).toThrow('not yet');
    expect(() => failing(of)).toThrow('not yet');
    expect(calls).toBe(3);
  });

  test('in passing is let go of for one object, and works it out anew', () => {
    let calls = 0;
    const counted = passingMemo((_of: object, _key: string) => ++calls);
    const kept = memo((_: object) => ++calls);
    const [a, b] = [{}, {}];
    expect([counted(a, 'x'), counted(a, 'y'), counted(b, 'x'), kept(a)]).toEqual([1, 2, 3, 4]);
    forget(a);
    expect([counted(b, 'x'), kept(a), counted(a, 'x')]).toEqual([3, 4, 5]);
  });
});

test('a lazy value is computed when it is first asked for, and never again', () => {
  let calls = 0;
  const value = lazy(() => ++calls);
  expect(calls).toBe(0);
  expect([value(), value()]).toEqual([1, 1]);
});

test('given fields are those that are not undefined; null, zero and empty text stay', () => {
  expect(given({ a: undefined, b: null, c: 0, d: '', e: false })).toEqual({ b: null, c: 0, d: '', e: false });
  expect(Object.keys(given({ a: undefined, b: 1 }))).toEqual(['b']);
});
