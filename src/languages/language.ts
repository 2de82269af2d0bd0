/** What a column of people may be called for. */
type PeopleHeader =
  | 'id'
  | 'otherId'
  | 'name'
  | 'firstName'
  | 'namePrefix'
  | 'lastName'
  | 'preferredName'
  | 'email'
  | 'title'
  | 'group'
  | 'department'
  | 'division'
  | 'organisation'
  | 'capability'
  | 'secondary'
  | 'fte'
  | 'weeklyHours'
  | 'costPerYear'
  | 'monthlyPay'
  | 'hourlyPay'
  | 'payFrom'
  | 'payTo'
  | 'currency'
  | 'level'
  | 'location'
  | 'manager'
  | 'managerOther'
  | 'managerType'
  | 'managers'
  | 'dotted'
  | 'serves'
  | 'vacant'
  | 'workerType'
  | 'start'
  | 'left'
  | 'end'
  | 'date'
  | 'effective'
  | 'until'
  | 'record'
  | 'share'
  | 'action'
  | 'status'
  | 'active'
  | 'gone'
  | 'primary'
  | 'posts';

type CustomerHeader =
  | 'id'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'company'
  | 'count'
  | 'market'
  | 'status'
  | 'revenue'
  | 'margin'
  | 'retention'
  | 'acquisitionCost'
  | 'currency'
  | 'satisfaction.score'
  | 'satisfaction.min'
  | 'satisfaction.max'
  | 'satisfaction.n'
  | 'owner'
  | 'ownerOther'
  | 'parent';

type Headers<Field extends string> = Readonly<Partial<Record<Field, readonly string[]>>>;

/** What words of a title name; where they name two things, also what the department may say instead. */
export type TitleRow = readonly [pattern: RegExp, capability: string, instead?: readonly string[]];

/** A small letter of the languages that are known: V8 takes many times as long to look up all letters there are. */
export const LETTER = '[a-zªµºß-öø-ɏ]';

/** Whether something that joins two names is a word and no sign. */
export const isWord = (joining: string): boolean => ANY_LETTER.test(joining);
const ANY_LETTER = new RegExp(LETTER, 'u');

/**
 * Rows of a language that writes its words apart: what is sought begins a word, alone or after a prefix of rank, so that
 * "usine" is not found in "business".
 */
export const atWordStart = (rows: readonly TitleRow[]): TitleRow[] =>
  rows.map(([{ source }, ...named]) => [startOfWord(`(?:vice|sub|co)?(?:${source})`), ...named]);

/** What is sought where a word begins. */
export const startOfWord = (source: string): RegExp => new RegExp(`(?<!${LETTER})${source}`, 'u');

/** The words of one language in exports of HR and customer systems. Case, spaces and punctuation of headers do not matter. */
export interface Language {
  readonly name: string;
  /** Headers of tables of people by what they hold, the surest first. */
  readonly people: Headers<PeopleHeader>;
  readonly customers: Headers<CustomerHeader>;
  /** Beginnings of words in headers of people who are neither managers nor owners, whatever the values: who wrote a row, helps, or stands in. */
  readonly otherPeople: readonly string[];
  /** Headers of what a customer turns over itself, which is not what it pays. */
  readonly turnover: readonly string[];
  /** Words of titles and names of departments for capabilities: the first row that matches counts, so what is specific stands first. */
  readonly titles: readonly TitleRow[];
  /** Titles of those who assist somebody: they have not the trade of whom they assist. */
  readonly assistants: RegExp;
  readonly statuses: {
    /** Beginnings of words for somebody who has left. */
    readonly gone: readonly string[];
    /** Beginnings of words for somebody who is there. */
    readonly there: readonly string[];
    /** Beginnings of words for somebody who is away for a time, and so is there. */
    readonly leave: readonly string[];
    /** Beginnings of words for what is still to come, or was taken back: beside one of them nobody has left for certain. */
    readonly notYet: readonly string[];
    /** Words before another that say its contrary. */
    readonly not: readonly string[];
    readonly vacant: readonly string[];
    /** In place of a name, for somebody who is yet to be found; as a status it says that somebody came. */
    readonly toHire: readonly string[];
    /** Of a position, whose seat is open if nobody has it: that it may be filled, and that it may not for now. */
    readonly approved: readonly string[];
    readonly frozen: readonly string[];
    /** Beginnings of words for somebody who works here without being employed here. */
    readonly contractor: readonly string[];
  };
  /** Words for a department beside its name: before it, and behind it, as part of one word too. */
  readonly departments: { readonly before: readonly string[]; readonly behind: readonly string[] };
  /** What joins two trades in the name of a department. */
  readonly and: readonly string[];
}
