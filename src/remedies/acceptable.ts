import { headsOf } from '../model/heads.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import { reportsOf, treeOf } from '../model/tree.ts';
import type { Edits } from './remedy.ts';

const fullTimePay = ({ people }: Organisation, seat: Index): number =>
  people.costPerYear[seat]! / people.fte[seat]!;

/**
 * Whether somebody may come under somebody else without a step down: nobody comes below a lower grade or lower pay or, where
 * neither is higher, below somebody further from the top; nor does whoever leads others come below a peer. The top stands above everyone, an open seat below anyone.
 */
export function mayComeUnder(organisation: Organisation, seat: Index, boss: Index): boolean {
  const { people } = organisation;
  const tree = treeOf(organisation);
  const { depth, roots } = tree;
  if (boss < 0 || boss === roots[0] || people.vacant[seat] === 1) return true;
  const [grade, own] = [people.level[boss]!, people.level[seat]!];
  const [pay, ownPay] = [fullTimePay(organisation, boss), fullTimePay(organisation, seat)];
  if (grade < own || pay < ownPay) return false;
  if (grade > own || pay > ownPay || depth[boss]! < depth[seat]!) return true;
  const leads = (of: Index) => reportsOf(tree, of) > 0;
  return depth[boss] === depth[seat] && !leads(seat);
}

/** Whether two people are of one trade: the same capability, or one that the other is a specialism of. */
function areOfOneTrade({ people, capabilities }: Organisation, a: Index, b: Index): boolean {
  const [one, other] = [people.capability[a]!, people.capability[b]!];
  if (one < 0 || other < 0) return one === other;
  const tradeOf = (capability: Index) =>
    capabilities[capability]!.of < 0 ? capability : capabilities[capability]!.of;
  return tradeOf(one) === tradeOf(other);
}

/**
 * Whether somebody could lead a person of that trade: they are of it, lead others of it, head the person's unit or one above
 * it, or lead without a trade of their own. `unit` is the person's unit from now on.
 */
function mayLeadTrade(organisation: Organisation, seat: Index, boss: Index, unit: Index): boolean {
  const { people, capabilities, units } = organisation;
  const tree = treeOf(organisation);
  if (boss === tree.roots[0] || areOfOneTrade(organisation, seat, boss)) return true;
  if (capabilities[people.capability[boss]!]?.role === 'leadership') return true;
  const { head } = headsOf(organisation);
  for (let at = unit, guard = 0; at >= 0 && guard < 64; at = units[at]!.parent, guard++)
    if (head[at] === boss) return true;
  const team = tree.report.subarray(tree.reportStart[boss]!, tree.reportStart[boss + 1]!);
  return team.some((one) => one !== seat && areOfOneTrade(organisation, one, seat));
}

/**
 * Whether a change is one that could be asked of people: nobody comes below a lower grade or pay, nobody is put under
 * somebody of another trade, and no head of a unit loses the only people they lead. `after`: the organisation with the change
 * made. Linear in the seats.
 */
export function isAcceptable(organisation: Organisation, edits: Edits, after: Organisation): boolean {
  const [then, now] = [treeOf(organisation), treeOf(after)];
  for (const seat of edits.keys()) {
    const boss = now.boss[seat]!;
    if (boss < 0 || boss === then.boss[seat]) continue;
    if (!mayComeUnder(organisation, seat, boss)) return false;
    if (!mayLeadTrade(organisation, seat, boss, after.unitOf[seat]!)) return false;
  }
  // A lesser line leads too.
  const leading = new Uint8Array(after.people.count);
  for (const boss of after.lines.boss) leading[boss] = 1;
  return headsOf(organisation).head.every(
    (seat) => seat < 0 || reportsOf(then, seat) === 0 || leading[seat] === 1,
  );
}
