import { alternatives, sentenceCase } from '../../base/text.ts';
import { wrapped } from '../../base/width.ts';
import type { Item } from '../../render/block.ts';
import type { Report } from '../../schema/documents/report.ts';
import { type Amount, BESIDE_LABEL, withTail } from './amount.ts';

/** What is asked, with what the answers would do where there is room for it. */
export const questionItems = (
  { answer: { questions } }: Report,
  { questions: most, questionLines }: Amount,
): Item[] =>
  questions.slice(0, most).map(({ id, text: asked, effect }) => {
    const full = `${asked} (${id}) ${sentenceCase(effect)}.`;
    if (effect !== '' && wrapped(full, BESIDE_LABEL).length <= questionLines) return { text: full };
    // Without its key nobody can answer it.
    return { text: withTail(asked, ` (${id})`, questionLines) };
  });

/** What is not known and would undo what is recommended, with the answers that would. */
export const undoingQuestions = (
  { answer }: Report,
  { questions: most, questionLines }: Amount,
): string[] => {
  if (answer.decision !== 'recommend') return [];
  const all = answer.questions.filter(({ undoneBy }) => undoneBy !== undefined);
  return all
    .slice(0, most)
    .map(({ id, text: asked, undoneBy }, at) =>
      withTail(
        asked,
        ` (${id}) Not recommended if ${alternatives(undoneBy!)}.${at === most - 1 && all.length > most ? ` And ${all.length - most} more.` : ''}`,
        Math.max(2, questionLines),
      ),
    );
};
