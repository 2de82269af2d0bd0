import { rootsOf } from '../../rules/data/irregularities.ts';
import { among, defineRemedy, forEach } from '../remedy.ts';

export const severalRoots = defineRemedy({
  rule: 'several-roots',
  summary: 'lets everyone else at a top report to the one with most people below',
  *propose(ground, finding) {
    const { written, orphans, top } = rootsOf(ground.view);
    const alone = new Set(orphans);
    const others = written
      .filter((seat) => !alone.has(seat) && seat !== top)
      .filter(among(ground.organisation, finding));
    if (others.length > 0) yield forEach(others, () => ({ boss: top }));
  },
});
