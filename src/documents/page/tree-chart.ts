import { whole } from '../../base/figures.ts';
import { addTo } from '../../base/groups.ts';
import { counted, idInWords } from '../../base/text.ts';
import { chart, ofWords, type Part, type Table, table } from '../../render/block.ts';
import type { Mark, TreeChart, TreeNode } from '../../render/chart/chart.ts';
import type { ReportedSeat, ReportedTeam } from '../../schema/documents/structure.ts';
import { type Drawing, OTHERS, skillOf } from './drawing.ts';

/** Boxes of one organisation chart. */
const MOST_BOXES = 40;

const marksOf = ({ new: isNew, vacant, displaced }: ReportedSeat): Mark[] => [
  ...(isNew ? (['new'] as const) : []),
  ...(vacant && !isNew ? (['vacant'] as const) : []),
  ...(displaced ? (['displaced'] as const) : []),
];

const times = (count = 1): string[] => (count === 1 ? [] : [`×${whole(count)}`]);

/**
 * Those who lead nobody and are as others of the same manager, by title, unit and skill: where nobody is named, one box stands for
 * all of them. By id the one that stands for it, and by that how many it stands for. Linear.
 */
function seatsAlike({ seats, reports }: Drawing, teams: ReadonlyMap<string, readonly ReportedTeam[]>) {
  const inAnother = new Map<string, string>();
  const count = new Map<string, number>();
  const first = new Map<string, string>();
  for (const seat of seats) {
    const leads = reports.has(seat.id) || teams.has(seat.id);
    if (seat.name !== undefined || seat.title === '' || leads || marksOf(seat).length > 0) continue;
    const key = JSON.stringify([seat.boss, seat.title, seat.unit, seat.capability]);
    const box = first.get(key);
    if (box === undefined) first.set(key, seat.id);
    else {
      inAnother.set(seat.id, box);
      count.set(box, (count.get(box) ?? 1) + 1);
    }
  }
  return { inAnother, count };
}

/** Teams by who leads them, of those who are drawn. */
function teamsOf({ design, seats }: Drawing): ReadonlyMap<string, readonly ReportedTeam[]> {
  const drawn = new Set(seats.map(({ id }) => id));
  const teams = new Map<string, ReportedTeam[]>();
  for (const team of design.declaredTeams ?? [])
    if (team.head !== null && drawn.has(team.head)) addTo(teams, team.head, team);
  return teams;
}

/** Those who lead teams, and everybody above them. Linear in the heights. */
function onTheWayTo(leads: Iterable<string>, boss: ReadonlyMap<string, string | null>): Set<string> {
  const way = new Set<string>();
  for (const lead of leads) {
    let at: string | null | undefined = lead;
    while (at !== null && at !== undefined && boss.has(at) && !way.has(at)) {
      way.add(at);
      at = boss.get(at);
    }
  }
  return way;
}

/** No id of a person begins with a space, since ids are trimmed. */
const boxOfTeam = (id: string): string => ` ${id}`;
const kindOfTeam = ({ kind }: ReportedTeam): string =>
  kind === 'account' ? 'account team' : idInWords(kind);

/** The teams of one lead: a box for each, or one for all. */
function teamBoxes(lead: string, teams: readonly ReportedTeam[], each: boolean): TreeNode[] {
  const box = (id: string, title: string, detail: string, isNew: boolean): TreeNode => ({
    ...{ id: boxOfTeam(id), parent: lead, title, detail, colour: '', isTeam: true },
    marks: isNew ? ['new'] : [],
  });
  if (each || teams.length === 1)
    return teams.map((team) =>
      box(
        team.id,
        team.name,
        `${kindOfTeam(team)} · ${counted(team.people, 'person', 'people')}`,
        team.new === true,
      ),
    );
  const [first] = teams as [ReportedTeam];
  const noun = teams.every(({ kind }) => kind === first.kind) ? kindOfTeam(first) : 'team';
  const isNew = teams.every((team) => team.new === true);
  return [box(first.id, counted(teams.length, noun), teams.map(({ name }) => name).join(', '), isNew)];
}

/**
 * Who leads whom, from the top down to as many levels as fit, or as are asked for; how many more stand below is told in a box, as
 * +12, and for how many alike it stands, as ×5. Teams across the units stand below who leads them, and where they fit come before
 * who leads none; else it is told how many there are.
 */
function treeChart(drawn: Drawing, depth = Number.POSITIVE_INFINITY): TreeChart {
  const { seats, reports, nameOf, skills } = drawn;
  const boss = new Map(seats.map((one) => [one.id, one.boss]));
  const teams = teamsOf(drawn);
  const all = [...teams.values()].reduce((sum, own) => sum + own.length, 0);
  const way = onTheWayTo(teams.keys(), boss);
  const each = way.size + all <= MOST_BOXES;
  const forTeams = each ? all : teams.size;
  const areDrawn = teams.size > 0 && depth === Number.POSITIVE_INFINITY && way.size + forTeams <= MOST_BOXES;
  const isNeeded = ({ id }: ReportedSeat) => areDrawn && way.has(id);
  const alike = seatsAlike(drawn, teams);
  const shownOf = ({ id }: ReportedSeat) =>
    (reports.get(id) ?? []).filter((one) => !alike.inAnother.has(one.id));
  const levels: ReportedSeat[][] = [
    seats.filter((one) => (one.boss === null || !boss.has(one.boss)) && !alike.inAnother.has(one.id)),
  ];
  // What the needed boxes take stands aside from the beginning.
  let room = MOST_BOXES - (areDrawn ? way.size + forTeams : 0);
  const taken = (level: readonly ReportedSeat[]) => level.filter((one) => !isNeeded(one)).length;
  room -= taken(levels[0]!);
  while (levels.length < depth) {
    const next = levels.at(-1)!.flatMap(shownOf);
    const fits = [next, next.filter((one) => reports.has(one.id) || isNeeded(one))].find(
      (some) => taken(some) <= room,
    );
    const level = fits ?? next.filter(isNeeded);
    if (level.length === 0) break;
    levels.push(level);
    room -= taken(level);
    // Below a level that is not whole nobody but who is needed.
    if (level !== next) room = Math.min(room, fits === undefined ? 0 : room);
  }
  const boxes = levels.flat().slice(0, Math.max(MOST_BOXES - (areDrawn ? forTeams : 0), 1));
  const boxed = new Set(boxes.map(({ id }) => id));
  for (const [id, box] of alike.inAnother) if (boxed.has(box)) boxed.add(id);
  const below = (seat: ReportedSeat): { people: number; teams: number } =>
    (reports.get(seat.id) ?? [])
      .filter((one) => !boxed.has(one.id))
      .map((one) => ({ own: teams.get(one.id)?.length ?? 0, of: below(one) }))
      .reduce(
        (sum, { own, of }) => ({ people: sum.people + 1 + of.people, teams: sum.teams + own + of.teams }),
        { people: 0, teams: 0 },
      );
  const nodes = boxes.flatMap((seat): TreeNode[] => {
    const more = below(seat);
    const own = teams.get(seat.id) ?? [];
    const untold = more.teams + (areDrawn ? 0 : own.length);
    const unit = seat.unit === null ? '' : (nameOf.get(seat.unit) ?? '');
    const node: TreeNode = {
      id: seat.id,
      parent: seat.boss !== null && boxed.has(seat.boss) ? seat.boss : null,
      title: seat.name ?? (seat.title || seat.id),
      detail: [
        ...times(alike.count.get(seat.id)),
        ...(more.people > 0 ? [`+${whole(more.people)}`] : []),
        ...(untold > 0 ? [counted(untold, 'team')] : []),
        unit,
      ]
        .filter((text) => text !== '')
        .join(' · '),
      ...(unit === '' ? {} : { unit }),
      colour: seat.capability === null ? '' : skills.includes(skillOf(seat)) ? skillOf(seat) : OTHERS,
      marks: marksOf(seat),
      ...(more.people > 0 ? { more: more.people } : {}),
    };
    return [node, ...(areDrawn && own.length > 0 ? teamBoxes(seat.id, own, each) : [])];
  });
  return { form: 'tree', nodes, kinds: skills };
}

const treeTwin = ({ nodes }: TreeChart): Table => {
  const title = new Map(nodes.map((node) => [node.id, node.title]));
  return table([ofWords('unit'), ofWords('reports to'), ofWords('marked')], {
    rows: nodes.map((node) => ({
      label: node.title,
      cells: [node.detail, node.parent === null ? '' : (title.get(node.parent) ?? ''), node.marks.join(', ')],
    })),
  });
};

/** Teams that nobody leads have no place in who leads whom. */
function notDrawn({ design, seats }: Drawing): string {
  const members = seats.length === design.seats?.length;
  const count = members ? (design.declaredTeams ?? []).filter(({ head }) => head === null).length : 0;
  if (count === 0) return '';
  return `${counted(count, 'team')} without a lead ${count === 1 ? 'is' : 'are'} not drawn. `;
}

export const treePart = (drawn: Drawing, title: string, source: string, depth?: number): Part => {
  const data = treeChart(drawn, depth);
  return chart(title, data, { source: `${notDrawn(drawn)}${source}`, twin: treeTwin(data) });
};
