import { defineRemedy } from '../remedy.ts';

export const officerNotBelowRoot = defineRemedy({
  rule: 'officer-not-below-root',
  summary: 'lets the Chief Customer Officer report to the top',
  *propose(ground) {
    const { officer } = ground.organisation;
    const boss = ground.view.tree().roots[0];
    if (officer !== undefined && boss !== undefined) yield new Map([[officer.seat, { boss }]]);
  },
});
