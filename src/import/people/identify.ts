import { rowsById } from '../../base/columns.ts';
import { counted, quoted } from '../../base/text.ts';
import { amount } from '../amounts.ts';
import type { Extract } from '../extract.ts';
import type { Journal } from '../journal.ts';
import { type Naming, namesOf } from './naming.ts';
import { MOST_PEOPLE, type PeopleFile } from './read-people.ts';
import { nameAt, nameKey } from './references.ts';
import { isShortIdOf, PERSON, ShortIds } from './short-ids.ts';

/** More rows than this are no jobs of one person, nor holders of one post. */
const MOST_ROWS = 1000;
/** What stands in place of an id where there is none. */
const NO_ID = /^(?:xx+|n\/?[ad]|none|null)$/i;

/** Seats in the order of their rows: the id, the row it comes from, and the fte that follows from a number of posts. */
export interface Seats {
  readonly id: string[];
  readonly at: number[];
  /** NaN where the row's own fte counts. */
  readonly fte: number[];
  /** The seat of each id. */
  readonly index: ReadonlyMap<string, number>;
  /** What the source calls a seat where that is not its id, to the id: shared ids, addresses, names. */
  readonly called: Map<string, string>;
  /** Rows of further jobs, by the index of the seat. */
  readonly jobs: Map<number, readonly number[]>;
  /** The id of somebody who is no seat, by a text that names them; as written where ids are the source's own. */
  readonly idOf: (text: string) => string;
  /** Whether an id follows from an address, which is kept with it then. */
  readonly follows: (id: string, address: string) => boolean;
}

/** Gives every row its id and its seats: posts of a row, holders of a post, jobs of a person, short ids where there are none. */
export function identify(extract: Extract, files: readonly PeopleFile[], journal: Journal): Seats {
  const first = new Map<string, number>();
  /** Rows of an id beside its first one: seats where rows are posts, else further jobs of a person. */
  const further = new Map<string, number[]>();
  const called = new Map<string, string>();
  const naming = namesOf(extract, files, journal);
  const simple = eachIsSeat(extract, files, naming);
  if (simple !== undefined) return simple;
  let open = 0;
  const opened = { ids: new ShortIds(PERSON), counts: new Map<string, number>() };
  const secondIds = files.map(
    ({ source, bound }) =>
      source.columns.otherId?.includes('id') === true || !bound.some(({ field }) => field === 'id'),
  );
  for (let at = 0; at < extract.count; at++) {
    if (extract.out.has(at)) continue;
    const { file, source } = files[extract.file[at]!]!;
    const own = extract.get('id', at);
    let id = own || (secondIds[extract.file[at]!] === true ? extract.get('otherId', at) : '');
    if (naming.files.has(extract.file[at]!)) id = naming.id(at);
    else if (source.posts === true && (id === '' || NO_ID.test(id))) id = placeOf(extract, at, files);
    if (id === '' && isOpenSeat(extract, at)) {
      id = openSeat(extract, at, opened);
      open++;
    }
    if (id === '') {
      journal.row('unusable', 'no id', file, extract.row[at]!);
      continue;
    }
    if (own !== '' && own !== id) called.set(own, id);
    const earlier = first.get(id);
    const others = further.get(id);
    if (earlier === undefined) first.set(id, at);
    else if ((others?.length ?? 0) >= MOST_ROWS)
      journal.row('unusable', `an id that more than ${MOST_ROWS} rows have`, file, extract.row[at]!);
    else if ([earlier, ...(others ?? [])].some((other) => extract.equal(other, at)))
      journal.row('leftOut', 'repeats of a row, alike in all that is used', file, extract.row[at]!);
    else if (source.posts !== true && !isJob(extract, earlier, at)) {
      if (extract.file[earlier] !== extract.file[at]) tellNumbering(extract, files, earlier, at, id, journal);
      journal.row('unusable', 'an id that an earlier row has', file, extract.row[at]!);
    } else if (others === undefined) further.set(id, [at]);
    else others.push(at);
  }
  if (open > 0)
    journal.assume(
      `${counted(open, 'open seat has', 'open seats have')} no id: short ids follow from title, department and manager.`,
    );
  const seats = seatsOf(first, further, extract, files, journal, called);
  return {
    ...seats,
    index: rowsById(seats.id),
    called,
    idOf: naming.idOf,
    follows: isShortIdOf,
  };
}

/** Says that two files give one number to different people, so that both need ids of their own. */
function tellNumbering(
  extract: Extract,
  files: readonly PeopleFile[],
  earlier: number,
  at: number,
  id: string,
  journal: Journal,
): void {
  if (nameKey(nameAt(extract, earlier)) === nameKey(nameAt(extract, at))) return;
  const [one, two] = [files[extract.file[earlier]!]!.file, files[extract.file[at]!]!.file];
  const stem = two.replace(/^.*[\\/]|\.\w+$/g, '');
  journal.faultOnce(
    `${one} ${two}`,
    `${quoted(id)} is one person in ${one} and another in ${two}: the people of the second that have such an id are left out. Give each file ids of its own, such as ${quoted(`${stem}/${id}`)}, for managers as well.`,
  );
}

const isOpenSeat = (extract: Extract, at: number): boolean =>
  extract.get('vacant', at) === 'yes' && nameAt(extract, at) === '';

/** An id for a seat that nobody has: what the row says of it, and how many such there were before. */
function openSeat(
  extract: Extract,
  at: number,
  { ids, counts }: { readonly ids: ShortIds; readonly counts: Map<string, number> },
): string {
  const fields = ['title', 'department', 'location', 'manager', 'managerOther'] as const;
  const text = ['open seat', ...fields.map((field) => extract.get(field, at))].join('\n');
  const before = counts.get(text) ?? 0;
  counts.set(text, before + 1);
  return ids.of(before === 0 ? text : `${text}\n${before}`);
}

/** Where every row has an id of its own, each is a seat; else undefined. */
function eachIsSeat(extract: Extract, files: readonly PeopleFile[], naming: Naming): Seats | undefined {
  const id = extract.column('id');
  const { count, out } = extract;
  const plain =
    naming.files.size === 0 && out.size === 0 && id.length === count && extract.firstOf('id').size === count;
  if (!plain || files.some(({ source }) => source.posts === true) || extract.firstOf('posts').size > 0)
    return undefined;
  return {
    id: [...id],
    at: id.map((_, at) => at),
    fte: new Array<number>(count).fill(Number.NaN),
    index: extract.firstOf('id'),
    called: new Map(),
    jobs: new Map(),
    idOf: naming.idOf,
    follows: isShortIdOf,
  };
}

/** Whether a row is another job of the person of an earlier one, and no mistake. */
function isJob(extract: Extract, earlier: number, at: number): boolean {
  const differs = (['title', 'department', 'manager', 'managerOther', 'otherId'] as const).some(
    (field) => extract.get(field, earlier) !== extract.get(field, at),
  );
  return differs && nameKey(nameAt(extract, earlier)) === nameKey(nameAt(extract, at));
}

function seatsOf(
  first: ReadonlyMap<string, number>,
  further: ReadonlyMap<string, readonly number[]>,
  extract: Extract,
  files: readonly PeopleFile[],
  journal: Journal,
  called: Map<string, string>,
): Pick<Seats, 'id' | 'at' | 'fte' | 'jobs'> {
  const seats = {
    id: [] as string[],
    at: [] as number[],
    fte: [] as number[],
    jobs: new Map<number, readonly number[]>(),
  };
  const add = (id: string, at: number, fte: number) => {
    seats.id.push(id);
    seats.at.push(at);
    seats.fte.push(fte);
  };
  let sharing = 0;
  let rows = 0;
  for (const [id, at] of first) {
    const others = further.get(id);
    const posts = files[extract.file[at]!]!.source.posts === true;
    if (extract.get('posts', at) === '' && (others === undefined || !posts)) {
      if (others !== undefined) seats.jobs.set(seats.id.length, others);
      add(id, at, Number.NaN);
      continue;
    }
    const all = [at, ...(posts ? (others ?? []) : [])];
    const parts = all.flatMap((row) =>
      postsOf(extract, row, files, journal, seats.id.length).map((fte) => ({ row, fte })),
    );
    if (parts.length === 1) add(id, parts[0]!.row, parts[0]!.fte);
    else
      for (const [index, { row, fte }] of parts.entries()) {
        const own = unused(`${id}.${index + 1}`, first);
        if (index === 0) called.set(id, own);
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
function postsOf(
  extract: Extract,
  at: number,
  files: readonly PeopleFile[],
  journal: Journal,
  before: number,
): number[] {
  const text = extract.get('posts', at);
  if (text === '') return [Number.NaN];
  const { file, delimiter } = files[extract.file[at]!]!;
  const posts = amount(text, /^\d+,\d+$/.test(text) && delimiter !== ',' ? ',' : '.');
  if (Number.isNaN(posts) || before + posts > MOST_PEOPLE || posts < 0) {
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

/** What is written as an id, to the place of the id that it stands for, which may be nobody's. */
export function idsOf({
  id,
  index,
  called,
}: Seats): [ids: ReadonlyMap<string, number>, idAt: (place: number) => string] {
  if (called.size === 0) return [index, (place) => id[place]!];
  const all = [...id];
  const ids = new Map(index);
  for (const [text, target] of called) {
    const place = index.get(target) ?? all.length;
    if (place === all.length) all.push(target);
    ids.set(text, place);
  }
  return [ids, (place) => all[place]!];
}
