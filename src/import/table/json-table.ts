import { UserError } from '../../base/errors.ts';
import { sample } from '../../base/text.ts';
import { wellFormed } from '../clean.ts';
import type { Journal } from '../journal.ts';
import { recordsTable } from './records-table.ts';
import type { Table } from './table.ts';
import { wholeText } from './text-chunks.ts';
import { isRecord } from './yaml-reading.ts';

const HINT = 'JSON is read as SCIM 2.0 (a list response, or users), or as a list of objects.';

/** SCIM users, or a list of objects: each is a row, its keys are the headers. */
export function jsonTable(
  file: string,
  bytes: Uint8Array,
  encoding: string | undefined,
  journal: Journal,
): Table {
  const text = wholeText(file, bytes, encoding, (what) => journal.note(what));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file} is no valid JSON: ${(error as Error).message}.`, HINT);
  }
  const list = listOf(value);
  if (list === undefined)
    throw new UserError(
      `${file} holds no list of people.`,
      `Seen: ${isRecord(value) ? sample(Object.keys(value)) : typeof value}. ${HINT}`,
    );
  return recordsTable(
    file,
    'JSON',
    list.map((item) => (isRecord(item) ? flattened(item) : undefined)),
  );
}

const DEEPEST = 8;

function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return undefined;
  const lists = Object.values(value).filter(Array.isArray);
  if (Array.isArray(value.Resources)) return value.Resources;
  if ('userName' in value) return [value];
  return lists.length === 1 ? lists[0] : undefined;
}

/** Keys of maps joined by points; of a list of values with a type, as SCIM has them, the primary or the first one. */
function flattened(record: Readonly<Record<string, unknown>>): Map<string, string> {
  const cells = new Map<string, string>();
  const put = (key: string, value: unknown, depth: number): void => {
    if (value === null || value === undefined || depth > DEEPEST) return;
    if (Array.isArray(value)) put(key, primary(value), depth + 1);
    else if (!isRecord(value)) cells.set(key, wellFormed(String(value)));
    else
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
