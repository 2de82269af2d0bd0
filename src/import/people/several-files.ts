import { counted, quoted } from '../../base/text.ts';
import type { Extract } from '../extract.ts';
import { FIGURES } from '../figures.ts';
import type { Journal } from '../journal.ts';
import { PEOPLE_FIELDS, type PeopleField } from '../sources/source.ts';
import { FEWEST, MOST, NEARLY_ALL } from './file-columns.ts';
import type { PeopleFile } from './read-people.ts';
import { nameAt, nameKey } from './references.ts';
import { isMail } from './short-ids.ts';

/** What two rows of one person may differ in only where they are two jobs. */
const OF_A_JOB: readonly PeopleField[] = [
  'title',
  'department',
  'division',
  'fte',
  'weeklyHours',
  'share',
  'primary',
  'record',
];
const LINES: readonly PeopleField[] = ['manager', 'managerOther', 'dotted', 'dottedToo'];
/** What says who somebody is, in one way or another. */
const NAMING: ReadonlySet<PeopleField> = new Set<PeopleField>([
  'id',
  'otherId',
  'name',
  'firstName',
  'lastName',
  'namePrefix',
  'preferredName',
  'email',
]);
/** Figures are read as their own file writes them. */
const READ_BY_FILE: ReadonlySet<PeopleField> = new Set<PeopleField>([...FIGURES, 'posts', 'currency']);
const TEXTS = PEOPLE_FIELDS.filter((field) => !READ_BY_FILE.has(field) && !NAMING.has(field));

/** Row by id, or by name, of the rows of some files; -1 for what several have. */
class Rows {
  readonly all: number[] = [];
  private readonly ids = new Map<string, number>();
  private readonly names = new Map<string, number>();

  constructor(private readonly extract: Extract) {}

  add(rows: readonly number[]): void {
    for (const at of rows) {
      this.all.push(at);
      for (const [map, text] of [
        [this.ids, this.extract.get('id', at)],
        [this.names, this.nameOf(at)],
      ] as const)
        if (text !== '') map.set(text, map.has(text) ? -1 : at);
    }
  }

  nameOf(at: number): string {
    return nameKey(nameAt(this.extract, at));
  }

  byId(id: string): number | undefined {
    const at = this.ids.get(id);
    return at === -1 ? undefined : at;
  }

  byName(name: string): number | undefined {
    const at = this.names.get(name);
    return at === -1 ? undefined : at;
  }
}

type Pair = readonly [before: number, at: number];

/** Whether two names may be those of one person: they have a part in common, or one is not given. */
function areAlike(one: string, two: string): boolean {
  if (one === '' || two === '' || one === two) return true;
  const parts = new Set(one.split(' '));
  return two.split(' ').some((part) => part.length > 1 && parts.has(part));
}

/** Gives each file ids of its own where one number is one person in a file and another in the next, as in two companies. */
export function partIds(extract: Extract, files: readonly PeopleFile[], journal: Journal): void {
  if (files.length < 2 || files.some(isOfPosts)) return;
  const before = new Rows(extract);
  let clash: { readonly id: string; readonly files: readonly [number, number] } | undefined;
  for (const file of files.keys()) {
    const rows = extract.rowsOf(file);
    const both = rows.flatMap((at): Pair[] => {
      const other = before.byId(extract.get('id', at));
      return other === undefined || before.nameOf(other) === '' || before.nameOf(at) === ''
        ? []
        : [[other, at]];
    });
    const [first, ...others] = both.filter(([one, two]) => !areAlike(before.nameOf(one), before.nameOf(two)));
    if (first !== undefined && 1 + others.length > MOST * both.length)
      clash ??= { id: extract.get('id', first[1]), files: [extract.file[first[0]]!, file] };
    before.add(rows);
  }
  if (clash === undefined) return;
  const stems = stemsOf(files);
  for (const file of files.keys()) prefix(extract, file, `${stems[file]}/`);
  extract.changed();
  const [one, two] = clash.files.map((file) => files[file]!.file);
  journal.ask(
    `${quoted(clash.id)} is one person in ${one} and another in ${two}, so each file has ids of its own, as ${quoted(`${stems[clash.files[1]]}/${clash.id}`)}: managers are sought in the same file, and owners of customers are to be named so, or by name.`,
  );
}

const isOfPosts = ({ source, bound }: PeopleFile): boolean =>
  source.posts === true || bound.some(({ field }) => field === 'managers');

/** What files are called, without folder and ending; by their number where two are called alike. */
function stemsOf(files: readonly PeopleFile[]): string[] {
  const stems = files.map(({ file }) => file.replace(/^.*[\\/]|\.\w+$/g, ''));
  return new Set(stems).size === stems.length ? stems : files.map((_, file) => String(file + 1));
}

/** Puts something before the ids of a file, and before what names them. */
function prefix(extract: Extract, file: number, text: string): void {
  const rows = extract.rowsOf(file);
  const own = new Set(rows.flatMap((at) => [extract.get('id', at), extract.get('otherId', at)]));
  own.delete('');
  for (const field of ['id', 'otherId', ...LINES] as const)
    for (const at of rows) {
      const given = extract.get(field, at);
      if (own.has(given)) extract.set(field, at, `${text}${given}`);
    }
}

/**
 * Makes one row of two where a further file says more of the same people: a list of staff and the directory. A row that
 * contradicts the first in title, department or FTE is another job. Gives the row that was taken in, by the one it completes.
 */
export function completeRows(
  extract: Extract,
  files: readonly PeopleFile[],
  journal: Journal,
): ReadonlyMap<number, readonly number[]> {
  const completed = new Map<number, number[]>();
  if (files.length < 2 || files.some(isOfPosts)) return completed;
  const before = new Rows(extract);
  for (const file of files.keys()) {
    const rows = extract.rowsOf(file);
    const found = file === 0 ? undefined : pairsOf(extract, before, rows);
    if (found !== undefined) complete(extract, files, file, found, completed, journal);
    before.add(rows.filter((at) => !extract.out.has(at)));
  }
  if (completed.size > 0) extract.changed();
  return completed;
}

interface Pairs {
  readonly pairs: readonly Pair[];
  readonly by: 'id' | 'name';
}

/** The rows of a file with those before it that are of the same people, where nearly all of one of both are. */
function pairsOf(extract: Extract, before: Rows, rows: readonly number[]): Pairs | undefined {
  const own = new Rows(extract);
  own.add(rows);
  const least = Math.max(1, NEARLY_ALL * Math.min(rows.length, before.all.length));
  const byId = rows.flatMap((at): Pair[] => {
    const id = extract.get('id', at);
    const other = own.byId(id) === at ? before.byId(id) : undefined;
    return other !== undefined && areAlike(before.nameOf(other), before.nameOf(at)) ? [[other, at]] : [];
  });
  if (byId.length > 0) return byId.length >= least ? { pairs: byId, by: 'id' } : undefined;
  const byName = rows.flatMap((at): Pair[] => {
    const name = own.nameOf(at);
    const other = own.byName(name) === at ? before.byName(name) : undefined;
    return other === undefined ? [] : [[other, at]];
  });
  return byName.length >= Math.max(FEWEST, least) ? { pairs: byName, by: 'name' } : undefined;
}

function complete(
  extract: Extract,
  files: readonly PeopleFile[],
  file: number,
  { pairs, by }: Pairs,
  completed: Map<number, number[]>,
  journal: Journal,
): void {
  const differs = (field: PeopleField, [one, two]: Pair) => {
    const [first, second] = [extract.get(field, one), extract.get(field, two)];
    return first !== '' && second !== '' && first !== second;
  };
  const ids = extract.firstOf('id');
  // Managers who are named in two ways may be the same; of two ids they are two.
  const isJob = (pair: Pair) =>
    OF_A_JOB.some((field) => differs(field, pair)) ||
    (differs('manager', pair) && pair.every((at) => ids.has(extract.get('manager', at))));
  const merged = pairs.filter((pair) => !extract.equal(...pair) && (by === 'name' || !isJob(pair)));
  const differing = new Set<PeopleField>();
  for (const pair of merged) {
    const [before, at] = pair;
    const fill = (field: PeopleField, text: string) => {
      if (extract.get(field, before) === '') extract.set(field, before, text);
    };
    const id = extract.get('id', at);
    if (by === 'name') fill(isMail(id) ? 'email' : 'otherId', id);
    for (const field of NAMING)
      if (field !== 'id' && field !== 'otherId') fill(field, extract.get(field, at));
    if (differs('manager', pair)) fill('managerOther', extract.get('manager', at));
    for (const field of TEXTS) {
      if (field !== 'manager' && differs(field, pair)) differing.add(field);
      fill(field, extract.get(field, at));
    }
    for (const field of FIGURES) if (differs(field, pair)) differing.add(field);
    completed.set(before, [...(completed.get(before) ?? []), at]);
    extract.out.add(at);
  }
  if (merged.length === 0) return;
  const [first, second] = [files[extract.file[merged[0]![0]]!]!.file, files[file]!.file];
  const counts =
    differing.size === 0
      ? ''
      : ` Where both say something else (${[...differing].join(', ')}), ${first} counts.`;
  journal.assume(
    `${second} says more of ${counted(merged.length, 'person', 'people')} of ${first}, found by ${by === 'id' ? 'their ids' : 'names that only one person has'}: two rows are one person.${counts}`,
  );
}

/**
 * Leaves out whom one file says to have left and another still has, as directories do: found by id or e-mail, and by name
 * where two files are mostly of the same people. Who is in the file that says it once more has come back. Linear.
 */
export function leaveOutElsewhere(
  extract: Extract,
  files: readonly PeopleFile[],
  completed: ReadonlyMap<number, readonly number[]>,
  journal: Journal,
): void {
  if (files.length < 2 || extract.left.length === 0) return;
  const named = (at: number) => nameKey(nameAt(extract, at));
  // Rows that complete others are of people who are there.
  const taken = new Set([...completed.values()].flat());
  const rows = files.map((): number[] => []);
  for (let at = 0; at < extract.count; at++)
    if (!extract.out.has(at) || taken.has(at)) rows[extract.file[at]!]!.push(at);
  const names = rows.map((own) => new Set(own.map(named)));
  const ids = rows.map((own) => new Set(own.map((at) => extract.get('id', at))));
  const mails = rows.map((own) => new Set(own.map((at) => extract.get('email', at).toLowerCase())));
  /** Whether two files are of the same people. */
  const overlaps = (one: number, two: number) =>
    [...names[one]!].filter((name) => name !== '' && names[two]!.has(name)).length >=
    MOST * Math.min(names[one]!.size, names[two]!.size);
  for (const file of files.keys()) {
    const left = extract.left.filter(
      (one) => one.file === file && !(ids[file]!.has(one.id) || names[file]!.has(nameKey(one.name))),
    );
    const by = {
      id: new Map(left.map((one) => [one.id, nameKey(one.name)])),
      email: new Set(left.map((one) => one.email.toLowerCase())),
      name: new Set(left.map((one) => nameKey(one.name))),
    };
    by.id.delete('');
    by.email.delete('');
    by.name.delete('');
    for (const other of files.keys()) {
      if (other === file || left.length === 0) continue;
      const same = overlaps(file, other);
      for (const at of rows[other]!) {
        if (extract.out.has(at)) continue;
        const [id, email] = [extract.get('id', at), extract.get('email', at).toLowerCase()];
        const known = by.id.get(id);
        const byId = known !== undefined && areAlike(known, named(at));
        const byMail = by.email.has(email) && !mails[file]!.has(email);
        if (!byId && !byMail && !(same && by.name.has(named(at)))) continue;
        extract.out.add(at);
        journal.row(
          'leftOut',
          `people who have left, as ${files[file]!.file} says`,
          files[other]!.file,
          extract.row[at]!,
        );
      }
    }
  }
  extract.changed();
}
