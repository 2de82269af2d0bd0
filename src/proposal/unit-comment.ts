import { percent } from '../base/figures.ts';
import { grouped } from '../base/grouped.ts';
import { counted } from '../base/text.ts';
import type { ReasonKind, Reasons } from '../designs/reasons.ts';
import { abreastOf, headsOf } from '../model/heads.ts';
import type { Index, Organisation, Unit } from '../model/organisation.ts';
import { treeOf } from '../model/tree.ts';
import { charter } from '../schema/input/department.ts';
import { capabilitiesOf, conditions, headcount, nameOf, unitName } from './wording.ts';

/** What a unit is, in a few words; `what` is its capability or phase, '' where it has none. */
const WHAT: Readonly<Record<Unit['kind'], (what: string) => string>> = {
  cluster: () => 'a team for these customers from end to end, under one head',
  phase: (what) => `everything customers meet in the phase ${what || 'of its own'}`,
  department: (what) => (what === '' ? 'a department' : `the function for ${what}`),
  'common-service': () => 'a common service, with everyone it works for as its customers',
  'centre-of-expertise': (what) => `keeps up common ways of working${what === '' ? '' : ` in ${what}`}`,
};

/** Revenue of all customers, credit notes aside. */
export const totalRevenue = ({ customers }: Organisation): number =>
  customers.revenue.reduce((sum, revenue) => (revenue > 0 ? sum + revenue : sum), 0);

function served(organisation: Organisation, { serves }: Unit, revenueOfAll: number): string {
  if (serves.kind === 'all') return '';
  if (serves.kind === 'none') return 'It serves no customer itself.';
  const { customers } = organisation;
  let [count, revenue] = [0, 0];
  for (const row of serves.customers) {
    count += customers.customers[row]!;
    if (customers.revenue[row]! > 0) revenue += customers.revenue[row]!;
  }
  const whose = serves.where === undefined ? '' : ` whose ${conditions(serves.where)}`;
  const share = revenueOfAll > 0 ? `, ${percent(revenue / revenueOfAll)} of the revenue` : '';
  return `It serves the ${counted(count, 'customer')}${whose}${share}.`;
}

/** The parts of a charter that nobody has written. */
function unwritten({ kind, charter: given }: Unit): string {
  if (kind !== 'cluster' && kind !== 'phase') return '';
  const open = Object.keys(charter.shape).filter((part) => {
    const value = (given as Readonly<Record<string, unknown>> | undefined)?.[part];
    return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  });
  return open.length === 0 ? '' : `To be written in its charter: ${open.join(', ')}.`;
}

/** Who leads a unit, and whom they answer to. */
function ledBy(organisation: Organisation, unit: Index, head: Index): string {
  const abreast = abreastOf(organisation, unit);
  const boss = abreast === null ? treeOf(organisation).boss[head]! : abreast.above;
  const above = boss < 0 ? '' : nameOf(organisation, boss);
  if (abreast?.lead === false)
    return above === ''
      ? 'None of them leads the others.'
      : `None of them leads the others; all answer to ${above}.`;
  const beside = abreast === null ? '' : ` and ${counted(abreast.seats.length - 1, 'other')} side by side`;
  const under = above === '' ? '' : `, who ${abreast === null ? 'reports' : 'report'} to ${above}`;
  return `Led by ${nameOf(organisation, head)}${beside}${under}.`;
}

/** What a unit is and why it is there, as a paragraph; '' for one that only stands above others. */
export function unitComment(
  organisation: Organisation,
  index: Index,
  members: readonly Index[],
  revenueOfAll: number,
): string {
  const unit = organisation.units[index]!;
  if (members.length === 0) return '';
  const { head } = headsOf(organisation);
  const leader = head[index]!;
  const led = leader < 0 ? '' : ` ${ledBy(organisation, index, leader)}`;
  const what = organisation.capabilities[unit.capability]?.name ?? unit.phase ?? '';
  const staff = `${headcount(organisation, members)}: ${capabilitiesOf(organisation, members)}.`;
  return [
    `${unitName(organisation, index)}: ${WHAT[unit.kind](what)}.${led}`,
    staff,
    served(organisation, unit, revenueOfAll),
    unwritten(unit),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Why people come to a unit, after their number. */
const KINDS: Readonly<Record<Exclude<ReasonKind, 'manager'>, string>> = {
  pinned: 'pinned',
  head: 'to head it',
  customers: 'for their customers’ hours',
  team: 'with their team',
  post: 'for an open post',
  centre: 'set aside for the centre',
  capability: 'for their capability',
  title: 'by title',
  share: 'to fill the phase’s share',
  suggested: 'to clear a finding',
};

/**
 * Who comes to a unit from another one, counted by why: `Who comes, and why: 9 with their team, 1 to head it.`; '' where
 * nobody does or no reason is known. Linear in the seats of the unit.
 */
export function comersText(before: Organisation, after: Organisation, reasons: Reasons) {
  const unitId = ({ units, unitOf }: Organisation, seat: Index) => units[unitOf[seat]!]?.id;
  return (seats: readonly Index[]): string => {
    const counts = new Map<string, number>();
    for (const seat of seats) {
      const kind = reasons.get(seat)?.kind;
      if (kind === undefined || kind === 'manager' || unitId(before, seat) === unitId(after, seat)) continue;
      counts.set(KINDS[kind], (counts.get(KINDS[kind]) ?? 0) + 1);
    }
    const parts = Object.values(KINDS).flatMap((text) =>
      counts.has(text) ? [`${grouped(counts.get(text)!)} ${text}`] : [],
    );
    return parts.length === 0 ? '' : `Who comes, and why: ${parts.join(', ')}.`;
  };
}
