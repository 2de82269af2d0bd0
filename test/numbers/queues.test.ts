import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveEquations } from '../../src/numbers/linear-equations.ts';
import { chanceToWait, lineOf, mixOf, serversForWaiting, takenUpWithin } from '../../src/numbers/queues.ts';

describe('a line with several servers (Erlang C)', () => {
  // 200 calls an hour of 180 seconds: 10 erlangs.
  it('has the published chances and waits of a call centre', () => {
    expect(chanceToWait(11, 10)).toBeCloseTo(0.6821, 4);
    expect(chanceToWait(14, 10)).toBeCloseTo(0.1741, 4);
    expect(takenUpWithin(20, 14, 10, 180)).toBeCloseTo(0.888, 3);
    expect(lineOf(14, 10, 180).wait).toBeCloseTo(7.84, 2);
    expect(lineOf(13, 10, 180).wait).toBeCloseTo(17.12, 2);
  });

  it('needs 14 servers in one pool and 16, 20, 20 and 30 in 2, 4, 5 and 10 equal ones, for 80 % in 20 seconds', () => {
    const needed = (pools: number) => {
      let servers = 1;
      while (takenUpWithin(20, servers, 10 / pools, 180) < 0.8) servers++;
      return pools * servers;
    };
    expect([1, 2, 4, 5, 10].map(needed)).toEqual([14, 16, 20, 20, 30]);
  });

  it('has the figures of Bronson: three servers, 300 a year, 182.5 each', () => {
    const { waiting, there } = lineOf(3, 300 / 182.5, 1 / 182.5);
    expect(waiting).toBeCloseTo(0.3524, 4);
    expect(there).toBeCloseTo(1.9963, 4);
  });

  it('has four there for a sixth of an hour with one server, 24 and 30 an hour', () => {
    const { there, wait } = lineOf(1, 24 / 30, 1 / 30);
    expect(there).toBeCloseTo(4, 9);
    expect(wait + 1 / 30).toBeCloseTo(1 / 6, 9);
  });

  it('waits 2, 4 and 10 times the service where its squared variation is 0, 1 and 4 (Pollaczek–Khinchine)', () => {
    expect([0, 1, 4].map((variation) => Number(lineOf(1, 0.8, 1, variation).wait.toFixed(9)))).toEqual([
      2, 4, 10,
    ]);
  });

  it('keeps to the law of Little', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (servers, part) => {
          const load = servers * part;
          const { there, wait } = lineOf(servers, load, 2);
          expect(there).toBeCloseTo((load / 2) * (wait + 2), 6);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('never needs fewer servers in two pools than in one', () => {
    const load = fc.double({ min: 0, max: 30, noNaN: true });
    fc.assert(
      fc.property(load, load, (one, other) => {
        const apart = serversForWaiting(one, 0.2) + serversForWaiting(other, 0.2);
        expect(apart).toBeGreaterThanOrEqual(serversForWaiting(one + other, 0.2));
      }),
      { numRuns: 100 },
    );
  });

  it('has no end where the servers cannot keep up, and no wait where nothing comes', () => {
    expect(lineOf(2, 2, 1)).toMatchObject({ utilisation: 1, chanceToWait: 1, wait: Infinity });
    expect(takenUpWithin(10, 2, 3, 1)).toBe(0);
    expect(lineOf(2, 0, 1)).toMatchObject({ wait: 0, there: 0 });
    expect(serversForWaiting(0, 0.2)).toBe(0);
  });

  it.each([0.1, 0.2, 0.3])(
    'needs one server for a limit that one meets exactly, whatever rounding says: %d',
    (load) => {
      // One server is busy, and so lets cases wait, for the share that is the load.
      expect(serversForWaiting(load * (1 + 1e-12), load)).toBe(1);
      expect(serversForWaiting(load * (1 + 1e-3), load)).toBe(2);
    },
  );
});

it('a pool of short and long jobs may wait longer than two lines apart (van Dijk & van der Sluis)', () => {
  const kinds = [
    { rate: 5 / 6, length: 1 },
    { rate: 5 / 60, length: 10 },
  ];
  const { rate, mean, variation } = mixOf(kinds, true);
  const apart =
    kinds.reduce((sum, { rate: own, length }) => sum + own * lineOf(1, 5 / 6, length, 0).wait, 0) / rate;
  expect(apart).toBeCloseTo(4.545, 3);
  const pooled = lineOf(2, rate * mean, mean, variation).wait;
  expect(Math.abs(pooled / 6.15 - 1)).toBeLessThan(0.03);
});

it('a network of three stations has the published arrivals, cases and time (Jackson)', () => {
  const outside = [1, 4, 3];
  const next = [
    [0, 0.6, 0.3],
    [0.1, 0, 0.3],
    [0.4, 0.4, 0],
  ];
  // What arrives at each is what comes from outside and from the others, as in the visits of the steps of a journey.
  const arrivals = solveEquations(
    outside.map((own, to) => [...next.map((shares, from) => (to === from ? 1 : 0) - shares[to]!), own]),
  );
  const there = [1, 2, 1].map((servers, at) => lineOf(servers, arrivals[at]! / 10, 1 / 10).there);
  const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9));
  expect(arrivals).toEqual(close([5, 10, 7.5]));
  expect(there).toEqual(close([1, 4 / 3, 3]));
  expect(there.reduce((a, b) => a + b, 0) / (1 + 4 + 3)).toBeCloseTo(2 / 3, 9);
});

it('rounding does not decide whether servers keep up', () => {
  for (const load of [4, 4 * (1 - 1e-12), 4 * (1 + 1e-12)]) expect(lineOf(4, load, 1).wait).toBe(Infinity);
  expect(lineOf(4, 4 * (1 - 1e-6), 1).wait).toBeLessThan(Infinity);
});
