import { basename, extname } from 'node:path';
import { parse as parseToml, TomlError } from 'smol-toml';
import { UserError } from '../../base/errors.ts';
import { counted, printable, sample } from '../../base/text.ts';
import type { Journal } from '../journal.ts';
import { entityRows } from './backstage-entities.ts';
import type { Document, Entity, Membership } from './membership.ts';
import { recordsTable } from './records-table.ts';
import type { Table } from './table.ts';
import { teamRows } from './team-files.ts';
import { wholeText } from './text-chunks.ts';
import { isRecord, readYaml } from './yaml-reading.ts';

const HINT =
  'YAML is read as a Backstage catalog (`apiVersion: backstage.io/…`, `kind: User` or `Group`), YAML and TOML as teams with `members:`.';

/** The documents of one file of YAML or TOML. */
export async function documentTable(
  file: string,
  path: string,
  bytes: Uint8Array,
  encoding: string | undefined,
  journal: Journal,
): Promise<Table> {
  const text = wholeText(file, bytes, encoding, (what) => journal.note(what));
  return membershipTable(file, await documentsOf(file, path, text, journal), journal);
}

/** The documents of all such files in a folder. */
export async function folderTable(
  folder: string,
  files: readonly string[],
  read: (path: string) => Promise<Uint8Array>,
  encoding: string | undefined,
  journal: Journal,
): Promise<Table> {
  if (files.length === 0) throw new UserError(`${folder} holds no file of YAML or TOML.`, HINT);
  const documents: Document[] = [];
  for (const path of files) {
    const file = printable(path);
    const bytes = await read(path);
    try {
      const text = wholeText(file, bytes, encoding, (what) => journal.note(what));
      documents.push(...(await documentsOf(file, path, text, journal)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      journal.row('unusable', 'no text', file, 1);
    }
  }
  return membershipTable(folder, documents, journal);
}

function membershipTable(file: string, documents: readonly Document[], journal: Journal): Table {
  const { rows, teams, notes } =
    catalog(file, documents, journal) ?? teamRows(documents) ?? refuse(file, documents);
  for (const note of notes) journal.note(`${file}: ${note}`);
  const table = recordsTable(file, counted(documents.length, 'document'), rows);
  return { ...table, teams };
}

function catalog(file: string, documents: readonly Document[], journal: Journal): Membership | undefined {
  const entities = documents.flatMap(({ value }) =>
    isRecord(value) && /^backstage\.io\//.test(String(value.apiVersion)) ? [value as Entity] : [],
  );
  if (entities.length === 0) return undefined;
  if (entities.length < documents.length)
    journal.note(
      `${file}: ${counted(documents.length - entities.length, 'document is', 'documents are')} not of a catalog, and not used.`,
    );
  return entityRows(entities);
}

function refuse(file: string, documents: readonly Document[]): never {
  const seen = documents.flatMap(({ value }) =>
    isRecord(value) ? [Object.keys(value).slice(0, 4).join(', ')] : [],
  );
  throw new UserError(
    `${file} is no Backstage catalog, and holds no team with members.`,
    `Seen: ${seen.length === 0 ? 'no map of keys' : sample([...new Set(seen)])}. ${HINT}`,
  );
}

/** Every document of a file; one that cannot be read is listed, and the others are. */
async function documentsOf(
  file: string,
  path: string,
  whole: string,
  journal: Journal,
): Promise<readonly Document[]> {
  const stem = basename(path, extname(path));
  const unreadable = (what: string, why: string, line: number): never[] => {
    journal.row('unusable', `a document that is no ${what} (${printable(why)})`, file, line);
    return [];
  };
  if (/\.toml$/i.test(path)) {
    try {
      return [{ value: parseToml(whole), stem }];
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      return unreadable('TOML', error.message.split('\n')[0]!, error.line);
    }
  }
  const documents: Document[] = [];
  let line = 1;
  for (const text of whole.split(/^---(?=\s|$)/m)) {
    const lines = text.split('\n');
    if (!lines.every((each) => /^\s*(?:#|$)/.test(each))) {
      const read = await readYaml(file, text);
      if ('value' in read) documents.push({ value: read.value, stem });
      else unreadable('YAML', read.problems[0]!.message, line);
    }
    line += lines.length - 1;
  }
  return documents;
}
