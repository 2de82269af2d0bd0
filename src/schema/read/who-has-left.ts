import { headerKey } from '../../base/text.ts';
import { answerOf } from '../../languages/answers.ts';
import { languages } from '../../languages/languages.ts';

type Header = 'status' | 'active' | 'gone' | 'left';
const isCalled = (title: string, field: Header): boolean =>
  languages.some(({ people }) => people[field]?.some((header) => headerKey(header) === headerKey(title)));

const isGone = (text: string): boolean =>
  languages.some(({ statuses }) => statuses.gone.some((word) => text.toLowerCase().startsWith(word)));
/** A day, but for the last one that systems know. */
const isDay = (text: string): boolean => /\d.*\d/.test(text) && !/9999|2999|2099/.test(text);

/** Whether a text says that somebody has left, in a column of people that is called so; no text does in any other. */
export function whoHasLeft(title: string): (text: string) => boolean {
  const [state, active, gone, left] = (['status', 'active', 'gone', 'left'] as const).map((field) =>
    isCalled(title, field),
  );
  return (text) => {
    const answer = answerOf(text);
    return (
      (left === true && isDay(text)) ||
      (gone === true && (answer ?? isGone(text))) ||
      ((state === true || active === true) && (answer === false || isGone(text)))
    );
  };
}
