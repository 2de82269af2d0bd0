import fc from 'fast-check';
import { silhouette } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { type Distances, meanSilhouette, medoidGroups } from '../../src/numbers/medoids.ts';

/** Points on a line. */
function line(places: readonly number[], weight = places.map(() => 1)): Distances {
  const count = places.length;
  const at = new Float64Array(count * count);
  for (let a = 0; a < count; a++)
    for (let b = 0; b < count; b++) at[a * count + b] = Math.abs(places[a]! - places[b]!);
  return { count, at, weight: Float64Array.from(weight) };
}

const costOf = ({ count, at, weight }: Distances, medoids: readonly number[]) =>
  Array.from({ length: count }, (_, point) => point).reduce(
    (sum, point) => sum + weight[point]! * Math.min(...medoids.map((medoid) => at[point * count + medoid]!)),
    0,
  );

function* choicesOf(count: number, groups: number, from = 0): Generator<number[]> {
  if (groups === 0) {
    yield [];
    return;
  }
  for (let first = from; first < count; first++)
    for (const rest of choicesOf(count, groups - 1, first + 1)) yield [first, ...rest];
}

const places = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 9 });

describe('k-medoids', () => {
  it('finds three groups on a line', () => {
    const { medoids, label } = medoidGroups(line([0, 1, 2, 20, 21, 22, 50, 51, 52]), 3);
    expect([...medoids].sort((a, b) => a - b)).toEqual([1, 4, 7]);
    expect([...label.slice(0, 3)].every((one) => one === label[0])).toBe(true);
    expect(new Set(label).size).toBe(3);
  });

  it('ends where no exchange of one medoid is better, and starts no worse than the best single point', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 2, max: 3 }), (at, groups) => {
        const distances = line(at);
        const { medoids, label } = medoidGroups(distances, groups);
        const cost = costOf(distances, medoids);
        expect(new Set(medoids).size).toBe(groups);
        medoids.forEach((_, place) => {
          for (let point = 0; point < at.length; point++) {
            if (medoids.includes(point)) continue;
            expect(costOf(distances, medoids.with(place, point))).toBeGreaterThanOrEqual(cost - 1e-9);
          }
        });
        label.forEach((group, point) => {
          const own = distances.at[point * at.length + medoids[group]!]!;
          for (const medoid of medoids)
            expect(own).toBeLessThanOrEqual(distances.at[point * at.length + medoid]!);
        });
        // An exchange can stop short of the best there is; on a line, and so few, it rarely is far from it.
        const best = Math.min(
          ...[...choicesOf(at.length, groups)].map((choice) => costOf(distances, choice)),
        );
        expect(cost).toBeLessThanOrEqual(2 * best + 1e-9);
      }),
    );
  });

  it('counts a point that stands for several as so many', () => {
    // Ten customers at 4 draw the medoid to them.
    expect(medoidGroups(line([0, 4, 8, 100, 101], [1, 10, 1, 1, 1]), 2).medoids).toContain(1);
  });
});

describe('the silhouette', () => {
  it('is that of simple-statistics', () => {
    fc.assert(
      fc.property(places, fc.infiniteStream(fc.nat(2)), (at, stream) => {
        const drawn = at.map(() => stream.next().value as number);
        const used = [...new Set(drawn)];
        fc.pre(used.length > 1);
        const label = drawn.map((one) => used.indexOf(one));
        const values = silhouette(
          at.map((value) => [value]),
          label,
        );
        const mean = values.reduce((a, b) => a + b, 0) / values.length;
        expect(meanSilhouette(line(at), label, used.length)).toBeCloseTo(mean, 12);
      }),
    );
  });

  it('of points with a weight is that of as many points', () => {
    const weighted = meanSilhouette(line([0, 1, 10], [2, 1, 3]), [0, 0, 1], 2);
    const single = meanSilhouette(line([0, 0, 1, 10, 10, 10]), [0, 0, 0, 1, 1, 1], 2);
    expect(weighted).toBeCloseTo(single, 12);
  });

  it('of somebody alone is 0', () => {
    expect(meanSilhouette(line([0, 10]), [0, 1], 2)).toBe(0);
  });
});
