import { rowsById } from '../../base/columns.ts';
import { memo, passingMemo } from '../../base/memo.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { type ReportingTree, treeOf } from '../../model/tree.ts';

/** Where each index of one column stands in another; -1 where its id is not there. */
interface IdMatch {
  /** By index before. */
  readonly forward: Int32Array;
  /** By index after. */
  readonly backward: Int32Array;
}

/** Who is who in two organisations: seats, customers and units are the same where their ids are. */
export interface Matching {
  readonly before: Organisation;
  readonly after: Organisation;
  readonly seats: IdMatch;
  readonly customers: IdMatch;
  readonly units: IdMatch;
  readonly trees: { readonly before: ReportingTree; readonly after: ReportingTree };
}

/** Whether `after` is `before` with something added at its end, as the seats of a design are. */
const extendsIds = (before: readonly string[], after: readonly string[]): boolean =>
  before === after || (before.length <= after.length && before.every((id, at) => id === after[at]));

/** Linear; without a look-up where the ids of one column begin the other. Most designs share one column. */
const matchIds = memo((before: readonly string[], after: readonly string[]): IdMatch => {
  const forward = new Int32Array(before.length).fill(-1);
  const backward = new Int32Array(after.length).fill(-1);
  const placeOf = extendsIds(before, after) ? null : rowsById(after);
  for (let at = 0; at < before.length; at++) {
    const there = placeOf === null ? at : placeOf.get(before[at]!);
    if (there === undefined) continue;
    forward[at] = there;
    backward[there] = at;
  }
  return { forward, backward };
});

const unitIds = ({ units }: Organisation): readonly string[] => units.map(({ id }) => id);

/** The matching of two organisations. Linear. */
export const matchingOf = (before: Organisation, after: Organisation): Matching => matchedWith(after, before);

/** The design first: today's stays, and what it is compared with is let go of. */
const matchedWith = passingMemo(
  (after: Organisation, before: Organisation): Matching => ({
    before,
    after,
    seats: matchIds(before.people.id, after.people.id),
    customers: matchIds(before.customers.id, after.customers.id),
    units: matchIds(unitIds(before), unitIds(after)),
    trees: { before: treeOf(before), after: treeOf(after) },
  }),
);

/** Whether two references lead to the same thing; -1 is nothing, and the same as nothing only. */
const isSame = ({ forward }: IdMatch, before: Index, after: Index): boolean =>
  before < 0 || after < 0 ? before < 0 && after < 0 : forward[before] === after;

export const sameUnit = ({ units }: Matching, before: Index, after: Index): boolean =>
  isSame(units, before, after);

export const sameSeat = ({ seats }: Matching, before: Index, after: Index): boolean =>
  isSame(seats, before, after);

/**
 * The seat after of somebody who is there before and after; -1 for an open seat, and for who is in only one of the two or
 * whose seat stands open in one.
 */
export function stayer({ before, after, seats }: Matching, seat: Index): Index {
  const there = seats.forward[seat]!;
  if (there < 0 || before.people.vacant[seat] === 1 || after.people.vacant[there] === 1) return -1;
  return there;
}
