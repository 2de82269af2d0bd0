import { counted, headerKey, quoted } from '../../base/text.ts';
import { answerOf } from '../../languages/answers.ts';
import { titleMapper } from '../../model/titles.ts';
import type { SpareColumn } from '../extract.ts';
import { generic } from '../sources/generic.ts';
import type { PeopleField } from '../sources/source.ts';
import { FEWEST, type FileColumns, MOST, NEARLY_ALL } from './file-columns.ts';
import { apart, isOtherPerson } from './other-people.ts';
import { isPosition } from './position-columns.ts';
import { inTurn, isInDirectory } from './references.ts';

/** A column that no header explains, and how many of its values are people of the file. */
export interface Likeness {
  readonly header: string;
  readonly people: number;
  readonly given: number;
}

interface Candidate {
  readonly column: SpareColumn;
  readonly given: number;
  readonly people: number;
  readonly bosses: number;
  /** Whether everybody has one boss at most, few have none, and hardly anybody stands in a circle. */
  readonly forest: boolean;
}

/** Shares of rows that may report to themselves, or in a circle. */
const FEW = 0.02;

/** Finds the column of managers by its values, where no header names one, or what it names is none. */
export function takeManagers(columns: FileColumns): Likeness | undefined {
  const { posts, withoutManagers } = columns.file.source;
  if (posts === true || withoutManagers === true || columns.asked('manager')) return undefined;
  takeNumbers(columns);
  const share = shareOf(columns, 'manager');
  // Where nearly all would need zeros added, another column may be the ids.
  const byId = takeSecondIds(columns, share.exact) ? shareOf(columns, 'manager') : share;
  const known = Math.max(byId.known, shareOf(columns, 'managerOther').known);
  if (known >= MOST) takeNames(columns);
  if (known >= MOST || columns.has('managers')) return undefined;
  const [best] = managersLike(columns);
  if (best?.forest === true) {
    const { header } = best.column;
    if (columns.has('manager')) columns.release('manager');
    columns.take('manager', best.column);
    takeNames(columns);
    columns.say(
      `${quoted(header)} holds the managers: ${best.people} of ${counted(best.given, 'value')} are people of the file.`,
    );
    return undefined;
  }
  const answers = columns.has('manager') ? columns.rows.map((at) => columns.get('manager', at)) : [];
  if (answers.some((text) => text !== '') && answers.every(isAnswer)) {
    columns.say(`${quoted(columns.headerOf('manager'))} says only whether somebody is one.`);
    columns.release('manager');
  }
  if (columns.has('manager') || columns.has('managerOther') || best === undefined) return undefined;
  return { header: best.column.header, people: best.people, given: best.given };
}

const isAnswer = (text: string): boolean => text === '' || (answerOf(text) !== undefined && !/\d/.test(text));

const CALLED = new Set([...generic.columns.manager!, ...generic.columns.managerOther!].map(headerKey));
const NAMED: readonly PeopleField[] = ['id', 'otherId', 'name', 'email', 'manager', 'managerOther'];
/** What else a column beside the manager may say of the manager: the level, the department. */
const DESCRIBED = new Set(
  Object.entries(generic.columns).flatMap(([field, headers]) =>
    NAMED.includes(field as PeopleField) ? [] : headers.map(headerKey),
  ),
);

/** Whether a column says once more who the managers are: called so or alike, and of the same people; ids under any header. */
function isSecond(columns: FileColumns, field: PeopleField, column: SpareColumn, ids: boolean): boolean {
  if (isOtherPerson(column.header)) return false;
  const { people } = columns.all;
  let [same, other] = [0, 0];
  for (const at of columns.rows) {
    const [one, two] = [columns.get(field, at), column.values[at] ?? ''];
    if (people.nobody(one) || people.nobody(two)) continue;
    const [first, second] = [people.find(one).id, people.find(two).id];
    if (first !== undefined && first === second) same++;
    else if (first !== undefined && second !== undefined) other++;
  }
  // A slip is no other relation.
  if (other > Math.max(1, (1 - NEARLY_ALL) * (same + other))) return false;
  if (CALLED.has(headerKey(column.header))) return true;
  const words = (header: string) =>
    apart(header)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u);
  const [word, ...rest] = words(column.header);
  const alike = word === words(columns.headerOf(field))[0];
  if (DESCRIBED.has(headerKey(rest.join(' ')))) return false;
  return alike ? same > other : ids && same >= FEWEST && same >= NEARLY_ALL * (same + other);
}

/** Whether nearly all values are ids as they are written; so many rows tell. */
function areIds({ rows, all: { people } }: FileColumns, textAt: (at: number) => string): boolean {
  const texts = rows
    .slice(0, 1000)
    .map(textAt)
    .filter((text) => !people.nobody(text));
  const ids = texts.filter((text) => {
    if (people.exact(text) !== undefined) return true;
    const found = text.includes('@') ? undefined : people.find(text);
    return found?.id !== undefined && found.by === 'other';
  });
  return ids.length > 0 && ids.length >= NEARLY_ALL * texts.length;
}

/** Of two columns of managers, the one of ids is the line, and the one of names says the same once more, which is checked. */
function takeNumbers(columns: FileColumns): void {
  const field = columns.hasOne('manager') ? 'manager' : 'managerOther';
  if (columns.hasOne(field)) takeIdsOfManagers(columns, field);
  if (!columns.hasOne(field) || areIds(columns, (at) => columns.get(field, at))) return;
  const column = columns
    .spare()
    .find((one) => areIds(columns, (at) => one.values[at] ?? '') && isSecond(columns, field, one, true));
  if (column === undefined) return;
  if (field === 'manager') {
    if (columns.has('managerOther')) columns.release('manager');
    else columns.move('manager', 'managerOther');
  }
  columns.take('manager', column);
  columns.say(
    `${quoted(column.header)} holds the ids of managers and is the line; their names are checked against it.`,
  );
}

/** Where a further column of managers holds what stands in a column of ids of another kind, that is a second id. */
function takeIdsOfManagers(columns: FileColumns, field: PeopleField): void {
  if (columns.settled('otherId') || areIds(columns, (at) => columns.get(field, at))) return;
  const managers = columns.spare().filter(({ header }) => CALLED.has(headerKey(header)));
  for (const column of managers) {
    const named = columns.texts(column);
    if (named.length === 0 || !named.every((text) => /\d/.test(text))) continue;
    const second = columns.spare().find((one) => {
      const ids = one === column || isOtherPerson(one.header) ? [] : columns.texts(one);
      const own = new Set(ids);
      return (
        ids.length > 0 &&
        own.size >= NEARLY_ALL * ids.length &&
        named.filter((text) => own.has(text)).length >= NEARLY_ALL * named.length
      );
    });
    if (second === undefined) continue;
    columns.take('otherId', second);
    return;
  }
}

/** Where the line is one of ids and no column is known that names the managers once more, the one that does so. */
function takeNames(columns: FileColumns): void {
  if (!columns.hasOne('manager') || columns.settled('managerOther') || columns.spare().length === 0) return;
  const { people } = columns.all;
  const column = columns.spare().find((one) => {
    const start = columns.texts(one).slice(0, 100);
    const known = start.filter((text) => !people.nobody(text) && people.find(text).id !== undefined).length;
    return known > 0 && known >= MOST * start.length && isSecond(columns, 'manager', one, false);
  });
  if (column !== undefined) columns.take('managerOther', column);
}

/** The share of the values of a field that are people, and of those that are so without zeros added. */
function shareOf(columns: FileColumns, field: PeopleField): { known: number; exact: number } {
  if (!columns.has(field)) return { known: 0, exact: 0 };
  const placeOf = inTurn(columns.extract.firstOf('id'));
  let [known, zeros, given] = [0, 0, 0];
  for (const at of columns.rows) {
    const text = columns.get(field, at);
    if (text === '') continue;
    if (placeOf(text) !== undefined) {
      known++;
      given++;
      continue;
    }
    const { people } = columns.all;
    if (people.nobody(text)) continue;
    given++;
    const found = people.findAll(text).map((one) => people.find(one));
    if (found.every(({ id }) => id === undefined)) continue;
    known++;
    if (found.some((one) => one.id !== undefined && one.by === 'zeros')) zeros++;
  }
  const share = (part: number) => (given === 0 ? 0 : part / given);
  return { known: share(known), exact: share(known - zeros) };
}

/**
 * Where managers are named by what is no id, but stands in another column for nearly all: that is a second id. Where
 * both would do and ids repeat, a position is meant. `share` is how many are ids; gives whether that has changed.
 */
function takeSecondIds(columns: FileColumns, share: number): boolean {
  if (!columns.has('manager') || columns.settled('otherId')) return false;
  const { rows, extract } = columns;
  if (share >= NEARLY_ALL && !columns.spare().some(({ header }) => isPosition(header))) return false;
  const several = !extract.differs('id');
  const { people } = columns.all;
  const named = rows.map((at) => columns.get('manager', at)).filter((text) => !people.nobody(text));
  // Names in a directory differ where those of people do not.
  if (named.length === 0 || (share >= NEARLY_ALL && !several && !isInDirectory(named[0]!))) return false;
  for (const column of columns.spare()) {
    if (isOtherPerson(column.header)) continue;
    const first = new Map<string, number>();
    let repeated = 0;
    for (const at of rows) {
      const text = column.values[at] ?? '';
      if (text !== '' && first.has(text)) repeated++;
      else if (text !== '') first.set(text, at);
    }
    if (first.size === 0 || repeated > (1 - NEARLY_ALL) * rows.length) continue;
    const found = named.filter((text) => first.has(text)).length / named.length;
    const position = isPosition(column.header) && several;
    const surer = found > share || (found === share && (position || isInDirectory(named[0]!)));
    if (found < NEARLY_ALL || !surer) continue;
    // Whoever is not there yet has a position, and no id.
    const open = rows.some((at) => columns.get('id', at) === '' && (column.values[at] ?? '') !== '');
    for (const at of open ? [] : rows) {
      const to = first.get(columns.get('manager', at));
      if (to !== undefined) extract.set('manager', at, columns.get('id', to));
    }
    columns.take('otherId', column);
    columns.say(
      `${quoted(columns.headerOf('manager'))} names a ${quoted(column.header)}, and so whoever has it.`,
    );
    return true;
  }
  return false;
}

/** Spare columns most of whose values are people of the files, the likeliest to hold managers first. */
export function managersLike(columns: FileColumns): Candidate[] {
  const found = columns.spare().flatMap((column) => candidate(columns, column) ?? []);
  return found.sort(
    (a, b) => Number(b.forest) - Number(a.forest) || b.bosses - a.bosses || a.column.index - b.column.index,
  );
}

function candidate(columns: FileColumns, column: SpareColumn): Candidate | undefined {
  const { rows } = columns;
  const { people } = columns.all;
  let [given, known, own, zeros] = [0, 0, 0, 0];
  const above = new Map<string, string>();
  for (const at of rows) {
    const text = column.values[at] ?? '';
    if (people.nobody(text)) continue;
    given++;
    // Most columns are seen not to be this one after a few values.
    if (given % 100 === 0 && known < MOST * given) return undefined;
    const found = people.find(people.findAll(text)[0]!);
    const { id } = found;
    if (id === undefined) continue;
    known++;
    if (found.by === 'zeros') zeros++;
    const self = people.exact(columns.get('id', at)) ?? String(at);
    if (id === self) own++;
    else above.set(self, id);
  }
  // Small numbers become ids of people where zeros are added to them: they count something else.
  if (given < FEWEST || known < MOST * given || own === known || zeros > MOST * known) return undefined;
  const bosses = new Set(above.values()).size;
  const forest =
    !isOtherPerson(column.header) &&
    own <= MOST * known &&
    known >= NEARLY_ALL * given &&
    given >= MOST * rows.length &&
    bosses < known &&
    own <= Math.max(1, FEW * rows.length) &&
    inCircles(above) <= FEW * rows.length &&
    topLeads(columns, above);
  return { column, given, people: known, bosses, forest };
}

/** Whether somebody with a title of the top is at the top, where anybody has one: else the column says who does something for them. */
function topLeads(columns: FileColumns, above: ReadonlyMap<string, string>): boolean {
  const { ofTitle } = titleMapper({});
  const { people } = columns.all;
  const top = columns.rows.filter((at) => ofTitle(columns.get('title', at)) === 'leadership');
  return top.length === 0 || top.some((at) => !above.has(people.exact(columns.get('id', at)) ?? String(at)));
}

/** How many stand in a circle of whoever is above. */
function inCircles(above: ReadonlyMap<string, string>): number {
  const rounds = new Map<string, number>();
  let found = 0;
  let round = 0;
  for (const start of above.keys()) {
    round++;
    const path: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !rounds.has(at)) {
      rounds.set(at, round);
      path.push(at);
      at = above.get(at);
    }
    if (at !== undefined && rounds.get(at) === round) found += path.length - path.indexOf(at);
  }
  return found;
}
