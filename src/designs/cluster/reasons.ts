import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import { staysPut } from '../hierarchy/settle.ts';
import { CENTRE, DIRECTS, PINNED, type Reason, type WhyHere } from '../reasons.ts';
import { indexIn } from './assignment/problem.ts';
import type { Group } from './groups.ts';
import type { Placement } from './placing/place-into.ts';
import { reportsByGroup } from './placing/team-leads.ts';

const HOME: Reason = { kind: 'team', text: 'most hours of their team’s customers are here' };
const REPORTS: Reason = { kind: 'team', text: 'most of their people are here' };
const OPEN: Reason = { kind: 'post', text: 'no customers of their own; a post was open here' };

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/**
 * Why each seat is in its group: a pin; where its customers' hours are, unless more of them are elsewhere; the home of its
 * team, or where most of those it leads are; else that a post was open. Constant for each seat, beside its own groups.
 */
export function whyInGroup(
  organisation: Organisation,
  groups: readonly Group[],
  { pins, ties, posts, groupOf }: Pick<Placement, 'pins' | 'ties' | 'posts' | 'groupOf'>,
): WhyHere {
  const inCentre = new Set([...posts.centres.values()].flat());
  const tree = treeOf(organisation);
  const leadsMostHere = (seat: Index, at: number): boolean =>
    reportsOf(tree, seat) > 0 &&
    2 * (reportsByGroup(organisation, seat, groupOf).get(at) ?? 0) > reportsOf(tree, seat);
  return (seat) => {
    const at = groupOf[seat]!;
    if (pins.has(seat)) return PINNED;
    if (at < 0) return inCentre.has(seat) ? CENTRE : staysPut(organisation, seat) ? DIRECTS : undefined;
    const { start, group, share } = ties;
    const [from, to] = [start[seat]!, start[seat + 1]!];
    const own = indexIn(group, from, to, at);
    const here = own < 0 ? 0 : share[own]!;
    let most = own < 0 ? from : own;
    for (let k = from; k < to; k++) if (share[k]! > share[most]!) most = k;
    if (own >= 0 && most === own) {
      const text = `${here > 0.995 ? 'all' : `${percent(here)} of`} their customers’ hours are here`;
      return { kind: 'customers', text };
    }
    if (ties.home[seat] === at) return HOME;
    if (leadsMostHere(seat, at)) return REPORTS;
    if (to === from) return OPEN;
    const elsewhere = `${percent(share[most]!)} in ${groups[group[most]!]!.name}`;
    return {
      kind: 'post',
      text: `a post was open here; of their customers’ hours ${percent(here)} are here, ${elsewhere}`,
    };
  };
}
