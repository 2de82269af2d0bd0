import type { Origin } from '../../model/organisation.ts';
import { answerOf } from '../../model/practices.ts';
import type { View } from '../../model/view.ts';
import { type Answer, PRACTICES, type PracticeId } from '../../schema/input/practices.ts';
import { derivations } from './derivations.ts';

/** An answer to an item, and what it rests on. */
export interface Known {
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

export type Answers = ReadonlyMap<PracticeId, Known>;

const found = new WeakMap<View, Answers>();

/**
 * The answer to every item: the one that somebody gave, `unknown` included where it was asked in vain and the data say
 * nothing either; else what the data of the file say. Linear in people and customers.
 */
export function answersOf(view: View): Answers {
  const known = found.get(view);
  if (known !== undefined) return known;
  const answers = new Map<PracticeId, Known>();
  for (const { id } of PRACTICES) {
    const given = answerOf(view.organisation, id);
    const derived = given.answer === 'unknown' ? derivations.get(id)?.(view) : undefined;
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
  found.set(view, answers);
  return answers;
}
