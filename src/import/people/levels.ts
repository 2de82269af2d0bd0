import { alternatives, quoted } from '../../base/text.ts';
import { readGrades } from '../../model/grades.ts';
import { bossOf } from './boss.ts';
import type { FileColumns } from './file-columns.ts';

/** `E13`, `Grade 7`, `9b`, `8 Individual Contributor`: a ladder, a number, a step of it, and what it is called. */
const GRADE =
  /^(\p{L}[\p{L} ._/-]{0,30}?)?[ ._/-]{0,3}(\d{1,4}(?:[.,]\d{1,2})?)([a-e])?(?:[ .:–-]{1,3}(\p{L}.{0,100}))?$/iu;

interface Grades {
  /** The numbers of grades by their texts. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly ladder: string;
}

/** Grades by their numbers, or why there are none. */
function gradesIn(texts: readonly string[]): Grades | string {
  const numbers = new Map<string, number>();
  const ladders = new Set<string>();
  const called = new Map<number, string>();
  for (const text of texts) {
    const [found, ladder = '', number = '', step = '', name = ''] = GRADE.exec(text) ?? [];
    if (found === undefined)
      return texts.some((one) => GRADE.test(one))
        ? `holds texts without a number, such as ${quoted(text)}`
        : 'holds no numbers';
    const within = step === '' ? 0 : (step.toLowerCase().charCodeAt(0) - 96) / 10;
    const grade = Number(number.replace(',', '.')) + within;
    ladders.add(ladder.trim().toUpperCase());
    // A number in front of a text may be anything, unless each has one text.
    const known = called.get(grade) ?? name;
    if (known !== name) return 'holds no numbers';
    called.set(grade, name);
    numbers.set(text, grade);
  }
  if (ladders.size < 2) return { numbers, ladder: [...ladders][0] ?? '' };
  return `has several ladders (${inWords(ladders)}), whose numbers do not compare`;
}

const inWords = (ladders: ReadonlySet<string>): string =>
  alternatives(
    [...ladders]
      .sort()
      .map((ladder) => (ladder === '' ? 'none' : quoted(ladder)))
      .slice(0, 5),
    'and',
  );

/** Grades of several files compare where they are of one ladder. */
export function compareLadders(all: readonly FileColumns[]): void {
  const found = all.flatMap((columns) => {
    const texts = columns.hasOne('level') ? columns.different('level') : [];
    const grades = texts.length === 0 ? '' : gradesIn(texts);
    return typeof grades === 'string' ? [] : [{ columns, ladder: grades.ladder }];
  });
  const ladders = new Set(found.map(({ ladder }) => ladder));
  if (ladders.size < 2) return;
  for (const { columns, ladder } of found) {
    const header = quoted(columns.headerOf('level'));
    columns.note(
      `${header} is of ${ladder === '' ? 'no ladder' : `the ladder ${quoted(ladder)}`}, and files together have several (${inWords(ladders)}), whose numbers do not compare, so it is not used as level.`,
    );
    columns.release('level');
  }
}

/** Reads grades by their numbers; where a column has none, another that is called so may have. Gives what is to be said of it. */
export function readLevels(columns: FileColumns): string | undefined {
  const tried = new Set<string>();
  while (columns.hasOne('level')) {
    const header = columns.headerOf('level');
    if (tried.has(header)) {
      columns.release('level');
      return undefined;
    }
    tried.add(header);
    const texts = columns.different('level');
    if (texts.every((text) => Number.isFinite(Number(text)))) return undefined;
    const grades = gradesIn(texts);
    if (typeof grades !== 'string') {
      const { numbers } = grades;
      for (const at of columns.rows) {
        const text = columns.get('level', at);
        if (text !== '') columns.extract.set('level', at, String(numbers.get(text)!));
      }
      const [first, number] = [...numbers].find(([text, number]) => text !== String(number))!;
      return `${quoted(header)} is read by its numbers, as ${quoted(first)} as ${number}.`;
    }
    columns.note(`${quoted(header)} ${grades}, so it is not used as level.`);
    columns.release('level');
    if (!columns.asked('level')) columns.rebind('level', header);
  }
  return undefined;
}

/** Rows whose managers are asked for their level. */
const MOST_ASKED = 5000;

/**
 * Where managers have the lower levels, these count from the top, and are turned round: a higher one is more senior.
 * @param said - How the levels were read, to be told where they are used.
 */
export function turnLevels(columns: FileColumns, said: string | undefined): void {
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
    return;
  }
  if (said !== undefined) columns.say(said);
  if (from !== 'top') return;
  for (const at of rows) {
    const own = value[at]!;
    if (!Number.isNaN(own)) extract.set('level', at, String(own));
  }
  columns.say(
    `${quoted(columns.headerOf('level'))} counts from the top: turned round, since a higher level is more senior here.`,
  );
}
