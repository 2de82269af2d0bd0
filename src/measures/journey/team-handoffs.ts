import { passingMemo } from '../../base/memo.ts';
import type { Index } from '../../model/organisation.ts';
import type { CustomerClass, Group, Pool } from '../../model/service.ts';
import { seatTeamsOf, type TeamShares } from '../../model/teams.ts';
import type { View } from '../../model/view.ts';
import type { Weighted } from '../summarise.ts';
import { coursesOf } from './courses.ts';
import { handoffsBy, sharedKey } from './journey-figures.ts';
import { type PoolPairs, pairsOf } from './pools.ts';

/** Chance of each team: a list for one person, of whom there are thousands, with few teams each. */
type Teams = TeamShares | ReadonlyMap<number, number>;

const isList = (teams: Teams): teams is TeamShares => Array.isArray(teams);

const countOf = (teams: Teams): number => (isList(teams) ? teams.length : teams.size);

function chanceOf(teams: Teams, team: number): number {
  if (!isList(teams)) return teams.get(team) ?? 0;
  for (const [one, share] of teams) if (one === team) return share;
  return 0;
}

/** Chances that two pools draw people of one team. */
class TeamPairs {
  private readonly spreads = new Map<Pool, Teams>();
  private readonly known = new Map<Pool, Map<Pool, number>>();

  constructor(
    private readonly teams: ReturnType<typeof seatTeamsOf>,
    private readonly pairs: PoolPairs,
  ) {}

  private spread(pool: Pool): Teams {
    if (pool.seats.length === 1) return this.teams.sharesOf(pool.seats[0]!);
    let found = this.spreads.get(pool);
    if (found === undefined) {
      const teams = new Map<number, number>();
      const add = (team: number, share: number) => teams.set(team, (teams.get(team) ?? 0) + share);
      for (let k = 0; k < pool.seats.length; k++) {
        const undeclared = this.teams.undeclaredOf(pool.seats[k]!);
        if (undeclared >= 0) add(undeclared, pool.share[k]!);
        else
          for (const [team, share] of this.teams.sharesOf(pool.seats[k]!)) add(team, pool.share[k]! * share);
      }
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

  private workOut(a: Pool, b: Pool): number {
    let [small, large] = [this.spread(a), this.spread(b)];
    if (countOf(small) > countOf(large)) [small, large] = [large, small];
    let same = 0;
    for (const [team, share] of small) same += share * chanceOf(large, team);
    // One person does both in one team; two pools of one have nobody in common, or everybody.
    if (a.seats.length === 1 && b.seats.length === 1 && a.seats[0] !== b.seats[0])
      return Math.max(0, 1 - same);
    for (const seat of this.pairs.samePerson(a, b).common) {
      const inOne = this.teams.sharesOf(seat).reduce((sum, [, share]) => sum + share ** 2, 0);
      same += this.pairs.shareOf(a, seat) * this.pairs.shareOf(b, seat) * (1 - inOne);
    }
    return Math.max(0, 1 - same);
  }
}

interface TeamKind extends Weighted {
  readonly handoffs: number;
}

/** Moves of the work from one team to another, by kind of customer. */
export const teamHandoffs = passingMemo((view: View): readonly TeamKind[] => {
  const { classes } = view.service();
  const seatTeams = seatTeamsOf(view.organisation);
  const courses = coursesOf(view);
  const pairs = pairsOf(view);
  const teams = new TeamPairs(seatTeams, pairs);
  const patterns = classes.reduce((most, { pattern }) => Math.max(most, pattern + 1), 0);
  /** The one team of somebody, -1 where there are several. */
  const onlyTeamOf = (seat: Index): number => {
    const undeclared = seatTeams.undeclaredOf(seat);
    if (undeclared >= 0) return undeclared;
    const own = seatTeams.sharesOf(seat);
    return own.length === 1 ? own[0]![0] : -1;
  };
  const place = (group: CustomerClass) => (seat: Index) => {
    const team = onlyTeamOf(seat);
    if (team < 0) return `p${seat}`;
    for (const { pool } of group.groups)
      if (pool !== null && pool.seats.length > 1 && pairs.shareOf(pool, seat) !== 0) return `p${seat}`;
    return team;
  };
  const crosses = (a: Group, b: Group) =>
    a === b || a.pool === null || b.pool === null ? 0 : teams.differ(a.pool, b.pool);
  const kinds = new Map<number | string, { -readonly [K in keyof TeamKind]: TeamKind[K] }>();
  for (const group of classes) {
    const key = sharedKey(group, patterns, place(group));
    let kind = kinds.get(key);
    if (kind === undefined) {
      const handoffs = handoffsBy(group, courses[group.journey]!, crosses);
      kind = { handoffs, customers: 0, rows: 0, rowsWithRevenue: 0, revenue: 0 };
      kinds.set(key, kind);
    }
    kind.customers += group.customers;
    kind.rows += group.rows;
    kind.rowsWithRevenue += group.rowsWithRevenue;
    kind.revenue += group.revenue;
  }
  return [...kinds.values()];
});
