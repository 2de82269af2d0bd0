import { UserError } from '../base/errors.ts';
import type { VerdictWord } from '../schema/documents/verdicts.ts';

/** What a rule or statement says, from -1 to 1. */
interface CertaintyFactor {
  readonly rule: string;
  readonly cf: number;
}

const both = (x: number, y: number): number => {
  if (x >= 0 && y >= 0) return x + y - x * y;
  if (x <= 0 && y <= 0) return x + y + x * y;
  return (x + y) / (1 - Math.min(Math.abs(x), Math.abs(y)));
};

/**
 * Certainty factors combined (Shortliffe & Buchanan 1975, in the form of van Melle 1980): x + y − xy where both are for, x +
 * y + xy where both are against, else (x + y) / (1 − min(|x|, |y|)). 0.5 and 0.6 give 0.8; 0.6 and −0.4 give 0.333; 0.5, 0.6
 * and −0.3 give 0.714 in any order. Nothing gives 0. Taken by size and rule, so that the last digit has one order too.
 * @throws UserError where one is 1 and another −1: what is certain cannot be its own opposite.
 */
export function combined(parts: readonly CertaintyFactor[]): number {
  const sure = parts.find(({ cf }) => cf === 1);
  const never = sure && parts.find(({ cf }) => cf === -1);
  if (sure !== undefined && never !== undefined)
    throw new UserError(
      `policy.certainties.${sure.rule} makes it certain that a design suits, and policy.certainties.${never.rule} that it does not.`,
      'Give one of them less than certainty: between -1 and 1.',
    );
  return [...parts]
    .sort((a, b) => b.cf - a.cf || (a.rule < b.rule ? -1 : 1))
    .reduce((sum, { cf }) => both(sum, cf), 0);
}

/** At and below this a design is not advised. */
export const RATHER_NOT = -0.2;

/** Verdicts, from the best to the worst, with the least combined certainty of each. */
const VERDICTS = [
  ['suits', 0.5],
  ['rather suits', 0.2],
  ['open', RATHER_NOT],
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

/** What one of them says, null where it is not known, and the most that it could. */
export interface Weight {
  readonly rule: string;
  readonly cf: number | null;
  readonly weight: number;
}

/** What all together say, of those that are known, and the share of their weights that is; null where there are none. */
export function conclude(all: readonly Weight[]): {
  readonly cf: number;
  readonly word: VerdictWord;
  readonly confidence: number | null;
} {
  let [known, total] = [0, 0];
  const factors: CertaintyFactor[] = [];
  for (const { rule, cf, weight } of all) {
    total += weight;
    if (cf === null) continue;
    known += weight;
    if (cf !== 0) factors.push({ rule, cf });
  }
  const cf = combined(factors);
  return { cf, word: inWords(cf), confidence: total > 0 ? known / total : null };
}
