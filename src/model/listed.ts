import { byText } from '../base/text.ts';
import type { Index } from './organisation.ts';

/** What stands on rows of people or customers, in the order in which they are listed: by id. */
export const listedBy = <T>(
  items: Iterable<T>,
  { id }: { readonly id: readonly string[] },
  rowOf: (item: T) => Index,
): T[] => [...items].sort((a, b) => byText(id[rowOf(a)]!, id[rowOf(b)]!));

/** The row that is listed first; undefined of none. */
export function firstListed(
  rows: Iterable<Index>,
  { id }: { readonly id: readonly string[] },
): Index | undefined {
  let first: Index | undefined;
  for (const row of rows) if (first === undefined || id[row]! < id[first]!) first = row;
  return first;
}

/** Rows of people or customers in the order in which they are listed: by id. */
export const listed = (rows: Iterable<Index>, of: { readonly id: readonly string[] }): Index[] =>
  listedBy(rows, of, (row) => row);
