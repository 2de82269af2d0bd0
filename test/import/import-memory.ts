import { readFileSync } from 'node:fs';
import { type RowOf, rowReader } from '../../src/base/columns.ts';
import { type ImportOptions, importOrganisation } from '../../src/import/import.ts';
import type { ImportedPeople } from '../../src/import/people/person.ts';
import type { Imported } from '../../src/import/result.ts';
import { memorySources } from './memory-sources.ts';

export const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url));

export type Files = Readonly<Record<string, string | Uint8Array>>;

export type ImportedPerson = RowOf<ImportedPeople>;

/** What was imported, with its people one by one. */
export interface ImportedRows extends Omit<Imported, 'people'> {
  readonly people: readonly ImportedPerson[];
  readonly whole: Imported;
}

const inRows = (whole: Imported): ImportedRows => {
  const personAt = rowReader(whole.people);
  return { ...whole, people: whole.people.id.map((_, at) => personAt(at)), whole };
};

/** Imports files that are in memory; the first is the people unless `people` says otherwise. */
export const importOf = async (files: Files, options: Partial<ImportOptions> = {}): Promise<ImportedRows> =>
  inRows(
    await importOrganisation(
      {
        people: [Object.keys(files)[0]!],
        from: 'auto',
        peopleColumns: new Map(),
        customerColumns: new Map(),
        ...options,
      },
      memorySources(files),
    ),
  );

/** Imports fixtures, and gives people by id. */
export const importFixtures = async (names: readonly string[], options: Partial<ImportOptions> = {}) => {
  const imported = await importOf(Object.fromEntries(names.map((name) => [name, fixture(name)])), {
    people: names,
    ...options,
  });
  const byId = new Map(imported.people.map((person) => [person.id, person]));
  return { imported, person: (id: string): ImportedPerson => byId.get(id)! };
};

/** Kinds of rows in a book of the journal, with how many of each. */
export const kindsOf = (
  imported: Pick<Imported, 'journal'>,
  book: 'unusable' | 'leftOut' | 'doubtful',
): Record<string, string> =>
  Object.fromEntries(
    [...imported.journal[book]].map(([what, files]) => [
      what,
      [...files].map(([file, rows]) => `${file} ${rows.text(20)}`).join('; '),
    ]),
  );
