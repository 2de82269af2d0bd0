import { alternatives, quoted } from '../../base/text.ts';
import { readGrades } from '../../model/grades.ts';
import { bossOf } from './boss.ts';
import type { FileColumns } from './file-columns.ts';

/** `E13`, `Grade 7`, `9b`, `8 Individual Contributor`: a ladder, a number, a step of it, and what it is called. */
const GRADE =
  /^(\p{L}[\p{L} ._/-]{0,30}?)?[ ._/-]{0,3}(\d{1,4}(?:[.,]\d{1,2})?)([a-e])?(?:[ .:–-]{1,3}(\p{L}.{0,100}))?$/iu;

/** The numbers of grades by their texts, or why there are none. */
function numbersOf(texts: readonly string[]): ReadonlyMap<string, number> | string {
  const numbers = new Map<string, number>();
  const ladders = new Set<string>();
  const called = new Map<number, string>();
  for (const text of texts) {
    const [found, ladder = '', number = '', step = '', name = ''] = GRADE.exec(text) ?? [];
    if (found === undefined) return 'holds no numbers';
    const within = step === '' ? 0 : (step.toLowerCase().charCodeAt(0) - 96) / 10;
    const grade = Number(number.replace(',', '.')) + within;
    ladders.add(ladder.trim().toUpperCase());
    // A number in front of a text may be anything, unless each has one text.
    const known = called.get(grade) ?? name;
    if (known !== name) return 'holds no numbers';
    called.set(grade, name);
    numbers.set(text, grade);
  }
  if (ladders.size < 2) return numbers;
  const shown = [...ladders].sort().map((ladder) => (ladder === '' ? 'none' : quoted(ladder)));
  return `has several ladders (${alternatives(shown.slice(0, 5), 'and')}), whose numbers do not compare`;
}

/** Reads grades by their numbers; where a column has none, another that is called so may have. */
export function readLevels(columns: FileColumns): void {
  const tried = new Set<string>();
  while (columns.hasOne('level')) {
    const header = columns.headerOf('level');
    if (tried.has(header)) {
      columns.release('level');
      return;
    }
    tried.add(header);
    const texts = columns.different('level');
    const numbers = texts.every((text) => Number.isFinite(Number(text))) ? undefined : numbersOf(texts);
    if (numbers === undefined) return;
    if (typeof numbers !== 'string') {
      for (const at of columns.rows) {
        const text = columns.get('level', at);
        if (text !== '') columns.extract.set('level', at, String(numbers.get(text)!));
      }
      const [first, number] = [...numbers].find(([text, number]) => text !== String(number))!;
      columns.say(`${quoted(header)} is read by its numbers, as ${quoted(first)} as ${number}.`);
      return;
    }
    columns.note(`${quoted(header)} ${numbers}, so it is not used as level.`);
    columns.release('level');
    if (!columns.asked('level')) columns.rebind('level', header);
  }
}

/** Rows whose managers are asked for their level. */
const MOST_ASKED = 5000;

/** Where managers have the lower levels, these count from the top, and are turned round: a higher one is more senior. */
export function turnLevels(columns: FileColumns): void {
  if (!columns.has('level')) return;
  const { rows, extract } = columns;
  const { people } = columns.all;
  const level = (at: number) => {
    const text = columns.get('level', at);
    return text === '' ? Number.NaN : Number(text);
  };
  const levels = new Float64Array((rows.at(-1) ?? -1) + 1).fill(Number.NaN);
  for (const at of rows) levels[at] = level(at);
  // So many rows, spread over the file, say which way a scale runs as well as all do.
  const every = Math.ceil(rows.length / MOST_ASKED);
  const asked = new Set(rows.filter((_, place) => place % every === 0));
  const { from, value, below, above } = readGrades(levels, (at) =>
    asked.has(at) ? bossOf(columns, people, at) : -1,
  );
  if (from === 'bottom' && below > 1 && above === 0) {
    const header = quoted(columns.headerOf('level'));
    columns.note(
      `${header} gives ${below} people a higher number than their managers, and nobody a lower one: too few to say that it counts from the top, so it is not used as level.`,
    );
    columns.release('level');
  }
  if (from !== 'top') return;
  for (const at of rows) {
    const own = value[at]!;
    if (!Number.isNaN(own)) extract.set('level', at, String(own));
  }
  columns.say(
    `${quoted(columns.headerOf('level'))} counts from the top: turned round, since a higher level is more senior here.`,
  );
}
