import { headerKey, quoted } from '../../base/text.ts';
import type { SpareColumn } from '../extract.ts';
import { generic } from '../sources/generic.ts';
import type { PeopleField } from '../sources/source.ts';
import { FEWEST, type FileColumns, NEARLY_ALL } from './file-columns.ts';
import { namedByManagers } from './position-columns.ts';

const ADDRESS =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|rev|herrn?|frau|m|mme|mlle|madame|monsieur|sr|sra|srta|don|doña|dhr|mevr|mw|de heer|mevrouw|sig|sigra|dott|dottssa|ing|eng)+$/;
/** Whether a text is a form of address or a degree, and nothing else. */
const isAddress = (text: string): boolean => ADDRESS.test(headerKey(text));
const isNumber = (text: string): boolean => /^\d[\d.,]*%?$/.test(text);

/** Takes columns from fields that their headers name and their values do not fit: titles that are forms of address, words that are numbers. */
export function releaseUnfit(columns: FileColumns): void {
  positionsForTitles(columns);
  const release = (field: PeopleField, are: string) => {
    const header = columns.headerOf(field);
    columns.release(field);
    columns.rebind(field, header);
    columns.say(
      `${quoted(header)} holds ${are}${columns.has(field) ? `, so ${quoted(columns.headerOf(field))} is taken instead` : ''}.`,
    );
  };
  if (columns.hasOne('title') && !columns.asked('title')) {
    const texts = columns.different('title');
    if (texts.length > 0 && texts.every(isAddress)) release('title', 'forms of address and no titles');
  }
  if (columns.hasOne('workerType') && !columns.asked('workerType')) {
    const texts = columns.different('workerType');
    if (texts.length > 0 && texts.every(isNumber)) release('workerType', 'numbers and no kinds of workers');
  }
}

/** Numbers of positions that managers are named by are ids, though the header calls them as titles are called. */
function positionsForTitles(columns: FileColumns): void {
  if (!columns.hasOne('title') || columns.asked('title') || !columns.has('manager')) return;
  if (!columns.different('title').every((text) => /^\p{L}{0,4}[-_]?\d+$/u.test(text))) return;
  const to = columns.settled('id') ? 'otherId' : 'id';
  if (columns.settled(to)) return;
  const header = columns.headerOf('title');
  columns.move('title', to);
  if (namedByManagers(columns, to)) {
    columns.rebind('title', header);
    columns.say(`${quoted(header)} holds what managers are named by, and no titles.`);
  } else columns.move(to, 'title');
}

const CODE = /^(?:\p{Lu}{0,3}[-_. ]?\d[\d\p{Lu}._/-]*|[\p{Lu}\d]{1,6})$/u;
const NAMED = ['title', 'department', 'division', 'location'] as const;
const DESCRIPTION = /name|desc|bezeichnung|text|omschrijving|libell|intitul|denomin|label/i;

/** Where a column holds codes, and another says in words what each of them is, the words are the name. */
export function namesForCodes(columns: FileColumns): void {
  for (const field of NAMED) {
    if (!columns.hasOne(field) || columns.asked(field)) continue;
    const codes = columns.different(field);
    if (codes.length === 0 || codes.filter((text) => CODE.test(text)).length < NEARLY_ALL * codes.length)
      continue;
    const called = columns.headerOf(field);
    const words = new Set(generic.columns[field]!.map(headerKey));
    const stem = headerKey(called).slice(0, 3);
    const isCalled = ({ header }: SpareColumn) =>
      words.has(headerKey(header)) ||
      headerKey(header).startsWith(stem) ||
      (DESCRIPTION.test(header) && headerKey(header).includes(headerKey(called)));
    const column = columns.spare().find((one) => isCalled(one) && explains(columns, field, one));
    if (column === undefined) continue;
    columns.release(field);
    columns.take(field, column);
    columns.say(`${quoted(column.header)} is the name of what ${quoted(called)} has a code for.`);
  }
}

/** Whether a column says in words, the same for each code, what the codes of a field are. */
function explains(columns: FileColumns, field: PeopleField, { values }: SpareColumn): boolean {
  const meaning = new Map<string, string>();
  let [given, other] = [0, 0];
  for (const at of columns.rows) {
    const [code, text] = [columns.get(field, at), values[at] ?? ''];
    if (code === '' || text === '') continue;
    given++;
    if (CODE.test(text) || !/\p{L}{2}/u.test(text)) return false;
    const known = meaning.get(code);
    if (known === undefined) meaning.set(code, text);
    else if (known !== text) other++;
  }
  return given >= FEWEST && given >= NEARLY_ALL * columns.rows.length && other <= (1 - NEARLY_ALL) * given;
}

const BRACKETS = /^(.{1,200}?)\s{0,4}\(#?(\p{L}{0,4}[-_]?\d[\w.-]{0,60})\)$/u;
const AFTER = /^(.{1,200}?)\s{1,4}[-–—|]\s{1,4}(\p{L}{0,4}[-_]?\d[\w.-]{0,60})$/u;
const BEFORE = /^(\p{L}{0,4}[-_]?\d[\w.-]*)\s+[-–—|]\s+(.+)$/u;

/** A column of names, each with the id of whoever has it, is both: `Bob Birch (1002)`. */
export function partNamesAndIds(columns: FileColumns): void {
  for (const field of ['id', 'name'] as const) {
    if (!columns.hasOne(field) || columns.asked(field)) continue;
    const texts = columns.different(field);
    for (const pattern of [BRACKETS, AFTER, BEFORE]) {
      const parts = texts.flatMap((text) => pattern.exec(text) ?? []);
      if (texts.length < 2 || parts.length < 3 * NEARLY_ALL * texts.length) continue;
      const [name, id] = pattern === BEFORE ? [2, 1] : [1, 2];
      const ids = new Set(texts.map((text) => pattern.exec(text)?.[id] ?? text));
      if (ids.size < texts.length) continue;
      const { extract } = columns;
      const header = columns.headerOf(field);
      const named =
        field === 'name' || !(['name', 'firstName', 'lastName'] as const).some((one) => columns.has(one));
      const numbered = field === 'id' || !columns.settled('id');
      for (const at of columns.rows) {
        const found = pattern.exec(columns.get(field, at));
        if (found === null) continue;
        if (numbered) extract.set('id', at, found[id]!);
        if (named) extract.set('name', at, found[name]!);
      }
      if (field === 'id' && named) columns.also('name', 'id');
      if (field === 'name' && numbered) columns.also('id', 'name');
      columns.say(`${quoted(header)} holds the name and the id of each person.`);
      return;
    }
  }
}
