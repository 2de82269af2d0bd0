import { counted } from '../base/text.ts';
import type { Design, DesignResult } from '../designs/design.ts';
import { CUSTOMER_HEADERS } from '../import/customers/customer-fields.ts';
import { listed } from '../model/listed.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Loaded } from '../schema/loaded.ts';
import { customersCsv } from '../write/customers.ts';
import { commentLines, mapLines } from '../write/lines.ts';
import { entriesOf, peopleCsv } from '../write/people.ts';
import { flow } from '../write/yaml.ts';
import { accountsOf, customerLines, customersFileLines, endedFor, namedAttributes } from './customers.ts';
import { departmentLines } from './departments.ts';
import { type Form, formOf } from './form.ts';
import { journeyLines } from './journeys.ts';
import { peopleFileLines, peopleLines } from './people.ts';
import { seatsOf } from './seats.ts';
import {
  assumedIn,
  assumptionLines,
  changedOptions,
  companyLines,
  headLines,
  interactionLines,
  officerLines,
  policyLines,
} from './settings.ts';
import { teamLines } from './teams.ts';

/** What is said of a proposal beside the organisation it is of. */
export interface ProposalOptions {
  readonly design: Pick<Design, 'id' | 'name'>;
  readonly result: Pick<DesignResult, 'explanation' | 'hires' | 'reasons'>;
  /** The first line, which tells editors of the schema. */
  readonly modeline: string;
  /** Name of the YAML file without its ending; CSV files are named after it. */
  readonly stem: string;
  /** Whether all stands in the YAML file, whatever the form of the source. */
  readonly inline?: boolean;
  /** Names beside it that must not be used. */
  readonly taken?: readonly string[];
  /** Sentences above those of the design. */
  readonly heading?: readonly string[];
}

/** The text of each file by its name; of the CSV files beside the YAML file, which is to be written last. */
export interface Proposal {
  readonly yaml: string;
  readonly tables: ReadonlyMap<string, string>;
}

/**
 * A redesigned organisation as files that are read like any other, and measure the same: everything that was found out or
 * assumed in reading the source is written out, the latter as assumed. `before` is what `loaded` describes; seats, units and
 * customers are known again by id. Linear in seats, customers times capabilities, and relationships.
 */
export function proposalFiles(
  loaded: Loaded,
  before: Organisation,
  after: Organisation,
  meta: ProposalOptions,
): Proposal {
  const accounts = accountsOf(loaded, before, after);
  const seats = seatsOf(loaded, before, after, accounts.serves);
  const form: Form =
    meta.inline === true ? { people: false, customers: false } : formOf(loaded, after, accounts);
  const tables = new Map<string, string>();
  const beside = (what: 'people' | 'customers', text: () => string): string => {
    const name = freeName(`${meta.stem}.${what}`, meta.taken ?? []);
    tables.set(name, text());
    return name;
  };
  const sections = [
    headerLines(loaded, meta),
    headLines(loaded, after),
    ...companyLines(loaded),
    officerLines(after),
    mapLines('capabilities', loaded.input.capabilities),
    departmentLines(before, after, meta.result.reasons),
    teamLines(after),
    form.people
      ? peopleFileLines(
          beside('people', () =>
            peopleCsv(
              entriesOf(listed(after.people.id.keys(), after.people).map((seat) => seats.person(seat))),
            ),
          ),
        )
      : peopleLines(before, after, seats, meta.result.reasons),
    form.customers
      ? customersFileLines(
          beside('customers', () => customersCsv(accounts, CUSTOMER_HEADERS, namedAttributes(loaded, after))),
        )
      : customerLines(accounts, namedAttributes(loaded, after), endedFor(loaded, before, after)),
    loaded.customers.count === 0 ? [] : mapLines('attributes', loaded.input.attributes),
    journeyLines(loaded, after),
    interactionLines(after),
    mapLines('designs', changedOptions(loaded)),
    policyLines(before, after),
    assumptionLines(assumedIn(before, after, meta.design.id)),
  ];
  const yaml = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return { yaml: `${yaml}\n`, tables };
}

/** A name that nothing has, with a number where it must be. */
function freeName(stem: string, taken: readonly string[]): string {
  let name = `${stem}.csv`;
  for (let n = 2; taken.includes(name); n++) name = `${stem}-${n}.csv`;
  return name;
}

/** The comment that a proposal begins with: of which design and file it is, and why it is as it is. */
function headerLines(loaded: Loaded, meta: ProposalOptions): string[] {
  const { design, result } = meta;
  const { source, includes, input } = loaded;
  const options = changedOptions(loaded)[design.id] ?? {};
  const open = [...result.hires].map(([capability, count]) => `${capability} ${count}`);
  const seats = [...result.hires.values()].reduce((sum, count) => sum + count, 0);
  const chosen = Object.keys(options).length === 0 ? 'as they are by default' : flow(options);
  return [
    meta.modeline,
    '#',
    ...commentLines(`${input.name}: a proposal by orgdesign, design "${design.id}" (${design.name}).`),
    '#',
    ...[source, ...includes].flatMap(({ name, sha256 }) => [
      ...commentLines(`Made from ${name}`),
      `#   sha256 ${sha256}`,
    ]),
    ...commentLines(`Options of the design: ${chosen}.`),
    ...(seats === 0
      ? []
      : commentLines(`${counted(seats, 'seat is', 'seats are')} to be filled: ${open.join(', ')}.`)),
    '#',
    ...[...(meta.heading ?? []), ...result.explanation].flatMap((sentence) =>
      commentLines(`- ${sentence}`, '', '  '),
    ),
    '#',
    ...commentLines(
      'It is an organisation file like any other. Edit it, measure it with `orgdesign evaluate`, and compare it with `orgdesign diff`.',
    ),
  ];
}
