/**
 * A small generator of known quality (mulberry32): fills one list after another with numbers from 0 to under 1, the same ones
 * for the same seed on every platform.
 */
export function numbersFrom(seed: number): (into: Float64Array) => void {
  let state = seed >>> 0;
  return (into) => {
    let now = state;
    for (let at = 0; at < into.length; at++) {
      now = (now + 0x6d2b79f5) >>> 0;
      let t = Math.imul(now ^ (now >>> 15), now | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      into[at] = ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    }
    state = now;
  };
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
