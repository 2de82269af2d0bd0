import { headerKey } from '../../base/text.ts';
import { languages } from '../../languages/languages.ts';

/** Words of a header that are written as one, as in `SupportRepId`. */
export const apart = (header: string): string =>
  header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' ');
const OTHER_PERSON = new RegExp(
  `(?<![\\p{L}&])(?:${languages.flatMap(({ otherPeople }) => otherPeople).join('|')})`,
  'iu',
);

/** Whether a header says that its people are something else than managers or owners: who wrote the row, helps, stands in. */
export const isOtherPerson = (header: string): boolean => OTHER_PERSON.test(apart(header));

const MANAGERS = new Set(
  languages.flatMap(({ people }) =>
    [people.manager, people.managerOther, people.managers, people.dotted].flatMap((headers) =>
      (headers ?? []).map(headerKey),
    ),
  ),
);

/** Whether a part of a path stands for another person than the one at hand: a manager, or somebody else. */
export const isAnother = (part: string): boolean => MANAGERS.has(headerKey(part)) || isOtherPerson(part);

/** Whether a header is a path through another person, so that it says nothing of the one at hand: `manager.mail`. */
export const isOfAnother = (header: string): boolean => header.split('.').slice(0, -1).some(isAnother);
