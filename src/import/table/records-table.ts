import type { Table } from './table.ts';

/** Records as a table: headers are the keys in order of appearance. What is no record is a row with a fault. */
export function recordsTable(
  file: string,
  format: string,
  records: readonly (ReadonlyMap<string, string> | undefined)[],
): Table {
  const headers = [...new Set(records.flatMap((record) => [...(record?.keys() ?? [])]))];
  return {
    file,
    size: undefined,
    large: false,
    delimiter: () => ',',
    format: () => format,
    async read(each) {
      if (headers.length === 0) return;
      // Rows count from the first record; the headers stand before it.
      each(headers, 0);
      records.forEach((record, index) => {
        const cells = headers.map((header) => record?.get(header) ?? '');
        each(cells, index + 1, record === undefined ? 'no record of keys and values' : undefined);
      });
    },
  };
}
