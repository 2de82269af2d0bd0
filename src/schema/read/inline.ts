import type { CustomerInput } from '../input/customer.ts';
import type { PersonInput } from '../input/person.ts';
import type { LineRow } from '../loaded.ts';
import type { Fault } from './cells.ts';
import type { CustomersBuilder } from './customers-builder.ts';
import type { PeopleBuilder } from './people-builder.ts';

/** Puts a person of a list into the row that is being filled. */
export function addPerson(person: PersonInput, builder: PeopleBuilder): void {
  const { row } = builder;
  builder.id.set(row, person.id);
  builder.name.set(row, person.name ?? '');
  builder.title.set(row, person.title ?? '');
  builder.department.set(row, person.department ?? '');
  builder.division.set(row, person.division ?? '');
  builder.capability.set(row, person.capability ?? '');
  builder.location.set(row, person.location ?? '');
  builder.manager.set(row, person.manager ?? '');
  builder.fte.set(row, person.fte);
  builder.costPerYear.set(row, person.costPerYear ?? Number.NaN);
  builder.hourlyPay.set(row, person.hourlyPay ?? Number.NaN);
  builder.level.set(row, person.level ?? Number.NaN);
  builder.vacant.set(row, person.vacant ? 1 : 0);
  builder.start.set(row, person.start ?? '');
  builder.end.set(row, person.end ?? '');
  if (person.secondary?.length) builder.secondary.set(row, person.secondary);
  if (person.serves?.length) builder.serves.set(row, person.serves);
  if (person.managers?.length) builder.lines.set(row, person.managers.map(lineRow));
}

function lineRow(line: NonNullable<PersonInput['managers']>[number]): LineRow {
  const influences = Object.values(line.influence ?? {}).filter((share) => share !== undefined);
  const mean = influences.reduce((sum, share) => sum + share, 0) / influences.length;
  return { to: line.to, kind: line.kind, weight: line.weight ?? (influences.length === 0 ? 0 : mean) };
}

/** Puts a customer of a list into the next row; returns what is wrong with its satisfaction, if anything. */
export function addCustomer(
  customer: CustomerInput,
  offset: number,
  builder: CustomersBuilder,
): Fault | undefined {
  const { row } = builder;
  const { satisfaction, owner } = customer;
  builder.id.set(row, customer.id);
  builder.name.set(row, customer.name ?? '');
  builder.market.set(row, customer.market ?? '');
  builder.parent.set(row, customer.parent ?? '');
  builder.journey.set(row, customer.journey ?? '');
  builder.customers.set(row, customer.count);
  builder.revenue.set(row, customer.revenue ?? Number.NaN);
  builder.margin.set(row, customer.margin ?? Number.NaN);
  builder.retention.set(row, customer.retention ?? Number.NaN);
  builder.acquisitionCost.set(row, customer.acquisitionCost ?? Number.NaN);
  builder.score.set(row, satisfaction?.score ?? Number.NaN);
  builder.lowest.set(row, satisfaction?.min ?? Number.NaN);
  builder.highest.set(row, satisfaction?.max ?? Number.NaN);
  builder.answers.set(row, satisfaction?.n ?? Number.NaN);
  const owners = typeof owner === 'string' ? [owner] : (owner ?? []);
  if (owners.length > 0) builder.owner.set(row, owners);
  for (const [capability, hours] of Object.entries(customer.effort ?? {}))
    builder.effort(capability).set(row, hours);
  for (const [capability, hours] of Object.entries(customer.assumedEffort ?? {}))
    builder.assumedEffort(capability).set(row, hours);
  for (const [name, value] of Object.entries(customer.attributes ?? {}))
    builder.attribute(name).set(row, String(value));
  return builder.commit(offset);
}
