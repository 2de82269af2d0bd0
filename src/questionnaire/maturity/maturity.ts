import type { View } from '../../model/view.ts';
import type { Maturity } from '../../schema/documents/assessment.ts';
import { PRACTICES } from '../../schema/input/practices.ts';
import { nextStepsOf, remarks } from './advice.ts';
import { answersOf } from './answers.ts';
import { placeOf } from './places.ts';
import { components, conditions, levels, profileOf } from './profile.ts';

/**
 * How far a company is with its customers: what is in place of each level, component and condition, what to do next, and
 * what the answers say together. There is no figure for the whole, since one gap can cost as much as many. Answers, and
 * the data where nobody answered, are those of the organisation as it is.
 */
export function maturityOf(view: View): Maturity {
  const answers = answersOf(view);
  return {
    answers: PRACTICES.map(({ id, question, source }) => {
      const { answer, derived, evidence, at } = answers.get(id)!;
      return { item: id, question, answer, derived, evidence, at: placeOf(at), source };
    }),
    levels: profileOf(answers, levels),
    components: profileOf(answers, components),
    conditions: profileOf(answers, conditions),
    nextSteps: [...nextStepsOf(answers)],
    remarks: remarks.flatMap(({ id, source, say }) => {
      const text = say(answers);
      return text === '' ? [] : [{ id, text, source }];
    }),
  };
}
