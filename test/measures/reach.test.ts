import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeepReach } from '../../src/measures/journey/deep-reach.ts';
import { type AnyReach, Reach } from '../../src/measures/journey/reach.ts';
import { commonDepth, descentOf, levelsOf, type ReportingTree, reportingTree } from '../../src/model/tree.ts';
import { runs } from '../support/runs.ts';

const treeFrom = (bosses: readonly number[]) => reportingTree(Int32Array.from(bosses));

/** From a bush to a chain: each reports to one of the few before them, or is a root of their own. */
const anyBosses = fc
  .record({
    near: fc.integer({ min: 1, max: 12 }),
    draws: fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 25 }),
  })
  .map(({ near, draws }) =>
    draws.map((draw, at) => (at === 0 || draw < 40 ? -1 : at - 1 - (draw % Math.min(near, at)))),
  );

const drawn = fc.array(fc.record({ seat: fc.nat(), weight: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 12,
});

interface Drawn {
  readonly seat: number;
  readonly weight: number;
}

/** Everybody from a seat up to the top. */
const lineOf = (tree: ReportingTree, seat: number): number[] =>
  seat < 0 ? [] : [seat, ...lineOf(tree, tree.boss[seat]!)];

/** The definition of `commonDepth`: managers whom both lines have, but for the top. */
const inBothLines = (tree: ReportingTree, a: number, b: number) => {
  const other = new Set(lineOf(tree, b));
  return lineOf(tree, a).filter((seat) => other.has(seat)).length - 1;
};

/** The definition: over all pairs, the deeper of the two less the depth of their lowest common manager. */
const overPairs = (tree: ReportingTree, a: readonly Drawn[], b: readonly Drawn[]) =>
  a.reduce(
    (sum, one) =>
      b.reduce((inner, other) => {
        const deeper = Math.max(tree.depth[one.seat]!, tree.depth[other.seat]!);
        return inner + one.weight * other.weight * (deeper - inBothLines(tree, one.seat, other.seat));
      }, sum),
    0,
  );

const chain = (levels: number) => Array.from({ length: levels }, (_, at) => at - 1);

describe('how far two groups of people have to go up', () => {
  for (const Way of [Reach, DeepReach])
    it(`is what all pairs add up to, as ${Way.name} adds it`, () =>
      fc.assert(
        fc.property(anyBosses, drawn, drawn, (bosses, first, second) => {
          const tree = treeFrom(bosses);
          const inTree = (all: readonly Drawn[]) =>
            all.map(({ seat, weight }) => ({ seat: seat % bosses.length, weight }));
          const [a, b] = [inTree(first), inTree(second)];
          const [reachA, reachB]: AnyReach[] = [a, b].map((all) => {
            const reach = new Way(tree);
            for (const { seat, weight } of all) reach.add(seat, tree.depth[seat]!, weight);
            return reach;
          });
          expect(reachA!.distanceTo(reachB!)).toBe(overPairs(tree, a, b));
          expect(reachB!.distanceTo(reachA!)).toBe(overPairs(tree, a, b));
        }),
        { numRuns: runs(60) },
      ));

  it('is added up in a chain of any number of levels without going through them for each', () => {
    const levels = 20_000;
    const tree = treeFrom(chain(levels));
    expect(levelsOf(tree)).toBe(levels);
    const reach = new DeepReach(tree);
    for (let seat = 0; seat < levels; seat++) reach.add(seat, seat, 1);
    // Σ |i − j| over all pairs of a row.
    expect(reach.distanceTo(reach)).toBe((levels * (levels ** 2 - 1)) / 3);
  });
});

describe('the lowest common manager', () => {
  it('is as deep as the managers whom both lines have are many', () =>
    fc.assert(
      fc.property(anyBosses, (bosses) => {
        const tree = treeFrom(bosses);
        for (const a of bosses.keys())
          for (const b of bosses.keys()) expect(commonDepth(tree, a, b)).toBe(inBothLines(tree, a, b));
      }),
      { numRuns: runs(40) },
    ));
});

describe('the descent of a chart', () => {
  it('has everybody below a manager, and nobody else, between the manager and the end', () =>
    fc.assert(
      fc.property(anyBosses, (bosses) => {
        const tree = treeFrom(bosses);
        const { at, end } = descentOf(tree);
        expect([...at].sort((a, b) => a - b)).toEqual([...bosses.keys()]);
        for (const a of bosses.keys())
          for (const b of bosses.keys()) {
            const isBelow = commonDepth(tree, a, b) === tree.depth[a] && tree.depth[b]! >= tree.depth[a]!;
            expect(at[a]! <= at[b]! && at[b]! < end[a]!).toBe(isBelow);
          }
      }),
      { numRuns: runs(40) },
    ));
});
