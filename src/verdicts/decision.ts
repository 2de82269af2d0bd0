import type { Decision } from '../schema/documents/answer.ts';
import type { Ranking } from '../schema/documents/ranking.ts';
import type { VerdictWord } from '../schema/documents/verdicts.ts';
import type { DesignId } from '../schema/input/designs.ts';

/** What a decision needs to know of one design. */
export interface Standing {
  readonly id: DesignId;
  readonly status: 'staffed' | 'needs-hires' | 'impossible' | 'cannot-judge';
  readonly word: VerdictWord;
}

export interface Decided {
  readonly decision: Decision;
  /** What is recommended; where nothing is decided what leads; null where nothing does. */
  readonly design: DesignId | null;
}

const YES: readonly VerdictWord[] = ['suits', 'rather suits'];
const NO: readonly VerdictWord[] = ['rather not', 'does not suit'];
const POOR: readonly VerdictWord[] = ['rather not', 'does not suit', 'cannot be judged'];

/** Whether a design may be recommended at all: it is possible, can be judged, and nothing makes it "rather not" or worse. */
export const isEligible = ({ id, status, word }: Standing): boolean =>
  id !== 'as-is' && (status === 'staffed' || status === 'needs-hires') && !POOR.includes(word);

/**
 * What the figures, the verdicts and the ranking come to. A design that is impossible, cannot be judged, or suits rather not or
 * worse is never recommended; where only assumptions, or only what designs fix by definition, make the winner, nothing is
 * decided (model section 11).
 */
export function decide(designs: readonly Standing[], ranking: Ranking | null): Decided {
  const others = designs.filter(({ id }) => id !== 'as-is');
  if (others.length === 0) return { decision: 'not-decided', design: null };
  const eligible = others.filter(isEligible);
  if (eligible.length === 0) {
    const unjudged = others.some(({ status }) => status === 'cannot-judge');
    return { decision: unjudged ? 'cannot-judge' : 'stay', design: null };
  }
  if (ranking === null) return { decision: 'not-decided', design: null };
  const { winner, decides, robust, withoutAssumed } = ranking;
  if (winner === 'as-is') {
    const suiting = insteadOfToday(designs, eligible, ranking);
    if (suiting !== undefined)
      return { decision: ranking.assumed.length === 0 ? 'recommend' : 'not-decided', design: suiting };
    // To stay is no claim that a design is better: it may rest on less, where what is known says the same.
    const stays = decides || (robust && withoutAssumed === 'as-is');
    return stays ? { decision: 'stay', design: null } : { decision: 'not-decided', design: winner };
  }
  if (!eligible.some(({ id }) => id === winner)) return { decision: 'not-decided', design: null };
  return { decision: decides ? 'recommend' : 'not-decided', design: winner };
}

/**
 * What comes instead of a form that no longer suits, where another does and today’s structure wins only by priorities that nobody
 * agreed to: the one of most worth of those that suit. Priorities of the company’s own keep today’s form even so.
 */
function insteadOfToday(
  designs: readonly Standing[],
  eligible: readonly Standing[],
  { source, totals }: Ranking,
): DesignId | undefined {
  const today = designs.find(({ id }) => id === 'as-is');
  if (source !== 'assumed' || today === undefined || !NO.includes(today.word)) return undefined;
  return eligible
    .filter(({ id, word }) => YES.includes(word) && totals[id] !== undefined)
    .map(({ id }) => id)
    .sort((a, b) => totals[b]! - totals[a]!)[0];
}
