import { defineRemedy } from '../remedy.ts';
import { handedOver } from './team-too-large.ts';

export const spanTooWide = defineRemedy({
  rule: 'span-too-wide',
  summary: 'puts reports who lead nobody, then those with the smallest teams, under colleagues who have room',
  *propose(ground, { entity }) {
    const lead = ground.seat(entity.id);
    const { policy, unitOf } = ground.organisation;
    const reports = ground.reports(lead);
    const over = reports.length - policy.maximumSpan;
    if (over <= 0) return;
    const size = (seat: number) => ground.reports(seat).length;
    const smallest = [...reports].sort((a, b) => size(a) - size(b) || a - b);
    const leaving = smallest.slice(0, over);
    const stays = new Set(smallest.slice(over).filter((seat) => !ground.leadsNobody(seat)));
    const departments = new Set(leaving.map((seat) => unitOf[seat]!));
    const near = [...stays].filter((seat) => departments.has(unitOf[seat]!));
    for (const leads of [near, [...stays]]) {
      const handed = handedOver(ground, leaving, leads);
      if (handed !== null) yield handed;
    }
  },
});
