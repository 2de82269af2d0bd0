import { counted, quoted } from '../../base/text.ts';
import { type DateOrder, isoDate, orderOfDates } from '../dates.ts';
import type { SpareColumn } from '../extract.ts';
import type { Journal } from '../journal.ts';
import { type FileColumns, MOST, NEARLY_ALL } from './file-columns.ts';
import { NEVER } from './leavers.ts';
import { employmentField } from './newest-rows.ts';

/** The rows of each person who has several. */
function severalRows({ rows, extract }: FileColumns): number[][] {
  if (extract.differs('id')) return [];
  const people = new Map<string, number[]>();
  for (const at of rows) {
    const id = extract.get('id', at);
    const known = people.get(id);
    if (known === undefined) people.set(id, [at]);
    else if (id !== '') known.push(at);
  }
  return [...people.values()].filter(({ length }) => length > 1);
}

/** The day in a cell; '' where there is none, and for a day that never comes. */
type DayOf = (at: number) => string;

/** The days of a column, read once for each text; undefined where it does not hold days. */
function daysOf(
  texts: (at: number) => string,
  rows: readonly number[],
  given?: DateOrder,
): DayOf | undefined {
  const different = new Set(rows.map(texts));
  different.delete('');
  const order = given ?? orderOfDates(different) ?? 'mdy';
  const days = new Map([...different].map((text) => [text, isoDate(text, order)]));
  const read = [...days.values()].filter((day) => day !== '').length;
  if (read === 0 || read < NEARLY_ALL * days.size) return undefined;
  return (at) => days.get(texts(at)) ?? '';
}

/** Whether the rows of nearly all who have several follow each other, none beginning before the one before it has ended. */
function follow(several: readonly (readonly number[])[], from: DayOf, until: DayOf): boolean {
  let histories = 0;
  for (const rows of several) {
    const sorted = [...rows].sort((a, b) => (from(a) < from(b) ? -1 : 1));
    const inTurn = sorted.every(
      (at, place) =>
        from(at) !== '' &&
        (place === sorted.length - 1 || (until(at) !== '' && until(at) <= from(sorted[place + 1]!))),
    );
    if (inTurn) histories++;
  }
  return histories >= NEARLY_ALL * several.length;
}

/** Two columns of days under unknown headers that hold the periods of rows: those of a person follow each other. */
function takePeriods(columns: FileColumns, several: readonly (readonly number[])[]): void {
  const rows = several.flat();
  const dates = columns.spare().flatMap((column) => {
    const days = daysOf((at) => column.values[at] ?? '', rows, columns.file.source.dateOrder);
    return days === undefined ? [] : [{ column, days }];
  });
  for (const [place, { column, days }] of dates.entries())
    for (const { column: second, days: until } of dates.slice(place + 1))
      if (rows.every((at) => until(at) === '' || days(at) <= until(at)) && follow(several, days, until)) {
        columns.take('effective', column);
        columns.take('until', second);
        columns.say(
          `${quoted(column.header)} and ${quoted(second.header)} are the periods in which rows hold: those of a person follow each other.`,
        );
        return;
      }
}

const endedBy = (rows: readonly number[], end: DayOf, day: string): number[] =>
  rows.filter((at) => end(at) !== '' && end(at) < day);

/** The day on which periods are judged: today, unless the extract is so old that hardly anybody would be left. */
function dayOf(rows: readonly number[], from: DayOf, end: DayOf, today: string): string {
  const newest = rows.reduce((day, at) => (from(at) > day && from(at) < NEVER ? from(at) : day), '');
  const isNow = endedBy(rows, end, today).length <= MOST * rows.length || newest > today;
  return today !== '' && isNow ? today : newest;
}

/**
 * Columns of a first and a last day may hold the periods of rows, whatever they are called: rows of one person that follow
 * each other are one job, of which the row that holds today counts. The person is there from the first of them to the last.
 */
function keepSlices(columns: FileColumns, today: string, journal: Journal): void {
  const last = columns.has('left') && !columns.has('end') ? 'left' : 'end';
  if (!columns.has('start') && !columns.has(last)) return;
  const several = severalRows(columns);
  if (several.length === 0) return;
  const { extract, file, rows } = columns;
  const order = file.source.dateOrder;
  for (const [field, other] of [
    ['start', last],
    [last, 'start'],
  ] as const) {
    if (columns.settled(field)) continue;
    const known = daysOf((at) => extract.get(other, at), rows, order);
    const partner = columns.spare().find(({ values }) => {
      const days = known && daysOf((at) => values[at] ?? '', rows, order);
      return days && (field === 'start' ? follow(several, days, known) : follow(several, known, days));
    });
    if (partner !== undefined) columns.take(field, partner);
  }
  if (!columns.has('start') || !columns.has(last)) return;
  const from = daysOf((at) => extract.get('start', at), rows, order);
  const until = daysOf((at) => extract.get(last, at), rows, order);
  if (from === undefined || until === undefined) return;
  const end = (at: number) => (until(at) >= NEVER ? '' : until(at));
  const day = dayOf(rows, from, end, today);
  let [people, changing, change] = [0, 0, ''];
  for (const person of several) {
    if (!follow([person], from, until)) continue;
    const inTurn = [...person].sort((a, b) => (from(a) < from(b) ? -1 : 1));
    const now = inTurn.findLast((at) => from(at) <= day) ?? inTurn[0]!;
    const next = inTurn[inTurn.indexOf(now) + 1];
    for (const at of inTurn) {
      if (at === now) continue;
      extract.out.add(at);
      const what = from(at) > from(now) ? 'rows of a person that hold later' : 'earlier rows of a person';
      journal.row('leftOut', what, file.file, extract.row[at]!);
    }
    extract.set('start', now, extract.get('start', inTurn[0]!));
    extract.set(last, now, extract.get(last, inTurn.at(-1)!));
    people++;
    if (next === undefined) continue;
    changing++;
    if (change === '' || from(next) < change) change = from(next);
  }
  if (people === 0) return;
  if (changing > 0) extract.heldOn = day;
  columns.say(
    `${quoted(columns.headerOf('start'))} and ${quoted(columns.headerOf(last))} are the periods in which rows hold for ${counted(people, 'person who has', 'people who have')} several that follow each other: the one that holds on ${day} counts.${changing === 0 ? '' : ` ${counted(changing, 'person changes', 'people change')} later, the first on ${change}: that does not count yet.`}`,
  );
  columns.refresh();
}

/**
 * Where rows say from when until when they hold: of a person's rows that follow each other the newest that has begun
 * counts, as it does of each employment that has a number; rows that hold at once are jobs. Who has none that holds is out.
 */
export function keepPresent(columns: FileColumns, today: string, journal: Journal): void {
  if (!columns.has('id') || columns.file.source.posts === true) return;
  const { extract, file } = columns;
  let several: number[][] | undefined;
  if (!columns.has('until') && !columns.has('effective') && !columns.has('date'))
    keepSlices(columns, today, journal);
  if (!columns.has('effective') && !columns.has('date') && columns.spare().length > 1) {
    several = severalRows(columns);
    if (several.length > 0) takePeriods(columns, several);
  }
  if (!columns.has('until')) return;
  const { rows } = columns;
  const order = file.source.dateOrder;
  const from = daysOf((at) => extract.get('effective', at), rows, order) ?? (() => '');
  const until = daysOf((at) => extract.get('until', at), rows, order);
  if (until === undefined) return;
  const end = (at: number) => (until(at) >= NEVER ? '' : until(at));
  const day = dayOf(rows, from, end, today);
  const out = (at: number, what: string) => {
    extract.out.add(at);
    journal.row('leftOut', what, file.file, extract.row[at]!);
  };
  const record = employmentField(columns.result().bound);
  for (const person of several ?? severalRows(columns)) {
    const begun = person.filter((at) => from(at) <= day);
    for (const at of begun.length === 0 ? [] : person)
      if (from(at) > day) {
        out(at, 'rows of a person that hold later');
        extract.heldOn = day;
      }
    const latest = new Map<string, string>();
    const employment = (at: number) => (record === undefined ? '' : extract.get(record, at));
    for (const at of begun)
      if (from(at) > (latest.get(employment(at)) ?? '')) latest.set(employment(at), from(at));
    const present = begun.filter((at) => {
      const next = latest.get(employment(at)) ?? '';
      const replaced = next > from(at) && (record !== undefined || (end(at) !== '' && end(at) <= next));
      if (replaced) out(at, 'earlier rows of a person');
      return !replaced;
    });
    // Of jobs beside one another those count that have not ended.
    const ended = present.filter((at) => end(at) !== '' && end(at) < day);
    if (ended.length < present.length) for (const at of ended) out(at, 'earlier rows of a person');
  }
  const isOver = new Set(endedBy(rows, end, day));
  for (const at of rows)
    if (isOver.has(at) && !extract.out.has(at)) out(at, 'people whose last period has ended');
  columns.refresh();
}

/** Asks of days that nothing was made of, and in which the rows of one person differ: they may be a history and no jobs. */
export function askOfDays(columns: FileColumns, journal: Journal): void {
  if (!columns.has('id') || columns.has('effective') || columns.has('date')) return;
  const spare = columns.spare();
  if (spare.length === 0) return;
  const several = severalRows(columns).filter((rows) => rows.some((at) => at !== rows[0]));
  if (several.length === 0) return;
  const differs = ({ values }: SpareColumn) =>
    several.filter((rows) => new Set(rows.map((at) => values[at] ?? '')).size > 1);
  const rows = several.flat();
  for (const column of spare) {
    const days = daysOf((at) => column.values[at] ?? '', rows);
    const people = days === undefined ? [] : differs(column);
    if (people.length > 0)
      journal.ask(
        `${counted(people.length, 'person has', 'people have')} several rows, taken as jobs held at once, and ${quoted(column.header)} differs between them: if it says from when a row holds, so that the newest counts, say so: --map effective=${quoted(column.header)}.`,
      );
  }
}
