import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import { counted } from '../base/text.ts';
import { CUSTOMER_HEADERS } from '../import/customers/customer-fields.ts';
import { importOrganisation } from '../import/import.ts';
import { notUnderstood } from '../import/not-understood.ts';
import { organisationYaml } from '../import/organisation-yaml.ts';
import type { Imported } from '../import/result.ts';
import { summaryOf } from '../import/summary.ts';
import { fitsCells } from '../write/csv.ts';
import { customersCsv } from '../write/customers.ts';
import { peopleCsvBytes } from '../write/people.ts';
import type { Call } from './command.ts';
import { CLEAN, FINDINGS } from './exit.ts';
import { type ImportValues, readingOptions } from './import-options.ts';
import type { Io } from './io/io.ts';
import { progressOn } from './io/progress.ts';
import type { FileToWrite } from './io/replace-file.ts';
import { exists } from './io/write-out.ts';
import { schemaModeline } from './package.ts';

/** Up to here a list in the YAML file is quick to read and can be edited by hand. */
const INLINE = 300;

/** Which long lists of an organisation belong in CSV files beside its YAML. */
export const belongsInTables = ({ people, customers }: Imported): { people: boolean; customers: boolean } => {
  const fits =
    people.serves.every(fitsCells) &&
    people.secondary.every(fitsCells) &&
    people.lines.every((lines) => lines.every(({ to, job = to }) => fitsCells([to, job]))) &&
    customers.list.every(({ owner }) => fitsCells(owner));
  return { people: fits && people.id.length > INLINE, customers: fits && customers.list.length > INLINE };
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

/** The long lists of an organisation as CSV files beside its YAML, by path, and the names that the YAML has for them. */
const tablesBeside = async (imported: Imported, output: string, inputs: readonly string[], io: Io) => {
  const { people, customers } = imported;
  const belongs = belongsInTables(imported);
  const tables = new Map<string, FileToWrite[1]>();
  const beside = async (what: 'people' | 'customers', content: () => FileToWrite[1]) => {
    if (output === '-' || !belongs[what]) return undefined;
    const name = await freeName(what, output, inputs, io);
    tables.set(join(dirname(output), name), content());
    return name;
  };
  const peopleFile = await beside('people', () => peopleCsvBytes(people));
  const customersFile = await beside('customers', () => customersCsv(customers, CUSTOMER_HEADERS));
  return { tables, peopleFile, customersFile };
};

/** Says how an extract was understood, or quietly only what was lost of it; returns whether anything was. */
export const tellImport = (
  imported: Imported,
  quiet: true | undefined,
  said: Io['stdout'],
  io: Io,
): boolean => {
  const { wrong } = imported.journal;
  const dropped = imported.journal.count('unusable');
  if (quiet === true) {
    for (const text of wrong) said.write(`${text}\n`);
    if (dropped > 0) said.write(`${counted(dropped, 'row')} could not be used.\n`);
  } else {
    said.write(summaryOf(imported));
    for (const text of notUnderstood(imported)) io.stderr.write(`${text}\n`);
  }
  return dropped > 0 || wrong.length > 0;
};

/** Reads the files of people and of customers, and writes one organisation of them. */
const importExtracts = async (people: readonly string[], options: ImportValues, io: Io): Promise<number> => {
  const { output } = options;
  const toFile = output !== '-';
  const inputs = [...people, ...(options.join ?? []), options.customers, options.capabilities].filter(
    (path) => path !== undefined,
  );
  if (toFile && inputs.some((path) => resolve(path) === resolve(output)))
    throw new UserError(`--output ${output} would replace a file that is read.`, 'Name another file.');
  const progress = progressOn(io.stderr);
  const imported = await importOrganisation(
    { people, today: io.today(), ...readingOptions(options) },
    io.sources,
    progress.watch,
  ).finally(progress.end);

  const { tables, peopleFile, customersFile } = await tablesBeside(imported, output, inputs, io);
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
    await io.writeFiles([...tables, [output, yaml]]);
  } else io.stdout.write(yaml);
  const lost = tellImport(imported, options.quiet, toFile ? io.stdout : io.stderr, io);
  if (options.quiet !== true && toFile)
    io.stdout.write(`\nWrote ${[...tables.keys(), output].join(', ')}.\n`);
  return lost ? FINDINGS : CLEAN;
};

/** Options that only extracts of other systems need. */
const FOR_EXTRACTS = ['customers', 'join', 'from', 'map', 'sheet', 'name'] as const;

/** Reads files of people and of customers, or with `--onto` what was changed in a workbook. */
export const importFiles = async ({
  arguments: [people],
  options,
  io,
}: Call<readonly [readonly string[]], ImportValues, never>): Promise<number> => {
  const { onto } = options;
  if (onto === undefined) return importExtracts(people, options, io);
  const given = FOR_EXTRACTS.filter((one) => ![undefined, 'auto'].includes(options[one] as undefined));
  if (given.length > 0)
    throw new UserError(
      `--onto takes no ${given.map((one) => `--${one}`).join(', ')}: a workbook of orgdesign export says how it is to be read.`,
      'Leave it out.',
    );
  const { importOnto } = await import('./import-onto.ts');
  return importOnto(people, { ...options, onto }, io);
};
