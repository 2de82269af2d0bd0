import type { Index } from '../../model/organisation.ts';
import { mayComeUnder, mayJoin } from '../acceptable.ts';
import type { Ground } from '../ground.ts';
import { fitting, picked } from '../joiners.ts';
import { defineRemedy, type Edits, forEach } from '../remedy.ts';

/** People who join the team, out of teams of the department, or under the same accountable head, that can spare them. */
function* joining(ground: Ground, lead: Index, wanted: number): Iterable<Edits> {
  const { unitOf } = ground.organisation;
  const unit = unitOf[lead]!;
  const near = [...ground.freeIn(unit), ...ground.freeUnder(ground.view.accountability().at.unitOf(lead))];
  const candidates = [...new Set(near)].filter(
    (seat) =>
      ground.boss(seat) !== lead &&
      ground.boss(seat) >= 0 &&
      mayJoin(ground.organisation, seat, lead, unit < 0 ? unitOf[seat]! : unit),
  );
  const joiners = picked(ground, candidates, wanted, fitting(ground, lead));
  if (joiners === null) return;
  yield forEach(joiners, (seat) => ({ boss: lead, ...(unitOf[seat] === unit || unit < 0 ? {} : { unit }) }));
}

/** The team goes up to the lead’s own manager, or to the colleague with the smallest team that has room. */
function* dissolving(ground: Ground, lead: Index): Iterable<Edits> {
  const above = ground.boss(lead);
  if (above < 0) return;
  const reports = ground.reports(lead);
  const { unitOf } = ground.organisation;
  const colleagues = ground
    .reports(above)
    .filter(
      (seat) =>
        seat !== lead &&
        unitOf[seat] === unitOf[lead] &&
        ground.team(seat)?.leadership === false &&
        ground.room(seat) >= reports.length &&
        reports.every((one) => mayComeUnder(ground.organisation, one, seat)),
    )
    .sort((a, b) => ground.team(a)!.people - ground.team(b)!.people || a - b);
  for (const boss of [above, ...colleagues.slice(0, 1)]) yield forEach(reports, () => ({ boss }));
}

export const teamTooSmall = defineRemedy({
  rule: 'team-too-small',
  summary: 'lets people of teams that can spare them join, or gives up the team',
  *propose(ground, { entity }) {
    // Who is in a team that is declared is not for lines to say.
    const lead = entity.kind === 'person' ? ground.seat(entity.id) : -1;
    const team = ground.team(lead);
    if (team === undefined) return;
    const short = ground.organisation.policy.minimumTeam - team.people;
    // Whoever gives up a team moves too, in a way.
    const [grown, given] = [joining(ground, lead, short), dissolving(ground, lead)];
    yield* short <= team.reports + 1 ? grown : given;
    yield* short <= team.reports + 1 ? given : grown;
  },
});
