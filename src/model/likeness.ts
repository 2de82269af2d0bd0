import { memo } from '../base/memo.ts';
import { byText } from '../base/text.ts';
import {
  type Customers,
  type Index,
  type Organisation,
  PEOPLE_AS_GIVEN,
  type People,
  type Serves,
} from './organisation.ts';
import { type ReportingTree, reportsOf, seatsOfSeveral, treeOf } from './tree.ts';

/** Joins two 32-bit numbers into one that looks like neither; the order counts. */
function mix(a: number, b: number): number {
  let x = (a ^ Math.imul(b ^ 0x9e3779b9, 0x85ebca6b)) | 0;
  x = Math.imul(x ^ (x >>> 15), 0xc2b2ae35);
  return (x ^ (x >>> 13)) | 0;
}

function textCode(text: string): number {
  let code = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) code = Math.imul(code ^ text.charCodeAt(at), 0x01000193);
  return code | 0;
}

const FLOAT = new Float64Array(1);
const WORDS = new Int32Array(FLOAT.buffer);
/** Any NaN is the same to it, and −0 is 0. */
function numberCode(value: number): number {
  FLOAT[0] = Number.isNaN(value) ? Number.NaN : value + 0;
  return mix(WORDS[0]!, WORDS[1]!);
}

/** Amounts as parts of the largest: in whatever currency, and however it is counted, the same. */
function parts(column: Float64Array): Float64Array {
  const most = column.reduce((a, b) => (b > a ? b : a), 0);
  return most > 0 ? column.map((value) => Math.round((value / most) * 1e9)) : column;
}

/** Grades by their places: only the order of them counts. */
function places(column: Float64Array): Float64Array {
  const at = new Map<number, number>();
  for (let row = 0; row < column.length; row++) if (!Number.isNaN(column[row]!)) at.set(column[row]!, 0);
  for (const [place, value] of [...at.keys()].sort((a, b) => a - b).entries()) at.set(value, place);
  return column.map((value) => at.get(value) ?? Number.NaN);
}

/** Columns joined row by row; texts that stand often are read once. */
class Rows {
  readonly code: Int32Array;
  constructor(count: number) {
    this.code = new Int32Array(count);
  }
  numbers(column: ArrayLike<number>): this {
    for (let row = 0; row < this.code.length; row++)
      this.code[row] = mix(this.code[row]!, numberCode(column[row]!));
    return this;
  }
  texts(column: readonly string[]): this {
    const known = new Map<string, number>();
    for (let row = 0; row < this.code.length; row++) {
      const text = column[row]!;
      let code = known.get(text);
      if (code === undefined) {
        code = textCode(text);
        known.set(text, code);
      }
      this.code[row] = mix(this.code[row]!, code);
    }
    return this;
  }
  column(column: readonly string[] | ArrayLike<number>): this {
    return Array.isArray(column) ? this.texts(column) : this.numbers(column as ArrayLike<number>);
  }
  at(row: Index, code: number): void {
    if (row >= 0) this.code[row] = (this.code[row]! + mix(code, 0x51ed27)) | 0;
  }
}

/** What says who somebody is, and not what they are like, and what is looked at in its own way. */
const TOLD_APART: ReadonlySet<keyof People> = new Set(['id', 'name', 'email', 'level', 'costPerYear']);

/** Units whose head is not the one that they would have if none were declared, as far as that is easily seen. */
function unlikeHeads({ units, unitOf, people }: Organisation, tree: ReportingTree): Uint8Array {
  const tops = new Int32Array(units.length);
  const isTop = (seat: Index) =>
    unitOf[seat]! >= 0 && (unitOf[tree.boss[seat]!] ?? -1) !== unitOf[seat] && reportsOf(tree, seat) > 0;
  for (let seat = 0; seat < people.count; seat++) if (isTop(seat)) tops[unitOf[seat]!]!++;
  return Uint8Array.from(units, ({ head }, unit) =>
    Number(head >= 0 && !(tops[unit] === 1 && unitOf[head] === unit && isTop(head))),
  );
}

function ownOfPeople(organisation: Organisation): Int32Array {
  const { people, capabilities, units, unitOf, teams, officer } = organisation;
  const unlike = unlikeHeads(organisation, treeOf(organisation));
  const rows = new Rows(people.count);
  rows.numbers(places(people.level)).numbers(parts(people.costPerYear));
  for (const name of PEOPLE_AS_GIVEN) if (!TOLD_APART.has(name)) rows.column(people[name]);
  const skill = capabilities.map(({ id }) => textCode(id));
  const unit = units.map(({ name, kind, phase }) => textCode(`${name} ${kind} ${phase ?? ''}`));
  for (let seat = 0; seat < people.count; seat++)
    rows.code[seat] = mix(
      mix(rows.code[seat]!, skill[people.capability[seat]!] ?? 0),
      unit[unitOf[seat]!] ?? 0,
    );
  for (const [seat, further] of people.secondary) for (const one of further) rows.at(seat, skill[one]!);
  units.forEach(({ head, answersTo }, at) => {
    if (unlike[at] === 1) rows.at(head, mix(unit[at]!, 1));
    rows.at(answersTo ?? -1, mix(unit[at]!, 2));
  });
  for (const { name, lead, members } of teams) {
    rows.at(lead, mix(textCode(name), 3));
    for (const { seat, share } of members) rows.at(seat, mix(textCode(name), numberCode(share)));
  }
  rows.at(officer?.seat ?? -1, 4);
  return rows.code;
}

function ownOfCustomers(organisation: Organisation): Int32Array {
  const { customers, journeys, capabilities, units, teams } = organisation;
  const rows = new Rows(customers.count)
    .numbers(customers.customers)
    .numbers(customers.market)
    .numbers(customers.prospect)
    .numbers(parts(customers.revenue))
    .numbers(customers.margin)
    .numbers(customers.retention)
    .numbers(parts(customers.acquisitionCost))
    .numbers(customers.satisfaction)
    // The built-in one follows from the effort.
    .numbers(journeys[0]?.builtIn === true ? new Int32Array(customers.count) : customers.journey);
  for (const columns of [customers.effort, customers.assumedEffort])
    for (const [capability, hours] of columns) {
      const code = textCode(capabilities[capability]!.id);
      hours.forEach((one, row) => {
        if (!Number.isNaN(one)) rows.at(row, mix(code, numberCode(one)));
      });
    }
  // A value is known by which customers have it, whatever it is called.
  const before = rows.code.slice();
  for (const { name, codes, values } of customers.attributes) {
    const code = new Int32Array(values.length);
    for (let row = 0; row < customers.count; row++)
      if (codes[row]! >= 0) code[codes[row]!] = (code[codes[row]!]! + mix(before[row]!, 16)) | 0;
    const own = textCode(name);
    for (let row = 0; row < customers.count; row++)
      rows.code[row] = mix(rows.code[row]!, mix(own, code[codes[row]!] ?? 0));
  }
  for (const [row, several] of customers.journeys)
    for (const { journey, share } of several) rows.at(row, mix(journey, numberCode(share)));
  const mark = (serves: Serves | null, code: number) => {
    if (serves?.kind === 'some') for (const row of serves.customers) rows.at(row, code);
  };
  for (const { serves, name } of units) mark(serves, textCode(name));
  for (const { serves, name } of teams) mark(serves, mix(textCode(name), 5));
  markFamilies(customers, rows);
  return rows.code;
}

/** Accounts of one parent: each knows what the others are like. */
function markFamilies({ parent, id, count }: Customers, rows: Rows): void {
  if (parent.every((one) => one === '')) return;
  const own = rows.code.slice();
  const family = new Map<string, number>();
  for (let row = 0; row < count; row++)
    if (parent[row] !== '')
      family.set(parent[row]!, ((family.get(parent[row]!) ?? 0) + mix(own[row]!, 6)) | 0);
  for (let row = 0; row < count; row++) {
    rows.at(row, family.get(parent[row]!) ?? 0);
    rows.at(row, mix(family.get(id[row]!) ?? 0, 7));
  }
}

/** Numbers that say what people and customers are like; what is alike in everything but the id has the same. */
interface Likeness {
  readonly people: Int32Array;
  readonly customers: Int32Array;
  /** What the attributes of customers are called: for those whom nothing else tells apart. */
  readonly names: Int32Array;
}

function namesOfAttributes({ customers }: Organisation): Int32Array {
  const rows = new Rows(customers.count);
  for (const { name, codes, values } of customers.attributes) {
    const code = values.map((value) => textCode(`${name}=${value}`));
    for (let row = 0; row < customers.count; row++)
      rows.code[row] = mix(rows.code[row]!, code[codes[row]!] ?? 0);
  }
  return rows.code;
}

/** How often what somebody is like reaches whom they work with. */
const ROUNDS = 2;

/**
 * What each person and each customer is like, by what is known of them, of everyone above and below them, of whom they serve
 * and work with, and of no id: renaming changes none of it. Different numbers tell two apart; the same one means, but for
 * chance in 2³², that nothing does within two steps of the network. Linear in seats, lines, customers and relationships.
 */
export const likenessOf = memo((organisation: Organisation): Likeness => {
  const { relationships, lines, interactions, units } = organisation;
  const { boss, order } = treeOf(organisation);
  const own = ownOfPeople(organisation);
  const ownCustomers = ownOfCustomers(organisation);
  let found = own;
  let people = own;
  let customers = ownCustomers;
  for (let round = 0; round < ROUNDS; round++) {
    const next = own.slice();
    const add = (seat: Index, code: number) => {
      next[seat] = (next[seat]! + code) | 0;
    };
    for (let customer = 0; customer < customers.length; customer++)
      for (let k = relationships.start[customer]!; k < relationships.start[customer + 1]!; k++)
        add(relationships.seat[k]!, mix(customers[customer]!, 8));
    // One line of one job says no more than the tree.
    for (const seat of lines.job === undefined ? seatsOfSeveral(lines) : next.keys())
      for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++) {
        const job = lines.job === undefined ? -1 : lines.job[k]!;
        const code = textCode(job < 0 ? '' : units[job]!.name);
        const line = mix(numberCode(lines.weight[k]!), mix(lines.dotted[k]!, code));
        add(seat, mix(people[lines.boss[k]!]!, line));
        add(lines.boss[k]!, mix(people[seat]!, mix(line, 9)));
      }
    for (const { from, to, weight } of interactions) {
      add(from, mix(people[to]!, mix(numberCode(weight), 10)));
      add(to, mix(people[from]!, mix(numberCode(weight), 11)));
    }
    // Of those above what they are themselves and whom they serve, and not who else is below them: whom somebody hires far away
    // changes nothing here. Bosses come first in the order: from the end for what is below, from the start for what is above.
    const over = next.slice();
    for (let at = order.length - 1; at >= 0; at--) {
      const seat = order[at]!;
      next[seat] = mix(next[seat]!, 12);
      if (boss[seat]! >= 0) add(boss[seat]!, mix(next[seat]!, 13));
    }
    for (let at = 0; at < order.length; at++) {
      const seat = order[at]!;
      if (boss[seat]! < 0) continue;
      next[seat] = mix(next[seat]!, over[boss[seat]!]!);
      over[seat] = mix(over[seat]!, over[boss[seat]!]!);
    }
    found = next;
    people = over;
    customers = ownCustomers.slice();
    for (let customer = 0; customer < customers.length; customer++) {
      let served = 0;
      for (let k = relationships.start[customer]!; k < relationships.start[customer + 1]!; k++)
        served = (served + mix(people[relationships.seat[k]!]!, 14)) | 0;
      customers[customer] = mix(customers[customer]!, served);
    }
  }
  return { people: found, customers, names: namesOfAttributes(organisation) };
});

/** The more first; what is not known comes last. */
const down = (a: number, b: number): number =>
  a > b ? -1 : a < b ? 1 : a === b ? 0 : Number(Number.isNaN(a)) - Number(Number.isNaN(b));

/** Two people by what they are themselves: people before open seats, then grade, pay and hours, the more first, title, place. */
export const byOwn =
  ({ vacant, level, costPerYear, fte, title, location }: People) =>
  (a: Index, b: Index): number =>
    vacant[a]! - vacant[b]! ||
    down(level[a]!, level[b]!) ||
    down(costPerYear[a]!, costPerYear[b]!) ||
    down(fte[a]!, fte[b]!) ||
    byText(title[a]!, title[b]!) ||
    byText(location[a]!, location[b]!);

/** The same, then by whom they work with, and by the id only where nothing else tells them apart. */
export function byWhatTellsApart(organisation: Organisation): (a: Index, b: Index) => number {
  const { people } = organisation;
  const own = byOwn(people);
  return (a, b) => {
    const first = own(a, b);
    if (first !== 0) return first;
    const { people: like } = likenessOf(organisation);
    return (
      like[a]! - like[b]! || byText(people.name[a]!, people.name[b]!) || byText(people.id[a]!, people.id[b]!)
    );
  };
}
