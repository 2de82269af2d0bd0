import { counted } from '../../base/text.ts';
import type { Extract } from '../extract.ts';
import type { Figures } from '../figures.ts';
import type { Journal } from '../journal.ts';
import type { PeopleFile } from './read-people.ts';
import { statusOf } from './status.ts';

/** What systems write for a day that never comes. */
const NEVER = '2090-01-01';

/**
 * Leaves out rows of people who have left by the day of the extract. Without such a day the newest start is one: whoever
 * left before is gone, and so is everybody with a day of leaving whom no status says to be there; contracts that end
 * later are told.
 */
export function leaveOut(
  extract: Extract,
  files: readonly PeopleFile[],
  figures: Figures,
  asOf: string,
  journal: Journal,
): void {
  const fields = new Set(files.flatMap(({ bound }) => bound.map(({ field }) => field)));
  if (!fields.has('left') && !fields.has('end') && !fields.has('start')) return;
  const days = (field: 'start' | 'left' | 'end', at: number) => {
    const day = figures.day(at, field);
    return day >= NEVER ? '' : day;
  };
  let newest = asOf;
  if (newest === '')
    for (let at = 0; at < extract.count; at++) {
      const start = days('start', at);
      if (start > newest) newest = start;
    }
  let [ending, starting] = [0, 0];
  const never: number[] = [];
  for (let at = 0; at < extract.count; at++) {
    if (extract.out.has(at)) continue;
    const [left, end] = [days('left', at), days('end', at)];
    const there = statusOf(extract.get('status', at)) === 'there';
    const gone =
      (left !== '' && (asOf === '' ? left <= newest || !there : left < asOf)) ||
      (end !== '' && (asOf === '' ? end <= newest : end < asOf));
    if (gone) {
      extract.out.add(at);
      journal.row(
        'leftOut',
        'people who have left, by their last day',
        files[extract.file[at]!]!.file,
        extract.row[at]!,
      );
      continue;
    }
    if (left !== '' || end !== '') ending++;
    if (asOf !== '' && days('start', at) > asOf) starting++;
    if (figures.day(at, 'start') >= NEVER) never.push(at);
  }
  if (ending > 0)
    journal.note(
      `${counted(ending, 'person has', 'people have')} a last day that ${asOf === '' ? 'is after the newest start in the extract: give the day of the extract as `asOf` in the file, and whoever ended before is left out' : `is on or after ${asOf}`}.`,
    );
  if (starting > 0)
    journal.note(
      `${counted(starting, 'person starts', 'people start')} after ${asOf}, the day of the extract: left out by every evaluation until then.`,
    );
  for (const at of never)
    journal.row('doubtful', 'a start that is decades away', files[extract.file[at]!]!.file, extract.row[at]!);
}
