import { alternatives } from '../base/text.ts';
import { matchingOf } from '../measures/change/matching.ts';
import { relationshipChanges } from '../measures/change/relationships.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import type { Loaded } from '../schema/loaded.ts';
import { customerEntry } from '../write/customers.ts';
import { commentLines, itemLines } from '../write/lines.ts';
import { flow } from '../write/yaml.ts';
import type { Accounts } from './accounts.ts';
import { nameOf } from './wording.ts';

/** A name that no map in YAML can have. */
const NO_KEY = '__proto__';

/** `customers:` where they stand in a file of their own. */
export const customersFileLines = (name: string): string[] => [`customers: { file: ${flow(name)} }`];

/** `customers:` as a list; the attributes in `named` are there though no customer has a value. */
export function customerLines(
  accounts: Accounts,
  named: ReadonlySet<string>,
  ended: (row: number) => readonly string[],
): string[] {
  const { list } = accounts;
  if (list.length === 0) return ['customers: []'];
  const kept = accounts.attributes.flatMap((name, at) => (name === NO_KEY ? [] : [{ name, at }]));
  const columns = { effort: accounts.effort, attributes: kept.map(({ name }) => name) };
  const empty = kept.filter(
    ({ name, at }) => named.has(name) && list.every((row) => row.attributes[at] === ''),
  );
  const entries = list.map((row, index): object => {
    const attributes = kept.map(({ at }) => row.attributes[at]!);
    const entry: { attributes?: object } = customerEntry({ ...row, attributes }, columns);
    if (index > 0 || empty.length === 0) return entry;
    return {
      ...entry,
      attributes: { ...entry.attributes, ...Object.fromEntries(empty.map(({ name }) => [name, ''])) },
    };
  });
  return [
    'customers:',
    ...entries.flatMap((entry, row) => {
      const lost = ended(row);
      const remark =
        lost.length === 0 ? [] : commentLines(`no longer served by ${alternatives(lost, 'or')}`, '  ');
      return [...remark, ...itemLines(entry)];
    }),
  ];
}

/** Attributes that the rest of the file names. */
export function namedAttributes({ input }: Loaded, { units }: Organisation): ReadonlySet<string> {
  const wheres = [
    ...units.map(({ serves }) => (serves.kind === 'some' ? serves.where : undefined)),
    ...input.journeys.map(({ serves }) =>
      typeof serves === 'object' && 'where' in serves ? serves.where : undefined,
    ),
  ];
  const wanted = input.context.targetMarkets?.attribute;
  return new Set([
    ...Object.keys(input.attributes),
    ...(wanted === undefined ? [] : [wanted]),
    ...wheres.flatMap((where) => Object.keys(where ?? {})),
  ]);
}

/** Who served a customer row by name before and does not any more. */
export function endedFor(
  { customers: rows }: Loaded,
  before: Organisation,
  after: Organisation,
): (row: number) => readonly string[] {
  const place = new Map(before.customers.id.map((id, at) => [id, at]));
  const lost = new Map<Index, readonly string[]>();
  for (const change of relationshipChanges(matchingOf(before, after)))
    if (change.broken.length > 0)
      lost.set(
        change.before,
        change.broken.map((seat) => nameOf(before, seat)),
      );
  return (row) => lost.get(place.get(rows.id[row]!)!) ?? [];
}
