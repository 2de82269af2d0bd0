import { defineRemedy, forEach } from '../remedy.ts';

export const tooManyLayers = defineRemedy({
  rule: 'too-many-layers',
  summary: 'lets everyone below the last level answer to their manager on that level',
  *propose(ground) {
    const { people, policy } = ground.organisation;
    const { depth } = ground.view.tree();
    const lowest = policy.maximumLayers - 1;
    const deep: number[] = [];
    for (let seat = 0; seat < people.count; seat++) if (depth[seat]! > lowest + 1) deep.push(seat);
    if (deep.length === 0) return;
    yield forEach(deep, (seat) => {
      let boss = ground.boss(seat);
      while (depth[boss]! > lowest) boss = ground.boss(boss);
      return { boss };
    });
  },
});
