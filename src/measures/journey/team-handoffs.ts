import type { Index } from '../../model/organisation.ts';
import { type SeatTeams, seatTeamsOf, type TeamShares } from '../../model/seat-teams.ts';
import type { CustomerClass, Pool } from '../../model/service.ts';
import { ofWork } from '../../model/view.ts';
import { coursesOf } from './courses.ts';
import { type CustomerKind, kindsOf } from './customer-kinds.ts';
import { handoffsBy } from './journey-figures.ts';
import { type PoolPairs, pairsOf } from './pools.ts';

/** Chance that two people work in one team when each is drawn for theirs. Teams come in the same order in both. */
function inOneTeam(a: TeamShares, b: TeamShares): number {
  let same = 0;
  for (let k = 0, at = 0; k < a.length; k++) {
    const team = a[k]![0];
    while (at < b.length && b[at]![0] < team) at++;
    if (at < b.length && b[at]![0] === team) same += a[k]![1] * b[at]![1];
  }
  return same;
}

/** Who is in the teams that serve a customer: their work for it is done there, whatever other teams they are in. */
type OwnTeam = ReadonlyMap<Index, TeamShares>;
const NOBODY: OwnTeam = new Map();

/** Chances that two pools draw people of one team. */
class TeamPairs {
  private readonly spreads = new Map<Pool, ReadonlyMap<number, number>>();
  private readonly known = new Map<Pool, Map<Pool, number>>();

  constructor(
    private readonly teams: SeatTeams,
    private readonly pairs: PoolPairs,
  ) {}

  /** Teams of a seat in its work for the customers of a team of its own. */
  private sharesOf(seat: Index, own: OwnTeam): TeamShares {
    return own.get(seat) ?? this.teams.sharesOf(seat);
  }

  /** Whether somebody of the team can be drawn. */
  private holdsAny(pool: Pool, own: OwnTeam): boolean {
    for (const seat of own.keys()) if (this.pairs.shareOf(pool, seat) > 0) return true;
    return false;
  }

  private spread(pool: Pool, own: OwnTeam): ReadonlyMap<number, number> {
    const isOwn = this.holdsAny(pool, own);
    let found = isOwn ? undefined : this.spreads.get(pool);
    if (found === undefined) {
      const teams = new Map<number, number>();
      for (let k = 0; k < pool.seats.length; k++) {
        const seat = pool.seats[k]!;
        const inOwn = own.get(seat);
        if (inOwn === undefined) this.teams.spread(seat, pool.share[k]!, teams);
        else
          for (const [team, share] of inOwn) teams.set(team, (teams.get(team) ?? 0) + pool.share[k]! * share);
      }
      if (!isOwn) this.spreads.set(pool, teams);
      found = teams;
    }
    return found;
  }

  /** Chance that two draws are different people of different teams. Kept for two pools of several: the others are many. */
  differ(a: Pool, b: Pool, own: OwnTeam): number {
    if (a.seats.length === 1 || b.seats.length === 1) return this.workOut(a, b, own);
    if (this.holdsAny(a, own) || this.holdsAny(b, own)) return this.workOut(a, b, own);
    const kept = this.known.get(a) ?? new Map<Pool, number>();
    this.known.set(a, kept);
    let found = kept.get(b);
    if (found === undefined) {
      found = this.workOut(a, b, NOBODY);
      kept.set(b, found);
    }
    return found;
  }

  /** The same team for both, whoever they are. */
  private inOneTeam(a: Pool, b: Pool, own: OwnTeam): number {
    const [single, several] = a.seats.length === 1 ? [a, b] : [b, a];
    // Most are somebody of few teams and many others: no map is made for the one.
    if (single.seats.length === 1 && !own.has(single.seats[0]!)) {
      const chance = this.teams.inOneOf(single.seats[0]!, this.spread(several, own));
      if (chance >= 0) return chance;
    }
    const [first, second] = [this.spread(a, own), this.spread(b, own)];
    const small = first.size > second.size ? second : first;
    const large = small === first ? second : first;
    let same = 0;
    small.forEach((share, team) => {
      same += share * (large.get(team) ?? 0);
    });
    return same;
  }

  private workOut(a: Pool, b: Pool, own: OwnTeam): number {
    const one = a.seats[0]!;
    const other = b.seats[0]!;
    // Two pools of one have nobody in common, or everybody.
    if (a.seats.length === 1 && b.seats.length === 1 && one !== other)
      return Math.max(
        0,
        1 -
          (own.has(one) || own.has(other)
            ? inOneTeam(this.sharesOf(one, own), this.sharesOf(other, own))
            : this.teams.inOneTeam(one, other)),
      );
    let same = this.inOneTeam(a, b, own);
    // One person does both in one team.
    for (const seat of this.pairs.samePerson(a, b).common) {
      const inOne =
        own.get(seat)?.reduce((sum, [, share]) => sum + share ** 2, 0) ?? this.teams.inOneTwice(seat);
      same += this.pairs.shareOf(a, seat) * this.pairs.shareOf(b, seat) * (1 - inOne);
    }
    return Math.max(0, 1 - same);
  }
}

/** Moves of the work from one team to another, by kind of customer. */
export const teamHandoffs = ofWork((view): readonly CustomerKind<number>[] => {
  const { people } = view.organisation;
  const service = view.service();
  const seatTeams = seatTeamsOf(view.organisation);
  const courses = coursesOf(view);
  const pairs = pairsOf(view);
  const teams = new TeamPairs(seatTeams, pairs);
  /** The one team of somebody who is in no other pool, counted on from the people, or down from -1; else who they are. */
  const place = (group: CustomerClass, seat: Index): number => {
    const inOwn = service.ownTeams[group.own]!.get(seat);
    const team =
      inOwn === undefined ? seatTeams.onlyTeamOf(seat) : inOwn.length === 1 ? inOwn[0]![0] : undefined;
    if (team === undefined || (inOwn === undefined && team < 0)) return seat;
    for (const { pool } of group.groups)
      if (pool !== null && pool.seats.length > 1 && pairs.shareOf(pool, seat) !== 0) return seat;
    return inOwn === undefined ? people.count + team : team;
  };
  /** Whose team it is matters beside it where more than one person, or one in several teams, may be drawn. */
  const apart = ({ groups, singles, own }: CustomerClass): number =>
    own > 0 &&
    (groups.some(({ pool }) => pool !== null && pool.seats.length > 1) ||
      singles.some((seat) => (service.ownTeams[own]!.get(seat)?.length ?? 0) > 1))
      ? own
      : 0;
  const figures = (group: CustomerClass) =>
    handoffsBy(group, courses[group.journey]!, (a, b) =>
      a === b || a.pool === null || b.pool === null
        ? 0
        : teams.differ(a.pool, b.pool, service.ownTeams[group.own]!),
    );
  return kindsOf(service, place, figures, apart).kinds;
});
