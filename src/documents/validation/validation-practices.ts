import { allOf } from '../../base/text.ts';
import type { View } from '../../model/view.ts';
import { type Answers, answersOf } from '../../questionnaire/answers/answers.ts';
import { components, conditions, type Heading, levels } from '../../questionnaire/maturity/profile.ts';
import { verdictsOn } from '../../questionnaire/questions.ts';
import { readinessItems } from '../../questionnaire/readiness/readiness.ts';
import type { ProfiledField } from '../../schema/documents/validation.ts';
import { PRACTICES, type PracticeId } from '../../schema/input/practices.ts';
import { type Count, filled } from './validation-gaps.ts';

/** Items named in a sentence at most. */
const MOST_NAMED = 6;

interface Purpose {
  readonly field: string;
  readonly items: readonly PracticeId[];
  /** What is so without an answer, as the end of a sentence. */
  readonly effect: string;
}

const itemsOf = (headings: readonly Heading[]): readonly PracticeId[] =>
  headings.flatMap(({ items }) => items);

function purposes(): readonly Purpose[] {
  const verdicts = verdictsOn();
  const read = new Set(
    [...readinessItems.values()].flatMap((items) => items.flatMap(({ reads = [] }) => reads)),
  );
  const those = (wanted: (id: PracticeId) => boolean) =>
    PRACTICES.map(({ id }) => id).filter((id) => wanted(id));
  return [
    {
      field: 'practices.verdicts',
      items: those((id) => verdicts.has(`practices.${id}`)),
      effect: 'verdicts on designs are less certain',
    },
    {
      field: 'practices.readiness',
      items: those((id) => read.has(id)),
      effect: 'part of what designs need stays unknown',
    },
    ...levels.map((level) => ({
      field: `practices.${level.id}`,
      items: level.items,
      effect: `how ${level.name.toLowerCase()} the company is, is known in part`,
    })),
    {
      field: 'practices.components',
      items: itemsOf(components),
      effect: 'the components of its strategy are known in part',
    },
    {
      field: 'practices.conditions',
      items: itemsOf(conditions),
      effect: 'the conditions of a customer function are known in part',
    },
  ];
}

const counting = (of: number): Count => ({ entity: 'company', of, one: 'question', many: 'questions' });

/** How many answers there are for one purpose, and what those that are missing would tell. */
function profiled({ field, items, effect }: Purpose, answers: Answers): ProfiledField {
  const open = items.filter((id) => answers.get(id)!.answer === 'unknown');
  // The only one that is left out takes no more room than saying so.
  const names = allOf(open, open.length === MOST_NAMED + 1 ? undefined : MOST_NAMED);
  const text =
    open.length === 0 ? '' : `${names} ${open.length === 1 ? 'is' : 'are'} not answered: ${effect}.`;
  return filled(counting(items.length), field, items.length - open.length, text);
}

/**
 * Which questions on the company are answered, in the file or by its data, and what the others would tell. One line where
 * nobody has answered any.
 */
export function profilePractices(view: View): ProfiledField[] {
  const answers = answersOf(view);
  const known = PRACTICES.filter(({ id }) => answers.get(id)!.answer !== 'unknown').length;
  const given = [...view.organisation.practices.values()].some(({ answer }) => answer !== 'unknown');
  if (given) return purposes().map((purpose) => profiled(purpose, answers));
  return [
    filled(
      counting(PRACTICES.length),
      'practices',
      known,
      `No question on how the company deals with customers is answered (practices:)${known > 0 ? `; the data answer ${known} of ${PRACTICES.length}` : ''}: verdicts on designs are less certain, and readiness and maturity hardly known; orgdesign assess lists what to ask.`,
    ),
  ];
}
