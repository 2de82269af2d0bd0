import { describe, expect, test } from 'vitest';
import { lifetimeValue, lifetimeValueOf } from '../../src/model/lifetime-value.ts';
import { organisationOf } from '../support/organisations.ts';

describe('lifetime value', () => {
  // Factors that textbooks print for margins that come after a year.
  test.each([
    [0.8, 0.1, 2.67],
    [0.9, 0.12, 4.09],
    [0.6, 0.1, 1.2],
    [0, 0.1, 0],
  ])('of a margin of 1 at retention %f and %f interest is %f', (retention, rate, factor) => {
    expect(lifetimeValue(1, retention, rate, 0)).toBeCloseTo(factor, 2);
  });

  test('grows with the margin, and is less by what it cost to win the customer', () => {
    expect(lifetimeValue(100, 0.8, 0.1, 50)).toBeCloseTo(100 * lifetimeValue(1, 0.8, 0.1) - 50, 9);
  });

  test('is not known without margin or retention, or where it would have no end', () => {
    for (const value of [
      lifetimeValue(Number.NaN, 0.8, 0.1),
      lifetimeValue(1, Number.NaN, 0.1),
      lifetimeValue(1, 1.1, 0.1),
    ])
      expect(value).toBeNaN();
    expect(lifetimeValue(1, 1, 0.1)).toBeCloseTo(10, 9);
  });

  test('is that of one customer of a row', async () => {
    const organisation = await organisationOf({
      version: 1,
      name: 'Acme',
      people: [{ id: 'p' }],
      customers: [{ id: 'c', count: 10, margin: 1000, retention: 0.8, acquisitionCost: 30 }],
    });
    expect(lifetimeValueOf(organisation, 0)).toBeCloseTo(100 * (0.8 / 0.3) - 30, 9);
  });
});
