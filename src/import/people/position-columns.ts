import { counted, quoted } from '../../base/text.ts';
import { type FileColumns, MOST, NEARLY_ALL } from './file-columns.ts';
import { nameAt } from './references.ts';

const POSITION = /pos|post|stelle|puesto/i;
export const isPosition = (header: string): boolean => POSITION.test(header);

/** Whether nearly all managers are named by what stands in the column of a field, and not by ids where it is another. */
export function namedByManagers(columns: FileColumns, field: 'id' | 'otherId'): boolean {
  if (!columns.has('manager')) return false;
  const own = new Set(columns.rows.map((at) => columns.get(field, at)));
  const ids = new Set(field === 'id' ? [] : columns.rows.map((at) => columns.get('id', at)));
  const named = columns.rows
    .map((at) => columns.get('manager', at))
    .filter((text) => !columns.all.people.nobody(text));
  const found = (texts: ReadonlySet<string>) => named.filter((text) => texts.has(text)).length;
  return found(own) > 0 && found(own) >= NEARLY_ALL * named.length && found(own) > found(ids);
}

/**
 * Where managers are named by the second id, as by positions, and seats have it that are open and so have no person, it is
 * the id of all; where a person holds several of them, that of the open seats only.
 */
export function takePositions(columns: FileColumns): void {
  if (columns.asked('id') || !columns.has('id') || columns.file.source.posts === true) return;
  const { rows, extract } = columns;
  if (isPosition(columns.headerOf('id')) && namedByManagers(columns, 'id')) {
    eachHolderIsASeat(columns);
    return;
  }
  if (!columns.has('otherId') || !columns.has('manager')) return;
  const single = extract.differs('otherId');
  if (!single && isPosition(columns.headerOf('otherId')) && namedByManagers(columns, 'otherId'))
    firstHolders(columns);
  const { people } = columns.all;
  const open = rows.filter((at) => columns.get('id', at) === '' && columns.get('otherId', at) !== '');
  if (open.length === 0) return;
  const positions = new Set(rows.map((at) => columns.get('otherId', at)));
  const [ids, own] = [extract.firstOf('id'), extract.differs('id') && single];
  const named = rows.map((at) => columns.get('manager', at)).filter((text) => !people.nobody(text));
  const found = named.filter((text) => positions.has(text)).length;
  if (found < NEARLY_ALL * named.length || found <= named.filter((text) => ids.has(text)).length) return;
  const header = columns.headerOf('otherId');
  for (const at of open) if (nameAt(extract, at) === '') extract.set('vacant', at, 'yes');
  if (own) columns.exchange('id', 'otherId');
  else for (const at of open) extract.set('id', at, columns.get('otherId', at));
  columns.say(
    `${quoted(header)} is the id${own ? '' : ' of open seats'}, since managers are named by it: ${counted(open.length, 'seat has', 'seats have')} no person.`,
  );
}

/** Ids are positions: one without a person is an open seat, and further people who hold it have seats of their own. */
function eachHolderIsASeat(columns: FileColumns): void {
  const { rows, extract } = columns;
  const who = (at: number) => nameAt(extract, at) || extract.get('email', at) || extract.get('otherId', at);
  const held = rows.filter((at) => who(at) !== '').length;
  const taken = new Set(rows.map((at) => columns.get('id', at)));
  const first = new Map<string, string>();
  let [open, shared] = [0, 0];
  for (const at of rows) {
    const id = columns.get('id', at);
    if (who(at) === '' && held >= MOST * rows.length && extract.get('vacant', at) === '') {
      extract.set('vacant', at, 'yes');
      open++;
    }
    const holder = first.get(id);
    if (holder === undefined) first.set(id, who(at));
    else if (id !== '' && holder !== who(at) && who(at) !== '') {
      let own = 2;
      while (taken.has(`${id}.${own}`)) own++;
      taken.add(`${id}.${own}`);
      extract.set('id', at, `${id}.${own}`);
      shared++;
    }
  }
  const header = quoted(columns.headerOf('id'));
  if (open > 0)
    columns.say(
      `${header}: ${counted(open, 'position has', 'positions have')} no person and ${open === 1 ? 'is an open seat' : 'are open seats'}.`,
    );
  if (shared > 0)
    columns.say(
      `${header}: ${counted(shared, 'person holds', 'people hold')} a position that another one has: each is a seat of its own, as \`….2\`, and lines to it lead to the first.`,
    );
}

/** Of several who hold one position, lines to it lead to the first. */
function firstHolders(columns: FileColumns): void {
  const { rows, extract } = columns;
  const seen = new Set<string>();
  let shared = 0;
  for (const at of rows) {
    const position = columns.get('otherId', at);
    if (position !== '' && seen.has(position)) {
      extract.set('otherId', at, '');
      shared++;
    }
    seen.add(position);
  }
  if (shared > 0)
    columns.say(
      `${quoted(columns.headerOf('otherId'))}: ${counted(shared, 'person holds', 'people hold')} a position that another one has: lines to it lead to the first.`,
    );
}
