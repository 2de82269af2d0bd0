import { extname } from 'node:path';
import { UserError } from '../../base/errors.ts';
import { grouped } from '../../base/grouped.ts';
import { counted, folded, printable, quoted, sample } from '../../base/text.ts';
import { wellFormed } from '../clean.ts';
import type { Journal } from '../journal.ts';
import { rowsOfTree, treeIn } from './json-tree.ts';
import { parseJson } from './parse-json.ts';
import { recordsTable } from './records-table.ts';
import { withScimManager } from './scim-managers.ts';
import type { Table } from './table.ts';
import { wholeText } from './text-chunks.ts';
import { isRecord } from './yaml-reading.ts';

const HINT =
  'JSON is read as SCIM 2.0 (a list response, or users), as a list of objects, or as an object in each line.';

/** SCIM users, or a list of objects, or an object in each line: each is a row, its keys are the headers. */
export function jsonTable(
  file: string,
  bytes: Uint8Array,
  encoding: string | undefined,
  journal: Journal,
): Table {
  const text = wholeText(file, bytes, encoding, (what) => journal.note(what));
  const { list, format } = recordsIn(file, text, journal);
  return recordsTable(
    file,
    format,
    rowsOfTree(file, list, journal).map((item) =>
      isRecord(item) ? flattened(withScimManager(item)) : undefined,
    ),
  );
}

function recordsIn(
  file: string,
  text: string,
  journal: Journal,
): { list: readonly unknown[]; format: string } {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    const lines = linesOf(text);
    if (lines !== undefined) return { list: lines, format: 'JSON Lines' };
    throw new UserError(`${file} is no valid JSON: ${printable((error as Error).message)}.`, HINT);
  }
  // A file of lines may have one only.
  const list =
    treeIn(value) ??
    listOf(value) ??
    (/^\.(?:jsonl|ndjson)$/i.test(extname(file)) && isRecord(value) ? [value] : undefined);
  if (list === undefined)
    throw new UserError(
      `${file} holds no list of people.`,
      `Seen: ${isRecord(value) ? sample(Object.keys(value)) : typeof value}. ${HINT}`,
    );
  const page = isRecord(value) ? pageOf(value, list.length) : undefined;
  if (page !== undefined) journal.fault(`${file} is a page of a list, not the whole of it: ${page}.`);
  return { list, format: 'JSON' };
}

/** The objects of a text that has one in each line; what is no JSON among them is undefined. */
function linesOf(text: string): unknown[] | undefined {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const values = lines.map((line) => {
    try {
      return parseJson(line);
    } catch {
      return undefined;
    }
  });
  return values.length > 1 && isRecord(values[0]) ? values : undefined;
}

function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return undefined;
  const lists = Object.values(value).filter(Array.isArray);
  if (Array.isArray(value.Resources)) return value.Resources;
  if ('userName' in value) return [value];
  if (lists.length === 1) return lists[0];
  if (lists.length === 0) {
    const inner = Object.values(value).flatMap((one) => (isRecord(one) ? [listOf(one)] : []));
    return inner.length === 1 ? inner[0] : undefined;
  }
  // Beside the list of people others may say what its fields are: they have fewer keys.
  const keys = (list: readonly unknown[]) => (isRecord(list[0]) ? Object.keys(list[0]).length : 0);
  const sorted = lists.filter((list) => list.every(isRecord)).sort((a, b) => keys(b) - keys(a));
  return sorted.length > 0 && keys(sorted[0]!) > keys(sorted[1] ?? []) ? sorted[0] : undefined;
}

const TOTALS = new Set(['totalresults', 'odatacount', 'total', 'totalcount', 'totalsize', 'totalrecords']);
const NEXT = new Set([
  'nextlink',
  'odatanextlink',
  'next',
  'nextpage',
  'nextpagetoken',
  'nexturl',
  'nextcursor',
]);
const MORE = new Set(['hasmore', 'hasnext', 'hasnextpage', 'incomplete']);
/** Maps in which services keep what they say of a page. */
const ASIDE = /^_?(?:links?|meta|paging|pagination|page|pageinfo)$/i;

/** How a response shows that there is more than it holds. */
function pageOf(response: Readonly<Record<string, unknown>>, rows: number): string | undefined {
  for (const [key, value] of Object.entries(response)) {
    const name = folded(key);
    if (TOTALS.has(name) && Number(value) > rows)
      return `it holds ${counted(rows, 'row')} of ${grouped(Number(value))}`;
    if (name === 'startindex' && Number(value) > 1) return `it begins at row ${Number(value)}`;
    const follows =
      (NEXT.has(name) && value !== '' && (typeof value === 'string' || isRecord(value))) ||
      (MORE.has(name) && value === true);
    if (follows) return `${quoted(key)} says that there is more`;
    const aside = ASIDE.test(key) && isRecord(value) ? pageOf(value, rows) : undefined;
    if (aside !== undefined) return aside;
  }
  return undefined;
}

const DEEPEST = 8;

/** A value that stands beside its label, as `{ label: 'First name', value: 'Ann' }`. */
const isLabelled = (value: Readonly<Record<string, unknown>>): boolean =>
  'value' in value && typeof value.label === 'string';

/** Keys of maps joined by points; of a list of values with a type, as SCIM has them, the primary or the first one. */
function flattened(record: Readonly<Record<string, unknown>>): Map<string, string> {
  const cells = new Map<string, string>();
  const put = (key: string, value: unknown, depth: number): void => {
    if (value === null || value === undefined || depth > DEEPEST) return;
    if (Array.isArray(value)) put(key, primary(value), depth + 1);
    else if (!isRecord(value)) cells.set(key, wellFormed(String(value)));
    else if (isLabelled(value)) put(key, value.value, depth + 1);
    else if (isRecord(value.attributes) && typeof value.type === 'string') {
      if (value.id !== undefined) put(key === '' ? 'id' : `${key}.id`, value.id, depth + 1);
      put(key, value.attributes, depth + 1);
    } else
      for (const [inner, one] of Object.entries(value))
        put(key === '' ? inner : `${key}.${inner}`, one, depth + 1);
  };
  const primary = (list: readonly unknown[]): unknown => {
    if (list.every((item) => !isRecord(item))) return list.map(String).join(';');
    const one = list.find((item) => isRecord(item) && item.primary === true) ?? list[0];
    return isRecord(one) ? (one.value ?? one.formatted ?? one.locality ?? one) : one;
  };
  put('', record, 0);
  return cells;
}
