import { counted } from '../../base/text.ts';
import { amount } from '../amounts.ts';
import type { Extract } from '../extract.ts';
import type { Journal } from '../journal.ts';
import type { PeopleFile } from './read-people.ts';

const MOST_POSTS = 10_000;
/** What stands in place of an id where there is none. */
const NO_ID = /^(?:xx+|n\/?[ad]|none|null)$/i;

/** Seats in the order of their rows: the id, the row it comes from, and the fte that follows from a number of posts. */
export interface Seats {
  readonly id: string[];
  readonly at: number[];
  /** NaN where the row's own fte counts. */
  readonly fte: number[];
  /** Ids as the source has them to the first seat, where one id stands for several seats. */
  readonly shared: Map<string, string>;
}

/** Gives every row its id and its seats: posts of a row, holders of a post, names where there are no ids. */
export function identify(extract: Extract, files: readonly PeopleFile[], journal: Journal): Seats {
  const first = new Map<string, number>();
  /** Rows of an id beside its first one, where rows are posts. */
  const holders = new Map<string, number[]>();
  const names = namesOf(extract, files, journal);
  for (let at = 0; at < extract.count; at++) {
    const { file, source } = files[extract.file[at]!]!;
    let id =
      extract.get('id', at) || (source.columns.otherId?.includes('id') ? extract.get('otherId', at) : '');
    if (id === '' || (source.posts === true && NO_ID.test(id)))
      id = source.posts === true ? placeOf(extract, at, files) : (names?.(at) ?? '');
    if (id === '') {
      journal.row('unusable', 'no id', file, extract.row[at]!);
      continue;
    }
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, at);
    else if ([earlier, ...(holders.get(id) ?? [])].some((other) => extract.equal(other, at)))
      journal.row('leftOut', 'repeats of a row, alike in every field', file, extract.row[at]!);
    else if (source.posts !== true)
      journal.row('unusable', 'an id that an earlier row has', file, extract.row[at]!);
    else holders.set(id, [...(holders.get(id) ?? []), at]);
  }
  return seatsOf(first, holders, extract, files, journal);
}

function seatsOf(
  first: ReadonlyMap<string, number>,
  holders: ReadonlyMap<string, readonly number[]>,
  extract: Extract,
  files: readonly PeopleFile[],
  journal: Journal,
): Seats {
  const seats: Seats = { id: [], at: [], fte: [], shared: new Map() };
  const add = (id: string, at: number, fte: number) => {
    seats.id.push(id);
    seats.at.push(at);
    seats.fte.push(fte);
  };
  let sharing = 0;
  let rows = 0;
  for (const [id, at] of first) {
    const others = holders.get(id);
    if (others === undefined && extract.get('posts', at) === '') {
      add(id, at, Number.NaN);
      continue;
    }
    const all = [at, ...(others ?? [])];
    const parts = all.flatMap((row) => postsOf(extract, row, files, journal).map((fte) => ({ row, fte })));
    if (parts.length === 1) add(id, parts[0]!.row, parts[0]!.fte);
    else
      for (const [index, { row, fte }] of parts.entries()) {
        const own = unused(`${id}.${index + 1}`, first);
        if (index === 0) seats.shared.set(id, own);
        add(own, row, fte);
      }
    if (others !== undefined) sharing += parts.length;
    else if (parts.length > 1) rows++;
  }
  if (sharing > 0)
    journal.note(
      `${counted(sharing, 'row')} share a reference with another row: each is a seat of its own (job shares and repeats), as \`….1\`, \`….2\`.`,
    );
  if (rows > 0)
    journal.note(
      `${counted(rows, 'row stands', 'rows stand')} for several posts: their seats are \`….1\`, \`….2\`, and so on.`,
    );
  return seats;
}

/** A generated id must not be one that the source has. */
function unused(id: string, taken: ReadonlyMap<string, unknown>): string {
  let free = id;
  while (taken.has(free)) free += "'";
  return free;
}

/** The fte of each post that a row stands for: 3.5 posts are three whole ones and a half. */
function postsOf(extract: Extract, at: number, files: readonly PeopleFile[], journal: Journal): number[] {
  const text = extract.get('posts', at);
  if (text === '') return [Number.NaN];
  const { file, delimiter } = files[extract.file[at]!]!;
  const posts = amount(text, /^\d+,\d+$/.test(text) && delimiter !== ',' ? ',' : '.');
  if (Number.isNaN(posts) || posts > MOST_POSTS || posts < 0) {
    journal.row('doubtful', 'a number of posts that is none; taken as one', file, extract.row[at]!);
    return [Number.NaN];
  }
  if (posts === 0) {
    journal.row('leftOut', 'rows of no posts', file, extract.row[at]!);
    return [];
  }
  const whole = Math.ceil(posts - 1e-9);
  return Array.from({ length: whole }, (_, index) =>
    index < whole - 1 ? 1 : Number((posts - whole + 1).toFixed(4)),
  );
}

/** `J12` for the row of posts without a reference; with the number of the file where there are several. */
function placeOf(extract: Extract, at: number, files: readonly PeopleFile[]): string {
  const without = files.filter(
    ({ source, bound }) => source.posts && !bound.some(({ field }) => field === 'id'),
  );
  const row = extract.row[at]!;
  return without.length > 1 ? `J${extract.file[at]! + 1}-${row}` : `J${row}`;
}

/** E-mail addresses or names as ids, for files that have no column of ids. */
function namesOf(
  extract: Extract,
  files: readonly PeopleFile[],
  journal: Journal,
): ((at: number) => string) | undefined {
  const lacking = new Set(
    files.flatMap(({ source, bound }, index) =>
      source.posts || bound.some(({ field }) => field === 'id' || field === 'otherId') ? [] : [index],
    ),
  );
  if (lacking.size === 0) return undefined;
  const named = (at: number): string =>
    extract.get('name', at) || `${extract.get('firstName', at)} ${extract.get('lastName', at)}`.trim();
  const rows = Array.from({ length: extract.count }, (_, at) => at).filter((at) =>
    lacking.has(extract.file[at]!),
  );
  const byMail = rows.some((at) => extract.get('email', at) !== '');
  const textOf = byMail ? (at: number) => extract.get('email', at) : named;
  const seen = new Map<string, number>();
  for (const at of rows) seen.set(textOf(at), (seen.get(textOf(at)) ?? 0) + 1);
  for (const index of lacking)
    journal.assume(
      `${files[index]!.file} has no column of ids: the ${byMail ? 'e-mail address' : 'name'} is the id, with the row where two are alike.`,
    );
  return (at) => {
    const text = lacking.has(extract.file[at]!) ? textOf(at) : '';
    return text === '' || seen.get(text) === 1 ? text : `${text} (row ${extract.row[at]})`;
  };
}
