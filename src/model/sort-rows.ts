import { rowsAt } from '../base/columns.ts';
import { byText } from '../base/text.ts';
import type { Loaded } from '../schema/loaded.ts';
import { byOwn, likenessOf } from './likeness.ts';
import type { Index, Organisation } from './organisation.ts';
import { reportsOf, treeOf } from './tree.ts';

/** Seats by what tells them apart, those that nothing does by their managers; ids come last. Bosses are placed before reports. */
function orderOfPeople(organisation: Organisation): Int32Array {
  const { people, options } = organisation;
  const tree = treeOf(organisation);
  const { boss, depth } = tree;
  const { people: like, names } = likenessOf(organisation);
  const { start, seat: serving } = organisation.relationships;
  const served = new Int32Array(people.count);
  for (let customer = 0; customer < names.length; customer++)
    for (let k = start[customer]!; k < start[customer + 1]!; k++)
      served[serving[k]!] = (served[serving[k]!]! + names[customer]!) | 0;
  const own = byOwn(people);
  const order = new Int32Array(people.count)
    .map((_, seat) => seat)
    .sort((a, b) => own(a, b) || reportsOf(tree, b) - reportsOf(tree, a) || like[a]! - like[b]!);
  const place = new Int32Array(people.count);
  order.forEach((seat, at) => {
    place[seat] = at;
  });
  const pins = new Set(
    Object.values(options).flatMap((of) => ('pinned' in of ? Object.keys(of.pinned) : [])),
  );
  const isPinned = (seat: Index) => (pins.has(people.id[seat]!) ? 0 : 1);
  const rank = (seat: Index) => (boss[seat]! < 0 ? -1 : place[boss[seat]!]!);
  const atLast = (a: Index, b: Index) =>
    rank(a) - rank(b) ||
    isPinned(a) - isPinned(b) ||
    served[a]! - served[b]! ||
    byText(people.name[a]!, people.name[b]!) ||
    byText(people.id[a]!, people.id[b]!);
  const alike = runs(order, (a, b) => own(a, b) === 0 && like[a] === like[b]);
  // From the top, so that whoever stands above people who are alike has a place by then.
  for (const [from, to] of alike.sort(([a], [b]) => depth[order[a]!]! - depth[order[b]!]!)) {
    order.subarray(from, to).sort(atLast);
    for (let at = from; at < to; at++) place[order[at]!] = at;
  }
  return order;
}

/** Customers by revenue and number, then by what tells them apart, then by who serves them; `place` is that of each seat. */
function orderOfCustomers(organisation: Organisation, place: Int32Array): Int32Array {
  const { customers, relationships } = organisation;
  const { customers: like, names } = likenessOf(organisation);
  const { revenue, customers: number, name, id } = customers;
  const known = (value: number) => (Number.isNaN(value) ? -1 : value);
  const first = new Int32Array(customers.count).map((_, customer) => {
    let least = place.length;
    for (let k = relationships.start[customer]!; k < relationships.start[customer + 1]!; k++)
      least = Math.min(least, place[relationships.seat[k]!]!);
    return least;
  });
  return new Int32Array(customers.count)
    .map((_, customer) => customer)
    .sort(
      (a, b) =>
        known(revenue[b]!) - known(revenue[a]!) ||
        number[b]! - number[a]! ||
        like[a]! - like[b]! ||
        first[a]! - first[b]! ||
        names[a]! - names[b]! ||
        byText(name[a]!, name[b]!) ||
        byText(id[a]!, id[b]!),
    );
}

/** Stretches of an order, of two or more, in which neighbours are the same. */
function runs(order: Int32Array, same: (a: number, b: number) => boolean): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let from = 0, to = 1; from < order.length; from = to++) {
    while (to < order.length && same(order[from]!, order[to]!)) to++;
    if (to - from > 1) found.push([from, to]);
  }
  return found;
}

/**
 * The rows of a file in an order that neither their ids nor their place in the file say, but what tells people and customers
 * apart for the company: so an index settles ties wherever one has to be settled. `organisation` is the same file, its rows in
 * any order. Costs a few passes and a sort.
 */
export function sortedRows(loaded: Loaded, organisation: Organisation): Loaded {
  const people = orderOfPeople(organisation);
  const place = new Int32Array(people.length);
  people.forEach((seat, at) => {
    place[seat] = at;
  });
  const customers = orderOfCustomers(organisation, place);
  return {
    ...loaded,
    people: rowsAt(loaded.people, people),
    customers: {
      ...rowsAt(loaded.customers, customers),
      answers: rowsAt(loaded.customers.answers, customers),
    },
  };
}
