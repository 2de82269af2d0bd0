import { isWord, LETTER } from '../languages/language.ts';
import { languages } from '../languages/languages.ts';

/** Words for a rank or a kind of work that may stand before or after the trades of a title. */
const RANK =
  'chief|(vice[- ])?president|[es]?vp|head|director|manager|management|lead|leader|leadership|executive|officer|supervisor|specialist|coordinator|representative|rep|assistant|associate|advis[eo]r|agent|clerk|administrator|partner|team|department|(team|bereichs|abteilungs|ressort|gruppen)?(leiter(in)?|leitung)|chef(in|fe)?|referent(in)?|mitarbeiter(in)?|direktor(in)?|direct(eur|rice)|responsable|chargée?|jef[ea]|directora|gerente|dirett(ore|rice)|responsabile|hoofd|medewerker';
const QUALIFIER = 'senior|junior|group|global|regional|deputy|interim|acting|co|general|corporate|national';
/** What stands between a rank and its trades, or before one of them. */
const OF =
  "of|for|de|des?|du|d['’]|l['’]|las?|les?|el|los|del|della|delle|dei|di|der|die|das|den|van|het|für|im|in|and";
const BEFORE = new RegExp(
  `^((${QUALIFIER}|${RANK})\\b[ ,-]{0,4}){1,8}((${OF})(?!${LETTER}) ?){0,4}[(–-]? ?`,
  'u',
);
const AFTER = new RegExp(`( |-)?((${QUALIFIER}|${RANK})\\b ?){1,8}$`, 'u');
const LEADING = new RegExp(`^((${OF})(?!${LETTER}) ?){1,4}`, 'u');
const ONLY_OF = new RegExp(`^(${OF}|al|à|alla|alle|au|aux)$`, 'u');
const HAS_RANK = new RegExp(`(?<!${LETTER})(${RANK})(?!${LETTER})`, 'u');
/** What follows the trades: a place, a remark. */
const REMARK = /( [–-] |\()[\s\S]*$/u;
/** Whom support and service are for goes with the trade. */
const FOR_WHOM = /^(customer|client|technical|kunden)$/;

const WORDS = languages.flatMap(({ and }) => and.filter((word) => isWord(word))).join('|');
const JOINS = new RegExp(` ?[&+/] ?| (?:${WORDS}) `, 'u');
const LISTS = new RegExp(` ?[,;&+/] ?| (?:${WORDS}) `, 'u');

/**
 * The capabilities of a title that names two trades or more, in the order of the title: a list of the bare names of trades, with ranks before or after
 * ("Head of Sales and Marketing", "Vertriebs- und Marketingleiter"). Of one that names other things beside, whose these are or for whom ("Account Manager, Banking and Finance"),
 * and of one trade, it is empty. `tradeOf` is what words say.
 */
export function tradesInTitle(title: string, tradeOf: (text: string) => string): readonly string[] {
  if (!JOINS.test(title)) return [];
  const before = BEFORE.exec(title)?.[0] ?? '';
  const rest = title.slice(before.length).replace(REMARK, '').replace(/\)$/, '').trim();
  // What stands behind a comma is a list only where no list is before it.
  const [first, ...others] = rest.split(/ ?[,;] ?/);
  const named = others.length > 0 && JOINS.test(first!) ? first! : rest;
  const after = AFTER.exec(named)?.[0] ?? '';
  const parts = named.split(LISTS).filter((part) => part !== '');
  const found = new Set<string>();
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1;
    const own = part.replace(LEADING, '');
    const bare = (isLast ? own.slice(0, own.length - after.length) : own).trim();
    let id = '';
    if (bare !== '' && !HAS_RANK.test(bare)) {
      id = tradeOfBare(bare, tradeOf);
      // "Commercial and Marketing Director": with its rank it says more.
      if (id === '' && !bare.includes(' ')) id = tradeOf(`${before}${bare}${after}`.trim());
      // Not every part is known: "Sales, Marketing and Service".
      if (id === '' && !bare.includes(' ')) continue;
    }
    // "Sales and Account Manager": what looks like a rank is part of the trade.
    if (id === '' && isLast && !bare.includes(' ')) id = tradeOf(own);
    if (id === '') return [];
    found.add(id);
  }
  return found.size > 1 ? [...found] : [];
}

/** The trade of one or two words that name nothing else. */
function tradeOfBare(bare: string, tradeOf: (text: string) => string): string {
  const words = bare.split(' ').filter((word) => !ONLY_OF.test(word));
  const id = tradeOf(bare);
  if (words.length === 1 || id === '') return id;
  if (words.length > 2) return '';
  const isApart = words.every((word) => tradeOf(word) !== id) || words.some((word) => FOR_WHOM.test(word));
  return isApart ? id : '';
}
