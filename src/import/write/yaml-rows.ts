import { alternatives } from '../../base/text.ts';
import { FIGURES, type ImportedCustomer } from '../customers/customer.ts';
import type { WrittenPerson } from '../people/person.ts';
import type { Imported } from '../result.ts';
import { comment, flow, given, list } from './flow.ts';
import type { YamlOptions } from './write-yaml.ts';

/** `people:`, with what the source lacks of them. */
export function peopleLines({ people, files }: Imported, { peopleFile }: YamlOptions): string[] {
  const top = files.every(({ source }) => source.withoutManagers === true)
    ? [
        comment(
          'Fill in: `manager:` with the id of the person reported to; the source has no reporting lines.',
        ),
      ]
    : [];
  const cost = people.every(
    ({ costPerYear, hourlyPay }) => Number.isNaN(costPerYear) && Number.isNaN(hourlyPay),
  )
    ? [comment('Fill in, to see costs: `costPerYear`, the whole cost of the seat at its fte.')]
    : [];
  if (peopleFile !== undefined) return [...top, ...cost, `people: { file: ${flow(peopleFile)} }`];
  return [...top, ...cost, 'people:', ...list(people.map(personEntry))];
}

const map = (entry: Readonly<Record<string, unknown>> | undefined): object | undefined => {
  const kept = given(entry ?? {});
  return Object.keys(kept).length === 0 ? undefined : kept;
};

/** A person as an entry of the list. */
export const personEntry = (person: WrittenPerson): object =>
  given({
    id: person.id,
    name: person.name,
    title: person.title,
    department: person.department,
    capability: person.capability,
    secondary: person.secondary,
    manager: person.manager,
    managers: person.lines.map(({ to, kind, weight }) => ({ to, kind, ...(weight > 0 ? { weight } : {}) })),
    fte: person.fte === 1 ? '' : person.fte,
    costPerYear: person.costPerYear,
    hourlyPay: person.hourlyPay,
    level: person.level,
    location: person.location,
    serves: person.serves,
    vacant: person.vacant ? true : '',
    start: person.start,
    end: person.end,
    previously: map(person.previously),
  });

/** `customers:`, with what the source lacks of them. */
export function customerLines(
  { customers, customerFile }: Imported,
  { customersFile }: YamlOptions,
): string[] {
  const { list: rows, turnover } = customers;
  if (customerFile === undefined)
    return [
      comment('Fill in: the customers, a list or a CSV file, as `customers: { file: customers.csv }`.'),
      'customers: []',
    ];
  const own =
    turnover.length === 0
      ? []
      : [
          comment(
            `${alternatives(turnover, 'and')}: what customers turn over themselves, so attributes and not revenue.`,
          ),
          comment(
            `Where one is what they pay you, import with --map customers.revenue="${turnover.at(-1)}".`,
          ),
        ];
  const revenue = rows.every(({ figures }) => Number.isNaN(figures.revenue))
    ? [comment('Fill in, to weigh customers: `revenue`, what each pays you a year.')]
    : [];
  if (customersFile !== undefined) return [...own, ...revenue, `customers: { file: ${flow(customersFile)} }`];
  if (rows.length === 0) return [...own, 'customers: []'];
  return [...own, ...revenue, 'customers:', ...list(rows.map((row) => customerEntry(row, customers)))];
}

/** A customer as an entry of the list. */
export function customerEntry(
  row: ImportedCustomer,
  { effort, attributes }: Pick<Imported['customers'], 'effort' | 'attributes'>,
): object {
  const named = (names: readonly string[], values: readonly (number | string)[]) =>
    map(Object.fromEntries(names.map((name, index) => [name, values[index]])));
  const figures = Object.fromEntries(
    FIGURES.filter((field) => !field.includes('.')).map((field) => [field, row.figures[field]]),
  );
  const {
    'satisfaction.score': score,
    'satisfaction.min': min,
    'satisfaction.max': max,
    'satisfaction.n': n,
  } = row.figures;
  return given({
    id: row.id,
    name: row.name,
    count: row.count === 1 ? '' : row.count,
    market: row.market,
    owner: row.owner.length === 1 ? row.owner[0] : row.owner,
    parent: row.parent,
    journey: row.journey,
    ...figures,
    satisfaction: Number.isNaN(score) ? undefined : map({ score, min, max, n }),
    effort: named(effort, row.effort),
    assumedEffort: named(effort, row.assumedEffort ?? []),
    attributes: named(attributes, row.attributes),
  });
}
