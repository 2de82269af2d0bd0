import { eachUnit } from '../../model/accountability.ts';
import type { Index } from '../../model/organisation.ts';
import type { View } from '../../model/view.ts';
import type { UnitKind } from '../../schema/input/department.ts';
import { defineMeasure } from '../measure.ts';

/** A centre or common service passes insight on, and is no end of it. */
const isHub = (kind: UnitKind | undefined) => kind === 'centre-of-expertise' || kind === 'common-service';

/** Accountable units with somebody in them, and in no centre or common service, who serves customers. Linear in people. */
function facing(view: View): ReadonlySet<Index> {
  const { people, capabilities, units, unitOf } = view.organisation;
  const { at } = view.accountability();
  const found = new Set<Index>();
  for (let seat = 0; seat < people.count; seat++) {
    const role = capabilities[people.capability[seat]!]?.role;
    if (role === undefined || role === 'enabling' || role === 'leadership') continue;
    if (isHub(units[unitOf[seat]!]?.kind)) continue;
    eachUnit(at, at.membershipOf(seat), (unit) => found.add(unit));
  }
  return found;
}

const into = (map: Map<Index, Set<Index>>, key: Index, value: Index) => {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
};

/** Whom each accountable unit tells something by a flow, directly or through one centre or common service. */
function toldByFlows(view: View): ReadonlyMap<Index, ReadonlySet<Index>> {
  const { units, flows } = view.organisation;
  const { at } = view.accountability();
  const { head } = view.heads();
  const [told, hears, passesTo] = [1, 2, 3].map(() => new Map<Index, Set<Index>>()) as [
    Map<Index, Set<Index>>,
    Map<Index, Set<Index>>,
    Map<Index, Set<Index>>,
  ];
  for (const { from, to } of flows) {
    const [a, b] = [from, to].map((unit) => (head[unit]! < 0 ? -1 : at.unitOf(head[unit]!))) as [
      Index,
      Index,
    ];
    if (isHub(units[from]!.kind)) {
      if (!isHub(units[to]!.kind) && b >= 0) into(passesTo, from, b);
    } else if (a >= 0) {
      if (isHub(units[to]!.kind)) into(hears, to, a);
      else if (b >= 0) into(told, a, b);
    }
  }
  for (const [hub, sources] of hears)
    for (const source of sources) for (const target of passesTo.get(hub) ?? []) into(told, source, target);
  return told;
}

/** The same by who works with whom, which goes both ways. */
function toldAtWork(view: View): ReadonlyMap<Index, ReadonlySet<Index>> {
  const { at } = view.accountability();
  const told = new Map<Index, Set<Index>>();
  for (const { from, to } of view.organisation.interactions) {
    into(told, at.unitOf(from), at.unitOf(to));
    into(told, at.unitOf(to), at.unitOf(from));
  }
  return told;
}

export const insightReach = defineMeasure({
  id: 'insight.reach',
  label: 'Units that hear what others learn',
  summary: 'How many of the units that serve customers hear what another one of them learned.',
  formula:
    'Ordered pairs of accountable units with people who serve customers, those of centres and common services left out, of which the one tells the other by a flow, directly or through one centre of expertise or common service, divided by all such pairs. Without any flow: pairs in which somebody works with somebody (interactions). Neither, or fewer than two units: null.',
  unit: 'fraction',
  better: 'higher',
  source: 'Comment on Jackson; the figure is ours.',
  change: '`flows:`, and `interactions:` where there are none.',
  needs: ['capabilities'],
  byConstruction: { cluster: 1, lifecycle: 0.5 },
  take: (view) => {
    const { flows, interactions } = view.organisation;
    if (flows.length + interactions.length === 0)
      return { value: null, reason: 'The file has neither flows nor interactions.' };
    const units = facing(view);
    if (units.size < 2) return { value: null, reason: 'Fewer than two accountable units serve customers.' };
    const told = flows.length > 0 ? toldByFlows(view) : toldAtWork(view);
    let joined = 0;
    for (const from of units)
      for (const to of told.get(from) ?? []) if (to !== from && units.has(to)) joined++;
    return { value: joined / (units.size * (units.size - 1)) };
  },
});
