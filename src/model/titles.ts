import { languages } from '../languages/languages.ts';
import type { CapabilityInput } from '../schema/input/capability.ts';

/** Seen before the general rows for engineers and developers. */
const FIELD_SERVICE =
  /\b(field service|service (technician|engineer)|implementation|installation|project) ?(engineer|technician|lead|manager)?\b/;
/** Names of one trade that are written with a joining word. */
const ONE_TRADE =
  /\b(research (and|&) development|r ?& ?d|people (and|&) culture|finance (and|&) (accounting|controlling)|plant (and|&) machinery)\b/;
/** Of folded texts, in which a space never follows another. */
const JOINED = new RegExp(
  ` ?[,;/+&|] ?| (?:${languages.flatMap(({ and }) => and.filter((word) => /\p{L}/u.test(word))).join('|')}) `,
  'u',
);
/** A department that holds more of the people than this is the company, and its name says nothing of a trade. */
const WHOLE_COMPANY = 0.9;

export interface TitleMapper {
  /** The capability that a job title says, else the name of a department; '' where neither says anything. */
  (title: string, department: string): string;
  ofTitle(title: string): string;
}

/**
 * Maps a job title, else the name of a department, to a capability id: first by the titles and departments that the
 * file lists for a capability, then by words of the languages that are known. A department counts only where its name
 * is one trade: "Equipment and Support" says nothing of either. Equal texts are looked up once.
 */
export function titleMapper(capabilities: Readonly<Record<string, CapabilityInput>>): TitleMapper {
  const titles = new Map<string, string>();
  const departments = new Map<string, string>();
  for (const [id, capability] of Object.entries(capabilities)) {
    for (const title of capability.titles ?? []) titles.set(fold(title), id);
    for (const department of capability.departments ?? []) departments.set(fold(department), id);
  }
  const ofTitle = remembered((title) => titles.get(title) ?? byWords(title));
  const ofDepartment = remembered((department) => departments.get(department) ?? oneTrade(department));
  const map = (title: string, department: string) => ofTitle(title) || ofDepartment(department);
  return Object.assign(map, { ofTitle });
}

/**
 * The departments whose names may say what their people do: those that hold nearly everybody say nothing, however
 * they are called. `departmentOf` is the index of each seat's department, -1 for none.
 */
export function wholeCompany(departmentOf: ArrayLike<number>, departments: number): number {
  const counts = new Int32Array(departments);
  for (let seat = 0; seat < departmentOf.length; seat++)
    if (departmentOf[seat]! >= 0) counts[departmentOf[seat]!]!++;
  return counts.findIndex((count) => count > WHOLE_COMPANY * departmentOf.length);
}

function remembered(read: (folded: string) => string): (text: string) => string {
  const seen = new Map<string, string>([['', '']]);
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

function byWords(folded: string): string {
  if (FIELD_SERVICE.test(folded) && !/\b(it|network|sales)\b/.test(folded)) return 'operations';
  for (const { titles } of languages)
    for (const [pattern, capability] of titles) if (pattern.test(folded)) return capability;
  return '';
}

/** The one capability that every part of a department's name says. */
function oneTrade(folded: string): string {
  const parts = folded.split(JOINED).filter((part) => part !== '');
  if (parts.length < 2 || ONE_TRADE.test(folded)) return byWords(folded);
  const trades = new Set(parts.map(byWords));
  return trades.size === 1 ? [...trades][0]! : '';
}
