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
 * known capability, and everybody in a department that governs itself, which no design takes apart.
 */
export const staysPut = (organisation: Organisation, seat: Index): boolean =>
  stayingPut(organisation)[seat] === 1;

/** 1 for each of them. */
export const stayingPut = memo((organisation: Organisation): Uint8Array => {
  const { capability } = organisation.people;
  return new Uint8Array(capability.length).map((_, seat) =>
    capability[seat]! < 0 ||
    isAtTop(organisation, seat) ||
    isExecutive(organisation, seat) ||
    selfGoverned(organisation, seat) >= 0
      ? 1
      : 0,
  );
});

/**
 * Whom the head of a unit reports to: the boss of today where that is an executive who stays (leadership, not moved), else
 * the root. Where the unit leaves a `branch` of departments it is the first such boss outside of it.
 */
export function executiveAbove(draft: Draft, seat: Index, branch: Index = -1): Index {
  const { source } = draft;
  const root = rootOf(draft);
  if (seat >= source.people.count) return root;
  const tree = treeOf(source);
  let boss = tree.boss[seat]!;
  while (branch >= 0 && boss >= 0 && within(source, source.unitOf[boss]!, branch)) boss = tree.boss[boss]!;
  if (boss < 0) return seat === root ? -1 : root;
  return isExecutive(source, boss) && draft.unitOf[boss] === source.unitOf[boss] ? boss : root;
}

/** Where everybody is whom a design would move, if departments govern themselves: no design takes these apart. */
export function inSelfGoverning({ units }: Organisation): string | undefined {
  const count = units.filter(({ selfGoverning }) => selfGoverning === true).length;
  if (count === 0) return undefined;
  return `in ${counted(count, 'department that governs itself', 'departments that govern themselves')} (lead: none)`;
}
