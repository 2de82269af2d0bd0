import type { Problem } from '../../base/errors.ts';
import { counted, didYouMean, quoted, sample } from '../../base/text.ts';
import { BUILT_IN_CAPABILITY_IDS } from '../input/capability.ts';
import type { ServesInput } from '../input/fields.ts';
import type { OrganisationInput } from '../input/organisation.ts';
import type { CustomerRows, PeopleRows } from '../loaded.ts';
import type { Problems } from './problems.ts';
import type { Placed, PlacedPeople } from './rows-of.ts';
import type { YamlFile } from './yaml-file.ts';

export type Path = readonly (string | number)[];

/** A set of ids that others name. */
interface Known {
  /** What they are, as `a capability`. */
  readonly noun: string;
  ids(): ReadonlySet<string>;
  /** Said where nothing is close to an unknown id. */
  readonly hint: string;
  /** Why an id may be unknown although it is in the file. */
  except?(id: string): string | undefined;
}

type Input = Omit<OrganisationInput, 'people' | 'customers'>;

/** What the checks of references look at. */
export interface References extends KnownIds {
  readonly input: Input;
  readonly people: PlacedPeople;
  readonly customers: Placed<CustomerRows>;
  readonly file: Pick<YamlFile, 'problem'>;
  readonly problems: Problems;
  readonly ruleIds: readonly string[] | undefined;
  readonly measureIds: readonly string[] | undefined;
}

/** The ids of a file by kind. */
interface KnownIds {
  readonly capabilities: Known;
  readonly departments: Known;
  readonly journeys: Known;
  readonly person: Known;
  readonly customer: Known;
  readonly attributes: Known;
  /** Attributes that customers can be grouped by. */
  readonly bases: Known;
}

export const referencesOf = (parts: Omit<References, keyof KnownIds>): References => ({
  ...parts,
  ...knownIds(parts.input, parts.people.rows, parts.customers.rows, parts.people.outside),
});

/** @param outside - People whose rows were left out, since they are not there on the day of the file. */
export function knownIds(
  input: Input,
  people: PeopleRows,
  customers: CustomerRows,
  outside: ReadonlySet<string>,
): KnownIds {
  const own = Object.keys(input.capabilities);
  const journeys = input.journeys.length === 0 ? ['built-in'] : input.journeys.map((journey) => journey.id);
  return {
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
      ...lazily('a person', people.id, 'No person of the file has this id.'),
      except: (id) => (outside.has(id) ? `That person is not there on ${input.asOf} (asOf).` : undefined),
    },
    customer: lazily('a customer', customers.id, 'No customer of the file has this id.'),
    attributes: known('an attribute', customers.attributes.keys(), attributeHint(customers)),
    bases: known(
      'an attribute that any customer has a value of',
      [...customers.attributes].flatMap(([name, values]) => (values.some((one) => one !== '') ? [name] : [])),
      'Give the customers values of it, or name another attribute.',
    ),
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
  return attributes.size === 0
    ? 'The customers have no attributes.'
    : `Attributes of the customers: ${sample([...attributes.keys()])}.`;
}

/** Adds a problem where an id in the YAML file is not known. */
export function checkId(
  references: Pick<References, 'file' | 'problems'>,
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
  // What comes later in the path the file itself names.
  const kind = name.split('.').slice(0, 3).join('.');
  references.problems.add(`${kind}: not the id of ${what.noun}`, () =>
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

/** Adds a problem for each id of a list in the YAML file that is not known. */
export function checkList(
  references: Pick<References, 'file' | 'problems'>,
  what: Known,
  ids: readonly string[],
  path: Path,
): void {
  for (const [index, id] of ids.entries()) checkId(references, what, id, [...path, index]);
}

/** Adds a problem for each customer or attribute that `serves` names without its being there. */
export function checkServes(references: References, serves: ServesInput | undefined, path: Path): void {
  if (serves === undefined || serves === 'all' || serves === 'none') return;
  if (Array.isArray(serves)) {
    checkList(references, references.customer, serves, path);
    return;
  }
  for (const name of Object.keys(serves.where)) {
    checkId(references, references.attributes, name, [...path, 'where', name], 'key');
  }
}
