import type { Index, Organisation } from './organisation.ts';

const INSIGHT: ReadonlySet<string> = new Set(['customer-insight', 'market-research']);

/** Whether a seat is to find out what customers do and think. */
export const isInsight = ({ people, capabilities }: Organisation, seat: Index): boolean =>
  INSIGHT.has(capabilities[people.capability[seat]!]?.id ?? '');

/** People who are there and find out what customers do and think; open seats left out. */
export function insightSeats(organisation: Organisation): readonly Index[] {
  const { count, vacant } = organisation.people;
  return Array.from({ length: count }, (_, seat) => seat).filter(
    (seat) => vacant[seat] === 0 && isInsight(organisation, seat),
  );
}
