import type { Index } from '../../model/organisation.ts';
import { stepsBetween } from './nearest-manager.ts';
import type { UnitChart } from './unit-chart.ts';

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
export function fillTeams(chart: UnitChart): void {
  const { minimumTeam } = chart.draft.source.policy;
  const isSmall = (lead: Index) =>
    chart.leads(lead) && isTeam(chart, lead) && peopleIn(chart, lead) < minimumTeam;
  const others = chart.managers.filter((lead) => lead !== chart.head);
  const depth = new Map(others.map((lead) => [lead, chart.depthOf(lead)]));
  // From below, since whoever loses a team may leave the manager above with a small one.
  const fromBelow = [...others].sort((a, b) => depth.get(b)! - depth.get(a)!);
  const dissolve = () => {
    for (const lead of fromBelow) {
      const reports = [...chart.reports(lead)];
      const isLoose = reports.every((seat) => chart.isNew(seat) && !chart.leads(seat));
      if (!isLoose || !isSmall(lead) || chart.room(chart.head) < reports.length) continue;
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
 * Fills a team up to the smallest size of one; where there are not enough people for that, it stays as it is. First come
 * those of a trade that the team has, then those for whom no other manager below the head would be nearer.
 */
function fillTeam(chart: UnitChart, lead: Index): void {
  const missing = chart.draft.source.policy.minimumTeam - peopleIn(chart, lead);
  const managers = new Set(chart.managers);
  const loose = [...chart.reports(chart.head)].filter(
    (seat) =>
      chart.isNew(seat) &&
      chart.isPerson(seat) &&
      !managers.has(seat) &&
      chart.standingOf(seat) <= chart.standingOf(lead),
  );
  if (missing <= 0 || loose.length < missing || chart.room(lead) < missing) return;
  const others = chart.managers.filter((manager) => manager !== chart.head && manager !== lead);
  const trades = new Set([lead, ...chart.reports(lead)].map((seat) => chart.draft.capabilityOf(seat)));
  const ranked = loose.map((seat) => {
    const steps = stepsBetween(chart, seat, lead);
    const foreign = !trades.has(chart.draft.capabilityOf(seat));
    return {
      seat,
      foreign,
      steps,
      passed: others.some((manager) => stepsBetween(chart, seat, manager) < steps),
    };
  });
  ranked.sort(
    (a, b) =>
      Number(a.foreign) - Number(b.foreign) ||
      Number(a.passed) - Number(b.passed) ||
      (a.steps === b.steps ? a.seat - b.seat : a.steps - b.steps),
  );
  for (const { seat } of ranked.slice(0, missing)) chart.hang(seat, lead);
}
