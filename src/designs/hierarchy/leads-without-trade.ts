import { memo } from '../../base/memo.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { selfGoverned } from '../../model/teams.ts';
import { descentOf, reportsOf, treeOf } from '../../model/tree.ts';
import { isAtTop, isExecutive, KEEPS_ITS_HEAD } from './who-stays.ts';

/** Whether somebody below the top leads people and has no trade that is known: their work is to lead. An officer for customers is apart. */
export const leadsWithoutTrade = (organisation: Organisation, seat: Index): boolean =>
  reportsOf(treeOf(organisation), seat) > 0 &&
  (organisation.people.capability[seat]! < 0 || isExecutive(organisation, seat)) &&
  !isAtTop(organisation, seat) &&
  organisation.officer?.seat !== seat &&
  selfGoverned(organisation, seat) < 0;

/**
 * How many people below each lead have each value, told from the lowest up: whoever is told counts for everybody above. Values below
 * 0 are none. The smaller count goes into the larger one, so that a long line of command costs no more than a short one.
 */
export class CountsBelow {
  private readonly counts = new Map<Index, Map<number, number>>();

  constructor(private readonly boss: Int32Array) {}

  tell(seat: Index, value: number): void {
    const own = this.counts.get(seat);
    const above = this.boss[seat]!;
    this.counts.delete(seat);
    if (above < 0) return;
    const there = this.counts.get(above);
    let [all, rest] = [there, own];
    if ((own?.size ?? 0) > (there?.size ?? 0)) [all, rest] = [own, there];
    if (value < 0 && all === undefined) return;
    all ??= new Map();
    for (const [one, count] of rest ?? []) all.set(one, (all.get(one) ?? 0) + count);
    if (value >= 0) all.set(value, (all.get(value) ?? 0) + 1);
    this.counts.set(above, all);
  }

  /** The most frequent value below a lead, of equals the first, and how many have it; -1 for none. */
  mostBelow(lead: Index): { readonly value: number; readonly count: number } {
    let most = { value: -1, count: 0 };
    for (const [value, count] of this.counts.get(lead) ?? [])
      if (count > most.count || (count === most.count && value < most.value)) most = { value, count };
    return most;
  }
}

/** Whether there is any such lead below the top: most companies name the trade in every title. Linear. */
const hasLeadsWithoutTrade = memo((organisation: Organisation): boolean =>
  organisation.people.capability.some((_, seat) => leadsWithoutTrade(organisation, seat)),
);

/** The trade of four fifths of the people whom such a lead leads, directly or not; -1 for none, and for everybody else. Linear. */
export const tradeLed = memo((organisation: Organisation): Int32Array => {
  const { people, capabilities } = organisation;
  const tree = treeOf(organisation);
  const { at, end } = descentOf(tree);
  const led = new Int32Array(people.count).fill(-1);
  if (!hasLeadsWithoutTrade(organisation)) return led;
  const below = new CountsBelow(tree.boss);
  // Bosses come first in the order, so from the end all below are known.
  for (const seat of tree.order.toReversed()) {
    if (leadsWithoutTrade(organisation, seat)) {
      const { value, count } = below.mostBelow(seat);
      if (count >= KEEPS_ITS_HEAD * (end[seat]! - at[seat]! - 1)) led[seat] = value;
    }
    const own = people.capability[seat]!;
    const of = capabilities[own]?.of ?? -1;
    below.tell(seat, led[seat]! >= 0 || own < 0 ? led[seat]! : of >= 0 ? of : own);
  }
  return led;
});

/**
 * Lets leads without a trade go where their people go, and writes into `placeOf` where (-1: nowhere): a lead of whose people four
 * fifths go, goes with most of them where they have one trade, else where four fifths of those go who are placed; but general
 * managers with the title of one do not. `stays` is whoever may not, `leaves` who goes elsewhere, to no such place, and `homeOf` says for whom it is enough that most go there. Returns those
 * who go. Linear.
 */
export function followReports(
  organisation: Organisation,
  placeOf: { [seat: Index]: number },
  {
    stays = () => false,
    leaves = () => false,
    homeOf = () => -1,
  }: {
    stays?: (seat: Index) => boolean;
    leaves?: (seat: Index) => boolean;
    homeOf?: (seat: Index) => number;
  } = {},
): readonly Index[] {
  if (!hasLeadsWithoutTrade(organisation)) return [];
  const tree = treeOf(organisation);
  const { at, end } = descentOf(tree);
  const led = tradeLed(organisation);
  const found: Index[] = [];
  const below = new CountsBelow(tree.boss);
  const placed = new Int32Array(tree.order.length);
  const left = new Int32Array(tree.order.length);
  const follows = (seat: Index): boolean => {
    if (placeOf[seat]! >= 0 || placed[seat] === 0) return false;
    if (!leadsWithoutTrade(organisation, seat) || stays(seat)) return false;
    if (led[seat]! < 0 && isExecutive(organisation, seat)) return false;
    if (placed[seat]! + left[seat]! < KEEPS_ITS_HEAD * (end[seat]! - at[seat]! - 1)) return false;
    const { value, count } = below.mostBelow(seat);
    return led[seat]! >= 0 || value === homeOf(seat) || count >= KEEPS_ITS_HEAD * placed[seat]!;
  };
  for (const seat of tree.order.toReversed()) {
    if (follows(seat)) {
      placeOf[seat] = below.mostBelow(seat).value;
      found.push(seat);
    }
    below.tell(seat, placeOf[seat]!);
    const above = tree.boss[seat]!;
    if (above < 0) continue;
    const isPlaced = placeOf[seat]! >= 0;
    placed[above]! += placed[seat]! + Number(isPlaced);
    left[above]! += left[seat]! + Number(!isPlaced && leaves(seat));
  }
  return found;
}
