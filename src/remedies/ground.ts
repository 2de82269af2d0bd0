import { addTo, countsOf } from '../base/groups.ts';
import { lazy } from '../base/memo.ts';
import { within } from '../model/heads.ts';
import type { Index, Organisation } from '../model/organisation.ts';
import type { Span } from '../model/teams.ts';
import { reportsOf } from '../model/tree.ts';
import type { View } from '../model/view.ts';
import { membersBelow } from '../rules/structure/unit-members.ts';

const indexed = (ids: Iterable<string>): ReadonlyMap<string, Index> => {
  const found = new Map<string, Index>();
  let at = 0;
  for (const id of ids) found.set(id, at++);
  return found;
};

/** What remedies look at: an organisation, and who in it could move. Each part is found once, when needed. */
export class Ground {
  readonly organisation: Organisation;
  private readonly seats = lazy(() => indexed(this.organisation.people.id));
  private readonly units = lazy(() => indexed(this.organisation.units.map(({ id }) => id)));
  private readonly spans = lazy(() => new Map(this.view.spans().map((span) => [span.lead, span])));

  constructor(readonly view: View) {
    this.organisation = view.organisation;
  }

  /** The seat of an id, or -1. */
  seat = (id: string): Index => this.seats().get(id) ?? -1;
  /** The unit of an id, or -1. */
  unit = (id: string): Index => this.units().get(id) ?? -1;
  /** The direct reports of a lead, as a team. */
  team = (lead: Index): Span | undefined => this.spans().get(lead);
  boss = (seat: Index): Index => this.view.tree().boss[seat]!;
  head = (unit: Index): Index => (unit < 0 ? -1 : this.view.heads().head[unit]!);

  /** Direct reports, in the order of seats. */
  reports(lead: Index): readonly Index[] {
    const { report, reportStart } = this.view.tree();
    return [...report.subarray(reportStart[lead]!, reportStart[lead + 1]!)].sort((a, b) => a - b);
  }

  leadsNobody = (seat: Index): boolean => reportsOf(this.view.tree(), seat) === 0;

  /**
   * Whether somebody could be asked to move: they are there, lead nobody, head nothing, and have one line. Whoever has two
   * is in a question of their own.
   */
  isFree(seat: Index): boolean {
    const { people, lines } = this.organisation;
    return (
      people.vacant[seat] === 0 &&
      this.leadsNobody(seat) &&
      lines.start[seat + 1]! - lines.start[seat]! === 1 &&
      !this.heads().has(seat) &&
      this.organisation.officer?.seat !== seat
    );
  }
  private readonly heads = lazy(() => new Set(this.view.heads().head));

  /** How many of a team could leave it, and leave a team behind. Of a leadership group everyone who leads nobody could. */
  spare(lead: Index): number {
    const team = this.team(lead);
    if (team === undefined) return 0;
    const { minimumTeam } = this.organisation.policy;
    return team.leadership ? team.reports - 1 : Math.max(0, team.people - minimumTeam);
  }

  /** How many more could join a team before it is too large, or a group of managers too wide. */
  room(lead: Index): number {
    const team = this.team(lead);
    const { maximumTeam, maximumSpan } = this.organisation.policy;
    if (team === undefined) return maximumTeam - 1;
    return Math.max(0, team.leadership ? maximumSpan - team.reports : maximumTeam - team.people);
  }

  /** Free seats by department and by accountable unit. */
  private readonly free = lazy(() => {
    const { people, unitOf } = this.organisation;
    const { at } = this.view.accountability();
    const byUnit = new Map<Index, Index[]>();
    const byAccountable = new Map<Index, Index[]>();
    for (let seat = 0; seat < people.count; seat++) {
      if (!this.isFree(seat)) continue;
      addTo(byUnit, unitOf[seat]!, seat);
      addTo(byAccountable, at.unitOf(seat), seat);
    }
    return { byUnit, byAccountable };
  });

  freeIn = (unit: Index): readonly Index[] => this.free().byUnit.get(unit) ?? [];
  freeUnder = (accountable: Index): readonly Index[] => this.free().byAccountable.get(accountable) ?? [];

  /** Seats of a unit and the units below it. */
  below = (unit: Index): readonly Index[] => [...membersBelow(this.view, unit)].sort((a, b) => a - b);

  isWithin = (unit: Index, above: Index): boolean => within(this.organisation, unit, above);

  /** The commonest main capability of seats; of equals the first. */
  commonest(seats: readonly Index[]): Index {
    const counts = countsOf(seats.map((seat) => this.organisation.people.capability[seat]!));
    return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [-1, 0] as const)[0];
  }
}
