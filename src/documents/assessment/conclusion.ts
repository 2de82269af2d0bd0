import { counted, sentenceCase } from '../../base/text.ts';
import type { Assessment } from '../../schema/documents/assessment.ts';
import { DESIGN_NAMES } from '../../verdicts/design-names.ts';

const POOR = ['rather not', 'does not suit'];

/** What an assessment comes to, in a line or two: which form suits best, and what to ask first. */
export function conclusionOf({ verdicts, questions }: Pick<Assessment, 'verdicts' | 'questions'>): string {
  const others = verdicts.filter(({ design }) => design !== 'as-is');
  const [best] = others
    .filter(({ fit }) => fit.verdict !== 'cannot be judged')
    .sort((a, b) => b.fit.cf - a.fit.cf);
  const suits =
    best === undefined
      ? others.length === 0
        ? ''
        : 'No other form can be judged from these data.'
      : POOR.includes(best.fit.verdict)
        ? 'No other form suits the company.'
        : `Of the other forms ${DESIGN_NAMES[best.design].name} ${best.design === 'matrix' ? 'fits' : 'fit'} best: ${best.fit.verdict}.`;
  const [first] = questions;
  const ask =
    first === undefined
      ? 'No question is open.'
      : `${sentenceCase(counted(questions.length, 'question'))} open; first: ${first.question} (${first.key})`;
  return [suits, ask].filter((one) => one !== '').join(' ');
}
