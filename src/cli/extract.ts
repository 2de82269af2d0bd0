import { UserError } from '../base/errors.ts';
import { CUSTOMER_HEADERS } from '../import/customers/customer-fields.ts';
import { importOrganisation } from '../import/import.ts';
import { organisationYaml } from '../import/organisation-yaml.ts';
import type { Loaded } from '../schema/loaded.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { customersCsv } from '../write/customers.ts';
import { peopleCsv } from '../write/people.ts';
import { belongsInTables, tellImport } from './import-files.ts';
import { type ReadingValues, readingOptions } from './import-options.ts';
import type { Io } from './io/io.ts';
import { progressOn } from './io/progress.ts';
import { loadOnce } from './organisation-file.ts';

/** An organisation that was read from an extract, and what was lost on the way. */
interface ExtractResult {
  readonly loaded: Loaded;
  /** Rows that could not be used, or something wrong with the whole. */
  readonly lost: boolean;
}

/** What makes an organisation file of the same extracts. */
const importCommand = (people: string, { customers, map = [] }: ReadingValues): string =>
  [
    `orgdesign import ${people}`,
    ...(customers === undefined ? [] : [`--customers ${customers}`]),
    ...map.map((entry) => `--map ${JSON.stringify(entry)}`),
    '-o org.yaml',
  ].join(' ');

/**
 * Reads an extract as `import` does, and evaluates it without a file being written: says on standard error how each column was
 * understood, and what was lost.
 */
export async function organisationOfExtract(
  people: string,
  options: ReadingValues & { readonly quiet: true | undefined; readonly stdinFilepath: string | undefined },
  io: Io,
): Promise<ExtractResult> {
  if (/\.ya?ml$/i.test(people) && options.from === 'auto')
    throw new UserError(
      `${people} is an organisation file, and --customers and the like say how to read an extract.`,
      'Give the extract of people: orgdesign evaluate people.csv --customers customers.csv',
    );
  const progress = progressOn(io.stderr);
  const imported = await importOrganisation(
    { people: [people], today: io.today(), ...readingOptions(options) },
    io.sources,
    progress.watch,
  ).finally(progress.end);
  const belongs = belongsInTables(imported);
  const called = people === '-' ? (options.stdinFilepath ?? people) : people;
  // Where nothing names the company the file is named, as a file.
  const base = called.replace(/^.*[\\/]/, '');
  const name = base.replace(/\.\w+$/, '') || 'organisation';
  const file = `${name}.imported.yaml`;
  const [peopleFile, customersFile] = [
    belongs.people ? 'people.csv' : undefined,
    belongs.customers ? 'customers.csv' : undefined,
  ];
  const texts = new Map([
    [file, organisationYaml(imported, { modeline: '#', otherwise: base || name, peopleFile, customersFile })],
    ['people.csv', belongs.people ? peopleCsv(imported.people) : ''],
    ['customers.csv', belongs.customers ? customersCsv(imported.customers, CUSTOMER_HEADERS) : ''],
  ]);
  const lost = tellImport(imported, options.quiet, io.stderr, io);
  if (options.quiet !== true) io.stderr.write('\n');
  const loaded = await loadOnce(file, memoryFiles(texts), new Map());
  return {
    loaded: { ...loaded, extract: importCommand(people, options) },
    lost,
  };
}
