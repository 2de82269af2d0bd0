import { lazy } from '../../../base/memo.ts';
import type { Index } from '../../../model/organisation.ts';
import { indexIn } from '../../../numbers/sorted.ts';
import { type ClusterOptions, usualClusterOptions } from '../../../schema/input/designs.ts';
import type { AssignmentProblem } from './assignment/problem.ts';
import { crosses, type Ties } from './ties.ts';

/** How people are placed, where the options of a design say so. */
export type PlacingOptions = Pick<ClusterOptions, 'pinned' | 'goals' | 'mustStay' | 'timeLimit' | 'seatsBy'>;

/** Where a design has no such options. */
export const usualPlacing = lazy((): PlacingOptions => usualClusterOptions());

/** Values are whole millionths, so that sums, and the proof that none is greater, are exact. */
export const MILLIONTHS = 1e6;

/** What one seat contributes to the goals in each group, in millionths. */
interface Worth {
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
function eachPull(ties: Ties, worth: Worth, seat: Index, visit: (group: number, gain: number) => void): void {
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
  const k = indexIn(ties.group, group, ties.start[seat]!, ties.start[seat + 1]!);
  return (
    (k < 0 ? 0 : Math.round(worth.customers * ties.share[k]!)) +
    (ties.home[seat] === group ? worth.team : 0) -
    (crosses(ties, ties.area[seat]!, group) ? worth.location : 0)
  );
}

/** A problem, and the seats of each of its classes. */
interface ClassedProblem {
  readonly problem: AssignmentProblem;
  readonly members: readonly (readonly Index[])[];
}

/**
 * Who may be placed in one group as well as another, as classes: the same share of customer hours in the same groups, the same
 * home group, the same location as far as it matters. `mustStay` keeps those who could cross out of groups that they
 * would cross to; then placing one more of them counts for more than any rearrangement of the others, so that as few as
 * possible stay out. A centre of expertise is one more group, the last one, in which nobody gains and to which nobody
 * crosses. Classes stand in the order of their first seat. Linear in seats and their ties.
 */
export function classesOf(
  ties: Ties,
  worth: Worth,
  mustStay: boolean,
  seats: readonly Index[],
  room: readonly number[],
  centre = 0,
): ClassedProblem {
  // One more person placed displaces one in each group at most.
  const placed = mustStay ? (room.length + 3) * (worth.customers + worth.team + worth.location) + 1 : 0;
  const located = mustStay || worth.location > 0;
  const index = new Map<string, number>();
  const members: Index[][] = [];
  const start = [0];
  const [group, gain, area, out]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const seat of seats) {
    const at = located ? ties.area[seat]! : -1;
    const stays = mustStay && at >= 0;
    const first = group.length;
    let key = `${at}`;
    eachPull(ties, worth, seat, (to, pull) => {
      const across = crosses(ties, at, to);
      if (stays && across) return;
      const here = at < 0 || across ? 0 : stays ? placed : worth.location;
      group.push(to);
      gain.push(pull + here);
      key += `|${to}:${pull + here}`;
    });
    const known = index.get(key);
    if (known !== undefined) {
      members[known]!.push(seat);
      group.length = first;
      gain.length = first;
      continue;
    }
    index.set(key, members.length);
    members.push([seat]);
    start.push(group.length);
    area.push(at);
    out.push(stays ? 1 : 0);
  }
  const problem = {
    seats: Int32Array.from(centre > 0 ? [...room, centre] : room),
    size: Int32Array.from(members, (list) => list.length),
    start: Int32Array.from(start),
    group: Int32Array.from(group),
    gain: Float64Array.from(gain),
    area: Int32Array.from(area),
    areaGain: mustStay ? placed : worth.location,
    areaStart: ties.areaStart,
    areaGroup: ties.areaGroup,
    open: centre > 0 ? Int32Array.of(...ties.open, room.length) : ties.open,
    mayStayOut: Uint8Array.from(out),
  };
  return { problem, members };
}
