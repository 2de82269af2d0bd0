import { packLines, primaryLine } from '../../model/lines.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import { Draft } from '../draft.ts';
import { bySeniority } from '../hierarchy/seniority.ts';

/** The most senior manager there is with the skill, other than a top; -1 for none. */
function headOfMarketing(organisation: Organisation, marketing: Index): Index {
  const { people } = organisation;
  const tree = treeOf(organisation);
  const managers: Index[] = [];
  for (let seat = 0; seat < people.count; seat++)
    if (people.capability[seat] === marketing && people.vacant[seat] === 0 && tree.boss[seat]! >= 0)
      if (reportsOf(tree, seat) > 0) managers.push(seat);
  const depth = Math.min(...managers.map((seat) => tree.depth[seat]!));
  const topmost = managers.filter((seat) => tree.depth[seat] === depth);
  return bySeniority(organisation, topmost)[0] ?? -1;
}

/**
 * The organisation with its head of marketing as the Chief Customer Officer (Eccles): the most senior of those who report to
 * them and have the skill leads marketing in their place, else an open seat does. Without a head of marketing it stays as it is.
 */
export function withMarketingReplaced(organisation: Organisation): Organisation {
  const { people, capabilities } = organisation;
  const marketing = capabilities.findIndex(({ id }) => id === 'marketing');
  const head = headOfMarketing(organisation, marketing);
  if (head < 0) return organisation;
  const tree = treeOf(organisation);
  const above = tree.boss[head]!;
  const reports = Array.from(tree.report.subarray(tree.reportStart[head]!, tree.reportStart[head + 1]!));
  const draft = new Draft(organisation);
  const skilled = reports.filter(
    (seat) => people.capability[seat] === marketing && people.vacant[seat] === 0,
  );
  const successor =
    bySeniority(organisation, skilled)[0] ??
    draft.addSeat({
      id: 'lead/marketing',
      title: 'Head of marketing',
      capability: marketing,
      unit: draft.unitOf[head]!,
      lead: true,
    });
  draft.units.forEach((unit, index) => {
    if (unit.head === head) draft.changeUnit(index, { head: successor });
  });
  const office = draft.addUnit({
    id: 'office/customer',
    name: 'Customer office',
    serves: { kind: 'none' },
    head,
  });
  draft.unitOf[head] = office;
  const finished = draft.finish();
  const capability = finished.people.capability.slice();
  capability[head] = capabilities.findIndex(({ id }) => id === 'leadership');
  const title = finished.people.title.map((one, seat) => (seat === head ? 'Chief Customer Officer' : one));
  const led = new Set(reports);
  const bossOf = (seat: Index, boss: Index): Index => {
    if (seat === successor) return above;
    return led.has(seat) && boss === head ? successor : boss;
  };
  return {
    ...finished,
    people: { ...finished.people, capability, title },
    irregularities: organisation.irregularities,
    lines: packLines(draft.count, (seat) => {
      if (seat >= people.count) return [{ boss: above, dotted: false, weight: 1 }];
      const { start, boss, dotted, weight } = organisation.lines;
      const first = primaryLine(organisation.lines, seat);
      return Array.from({ length: start[seat + 1]! - start[seat]! }, (_, at) => {
        const k = start[seat]! + at;
        const to = k === first ? bossOf(seat, boss[k]!) : boss[k]!;
        return { boss: to, dotted: dotted[k] === 1, weight: weight[k]! };
      });
    }),
    officer: { seat: head, origin: organisation.placeOf(['customerOfficer']) },
  };
}

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
