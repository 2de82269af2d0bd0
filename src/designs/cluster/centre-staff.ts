import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import { bySeniority, mostSenior } from '../seniority.ts';
import { mostReports } from '../unit-chart.ts';
import { demandOf, type Group } from './groups.ts';
import { headsMissing } from './heads.ts';
import { leadsNeeded } from './team-leads.ts';

/**
 * Whom a centre of expertise takes: first the head of the trade, where no cluster needs them for a head and no customer
 * would lose them; then who serves fewest customers by name, of equals who leads fewest people, then the more senior; those
 * whom clusters need for heads and team leads last. The function returned picks so many of the holders of a capability.
 * Cost: people, and the holders for each one who is picked.
 */
export function centrePicker(
  organisation: Organisation,
  holders: ReadonlyMap<Index, readonly Index[]>,
  groups: readonly Group[],
): (capability: Index, count: number, from: readonly Index[]) => readonly Index[] {
  const tree = treeOf(organisation);
  const { vacant } = organisation.people;
  const served = new Int32Array(organisation.people.count);
  for (const seat of organisation.relationships.seat) served[seat]!++;
  const isThere = (seat: Index) => vacant[seat] === 0;
  const there = [...holders.values()].flat().filter(isThere);
  const reserved = leadersNeeded(organisation, there, holders.size, groups);
  return (capability, count, from) => {
    const own = holders.get(capability)!.filter(isThere);
    const top = mostSenior(organisation, own);
    const rank = (seat: Index) => (reserved.has(seat) ? 2 : seat === top && served[seat] === 0 ? 0 : 1);
    const before = (a: Index, b: Index) =>
      rank(a) - rank(b) || served[a]! - served[b]! || reportsOf(tree, a) - reportsOf(tree, b);
    const left = new Set(from.filter(isThere));
    const picked: Index[] = [];
    while (picked.length < count && left.size > 0) {
      let best: Index[] = [];
      for (const seat of left) {
        const order = best.length === 0 ? -1 : before(seat, best[0]!);
        if (order < 0) best = [seat];
        else if (order === 0) best.push(seat);
      }
      const next = mostSenior(organisation, best, own);
      picked.push(next);
      left.delete(next);
    }
    return picked;
  };
}

/** Managers whom clusters need: one for each without a director, and team leads where a group is too large for one manager. */
function leadersNeeded(
  organisation: Organisation,
  there: readonly Index[],
  capabilities: number,
  groups: readonly Group[],
): ReadonlySet<Index> {
  const tree = treeOf(organisation);
  const { policy } = organisation;
  const heads = headsMissing(organisation, groups);
  const demand = groups.map(demandOf);
  const all = demand.reduce((a, b) => a + b, 0);
  const staff = there.length - capabilities * policy.centreSize - heads;
  let needed = heads;
  if (all > 0)
    for (const part of demand) needed += leadsNeeded(Math.round((staff * part) / all), mostReports(policy));
  const managers = there.filter((seat) => reportsOf(tree, seat) > 0);
  return new Set(bySeniority(organisation, managers, there).slice(0, needed));
}
