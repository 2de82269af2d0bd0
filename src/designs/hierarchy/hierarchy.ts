import { memo } from '../../base/memo.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import type { Draft } from '../draft.ts';
import { openLeads, openRoom } from './lead-seats.ts';
import { hangLeaders, NearestManager } from './managers.ts';
import { stepsBetween } from './open-managers.ts';
import { bySeniority } from './seniority.ts';
import { UnitChart } from './unit-chart.ts';

/** A unit that a design has made or filled: its people, who leads them, and to whom the head reports (-1: nobody). */
export interface RebuiltUnit {
  readonly unit: Index;
  readonly members: readonly Index[];
  readonly head: Index;
  readonly reportsTo: Index;
  /** Whether the head comes from elsewhere and goes on leading those who stay there: staff of an executive. */
  readonly keepsStaff?: boolean;
  /** Leads who come directly under the head, though their manager of today is in the unit too. */
  readonly toHead?: ReadonlySet<Index>;
  /** Those who lead it beside the head, and go on reporting outside. */
  readonly keepsOutside?: ReadonlySet<Index>;
}

/** A unit to be ordered below its head. */
interface UnitToHang {
  readonly unit: Index;
  /** Everyone in it, the head included. */
  readonly members: readonly Index[];
  readonly head: Index;
  readonly toHead?: ReadonlySet<Index>;
  /** Levels of the whole chart above the head. */
  readonly above: number;
  /** Seats whose line leads out of the unit and stays, though it is not the head's. */
  readonly keepsOutside?: ReadonlySet<Index>;
  /** How many people outside the unit report to somebody in it, and go on doing so. */
  readonly outside?: ReadonlyMap<Index, number>;
}

/**
 * Orders the members of a unit below its head. Every reporting line inside the unit stays. Whoever has lost the manager
 * hangs on the nearest one inside with room: those who bring a team first, then the others, the most senior first. Only
 * where no manager inside has room a team-lead seat is opened. Nobody else gets a new manager, but for one person for each
 * place that has to be made under a full head. A manager gets new reports up to the largest team or span of the policy;
 * lines that stay may be more. Cost: members times the levels of today.
 */
export function hangUnit(
  draft: Draft,
  { unit, members, head, toHead, above, keepsOutside, outside }: UnitToHang,
): void {
  const { source } = draft;
  const chart = new UnitChart(draft, members, head, outside);
  const orphans: Index[] = [];
  for (let k = 0; k < members.length; k++) {
    const seat = members[k]!;
    if (keepsOutside?.has(seat)) continue;
    draft.boss[seat] = -1;
    if (seat === head) continue;
    const boss = chart.bossToday(seat);
    if (toHead?.has(seat) && chart.room(head) > 0 && chart.mayLead(head, seat)) chart.hang(seat, head);
    else if (boss >= 0 && chart.has(boss)) chart.keep(seat, boss);
    else orphans.push(seat);
  }
  const lost = orphans.filter((seat) => !keepSecondLine(chart, seat));
  if (lost.length === 0) return;
  const ledBefore = (seat: Index) =>
    seat < source.people.count && (reportsOf(chart.tree, seat) > 0 || chart.leads(seat));
  const order = bySeniority(
    source,
    lost.filter((seat) => seat < source.people.count),
    members.filter((seat) => seat < source.people.count),
  );
  const hired = lost.filter((seat) => seat >= source.people.count);
  const most = levelsAllowed(source) - above;
  const nearest = new NearestManager(chart);
  const opened: Index[] = [];
  const makeRoom = (leaders: readonly Index[]) => openRoom(chart, unit, leaders.length, opened);
  const left = [
    ...hangLeaders(chart, order.filter(ledBefore), most, makeRoom),
    ...hangFollowers(chart, [...order.filter((seat) => !ledBefore(seat)), ...hired], nearest),
  ];
  giveSecondLead(chart);
  fillTeams(chart);
  const without = left.filter((seat) => {
    const lead = chart.leads(seat) ? undefined : opened.find((one) => chart.room(one) > 0);
    if (lead !== undefined) chart.hang(seat, lead);
    return lead === undefined;
  });
  if (without.length > 0) openLeads(chart, unit, without, most);
}

/**
 * Keeps the line of greatest weight that stays inside, where the first one does not: a second boss of today is nearer than
 * any other, as long as there is room.
 */
function keepSecondLine(chart: UnitChart, seat: Index): boolean {
  const { lines, people } = chart.draft.source;
  if (seat >= people.count) return false;
  let best = -1;
  for (let k = lines.start[seat]!; k < lines.start[seat + 1]!; k++) {
    const boss = lines.boss[k]!;
    // Second lines may lead round in a circle.
    if (!chart.has(boss) || chart.room(boss) <= 0 || chart.topOf(boss) === seat) continue;
    if (!chart.mayLead(boss, seat)) continue;
    if (best < 0 || lines.weight[k]! > lines.weight[best]!) best = k;
  }
  if (best >= 0) chart.keep(seat, lines.boss[best]!);
  return best >= 0;
}

/** Most levels that a design builds: those of the policy, or those of today where they are more. */
const levelsAllowed = memo((source: Organisation): number => {
  let most = source.policy.maximumLayers;
  for (const depth of treeOf(source).depth) most = Math.max(most, depth + 1);
  return most;
});

/**
 * Hangs people who lead nobody; returns those for whom no manager has room. Places under the head are first for those of a
 * trade that nobody below the head leads, since everybody else can go to somebody of their own trade.
 */
function hangFollowers(
  chart: UnitChart,
  followers: readonly Index[],
  nearest: NearestManager,
): readonly Index[] {
  const left: Index[] = [];
  const trades = new Set(
    chart.managers.filter((seat) => seat !== chart.head).map((seat) => chart.tradeOf(seat)),
  );
  const hasLead = (seat: Index) => Number(trades.has(chart.tradeOf(seat)));
  for (const seat of [...followers].sort((a, b) => hasLead(a) - hasLead(b))) {
    const manager = nearest.find(seat);
    if (manager >= 0) chart.hang(seat, manager);
    else left.push(seat);
  }
  return left;
}

/**
 * Puts a lead who was only just hung under the head under a manager of the same trade instead who would lead one lead alone and led more today:
 * nobody gets a new manager for it who has none anyway, and nobody is a manager of one. The nearest along the lines of today
 * comes first.
 */
function giveSecondLead(chart: UnitChart): void {
  for (const manager of chart.managers) {
    if (manager === chart.head || chart.reports(manager).size !== 1) continue;
    const [only] = chart.reports(manager);
    if (!chart.leads(only!)) continue;
    if (reportsOf(chart.tree, manager) < 2) continue;
    let best = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (const seat of chart.reports(chart.head)) {
      const isFree =
        seat !== manager &&
        chart.isNew(seat) &&
        chart.leads(seat) &&
        chart.tradeOf(seat) === chart.tradeOf(manager) &&
        chart.mayLeadLead(manager, seat) &&
        !chart.isAbove(seat, manager);
      const steps = isFree ? stepsBetween(chart, seat, manager) : Number.POSITIVE_INFINITY;
      if (steps < fewest) [best, fewest] = [seat, steps];
    }
    if (best >= 0 && chart.topOf(manager) === chart.head) chart.hang(best, manager);
  }
}

/** People of a team, its lead counted. */
const peopleIn = (chart: UnitChart, lead: Index): number => {
  let people = chart.isPerson(lead) ? 1 : 0;
  for (const seat of chart.reports(lead)) if (chart.isPerson(seat)) people++;
  return people;
};

/** People of the team that somebody leads today, the lead counted. */
const peopleToday = (chart: UnitChart, lead: Index): number => {
  const { report, reportStart } = chart.tree;
  let people = chart.isPerson(lead) ? 1 : 0;
  for (let k = reportStart[lead]!; k < reportStart[lead + 1]!; k++) if (chart.isPerson(report[k]!)) people++;
  return people;
};

/** Whether the reports are people who lead nobody, for the most part: only then they are a team. */
const isTeam = (chart: UnitChart, lead: Index): boolean => {
  const reports = [...chart.reports(lead)].filter((seat) => chart.isPerson(seat));
  return reports.filter((seat) => !chart.leads(seat)).length * 2 > reports.length;
};

/**
 * Gives teams the size that a team needs, as far as nobody gets a new manager for it who has none anyway: small teams of
 * people who were only just hung go to the head instead, where there is room; small teams that stayed together are filled
 * up with people who were hung on the head, those nearest to the team along the lines of today first.
 */
function fillTeams(chart: UnitChart): void {
  const { minimumTeam } = chart.draft.source.policy;
  const isSmall = (lead: Index) =>
    chart.leads(lead) && peopleIn(chart, lead) < minimumTeam && isTeam(chart, lead);
  const others = chart.managers.filter((lead) => lead !== chart.head);
  const depth = chart.depthsOf(others);
  // From below, since whoever loses a team may leave the manager above with a small one.
  const fromBelow = [...others].sort((a, b) => depth.get(b)! - depth.get(a)!);
  const dissolve = () => {
    for (const lead of fromBelow) {
      if (!isSmall(lead)) continue;
      const reports = [...chart.reports(lead)];
      const isLoose = reports.every((seat) => chart.isNew(seat) && !chart.leads(seat));
      if (!isLoose || chart.room(chart.head) < reports.length) continue;
      if (reports.some((seat) => !chart.mayLead(chart.head, seat))) continue;
      for (const seat of reports) chart.hang(seat, chart.head);
    }
  };
  dissolve();
  // A team that is as small today is not for the design to mend.
  for (const lead of others)
    if (isSmall(lead) && peopleToday(chart, lead) >= minimumTeam) fillTeam(chart, lead);
  // Filling the others may have made room under the head.
  dissolve();
}

/**
 * Fills a team up to the smallest size of one with people of a trade that it has; where there are not enough of them, it stays
 * as it is. First come those for whom no other manager below the head would be nearer.
 */
function fillTeam(chart: UnitChart, lead: Index): void {
  const missing = chart.draft.source.policy.minimumTeam - peopleIn(chart, lead);
  const managers = new Set(chart.managers);
  const trades = new Set([lead, ...chart.reports(lead)].map((seat) => chart.tradeOf(seat)));
  const loose = [...chart.reports(chart.head)].filter(
    (seat) =>
      chart.isNew(seat) &&
      chart.isPerson(seat) &&
      !managers.has(seat) &&
      trades.has(chart.tradeOf(seat)) &&
      chart.standingOf(seat) <= chart.standingOf(lead),
  );
  if (missing <= 0 || loose.length < missing || chart.room(lead) < missing) return;
  const others = chart.managers.filter((manager) => manager !== chart.head && manager !== lead);
  const ranked = loose.map((seat) => {
    const steps = stepsBetween(chart, seat, lead);
    return { seat, steps, passed: others.some((manager) => stepsBetween(chart, seat, manager) < steps) };
  });
  ranked.sort(
    (a, b) =>
      Number(a.passed) - Number(b.passed) || (a.steps === b.steps ? a.seat - b.seat : a.steps - b.steps),
  );
  for (const { seat } of ranked.slice(0, missing)) chart.hang(seat, lead);
}
