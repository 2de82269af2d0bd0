import { FEWEST_TOLD } from '../../base/few.ts';
import { countsOf } from '../../base/groups.ts';
import { byText } from '../../base/text.ts';
import { hasMoved, hasNewManager, losesTeam } from '../../measures/change/change.ts';
import { type Matching, stayer } from '../../measures/change/matching.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import type { ConsultationDocument } from '../../schema/documents/consultation.ts';

type Post = ConsultationDocument['posts']['opened'][number];
type AffectedGroup = ConsultationDocument['affected'][number];

const unitName = ({ units, unitOf }: Organisation, seat: Index): string => units[unitOf[seat]!]?.name ?? '';

/** Posts by title and grade, the grade of so few that it would tell who is meant left out. */
const grouped = (organisation: Organisation, seats: readonly Index[]): Post[] => {
  const { title, level } = organisation.people;
  const key = (seat: Index): string => `${title[seat]}\0${level[seat]}`;
  const sizes = countsOf(seats.map(key));
  const groups = new Map<
    string,
    { title: string; grade: number | null; posts: number; units: Set<string> }
  >();
  for (const seat of seats) {
    const shown = !Number.isNaN(level[seat]!) && sizes.get(key(seat))! >= FEWEST_TOLD;
    const grade = shown ? level[seat]! : null;
    const name = `${title[seat]}\0${grade ?? ''}`;
    const group = groups.get(name) ?? { title: title[seat]!, grade, posts: 0, units: new Set<string>() };
    groups.set(name, group);
    group.posts++;
    const unit = unitName(organisation, seat);
    if (unit !== '') group.units.add(unit);
  }
  return [...groups]
    .sort(([a], [b]) => byText(a, b))
    .map(([, { units, ...group }]) => ({ ...group, units: [...units].sort(byText) }));
};

/**
 * Posts that would open, close and change: another unit, another manager, another team, or a team that is led no longer. Linear.
 * @param hasOtherTeams - By id. @param lost - Seats of those who would head no unit any more.
 */
export function postsOf(
  matching: Matching,
  hasOtherTeams: (id: string) => boolean,
  lost: ReadonlySet<Index>,
): ConsultationDocument['posts'] {
  const { before, after, seats } = matching;
  const [closed, changed, opened, leads]: Index[][] = [[], [], [], []];
  for (let seat = 0; seat < before.people.count; seat++) {
    const there = seats.forward[seat]!;
    if (there < 0) {
      closed!.push(seat);
      continue;
    }
    const losesLead =
      before.people.vacant[seat] === 0 && (lost.has(seat) || losesTeam(matching, seat, there));
    if (losesLead) leads!.push(seat);
    if (
      losesLead ||
      hasMoved(matching, seat, there) ||
      hasNewManager(matching, seat, there) ||
      losesTeam(matching, seat, there) ||
      hasOtherTeams(before.people.id[seat]!)
    )
      changed!.push(there);
  }
  for (let seat = 0; seat < after.people.count; seat++) if (seats.backward[seat]! < 0) opened!.push(seat);
  return {
    opened: grouped(after, opened!),
    closed: grouped(before, closed!),
    changed: grouped(after, changed!),
    leads: grouped(before, leads!),
  };
}

/** Who would be affected, counted by the unit they are in today. Linear. */
export function affectedOf(matching: Matching, hasOtherTeams: (id: string) => boolean): AffectedGroup[] {
  const { before } = matching;
  const groups = new Map<
    Index,
    {
      people: number;
      moves: number;
      newManager: number;
      managers: number;
      teams: number;
      grades: Map<number, number>;
    }
  >();
  for (let seat = 0; seat < before.people.count; seat++) {
    if (before.people.vacant[seat] === 1) continue;
    const unit = before.unitOf[seat]!;
    const group = groups.get(unit) ?? {
      people: 0,
      moves: 0,
      newManager: 0,
      managers: 0,
      teams: 0,
      grades: new Map<number, number>(),
    };
    groups.set(unit, group);
    group.people++;
    const there = stayer(matching, seat);
    if (there < 0) continue;
    const moves = hasMoved(matching, seat, there);
    const managed = hasNewManager(matching, seat, there);
    const teams = hasOtherTeams(before.people.id[seat]!);
    if (!moves && !managed && !teams) continue;
    if (moves) group.moves++;
    else if (managed) group.newManager++;
    if (teams) group.teams++;
    if (managed) group.managers++;
    const grade = before.people.level[seat]!;
    if (!Number.isNaN(grade)) group.grades.set(grade, (group.grades.get(grade) ?? 0) + 1);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([unit, { grades, ...counts }]) => ({
      unit: unit < 0 ? null : { id: before.units[unit]!.id, name: before.units[unit]!.name },
      ...counts,
      grades: [...grades]
        .filter(([, people]) => people >= FEWEST_TOLD)
        .sort(([a], [b]) => a - b)
        .map(([grade, people]) => ({ grade, people })),
    }));
}
