import { counted } from '../../base/text.ts';

/** Heads named by title; of more their number is told. */
const NAMED = 2;

/**
 * That heads of today head no unit in a design, with the first of them by title; undefined where nobody does.
 * @param heads - The most senior first.
 */
export function lostHeads(heads: readonly { readonly title: string }[]): string | undefined {
  if (heads.length === 0) return undefined;
  const all = [...new Set(heads.flatMap(({ title }) => (title === '' ? [] : [title])))];
  const titles = all.slice(0, NAMED);
  const isOne = heads.length === 1;
  const said = `${counted(heads.length, 'head')} of today ${isOne ? 'loses the' : 'lose their'} post.`;
  if (titles.length === 0) return said;
  // A sentence of its own, so that the number stands where there is no room for titles.
  if (all.length === 1 && heads.length > 1 && heads.every(({ title }) => title !== ''))
    return `${said} All have the title ${titles[0]}.`;
  if (titles.length < heads.length) return `${said} Among them: ${titles.join('; ')}.`;
  return isOne ? `${said} It is the ${titles[0]}.` : `${said} They are the ${titles.join(' and the ')}.`;
}
