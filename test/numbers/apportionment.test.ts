import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Division, divideJointly, sainteLague } from '../../src/numbers/apportionment.ts';
import { runs } from '../support/runs.ts';

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
  it('passes seats on along a chain where no single seat could be moved', () => {
    // Only the second place has what the third can take, and it has none to spare until the first gives it one.
    const divided = divideJointly(
      [
        { seats: 6, shares: [1, 0.2, 0] },
        { seats: 2, shares: [0, 1, 1e-3] },
      ],
      2,
    );
    expect(divided).toEqual([
      [4, 2, 0],
      [0, 0, 2],
    ]);
  });
});

/** Every way to divide so many seats over the places, with none where there is no share and a floor in each. */
function* divisionsOf(seats: number, open: readonly boolean[], floor: number): Generator<number[]> {
  const [first, ...rest] = open;
  if (first === undefined) {
    if (seats === 0) yield [];
    return;
  }
  for (let here = floor; here <= (first ? seats : floor); here++)
    for (const others of divisionsOf(seats - here, rest, floor)) yield [here, ...others];
}

const product = <T>(lists: readonly (readonly T[])[]): T[][] =>
  lists.reduce<T[][]>((all, list) => all.flatMap((head) => list.map((one) => [...head, one])), [[]]);

describe('divideJointly against every division there is', () => {
  const division = fc.record({
    seats: fc.integer({ min: 0, max: 5 }),
    shares: fc.array(fc.constantFrom(0, 1, 2, 5, 0.3), { minLength: 3, maxLength: 3 }),
  });
  const cases = fc.record({
    divisions: fc.array(division, { minLength: 1, maxLength: 3 }),
    minimum: fc.integer({ min: 1, max: 4 }),
    floor: fc.constantFrom(0, 0, 1),
  });
  const weightsOf = ({ shares }: Division) =>
    shares.some((share) => share > 0) ? shares : shares.map(() => 1);
  const short = (division: readonly number[][], minimum: number) =>
    [0, 1, 2].reduce(
      (sum, place) => sum + Math.max(0, minimum - division.reduce((all, seats) => all + seats[place]!, 0)),
      0,
    );
  const off = (division: readonly number[][], divisions: readonly Division[]) =>
    division.reduce((sum, seats, kind) => {
      const weights = weightsOf(divisions[kind]!);
      const quota = weights.map(
        (weight) => (weight * divisions[kind]!.seats) / weights.reduce((a, b) => a + b, 0),
      );
      return (
        sum +
        seats.reduce(
          (all, own, place) => all + (quota[place]! > 0 ? (own - quota[place]!) ** 2 / quota[place]! : 0),
          0,
        )
      );
    }, 0);

  it('reaches the minimum wherever one does, and is then the nearest to the shares', () => {
    let reached = 0;
    let helped = 0;
    fc.assert(
      fc.property(cases, ({ divisions: raw, minimum, floor }) => {
        // A floor that the seats do not cover, or that is on a place without a share, is no case of ours.
        const divisions = raw.map((one) => ({
          ...one,
          seats: one.seats + 3 * floor,
          shares: floor > 0 ? one.shares.map((share) => share + 0.1) : one.shares,
          atLeast: floor,
        }));
        const every = product(
          divisions.map((one) => [
            ...divisionsOf(
              one.seats,
              weightsOf(one).map((weight) => weight > 0),
              floor,
            ),
          ]),
        );
        const divided = divideJointly(divisions, minimum);
        divided.forEach((seats, kind) => {
          expect(sum(seats)).toBe(divisions[kind]!.seats);
          expect(Math.min(...seats)).toBeGreaterThanOrEqual(floor);
        });
        const least = Math.min(...every.map((one) => short(one, minimum)));
        expect(short(divided, minimum)).toBe(least);
        if (least > 0) return;
        reached++;
        if (
          short(
            divisions.map((one) => sainteLague(one.shares, one.seats, floor)),
            minimum,
          ) > 0
        )
          helped++;
        const nearest = Math.min(
          ...every.filter((one) => short(one, minimum) === 0).map((one) => off(one, divisions)),
        );
        expect(off(divided, divisions)).toBeCloseTo(nearest, 6);
      }),
      { numRuns: runs(400) },
    );
    // The cases are not all easy ones.
    expect(reached).toBeGreaterThan(runs(400) / 8);
    expect(helped).toBeGreaterThan(runs(400) / 40);
  });
});
