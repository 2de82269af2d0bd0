import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { combined, inWords } from '../../src/verdicts/certainty.ts';

const parts = (values: readonly number[]) => values.map((cf, at) => ({ rule: `rule-${at}`, cf }));
const combine = (...values: readonly number[]) => combined(parts(values));

const orders = <T>(list: readonly T[]): T[][] =>
  list.length < 2
    ? [[...list]]
    : list.flatMap((one, at) =>
        orders(list.filter((_, other) => other !== at)).map((rest) => [one, ...rest]),
      );

describe('published numbers', () => {
  test.each([
    [[0.5, 0.6], 0.8],
    [[0.6, -0.4], 1 / 3],
    [[0.5, 0.6, -0.3], 5 / 7],
    [[-0.5, -0.6], -0.8],
    [[], 0],
    [[0.4, 0], 0.4],
  ])('%j gives %d in any order', (values, expected) => {
    for (const order of orders(values)) expect(combine(...order)).toBeCloseTo(expected, 12);
  });
});

const uncertain = fc.double({ min: -0.999, max: 0.999, noNaN: true });

describe('laws', () => {
  test('order changes nothing, to the last digit', () =>
    fc.assert(
      fc.property(
        fc.array(uncertain, { maxLength: 8 }),
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        (values, keys) => {
          const all = parts(values);
          const shuffled = all
            .map((part, at) => ({ part, key: keys[at]! }))
            .sort((a, b) => a.key - b.key)
            .map(({ part }) => part);
          expect(combined(shuffled)).toBe(combined(all));
        },
      ),
    ));

  test('pairs may be combined before the rest', () =>
    fc.assert(
      fc.property(uncertain, uncertain, uncertain, (a, b, c) => {
        expect(combine(combine(a, b), c)).toBeCloseTo(combine(a, b, c), 6);
      }),
    ));

  test('the result lies between −1 and 1, and one more reason moves it its own way', () =>
    fc.assert(
      fc.property(fc.array(uncertain, { maxLength: 8 }), uncertain, (values, one) => {
        const [before, after] = [combine(...values), combine(...values, one)];
        expect(Math.abs(before)).toBeLessThanOrEqual(1);
        expect(Math.sign(one) * (after - before)).toBeGreaterThanOrEqual(-1e-9);
      }),
    ));

  test('certainty takes everything with it', () =>
    fc.assert(
      fc.property(fc.array(uncertain, { maxLength: 5 }), (values) => {
        expect(combine(...values, 1)).toBeCloseTo(1, 9);
        expect(combine(-1, ...values)).toBeCloseTo(-1, 9);
      }),
    ));
});

test('for certain and never is an error that names both', () => {
  const contradiction = () =>
    combined([
      { rule: 'fit-small-company', cf: -1 },
      { rule: 'fit-strategy', cf: 0.2 },
      { rule: 'fit-ideal-customer-profiles', cf: 1 },
    ]);
  expect(contradiction).toThrow(UserError);
  expect(contradiction).toThrow(
    'policy.certainties.fit-ideal-customer-profiles makes it certain that a design suits, and policy.certainties.fit-small-company that it does not.',
  );
});

test.each([
  [1, 'suits'],
  [0.5, 'suits'],
  [0.499, 'rather suits'],
  [0.2, 'rather suits'],
  [0.199, 'open'],
  [0, 'open'],
  [-0.199, 'open'],
  [-0.2, 'rather not'],
  [-0.499, 'rather not'],
  [-0.5, 'does not suit'],
  [-1, 'does not suit'],
])('%d in words: %s', (cf, word) => expect(inWords(cf)).toBe(word));
