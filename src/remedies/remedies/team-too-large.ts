import { gradesOf } from '../../model/grades.ts';
import { type Index, isContractor } from '../../model/organisation.ts';
import { mayComeUnder } from '../acceptable.ts';
import type { Ground } from '../ground.ts';
import { defineRemedy, type Edits, forEach, type SeatEdit } from '../remedy.ts';

/** Some of the team go to colleagues of the lead in the same department, each to the smallest team that has room. */
export function handedOver(ground: Ground, leaving: readonly Index[], leads: readonly Index[]): Edits | null {
  const room = new Map(leads.map((lead) => [lead, ground.room(lead)]));
  const edits = new Map<Index, SeatEdit>();
  for (const seat of leaving) {
    const [boss, free] = [...room].reduce(
      (best, one) => (one[1] > best[1] && mayComeUnder(ground.organisation, seat, one[0]) ? one : best),
      [-1, 0] as const,
    );
    if (boss < 0) return null;
    room.set(boss, free - 1);
    edits.set(seat, { boss });
  }
  return edits;
}

/** One of the team leads some of the others of their trade: no contractor where others are, the most senior, then the best paid, who leads nobody. */
function divided(ground: Ground, members: readonly Index[], leaving: number): Edits | null {
  const { people } = ground.organisation;
  const grades = gradesOf(ground.organisation).value;
  const level = (seat: Index) => (Number.isNaN(grades[seat]!) ? Number.NEGATIVE_INFINITY : grades[seat]!);
  const pay = (seat: Index) => people.costPerYear[seat]! / people.fte[seat]! || 0;
  const contracted = (seat: Index) => Number(isContractor(ground.organisation, seat));
  const [lead, ...others] = [...members].sort((a, b) => {
    const [x, y] = [level(a), level(b)];
    return contracted(a) - contracted(b) || (x === y ? pay(b) - pay(a) || a - b : y - x);
  });
  if (lead === undefined || others.length < leaving) return null;
  const trade = people.capability[lead];
  const team = others.filter(
    (seat) => people.capability[seat] === trade && mayComeUnder(ground.organisation, seat, lead),
  );
  if (team.length < leaving) return null;
  return forEach(team.slice(0, leaving), () => ({ boss: lead }));
}

/** Ways to make the team of one lead smaller: some are handed over to colleagues, or somebody leads some of the others. */
function waysFor(ground: Ground, lead: Index): readonly Edits[] {
  const team = ground.team(lead);
  if (team === undefined) return [];
  const { unitOf, policy } = ground.organisation;
  const over = team.people - policy.maximumTeam;
  const members = ground.reports(lead).filter((seat) => ground.isFree(seat));
  const above = ground.boss(lead);
  const isColleague = (seat: Index) =>
    seat !== lead && unitOf[seat] === unitOf[lead] && ground.team(seat)?.leadership === false;
  const colleagues = above < 0 ? [] : ground.reports(above).filter(isColleague);
  const handed = members.length < over ? null : handedOver(ground, members.slice(-over), colleagues);
  const parted = divided(ground, members, Math.max(policy.minimumTeam - 1, over));
  return [handed, parted].filter((edits) => edits !== null);
}

export const teamTooLarge = defineRemedy({
  rule: 'team-too-large',
  summary:
    'hands people over to colleagues of the lead who have room, or lets one of the team lead some of the others',
  *propose(ground, { entity, members = [] }) {
    // Who is in a team that is declared is not for lines to say.
    const leads = entity.kind === 'unit' ? members.map((id) => ground.seat(id)) : [];
    const ways = leads.map((lead) => waysFor(ground, lead));
    // All of them in the first way, then in the last.
    for (const which of [0, -1]) {
      const chosen = ways.map((own) => own.at(which));
      if (chosen.length > 0 && chosen.every((edits) => edits !== undefined))
        yield new Map(chosen.flatMap((edits) => [...edits]));
    }
  },
});
