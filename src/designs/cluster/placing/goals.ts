import type { Index } from '../../../model/organisation.ts';
import type { ClusterOptions } from '../../../schema/input/designs.ts';
import { indexIn } from '../assignment/problem.ts';
import { crosses, type Ties } from './ties.ts';

/** How people are placed, where the options of a design say so. */
export type PlacingOptions = Pick<ClusterOptions, 'goals' | 'mustStay' | 'timeLimit'>;

/** Values are whole millionths, so that sums, and the proof that none is greater, are exact. */
export const MILLIONTHS = 1e6;

/** What one seat contributes to the goals in each group, in millionths. */
export interface Worth {
  readonly customers: number;
  readonly team: number;
  readonly location: number;
}

export const worthOf = ({ customers, team, location }: PlacingOptions['goals']): Worth => ({
  customers: Math.round(customers * MILLIONTHS),
  team: Math.round(team * MILLIONTHS),
  location: Math.round(location * MILLIONTHS),
});

/** Calls `visit` with what a seat gains for its customers and its team, for the groups where it gains anything, in their order. */
export function eachPull(
  ties: Ties,
  worth: Worth,
  seat: Index,
  visit: (group: number, gain: number) => void,
): void {
  const home = worth.team > 0 ? ties.home[seat]! : -1;
  let homeMet = home < 0;
  for (let k = ties.start[seat]!; k < ties.start[seat + 1]!; k++) {
    const group = ties.group[k]!;
    if (!homeMet && home <= group) {
      homeMet = true;
      if (home < group) visit(home, worth.team);
    }
    const gain = Math.round(worth.customers * ties.share[k]!) + (home === group ? worth.team : 0);
    if (gain > 0) visit(group, gain);
  }
  if (!homeMet) visit(home, worth.team);
}

/** What the placing of a seat in a group contributes: customers and team, less the location where it crosses. */
export function worthIn(ties: Ties, worth: Worth, seat: Index, group: number): number {
  const k = indexIn(ties.group, ties.start[seat]!, ties.start[seat + 1]!, group);
  return (
    (k < 0 ? 0 : Math.round(worth.customers * ties.share[k]!)) +
    (ties.home[seat] === group ? worth.team : 0) -
    (crosses(ties, ties.area[seat]!, group) ? worth.location : 0)
  );
}
