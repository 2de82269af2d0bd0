import { memo, passingMemo } from '../base/memo.ts';
import type { Accountability } from './accountability.ts';
import { accountabilityOf } from './accountable-units.ts';
import { areSame, haveSame, unlessAsToday } from './as-today.ts';
import { sharedSeatsOf } from './conflicts.ts';
import { type Heads, headsOf, membersOf } from './heads.ts';
import type { Index, Organisation } from './organisation.ts';
import { seatTeamsOf } from './seat-teams.ts';
import { type Service, serviceOf } from './service.ts';
import { type Span, spansOf, type Team, teamsOf } from './teams.ts';
import { type ReportingTree, treeOf } from './tree.ts';

/** What measures and rules look at: an organisation and what follows from it, each part computed once, when needed. */
export interface View {
  readonly organisation: Organisation;
  tree(): ReportingTree;
  service(): Service;
  /** The accountable units, and those before any descent. */
  accountability(): { at: Accountability; before: Accountability | null };
  /** Leads with their direct reports. */
  spans(): readonly Span[];
  teams(): readonly Team[];
  heads(): Heads;
  members(): ReturnType<typeof membersOf>;
  /** How findings name a person: a part that each output renders by id, name or pseudonym. */
  person(seat: Index): string;
}

const isServedAsToday = (design: Organisation, today: Organisation): boolean =>
  haveSame(design, today, [
    'people',
    'customers',
    'journeys',
    'capabilities',
    'relationships',
    'teams',
    'unitOf',
  ]) &&
  design.units.length === today.units.length &&
  design.units.every(({ serves, phase }, unit) => {
    const before = today.units[unit]!;
    return serves === before.serves && phase === before.phase;
  }) &&
  sharedSeatsOf(design) === sharedSeatsOf(today);

const servedIn = unlessAsToday(isServedAsToday, serviceOf);
const accountableIn = passingMemo((organisation: Organisation) =>
  accountabilityOf(organisation, servedIn(organisation)),
);

export const viewOf = memo((organisation: Organisation): View => {
  return {
    organisation,
    tree: () => treeOf(organisation),
    service: () => servedIn(organisation),
    accountability: () => accountableIn(organisation),
    spans: () => spansOf(organisation),
    teams: () => teamsOf(organisation),
    heads: () => headsOf(organisation),
    members: () => membersOf(organisation),
    person: (seat) => `{person:${organisation.people.id[seat]!}}`,
  };
});

const isSameCut = (design: Accountability, today: Accountability): boolean =>
  design.spots === today.spots &&
  design.mixed.length + today.mixed.length === 0 &&
  areSame(design.heads, today.heads) &&
  areSame(design.membershipOfSpot, today.membershipOfSpot);

/** Today's view where in a design the same people work for customers, in the same units and teams; else the view itself. */
export const sameWork = passingMemo((view: View): View => {
  const { organisation } = view;
  const today = viewOf(organisation.asGiven());
  const isSame =
    view.service() === today.service() &&
    seatTeamsOf(organisation) === seatTeamsOf(today.organisation) &&
    isSameCut(view.accountability().at, today.accountability().at);
  return isSame ? today : view;
});

/** What follows from who works for customers, worked out once for all views in which that is the same. */
export function ofWork<R>(compute: (view: View) => R): (view: View) => R {
  const known = passingMemo(compute);
  return (view) => known(sameWork(view));
}
