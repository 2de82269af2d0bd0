import { basename, dirname, join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { UserError } from '../../base/errors.ts';
import { counted, quoted } from '../../base/text.ts';
import { CLEAN, FINDINGS } from '../exit-codes.ts';
import type { Io } from '../io/io.ts';
import { progressOn } from '../io/progress.ts';
import { exists } from '../io/write-out.ts';
import { schemaModeline } from '../modeline.ts';
import { columnOverrides } from '../options/import-options.ts';
import type { Done } from '../program.ts';

interface ImportCommandOptions {
  readonly customers?: string;
  readonly from: string;
  readonly map?: readonly string[];
  readonly capabilities?: string;
  readonly groupBy?: string;
  readonly name?: string;
  readonly output: string;
  readonly quiet?: true;
}

/** Up to here a list in the YAML file is quick to read and can be edited by hand. */
const INLINE = 300;

/** Ids of src/import/sources.ts, which is not loaded for --help; a test compares them. */
export const FROM = [
  'auto',
  'workday',
  'successfactors',
  'bamboohr',
  'adp',
  'viva',
  'orgplus',
  'visio',
  'uk-organogram',
  'scim',
  'backstage',
  'generic',
];

const EXAMPLES = `
Examples:
  orgdesign import people.csv -o company/org.yaml
  orgdesign import people.xlsx --customers customers.csv -o company/org.yaml
  orgdesign import people.csv --map id="Staff Code" --map manager="Boss" -o org.yaml
  orgdesign import senior.csv junior.csv -o ministry/org.yaml
  orgdesign import catalog/ --from backstage -o org.yaml`;

const importFiles = async (
  people: readonly string[],
  options: ImportCommandOptions,
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
  ] = await Promise.all([
    import('../../import/import.ts'),
    import('../../import/organisation-yaml.ts'),
    import('../../write/csv.ts'),
    import('../../write/people.ts'),
    import('../../write/customers.ts'),
    import('../../import/customers/customer-fields.ts'),
    import('../../import/summary.ts'),
  ]);
  const progress = progressOn(io.stderr);
  const imported = await importOrganisation(
    {
      people,
      customers: options.customers,
      capabilities: options.capabilities,
      from: options.from,
      ...(await columnOverrides(options.map ?? [])),
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
  const dropped = imported.journal.count('unusable');
  const said = toFile ? io.stdout : io.stderr;
  if (options.quiet !== true) {
    said.write(summaryOf(imported));
    if (toFile) said.write(`\nWrote ${[...files.keys(), output].join(', ')}.\n`);
  } else if (dropped > 0) said.write(`${counted(dropped, 'row')} could not be used.\n`);
  return dropped > 0 ? FINDINGS : CLEAN;
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

const collect = (value: string, before: readonly string[] | undefined): string[] => {
  if (!value.includes('='))
    throw new UserError(`--map ${quoted(value)} is no field="Header".`, 'As in --map id="Staff Code".');
  return [...(before ?? []), value];
};

export const defineImport = (program: Command, io: Io, done: Done): void => {
  program
    .command('import')
    .summary('write an organisation file from what HR systems and CRMs export')
    .description(
      'Read people, and customers, from CSV, XLSX, JSON (SCIM) or YAML (Backstage), and write an organisation file. Says how each column was understood, and which rows could not be used.',
    )
    .argument('<people...>', 'files of people, or a folder of YAML; - reads standard input')
    .option('-c, --customers <file>', 'file of customers')
    .addOption(
      new Option('--from <system>', 'the system that people come from; told by the headers if left out')
        .choices(FROM)
        .default('auto'),
    )
    .option(
      '--map <field=header>',
      'take a field from this column; customers.FIELD for customers; may be repeated',
      collect,
    )
    .option('--capabilities <file>', 'table from titles and departments to capabilities, in YAML')
    .option(
      '--group-by <attributes>',
      'attributes that individuals without a name are grouped by, separated by commas',
    )
    .option('--name <name>', 'name of the organisation')
    .option(
      '-o, --output <file>',
      'write to this file, and CSV files beside it above 300 rows; - is standard output',
      '-',
    )
    .option('-q, --quiet', 'only how many rows could not be used')
    .addHelpText('after', EXAMPLES)
    .action(async (people: readonly string[], options: ImportCommandOptions) =>
      done(await importFiles(people, options, io)),
    );
};
