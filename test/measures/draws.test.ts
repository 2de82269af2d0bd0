import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectDraws } from '../../src/measures/journey/draws.ts';
import type { Block } from '../../src/measures/journey/work-block.ts';
import { runs } from '../support/runs.ts';

/** Every way to draw, gone through in the plainest way. */
function byHand(blocks: readonly Block[]) {
  let count = 0;
  let effective = 0;
  let largest = 0;
  const go = (at: number, probability: number, hours: ReadonlyMap<number, number>) => {
    const block = blocks[at];
    if (block === undefined) {
      const served = [...hours.values()].reduce((sum, share) => sum + share, 0);
      count += probability * hours.size;
      effective +=
        probability * (served ** 2 / [...hours.values()].reduce((sum, share) => sum + share ** 2, 0));
      largest += probability * Math.max(0, ...hours.values());
      return;
    }
    if (block.units === null) {
      go(at + 1, probability, hours);
      return;
    }
    for (const [unit, p] of block.units)
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
  if (given.some(({ units: served }) => served !== null))
    expect(found.effective).toBeCloseTo(plain.effective, digits);
  else expect(found.effective).toBeNaN();
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
        if (Number.isNaN(effective)) return;
        expect(effective).toBeGreaterThan(1 - 1e-9);
        expect(effective).toBeLessThan(count + 1e-9);
        expect(count).toBeLessThan(reachable + 1e-9);
      }),
    );
  });

  it('has less under one head when a capability is lost, and never more units', () => {
    fc.assert(
      fc.property(blocks(6, 3), fc.nat(), (given, pick) => {
        const at = pick % given.length;
        const lost = given.map((block, index) => (index === at ? { ...block, units: null } : block));
        expect(expectDraws(lost).largest).toBeLessThan(expectDraws(given).largest + 1e-9);
        expect(expectDraws(lost).count).toBeLessThan(expectDraws(given).count + 1e-9);
      }),
    );
  });

  it('draws one unit for what one person of several units does, however many blocks may draw them', () => {
    const half = new Map([
      [1, 0.5],
      [2, 0.5],
    ]);
    const persons = [{ person: 7, chance: 1, units: half }];
    const block = { hours: 1 / 3, units: half, persons };
    for (const given of [
      [block, block],
      [block, block, block],
    ])
      expect(expectDraws(given)).toMatchObject({ count: 1, effective: 1 });
    const seldom = { ...block, persons: [{ person: 7, chance: 0.5, units: half }] };
    // Both blocks draw the person one time in four; else they are apart half of the time.
    expect(expectDraws([seldom, seldom]).count).toBeCloseTo(1 + 0.75 * 0.5, 12);
  });

  it('has no effective number for no work', () =>
    expect(expectDraws([])).toMatchObject({ count: 0, effective: Number.NaN, largest: 0 }));
});
