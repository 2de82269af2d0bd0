import { english } from '../languages/english.ts';
import { isWord, type Language, LETTER, startOfWord } from '../languages/language.ts';
import { languages } from '../languages/languages.ts';
import { type CapabilityInput, ENABLING_CAPABILITY_IDS } from '../schema/input/capability.ts';
import { tradesInTitle } from './joint-titles.ts';

/** Seen before the general rows for engineers and developers. */
const FIELD_SERVICE =
  /\b(field service|service (technician|engineer)|implementation|installation|project) ?(engineer|technician|lead|manager)?\b/;
/** What is developed or engineered for customers, by the title alone. */
const FOR_CUSTOMERS =
  /product (development|design)|produktentwickl|productontwikkel|sviluppo (del )?prodott|desarrollo de producto|développement (de |du )?produit|r ?& ?d\b|research|forschung|recherche|investigación|i\+d|onderzoek|ricerca/;
/** Trades of engineers, developers and heads of projects, of whom every department has some: one that serves the organisation says what they do there. */
const OF_ANY_DEPARTMENT: ReadonlySet<string> = new Set(['product-development', 'operations']);
/** No word ends before one: "président" is no "PR". */
const FOREIGN_LETTER = /[ªµºß-öø-ɏ]/g;
/** What somebody was. */
const WAS = startOfWord(
  '(former(ly)?|previously|ex-|ehemalig(er?|e[sn])?|vormals|ancien(ne)?|voormalig|exdirect)',
);
/** Endings for the other gender, and for all: "Chargé(e)", "Leiter*in", "Directeur/trice", "Kaufmann (m/w/d)". */
const OTHER_GENDER = new RegExp(
  `\\((e|ne|in|rice|a|o|[mwfdhxv](\\/[mwfdhxv]){1,6})\\)|[·•*:/]-?(e|ne|in|t?rice|a)(?!${LETTER})`,
  'gu',
);
/** Names of one trade that are written with a joining word. */
const ONE_TRADE =
  /\b(research (and|&) development|r ?& ?d|people (and|&) culture|finance (and|&) (accounting|controlling)|plant (and|&) machinery)\b/;
/** Of folded texts, in which a space never follows another. */
const JOINED = new RegExp(
  ` ?[,;/+&|] ?| (?:${languages.flatMap(({ and }) => and.filter((word) => isWord(word))).join('|')}) `,
  'u',
);
/** A department that holds more of the people than this is the company, and its name says nothing of a trade. */
const WHOLE_COMPANY = 0.9;

export interface TitleMapper {
  /** The capability that a job title says, else the name of a department; '' where neither says anything. */
  (title: string, department: string): string;
  ofTitle(title: string): string;
  /** All capabilities of a title that names two or more, else none. */
  several(title: string): readonly string[];
}

/**
 * Maps a job title, else the name of a department, to a capability id: first by the titles and departments that the
 * file lists for a capability, then by words of the languages that are known. Of a title that names two trades ("Head of
 * Sales and Marketing") it is the first, or the one of the department; of words that may mean two things the department says which; who assists somebody has no trade by either. A department counts only where its name
 * is one trade: "Equipment and Support" says nothing of either. Equal texts are looked up once.
 */
export function titleMapper(capabilities: Readonly<Record<string, CapabilityInput>>): TitleMapper {
  const titles = new Map<string, string>();
  const departments = new Map<string, string>();
  for (const [id, capability] of Object.entries(capabilities)) {
    for (const title of capability.titles ?? []) titles.set(fold(title), id);
    for (const department of capability.departments ?? []) departments.set(fold(department), id);
  }
  const rowOf = remembered((title) => {
    const given = titles.get(title);
    return given === undefined ? rowOfTitle(title) : { id: given };
  }, UNKNOWN);
  const ofDepartment = remembered((name) => departments.get(name) ?? oneTrade(name), '');
  const map = (title: string, department: string) => {
    const said = rowOf(title);
    if (said.instead === undefined && (said.id !== '' || said === ASSISTS)) return said.id;
    const there = ofDepartment(department);
    return said.id === '' || said.instead?.includes(there) ? there : said.id;
  };
  return Object.assign(map, {
    ofTitle: (title: string) => rowOf(title).id,
    several: (title: string) => rowOf(title).several ?? NONE,
  });
}

/**
 * The departments whose names may say what their people do: those that hold nearly everybody say nothing, however
 * they are called. `departmentOf` is the index of each seat's department, -1 for none; or that of seats which are alike, of
 * whom there are so many.
 */
export function wholeCompany(
  departmentOf: ArrayLike<number>,
  departments: number,
  seats?: ArrayLike<number>,
): number {
  const counts = new Int32Array(departments);
  let all = 0;
  for (let at = 0; at < departmentOf.length; at++) {
    const alike = seats === undefined ? 1 : seats[at]!;
    all += alike;
    if (departmentOf[at]! >= 0) counts[departmentOf[at]!]! += alike;
  }
  return counts.findIndex((count) => count > WHOLE_COMPANY * all);
}

function remembered<Read>(read: (folded: string) => Read, ofNothing: Read): (text: string) => Read {
  const seen = new Map([['', ofNothing]]);
  return (text) => {
    let found = seen.get(text);
    if (found === undefined) {
      found = read(fold(text));
      seen.set(text, found);
    }
    return found;
  };
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();

/** What a title says, and what the department may say instead. */
interface Said {
  readonly id: string;
  readonly instead?: readonly string[] | undefined;
  /** The trades of a title that names several. */
  readonly several?: readonly string[];
}
const NONE: readonly string[] = [];
const UNKNOWN: Said = { id: '' };
/** Whoever assists somebody has neither that one's trade nor the department's. */
const ASSISTS: Said = { id: '' };

function rowOfTitle(folded: string): Said {
  const plain = folded.replace(OTHER_GENDER, '');
  const was = plain.search(WAS);
  const title = was < 0 ? plain : plain.slice(0, was);
  if (languages.some(({ assistants }) => assistants.test(title))) return ASSISTS;
  const several = ONE_TRADE.test(title) ? NONE : tradesInTitle(title, (text) => byWords(text).id);
  return several.length > 0 ? { id: several[0]!, instead: several, several } : byWords(title);
}

function byWords(folded: string, spoken: readonly Language[] = languages): Said {
  const said = byOwnWords(folded, spoken);
  return OF_ANY_DEPARTMENT.has(said.id) && said.instead === undefined && !FOR_CUSTOMERS.test(folded)
    ? { id: said.id, instead: ENABLING_CAPABILITY_IDS }
    : said;
}

function byOwnWords(folded: string, spoken: readonly Language[]): Said {
  if (FIELD_SERVICE.test(folded) && !/\b(it|network|sales)\b/.test(folded)) return { id: 'operations' };
  const inEnglish = folded.replace(FOREIGN_LETTER, 'x');
  for (const language of spoken) {
    const text = language === english ? inEnglish : folded;
    for (const [pattern, id, instead] of language.titles) if (pattern.test(text)) return { id, instead };
  }
  return UNKNOWN;
}

/** The one capability that every part of a department's name says, in the language of the word that joins them. */
function oneTrade(folded: string): string {
  const parts = folded.split(JOINED).filter((part) => part !== '');
  if (parts.length < 2 || ONE_TRADE.test(folded)) return byWords(folded).id;
  const joining = languages.filter(({ and }) =>
    and.some((word) => isWord(word) && folded.includes(` ${word} `)),
  );
  const spoken = joining.length > 0 ? joining : languages;
  const trades = new Set(parts.map((part) => byWords(part, spoken).id));
  return trades.size === 1 ? [...trades][0]! : '';
}
