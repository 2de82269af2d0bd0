import { sample } from '../../base/text.ts';
import { BUILT_IN_CAPABILITY_IDS } from '../input/capability-ids.ts';
import type { OrganisationInput } from '../input/organisation.ts';
import type { CustomerRows, PeopleRows } from '../loaded.ts';
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

type Input = Omit<OrganisationInput, 'people' | 'customers'>;

/** What the checks of references look at. */
export interface References extends KnownIds {
  readonly input: Input;
  readonly people: PlacedPeople;
  readonly customers: Placed<CustomerRows>;
  readonly file: Pick<YamlFile, 'problem'>;
  readonly problems: Problems;
  readonly ruleIds: readonly string[] | undefined;
}

/** The ids of a file by kind. */
export interface KnownIds {
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
