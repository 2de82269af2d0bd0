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

/** How many of the people below a lead have each value, those below a report counted with it, in all and of the most frequent value; values below 0 are none. */
function countBelow(organisation: Organisation, lead: Index, read: (report: Index) => number) {
  const tree = treeOf(organisation);
  const { at, end } = descentOf(tree);
  const people = new Map<number, number>();
  for (const seat of tree.report.subarray(tree.reportStart[lead]!, tree.reportStart[lead + 1]!)) {
    const value = read(seat);
    if (value >= 0) people.set(value, (people.get(value) ?? 0) + end[seat]! - at[seat]!);
  }
  let most = -1;
  for (const [value, count] of people) if (most < 0 || count > people.get(most)!) most = value;
  const all = end[lead]! - at[lead]! - 1;
  return { most, share: most < 0 ? 0 : people.get(most)! / all };
}

/** The trade of four fifths of the people whom such a lead leads, also through leads like them; -1 for none, and for everybody else. Linear. */
export const tradeLed = memo((organisation: Organisation): Int32Array => {
  const { people, capabilities } = organisation;
  const { order } = treeOf(organisation);
  const led = new Int32Array(people.count).fill(-1);
  const tradeOf = (seat: Index) => {
    const own = people.capability[seat]!;
    const of = capabilities[own]?.of ?? -1;
    return led[seat]! >= 0 || own < 0 ? led[seat]! : of >= 0 ? of : own;
  };
  // Bosses come first in the order, so from the end all below are known.
  for (let at = order.length - 1; at >= 0; at--) {
    const seat = order[at]!;
    if (!leadsWithoutTrade(organisation, seat)) continue;
    const { most, share } = countBelow(organisation, seat, tradeOf);
    if (share >= KEEPS_ITS_HEAD) led[seat] = most;
  }
  return led;
});

/**
 * Lets leads without a trade go where their people go, and writes into `placeOf` where (-1: nowhere): a lead of whose people four
 * fifths go, goes with most of them where they have one trade, else where four fifths go; but general managers with the title of one
 * do not. `stays` is whoever may not, `leaves` who goes elsewhere. Returns those who go. Linear.
 */
export function followReports(
  organisation: Organisation,
  placeOf: { [seat: Index]: number },
  {
    stays = () => false,
    leaves = () => false,
  }: { stays?: (seat: Index) => boolean; leaves?: (seat: Index) => boolean } = {},
): readonly Index[] {
  const { order } = treeOf(organisation);
  const led = tradeLed(organisation);
  const found: Index[] = [];
  for (let at = order.length - 1; at >= 0; at--) {
    const seat = order[at]!;
    if (placeOf[seat]! >= 0 || !leadsWithoutTrade(organisation, seat) || stays(seat)) continue;
    if (led[seat]! < 0 && isExecutive(organisation, seat)) continue;
    const { most, share } = countBelow(organisation, seat, (one) => placeOf[one]!);
    if (most < 0) continue;
    const isGoing = (one: Index) => (placeOf[one]! >= 0 || leaves(one) ? 0 : -1);
    const going = led[seat]! >= 0 ? countBelow(organisation, seat, isGoing).share : share;
    if (going < KEEPS_ITS_HEAD) continue;
    placeOf[seat] = most;
    found.push(seat);
  }
  return found;
}

/**
 * Leads without a trade most of whose people join what a design makes (`joins`): they would lead nobody, and are candidates for its
 * heads as its members are; `general` are those whose people have several trades, as a director of a region or a subsidiary.
 * Whoever has four fifths of all who join below, or two of those general managers, is above these units and none of theirs. Linear.
 */
export function leadsWhosePeopleJoin(
  organisation: Organisation,
  joins: (seat: Index) => boolean,
): readonly { readonly seat: Index; readonly general: boolean }[] {
  const { boss, order } = treeOf(organisation);
  const led = tradeLed(organisation);
  const all = new Int32Array(order.length);
  const joining = new Int32Array(order.length);
  const managers = new Int32Array(order.length);
  let everybody = 0;
  for (const seat of order) if (joins(seat)) everybody++;
  const found: { seat: Index; general: boolean }[] = [];
  for (let at = order.length - 1; at >= 0; at--) {
    const seat = order[at]!;
    const general = led[seat]! < 0;
    const isCandidate =
      leadsWithoutTrade(organisation, seat) &&
      joining[seat]! * 2 > all[seat]! &&
      joining[seat]! < KEEPS_ITS_HEAD * everybody;
    if (isCandidate && !(general && managers[seat]! > 1)) found.push({ seat, general });
    const above = boss[seat]!;
    if (above < 0) continue;
    all[above]! += all[seat]! + 1;
    joining[above]! += joining[seat]! + (joins(seat) ? 1 : 0);
    managers[above]! += isCandidate && general ? 1 : managers[seat]!;
  }
  return found;
}
