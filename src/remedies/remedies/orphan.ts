import { rootsOf } from '../../rules/data/irregularities.ts';
import { mayComeUnder } from '../acceptable.ts';
import { defineRemedy, forEach } from '../remedy.ts';

export const orphan = defineRemedy({
  rule: 'orphan',
  summary: 'lets people without a manager report to the head of their department, else to the top',
  *propose(ground) {
    const { orphans, top } = rootsOf(ground.view);
    const { unitOf } = ground.organisation;
    if (orphans.length === 0) return;
    const alone = new Set(orphans);
    yield forEach(orphans, (seat) => {
      const head = ground.head(unitOf[seat]!);
      const isFor =
        head >= 0 && head !== seat && !alone.has(head) && mayComeUnder(ground.organisation, seat, head);
      return { boss: isFor ? head : top };
    });
  },
});
