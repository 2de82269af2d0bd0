import type { Organisation } from '../model/organisation.ts';
import type { Loaded } from '../schema/loaded.ts';
import { fitsCells } from '../write/csv.ts';
import type { Accounts } from './customers.ts';

/** Rows of a list in YAML that are still quick to read: below half a second. */
const MOST_IN_A_LIST = 2000;

/** What no cell can hold: a zero byte, and half a character, which UTF-8 has no bytes for. */
const NO_TEXT = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Which of the two lists stand in a CSV file. */
export interface Form {
  readonly people: boolean;
  readonly customers: boolean;
}

/**
 * The form of the source: lists stay lists unless they are large, tables stay tables. Where an id or a value would not be
 * read back from a cell as it is, a list it is.
 */
export function formOf(loaded: Loaded, after: Organisation, accounts: Accounts): Form {
  const { source, people, customers } = loaded;
  const wanted = {
    people: people.source !== source || after.people.count > MOST_IN_A_LIST,
    customers: customers.source !== source || customers.count > MOST_IN_A_LIST,
  };
  return {
    people: wanted.people && fitsPeople(after, accounts),
    customers: wanted.customers && customers.count > 0 && fitsCustomers(accounts),
  };
}

const isText = (text: string): boolean => !NO_TEXT.test(text);

function fitsPeople({ people, lines, capabilities, units }: Organisation, { serves }: Accounts): boolean {
  for (let seat = 0; seat < people.count; seat++)
    if (lines.start[seat + 1]! - lines.start[seat]! > 1 || lines.dotted[lines.start[seat]!] === 1)
      for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++)
        if (!fitsCells([people.id[lines.boss[k]!]!, units[lines.job?.[k] ?? -1]?.id ?? ''])) return false;
  for (const ids of serves.values()) if (!fitsCells(ids)) return false;
  for (const list of people.secondary.values())
    if (!fitsCells(list.map((index) => capabilities[index]!.id))) return false;
  return (
    Object.values(people).every((column) => !Array.isArray(column) || column.every(isText)) &&
    units.every(({ id }) => isText(id))
  );
}

function fitsCustomers({ list, effort, attributes }: Accounts): boolean {
  return (
    [...effort, ...attributes].every(isText) &&
    list.every(
      ({ id, name, parent, journey = '', journeys = [], owner, attributes: values }) =>
        [id, name, parent, journey].every(isText) &&
        fitsCells(owner) &&
        fitsCells(journeys.map((one) => one.id)) &&
        values.every(isText),
    )
  );
}
