import { lazy, memo } from '../base/memo.ts';
import type { Index, Irregularity, Organisation } from './organisation.ts';
import { selfGoverned } from './teams.ts';
import { peopleBelow, treeOf } from './tree.ts';

/** A top beside the one with most people below leads at least this share of the company. */
export const JOINT_TOP = 0.1;

/** Those whose place in the chart is not known, by why. */
interface Misplaced {
  /** With the ids that they report to. */
  readonly strangers: ReadonlyMap<Index, string>;
  readonly cut: readonly Index[];
  readonly without: readonly Index[];
}

const membersOf = ({ irregularities }: Organisation, kind: Irregularity['kind']) =>
  irregularities.filter((one) => one.kind === kind);

/**
 * People without a manager who are not at the top. At the top is who has most people below, and beside them who has no
 * manager as the file says and a tenth of the company below. A department that governs itself needs none. Linear.
 */
export const misplacedIn = memo((organisation: Organisation): Misplaced => {
  const { people } = organisation;
  const tree = treeOf(organisation);
  const below = lazy(() => peopleBelow(tree));
  const named = new Map(
    membersOf(organisation, 'unknown-manager').flatMap(({ members, detail }) =>
      members.map((seat, at) => [seat, detail[at]!] as const),
    ),
  );
  const cutIds = new Set(membersOf(organisation, 'reporting-cycle').map(({ detail }) => detail[0]!));
  const strangers = new Map<Index, string>();
  const cut: Index[] = [];
  const without: Index[] = [];
  for (const seat of tree.roots) {
    if (seat === tree.roots[0] || people.vacant[seat] === 1 || selfGoverned(organisation, seat) >= 0)
      continue;
    const name = named.get(seat);
    if (name !== undefined) strangers.set(seat, name);
    else if (cutIds.has(people.id[seat]!)) cut.push(seat);
    else if (below()[seat]! === 1 || below()[seat]! < JOINT_TOP * people.count) without.push(seat);
  }
  return { strangers, cut, without };
});
