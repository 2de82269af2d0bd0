import { UserError } from '../../base/errors.ts';
import { counted, printable, sample } from '../../base/text.ts';
import type { Journal } from '../journal.ts';
import { entityRows } from './backstage-entities.ts';
import { recordsTable } from './records-table.ts';
import type { Table } from './table.ts';
import { wholeText } from './text-chunks.ts';
import { isRecord, readYaml } from './yaml-reading.ts';

const HINT =
  'YAML is read as a Backstage catalog: documents with `apiVersion: backstage.io/…` and `kind: User` or `Group`.';

/** The documents of a Backstage catalog in one file. */
export function yamlTable(
  file: string,
  bytes: Uint8Array,
  encoding: string | undefined,
  journal: Journal,
): Table {
  return catalogTable(file, documentsOf(file, bytes, encoding, journal), journal);
}

/** The documents of all YAML files in a folder. */
export async function folderTable(
  folder: string,
  files: readonly string[],
  read: (path: string) => Promise<Uint8Array>,
  encoding: string | undefined,
  journal: Journal,
): Promise<Table> {
  if (files.length === 0) throw new UserError(`${folder} holds no YAML file.`, HINT);
  const documents: unknown[] = [];
  for (const path of files)
    documents.push(...documentsOf(printable(path), await read(path), encoding, journal));
  return catalogTable(folder, documents, journal);
}

function catalogTable(file: string, documents: readonly unknown[], journal: Journal): Table {
  const entities = documents.filter(
    (document) => isRecord(document) && /^backstage\.io\//.test(String(document.apiVersion)),
  ) as Readonly<Record<string, unknown>>[];
  const seen = documents.flatMap((document) =>
    isRecord(document) ? [Object.keys(document).slice(0, 4).join(', ')] : [],
  );
  if (entities.length === 0)
    throw new UserError(
      `${file} is no Backstage catalog.`,
      `Seen: ${seen.length === 0 ? 'no map of keys' : sample([...new Set(seen)])}. ${HINT}`,
    );
  if (entities.length < documents.length)
    journal.note(
      `${file}: ${counted(documents.length - entities.length, 'document is', 'documents are')} not of a catalog, and not used.`,
    );
  const { rows, notes } = entityRows(entities);
  for (const note of notes) journal.note(`${file}: ${note}`);
  return recordsTable(file, `YAML, ${counted(documents.length, 'document')}`, rows);
}

/** Every document of a file; one that cannot be read is listed, and the others are. */
function documentsOf(
  file: string,
  bytes: Uint8Array,
  encoding: string | undefined,
  journal: Journal,
): unknown[] {
  const whole = wholeText(file, bytes, encoding, (what) => journal.note(what));
  let line = 1;
  return whole.split(/^---(?=\s|$)/m).flatMap((text) => {
    const first = line;
    line += text.split('\n').length - 1;
    if (/^(?:\s*(?:#.*)?(?:\r?\n|$))*$/.test(text)) return [];
    const read = readYaml(file, text);
    if ('value' in read) return [read.value];
    journal.row(
      'unusable',
      `a document that is no YAML (${printable(read.problems[0]!.message)})`,
      file,
      first,
    );
    return [];
  });
}
