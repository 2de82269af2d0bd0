import type { VerdictWord } from '../schema/documents/fit.ts';

/** Verdicts, from the best to the worst, with the least combined certainty of each. */
const VERDICTS = [
  ['suits', 0.5],
  ['rather suits', 0.2],
  ['open', -0.2],
  ['rather not', -0.5],
] as const;

const TOLERANCE = 1e-9;

/** A combined certainty in words: from 0.5 a design suits, from 0.2 rather; down to −0.2 rather not, to −0.5 it does not. */
export function inWords(cf: number): VerdictWord {
  // A limit belongs to the word that is farther from the middle.
  for (const [word, least] of VERDICTS)
    if (least > 0 ? cf >= least - TOLERANCE : cf > least + TOLERANCE) return word;
  return 'does not suit';
}
