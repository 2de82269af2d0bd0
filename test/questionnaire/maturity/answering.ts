import type { Answers, ItemAnswer } from '../../../src/questionnaire/answers/answers.ts';
import { type Answer, PRACTICES, type PracticeId } from '../../../src/schema/input/practices.ts';

/** Answers as somebody gave them; what is left out is unknown, or what `otherwise` says. */
export const answering = (
  given: Partial<Record<PracticeId, Answer>>,
  otherwise: Answer = 'unknown',
  more: Partial<ItemAnswer> = {},
): Answers =>
  new Map(
    PRACTICES.map(({ id }) => [
      id,
      { answer: given[id] ?? otherwise, derived: false, sign: false, evidence: '', ...more },
    ]),
  );

/** The same answer to some items. */
export const all = (items: readonly PracticeId[], answer: Answer): Partial<Record<PracticeId, Answer>> =>
  Object.fromEntries(items.map((item) => [item, answer]));
