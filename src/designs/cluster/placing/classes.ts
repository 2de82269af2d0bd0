import type { Index } from '../../../model/organisation.ts';
import type { AssignmentProblem } from '../assignment/problem.ts';
import { eachPull, type Worth } from './goals.ts';
import { crosses, type Ties } from './ties.ts';

/** A problem, and the seats of each of its classes. */
export interface Classed {
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
): Classed {
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
