import type { CustomerTable } from '../../write/customers.ts';
import type { Journal } from '../journal.ts';
import type { Likeness } from '../people/manager-columns.ts';
import type { People } from '../people/references.ts';
import { type CustomerColumnOptions, settleColumns } from './customer-columns.ts';
import { CustomerRows } from './customer-rows.ts';
import type { CustomerFile } from './read-customers.ts';
import { makeSegments } from './segments.ts';

export interface ImportedCustomers extends CustomerTable {
  readonly turnover: readonly string[];
  /** Where no column of owners was found, the one most like it. */
  readonly likeOwners: Likeness | undefined;
  /** Columns of contact data that were not copied. */
  readonly contactData: readonly string[];
  readonly currency: string | undefined;
  /** How many rows of individuals became how many segments, by what. */
  readonly segments:
    | { readonly rows: number; readonly into: number; readonly by: readonly string[] }
    | undefined;
}

/** Customers from the columns of a file; individuals without a name are grouped. */
export function makeCustomers(
  file: CustomerFile,
  groupBy: readonly string[] | undefined,
  people: People,
  options: CustomerColumnOptions,
  journal: Journal,
  /** That of the money of people, where it is known. */
  currency?: string,
): ImportedCustomers {
  const columns = settleColumns(file, people, options, journal);
  const rows = new CustomerRows(file, columns, people, journal, currency);
  const attributes = [...file.attributes.keys()];
  const { list, individuals } = rows.read(groupBy !== undefined);
  const grouped = makeSegments(individuals, attributes, groupBy, journal);
  return {
    list: [...list, ...grouped.segments],
    effort: [...file.effort.keys()],
    attributes,
    turnover: attributes.filter((name) => file.turnover.includes(name)),
    likeOwners: columns.likeOwners,
    contactData: columns.contactData,
    currency: rows.currency,
    segments:
      individuals.length === 0
        ? undefined
        : { rows: individuals.length, into: grouped.segments.length, by: grouped.by },
  };
}
