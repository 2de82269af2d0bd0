import type { Decision } from '../schema/documents/answer.ts';
import type { Ranking } from '../schema/documents/ranking.ts';
import type { VerdictWord } from '../schema/documents/verdicts.ts';
import type { DesignId } from '../schema/input/designs.ts';

/** What a decision needs to know of one design. */
export interface Standing {
  readonly id: DesignId;
  readonly status: 'staffed' | 'needs-hires' | 'impossible' | 'cannot-judge';
  readonly word: VerdictWord;
  /** Whether it is better than today by something that the decision is judged by. */
  readonly gains: boolean;
}

export interface DecisionOnDesign {
  readonly decision: Decision;
  /** What is recommended; where nothing is decided what leads; null where nothing does. */
  readonly design: DesignId | null;
}

const YES: readonly VerdictWord[] = ['suits', 'rather suits'];
/** Verdicts that say no. */
export const NO: readonly VerdictWord[] = ['rather not', 'does not suit'];
/** Verdicts with which a form is not looked at. */
export const POOR: readonly VerdictWord[] = ['rather not', 'does not suit', 'cannot be judged'];

const isPossible = ({ status }: Standing): boolean => status === 'staffed' || status === 'needs-hires';

/** Whether nobody knows what a design would be worth; what is impossible is known to be nothing. */
const isUnjudged = (one: Standing): boolean =>
  one.status === 'cannot-judge' || (isPossible(one) && one.word === 'cannot be judged');

/** Whether a form can be looked at all: it is possible, can be judged, and nothing makes it "rather not" or worse. */
export const isEligible = (one: Standing): boolean =>
  one.id !== 'as-is' && isPossible(one) && !POOR.includes(one.word);

/** Whether it may be recommended: nobody restructures for what is no better than today. */
export const mayBeRecommended = (one: Standing): boolean => isEligible(one) && one.gains;

/**
 * What the figures, the verdicts and the ranking come to. A design that is impossible, cannot be judged, gains nothing, or suits
 * rather not or worse is never recommended; where some cannot be judged, or only assumptions, or only what designs fix by
 * definition, make the winner, nothing is decided (model sections 11 and 12), unless the one that would be kept instead is a form of
 * today that does not suit.
 */
export function decide(designs: readonly Standing[], ranking: Ranking | null): DecisionOnDesign {
  const others = designs.filter(({ id }) => id !== 'as-is');
  if (others.length === 0) return { decision: 'not-decided', design: null };
  const unjudged = others.filter(isUnjudged);
  if (unjudged.length > 0) {
    const some = others.some((one) => isPossible(one) && !unjudged.includes(one));
    return { decision: some ? 'not-decided' : 'cannot-judge', design: null };
  }
  if (!others.some(isEligible)) return { decision: 'stay', design: null };
  const eligible = others.filter(mayBeRecommended);
  if (ranking === null) return { decision: 'not-decided', design: null };
  const { winner, decides } = ranking;
  if (winner === 'as-is') {
    const suiting = insteadOfToday(designs, eligible, ranking);
    if (suiting !== undefined)
      return { decision: ranking.assumed.length === 0 ? 'recommend' : 'not-decided', design: suiting };
    // To stay is a decision too: neither assumed figures nor assumed priorities bear it.
    return decides && !hangsOnPriorities(ranking)
      ? { decision: 'stay', design: null }
      : { decision: 'not-decided', design: winner };
  }
  if (!eligible.some(({ id }) => id === winner)) return { decision: 'not-decided', design: null };
  const isDecided =
    decides || (leadsByDefinitions(ranking) && insteadOfToday(designs, eligible, ranking) === winner);
  return { decision: isDecided ? 'recommend' : 'not-decided', design: winner };
}

/** Whether today's structure leads once the criteria are left out that a design fixes by its definition, and nothing is assumed. */
export const leadsByDefinitions = ({ winner, assumed, withoutByConstruction }: Ranking): boolean =>
  winner !== 'as-is' && withoutByConstruction === 'as-is' && assumed.length === 0;

/** Whether today's structure leads so narrowly, by priorities that nobody agreed to, that what counts has to be said first. */
export const hangsOnPriorities = ({ winner, source, robust, decides }: Ranking): boolean =>
  decides && winner === 'as-is' && source === 'assumed' && robust === false;

/** What wins in fewer of all weightings loses whatever counts, and not by priorities that are assumed. A judgement. */
const WINS_SOME = 0.05;

/**
 * What comes instead of a form that no longer suits, where another does and today’s structure wins, with all criteria or without those
 * that a design fixes, only by priorities that nobody agreed to: the one of most worth of those that suit. Priorities of the company’s own keep today’s form even so.
 */
function insteadOfToday(
  designs: readonly Standing[],
  eligible: readonly Standing[],
  { source, totals, acceptability }: Ranking,
): DesignId | undefined {
  const today = designs.find(({ id }) => id === 'as-is');
  if (source !== 'assumed' || today === undefined || !NO.includes(today.word)) return undefined;
  return eligible
    .filter(({ id, word }) => YES.includes(word) && (acceptability[id]?.[0] ?? 0) >= WINS_SOME)
    .map(({ id }) => id)
    .sort((a, b) => totals[b]! - totals[a]!)[0];
}
