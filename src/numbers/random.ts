/** Fills a list with the numbers that come next, and returns it. */
export type Fill = (into: Float64Array) => Float64Array;

/**
 * A small generator of known quality (mulberry32): fills one list after another with numbers from 0 to under 1, the same ones
 * for the same seed on every platform.
 */
export function numbersFrom(seed: number): Fill {
  let state = seed;
  return (into) => {
    state = fillFrom(state, into);
    return into;
  };
}

/** One function for all lists, so that V8 optimises it once. */
function fillFrom(seed: number, into: Float64Array): number {
  let state = seed;
  for (let at = 0; at < into.length; at++) {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    into[at] = ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  return state;
}

/** Drawn ahead: a call for each number costs more than the number. */
const AHEAD = 64;

/** The same numbers, one at a time. */
export function randomFrom(seed: number): () => number {
  const fill = numbersFrom(seed);
  const ahead = new Float64Array(AHEAD);
  let at = AHEAD;
  return () => {
    if (at === AHEAD) {
      fill(ahead);
      at = 0;
    }
    return ahead[at++]!;
  };
}
