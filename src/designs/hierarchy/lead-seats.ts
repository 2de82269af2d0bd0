import type { Index } from '../../model/organisation.ts';
import type { Draft } from '../draft.ts';
import { makersOfPlace } from './managers.ts';
import type { UnitChart } from './unit-chart.ts';

/**
 * Opens team-lead seats for people for whom no manager of a unit has room, as few as hold them: with n people, and s in a
 * team, n / (s − 1), since each lead takes a place, and whoever has it moves to a new team. Those whose line stays move only
 * where one of them has to, where a new team would be smaller than a team has to be, the lead counted, or where the unit would
 * have more than `levels`; otherwise leads stand below other managers, or lead leads.
 */
export function openLeads(chart: UnitChart, unit: Index, left: readonly Index[], levels: number): void {
  const { size, draft } = chart;
  const { minimumTeam } = draft.source.policy;
  const leads = Math.max(1, Math.ceil(left.length / (size - 1)));
  const host = hostFor(chart, left, leads, levels);
  const givers = makersOfPlace(chart, host);
  const free = Math.max(0, chart.room(host));
  const anew = givers.filter((seat) => chart.isNew(seat)).length;
  const flat = Math.max(1, Math.min(leads, free + givers.length));
  const gentle = Math.max(1, Math.min(leads, free + anew));
  const top = chart.depthOf(host) + 2 + leadLevels(leads, gentle, size) <= levels ? gentle : flat;
  const enough = Math.min(size, minimumTeam - 1) * leads - left.length;
  const people = [...left, ...givers.slice(0, Math.max(0, top - free, enough))];
  const order = people.sort((a, b) => chart.bossToday(a) - chart.bossToday(b) || a - b);
  let number = 0;
  // Each part has so many people, so many leads for them, and a manager above the topmost of these leads.
  const parts = [{ people: order as readonly Index[], leads, top, boss: host }];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    for (const { people: team, leads: own } of divided(part, size)) {
      const lead = openLead(draft, unit, `${draft.units[unit]!.id}/${++number}`, team);
      chart.hang(lead, part.boss);
      const more = Math.min(own - 1, size);
      const below = Math.max(team.length - (size - more), Math.ceil((team.length * (own - 1)) / own));
      for (const seat of team.slice(below)) chart.hang(seat, lead);
      if (more > 0) parts.push({ people: team.slice(0, below), leads: own - 1, top: more, boss: lead });
    }
  }
}

/**
 * Makes room for so many under the full head: people of one trade who report to the head and lead nobody, as few as do and as
 * make a team, the most junior first, get a team-lead seat between, which is added to `opened`. Returns whether there were enough of them.
 */
export function openRoom(chart: UnitChart, unit: Index, places: number, opened: Index[]): boolean {
  const { draft, head, size } = chart;
  const missing = places - Math.max(0, chart.room(head));
  if (missing <= 0) return true;
  // The seat is open, so the team has to be large enough without it.
  const needed = Math.max(missing + 1, draft.source.policy.minimumTeam);
  const byTrade = new Map<Index, Index[]>();
  for (const seat of makersOfPlace(chart, head)) {
    if (chart.leads(seat) || !chart.isPerson(seat)) continue;
    const trade = chart.tradeOf(seat);
    byTrade.set(trade, [...(byTrade.get(trade) ?? []), seat]);
  }
  const [most] = [...byTrade.values()].sort((a, b) => b.length - a.length);
  if (most === undefined || most.length < needed || needed > size) return false;
  const team = most.slice(0, needed);
  const lead = openLead(draft, unit, `${draft.units[unit]!.id}/room`, team);
  chart.hang(lead, head);
  for (const seat of team) chart.hang(seat, lead);
  opened.push(lead);
  return true;
}

/**
 * Under whom leads stand: the head, where there is a place or somebody was only just hung; else the manager nearest to the
 * head under whom somebody was and who is not less senior than those who come, if that makes no more than `levels`; else the
 * head.
 */
function hostFor(chart: UnitChart, left: readonly Index[], leads: number, levels: number): Index {
  const { head, size } = chart;
  const isGentle = (manager: Index) =>
    chart.room(manager) > 0 ||
    [...chart.reports(manager)].some((seat) => chart.isNew(seat) && !chart.leads(seat));
  if (isGentle(head)) return head;
  const most = levels - 2 - leadLevels(leads, 1, size);
  let host = head;
  let least = most + 1;
  for (const manager of chart.managers) {
    if (chart.topOf(manager) !== head || !isGentle(manager)) continue;
    if (!left.every((seat) => chart.mayLead(manager, seat))) continue;
    const depth = chart.depthOf(manager);
    if (depth < least) [host, least] = [manager, depth];
  }
  return host;
}

/** Levels of so many leads, with so many of them at the top. */
function leadLevels(leads: number, top: number, size: number): number {
  let levels = 0;
  for (let left = leads, width = top; left > 0; left -= width, width *= size, levels++);
  return levels;
}

/** The people of a part for each of its topmost leads, in proportion to the leads that each of these gets below. */
function divided(
  { people, leads, top }: { people: readonly Index[]; leads: number; top: number },
  size: number,
): readonly { people: readonly Index[]; leads: number }[] {
  const own = Array.from({ length: top }, (_, at) => Math.floor(leads / top) + (at < leads % top ? 1 : 0));
  // One lead holds a team; each further one takes a place and gives a team's.
  const held = own.map((count) => count * (size - 1) + 1);
  const all = held.reduce((a, b) => a + b, 0);
  let from = 0;
  let sum = 0;
  return own.map((count, at) => {
    sum += held[at]!;
    const to = Math.floor((sum * people.length) / all);
    const part = { people: people.slice(from, to), leads: count };
    from = to;
    return part;
  });
}

/** A lead seat for a team, in a unit or, with -1, in none; `place` is what the seat's id ends with. */
export function openLead(draft: Draft, unit: Index, place: string, team: readonly Index[]): Index {
  return draft.addSeat({
    id: `lead/${place}`,
    title: unit < 0 ? 'Team lead' : `Team lead, ${draft.units[unit]!.name}`,
    capability: commonest(team.map((seat) => draft.capabilityOf(seat))),
    unit,
    lead: true,
  });
}

/** The value that stands most often, of equals the smallest. */
export function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]![0];
}
