import type { Action } from './actions.ts';
import type { Candidate } from './candidate.ts';
import { insideInWords, insideOf, outsideOf } from './outside.ts';
import type { Verdict } from './verdict.ts';

/** Fewer hand-offs of a journey than this are not worth a change of the design. A judgement. */
const WORTH_DOING = 1;

/**
 * What would end hand-offs of the clusters without hiring anybody more: a capability inside that stays outside. Told with what it does
 * and costs, whatever it does to the verdict. `judge` gives the verdict on a candidate.
 */
export const insideActions = (
  candidates: readonly Candidate[],
  judge: (candidate: Candidate) => Pick<Verdict, 'cf' | 'word'>,
): Action[] =>
  candidates.flatMap((candidate) =>
    outsideOf(candidate).flatMap(({ capability, name, now, inside }): Action[] => {
      const [before, after] = [now.handoffs.byNumber, inside?.handoffs.byNumber];
      if (inside === null || before === null || after == null) return [];
      if (before - after < WORTH_DOING || inside.hires > now.hires) return [];
      const made = insideOf(candidate, capability);
      const standing = ({ cf, word }: Pick<Verdict, 'cf' | 'word'>) => ({ cf, word });
      return [
        {
          key: 'designs.cluster.include',
          text: `Put ${name} inside the clusters: ${insideInWords(now, inside)}.`,
          clears: [],
          design: 'cluster',
          before: standing(judge(candidate)),
          after: standing(judge(made)),
        },
      ];
    }),
  );
