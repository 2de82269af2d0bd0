import { rootsOf } from '../../rules/data/irregularities.ts';
import { defineRemedy, forEach } from '../remedy.ts';

export const severalRoots = defineRemedy({
  rule: 'several-roots',
  summary: 'lets everyone else at a top report to the one with most people below',
  *propose(ground) {
    const { written, orphans, top } = rootsOf(ground.view);
    const alone = new Set(orphans);
    const others = written.filter((seat) => !alone.has(seat) && seat !== top);
    if (others.length > 0) yield forEach(others, () => ({ boss: top }));
  },
});
