import { rootsOf } from '../../rules/data/irregularities.ts';
import { mayComeUnder } from '../acceptable.ts';
import { among, defineRemedy, forEach } from '../remedy.ts';

export const orphan = defineRemedy({
  rule: 'orphan',
  summary: 'lets people without a manager report to the head of their department, else to the top',
  *propose(ground, finding) {
    const { orphans, top } = rootsOf(ground.view);
    const { unitOf } = ground.organisation;
    const asked = orphans.filter(among(ground.organisation, finding));
    if (asked.length === 0) return;
    const alone = new Set(orphans);
    yield forEach(asked, (seat) => {
      const head = ground.head(unitOf[seat]!);
      const isFor =
        head >= 0 && head !== seat && !alone.has(head) && mayComeUnder(ground.organisation, seat, head);
      return { boss: isFor ? head : top };
    });
  },
});
