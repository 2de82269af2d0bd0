import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, expectDraws } from '../../src/measures/journey/draws.ts';
import { runs } from '../support/runs.ts';

/** Every way to draw, gone through in the plainest way. */
function byHand(blocks: readonly Block[]) {
  let count = 0;
  let effective = 0;
  let largest = 0;
  const go = (at: number, probability: number, hours: ReadonlyMap<string, number>) => {
    const block = blocks[at];
    if (block === undefined) {
      const shares = [...hours];
      count += probability * shares.length;
      effective += probability / shares.reduce((sum, [, share]) => sum + share ** 2, 0);
      largest +=
        probability *
        Math.max(0, ...shares.flatMap(([unit, share]) => (unit.startsWith('-') ? [] : [share])));
      return;
    }
    const options: [string, number][] =
      block.units === null ? [[`-${at}`, 1]] : [...block.units].map(([unit, p]) => [String(unit), p]);
    for (const [unit, p] of options)
      go(at + 1, probability * p, new Map([...hours, [unit, (hours.get(unit) ?? 0) + block.hours]]));
  };
  go(0, 1, new Map());
  return { count, effective, largest };
}

const units = (size: number) =>
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: size }).map((weights) => {
    const sum = weights.reduce((a, b) => a + b, 0);
    return new Map(weights.map((weight, unit) => [unit * 2, weight / sum]));
  });
const blocks = (most: number, size: number) =>
  fc
    .array(
      fc.record({
        hours: fc.integer({ min: 1, max: 9 }),
        units: fc.option(units(size), { nil: null, freq: 8 }),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((list) => {
      const sum = list.reduce((total, block) => total + block.hours, 0);
      return list.map((block) => ({ ...block, hours: block.hours / sum }));
    });

const alike = (given: readonly Block[], digits: number) => {
  const found = expectDraws(given);
  const plain = byHand(given);
  expect(found.count).toBeCloseTo(plain.count, digits);
  expect(found.effective).toBeCloseTo(plain.effective, digits);
  expect(found.largest).toBeCloseTo(plain.largest, digits);
};

describe('expectDraws', () => {
  it('is what going through every way gives, for few ways', () => {
    fc.assert(fc.property(blocks(5, 3), (given) => alike(given, 9)));
  });

  it('is so for many ways too, where partitions are gone through instead', () => {
    // Seven blocks over four units: 16,384 ways, above the limit.
    const wide = fc
      .array(
        units(4).filter((map) => map.size === 4),
        { minLength: 7, maxLength: 7 },
      )
      .map((list) => list.map((map, at) => ({ hours: (at + 1) / 28, units: map })));
    fc.assert(
      fc.property(wide, (given) => alike(given, 8)),
      { numRuns: runs(10) },
    );
  });

  it('comes close where there are too many blocks for partitions', () => {
    const list = Array.from({ length: 10 }, (_, at) => ({
      hours: 0.1,
      units: new Map([0, 1, 2].map((unit) => [unit + (at % 2), 1 / 3])),
    }));
    const found = expectDraws(list);
    const plain = byHand(list);
    expect(found.count).toBeCloseTo(plain.count, 9);
    expect(Math.abs(found.effective - plain.effective)).toBeLessThan(0.05);
    expect(expectDraws(list)).toEqual(found);
  });

  it('lies between 1 and S0, and S0 between 1 and what is reachable', () => {
    fc.assert(
      fc.property(blocks(6, 4), (given) => {
        const { count, effective, reachable } = expectDraws(given);
        expect(effective).toBeGreaterThan(1 - 1e-9);
        expect(effective).toBeLessThan(count + 1e-9);
        expect(count).toBeLessThan(reachable + 1e-9);
      }),
    );
  });

  it('does not look better when a capability is lost', () => {
    fc.assert(
      fc.property(blocks(6, 3), fc.nat(), (given, pick) => {
        const at = pick % given.length;
        const lost = given.map((block, index) => (index === at ? { ...block, units: null } : block));
        expect(expectDraws(lost).count).toBeGreaterThan(expectDraws(given).count - 1e-9);
        expect(expectDraws(lost).effective).toBeGreaterThan(expectDraws(given).effective - 1e-9);
      }),
    );
  });

  it('is 0 for no work', () => expect(expectDraws([])).toMatchObject({ count: 0, effective: 0, largest: 0 }));
});
