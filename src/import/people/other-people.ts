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
