import { memo } from '../../base/memo.ts';
import type { Origin } from '../../model/organisation.ts';
import { answerOf } from '../../model/practices.ts';
import type { View } from '../../model/view.ts';
import { type Answer, PRACTICES, type PracticeId } from '../../schema/input/practices.ts';
import type { Derivations } from './derivation.ts';
import { fromCustomers } from './from-customers.ts';
import { fromScorecards } from './from-scorecards.ts';
import { fromStructure } from './from-structure.ts';

/** How the data answer an item where nobody did; what the questionnaire says of it stands beside each item. */
export const derivations: Derivations = { ...fromCustomers, ...fromScorecards, ...fromStructure };

/** The items by their ids. */
export const practices = new Map(PRACTICES.map((practice) => [practice.id, practice]));

/** An answer to an item, and what it rests on. */
export interface ItemAnswer {
  readonly answer: Answer;
  /** Read from the data, since nobody answered. */
  readonly derived: boolean;
  /** The data show a sign of it and no more, so that it is still worth asking. */
  readonly sign: boolean;
  /** The sign is one that designs draw by themselves. */
  readonly drawn?: boolean;
  /** The note beside the answer, or what was read; '' for nothing. */
  readonly evidence: string;
  readonly at?: Origin;
}

/** How an item was answered, to follow `is`. */
export const howAnswered = ({ answer, derived }: Pick<ItemAnswer, 'answer' | 'derived'>): string =>
  answer === 'unknown' ? 'not answered' : derived ? `${answer} by the data` : `answered ${answer}`;

export type Answers = ReadonlyMap<PracticeId, ItemAnswer>;

/**
 * The answer to every item: the one that somebody gave, `unknown` included where it was asked in vain and the data say
 * nothing either; else what the data of the file say. Linear in people and customers.
 */
export const answersOf = memo((view: View): Answers => {
  const answers = new Map<PracticeId, ItemAnswer>();
  for (const { id } of PRACTICES) {
    const given = answerOf(view.organisation, id);
    const derived = given.answer === 'unknown' ? derivations[id]?.(view) : undefined;
    answers.set(
      id,
      derived === undefined
        ? {
            answer: given.answer,
            derived: false,
            sign: false,
            evidence: given.note ?? '',
            ...(given.at === undefined ? {} : { at: given.at }),
          }
        : {
            answer: derived.answer,
            derived: true,
            sign: derived.sign === true,
            drawn: derived.drawn === true,
            evidence: derived.text,
            at: derived.at,
          },
    );
  }
  return answers;
});
