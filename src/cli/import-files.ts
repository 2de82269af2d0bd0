import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import { counted, didYouMean, quoted } from '../base/text.ts';
import type { TableOptions } from '../import/table/table.ts';
import { CLEAN, FINDINGS } from './exit.ts';
import type { Io } from './io/io.ts';
import { progressOn } from './io/progress.ts';
import { exists } from './io/write-out.ts';
import { schemaModeline } from './package.ts';

interface ImportValues {
  readonly customers: string | undefined;
  readonly from: string;
  readonly map: readonly string[] | undefined;
  readonly sheet: readonly string[] | undefined;
  readonly delimiter: readonly string[] | undefined;
  readonly encoding: readonly string[] | undefined;
  readonly headerRow: readonly string[] | undefined;
  readonly capabilities: string | undefined;
  readonly groupBy: string | undefined;
  readonly keepContactData: true | undefined;
  readonly name: string | undefined;
  readonly output: string;
  readonly quiet: true | undefined;
}

/** Up to here a list in the YAML file is quick to read and can be edited by hand. */
const INLINE = 300;

/** Fields to headers, of people and of customers, from `--map field="Header"`. */
const columnOverrides = async (
  given: readonly string[],
): Promise<{ peopleColumns: Map<string, string>; customerColumns: Map<string, string> }> => {
  const [{ PEOPLE_FIELDS }, { CUSTOMER_FIELDS }] = await Promise.all([
    import('../import/sources/source.ts'),
    import('../import/customers/customer-fields.ts'),
  ]);
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
    (ofPeople ? columns.peopleColumns : columns.customerColumns).set(field, header);
  }
  return columns;
};

const CUSTOMERS = 'customers.';

/** How files are to be read, those of people and that of customers, from `--sheet NAME` and `--sheet customers.NAME`. */
const tableOptions = ({
  sheet,
  delimiter,
  encoding,
  headerRow,
}: ImportValues): { peopleTable: TableOptions; customersTable: TableOptions } => {
  const of = (customers: boolean): TableOptions => {
    const last = (given: readonly string[] = []): string | undefined => {
      const own = given.findLast((text) => text.startsWith(CUSTOMERS) === customers);
      return customers ? own?.slice(CUSTOMERS.length) : own;
    };
    const row = last(headerRow);
    if (row !== undefined && !/^[1-9]\d{0,6}$/.test(row))
      throw new UserError(`--header-row ${quoted(row)} is no number of a row.`, 'As in --header-row 3.');
    return {
      sheet: last(sheet),
      delimiter: delimiterNamed(last(delimiter)),
      encoding: last(encoding),
      headerRow: row === undefined ? undefined : Number(row),
    };
  };
  return { peopleTable: of(false), customersTable: of(true) };
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

/** Reads the files of people and of customers, and writes one organisation of them. */
export const importFiles = async (
  people: readonly string[],
  options: ImportValues,
  io: Io,
): Promise<number> => {
  const { output } = options;
  const toFile = output !== '-';
  const inputs = [...people, options.customers, options.capabilities].filter((path) => path !== undefined);
  if (toFile && inputs.some((path) => resolve(path) === resolve(output)))
    throw new UserError(`--output ${output} would replace a file that is read.`, 'Name another file.');
  const [
    { importOrganisation },
    { organisationYaml },
    { fitsCells },
    { peopleCsv },
    { customersCsv },
    { CUSTOMER_HEADERS },
    { summaryOf },
    { notUnderstood },
  ] = await Promise.all([
    import('../import/import.ts'),
    import('../import/organisation-yaml.ts'),
    import('../write/csv.ts'),
    import('../write/people.ts'),
    import('../write/customers.ts'),
    import('../import/customers/customer-fields.ts'),
    import('../import/summary.ts'),
    import('../import/not-understood.ts'),
  ]);
  const progress = progressOn(io.stderr);
  const imported = await importOrganisation(
    {
      people,
      customers: options.customers,
      capabilities: options.capabilities,
      from: options.from,
      ...(await columnOverrides(options.map ?? [])),
      ...tableOptions(options),
      keepContactData: options.keepContactData,
      groupBy: options.groupBy?.split(',').map((name) => name.trim()),
    },
    io.sources,
    progress.watch,
  ).finally(progress.end);

  const { people: seats, customers } = imported;
  const inLists = [
    ...seats.flatMap(({ lines, serves, secondary }) => [
      ...lines.map(({ to }) => to),
      ...serves,
      ...secondary,
    ]),
    ...customers.list.flatMap(({ owner }) => owner),
  ];
  const files = new Map<string, string>();
  const beside = async (what: 'people' | 'customers', count: number, text: () => string) => {
    if (!toFile || count <= INLINE || !fitsCells(inLists)) return undefined;
    const name = await freeName(what, output, inputs, io);
    files.set(join(dirname(output), name), text());
    return name;
  };
  const peopleFile = await beside('people', seats.length, () => peopleCsv(seats));
  const customersFile = await beside('customers', customers.list.length, () =>
    customersCsv(customers, CUSTOMER_HEADERS),
  );
  const yaml = organisationYaml(imported, {
    modeline: schemaModeline(output),
    name: options.name,
    otherwise: nameFor(output, people),
    peopleFile,
    customersFile,
  });
  // The YAML last: with it the organisation is complete.
  if (toFile) {
    await io.makeFolder(dirname(output));
    await io.writeFiles([...files, [output, yaml]]);
  } else io.stdout.write(yaml);
  const { wrong } = imported.journal;
  const dropped = imported.journal.count('unusable');
  const said = toFile ? io.stdout : io.stderr;
  if (options.quiet !== true) {
    if (toFile) for (const text of wrong) io.stderr.write(`${text}\n`);
    said.write(summaryOf(imported));
    for (const text of notUnderstood(imported)) io.stderr.write(`${text}\n`);
    if (toFile) said.write(`\nWrote ${[...files.keys(), output].join(', ')}.\n`);
  } else {
    for (const text of wrong) said.write(`${text}\n`);
    if (dropped > 0) said.write(`${counted(dropped, 'row')} could not be used.\n`);
  }
  return dropped > 0 || wrong.length > 0 ? FINDINGS : CLEAN;
};

/** Beside the YAML; never a file that was read, nor one that an earlier import did not write. */
const freeName = async (what: string, output: string, inputs: readonly string[], io: Io): Promise<string> => {
  const plain = `${what}.csv`;
  const path = join(dirname(output), plain);
  const read = inputs.some((input) => resolve(input) === resolve(path));
  if (!read && (!(await exists(path, io)) || (await exists(output, io)))) return plain;
  return `${basename(output).replace(/\.ya?ml$/i, '')}.${what}.csv`;
};

/** What the organisation is called where nobody says: as its folder, or the first file. */
const nameFor = (output: string, [first]: readonly string[]): string => {
  const folder = output === '-' ? '' : basename(resolve(dirname(output)));
  return folder || basename(first ?? '').replace(/\.\w+$/, '') || 'organisation';
};
