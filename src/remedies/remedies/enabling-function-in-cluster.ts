import type { Index } from '../../model/organisation.ts';
import type { Ground } from '../ground.ts';
import { defineRemedy, type SeatEdit } from '../remedy.ts';

/** The department, cluster and phase aside, with most people of a trade; -1 where none has anybody. */
function homeOf(ground: Ground, capability: Index): Index {
  const { units, unitOf, people } = ground.organisation;
  const counts = new Map<Index, number>();
  for (let seat = 0; seat < people.count; seat++) {
    const unit = unitOf[seat]!;
    const kind = units[unit]?.kind;
    if (people.capability[seat] !== capability || (kind !== 'department' && kind !== 'common-service'))
      continue;
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [-1, 0] as const)[0];
}

export const enablingFunctionInCluster = defineRemedy({
  rule: 'enabling-function-in-cluster',
  summary: 'moves people of functions that serve the whole company to the department of their own',
  *propose(ground, { entity }) {
    const { capabilities, people } = ground.organisation;
    const edits = new Map<Index, SeatEdit>();
    for (const seat of ground.below(ground.unit(entity.id))) {
      const capability = people.capability[seat]!;
      if (capabilities[capability]?.role !== 'enabling') continue;
      const unit = homeOf(ground, capability);
      const boss = ground.head(unit);
      if (boss < 0) return;
      edits.set(seat, { unit, boss });
    }
    if (edits.size > 0) yield edits;
  },
});
