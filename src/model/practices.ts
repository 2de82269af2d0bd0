import { given } from '../base/given.ts';
import type { OrganisationInput } from '../schema/input/organisation.ts';
import { type Answer, PRACTICES, type PracticeId } from '../schema/input/practices.ts';
import type { GivenAnswer, Organisation, Origin } from './organisation.ts';

/** The answers of a file with their places. */
export function resolvePractices(
  answers: OrganisationInput['practices'],
  placeOf: Organisation['placeOf'],
): ReadonlyMap<PracticeId, GivenAnswer> {
  const found = new Map<PracticeId, GivenAnswer>();
  for (const { id } of PRACTICES) {
    const value = answers[id];
    if (value === undefined) continue;
    const { answer, note } = typeof value === 'string' ? { answer: value } : value;
    found.set(id, { answer, ...given({ note }), at: placeOf(['practices', id]) });
  }
  return found;
}

/** What somebody answered to an item, and where; without a place and `unknown` where nobody did. */
interface PracticeAnswer {
  readonly answer: Answer;
  readonly note?: string;
  readonly at?: Origin;
}

const NOBODY_ANSWERED: PracticeAnswer = { answer: 'unknown' };

/** The answer that the file gives to an item of the questionnaire; nothing is derived from its data. */
export const answerOf = ({ practices }: Pick<Organisation, 'practices'>, item: PracticeId): PracticeAnswer =>
  practices.get(item) ?? NOBODY_ANSWERED;
