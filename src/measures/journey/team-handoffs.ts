import type { Index } from '../../model/organisation.ts';
import { type SeatTeams, seatTeamsOf } from '../../model/seat-teams.ts';
import type { CustomerClass, Group, Pool } from '../../model/service.ts';
import { ofWork } from '../../model/view.ts';
import { coursesOf } from './courses.ts';
import { type CustomerKind, kindsOf } from './customer-kinds.ts';
import { handoffsBy } from './journey-figures.ts';
import { type PoolPairs, pairsOf } from './pools.ts';

/** Chances that two pools draw people of one team. */
class TeamPairs {
  private readonly spreads = new Map<Pool, ReadonlyMap<number, number>>();
  private readonly known = new Map<Pool, Map<Pool, number>>();

  constructor(
    private readonly teams: SeatTeams,
    private readonly pairs: PoolPairs,
  ) {}

  private spread(pool: Pool): ReadonlyMap<number, number> {
    let found = this.spreads.get(pool);
    if (found === undefined) {
      const teams = new Map<number, number>();
      for (let k = 0; k < pool.seats.length; k++) this.teams.spread(pool.seats[k]!, pool.share[k]!, teams);
      this.spreads.set(pool, teams);
      found = teams;
    }
    return found;
  }

  /** Chance that two draws are different people of different teams. Kept for two pools of several: the others are many. */
  differ(a: Pool, b: Pool): number {
    if (a.seats.length === 1 || b.seats.length === 1) return this.workOut(a, b);
    const own = this.known.get(a) ?? new Map<Pool, number>();
    this.known.set(a, own);
    let found = own.get(b);
    if (found === undefined) {
      found = this.workOut(a, b);
      own.set(b, found);
    }
    return found;
  }

  /** The same team for both, whoever they are. */
  private inOneTeam(a: Pool, b: Pool): number {
    const [single, several] = a.seats.length === 1 ? [a, b] : [b, a];
    // Most are somebody of few teams and many others: no map is made for the one.
    if (single.seats.length === 1) {
      const chance = this.teams.inOneOf(single.seats[0]!, this.spread(several));
      if (chance >= 0) return chance;
    }
    const [first, second] = [this.spread(a), this.spread(b)];
    const small = first.size > second.size ? second : first;
    const large = small === first ? second : first;
    let same = 0;
    small.forEach((share, team) => {
      same += share * (large.get(team) ?? 0);
    });
    return same;
  }

  private workOut(a: Pool, b: Pool): number {
    const one = a.seats[0]!;
    const other = b.seats[0]!;
    // Two pools of one have nobody in common, or everybody.
    if (a.seats.length === 1 && b.seats.length === 1 && one !== other)
      return Math.max(0, 1 - this.teams.inOneTeam(one, other));
    let same = this.inOneTeam(a, b);
    // One person does both in one team.
    for (const seat of this.pairs.samePerson(a, b).common) {
      const inOne = this.teams.inOneTwice(seat);
      same += this.pairs.shareOf(a, seat) * this.pairs.shareOf(b, seat) * (1 - inOne);
    }
    return Math.max(0, 1 - same);
  }
}

/** Moves of the work from one team to another, by kind of customer. */
export const teamHandoffs = ofWork((view): readonly CustomerKind<number>[] => {
  const { people } = view.organisation;
  const seatTeams = seatTeamsOf(view.organisation);
  const courses = coursesOf(view);
  const pairs = pairsOf(view);
  const teams = new TeamPairs(seatTeams, pairs);
  /** The one team of somebody who is in no other pool, counted on from the people; else who they are. */
  const place = (group: CustomerClass, seat: Index): number => {
    const team = seatTeams.onlyTeamOf(seat);
    if (team < 0) return seat;
    for (const { pool } of group.groups)
      if (pool !== null && pool.seats.length > 1 && pairs.shareOf(pool, seat) !== 0) return seat;
    return people.count + team;
  };
  const crosses = (a: Group, b: Group) =>
    a === b || a.pool === null || b.pool === null ? 0 : teams.differ(a.pool, b.pool);
  return kindsOf(view.service(), place, (group) => handoffsBy(group, courses[group.journey]!, crosses)).kinds;
});
