import { headerKey, quoted } from '../../base/text.ts';
import type { Extract, SpareColumn } from '../extract.ts';
import type { Journal } from '../journal.ts';
import { generic } from '../sources/generic.ts';
import type { Overrides } from '../sources/mapping.ts';
import type { PeopleField } from '../sources/source.ts';
import { takeManagersAsPeople } from './about-managers.ts';
import { fillBlocks, openNameless, takeHeadings } from './blocks.ts';
import { releasePeople, takeDescriptions } from './description-columns.ts';
import { FEWEST, FileColumns, MOST, NEARLY_ALL, PeopleByRow } from './file-columns.ts';
import { compareLadders } from './levels.ts';
import { type Likeness, takeManagers } from './manager-columns.ts';
import { takeManagerTypes } from './manager-types.ts';
import { takeNamesInParts } from './names-in-parts.ts';
import { takeLevels } from './numbered-columns.ts';
import { refuseObjects } from './objects.ts';
import { refuseOthers } from './of-people.ts';
import { isOfAnother, isOtherPerson } from './other-people.ts';
import { askOfDays, keepPresent } from './periods.ts';
import { isPosition, namedByManagers, takePositions } from './position-columns.ts';
import type { PeopleFile } from './read-people.ts';
import { nameAt } from './references.ts';
import { isMail } from './short-ids.ts';
import { namesForCodes, partNamesAndIds, releaseUnfit } from './unfit-values.ts';

/** What a file has for most people, where it has it at all. */
const FULL: readonly PeopleField[] = [
  'id',
  'name',
  'email',
  'title',
  'department',
  'division',
  'fte',
  'costPerYear',
  'level',
  'location',
  'manager',
  'start',
];
/** What is not needed, and so not used, where the first is given. */
const INSTEAD = [
  ['fte', 'weeklyHours'],
  ['costPerYear', 'monthlyPay'],
] as const;
const NAMES: readonly PeopleField[] = ['name', 'lastName', 'firstName'];
/** An id that stands for several people in more rows than this is none; in fewer it is a mistake, which is listed. */
const MISTAKES = 0.2;

interface DecidedFiles {
  readonly files: readonly PeopleFile[];
  /** Where no column of managers was found, the one that is most like it. */
  readonly likeManagers: Likeness | undefined;
}

/**
 * What columns hold, by their values, where headers do not say it: ids, names, managers, departments, titles and
 * levels. A column taken for ids by its header is none where it repeats for several people.
 * @throws UserError where a file holds no people.
 */
export function columnsByValues(
  files: readonly PeopleFile[],
  extract: Extract,
  overrides: Overrides,
  journal: Journal,
  /** '' where it is not known. */
  today: string,
): DecidedFiles {
  const all = new PeopleByRow(extract);
  const columns = files.map((read, index) => {
    const file = takeHeadings(read, index, extract, journal);
    return new FileColumns(file, index, extract, all, overrides, journal);
  });
  for (const one of columns) {
    if (one.rows.length > 0 && one.file.source.posts !== true) one.releaseEmpty(['id', 'otherId']);
    one.preferFuller(FULL);
    for (const [field, other] of INSTEAD)
      if (one.has(field) && one.has(other) && !one.asked(other)) one.release(other);
    // Where nobody has several rows, the share of a job is that of a full-time seat.
    if (one.has('share') && !one.has('fte') && !one.has('weeklyHours') && extract.differs('id'))
      one.move('share', 'fte');
  }
  // Managers of one file may be people of another: first everybody must be known.
  for (const one of columns) takeIdentities(one);
  for (const one of columns) keepPresent(one, today, journal);
  // A path from the top holds people as well, so it is read before managers are sought.
  for (const one of columns) takeLevels(one);
  for (const one of columns) releasePeople(one);
  for (const one of columns) takeManagerTypes(one);
  const like = columns.flatMap((one) => takeManagers(one) ?? []);
  for (const one of columns) {
    if (one.file.source.posts !== true) openNameless(one);
    takePositions(one);
  }
  compareLadders(columns);
  for (const one of columns) {
    takeDescriptions(one);
    namesForCodes(one);
    fillBlocks(one);
    askOfDays(one, journal);
  }
  return {
    files: columns.map((one) => one.result()),
    likeManagers: like.sort((a, b) => b.people / b.given - a.people / a.given)[0],
  };
}

const isDate = (text: string): boolean => /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(text);
const isCode = (text: string): boolean =>
  text.length <= 40 && /\d/.test(text) && /^[\p{L}\p{N}._#/-]+$/u.test(text) && !isDate(text);
const isName = (text: string): boolean =>
  text.length < 60 && /^\p{Lu}[\p{L}.'’-]*(?:,? \p{L}[\p{L}.'’-]*){1,4}$/u.test(text);
const ID_HEADER = /(?:^|[\s_-])(?:id|nr|no|num|number|code|key|nummer|kennung|#)$|(?:Id|ID|Nr|No)$|^#/;

/** @throws UserError where the file holds no people. */
function takeIdentities(columns: FileColumns): void {
  const { file } = columns;
  const posts = file.source.posts === true;
  if (!posts) {
    refuseObjects(columns);
    takeManagersAsPeople(columns);
    releaseUnfit(columns);
    partNamesAndIds(columns);
    namesForIds(columns);
    idsForNames(columns);
    settlePreferred(columns);
    for (const field of ['id', 'otherId'] as const) dropRepeated(columns, field);
    splitName(columns);
    takeNamesInParts(columns);
    if (!columns.settled('email')) takeFirst(columns, 'email', isMail);
    if (!NAMES.some((field) => columns.settled(field))) takeFirst(columns, 'name', isName);
    if (!columns.settled('id')) takeId(columns);
    // Where there is no other id, the second one serves.
    if (!columns.has('id') && columns.has('otherId') && !columns.asked('id')) columns.move('otherId', 'id');
  }
  refuseOthers(columns);
}

/** A column that its header calls an id, as "Employee" may be, holds the names where its values are names. */
function namesForIds(columns: FileColumns): void {
  if (!columns.hasOne('id') || columns.asked('id')) return;
  const nearlyAll = (field: PeopleField, fits: (text: string) => boolean): boolean => {
    const texts = columns.rows.map((at) => columns.get(field, at)).filter((text) => text !== '');
    return texts.length >= FEWEST && texts.filter(fits).length >= NEARLY_ALL * texts.length;
  };
  if (!nearlyAll('id', isName)) return;
  const header = columns.headerOf('id');
  if (columns.hasOne('name') && !columns.asked('name') && nearlyAll('name', isCode)) {
    columns.exchange('id', 'name');
    columns.say(`${quoted(header)} holds the names, and ${quoted(columns.headerOf('id'))} the ids.`);
  } else if (!NAMES.some((field) => columns.has(field))) {
    columns.move('id', 'name');
    columns.say(`${quoted(header)} holds names and not ids.`);
  }
}

/** A column that its header calls a name, as "Medewerker" may be, holds the ids where its values are numbers. */
function idsForNames(columns: FileColumns): void {
  if (!columns.has('name') || columns.asked('name')) return;
  const isText = (at: number) => /\D/.test(columns.get('name', at));
  if (columns.rows.some(isText) || columns.rows.every((at) => columns.get('name', at) === '')) return;
  const header = columns.headerOf('name');
  if (!columns.settled('id')) columns.move('name', 'id');
  else if (columns.has('firstName') || columns.has('lastName')) columns.release('name');
  else return;
  columns.say(`${quoted(header)} holds numbers and not names.`);
}

const PREFERRED = new Set(generic.columns.preferredName!.map(headerKey));

/** A preferred name stands for the first name at most: it is no name where first and last names are, unless it holds both. */
function settlePreferred(columns: FileColumns): void {
  const { rows, extract } = columns;
  const [name, last] = [extract.column('name'), extract.column('lastName')];
  const isPreferred = columns.has('name') && PREFERRED.has(headerKey(columns.headerOf('name')));
  if (isPreferred && columns.has('lastName') && !columns.asked('name')) {
    const whole = rows.filter((at) => (name[at] ?? '') !== '' && name[at]!.includes(last[at] ?? ''));
    if (whole.length < NEARLY_ALL * rows.length) columns.move('name', 'preferredName');
  }
  const other = columns.spare().find(({ header }) => PREFERRED.has(headerKey(header)));
  if (other !== undefined && !columns.settled('preferredName')) columns.take('preferredName', other);
}

/** A value that stands for people of several names is no id of any. */
function dropRepeated(columns: FileColumns, field: 'id' | 'otherId'): void {
  if (!columns.has(field) || columns.asked(field)) return;
  const { extract, rows } = columns;
  if (extract.differs(field)) return;
  const first = new Map<string, number>();
  const who = (at: number) => nameAt(extract, at) || extract.get('email', at);
  let repeats = 0;
  let example = '';
  for (const at of rows) {
    const value = extract.get(field, at);
    if (value === '') continue;
    const known = first.get(value);
    if (known === undefined) first.set(value, at);
    else if (who(known) !== who(at) || who(at) === '') {
      repeats++;
      example ||= value;
    }
  }
  if (repeats === 0 || (field === 'id' && repeats <= MISTAKES * rows.length)) return;
  // Several may hold one position.
  if (isPosition(columns.headerOf(field)) && namedByManagers(columns, field)) return;
  const header = columns.headerOf(field);
  columns.release(field);
  columns.say(
    `${quoted(header)} is no id, since its values repeat: ${quoted(example)} stands for several people.`,
  );
}

/** Where a first name stands in a column of its own, what is called name may be the last name. */
function splitName(columns: FileColumns): void {
  if (!columns.has('name') || !columns.has('firstName') || columns.has('lastName') || columns.asked('name'))
    return;
  const { rows } = columns;
  const whole = rows.filter((at) => columns.get('name', at).includes(columns.get('firstName', at)));
  if (whole.length <= MOST * rows.length) columns.move('name', 'lastName');
}

function takeFirst(columns: FileColumns, field: PeopleField, fits: (text: string) => boolean): void {
  if (columns.rows.length < FEWEST) return;
  const column = columns.spare().find((one) => !isOfAnother(one.header) && columns.unique(one, fits));
  if (column !== undefined) columns.take(field, column);
}

/** The column that holds, as they are written, all values of the column of managers; a person may have several rows. */
function managersAre(columns: FileColumns): SpareColumn | undefined {
  const named = new Set(columns.rows.map((at) => columns.get('manager', at)));
  named.delete('');
  if (named.size === 0) return undefined;
  return columns.spare().find((column) => {
    if (!columns.unique(column, isCode, MOST)) return false;
    const ids = new Set(columns.texts(column));
    return [...named].every((text) => ids.has(text)) && !isShared(columns, column);
  });
}

/** Whether a value stands for people of several names. */
function isShared(columns: FileColumns, { values }: SpareColumn): boolean {
  const first = new Map<string, string>();
  return columns.rows.some((at) => {
    const [id, name] = [values[at] ?? '', nameAt(columns.extract, at)];
    const known = first.get(id);
    if (known === undefined) first.set(id, name);
    return id !== '' && known !== undefined && known !== name;
  });
}

/**
 * Codes that differ from row to row: those that another column refers to, else the first column or one called so. Where
 * nothing else is an id, a few values of a column that is called so may repeat, by mistake.
 */
function takeId(columns: FileColumns): void {
  if (columns.rows.length < FEWEST) return;
  const called = columns.spare().filter(({ header }) => ID_HEADER.test(header));
  const codes = columns.spare().filter((column) => columns.unique(column, isCode));
  const refersTo = (other: SpareColumn, ids: ReadonlySet<string>): boolean => {
    const texts = columns.texts(other);
    const repeats = new Set(texts).size < texts.length;
    return (
      repeats &&
      texts.length >= FEWEST &&
      texts.filter((text) => ids.has(text)).length >= NEARLY_ALL * texts.length
    );
  };
  const referred = codes.find((column) => {
    const ids = new Set(columns.texts(column));
    return columns
      .spare()
      .some((other) => other !== column && !isOtherPerson(other.header) && refersTo(other, ids));
  });
  const column =
    managersAre(columns) ??
    referred ??
    codes.find((one) => one.index === 0 || called.includes(one)) ??
    called.find((one) => columns.unique(one, isCode, 1 - MISTAKES));
  if (column !== undefined) columns.take('id', column);
  else
    for (const one of called.filter((other) => columns.unique(other, isCode, MOST)).slice(0, 1)) {
      const texts = columns.texts(one);
      columns.say(
        `${quoted(one.header)} looks like ids and is not used: only ${new Set(texts).size} of its ${texts.length} values differ. If it is: --map id=${quoted(one.header)}.`,
      );
    }
}
