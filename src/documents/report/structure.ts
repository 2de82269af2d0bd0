import { given } from '../../base/given.ts';
import { memo } from '../../base/memo.ts';
import { customerCounts } from '../../model/customer-counts.ts';
import { abreastOf } from '../../model/heads.ts';
import { listed } from '../../model/listed.ts';
import type { Index, Organisation, Serves, Unit } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import type { ReportedFlow, ReportedUnit } from '../../schema/documents/structure.ts';
import type { UnitKind } from '../../schema/input/department.ts';

/** Customers listed one by one at most; more are told by their number. */
const MOST_IDS = 50;
/** The same of units that are a unit's customers: of thousands of units each would list thousands. */
const MOST_UNITS = 40;

function served({ customers }: Organisation, serves: Serves): ReportedUnit['serves'] {
  if (serves.kind === 'none') return { count: 0 };
  const { customers: count, prospects } = customerCounts(
    customers,
    serves.kind === 'all' ? undefined : serves.customers,
  );
  const counts = { count, ...(prospects > 0 ? { prospects } : {}) };
  if (serves.kind === 'all') return counts;
  const where = serves.where === undefined ? {} : { where: mapValues(serves.where, (values) => [...values]) };
  const ids =
    serves.where === undefined && serves.customers.length <= MOST_IDS
      ? { ids: listed(serves.customers, customers).map((row) => customers.id[row]!) }
      : {};
  return { ...counts, ...where, ...ids };
}

/** The units that are a unit's customers: by id, or, where they are many, by their number and what all of them are. */
function servedUnits({ units }: Organisation): (unit: Unit) => Partial<ReportedUnit> {
  const kinds = new Map(units.map(({ id, kind }) => [id, kind]));
  const ofKind = (wanted: UnitKind) => units.reduce((sum, { kind }) => sum + Number(kind === wanted), 0);
  // Services share one list.
  const told = memo((ids: readonly string[]) => {
    const [kind, ...others] = new Set(ids.map((id) => kinds.get(id)));
    const isAll = kind !== undefined && others.length === 0 && ofKind(kind) === ids.length;
    return { servesUnits: [], ...given({ servesAll: isAll ? kind : undefined }), servesCount: ids.length };
  });
  return ({ servesUnits }) =>
    servesUnits === undefined
      ? {}
      : servesUnits.length > MOST_UNITS
        ? told(servesUnits)
        : { servesUnits: [...servesUnits] };
}

const mapValues = <A, B>(record: Readonly<Record<string, A>>, of: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]));

/** Several who stand at the head of a unit side by side. */
function abreast(organisation: Organisation, unit: Index, names: boolean): Pick<ReportedUnit, 'abreast'> {
  const found = abreastOf(organisation, unit);
  if (found === null) return {};
  const { people } = organisation;
  const { seats, lead, above } = found;
  const id = people.id[above];
  return {
    abreast: {
      count: seats.length,
      lead,
      ...(id !== undefined && {
        above: {
          id,
          ...(names && people.name[above] ? { name: people.name[above] } : {}),
          ...(people.title[above] ? { title: people.title[above] } : {}),
        },
      }),
    },
  };
}

/**
 * The units of a design with their own members; people without a unit stand under an id of '' at the end. With `names` the
 * name of each head stands beside the id.
 */
export function structureOf(view: View, names = false): ReportedUnit[] {
  const { organisation } = view;
  const { units, unitOf, people } = organisation;
  const { head } = view.heads();
  const unitsServed = servedUnits(organisation);
  const counts = units.map(() => ({ people: 0, vacant: 0 }));
  const without = { people: 0, vacant: 0 };
  for (let seat = 0; seat < people.count; seat++) {
    const count = counts[unitOf[seat]!] ?? without;
    if (people.vacant[seat] === 1) count.vacant++;
    else count.people++;
  }
  const listed = units.map(
    (unit, index): ReportedUnit => ({
      id: unit.id,
      name: unit.name,
      kind: unit.kind,
      parent: units[unit.parent]?.id ?? null,
      head: people.id[head[index]!] ?? null,
      ...counts[index]!,
      serves: served(organisation, unit.serves),
      ...(names && people.name[head[index]!] ? { headName: people.name[head[index]!]! } : {}),
      ...(people.title[head[index]!] ? { headTitle: people.title[head[index]!]! } : {}),
      ...(people.vacant[head[index]!] === 1 ? { headVacant: true as const } : {}),
      ...abreast(organisation, index, names),
      ...(unit.accountable ? { accountable: true } : {}),
      ...(unit.phase === null ? {} : { phase: unit.phase }),
      ...(unit.capability < 0 ? {} : { capability: organisation.capabilities[unit.capability]!.id }),
      ...unitsServed(unit),
      ...(unit.decides === undefined ? {} : { decides: [...unit.decides] }),
      ...(unit.advises === undefined ? {} : { advises: [...unit.advises] }),
      ...(unit.charter === undefined ? {} : { charter: unit.charter }),
      ...(unit.scorecard === undefined ? {} : { scorecard: [...unit.scorecard] }),
    }),
  );
  if (without.people + without.vacant > 0)
    listed.push({
      id: '',
      name: 'Without a department',
      kind: 'department',
      parent: null,
      head: null,
      ...without,
      serves: served(organisation, { kind: 'all' }),
    });
  return listed;
}

/** What the units let each other know. */
export const flowsOf = ({ organisation: { flows, units } }: View): ReportedFlow[] =>
  flows.map(({ from, to, what, kind }) => ({ from: units[from]!.id, to: units[to]!.id, what, kind }));
