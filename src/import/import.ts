import { UserError } from '../base/errors.ts';
import { printable, sample } from '../base/text.ts';
import { titleMapper } from '../model/titles.ts';
import { decode } from '../source/decode.ts';
import { type ImportedCustomers, makeCustomers } from './customers/customers.ts';
import { takeOwnerIds } from './customers/owner-ids.ts';
import { customerFamiliarity, readCustomers } from './customers/read-customers.ts';
import { Extract } from './extract.ts';
import { Figures } from './figures.ts';
import { joinedTable } from './joined-table.ts';
import { Journal } from './journal.ts';
import { withoutLines } from './not-understood.ts';
import {
  type Capabilities,
  coverageOf,
  declareCapabilities,
  groupsAsCapabilities,
  readCapabilities,
} from './people/capabilities.ts';
import { columnsByValues } from './people/columns-by-values.ts';
import { makeDepartments } from './people/departments.ts';
import { identify } from './people/identify.ts';
import { leaveOut, NEVER } from './people/leavers.ts';
import { linkPeople } from './people/link-people.ts';
import { mergeMemberships } from './people/memberships.ts';
import { type PeopleFile, readPeople } from './people/read-people.ts';
import { completeRows, leaveOutElsewhere, partIds } from './people/several-files.ts';
import { sayFrozen, sayLeft } from './people/status.ts';
import type { Imported } from './result.ts';
import type { Overrides } from './sources/mapping.ts';
import { familiarity } from './sources/sources.ts';
import { chartOrTable } from './table/drawing.ts';
import type { TeamRows } from './table/membership.ts';
import { openTable, readSmall } from './table/open-table.ts';
import type { Progress, SourceReader, Table, TableOptions } from './table/table.ts';
import { makeTeams } from './teams.ts';

export interface ImportOptions {
  /** Paths of what holds people; several make one organisation. */
  readonly people: readonly string[];
  /** Paths of tables whose columns are joined to those of people. */
  readonly joins?: readonly string[] | undefined;
  readonly customers?: string | undefined;
  /** Path of a table of capabilities. */
  readonly capabilities?: string | undefined;
  /** Id of the source, or `auto`. */
  readonly from: string;
  readonly peopleColumns: Overrides;
  readonly customerColumns: Overrides;
  readonly groupBy?: readonly string[] | undefined;
  /** Whether phones, addresses and the like of customers are copied as attributes. */
  readonly keepContactData?: boolean | undefined;
  /** The day on which it is imported: no extract is of a later one. */
  readonly today?: string | undefined;
  /** How the files of people are to be read, and that of customers, where they do not tell. */
  readonly peopleTable?: TableOptions | undefined;
  readonly customersTable?: TableOptions | undefined;
}

/** Called with what is being read, and how much of it. */
type Watch = (what: string, ...progress: Parameters<Progress>) => void;

const NO_CUSTOMERS: ImportedCustomers = {
  list: [],
  effort: [],
  attributes: [],
  turnover: [],
  likeOwners: undefined,
  contactData: [],
  currency: undefined,
  segments: undefined,
};

/**
 * Reads people and customers from the files of other systems.
 * @throws UserError where a file cannot be read, or is nothing that is known.
 */
export async function importOrganisation(
  options: ImportOptions,
  reader: SourceReader,
  watch: Watch = () => {},
): Promise<Imported> {
  const journal = new Journal();
  const extract = new Extract();
  const read: PeopleFile[] = [];
  const teams: (readonly TeamRows[])[] = [];
  const known = await capabilityTable(options.capabilities, reader);
  for (const [index, path] of options.people.entries()) {
    const progress: Progress = (...parts) => watch(path, ...parts);
    const opened = chartOrTable(
      await openTable(path, reader, journal, progress, options.peopleTable ?? {}, familiarity),
      journal,
    );
    teams.push(opened.teams ?? []);
    const joins: Table[] = [];
    for (const other of options.joins ?? [])
      joins.push(
        await openTable(other, reader, journal, (...parts) => watch(other, ...parts), {}, familiarity),
      );
    const header = {
      score: familiarity,
      wanted: [...options.peopleColumns.values()],
      row: options.peopleTable?.headerRow,
    };
    const table = joins.length === 0 ? opened : await joinedTable(opened, joins, header, journal);
    const asked = {
      from: options.from,
      overrides: options.peopleColumns,
      headerRow: joins.length === 0 ? options.peopleTable?.headerRow : undefined,
    };
    read.push(await readPeople(table, index, { ...asked, today: options.today ?? NEVER }, journal, extract));
  }
  const { files, likeManagers } = columnsByValues(
    read,
    extract,
    options.peopleColumns,
    journal,
    options.today ?? '',
  );
  groupsAsCapabilities(extract, files, titleMapper(known), journal);
  const capabilities = declareCapabilities(extract, known, journal);
  partIds(extract, files, journal);
  const figures = new Figures(extract, files, journal);
  figures.completed = completeRows(extract, files, journal);
  const given = newest(extract.column('date')) || newest(files.map(({ day }) => day));
  const asOf = leaveOut(extract, files, figures, given, options.today ?? NEVER, journal);
  leaveOutElsewhere(extract, files, figures.completed, journal);
  sayLeft(journal);
  sayFrozen(extract, journal);
  const memberships = mergeMemberships(extract, files, journal);
  const seats = identify(extract, files, journal);
  const map = titleMapper(capabilities);
  const skillOf = (at: number): string =>
    extract.get('capability', at) || map(extract.get('title', at), extract.get('department', at));
  const { people, index, byId } = linkPeople(seats, extract, files, figures, skillOf, journal);
  if (people.id.length === 0)
    throw new UserError(
      `${files.map(({ file }) => file).join(', ')}: no row holds a person.`,
      emptyHint(files, journal),
    );
  const grave = withoutLines({ people, byId, files, likeManagers, journal });
  if (grave !== undefined) journal.fault(grave);
  const departments = makeDepartments(people, journal);
  const customerFile =
    options.customers === undefined
      ? undefined
      : await readCustomers(
          await openTable(
            options.customers,
            reader,
            journal,
            (...parts) => watch(options.customers!, ...parts),
            options.customersTable ?? {},
            customerFamiliarity,
          ),
          options.customerColumns,
          Object.keys(capabilities),
          journal,
          options.customersTable?.headerRow,
        );
  const filesWithOwners =
    customerFile === undefined ? files : takeOwnerIds(customerFile, index, extract, files, journal);
  const customers =
    customerFile === undefined
      ? NO_CUSTOMERS
      : makeCustomers(
          customerFile,
          options.groupBy,
          index,
          {
            overrides: options.customerColumns,
            keepContactData: options.keepContactData === true,
            today: options.today ?? NEVER,
          },
          journal,
          figures.currency,
        );
  return {
    files: filesWithOwners,
    customerFile,
    name: only(extract.column('organisation')),
    asOf,
    likeManagers,
    currency: customers.currency ?? figures.currency,
    people,
    byId,
    departments,
    teams: makeTeams(
      files.map((_, file) => [...teams[file]!, ...memberships[file]!]),
      people,
    ),
    capabilities,
    coverage: coverageOf(people, departments, capabilities),
    customers,
    journal,
  };
}

async function capabilityTable(path: string | undefined, reader: SourceReader): Promise<Capabilities> {
  if (path === undefined) return {};
  const text = decode(await readSmall(path, reader));
  if (typeof text === 'string')
    throw new UserError(`${printable(path)} is not UTF-8 text.`, 'Save it as UTF-8.');
  return readCapabilities(printable(path), text.text);
}

/** The one text that all who have one share. */
function only(texts: readonly string[]): string {
  const found = new Set(texts);
  found.delete('');
  return found.size === 1 ? [...found][0]! : '';
}

const newest = (dates: readonly string[]): string =>
  dates.reduce((day, date) => (/^\d{4}-\d\d-\d\d$/.test(date) && date > day ? date : day), '');

function emptyHint(files: readonly PeopleFile[], journal: Journal): string {
  const kinds = [...journal.unusable.keys(), ...journal.leftOut.keys()];
  return kinds.length === 0
    ? 'There are headers and nothing below them.'
    : `Rows were left out: ${kinds.join('; ')}. Taken for the headers: ${sample(files[0]!.header.filter((cell) => cell !== ''))}. Where they stand in another row, say which: --header-row 2.`;
}
