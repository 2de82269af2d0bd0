import type { ReasonKind, Reasons } from '../designs/reasons.ts';
import type { Index, Organisation } from '../model/organisation.ts';

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
      counts.has(text) ? [`${counts.get(text)!.toLocaleString('en')} ${text}`] : [],
    );
    return parts.length === 0 ? '' : `Who comes, and why: ${parts.join(', ')}.`;
  };
}
