import { percent } from '../../base/figures.ts';
import { byText } from '../../base/text.ts';
import { type Matching, stayer } from '../../measures/change/matching.ts';
import {
  CUSTOMERS_AS_GIVEN,
  type Index,
  type Organisation,
  PEOPLE_AS_GIVEN,
} from '../../model/organisation.ts';
import type { Diff } from '../../schema/documents/diff.ts';
import { type Refs, sortedBy } from './refs.ts';

type People = Diff['people'];
type Value = string | number | null;

/** A column of an organisation as values that can be compared and told; what is not known is null. */
type Reader = (organisation: Organisation) => (index: Index) => Value;

const known = (value: string | number): Value => (value === '' || Number.isNaN(value) ? null : value);

/** Names and titles are told as such, open seats where people join and leave; an address is told nowhere. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['id', 'name', 'title', 'vacant', 'email']);

const PEOPLE: Readonly<Record<string, Reader>> = {
  capability:
    ({ people, capabilities }) =>
    (seat) =>
      capabilities[people.capability[seat]!]?.id ?? null,
  secondary:
    ({ people, capabilities }) =>
    (seat) => {
      const further = people.secondary.get(seat)?.map((index) => capabilities[index]?.id ?? '');
      return further === undefined ? null : known(further.sort(byText).join(', '));
    },
  ...Object.fromEntries(
    PEOPLE_AS_GIVEN.filter((name) => !TOLD_ELSEWHERE.has(name)).map((name): [string, Reader] => [
      name,
      ({ people }) =>
        (seat) =>
          known(people[name][seat]!),
    ]),
  ),
};

/** Pay is nobody's business in a list of names. */
const UNTOLD = 'costPerYear';

/** What differs of the same people beside where they stand: names, titles, and the fields behind the figures. */
export function personDetails(
  matching: Matching,
  is: Refs,
  names: boolean,
): Pick<People, 'renamed' | 'details'> {
  const { before, after } = matching;
  const [old, now] = [before.people, after.people];
  const renamed: People['renamed'] = [];
  const details: People['details'] = [];
  const readers = Object.entries(PEOPLE).map(([field, read]) => [field, read(before), read(after)] as const);
  for (let seat = 0; seat < old.count; seat++) {
    const there = stayer(matching, seat);
    if (there < 0) continue;
    const person = () => is.person(there);
    const [name, newName] = [old.name[seat]!, now.name[there]!];
    if (name !== newName)
      renamed.push({
        person: person(),
        field: 'name',
        from: names ? name : null,
        to: names ? newName : null,
      });
    const [title, newTitle] = [old.title[seat]!, now.title[there]!];
    if (title !== newTitle) renamed.push({ person: person(), field: 'title', from: title, to: newTitle });
    for (const [field, was, will] of readers) {
      const [from, to] = [was(seat), will(there)];
      if (from !== to)
        details.push({
          person: person(),
          field,
          from: field === UNTOLD ? null : from,
          to: field === UNTOLD ? null : to,
        });
    }
  }
  const byPerson = ({ person, field }: { person: { id: string }; field: string }) => `${person.id}\0${field}`;
  return { renamed: sortedBy(renamed, byPerson), details: sortedBy(details, byPerson) };
}

const customerReaders = ({ customers, journeys, capabilities }: Organisation) => {
  const readers = new Map<string, (index: Index) => Value>();
  for (const name of CUSTOMERS_AS_GIVEN)
    if (name !== 'id')
      readers.set(name === 'customers' ? 'count' : name, (index) => known(customers[name][index]!));
  readers.set('market', (index) => customers.market[index]!);
  readers.set('journey', (index) => journeys[customers.journey[index]!]?.id ?? null);
  readers.set('journeys', (index) => {
    const shares = customers.journeys.get(index) ?? [];
    return known(shares.map(({ journey, share }) => `${journeys[journey]!.id} ${percent(share)}`).join(', '));
  });
  readers.set('status', (index) => (customers.prospect[index] === 1 ? 'prospect' : 'customer'));
  for (const [capability, hours] of customers.effort)
    readers.set(`effort.${capabilities[capability]!.id}`, (index) => known(hours[index]!));
  for (const { name, codes, values } of customers.attributes)
    readers.set(`attributes.${name}`, (index) => values[codes[index]!] ?? null);
  return readers;
};

const NOT_GIVEN = (): Value => null;

/** Rows of customers that are in only one of the two, or have other values. Linear in rows and fields. */
export function customerDetails(
  { before, after, customers }: Matching,
  was: Refs,
  is: Refs,
): Pick<Diff['customers'], 'new' | 'gone' | 'changed'> {
  const [old, now] = [customerReaders(before), customerReaders(after)];
  const fields = [...new Set([...old.keys(), ...now.keys()])].sort(byText);
  const readers = fields.map(
    (field) => [field, old.get(field) ?? NOT_GIVEN, now.get(field) ?? NOT_GIVEN] as const,
  );
  const gone: Diff['customers']['gone'] = [];
  const changed: Diff['customers']['changed'] = [];
  const shared = before.customers === after.customers;
  for (let row = 0; row < before.customers.count && !shared; row++) {
    const there = customers.forward[row]!;
    if (there < 0) {
      gone.push(was.customer(row));
      continue;
    }
    const different = readers.flatMap(([field, one, other]) => (one(row) === other(there) ? [] : [field]));
    if (different.length > 0) changed.push({ customer: is.customer(there), fields: different });
  }
  const arrived: Diff['customers']['new'] = [];
  customers.backward.forEach((there, row) => {
    if (there < 0) arrived.push(is.customer(row));
  });
  return {
    new: sortedBy(arrived, ({ id }) => id),
    gone: sortedBy(gone, ({ id }) => id),
    changed: sortedBy(changed, ({ customer }) => customer.id),
  };
}
