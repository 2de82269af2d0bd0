import type { Index, Organisation } from '../../../model/organisation.ts';
import { reportsOf, treeOf } from '../../../model/tree.ts';
import { mostReports } from '../../hierarchy/unit-chart.ts';
import type { Exchange } from './exchange.ts';

/** Direct reports of somebody in each group. */
export function reportsByGroup(
  organisation: Organisation,
  seat: Index,
  groupOf: Int32Array,
): ReadonlyMap<number, number> {
  const { report, reportStart } = treeOf(organisation);
  const found = new Map<number, number>();
  for (let k = reportStart[seat]!; k < reportStart[seat + 1]!; k++) {
    const at = groupOf[report[k]!]!;
    if (at >= 0) found.set(at, (found.get(at) ?? 0) + 1);
  }
  return found;
}

/** Puts the other managers where most of their people are, as far as that costs nothing. */
export function joinTeams(organisation: Organisation, heads: ReadonlySet<Index>, exchange: Exchange): void {
  const tree = treeOf(organisation);
  const { groupOf } = exchange;
  for (let seat = 0; seat < groupOf.length; seat++) {
    if (groupOf[seat]! < 0 || heads.has(seat) || reportsOf(tree, seat) === 0) continue;
    const reports = reportsByGroup(organisation, seat, groupOf);
    const here = reports.get(groupOf[seat]!) ?? 0;
    const better = [...reports].filter(([, count]) => count > here).sort(([a, n], [b, m]) => m - n || a - b);
    better.find(([to]) => exchange.move(seat, to));
  }
}

/** Team leads below the head that a group of so many people needs where each has at most `size` reports. */
export const leadsNeeded = (people: number, size: number): number =>
  Math.max(0, Math.ceil((people - size) / (size - 1)));

/**
 * Gives groups that are too large for one manager the leads they need, from groups that have more than theirs, as far as
 * that costs nothing: those whose people are mostly elsewhere first.
 */
export function spreadLeads(
  organisation: Organisation,
  heads: ReadonlyMap<number, Index>,
  exchange: Exchange,
): void {
  const tree = treeOf(organisation);
  const { groupOf } = exchange;
  const size = mostReports(organisation.policy);
  const leading = new Set(heads.values());
  const people = new Map<number, number>();
  const leads = new Map<number, Index[]>();
  groupOf.forEach((at, seat) => {
    if (at < 0 || leading.has(seat)) return;
    people.set(at, (people.get(at) ?? 0) + 1);
    if (reportsOf(tree, seat) === 0 || organisation.people.vacant[seat] === 1) return;
    const list = leads.get(at);
    if (list === undefined) leads.set(at, [seat]);
    else list.push(seat);
  });
  const spare = (at: number) => (leads.get(at)?.length ?? 0) - leadsNeeded(people.get(at) ?? 0, size);
  const inGroup = (seat: Index) => reportsByGroup(organisation, seat, groupOf).get(groupOf[seat]!) ?? 0;
  const givers = [...leads.keys()].filter((at) => spare(at) > 0);
  const offered = givers
    .flatMap((at) => leads.get(at)!.map((seat) => ({ seat, at, reports: inGroup(seat) })))
    .sort((a, b) => a.reports - b.reports || a.seat - b.seat);
  for (const [to] of people)
    for (const { seat, at } of offered) {
      if (spare(to) >= 0) break;
      if (spare(at) <= 0 || groupOf[seat] !== at || !exchange.move(seat, to, true)) continue;
      leads.set(
        at,
        leads.get(at)!.filter((one) => one !== seat),
      );
      leads.set(to, [...(leads.get(to) ?? []), seat]);
    }
}
