import type { Index, Organisation } from './organisation.ts';
import { reportsOf, treeOf } from './tree.ts';

/** A lead and the direct reports. */
export interface Team {
  readonly lead: Index;
  /** People, lead counted, open seats not. */
  readonly people: number;
  /** Direct reports, open seats counted. */
  readonly reports: number;
  /** A leadership group: at least half of the reports lead people themselves. It is judged by its span only. */
  readonly leadership: boolean;
}

/**
 * The groups of people under one lead: a team where more than half of the direct reports, open seats aside, lead nobody,
 * otherwise a leadership group. Linear in the seats.
 */
export function teamsOf(organisation: Organisation): readonly Team[] {
  const { people } = organisation;
  const tree = treeOf(organisation);
  const teams: Team[] = [];
  for (let lead = 0; lead < people.count; lead++) {
    const reports = reportsOf(tree, lead);
    if (reports === 0) continue;
    let leafs = 0;
    let present = 0;
    for (let k = tree.reportStart[lead]!; k < tree.reportStart[lead + 1]!; k++) {
      const seat = tree.report[k]!;
      if (people.vacant[seat] === 1) continue;
      present++;
      if (reportsOf(tree, seat) === 0) leafs++;
    }
    teams.push({
      lead,
      people: present + (people.vacant[lead] === 1 ? 0 : 1),
      reports,
      leadership: leafs * 2 <= present,
    });
  }
  return teams;
}

/** Whether a team under this lead is judged by a minimum: centres of expertise and common services have none. */
export function hasMinimum(organisation: Organisation, lead: Index): boolean {
  const unit = organisation.units[organisation.unitOf[lead]!];
  return unit?.kind !== 'common-service' && unit?.kind !== 'centre-of-expertise';
}
