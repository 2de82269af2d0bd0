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
