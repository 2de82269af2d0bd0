const YES = new Set(
  'yes y true 1 x on t ja j jo wahr oui o vrai sí si s verdadero waar vero sì sim ✓ ✔ ☑ checked'.split(' '),
);
const NO = new Set(
  'no n false 0 off f nein falsch non faux falso nee onwaar nej nei não ✗ ✘ ☐ unchecked'.split(' '),
);

/** What a cell of a column of yes and no says, in any of the languages; undefined where it is another word. */
export function answerOf(text: string): boolean | undefined {
  const word = text.toLowerCase().replace(/[.!]$/, '');
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}
