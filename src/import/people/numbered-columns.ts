import { headerKey, quoted, sample } from '../../base/text.ts';
import type { Extract, SpareColumn } from '../extract.ts';
import { generic } from '../sources/generic.ts';
import { BELOW } from './department-names.ts';
import { type FileColumns, MOST } from './file-columns.ts';
import type { People } from './references.ts';

const NEARLY = 0.8;
/** What columns of managers are called, without their number. */
const MANAGERS = new Set(generic.columns.manager!.map(headerKey));
/** What is numbered, and no part of what a column of managers is called: `L1 Manager`, `Level 2 Supervisor ID`. */
const STEP =
  /^(?:level|lvl|tier|l|n|stufe|ebene|niveau|nivel|livello)(?=.)|(?:level|lvl|tier|stufe|ebene|niveau|nivel|livello)$/;
const NUMBERED = /^(\D*)(\d{1,2})(\D*)$/;

/**
 * Columns that are numbered (`Level 1`, `Level 2`, …): of people, the line of managers where each leads the next, else a
 * first manager and further ones; of anything else that repeats, the tree of departments from the top.
 */
export function takeLevels(columns: FileColumns): void {
  if (columns.file.source.posts === true) return;
  const { rows, extract } = columns;
  if (familiesOf(columns.spare()).length > 0) columns.releaseEmpty(['manager']);
  let [lines, units] = [
    ['manager', 'managerOther', 'managers'].some((field) => columns.has(field as 'manager')),
    columns.has('department') && columns.has('division'),
  ];
  for (const family of familiesOf(columns.spare())) {
    const { people } = columns.all;
    const ordered = fromTheTop(family, rows);
    const filled = rows.filter((at) => (ordered[0]!.values[at] ?? '') !== '').length;
    const called = MANAGERS.has(headerKey(family[0]!.header.replace(/\d+/, '')).replace(STEP, ''));
    const values = ordered.flatMap((column) => columns.texts(column));
    if (values.every((text) => /^[\d.,;| %-]*$/.test(text)) && !called) continue;
    if (filled < MOST * rows.length && !called) continue;
    const distinct = [...new Set(values.flatMap((text) => people.findAll(text)))];
    const persons = distinct.filter((text) => people.find(text).id !== undefined).length;
    const headers = sample(family.map(({ header }) => header));
    if (persons >= (called ? MOST : NEARLY) * distinct.length && persons > 0) {
      if (lines) continue;
      const leading = (path: readonly SpareColumn[]) => share(path, rows, people);
      const nearest = [...ordered].reverse();
      const [down, up] = [leading(ordered), leading(nearest)];
      if (Math.max(down, up) >= NEARLY) {
        chain(down >= up ? ordered : nearest, rows, people, extract);
        columns.say(
          down >= up
            ? `${headers} hold the managers of each person from the top: the deepest is the manager.`
            : `${headers} hold the managers of each person from the nearest: the first is the manager.`,
        );
      } else {
        several(family, rows, extract);
        columns.say(
          `${quoted(family[0]!.header)} is the manager, and the lines to whoever stands in ${sample(family.slice(1).map(({ header }) => header))} are dotted: these do not report to each other.`,
        );
      }
      columns.used('manager', family);
      lines = true;
    } else if (distinct.length < values.length && !units) {
      const given = columns.has('department');
      tree(ordered, rows, extract, given);
      columns.used(given ? 'division' : 'department', family);
      columns.say(
        `${headers} hold the tree of departments from the top${given ? '' : ': the deepest is the department of a person'}.`,
      );
      units = true;
    }
  }
}

/** Columns alike but for their number, in the order of it. */
function familiesOf(spare: readonly SpareColumn[]): SpareColumn[][] {
  const families = new Map<string, { number: number; column: SpareColumn }[]>();
  for (const column of spare) {
    const parts = NUMBERED.exec(column.header);
    if (parts === null) continue;
    const key = `${parts[1]}#${parts[3]}`.toLowerCase();
    families.set(key, [...(families.get(key) ?? []), { number: Number(parts[2]), column }]);
  }
  return [...families.values()]
    .filter((family) => family.length > 1)
    .map((family) => family.sort((a, b) => a.number - b.number).map(({ column }) => column));
}

/** The top has the fewest values. */
function fromTheTop(columns: readonly SpareColumn[], rows: readonly number[]): readonly SpareColumn[] {
  const kinds = ({ values }: SpareColumn) => new Set(rows.map((at) => values[at] ?? '')).size;
  return kinds(columns[0]!) > kinds(columns.at(-1)!) &&
    rows.every((at) => (columns[0]!.values[at] ?? '') !== '')
    ? [...columns].reverse()
    : columns;
}

const pathOf = (columns: readonly SpareColumn[], at: number): string[] =>
  columns
    .map(({ values }) => values[at] ?? '')
    .filter((text, index, all) => text !== '' && text !== all[index - 1]);

/**
 * Of the people who stand behind another in a row, the share that the other leads by their own row; all where nobody stands
 * behind another.
 */
function share(columns: readonly SpareColumn[], rows: readonly number[], people: People): number {
  const above = new Map<string, Set<string>>();
  const idsOf = (at: number) => pathOf(columns, at).map((text) => people.find(text).id ?? text);
  for (const at of rows) above.set(String(at), new Set(idsOf(at)));
  let [pairs, led] = [0, 0];
  for (const at of rows) {
    const path = idsOf(at);
    for (let place = 1; place < path.length; place++) {
      // Of somebody without a row nothing is known.
      const own = above.get(path[place]!);
      if (own === undefined || path[place] === String(at)) continue;
      pairs++;
      if (own.has(path[place - 1]!)) led++;
    }
  }
  return pairs === 0 ? 1 : led / pairs;
}

/** The first name of a row is the manager; whoever else stands there is a further line. */
function several(columns: readonly SpareColumn[], rows: readonly number[], extract: Extract): void {
  for (const at of rows) {
    const [first = '', ...others] = pathOf(columns, at);
    extract.set('manager', at, first);
    const dotted = [extract.get('dotted', at), ...others].filter((text) => text !== '');
    if (others.length > 0) extract.set('dotted', at, dotted.join('; '));
  }
}

function chain(
  columns: readonly SpareColumn[],
  rows: readonly number[],
  people: People,
  extract: Extract,
): void {
  for (const at of rows) {
    const self = people.exact(extract.get('id', at)) ?? String(at);
    const above = pathOf(columns, at).filter((text) => people.find(text).id !== self);
    extract.set('manager', at, above.at(-1) ?? '');
  }
}

function tree(
  columns: readonly SpareColumn[],
  rows: readonly number[],
  extract: Extract,
  hasDepartment: boolean,
): void {
  for (const at of rows) {
    const path = pathOf(columns, at);
    const own = extract.get('department', at);
    const department = hasDepartment && own !== '' ? own : (path.pop() ?? '');
    if (path.at(-1) === department) path.pop();
    extract.set('department', at, department);
    extract.set('division', at, path.join(BELOW));
  }
}
