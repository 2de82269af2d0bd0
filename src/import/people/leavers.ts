import { counted, quoted } from '../../base/text.ts';
import type { Extract } from '../extract.ts';
import type { Figures } from '../figures.ts';
import type { Journal } from '../journal.ts';
import type { PeopleFile } from './read-people.ts';
import { nameAt } from './references.ts';
import { statusOf } from './status.ts';

/** What systems write for a day that never comes. */
export const NEVER = '2090-01-01';

/** Whether all who are in an extract start after a day, so that nobody would be left on it. */
const startsLaterThan = (extract: Extract, figures: Figures, day: string): boolean => {
  for (let at = 0; at < extract.count; at++)
    if (!extract.out.has(at) && !(figures.day(at, 'start') > day)) return false;
  return true;
};

/** Asks of last days that cannot be read: whoever has one counts as there. */
function askOfDays(extract: Extract, files: readonly PeopleFile[], figures: Figures, journal: Journal): void {
  for (const [index, { bound }] of files.entries())
    for (const field of ['left', 'end', 'until'] as const) {
      const unread = extract
        .alike(field, index)
        .filter(({ at }) => /\d/.test(extract.get(field, at)) && figures.day(at, field) === '')
        .filter(({ at }) => !/^0[0\s./:T-]*$/.test(extract.get(field, at)));
      const rows = unread.reduce((sum, one) => sum + one.rows, 0);
      const header = bound.find((one) => one.field === field)?.header;
      if (rows > 0 && header !== undefined)
        journal.ask(
          `${quoted(header)} holds ${counted(rows, 'last day')} that cannot be read, such as ${quoted(extract.get(field, unread[0]!.at))}: whoever has one counts as there. Write it as 2026-01-31.`,
        );
    }
}

/**
 * Leaves out rows of people who have left by the day of the extract. Without such a day it is today where people
 * start later, else the newest start: whoever left before is gone, and so is everybody with a day of leaving in the past whom
 * no status says to be there; contracts that end later are told. Gives that day where it is given, or people start after it; else ''.
 */
export function leaveOut(
  extract: Extract,
  files: readonly PeopleFile[],
  figures: Figures,
  given: string,
  today: string,
  journal: Journal,
): string {
  // One day for all: rows that hold later were left out by it.
  const asOf = given || extract.heldOn;
  if (given === '' && asOf !== '')
    journal.assume(
      `The day of the extract is taken to be ${asOf}, since rows that hold later are left out: where it is another, give it as \`asOf\` in the file.`,
    );
  const fields = new Set(files.flatMap(({ bound }) => bound.map(({ field }) => field)));
  if (!fields.has('left') && !fields.has('end') && !fields.has('start')) return asOf;
  const tell = (book: 'leftOut' | 'doubtful', what: string, at: number) =>
    journal.row(book, what, files[extract.file[at]!]!.file, extract.row[at]!);
  const days = (field: 'start' | 'left' | 'end', at: number) => {
    const day = figures.day(at, field);
    return day >= NEVER ? '' : day;
  };
  const last = asOf || today;
  let [newest, starting, ending, leaving, lately] = [asOf, 0, 0, 0, 0];
  askOfDays(extract, files, figures, journal);
  let decades = false;
  // An open seat is nobody who starts.
  const vacancies = new Map<string, number>();
  extract.column('vacant').forEach((vacant, at) => {
    const start =
      vacant === 'yes' && !extract.out.has(at) ? `${extract.file[at]} ${extract.get('start', at)}` : '';
    if (start !== '') vacancies.set(start, (vacancies.get(start) ?? 0) + 1);
  });
  const open = (at: number) =>
    vacancies.size === 0 ? 0 : (vacancies.get(`${extract.file[at]} ${extract.get('start', at)}`) ?? 0);
  for (const index of files.keys())
    for (const { at, rows } of extract.alike('start', index)) {
      const start = figures.day(at, 'start');
      if (start >= NEVER) decades = true;
      else if (start > last) starting += rows - open(at);
      else if (asOf === '' && start > newest) newest = start;
    }
  for (let at = 0; decades && at < extract.count; at++)
    if (!extract.out.has(at) && figures.day(at, 'start') >= NEVER)
      tell('doubtful', 'a start that is decades away', at);
  if (asOf === '' && starting > 0) newest = today;
  const day = asOf || (starting > 0 ? today : '');
  const rows = fields.has('left') || fields.has('end') ? extract.count : 0;
  for (let at = 0; at < rows; at++) {
    if (extract.out.has(at)) continue;
    const [left, end] = [days('left', at), days('end', at)];
    if (left === '' && end === '') continue;
    const there = (['status', 'active'] as const).some(
      (field) => statusOf(extract.get(field, at)) === 'there',
    );
    const gone =
      (left !== '' && (asOf === '' ? left <= newest || (!there && left <= today) : left < asOf)) ||
      (end !== '' && (asOf === '' ? end <= newest : end < asOf));
    if (!gone) ending++;
    else {
      leaving++;
      if (asOf === '' && left > newest) lately++;
      extract.out.add(at);
      const [id, email] = [extract.get('id', at), extract.get('email', at)];
      extract.left.push({ file: extract.file[at]!, id, email, name: nameAt(extract, at) });
      tell('leftOut', 'people who have left, by their last day', at);
    }
  }
  if (asOf === '' && starting > 0 && startsLaterThan(extract, figures, day)) {
    journal.note('Everybody starts after today: nobody is left out by their first day.');
    return '';
  }
  if (asOf === '' && newest !== '' && ending + leaving + starting > 0)
    journal.assume(
      `The day of the extract is taken to be ${newest}, ${starting > 0 ? 'today, since people start later' : 'the newest start'}: where it is another, give it as \`asOf\` in the file.${lately === 0 ? '' : ` ${counted(lately, 'person', 'people')} whose last day came after it and is past by today, ${today}, ${lately === 1 ? 'is' : 'are'} left out as well.`}`,
    );
  if (ending > 0)
    journal.note(
      `${counted(ending, 'person has', 'people have')} a last day that ${day !== '' ? `is on or after ${day}` : `${newest === '' ? 'does not show them to have left' : 'is after the newest start in the extract'}: give the day of the extract as \`asOf\` in the file, and whoever ended before is left out`}.`,
    );
  if (starting > 0)
    journal.note(
      `${counted(starting, 'person starts', 'people start')} after ${day}, the day of the extract: left out by every evaluation until then.`,
    );
  return day;
}
