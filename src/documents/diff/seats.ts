import { losesTeam } from '../../measures/change/change.ts';
import { type Matching, stayer } from '../../measures/change/matching.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import type { Diff } from '../../schema/documents/diff.ts';
import { type PersonRef, type Refs, sortedBy } from './refs.ts';

type Seat = Diff['seats']['opened'][number];

const isOpen = ({ people }: Organisation, seat: Index): boolean => people.vacant[seat] === 1;

/** Open seats that come, go, are filled or are left. Linear. */
export function openSeats({ before, after, seats }: Matching, was: Refs, is: Refs): Diff['seats'] {
  const found: Record<keyof Diff['seats'], Seat[]> = { opened: [], closed: [], filled: [], vacated: [] };
  const told = (organisation: Organisation, refs: Refs, seat: Index): Seat => ({
    seat: refs.person(seat),
    title: organisation.people.title[seat]!,
    unit: refs.unitOrNone(organisation.unitOf[seat]!),
  });
  for (let seat = 0; seat < before.people.count; seat++) {
    const there = seats.forward[seat]!;
    if (there < 0) {
      if (isOpen(before, seat)) found.closed.push(told(before, was, seat));
    } else if (isOpen(before, seat) && !isOpen(after, there)) found.filled.push(told(after, is, there));
    else if (!isOpen(before, seat) && isOpen(after, there)) found.vacated.push(told(after, is, there));
  }
  for (let seat = 0; seat < after.people.count; seat++)
    if (seats.backward[seat]! < 0 && isOpen(after, seat)) found.opened.push(told(after, is, seat));
  const sorted = (list: readonly Seat[]) => sortedBy(list, ({ seat }) => seat.id);
  return {
    opened: sorted(found.opened),
    closed: sorted(found.closed),
    filled: sorted(found.filled),
    vacated: sorted(found.vacated),
  };
}

/** Seats that begin to lead, and people who lead nobody any more. Linear. */
export function leadSeats(matching: Matching, is: Refs): Diff['leads'] {
  const { before, after, seats } = matching;
  const [treeBefore, treeAfter] = [treeOf(before), treeOf(after)];
  const begun: Diff['leads']['new'] = [];
  for (let seat = 0; seat < after.people.count; seat++) {
    const then = seats.backward[seat]!;
    if (reportsOf(treeAfter, seat) === 0 || (then >= 0 && reportsOf(treeBefore, then) > 0)) continue;
    begun.push({
      person: is.person(seat),
      unit: is.unitOrNone(after.unitOf[seat]!),
      vacant: isOpen(after, seat),
    });
  }
  const withoutTeam: PersonRef[] = [];
  for (let seat = 0; seat < before.people.count; seat++) {
    const there = stayer(matching, seat);
    if (there >= 0 && losesTeam(matching, seat, there)) withoutTeam.push(is.person(there));
  }
  return {
    new: sortedBy(begun, ({ person }) => person.id),
    withoutTeam: sortedBy(withoutTeam, ({ id }) => id),
  };
}
