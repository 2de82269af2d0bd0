import { UserError } from '../base/errors.ts';
import { didYouMean, quoted } from '../base/text.ts';
import { CUSTOMER_FIELDS } from '../import/customers/customer-fields.ts';
import { PEOPLE_FIELDS } from '../import/sources/source.ts';
import type { TableOptions } from '../import/table/table.ts';
import { onlyOne, type ValuesOf } from './options/option.ts';
import type { importing, reading } from './options/reading.ts';

/** What a command that reads extracts is given. */
export type ReadingValues = ValuesOf<typeof reading> & Partial<Pick<ImportValues, 'keepContactData'>>;

/** The same of `import`, which writes what it reads. */
export type ImportValues = ValuesOf<typeof importing> & {
  readonly output: string;
  readonly quiet: true | undefined;
};

/** Fields to headers, of people and of customers, from `--map field="Header"`. */
const columnOverrides = (
  given: readonly string[] = [],
): { peopleColumns: Map<string, string>; customerColumns: Map<string, string> } => {
  const people: readonly string[] = PEOPLE_FIELDS;
  const customers: readonly string[] = CUSTOMER_FIELDS;
  const columns = { peopleColumns: new Map<string, string>(), customerColumns: new Map<string, string>() };
  for (const entry of given) {
    const at = entry.indexOf('=');
    const named = entry.slice(0, at).trim();
    const header = entry
      .slice(at + 1)
      .trim()
      .normalize('NFC');
    const prefix = /^(people|customers)\./.exec(named);
    const field = prefix === null ? named : named.slice(prefix[0].length);
    const ofPeople = prefix === null ? people.includes(field) : prefix[1] === 'people';
    if (!(ofPeople ? people : customers).includes(field)) {
      const known = [...people, ...customers.map((one) => `customers.${one}`)];
      throw new UserError(
        `--map: there is no field ${quoted(named)}.`,
        didYouMean(named, known) ?? `Fields: ${known.join(', ')}.`,
      );
    }
    const into = ofPeople ? columns.peopleColumns : columns.customerColumns;
    into.set(field, onlyOne(`--map ${named}`, into.get(field), header));
  }
  return columns;
};

/** Names of characters that a shell makes hard to write. */
const DELIMITERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['\\t', '\t'],
  ['comma', ','],
  ['semicolon', ';'],
  ['bar', '|'],
]);

const delimiterNamed = (text: string | undefined): string | undefined => {
  const character = DELIMITERS.get(text ?? '') ?? text;
  if (character === undefined || /^[^"\r\n\ufeff]$/.test(character)) return character;
  throw new UserError(
    `--delimiter ${quoted(character)} is no single character.`,
    'As in --delimiter ";" or --delimiter tab.',
  );
};

const CUSTOMERS = 'customers.';

/** How files are to be read, those of people and that of customers, from `--sheet NAME` and `--sheet customers.NAME`. */
const tableOptions = ({
  sheet,
  delimiter,
  encoding,
  headerRow,
}: ReadingValues): { peopleTable: TableOptions; customersTable: TableOptions } => {
  const of = (customers: boolean): TableOptions => {
    const only = (option: string, given: readonly string[] = []): string | undefined =>
      given
        .filter((text) => text.startsWith(CUSTOMERS) === customers)
        .map((text) => (customers ? text.slice(CUSTOMERS.length) : text))
        .reduce<string | undefined>((before, now) => onlyOne(option, before, now), undefined);
    const row = only('--header-row', headerRow);
    if (row !== undefined && !/^[1-9]\d{0,6}$/.test(row))
      throw new UserError(`--header-row ${quoted(row)} is no number of a row.`, 'As in --header-row 3.');
    return {
      sheet: only('--sheet', sheet),
      delimiter: delimiterNamed(only('--delimiter', delimiter)),
      encoding: only('--encoding', encoding),
      headerRow: row === undefined ? undefined : Number(row),
    };
  };
  return { peopleTable: of(false), customersTable: of(true) };
};

/** How the files of people and of customers are to be read, as the options say it. */
export const readingOptions = (options: ReadingValues) => ({
  joins: options.join,
  customers: options.customers,
  capabilities: options.capabilities,
  from: options.from,
  ...columnOverrides(options.map),
  ...tableOptions(options),
  keepContactData: options.keepContactData,
  groupBy: options.groupBy?.split(',').map((name) => name.trim()),
});
