import { given } from '../base/given.ts';
import { byText } from '../base/text.ts';
import type { DepartmentInput } from '../schema/input/department.ts';
import type { Phase, ServesInput } from '../schema/input/fields.ts';
import type { Loaded, PeopleRows } from '../schema/loaded.ts';
import type { Attribute, Customers, Index, Organisation, Origin, Serves, Unit } from './organisation.ts';

const EVERYONE: Serves = { kind: 'all' };
const NOBODY: Serves = { kind: 'none' };

/** Customers that match every attribute of `where`; text is compared as written. Linear in the customers. */
function customersWhere(
  attributes: readonly Attribute[],
  count: number,
  where: Readonly<Record<string, readonly string[]>>,
): Int32Array {
  const tests = Object.entries(where).map(([name, values]) => {
    const attribute = attributes.find((candidate) => candidate.name === name);
    const wanted = new Set(
      values.map((value) => attribute?.values.indexOf(value) ?? -1).filter((code) => code >= 0),
    );
    return { codes: attribute?.codes, wanted };
  });
  const found: Index[] = [];
  for (let customer = 0; customer < count; customer++)
    if (tests.every(({ codes, wanted }) => codes !== undefined && wanted.has(codes[customer]!)))
      found.push(customer);
  return Int32Array.from(found);
}

/** What a `serves:` of the file stands for. */
export function resolveServes(
  wanted: ServesInput,
  customers: Pick<Customers, 'attributes' | 'count'>,
  customerIndex: ReadonlyMap<string, Index>,
): Serves {
  if (wanted === 'all') return EVERYONE;
  if (wanted === 'none') return NOBODY;
  if (Array.isArray(wanted))
    return {
      kind: 'some',
      customers: Int32Array.from(
        new Set(wanted.map((id) => customerIndex.get(id) ?? -1).filter((index) => index >= 0)),
      ).sort(),
    };
  const where: Record<string, readonly string[]> = {};
  for (const [name, values] of Object.entries(wanted.where))
    where[name] = typeof values === 'string' ? [values] : values;
  return { kind: 'some', customers: customersWhere(customers.attributes, customers.count, where), where };
}

/** Departments that people name, by name, each with the first by id of those who name it. Linear, but for their names. */
function firstOfEach({ department, id, count }: PeopleRows): readonly (readonly [string, Index])[] {
  const first = new Map<string, Index>();
  for (let seat = 0; seat < count; seat++) {
    const name = department[seat]!;
    const other = first.get(name);
    if (name !== '' && (other === undefined || id[seat]! < id[other]!)) first.set(name, seat);
  }
  return [...first].sort(([a], [b]) => byText(a, b));
}

/**
 * The units of a file: the declared departments, or those that people name, by name; a division that
 * people name becomes the parent. A unit that does not say whom it serves serves whom its parent serves.
 */
export function resolveUnits(
  loaded: Loaded,
  context: {
    customers: Customers;
    customerIndex: ReadonlyMap<string, Index>;
    capabilityIndex: ReadonlyMap<string, Index>;
    seatIndex: ReadonlyMap<string, Index>;
    seatOrigin: (seat: Index) => Origin;
    placeOf: Organisation['placeOf'];
  },
): { units: readonly Unit[]; unitOf: Int32Array } {
  const { people, input } = loaded;
  const declared = input.departments;
  const written: { department: DepartmentInput; origin: Origin }[] = (declared ?? []).map(
    (department, index) => ({
      department,
      origin: context.placeOf(['departments', index]),
    }),
  );
  const known = new Set(written.map(({ department }) => department.id));
  const add = (department: DepartmentInput, origin: Origin) => {
    known.add(department.id);
    written.push({ department, origin });
  };
  if (declared === undefined)
    for (const [id, seat] of firstOfEach(people)) {
      const division = people.division[seat]!;
      const parent = division === '' ? undefined : `division/${division}`;
      if (parent !== undefined && !known.has(parent))
        add({ id: parent, name: division, kind: 'department', accountable: false }, context.seatOrigin(seat));
      add({ id, kind: 'department', accountable: false, ...given({ parent }) }, context.seatOrigin(seat));
    }
  if (declared === undefined)
    for (const [seat, lines] of people.lines)
      for (const { job } of lines)
        if (job !== undefined && !known.has(job))
          add({ id: job, kind: 'department', accountable: false }, context.seatOrigin(seat));
  const index = new Map(written.map(({ department }, at) => [department.id, at]));
  const inherited = new Map<Index, Serves>();
  const servesOf = (at: Index): Serves => {
    const found = inherited.get(at);
    if (found !== undefined) return found;
    const { department } = written[at]!;
    const parent = department.parent === undefined ? -1 : (index.get(department.parent) ?? -1);
    const serves =
      department.serves !== undefined
        ? resolveServes(department.serves, context.customers, context.customerIndex)
        : department.kind === 'centre-of-expertise'
          ? NOBODY
          : parent >= 0
            ? servesOf(parent)
            : EVERYONE;
    inherited.set(at, serves);
    return serves;
  };
  // A sub-department of a phase works in that phase.
  const phaseOf = (at: Index): Phase | null => {
    for (let guard = 0, up = at; up >= 0 && guard < 64; guard++) {
      const { phase, parent } = written[up]!.department;
      if (phase !== undefined) return phase;
      up = parent === undefined ? -1 : (index.get(parent) ?? -1);
    }
    return null;
  };
  const units = written.map(
    ({ department, origin }, at): Unit => ({
      id: department.id,
      name: department.name ?? department.id,
      kind: department.kind,
      parent: department.parent === undefined ? -1 : (index.get(department.parent) ?? -1),
      head: department.head === undefined ? -1 : (context.seatIndex.get(department.head) ?? -1),
      serves: servesOf(at),
      accountable: department.accountable,
      phase: phaseOf(at),
      capability:
        department.capability === undefined ? -1 : (context.capabilityIndex.get(department.capability) ?? -1),
      ...(department.lead === 'none' ? { selfGoverning: true as const } : {}),
      ...given({
        answersTo:
          department.answersTo === undefined ? undefined : context.seatIndex.get(department.answersTo),
        servesUnits: department.servesUnits,
        decides: department.decides,
        advises: department.advises,
        charter: department.charter,
        scorecard: department.scorecard,
      }),
      origin,
    }),
  );
  const { department } = people;
  const unitOf = new Int32Array(department.length).map((_, seat) => index.get(department[seat]!) ?? -1);
  return { units, unitOf };
}

/** A unit that only groups others: made from a division column, without members of its own. */
export const isDivision = (unit: Unit) => unit.id.startsWith('division/');
