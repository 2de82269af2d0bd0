import { counted, folded, quoted } from '../../base/text.ts';
import { isTotal } from '../../languages/totals.ts';
import type { CustomerEntry } from '../../write/customers.ts';
import type { Journal } from '../journal.ts';
import { every } from './columns.ts';
import type { CustomerFile } from './read-customers.ts';

/** The columns of words that describe what rows stand for: the first that tells all rows apart, else all of them. */
export function describing({ attributes }: CustomerFile): (readonly string[])[] {
  const words = [...attributes.values()].filter((column) => every(column, (text) => /\p{L}/u.test(text)));
  const own = words.find((column) => !column.includes('') && new Set(column).size === column.length);
  return own === undefined ? words : [own];
}

/** Customers whose parent is named by what is no id, with the id of the one customer of that name. */
export function parentsOf(
  list: readonly CustomerEntry[],
  below: readonly { customer: CustomerEntry; row: number }[],
  lost: (row: number) => void,
): ReadonlyMap<CustomerEntry, CustomerEntry> {
  const found = new Map<CustomerEntry, CustomerEntry>();
  if (below.length === 0) return found;
  const ids = new Set(list.map(({ id }) => id));
  const byName = new Map<string, string>();
  for (const { id, name } of list) byName.set(folded(name), byName.has(folded(name)) ? '' : id);
  for (const { customer, row } of below) {
    if (ids.has(customer.parent)) continue;
    const parent = byName.get(folded(customer.parent)) ?? '';
    if (parent === '') lost(row);
    else found.set(customer, { ...customer, parent });
  }
  return found;
}

/** Says where rows may be deals or invoices, of which a customer has several. */
export function tellRepeats(
  { file, fields }: CustomerFile,
  repeated: number,
  /** How many rows have each name, where names tell customers. */
  names: ReadonlyMap<string, number>,
  journal: Journal,
): void {
  const advice =
    'where rows are deals, invoices or months of a customer, sum them first, so that each has one row.';
  if (repeated > 0)
    journal.ask(
      `${file}: ${counted(repeated, 'row has', 'rows have')} an id that an earlier one has, and ${repeated === 1 ? 'its' : 'their'} money is not counted: ${advice}`,
    );
  if (fields.has('id')) return;
  const several = [...names].filter(([name, count]) => name !== '' && count > 1);
  if (several.length > 0)
    journal.ask(
      `${file}: ${several.length === 1 ? 'a name stands' : `${several.length} names stand`} in several rows, such as ${quoted(several[0]![0])} in ${several[0]![1]}, and each row is a customer of its own: ${advice}`,
    );
}

/** The row whose name is a word for a total, and whose revenue is the sum of all others. */
export function totalRow({ fields }: CustomerFile, revenuesOf: () => readonly number[]): number {
  const at = (fields.get('name') ?? fields.get('id') ?? []).findIndex((name) => isTotal(name));
  if (at < 0) return -1;
  const revenues = revenuesOf();
  const total = revenues[at] ?? Number.NaN;
  const sum = revenues.reduce((all, value) => all + (Number.isNaN(value) ? 0 : value), 0) - total;
  // One other row is no sum.
  return revenues.length > 2 && total > 0 && Math.abs(sum - total) <= 0.005 * total ? at : -1;
}

/** Whether two rows of a customer that differ in these columns do so in the owner, and what is said of the owner, alone. */
export function differInOwners(
  { fields, attributes }: CustomerFile,
  differing: readonly (readonly string[])[],
): boolean {
  const owners = [fields.get('owner'), fields.get('ownerOther')];
  const others = new Set([...attributes.values(), ...owners]);
  return (
    differing.some((column) => owners.includes(column)) && differing.every((column) => others.has(column))
  );
}

/** What tells apart two people of one name. */
export const contentOf = ({ attributes }: CustomerFile, at: number, name: string): string =>
  [name, ...[...attributes.values()].map((column) => column[at]!)].join('\n');
