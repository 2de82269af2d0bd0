import { printable, quoted } from '../../base/text.ts';
import { customerFamiliarity } from '../customers/read-customers.ts';
import type { SpareColumn } from '../extract.ts';
import { generic } from '../sources/generic.ts';
import type { PeopleField } from '../sources/source.ts';
import { refuseUnknown } from '../sources/sources.ts';
import { type FileColumns, MOST } from './file-columns.ts';
import { managersLike } from './manager-columns.ts';

const NAMED: readonly PeopleField[] = ['id', 'email', 'name', 'lastName', 'firstName'];
/** Of these a file must have one beside an id or name, or it is no table of people. */
const TELLING: readonly PeopleField[] = [
  'manager',
  'managerOther',
  'managers',
  'department',
  'title',
  'posts',
];
/** So many headers are those of customers, not by chance. */
const FEW_HEADERS = 2;

/**
 * Refuses a file whose rows are no people, however many people its columns name: tickets, accounts and deals beside the list of
 * people name them as well.
 * @throws UserError where the file holds no people.
 */
export function refuseOthers(columns: FileColumns): void {
  const { file } = columns;
  const posts = file.source.posts === true && columns.has('posts');
  if (!NAMED.some((field) => columns.has(field)) && !posts) refuseUnknown(file.file, file.header);
  if (file.from !== 'auto' || file.source !== generic || TELLING.some((field) => columns.has(field))) return;
  // Without a column that refers to people of its own, a list of names may be one of anything.
  const like = managersLike(columns);
  if (like.some(({ column }) => refersToOwn(columns, column))) return;
  const customers = customerFamiliarity(file.header) >= FEW_HEADERS;
  const hint = customers
    ? ` If it holds customers: --customers ${printable(file.file)}.`
    : like.length > 0
      ? ` Its ${quoted(like[0]!.column.header)} names people of the other files, so its rows may be tickets or hours and no people: leave it out then.`
      : '';
  refuseUnknown(file.file, file.header, hint);
}

/** Whether most people that a column names have a row in the same file. */
function refersToOwn(columns: FileColumns, column: SpareColumn): boolean {
  const { rows } = columns;
  const { people } = columns.all;
  const own = new Set(rows.map((at) => people.exact(columns.get('id', at)) ?? String(at)));
  const named = columns
    .texts(column)
    .map((text) => people.find(people.findAll(text)[0]!).id)
    .filter((id) => id !== undefined);
  return named.filter((id) => own.has(id)).length >= MOST * named.length;
}
