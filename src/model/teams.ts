import { passingMemo } from '../base/memo.ts';
import { unlessAsToday } from './as-today.ts';
import { listedBy } from './listed.ts';
import type { Index, Organisation, Origin } from './organisation.ts';
import { treeOf } from './tree.ts';

/** A lead and the direct reports. */
export interface Span {
  readonly lead: Index;
  /** People, lead counted, open seats not. */
  readonly people: number;
  /** Direct reports, open seats counted. */
  readonly reports: number;
  /** A leadership group: at least half of the reports lead people themselves. It is judged by its span only. */
  readonly leadership: boolean;
}

/** People who work together. */
export interface Team {
  /** The declared team, the department that governs itself, or the person who leads it. */
  readonly entity: { readonly kind: 'team' | 'unit' | 'person'; readonly id: string };
  /** What it is called; '' for one that is known by its lead. */
  readonly name: string;
  /** -1 where nobody leads it. */
  readonly lead: Index;
  /** Department that it sits in, -1 for one across departments. */
  readonly unit: Index;
  /** People, lead counted, open seats not. */
  readonly people: number;
  readonly origin: Origin;
}

/** Department of a seat that governs itself, else -1. */
export function selfGoverned({ units, unitOf }: Organisation, seat: Index): Index {
  const unit = unitOf[seat]!;
  return unit >= 0 && units[unit]!.selfGoverning === true ? unit : -1;
}

const governsItself = ({ units }: Organisation): boolean =>
  units.some(({ selfGoverning }) => selfGoverning === true);

export const hasSpansOfToday = (design: Organisation, today: Organisation): boolean =>
  design.people === today.people &&
  design.unitOf === today.unitOf &&
  treeOf(design) === treeOf(today) &&
  !governsItself(design) &&
  !governsItself(today);

/**
 * Everybody who has direct reports, with how many: a leadership group unless more than half of the reports, open seats
 * aside, lead nobody. People of a department that governs itself are no reports of whom it answers to. Linear in the seats.
 */
export const spansOf = unlessAsToday(hasSpansOfToday, (organisation): readonly Span[] => {
  const { people, unitOf } = organisation;
  const { report, reportStart } = treeOf(organisation);
  const { vacant } = people;
  const spans: Span[] = [];
  for (let lead = 0; lead < people.count; lead++) {
    const [from, to] = [reportStart[lead]!, reportStart[lead + 1]!];
    if (from === to) continue;
    let reports = 0;
    let leafs = 0;
    let present = 0;
    for (let k = from; k < to; k++) {
      const seat = report[k]!;
      if (unitOf[seat] !== unitOf[lead] && selfGoverned(organisation, seat) >= 0) continue;
      reports++;
      if (vacant[seat] === 1) continue;
      present++;
      if (reportStart[seat] === reportStart[seat + 1]) leafs++;
    }
    if (reports === 0) continue;
    spans.push({
      lead,
      people: present + (people.vacant[lead] === 1 ? 0 : 1),
      reports,
      leadership: leafs * 2 <= present,
    });
  }
  return listedBy(spans, people, ({ lead }) => lead);
});

/**
 * The teams there are: those that are declared, else each lead with the direct reports who is no leadership group; and in
 * both cases the departments that govern themselves, but for one all of whose people are in declared teams. Linear.
 */
export const teamsOf = passingMemo((organisation: Organisation): readonly Team[] =>
  (organisation.teams.length > 0 ? declaredTeams(organisation) : ledTeams(organisation)).concat(
    selfGoverningTeams(organisation),
  ),
);

const declaredTeams = ({ teams, people }: Organisation): readonly Team[] =>
  teams.map(({ id, name, lead, members, origin }) => ({
    entity: { kind: 'team', id },
    name,
    lead,
    unit: -1,
    people: members.reduce((sum, { seat }) => sum + 1 - people.vacant[seat]!, 0),
    origin,
  }));

/** A lead with direct reports. There are tens of thousands, and rules keep those they found: what it is called is looked up. */
class LedTeam implements Team {
  constructor(
    private readonly organisation: Organisation,
    readonly lead: Index,
    readonly people: number,
  ) {}
  get entity(): Team['entity'] {
    return { kind: 'person', id: this.organisation.people.id[this.lead]! };
  }
  get name(): string {
    return '';
  }
  get unit(): Index {
    return this.organisation.unitOf[this.lead]!;
  }
  get origin(): Origin {
    return this.organisation.people.origin(this.lead);
  }
}

const ledTeams = (organisation: Organisation): readonly Team[] =>
  spansOf(organisation)
    .filter(({ leadership }) => !leadership)
    .map(({ lead, people }) => new LedTeam(organisation, lead, people));

function selfGoverningTeams(organisation: Organisation): readonly Team[] {
  const { people, units, teams } = organisation;
  if (!governsItself(organisation)) return [];
  const inTeams = new Set(teams.flatMap(({ members }) => members.map(({ seat }) => seat)));
  const own = units.map(() => ({ people: 0, left: 0 }));
  for (let seat = 0; seat < people.count; seat++) {
    const unit = selfGoverned(organisation, seat);
    if (unit < 0 || people.vacant[seat] === 1) continue;
    own[unit]!.people++;
    if (!inTeams.has(seat)) own[unit]!.left++;
  }
  return units.flatMap(({ id, name, origin }, unit): Team[] =>
    own[unit]!.left === 0
      ? []
      : [{ entity: { kind: 'unit', id }, name, lead: -1, unit, people: own[unit]!.people, origin }],
  );
}

/** Whether a team in this department is judged by a minimum: centres of expertise and common services have none. */
export function hasMinimum({ units }: Organisation, unit: Index): boolean {
  const kind = units[unit]?.kind;
  return kind !== 'common-service' && kind !== 'centre-of-expertise';
}
