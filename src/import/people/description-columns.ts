import { quoted } from '../../base/text.ts';
import { titleMapper } from '../../model/titles.ts';
import type { SpareColumn } from '../extract.ts';
import { bossOf } from './boss.ts';
import { FEWEST, type FileColumns, MOST, NEARLY_ALL } from './file-columns.ts';
import { readLevels, turnLevels } from './levels.ts';
import { isMail } from './short-ids.ts';

/** Finds what describes people by the values of columns: titles, departments, and grades. */
export function takeDescriptions(columns: FileColumns): void {
  const said = readLevels(columns);
  if (columns.file.source.posts === true) {
    if (said !== undefined) columns.say(said);
    return;
  }
  if (columns.rows.length >= 2 * FEWEST) {
    if (!columns.settled('title')) takeTitle(columns);
    if (!columns.has('division') && !columns.settled('department')) takeDepartment(columns);
    if (!columns.settled('title')) takeTitleByPlace(columns);
  }
  turnLevels(columns, said);
}

/** Whether nearly all texts are people of the files: they say who is whose, and not what or where somebody is. */
function arePeople({ all: { people }, extract }: FileColumns, texts: readonly string[]): boolean {
  const found = [...new Set(texts)].filter((text) => !people.nobody(text));
  // Numbers are people by chance.
  if (found.length === 0 || found.every(isNumber)) return false;
  const isThere = (id: string | undefined) => id !== undefined && !extract.out.has(Number(id));
  return found.filter((text) => isThere(people.find(text).id)).length >= NEARLY_ALL * found.length;
}

/** Takes back a column of departments that holds people: "Team" may say whose team it is. */
export function releasePeople(columns: FileColumns): void {
  if (columns.file.source.posts === true) return;
  for (const field of ['department', 'division'] as const) {
    if (!columns.hasOne(field) || columns.asked(field) || columns.rows.length < FEWEST) continue;
    const texts = columns.different(field);
    // An id may be called as a department is; two names of people are no chance.
    const named = texts.length > 1 && texts.every((text) => /\p{L}[,.]? \p{L}|@/u.test(text));
    if (!named || !arePeople(columns, texts)) continue;
    const header = columns.headerOf(field);
    columns.release(field);
    columns.rebind(field, header);
    columns.say(`${quoted(header)} holds people and no names of departments.`);
  }
}

/** The columns that no field has taken, without those of people. */
const ofNobody = (columns: FileColumns): SpareColumn[] =>
  columns.spare().filter((column) => !arePeople(columns, columns.texts(column)));

function takeTitle(columns: FileColumns): void {
  const { ofTitle } = titleMapper({});
  const found = ofNobody(columns).flatMap((column) => {
    const texts = columns.texts(column);
    const kinds = new Set(texts).size;
    const known = texts.filter((text) => ofTitle(text) !== '').length;
    const fits = texts.length >= MOST * columns.rows.length && kinds >= FEWEST && known >= 0.4 * texts.length;
    return fits && !texts.some(isMail) ? [{ column, kinds }] : [];
  });
  const best = found.sort((a, b) => b.kinds - a.kinds)[0];
  if (best !== undefined) columns.take('title', best.column);
}

/** Fewer people than this are a small company. */
const SMALL = 30;

const isNumber = (text: string): boolean => /^[\d.,'’ ()%€£$-]+$/.test(text);

/** The column in which people are mostly alike with whoever they report to, more than chance would have it. */
function takeDepartment(columns: FileColumns): void {
  const { rows } = columns;
  const { people } = columns.all;
  const bosses = rows.map((at) => bossOf(columns, people, at));
  // In a small company departments of one or two are many.
  const few = rows.length < SMALL;
  let best: { column: SpareColumn; lift: number } | undefined;
  for (const column of ofNobody(columns)) {
    const texts = columns.texts(column);
    const counts = new Map<string, number>();
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
    const repeats = counts.size >= 2 && counts.size <= (few ? 0.7 : MOST) * texts.length;
    if (texts.length < 0.7 * rows.length || !repeats) continue;
    if (texts.some(isMail) || texts.filter(isNumber).length > MOST * texts.length) continue;
    let [lines, alike] = [0, 0];
    rows.forEach((at, place) => {
      const boss = bosses[place]!;
      if (boss < 0 || boss === at) return;
      lines++;
      if ((column.values[boss] ?? '') === (column.values[at] ?? '')) alike++;
    });
    const chance = [...counts.values()].reduce((sum, count) => sum + (count / texts.length) ** 2, 0);
    const lift = lines < FEWEST ? 0 : (alike / lines - chance) / (1 - chance);
    if (lift >= (few ? 0.2 : 0.3) && lift > (best?.lift ?? 0)) best = { column, lift };
  }
  if (best !== undefined) columns.take('department', best.column);
}

/**
 * The column in which those who report to one person are often alike and hardly ever like that person: titles, in a
 * language whose words are not known.
 */
function takeTitleByPlace(columns: FileColumns): void {
  const { rows } = columns;
  const { people } = columns.all;
  const bosses = rows.map((at) => bossOf(columns, people, at));
  let best: { column: SpareColumn; siblings: number } | undefined;
  for (const column of ofNobody(columns)) {
    const texts = columns.texts(column);
    if (texts.length < 0.7 * rows.length || new Set(texts).size < 2) continue;
    if (texts.some(isMail) || texts.filter(isNumber).length > MOST * texts.length) continue;
    const last = new Map<number, string>();
    let [lines, likeBoss, pairs, likeSibling] = [0, 0, 0, 0];
    rows.forEach((at, place) => {
      const boss = bosses[place]!;
      const own = column.values[at] ?? '';
      if (boss < 0 || boss === at || own === '') return;
      lines++;
      if (own === column.values[boss]) likeBoss++;
      const sibling = last.get(boss);
      if (sibling !== undefined) pairs++;
      if (own === sibling) likeSibling++;
      last.set(boss, own);
    });
    if (pairs < FEWEST || likeBoss > 0.2 * lines || likeSibling < 0.3 * pairs) continue;
    if (best === undefined || likeSibling / pairs > best.siblings)
      best = { column, siblings: likeSibling / pairs };
  }
  if (best === undefined) return;
  columns.take('title', best.column);
  columns.say(
    `${quoted(best.column.header)} holds the titles: who reports to one person often has the same, and hardly ever that person's.`,
  );
}
