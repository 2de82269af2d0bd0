import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standing } from '../../src/policy/ratchet.ts';

const limit = (min: number | null, max: number | null, tolerance = 0) => ({ min, max, tolerance });

describe('a limit', () => {
  test.each([
    // before, after, least, most, tolerance, status
    [null, 2, null, 2, 0, 'within'],
    [null, 2.1, null, 2, 0, 'beyond'],
    [1.9, 2.1, null, 2, 0, 'beyond'],
    [1.9, 2.1, null, 2, 0.5, 'beyond'],
    [3, 2.5, null, 2, 0, 'tolerated'],
    [3, 3, null, 2, 0, 'tolerated'],
    [3, 3.1, null, 2, 0, 'beyond'],
    [3, 3.1, null, 2, 0.2, 'tolerated'],
    [3, 3.3, null, 2, 0.2, 'beyond'],
    [3, 2, null, 2, 0, 'within'],
    [0.4, 0.3, 0.5, null, 0, 'beyond'],
    [0.4, 0.45, 0.5, null, 0, 'tolerated'],
    [0.4, 0.45, 0.42, 0.5, 0, 'within'],
    // From beyond one end to beyond the other is no improvement.
    [9, 1, 2, 8, 0, 'beyond'],
    [null, null, null, 2, 0, 'unknown'],
    [2, null, null, 2, 0, 'beyond'],
  ] as const)(
    '%s → %s, from %s to %s with a tolerance of %s: %s',
    (before, after, min, max, tolerance, status) => {
      expect(standing(before, after, limit(min, max, tolerance), 'lower').status).toBe(status);
    },
  );

  test.each([
    ['lower', 2, 2, 0, 'within'],
    ['lower', 2, 2.1, 0, 'beyond'],
    ['lower', 2, 2.1, 0.1, 'within'],
    ['lower', 2, 1, 0, 'within'],
    ['higher', 0.5, 0.4, 0, 'beyond'],
    ['higher', 0.5, 0.4, 0.2, 'within'],
    ['higher', null, 0.4, 0, 'unknown'],
  ] as const)(
    'without ends is the baseline: %s is better, %s → %s, %s tolerated: %s',
    (better, before, after, tolerance, status) => {
      expect(standing(before, after, limit(null, null, tolerance), better).status).toBe(status);
    },
  );

  const figure = fc.double({ min: -100, max: 100, noNaN: true });

  test('never fails where nothing changes, and always where it is crossed', () => {
    fc.assert(
      fc.property(figure, figure, fc.double({ min: 0, max: 10, noNaN: true }), (value, max, tolerance) => {
        const same = standing(value, value, limit(null, max, tolerance), 'lower').status;
        expect(same).not.toBe('beyond');
        expect(standing(null, value, limit(null, max, tolerance), 'lower').status).toBe(
          same === 'within' ? 'within' : 'beyond',
        );
      }),
    );
  });

  test('is the same for the least of the negative', () => {
    fc.assert(
      fc.property(
        fc.option(figure),
        figure,
        figure,
        fc.double({ min: 0, max: 10, noNaN: true }),
        (before, after, end, tolerance) => {
          const upper = standing(before, after, limit(null, end, tolerance), 'lower');
          const lower = standing(
            before === null ? null : -before,
            -after,
            limit(-end, null, tolerance),
            'higher',
          );
          expect(lower.status).toBe(upper.status);
        },
      ),
    );
  });
});
