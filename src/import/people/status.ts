import { grouped } from '../../base/grouped.ts';
import { counted, quoted } from '../../base/text.ts';
import { answerOf } from '../../languages/answers.ts';
import { languages } from '../../languages/languages.ts';
import type { Extract } from '../extract.ts';
import type { Journal } from '../journal.ts';
import type { Draft, LeftOut } from '../sources/source.ts';

type Words = (statuses: (typeof languages)[number]['statuses']) => readonly string[];
const wordsOf = (of: Words): string[] => [...new Set(languages.flatMap(({ statuses }) => of(statuses)))];
const either = (all: readonly string[]): string =>
  all.map((word) => word.replace(/[.\\+*?^$()[\]{}|]/g, '\\$&')).join('|');
const words = (of: Words): string => either(wordsOf(of));
/** Capitals often stand without their accents. */
const unaccented = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
/** What words say of whether somebody is there: of two that begin alike the longer one counts, as `licencia` beside `licencié`. */
const SAID = new Map(
  (['there', 'leave', 'notYet', 'gone'] as const).flatMap((kind) =>
    wordsOf((statuses) => statuses[kind]).map((word) => [unaccented(word), kind] as const),
  ),
);
const SAYING = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${either([...SAID.keys()].sort((a, b) => b.length - a.length))})`,
  'gu',
);
const NOT = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either(wordsOf(({ not }) => not).map(unaccented))}) $`, 'u');
const ANSWERS_NO = /^(?:false|no|nein|non|nee|0)$/;
const ANSWERS_YES = /^(?:true|yes|y|1|a|ja|oui|sí|si)$/;
const APPROVED = new RegExp(`^(?:${words(({ approved }) => approved)})`, 'u');
const FROZEN = new RegExp(`(?:^|\\s)(?:${words(({ frozen }) => frozen)})`, 'u');
const VACANT = words(({ vacant }) => vacant);
const TO_HIRE = new RegExp(`^['"‘’([<]{0,3}(?:${words(({ toHire }) => toHire)})(?![\\p{L}\\p{N}])`, 'iu');
const OPEN = new RegExp(`^['"‘’([<]{0,3}(?:${VACANT})(?![\\p{L}\\p{N}])`, 'iu');
/** Open is a word of many meanings: alone, or before what is open. */
const OPEN_ALONE =
  /^[([]?open(?: (?:post|position|seat|role|requisition|req|headcount|vacancy|vacature|stelle)(?: ?[#\w-]*\d)?)?[)\]]?$/i;
const CONTRACTOR = new RegExp(`^(?:${words(({ contractor }) => contractor)})`, 'u');
/** What systems put behind a name, which is no part of it. */
const ADDED = /(?:\(([^()]*)\)|\[(\p{Lu}{1,4})\])\s*$/iu;
const ADDED_WORDS =
  /leave|terminated|inactive|contract|contingent|external|extern|acting|inherited|temp|on assignment/i;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[-_./]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Of a position: `approved` to be filled, or `frozen`; whoever has it is there. */
type Status = 'gone' | 'there' | 'vacant' | 'approved' | 'frozen' | 'unknown' | '';

const seen = new Map<string, Status>();

/** What a status says of a person; `unknown` where no language has the word. */
export function statusOf(text: string): Status {
  let found = seen.get(text);
  if (found === undefined) {
    found = read(text);
    if (seen.size < 10_000) seen.set(text, found);
  }
  return found;
}

function read(text: string): Status {
  const status = plain(text);
  if (status === '') return '';
  if (isOpen(text)) return 'vacant';
  const there = ANSWERS_NO.test(status) ? 'gone' : ANSWERS_YES.test(status) ? 'there' : thereBy(status);
  if (there !== undefined) return there;
  if (FROZEN.test(status)) return 'frozen';
  return APPROVED.test(status) ? 'approved' : 'unknown';
}

/**
 * Whether somebody is there, by all words of a status that say so; undefined where none does. Who has left is left out, so
 * nobody has who is on leave, is yet to go, has come back, or of whom the contrary is said: that is for the user to say.
 */
function thereBy(status: string): 'gone' | 'there' | 'unknown' | undefined {
  const said = new Set<string>();
  const bare = unaccented(status);
  for (const { 0: word, index } of bare.matchAll(SAYING))
    said.add(NOT.test(bare.slice(0, index)) ? 'not' : SAID.get(word)!);
  if (said.has('gone'))
    return ['leave', 'notYet', 'not'].some((other) => said.has(other)) ? 'unknown' : 'gone';
  if (said.has('not')) return 'unknown';
  return said.has('there') || said.has('leave') ? 'there' : undefined;
}

/** Whether the answer to whether somebody is there, or the one to whether they are gone, says that they have left. */
export const hasLeft = ({ active, gone }: Readonly<Record<'active' | 'gone', string>>): boolean =>
  (gone !== '' && (answerOf(gone) ?? statusOf(gone) === 'gone')) ||
  (active !== '' && (answerOf(active) === false || statusOf(active) === 'gone'));

const FILLED =
  /^(?:filled|occupied|taken|besetzt|pourvu|occupé|ocupad|cubiert|bezet|vervuld|coperto|occupat)/;
/** Whether a seat is open, by what a column says that answers that; undefined where no language has the word. */
export const isVacant = (text: string): boolean | undefined =>
  answerOf(text) ??
  (FILLED.test(plain(text)) || ['there', 'gone'].includes(statusOf(text))
    ? false
    : statusOf(text) === 'vacant' || /^(?:open|vacancy)$/i.test(text) || undefined);

const MAIN = /^(?:primary|main|home|haupt|princip|hoofd|primär|erst)/;
const BESIDE = /^(?:second|further|additional|other|concurrent|neben|zweit|weitere|neven|secund|accessoir)/;
/** Whether a job is the main one of a person, by what a column says that answers that; undefined where no language has the word. */
export const isMainJob = (text: string): boolean | undefined =>
  answerOf(text) ?? (MAIN.test(plain(text)) || (BESIDE.test(plain(text)) ? false : undefined));

const NONE: readonly string[] = [];

/** Why who has left is left out. */
export const LEFT = 'people who have left, by their status';

/** So many words for having left are shown. */
const MOST_SHOWN = 30;

/** What says it by itself, and nothing else. */
const PLAINLY_LEFT =
  /^(?:terminated|left|leaver|former|departed|ausgeschieden|ausgetreten|sortie?|parti|baja|cessat[oa]|uit dienst)$/i;

/** The words by which somebody has left, so that the reader can see whether they say it. */
export const wordsOfLeaving = ({
  status,
  active,
  gone,
}: Readonly<Record<'status' | 'active' | 'gone', string>>): readonly string[] =>
  [status, active, gone].filter(
    (text) => statusOf(text) === 'gone' && answerOf(text) === undefined && !PLAINLY_LEFT.test(text.trim()),
  );

/** Says which words were taken to say that somebody has left. */
export function sayLeft(journal: Journal): void {
  const said = [...journal.statuses.left].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  if (said.length === 0) return;
  const shown = said.slice(0, MOST_SHOWN).map(([text, count]) => `${quoted(text)} (${grouped(count)})`);
  const more = said.length - shown.length;
  journal.assume(
    `Read as saying that somebody has left: ${shown.join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}. If one of them does not, write "Active" in its place.`,
  );
}

/** What is said of whether somebody is there, and is not understood. */
export function unknownStatuses({
  status,
  active,
  gone,
}: Readonly<Record<'status' | 'active' | 'gone', string>>): readonly string[] {
  if (status === '' && active === '' && gone === '') return NONE;
  return [status, active, gone].filter(
    (text, place) => statusOf(text) === 'unknown' && (place === 0 || answerOf(text) === undefined),
  );
}

const isOpen = (text: string): boolean =>
  OPEN.test(text) &&
  (!/^['"‘’([]?open(?!\p{L})/iu.test(text) || OPEN_ALONE.test(text.replace(/['"‘’]/g, '')));

/** Says which open seats are of positions that are not to be filled for now. Linear. */
export function sayFrozen(extract: Extract, journal: Journal): void {
  let frozen = 0;
  for (let at = 0; at < extract.count; at++)
    if (
      !extract.out.has(at) &&
      extract.get('vacant', at) === 'yes' &&
      statusOf(extract.get('status', at)) === 'frozen'
    )
      frozen++;
  if (frozen > 0)
    journal.assume(
      `${counted(frozen, 'open seat is', 'open seats are')} frozen, by ${frozen === 1 ? 'its' : 'their'} status, and ${frozen === 1 ? 'counts' : 'count'} as open: take out what is not to be filled.`,
    );
}

/** Whether a kind of worker is none of the employees. */
export const isContractor = (workerType: string): boolean => CONTRACTOR.test(plain(workerType));

/** Leaves out who is gone; what is called vacant is an open seat; what is added to a name is taken off it. */
export function judgeStatus(draft: Draft): LeftOut | undefined {
  const last = draft.name.charCodeAt(draft.name.length - 1);
  // Most names end in neither ) nor ].
  const added = last === 41 || last === 93 ? ADDED.exec(draft.name) : null;
  const said = added?.[1] ?? '';
  if (added !== null && (added[2] !== undefined || ADDED_WORDS.test(said))) {
    draft.name = draft.name.slice(0, added.index).trimEnd();
    if (/terminated|inactive/i.test(said)) draft.status = 'terminated';
    if (/^c/i.test(added[2] ?? '') || /contract|contingent|extern/i.test(said))
      draft.workerType = 'contractor';
  }
  const { status } = draft;
  const state = status === '' ? '' : statusOf(status);
  if (state === 'gone') return { leftOut: LEFT };
  const open = draft.name !== '' && (isOpen(draft.name) || TO_HIRE.test(draft.name));
  const isNobody = (state === 'approved' || state === 'frozen') && draft.id === '' && draft.name === '';
  if (open || (draft.vacant === '' && (state === 'vacant' || isNobody))) draft.vacant = 'yes';
  if (draft.vacant === 'yes' && open) draft.name = '';
  return undefined;
}
