import type { FileColumns } from './file-columns.ts';
import type { People } from './references.ts';

/** The row of whoever a row reports to; -1 for nobody who is known. */
export function bossOf(columns: FileColumns, people: People, at: number): number {
  const text = columns.get('manager', at) || columns.get('managerOther', at);
  if (text === '') return -1;
  const found = people.find(text);
  return found.id === undefined ? -1 : Number(found.id);
}
