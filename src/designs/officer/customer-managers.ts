import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';

const BRAND = /\bbrand manager\b/i;

/** Whether a seat looks after a product or a brand. */
function isProductSeat({ people, capabilities }: Organisation, seat: Index): boolean {
  const id = capabilities[people.capability[seat]!]?.id;
  return people.vacant[seat] === 0 && (id === 'product-management' || BRAND.test(people.title[seat]!));
}

/**
 * Puts customer managers above brand and product managers (Eccles): the topmost of the latter report to the lead of account
 * managers who serves, with those who report to them, most of the same customers; of equals to the one with fewest reports,
 * then the first by id; each with room within `maximumSpan`. Who reports to such a lead already stays. Adds to `moves`.
 */
export function customerManagers(organisation: Organisation, moves: Map<Index, Index>): void {
  const { people, capabilities, relationships, customers, policy } = organisation;
  const tree = treeOf(organisation);
  const accounts = capabilities.findIndex(({ id }) => id === 'account-management');
  const reports = new Map<Index, number>();
  for (let seat = 0; seat < people.count; seat++)
    if (people.capability[seat] === accounts && people.vacant[seat] === 0 && reportsOf(tree, seat) > 0)
      reports.set(seat, reportsOf(tree, seat));
  const leadOf = (seat: Index) => (reports.has(seat) ? seat : tree.boss[seat]!);
  const products = new Map<Index, Map<Index, number>>();
  for (let seat = 0; seat < people.count; seat++) {
    const boss = tree.boss[seat]!;
    if (boss < 0 || moves.has(seat) || reports.has(boss) || reports.has(seat)) continue;
    if (isProductSeat(organisation, seat) && !isProductSeat(organisation, boss))
      products.set(seat, new Map());
  }
  for (let row = 0; row < customers.count; row++) {
    const serving = relationships.seat.subarray(relationships.start[row]!, relationships.start[row + 1]!);
    const leads = new Set(Array.from(serving, leadOf).filter((seat) => reports.has(seat)));
    for (const seat of serving)
      for (const lead of leads) {
        const shared = products.get(seat);
        shared?.set(lead, (shared.get(lead) ?? 0) + 1);
      }
  }
  const above = (seat: Index): Index => moves.get(seat) ?? tree.boss[seat]!;
  const isBelow = (seat: Index, top: Index): boolean => {
    for (let at = seat; at >= 0; at = above(at)) if (at === top) return true;
    return false;
  };
  for (const [seat, shared] of products) {
    const [lead] = [...reports.keys()]
      .filter((one) => reports.get(one)! < policy.maximumSpan && !isBelow(one, seat))
      .sort(
        (a, b) =>
          (shared.get(b) ?? 0) - (shared.get(a) ?? 0) ||
          reports.get(a)! - reports.get(b)! ||
          (people.id[a]! < people.id[b]! ? -1 : 1),
      );
    if (lead === undefined) continue;
    moves.set(seat, lead);
    reports.set(lead, reports.get(lead)! + 1);
  }
}
