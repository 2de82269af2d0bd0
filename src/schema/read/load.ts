import { UserError } from '../../base/errors.ts';
import type { FileReader } from '../../source/files.ts';
import { BUILT_IN_CAPABILITY_IDS } from '../input/capability-ids.ts';
import { type OrganisationInput, organisation } from '../input/organisation.ts';
import type { Loaded, ReadingNote, SourceFile } from '../loaded.ts';
import { checkReferences } from './check-references.ts';
import { readIncluded } from './included.ts';
import { addIssues, withoutFaulty } from './issues.ts';
import { Problems } from './problems.ts';
import { referencesOf } from './references.ts';
import { customersOfList, customersOfTable, peopleOfList, peopleOfTable } from './rows-of.ts';
import { foundText } from './wording.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

const SUPPORTED_VERSIONS: readonly number[] = [1];
const [, table] = organisation.shape.people.options;

export interface LoadOptions {
  /** The rules that `policy.rules` may name; without them its names are not checked. */
  readonly ruleIds?: readonly string[];
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
  let parsed = organisation.safeParse(file.value);
  if (!parsed.success) {
    const faulty = addIssues(parsed.error.issues, file, problems);
    // What is wrong with the rest is told as well, where the rest can stand without the faulty values.
    const rest = organisation.safeParse(withoutFaulty(file.value, faulty));
    if (rest.success) parsed = rest;
  }

  const notes: ReadingNote[] = [];
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
    checkReferences(referencesOf({ input, people, customers, file, problems, ruleIds: options.ruleIds }));
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
