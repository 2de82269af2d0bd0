import type { Extract } from '../extract.ts';
import type { Journal } from '../journal.ts';
import type { PeopleFile } from './read-people.ts';
import { isInDirectory, nameAt, nameKey } from './references.ts';
import { isMail, PERSON, ShortIds } from './short-ids.ts';

/** Addresses that people of several names have, as that of a team. */
function sharedBy(
  rows: readonly number[],
  mail: (at: number) => string,
  name: (at: number) => string,
): ReadonlySet<string> {
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const at of rows) {
    const [address, own] = [mail(at), nameKey(name(at))];
    if (own !== '' && address !== '' && (first.get(address) ?? own) !== own) shared.add(address);
    if (!first.has(address)) first.set(address, own);
  }
  return shared;
}

export interface Naming {
  /** Files whose people have short ids. */
  readonly files: ReadonlySet<number>;
  id(at: number): string;
  idOf(text: string): string;
}

/**
 * Short ids for the people of files without a column of ids, or whose ids are addresses or names: an id stands in every
 * report, and names and addresses do not belong there.
 */
export function namesOf(extract: Extract, files: readonly PeopleFile[], journal: Journal): Naming {
  const lacking = new Map<number, (at: number) => string>();
  files.forEach(({ file, source, bound }, index) => {
    if (source.posts === true) return;
    const rows = extract.rowsOf(index);
    if (rows.length === 0) return;
    const fields = new Set(bound.map(({ field }) => field));
    /** Whether so many rows fit; seen early where most do not. */
    const most = (least: number, fits: (at: number) => boolean): boolean => {
      let others = 0;
      for (const at of rows) if (!fits(at) && ++others > (1 - least) * rows.length) return false;
      return rows.length > 0;
    };
    const mail = (at: number) => extract.get('email', at);
    const name = (at: number) => nameAt(extract, at);
    const given = (at: number) => extract.get('id', at) || extract.get('otherId', at);
    // Where managers are named as the directory does, that is no id to be shown.
    const secret = () => most(0.9, (at) => isInDirectory(extract.get('otherId', at)));
    if (!fields.has('id') && (!fields.has('otherId') || secret())) {
      const byMail = rows.some((at) => mail(at) !== '');
      const shared = sharedBy(rows, mail, name);
      lacking.set(index, byMail ? (at) => (shared.has(mail(at)) ? '' : mail(at)) || name(at) : name);
      journal.assume(
        `${file} has no column of ids: short ids follow from the ${byMail ? 'e-mail addresses' : 'names'}, the same in every extract.`,
      );
    } else if (most(0.9, (at) => isMail(given(at)))) {
      lacking.set(index, given);
      for (const at of rows) if (mail(at) === '') extract.set('email', at, given(at));
      journal.assume(
        `${file}: ids are e-mail addresses. Short ids follow from them, the same in every extract; the addresses are kept as \`email\`.`,
      );
    } else if (rows.length > 2 && most(0.8, (at) => given(at).includes(' ') && given(at) === name(at))) {
      lacking.set(index, given);
      journal.assume(`${file}: ids are names. Short ids follow from them, the same in every extract.`);
    }
  });
  const short = new ShortIds(PERSON);
  const counts = new Map<string, number>();
  const key = (index: number, at: number) => (lacking.get(index) ?? (() => ''))(at).toLowerCase();
  for (const index of lacking.keys())
    for (const at of extract.rowsOf(index)) counts.set(key(index, at), (counts.get(key(index, at)) ?? 0) + 1);
  const used = new Map<string, number>();
  return {
    files: new Set(lacking.keys()),
    idOf: lacking.size === 0 ? (text) => text : (text) => (/\p{L}/u.test(text) ? short.of(text) : text),
    id(at) {
      const text = key(extract.file[at]!, at);
      if (text === '') return '';
      if (counts.get(text) === 1 || isMail(text)) return short.of(text);
      // Two of one name are told apart by what else is known of them, and then by their order.
      const whole = [
        text,
        ...(['title', 'department', 'location', 'start'] as const).map((field) => extract.get(field, at)),
      ].join('\n');
      const earlier = used.get(whole) ?? 0;
      if (earlier > 0)
        journal.row(
          'doubtful',
          'a row that is like an earlier one in all that tells people apart: one person or two?',
          files[extract.file[at]!]!.file,
          extract.row[at]!,
        );
      used.set(whole, earlier + 1);
      return short.of(earlier === 0 ? whole : `${whole}\n${earlier}`);
    },
  };
}
