import { UserError } from '../../base/errors.ts';
import { quoted } from '../../base/text.ts';
import { decode, shownEncoding } from '../../source/decode.ts';
import { type FileReader, MEBIBYTE, readBytes, sha256 } from '../../source/files.ts';
import { resolveInclude } from '../../source/include.ts';
import { SourceText } from '../../source/source-text.ts';
import { BUILT_IN_CAPABILITY_IDS } from '../input/capability.ts';
import { type OrganisationInput, organisation, type TableInput } from '../input/organisation.ts';
import type { Loaded, ReadingNote, SourceFile } from '../loaded.ts';
import { checkLines } from './check-lines.ts';
import { checkReferences } from './check-references.ts';
import { addIssues, Problems, withoutFaulty } from './problems.ts';
import { referencesOf } from './references.ts';
import { customersOfList, customersOfTable, peopleOfList, peopleOfTable } from './rows-of.ts';
import { foundText } from './shape.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

const SUPPORTED_VERSIONS: readonly number[] = [1];
const [, table] = organisation.shape.people.options;

/** In characters. */
const SMALL = 500_000;

interface LoadOptions {
  /** The rules that `policy.rules` may name; without them its names are not checked. */
  readonly ruleIds?: readonly string[];
  /** The measures that `criteria` may name; without them its names are not checked. */
  readonly measureIds?: readonly string[];
}

/**
 * Reads and checks the file of an organisation, with the CSV files it names.
 * @param path - As the user wrote it; `-` is standard input.
 * @returns The people and customers as columns, the rest as the schema says.
 * @throws UserError with everything that is wrong, each with its place, the lines around it and what to do.
 */
export async function loadOrganisation(
  path: string,
  io: FileReader,
  options: LoadOptions = {},
): Promise<Loaded> {
  const file = await readYamlFile(path, io);
  checkVersion(file);
  const problems = new Problems();
  for (const fault of file.faults) problems.add(fault.message, () => fault);
  // For a small file it takes longer to compile what zod would make of the schema than to do without.
  let parsed = organisation.safeParse(file.value, { jitless: file.source.text.length < SMALL });
  if (!parsed.success) {
    const faulty = addIssues(parsed.error.issues, file, problems);
    // What is wrong with the rest is told as well, where the rest can stand without the faulty values.
    const rest = organisation.safeParse(withoutFaulty(file.value, faulty));
    if (rest.success) parsed = rest;
  }

  const notes = doubtfulAmounts(file.source);
  const includes: SourceFile[] = [];
  const capabilities = [
    ...Object.keys((file.value.capabilities ?? {}) as object),
    ...BUILT_IN_CAPABILITY_IDS,
  ];
  const tableOf = async (what: 'people' | 'customers') => {
    const given = table.safeParse(file.value[what]);
    if (!given.success) return undefined;
    const source = await readIncluded(what, given.data, file, io, problems, notes);
    if (source !== undefined) includes.push(source);
    return source && { source, options: given.data, file, problems, notes, capabilities };
  };
  const asOf = parsed.success ? parsed.data.asOf : undefined;
  const peopleTable = await tableOf('people');
  const customersTable = await tableOf('customers');
  const people = peopleTable
    ? peopleOfTable(peopleTable, asOf)
    : parsed.success &&
      Array.isArray(parsed.data.people) &&
      peopleOfList(parsed.data.people, asOf, file, problems);
  const customers = customersTable
    ? customersOfTable(customersTable)
    : parsed.success &&
      Array.isArray(parsed.data.customers) &&
      customersOfList(parsed.data.customers, file, problems);

  // Where rows are missing, what names them would be reported as well, to no use.
  if (!parsed.success || !people || !customers) throw new UserError(problems.list());
  const { people: _people, customers: _customers, ...input }: OrganisationInput = parsed.data;
  if (people.complete && people.rows.count === 0) {
    const left = people.rows.outsideSnapshot;
    const message =
      left > 0
        ? `people: all ${left} rows start after or end before ${asOf}, so nobody is left`
        : 'people: there is nobody; an organisation needs at least one person';
    const hint =
      left > 0
        ? 'Correct `asOf`, or the dates of the rows.'
        : 'Give the people as a list, or the CSV file that holds a row for each.';
    problems.add(message, () => file.problem(['people'], message, hint));
  }
  if (people.complete && customers.complete) {
    const { ruleIds, measureIds } = options;
    const references = referencesOf({ input, people, customers, file, problems, ruleIds, measureIds });
    checkReferences(references);
    if (!problems.empty) checkLines(references);
  }
  problems.throwIfAny();
  return {
    source: file.source,
    includes,
    input,
    people: people.rows,
    customers: customers.rows,
    notes,
    at: (place) => file.at(place),
  };
}

/** An amount with three digits behind a point: in much of the world the point stands between thousands. */
const DOUBTFUL_AMOUNT =
  /\b(costPerYear|revenue|margin|acquisitionCost)["']?:[ ]{1,9}([1-9]\d{0,2}\.\d{3})(?=[\s,}])/g;

const doubtfulAmounts = (source: SourceText): ReadingNote[] =>
  [...source.text.matchAll(DOUBTFUL_AMOUNT)].map(({ 1: key, 2: amount = '', index }) => ({
    message: `${key}: ${amount} is read as ${Number(amount)}; if thousands are meant, write ${amount.replace('.', '')}`,
    doubt: `${key}: ${amount} (${amount.replace('.', '')}?)`,
    at: source.position(index),
  }));

/** Another version has other keys: to report those as well would mislead. */
export function checkVersion(file: YamlFile): void {
  const { version } = file.value;
  if (version === undefined || SUPPORTED_VERSIONS.includes(version as number)) return;
  const supported = SUPPORTED_VERSIONS.join(', ');
  const message = `version: expected ${supported}, found ${foundText(version)}. This release reads version ${supported} of the format.`;
  throw new UserError([
    file.problem(
      ['version'],
      message,
      'Write `version: 1`, or use the release of orgdesign that the file was written for.',
    ),
  ]);
}

const MAXIMUM_BYTES = 512 * MEBIBYTE;

/** The CSV file that `people` or `customers` names; undefined where it cannot be read, with the problem added. */
async function readIncluded(
  what: 'people' | 'customers',
  table: TableInput,
  file: YamlFile,
  io: FileReader,
  problems: Problems,
  notes: ReadingNote[],
): Promise<SourceText | undefined> {
  const fail = (message: string, hint?: string) => {
    problems.add(`the file of ${what}`, () => file.problem([what, 'file'], message, hint));
    return undefined;
  };
  const include = await resolveInclude(file.source.name, table.file, io);
  if ('fault' in include) return fail(`The file ${quoted(table.file)} ${include.fault}`, include.hint);
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(io, include.path, MAXIMUM_BYTES);
  } catch (error) {
    if (error instanceof UserError)
      return fail(
        error.message.replace(
          /^Cannot read .*?: it|^Cannot read .*?:/,
          `The file ${quoted(table.file)} cannot be read: it`,
        ),
      );
    throw error;
  }
  const decoded = decode(bytes, { byLetters: true });
  if (decoded === 'binary') {
    const excel = bytes[0] === 0x50 && bytes[1] === 0x4b;
    return fail(
      `The file ${quoted(table.file)} is a binary file, not CSV.`,
      excel ? 'It looks like a spreadsheet: save it as CSV.' : undefined,
    );
  }
  if (decoded === 'length') return fail(`The file ${quoted(table.file)} is too large to be read.`);
  if (decoded === 'encoding')
    return fail(
      `The file ${quoted(table.file)} is not UTF-8, and its letters do not tell its encoding for sure.`,
      'Save it as CSV in UTF-8.',
    );
  const source = new SourceText(include.name, sha256(bytes), decoded.text);
  if (!decoded.encoding.startsWith('utf-')) {
    notes.push({
      message: `${quoted(table.file)} is not UTF-8 and was read as ${shownEncoding(decoded.encoding)}.`,
      at: source.position(0),
    });
  }
  return source;
}
