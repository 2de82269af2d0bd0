import { counted, quoted, sample } from '../../base/text.ts';
import type { Extract } from '../extract.ts';
import type { Journal } from '../journal.ts';
import { generic } from '../sources/generic.ts';
import { bossOf } from './boss.ts';
import { type FileColumns, MOST } from './file-columns.ts';
import type { PeopleFile } from './read-people.ts';
import { nameAt } from './references.ts';

/** Of fewer blank rows than this, a department is missing and not written once for all. */
const LEAST_BLANK = 0.25;

/** What a heading calls itself before its name: `Department: Sales`. */
const LABEL = new RegExp(
  `^(?:${[...generic.columns.department!, ...generic.columns.division!].join('|')})\\s{0,3}[:–-]\\s{0,3}(?=\\S)`,
  'i',
);

/**
 * Rows that hold nothing but a word where others have an id are headings: the departments of the rows below, where no
 * column says these. They are left out.
 */
export function takeHeadings(
  file: PeopleFile,
  index: number,
  extract: Extract,
  journal: Journal,
): PeopleFile {
  const id = file.bound.find(({ field }) => field === 'id');
  // Most files have a title in every row.
  if (id === undefined || file.source.posts === true || extract.isFull('title')) return file;
  const rows = extract.rowsOf(index);
  const others = file.bound.filter(({ field }) => field !== 'id');
  const [titles, ids] = [extract.column('title'), extract.column('id')];
  const isHeading = (at: number) =>
    (titles[at] ?? '') === '' &&
    /^\D+$/.test(ids[at] ?? '') &&
    others.every(({ field }) => extract.get(field, at) === '') &&
    extract.spare[index]!.every(({ values }) => (values[at] ?? '') === '');
  const headings = rows.filter(isHeading);
  if (headings.length === 0) return file;
  const numbered = rows.filter((at) => /\d/.test(extract.get('id', at))).length;
  const named = new Set(rows.flatMap((at) => [extract.get('manager', at), extract.get('managerOther', at)]));
  if (numbered < MOST * rows.length || headings.some((at) => named.has(extract.get('id', at)))) return file;
  const texts = headings.map((at) => extract.get('id', at).replace(LABEL, ''));
  for (const at of headings) {
    extract.out.add(at);
    journal.row('leftOut', 'headings between the rows', file.file, extract.row[at]!);
  }
  if (file.bound.some(({ field }) => field === 'department')) return file;
  let department = '';
  for (const at of rows)
    if (extract.out.has(at)) department = extract.get('id', at).replace(LABEL, '');
    else extract.set('department', at, department);
  journal.assume(
    `${file.file}: headings between the rows, such as ${sample(texts.slice(0, 2))}, are the departments of the rows below.`,
  );
  const { index: column, header } = id;
  return { ...file, bound: [...file.bound, { field: 'department', index: column, header, byValues: true }] };
}

/**
 * A department that stands in the first row of each block only, as merged cells are saved, holds for the rows below:
 * no value comes twice, and most of those below report to somebody of their block.
 */
export function fillBlocks(columns: FileColumns): void {
  if (!columns.has('department') || columns.file.source.posts === true) return;
  const { rows, extract } = columns;
  if (extract.isFull('department')) return;
  const given = rows.map((at) => columns.get('department', at)).filter((text) => text !== '');
  const blank = rows.length - given.length;
  if (blank < 2 || blank < LEAST_BLANK * rows.length || new Set(given).size < given.length) return;
  if (columns.get('department', rows[0]!) === '') return;
  const blockOf = new Map<number, string>();
  let department = '';
  for (const at of rows) {
    department = columns.get('department', at) || department;
    blockOf.set(at, department);
  }
  const { people } = columns.all;
  let [lines, inside] = [0, 0];
  const empty = rows.filter((at) => columns.get('department', at) === '');
  for (const at of empty) {
    const boss = bossOf(columns, people, at);
    if (boss < 0 || boss === at) continue;
    lines++;
    if (blockOf.get(boss) === blockOf.get(at)) inside++;
  }
  if (lines === 0 || inside < MOST * lines) return;
  for (const at of empty) extract.set('department', at, blockOf.get(at)!);
  columns.say(
    `${quoted(columns.headerOf('department'))} stands in the first row of each block only: filled into ${counted(empty.length, 'row')} below.`,
  );
}

const NOBODY = /^(?:n\/?a|-+|–|—|\?+|xx+|none|null|nobody|niemand|personne|nadie|nessuno)$/i;
const isNobody = (name: string): boolean => !name.includes(' ') && NOBODY.test(name);
const FEW = 0.5;

/** A name that names nobody, where most rows have one that does, is that of an open seat. */
export function openNameless(columns: FileColumns): void {
  const { rows, extract } = columns;
  if (!columns.has('name')) return;
  const names = extract.column('name');
  const nameless = rows.filter((at) => isNobody(names[at] ?? ''));
  if (nameless.length === 0 || nameless.length > FEW * rows.filter((at) => nameAt(extract, at) !== '').length)
    return;
  for (const at of nameless) {
    extract.set('name', at, '');
    if (extract.get('vacant', at) === '') extract.set('vacant', at, 'yes');
  }
  columns.say(
    `${counted(nameless.length, 'row whose name says', 'rows whose names say')} that there is nobody: open seats.`,
  );
}
