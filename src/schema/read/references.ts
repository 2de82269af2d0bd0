import type { Problem } from '../../errors.ts';
import { counted, didYouMean, quoted } from '../../text.ts';
import { BUILT_IN_CAPABILITY_IDS } from '../capability-ids.ts';
import type { OrganisationInput } from '../organisation.ts';
import type { CustomerRows } from '../rows.ts';
import type { Problems } from './problems.ts';
import type { Placed, PlacedPeople } from './rows-of.ts';
import type { YamlFile } from './yaml-file.ts';

export type Path = readonly (string | number)[];

/** A set of ids that others name. */
export interface Known {
  /** What they are, as `a capability`. */
  readonly noun: string;
  ids(): ReadonlySet<string>;
  /** Said where nothing is close to an unknown id. */
  readonly hint: string;
  /** Why an id may be unknown although it is in the file. */
  except?(id: string): string | undefined;
}

/** What the checks of references look at. */
export interface References {
  readonly input: Omit<OrganisationInput, 'people' | 'customers'>;
  readonly people: PlacedPeople;
  readonly customers: Placed<CustomerRows>;
  readonly file: YamlFile;
  readonly problems: Problems;
  readonly ruleIds: readonly string[] | undefined;
  readonly capabilities: Known;
  readonly departments: Known;
  readonly journeys: Known;
  readonly person: Known;
  readonly customer: Known;
  readonly attributes: Known;
}

/** The ids of a file by kind. */
export function referencesOf(
  parts: Pick<References, 'input' | 'people' | 'customers' | 'file' | 'problems' | 'ruleIds'>,
): References {
  const { input, people, customers } = parts;
  const own = Object.keys(input.capabilities);
  const journeys = input.journeys.length === 0 ? ['built-in'] : input.journeys.map((journey) => journey.id);
  return {
    ...parts,
    capabilities: known(
      'a capability',
      [...own, ...BUILT_IN_CAPABILITY_IDS],
      'Declare it in `capabilities:`.',
    ),
    departments: known(
      'a department',
      (input.departments ?? []).map(({ id }) => id),
      'Declare it in `departments:`.',
    ),
    journeys: known('a journey', journeys, 'Declare it in `journeys:`.'),
    person: {
      ...lazily('a person', people.rows.id, 'No person of the file has this id.'),
      except: (id) =>
        people.outside.has(id) ? `That person is not there on ${input.asOf} (asOf).` : undefined,
    },
    customer: lazily('a customer', customers.rows.id, 'No customer of the file has this id.'),
    attributes: known('an attribute', customers.rows.attributes.keys(), attributeHint(customers.rows)),
  };
}

export function known(noun: string, ids: Iterable<string>, hint: string): Known {
  const set = new Set(ids);
  return { noun, ids: () => set, hint };
}

/** A set of 100,000 ids takes its time, and most files name none of them where it would be needed. */
function lazily(noun: string, ids: readonly string[], hint: string): Known {
  let set: ReadonlySet<string> | undefined;
  return { noun, ids: () => (set ??= new Set(ids)), hint };
}

function attributeHint({ attributes }: CustomerRows): string {
  const names = [...attributes.keys()].slice(0, 20).map((name) => quoted(name));
  return names.length === 0
    ? 'The customers have no attributes.'
    : `Attributes of the customers: ${names.join(', ')}.`;
}

/** Adds a problem where an id in the YAML file is not known. */
export function checkId(
  references: References,
  what: Known,
  id: string | undefined,
  path: Path,
  where: 'value' | 'key' = 'value',
): void {
  if (id === undefined || what.ids().has(id)) return;
  const name = path
    .filter((key) => typeof key === 'string')
    .slice(0, where === 'key' ? -1 : undefined)
    .join('.');
  references.problems.add(`${name}: not the id of ${what.noun}`, () =>
    references.file.problem(path, `${name}: ${quoted(id)} is not ${what.noun}.`, hintFor(what, id), where),
  );
}

function hintFor(what: Known, id: string): string {
  return what.except?.(id) ?? didYouMean(id, what.ids()) ?? what.hint;
}

/**
 * Adds one problem for each distinct id of a column that is not known, with how many rows name it. '' is not given.
 */
export function checkColumn(
  references: References,
  what: Known,
  column: readonly string[],
  describe: (row: number, message: string, hint: string) => Problem,
  rowNoun: readonly [one: string, many: string],
): void {
  const unknown = new Map<string, { row: number; count: number }>();
  const known = what.ids();
  for (let row = 0; row < column.length; row++) {
    const id = column[row]!;
    if (id === '' || known.has(id)) continue;
    const seen = unknown.get(id);
    if (seen === undefined) unknown.set(id, { row, count: 1 });
    else seen.count++;
  }
  for (const [id, { row, count }] of unknown) {
    references.problems.add(`not the id of ${what.noun}`, () => {
      const verb = count === 1 ? 'names' : 'name';
      return describe(
        row,
        `${quoted(id)} is not ${what.noun}; ${counted(count, ...rowNoun)} ${verb} it.`,
        hintFor(what, id),
      );
    });
  }
}

/** Adds a problem for each id that was defined before. */
export function checkUnique(
  problems: Problems,
  noun: string,
  ids: readonly string[],
  describe: (row: number, message: string) => Problem,
): void {
  const seen = new Map<string, number>();
  ids.forEach((id, row) => {
    const first = seen.get(id);
    if (first === undefined) {
      if (id !== '') seen.set(id, row);
      return;
    }
    problems.add(`two with the same id among the ${noun}`, () => {
      const { line } = describe(first, '').at!;
      return describe(
        row,
        `The id ${quoted(id)} is given twice among the ${noun}; previously defined at line ${line}.`,
      );
    });
  });
}
