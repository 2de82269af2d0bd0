import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideJointly, sainteLague } from '../../src/designs/apportionment.ts';

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

describe('sainteLague', () => {
  it('shares .45/.45/.10 never lose a seat from 1 to 50 people', () => {
    let before = [0, 0, 0];
    for (let people = 1; people <= 50; people++) {
      const now = sainteLague([0.45, 0.45, 0.1], people);
      expect(sum(now)).toBe(people);
      now.forEach((seats, at) => {
        expect(seats).toBeGreaterThanOrEqual(before[at]!);
      });
      before = now;
    }
    expect(before).toEqual([23, 22, 5]);
  });
  it('is monotone and complete for any shares and floors', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(shares, fc.nat(80), fc.nat(3), (weights, seats, floor) => {
        const now = sainteLague(weights, seats, floor);
        expect(sum(now)).toBe(seats);
        const more = sainteLague(weights, seats + 1, floor);
        now.forEach((count, at) => {
          expect(more[at]).toBeGreaterThanOrEqual(count);
        });
        if (seats >= floor * weights.length) expect(Math.min(...now)).toBeGreaterThanOrEqual(floor);
      }),
    );
  });
  it('keeps floors of several seats exactly', () => {
    const weights = [6, 4, ...new Array<number>(30).fill(1e-9)];
    expect(sainteLague(weights, 400, 3).slice(0, 2)).toEqual([186, 124]);
  });
});

describe('divideJointly', () => {
  it('moves seats until every place has the minimum', () => {
    const divided = divideJointly(
      [
        { seats: 10, shares: [0.1, 0.9] },
        { seats: 2, shares: [0.5, 0.5] },
      ],
      4,
    );
    expect(divided[0]![0]! + divided[1]![0]!).toBe(4);
    expect(divided.map(sum)).toEqual([10, 2]);
  });
  it('goes on to the next place where one cannot be helped', () => {
    const divided = divideJointly(
      [
        { seats: 2, shares: [0, 1, 0] },
        { seats: 20, shares: [0, 0.2, 0.8] },
      ],
      8,
    );
    const totals = [0, 1, 2].map((place) => divided[0]![place]! + divided[1]![place]!);
    expect(totals).toEqual([0, 8, 14]);
  });
});
