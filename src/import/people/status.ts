import { counted } from '../../base/text.ts';
import { languages } from '../../languages/languages.ts';
import { answerOf } from '../answers.ts';
import type { Extract } from '../extract.ts';
import type { Journal } from '../journal.ts';
import type { Draft, LeftOut } from '../sources/source.ts';

const words = (of: (statuses: (typeof languages)[number]['statuses']) => readonly string[]): string =>
  [...new Set(languages.flatMap(({ statuses }) => of(statuses)))]
    .map((word) => word.replace(/[.\\+*?^$()[\]{}|]/g, '\\$&'))
    .join('|');
const GONE = new RegExp(`(?:^|\\s)(?:${words(({ gone }) => gone)})|^(?:false|no|nein|non|nee|0)$`, 'u');
/** They are still there. */
const TO_COME = /\b(?:pending|notice|planned|upcoming|future)\b/;
const THERE = new RegExp(
  `(?:^|\\s)(?:${words(({ there }) => there)})|^(?:true|yes|y|1|a|ja|oui|sí|si)$`,
  'u',
);
const APPROVED = new RegExp(`^(?:${words(({ approved }) => approved)})`, 'u');
const FROZEN = new RegExp(`(?:^|\\s)(?:${words(({ frozen }) => frozen)})`, 'u');
const VACANT = words(({ vacant }) => vacant);
const OPEN = new RegExp(`^['"‘’([<]{0,3}(?:${VACANT})(?![\\p{L}\\p{N}])`, 'iu');
/** Open is a word of many meanings: alone, or before what is open. */
const OPEN_ALONE =
  /^[([]?open(?: (?:post|position|seat|role|requisition|req|headcount)(?: ?[#\w-]*\d)?)?[)\]]?$/i;
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
  if (GONE.test(status)) return TO_COME.test(status) ? 'unknown' : 'gone';
  if (THERE.test(status)) return 'there';
  if (FROZEN.test(status)) return 'frozen';
  return APPROVED.test(status) ? 'approved' : 'unknown';
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
  OPEN.test(text) && (!/^['"‘’([]?open/i.test(text) || OPEN_ALONE.test(text.replace(/['"‘’]/g, '')));

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
  if (state === 'gone') return { leftOut: 'people who have left, by their status' };
  const open = draft.name !== '' && isOpen(draft.name);
  const isNobody = (state === 'approved' || state === 'frozen') && draft.id === '' && draft.name === '';
  if (open || (draft.vacant === '' && (state === 'vacant' || isNobody))) draft.vacant = 'yes';
  if (draft.vacant === 'yes' && open) draft.name = '';
  return undefined;
}
