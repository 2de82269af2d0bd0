import { memo } from '../../base/memo.ts';
import { counted } from '../../base/text.ts';
import { within } from '../../model/heads.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { qualityOf } from '../../model/quality.ts';
import { selfGoverned } from '../../model/teams.ts';
import { treeOf } from '../../model/tree.ts';
import type { Draft } from '../draft.ts';

/** Whether somebody of today leads without a trade of their own. */
export const isExecutive = ({ people, capabilities }: Organisation, seat: Index): boolean => {
  const capability = people.capability[seat]!;
  return capability >= 0 && capabilities[capability]!.role === 'leadership';
};

/** The seat everyone else stays below: the root with most people. -1 in an empty organisation. */
export const rootOf = (draft: Draft): Index => treeOf(draft.source).roots[0] ?? -1;

/** The top, and those who stand beside it as tops of the same department: heads side by side, who stay so. */
export const jointTops = memo((organisation: Organisation): ReadonlySet<Index> => {
  const { unitOf } = organisation;
  const { roots } = treeOf(organisation);
  return new Set(
    roots.filter((seat, at) => at === 0 || (unitOf[seat]! >= 0 && unitOf[seat] === unitOf[roots[0]!])),
  );
});

/** Whom somebody stands below at the top: one of those who stand there side by side, else the root. */
export function topAbove(draft: Draft, seat: Index): Index {
  const { boss } = treeOf(draft.source);
  let top = seat;
  while (top < boss.length && boss[top]! >= 0) top = boss[top]!;
  return jointTops(draft.source).has(top) ? top : rootOf(draft);
}

/** Who is not placed because too few lines are known. */
const unplaced = memo((organisation: Organisation): ReadonlySet<Index> => {
  const lines = qualityOf(organisation).closed.find(({ gate }) => gate === 'lines');
  return new Set(lines?.seats);
});

/** Whether somebody has no boss because they are at the top, not because too few lines are known. */
export function isAtTop(organisation: Organisation, seat: Index): boolean {
  const { boss, roots } = treeOf(organisation);
  return boss[seat]! < 0 && (seat === roots[0] || !unplaced(organisation).has(seat));
}

/**
 * People who stay where they are in every design, unless they are pinned elsewhere: the tops, other leadership, those without a
 * known capability, everybody in a department that governs itself, which no design takes apart, and whoever leads people who
 * stay (`withTheirPeople`); enabling people, who never work for one phase or customer group, are among these.
 */
export const staysPut = (organisation: Organisation, seat: Index): boolean =>
  stayingPut(organisation)[seat] === 1;

/** 1 for each of them. */
export const stayingPut = memo((organisation: Organisation): Uint8Array => {
  const { capability } = organisation.people;
  const { boss } = treeOf(organisation);
  const stays = new Uint8Array(capability.length).map((_, seat) =>
    capability[seat]! < 0 ||
    (boss[seat]! < 0 && isAtTop(organisation, seat)) ||
    isExecutive(organisation, seat) ||
    selfGoverned(organisation, seat) >= 0
      ? 1
      : 0,
  );
  const { capabilities, unitOf } = organisation;
  const isInside = (seat: Index, above: Index) =>
    unitOf[seat] === unitOf[above] || within(organisation, unitOf[seat]!, unitOf[above]!);
  const isStaying = (seat: Index) =>
    stays[seat] === 1 || capabilities[capability[seat]!]!.role === 'enabling';
  for (const seat of withTheirPeople(organisation, isInside, isStaying)) stays[seat] = 1;
  return stays;
});

/**
 * Owners of customers whose own work is not known, so that no design places them, and how many customers they own; of those that
 * `stays` says, all if left out. Linear.
 */
export function ownersWhoStay(
  { people, owners, relationships, customers }: Organisation,
  stays: (seat: Index) => boolean = () => true,
) {
  const found = new Set([...(owners ?? [])].filter((seat) => people.capability[seat]! < 0 && stays(seat)));
  const { start, seat } = relationships;
  let owned = 0;
  for (let customer = 0; customer < customers.count && found.size > 0; customer++)
    if (seat.subarray(start[customer], start[customer + 1]).some((one) => found.has(one)))
      owned += customers.customers[customer]!;
  return { owners: [...found], customers: owned };
}

/** Share of its members that a unit has to keep for its head to stay. */
export const KEEPS_ITS_HEAD = 0.8;

/**
 * Those who would leave a team or department that stays without them: a lead with everybody below and inside it, of whom four
 * fifths stay. A unit that keeps four fifths of its members keeps its head. Linear.
 */
export function withTheirPeople(
  organisation: Organisation,
  isInside: (seat: Index, above: Index) => boolean,
  isStaying: (seat: Index) => boolean,
): ReadonlySet<Index> {
  const { boss, order } = treeOf(organisation);
  const below = new Int32Array(order.length);
  const staying = new Int32Array(order.length);
  const found = new Set<Index>();
  // Bosses come first in the order, so from the end all below are known.
  for (let at = order.length - 1; at >= 0; at--) {
    const seat = order[at]!;
    let stays = isStaying(seat);
    if (!stays && below[seat]! > 0 && staying[seat]! >= KEEPS_ITS_HEAD * (below[seat]! + 1)) {
      found.add(seat);
      stays = true;
    }
    const above = boss[seat]!;
    if (above < 0 || !isInside(seat, above)) continue;
    below[above]! += below[seat]! + 1;
    staying[above]! += staying[seat]! + (stays ? 1 : 0);
  }
  return found;
}

/**
 * Whom the head of a unit reports to: the boss of today where that is an executive who stays (leadership, or the one who is `over`
 * it, not moved but into a department around it), else the root. Where the unit leaves a `branch` of departments it is the first such boss
 * outside of it.
 */
export function executiveAbove(draft: Draft, seat: Index, branch: Index = -1, over: Index = -1): Index {
  const { source } = draft;
  const root = rootOf(draft);
  if (seat >= source.people.count) return root;
  const tree = treeOf(source);
  let boss = tree.boss[seat]!;
  while (branch >= 0 && boss >= 0 && within(source, source.unitOf[boss]!, branch)) boss = tree.boss[boss]!;
  if (boss < 0) return seat === root ? -1 : root;
  const stays = draft.unitOf[boss] === source.unitOf[boss];
  const goesAbove = over === boss && within(source, source.unitOf[seat]!, draft.unitOf[boss]!);
  return (stays && (isExecutive(source, boss) || over === boss)) || goesAbove ? boss : root;
}

/** Where everybody is whom a design would move, if departments govern themselves: no design takes these apart. */
export function inSelfGoverning({ units }: Organisation): string | undefined {
  const count = units.filter(({ selfGoverning }) => selfGoverning === true).length;
  if (count === 0) return undefined;
  return `in ${counted(count, 'department that governs itself', 'departments that govern themselves')} (lead: none)`;
}
