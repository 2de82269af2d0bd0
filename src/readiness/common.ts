import type { Index, Unit } from '../model/organisation.ts';
import type { View } from '../model/view.ts';
import { learns } from '../rules/best-practice.ts';
import { membersBelow } from '../rules/small-units.ts';
import { counted } from '../text.ts';
import { named, notPossible, type PlacedUnit, unitsOf } from './evidence.ts';
import { type Evidence, type Subject, stateOf } from './item.ts';

const NO_CLUSTER: readonly Evidence[] = [{ state: 'unknown', text: 'There is no cluster.' }];

/** Capabilities that people in clusters have, those who serve the whole company aside. */
function clustered(view: View, clusters: readonly PlacedUnit[]): readonly Index[] {
  const { people, capabilities } = view.organisation;
  const found = new Set<Index>();
  for (const { at } of clusters)
    for (const seat of membersBelow(view, at)) {
      const role = capabilities[people.capability[seat]!]?.role;
      if (role !== undefined && role !== 'enabling' && role !== 'leadership')
        found.add(people.capability[seat]!);
    }
  return [...found].sort((a, b) => a - b);
}

/** Whether every capability that is in the clusters has a centre of expertise. */
export function centres({ then, result }: Subject): readonly Evidence[] {
  if (then === null) return [notPossible(result)];
  const clusters = unitsOf(then, 'cluster');
  if (clusters.length === 0) return NO_CLUSTER;
  const { organisation } = then;
  const { capabilities, people } = organisation;
  const kept = new Set<Index>();
  for (const { at, unit } of unitsOf(then, 'centre-of-expertise')) {
    kept.add(unit.capability);
    for (const seat of membersBelow(then, at)) kept.add(people.capability[seat]!);
  }
  const wanted = clustered(then, clusters);
  const missing = wanted.filter((capability) => !kept.has(capability));
  const names = (list: readonly Index[]) => named(list.map((capability) => capabilities[capability]!.name));
  if (missing.length === 0)
    return [
      { state: stateOf(wanted.length, wanted.length), text: `There is a centre for ${names(wanted)}.` },
    ];
  return [
    {
      state: 'open',
      text: `There is no centre of expertise for ${names(missing)}.`,
      change: `Let somebody keep ${names(missing)} common to all clusters: policy: { centreSize: 1 }, with a person to spare in each.`,
    },
  ];
}

/** Whether services and centres say that clusters are their customers, and what they promise them. */
export function services({ then, result }: Subject): readonly Evidence[] {
  if (then === null) return [notPossible(result)];
  if (unitsOf(then, 'cluster').length === 0) return NO_CLUSTER;
  const units = [...unitsOf(then, 'common-service'), ...unitsOf(then, 'centre-of-expertise')];
  if (units.length === 0)
    return [{ state: 'unknown', text: 'There is no common service and no centre of expertise.' }];
  const of = counted(units.length, 'service or centre', 'services and centres');
  const say = (key: string, what: string, says: (unit: Unit) => boolean): Evidence => {
    const without = units.filter(({ unit }) => !says(unit));
    const there = units.length - without.length;
    const state = stateOf(there, units.length);
    const text = `${there} of ${of} ${there === 1 ? 'says' : 'say'} ${what} (${key}).`;
    return state === 'in-place'
      ? { state, text }
      : {
          state,
          text,
          at: without[0]!.unit.origin,
          change: `Write ${what} (${key}) into the entries of ${named(without.map(({ unit }) => unit.name))}.`,
        };
  };
  return [
    say(
      'servesUnits',
      'whom they have for customers',
      ({ servesUnits = [], charter }) => servesUnits.length > 0 || (charter?.targetCustomers ?? '') !== '',
    ),
    say(
      'charter.serviceLevels',
      'which service levels they promise',
      ({ charter }) => (charter?.serviceLevels ?? []).length > 0,
    ),
  ];
}

/** Whether every cluster passes on what it learns, and hears what others did. */
export function learning({ then, result }: Subject): readonly Evidence[] {
  if (then === null) return [notPossible(result)];
  const clusters = unitsOf(then, 'cluster');
  if (clusters.length === 0) return NO_CLUSTER;
  const joins = ({ at }: PlacedUnit) => learns(then.organisation, at);
  const joined = clusters.filter(joins);
  const apart = clusters.filter((cluster) => !joins(cluster));
  const state = stateOf(joined.length, clusters.length);
  const text = `${joined.length} of ${counted(clusters.length, 'cluster')} ${joined.length === 1 ? 'passes' : 'pass'} on what works, and ${joined.length === 1 ? 'hears' : 'hear'} of it (flows of the kind best-practice).`;
  return [
    state === 'in-place'
      ? { state, text }
      : {
          state,
          text,
          at: apart[0]!.unit.origin,
          change: `Add flows of the kind best-practice between ${named(apart.map(({ unit }) => unit.name))} and a centre of expertise, both ways.`,
        },
  ];
}
