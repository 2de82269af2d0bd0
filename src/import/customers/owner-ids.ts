import { quoted } from '../../base/text.ts';
import type { Extract, SpareColumn } from '../extract.ts';
import type { Journal } from '../journal.ts';
import { FEWEST, MOST, NEARLY_ALL } from '../people/file-columns.ts';
import { isOtherPerson } from '../people/other-people.ts';
import type { PeopleFile } from '../people/read-people.ts';
import type { People } from '../people/references.ts';
import { given } from './columns.ts';
import { isOwnerHeader } from './customer-columns.ts';
import type { CustomerFile } from './read-customers.ts';

/** So many values of a column tell what it holds. */
const LOOKED_AT = 200;

/**
 * Where a CRM calls owners by initials or names of users, which stand in a column of the people that no header explains, that
 * column finds people too. Gives the files of people with it as used.
 */
export function takeOwnerIds(
  customers: CustomerFile,
  people: People,
  extract: Extract,
  files: readonly PeopleFile[],
  journal: Journal,
): readonly PeopleFile[] {
  const isEmpty = extract.spare.every((columns) => columns.length === 0);
  const owners = isEmpty ? undefined : unknownOwners(customers, people);
  if (owners === undefined) return files;
  for (const [index, file] of files.entries())
    for (const column of extract.spare[index]!) {
      const header = isOtherPerson(column.header)
        ? undefined
        : calledBy(column, owners, extract.rowsOf(index));
      if (header === undefined) continue;
      people.alsoBy(column.values);
      journal.assume(
        `${customers.file}: ${quoted(header)} names a ${quoted(column.header)} of ${file.file}, and so whoever has it.`,
      );
      extract.spare[index] = extract.spare[index]!.filter((one) => one !== column);
      const taken = { field: 'otherId', index: column.index, header: column.header, byValues: true } as const;
      return files.with(index, {
        ...file,
        bound: [...file.bound, taken].sort((a, b) => a.index - b.index),
        ignored: file.ignored.filter((one) => one !== column.header),
      });
    }
  return files;
}

interface Owners {
  readonly header: string;
  readonly texts: readonly string[];
  /** Whether the header is one of owners. */
  readonly hinted: boolean;
}

/** The columns that may hold owners; none where one of owners names people as it is. */
function unknownOwners({ bound, fields, attributes }: CustomerFile, people: People): Owners[] | undefined {
  const own = bound.filter(({ field }) => field === 'owner' || field === 'ownerOther');
  const columns = [
    ...own.map(({ field, header }) => ({ header, column: fields.get(field)!, hinted: true })),
    ...[...attributes].map(([header, column]) => ({ header, column, hinted: isOwnerHeader(header) })),
  ];
  const found: Owners[] = [];
  for (const { header, column, hinted } of columns) {
    if ((own.length > 0 && !hinted) || isOtherPerson(header)) continue;
    const texts = given(column)
      .slice(0, LOOKED_AT)
      .flatMap((text) => text.split(/[;|/,&+\n]/))
      .map((text) => text.trim().toLowerCase())
      .filter((text) => !people.nobody(text));
    // Numbers are in another column by chance.
    if (texts.length < (hinted ? 1 : FEWEST) || (!hinted && !texts.some((text) => /\p{L}/u.test(text))))
      continue;
    const known = texts.filter((text) => people.isNamed(text)).length;
    if (known >= MOST * texts.length && hinted) return undefined;
    found.push({ header, texts, hinted });
  }
  return found;
}

/** The header of the owners who are called by what stands in a column of people, each by a text of its own. */
function calledBy(
  { values }: SpareColumn,
  owners: readonly Owners[],
  rows: readonly number[],
): string | undefined {
  const own = given(rows.map((at) => (values[at] ?? '').toLowerCase()));
  const ids = new Set(own);
  if (ids.size === 0 || ids.size < NEARLY_ALL * own.length) return undefined;
  return owners.find(({ texts, hinted }) => {
    const known = texts.filter((text) => ids.has(text)).length;
    return known >= (hinted ? MOST : NEARLY_ALL) * texts.length;
  })?.header;
}
