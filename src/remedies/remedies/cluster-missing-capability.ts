import { fromElsewhere } from '../joiners.ts';
import { defineRemedy, type Edits } from '../remedy.ts';

export const clusterMissingCapability = defineRemedy({
  rule: 'cluster-missing-capability',
  summary: 'moves somebody with the skill over from a cluster that has more than one',
  *propose(ground, { entity }) {
    const unit = ground.unit(entity.id);
    const { capabilities, people } = ground.organisation;
    const there = new Set<number>();
    for (const seat of ground.below(unit)) {
      if (people.vacant[seat] === 1) continue;
      there.add(people.capability[seat]!);
      for (const capability of people.secondary.get(seat) ?? []) there.add(capability);
    }
    const missing = capabilities.flatMap(({ role }, at) =>
      role === 'essential' && !there.has(at) ? [at] : [],
    );
    const all = new Map<number, { boss: number; unit: number }>();
    for (const wanted of missing) {
      const edits: Edits | null = fromElsewhere(ground, unit, 1, (capability) => capability === wanted);
      if (edits === null) return;
      for (const [seat, edit] of edits) all.set(seat, edit as { boss: number; unit: number });
    }
    if (all.size > 0) yield all;
  },
});
