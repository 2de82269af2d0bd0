import { UserError } from '../base/errors.ts';
import { given } from '../base/given.ts';
import { evaluate } from '../evaluate.ts';
import { CUSTOMER_HEADERS } from '../import/customers/customer-fields.ts';
import { importOrganisation } from '../import/import.ts';
import { organisationYaml } from '../import/organisation-yaml.ts';
import type { Severity } from '../schema/documents/finding.ts';
import type { Report } from '../schema/documents/report.ts';
import type { Profile } from '../schema/input/decision.ts';
import type { DesignId } from '../schema/input/designs.ts';
import type { Loaded } from '../schema/loaded.ts';
import type { FileReader } from '../source/files.ts';
import { customersCsv } from '../write/customers.ts';
import { peopleCsv } from '../write/people.ts';
import type { Call } from './command.ts';
import { CLEAN, FINDINGS } from './exit.ts';
import { belongsInTables, tellImport } from './import-files.ts';
import { type ReadingValues, readingOptions } from './import-options.ts';
import type { Io } from './io/io.ts';
import { progressOn } from './io/progress.ts';
import { type Privacy, privacyOf } from './options/privacy.ts';
import { chosenDesigns, chosenSections, fails, withAssumed, withSets } from './options/values.ts';
import { loadOnce } from './organisation-file.ts';

/** What an organisation file is not called. */
const EXTRACT = /\.(?:csv|tsv|txt|xlsx)$/i;

const GIVEN: readonly (keyof ReadingValues)[] = [
  'customers',
  'join',
  'map',
  'sheet',
  'delimiter',
  'encoding',
  'headerRow',
  'capabilities',
  'groupBy',
];

/** Whether a file is what another system exported: it is called so, or the options say how it is to be read. */
const isExtract = (path: string, options: ReadingValues): boolean =>
  EXTRACT.test(path) || options.from !== 'auto' || GIVEN.some((key) => options[key] !== undefined);

/** An organisation that was read from an extract, and what was lost on the way. */
interface Extracted {
  readonly loaded: Loaded;
  /** Rows that could not be used, or something wrong with the whole. */
  readonly lost: boolean;
}

const inMemory = (texts: ReadonlyMap<string, string>): FileReader => {
  const absent = (path: string) => Object.assign(new Error(path), { code: 'ENOENT' });
  const known = (path: string): string => {
    const name = path.replace(/^.*[\\/]/, '');
    if (!texts.has(name)) throw absent(path);
    return name;
  };
  return {
    read: async (path) => new TextEncoder().encode(texts.get(known(path))),
    realPath: async (path) => (path === '.' ? '/' : `/${known(path)}`),
  };
};

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
async function organisationOfExtract(
  people: string,
  options: ReadingValues & { readonly quiet: true | undefined },
  io: Io,
): Promise<Extracted> {
  if (/\.ya?ml$/i.test(people) && options.from === 'auto')
    throw new UserError(
      `${people} is an organisation file, and --customers and the like say how to read an extract.`,
      'Give the extract of people: orgdesign evaluate people.csv --customers customers.csv',
    );
  const progress = progressOn(io.stderr);
  const imported = await importOrganisation(
    { people: [people], ...readingOptions(options) },
    io.sources,
    progress.watch,
  ).finally(progress.end);
  const belongs = belongsInTables(imported);
  const name = people.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '') || 'organisation';
  const file = `${name}.imported.yaml`;
  const [peopleFile, customersFile] = [
    belongs.people ? 'people.csv' : undefined,
    belongs.customers ? 'customers.csv' : undefined,
  ];
  const texts = new Map([
    [file, organisationYaml(imported, { modeline: '#', otherwise: name, peopleFile, customersFile })],
    ['people.csv', belongs.people ? peopleCsv(imported.people) : ''],
    ['customers.csv', belongs.customers ? customersCsv(imported.customers, CUSTOMER_HEADERS) : ''],
  ]);
  const lost = tellImport(imported, options.quiet, io.stderr, io);
  if (options.quiet !== true) io.stderr.write('\n');
  const loaded = await loadOnce(file, inMemory(texts), new Map());
  return {
    loaded: { ...loaded, extract: importCommand(people, options) },
    lost,
  };
}

/** Findings of today's organisation count, and those of the designs that were asked for by name. */
const hasFindings = ({ designs }: Report, asked: readonly DesignId[], severity: Severity): boolean =>
  designs.some(({ id, findings }) => (id === 'as-is' || asked.includes(id)) && fails(findings, severity));

interface EvaluateValues extends ReadingValues, Privacy {
  readonly design: readonly string[] | undefined;
  readonly set: readonly string[] | undefined;
  readonly profile: Profile | undefined;
  readonly years: number | undefined;
  readonly assume: readonly string[] | undefined;
  readonly full: true | undefined;
  readonly section: readonly string[] | undefined;
  readonly seats: true | undefined;
  readonly quiet: true | undefined;
  readonly despiteData: true | undefined;
  readonly failOn: Severity;
}

/** Compares the organisation of a file, or of an extract, with other designs of it. */
export async function evaluateFile({
  arguments: [file],
  options,
  io,
  read,
  settings,
  print,
}: Call<readonly [string], EvaluateValues, Report>): Promise<number> {
  const asked = await chosenDesigns(options.design);
  const sections = await chosenSections(options);
  const progress = progressOn(io.stderr);
  const { loaded: found, lost } = isExtract(file, options)
    ? await organisationOfExtract(file, options, io)
    : { loaded: await read.organisation(file), lost: false };
  const judged = options.despiteData === undefined ? found : { ...found, despiteData: options.despiteData };
  const loaded = await withAssumed(await withSets(judged, asked, options.set), options.assume);
  const designs = options.design === undefined ? undefined : asked;
  const report = evaluate(loaded, {
    ...settings,
    ...(await privacyOf(options, io)),
    ...given({ designs, profile: options.profile, years: options.years, seats: options.seats }),
    onDesign: progress.step,
  });
  progress.end();
  await print(report, { asked, sections });
  return lost || hasFindings(report, asked, options.failOn) ? FINDINGS : CLEAN;
}
