import { passingMemo } from '../base/memo.ts';
import type { Accountability } from './accountability.ts';
import { accountabilityOf } from './accountable-units.ts';
import { type Heads, headsOf, membersOf } from './heads.ts';
import type { Index, Organisation } from './organisation.ts';
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

const servedIn = passingMemo(serviceOf);
const accountableIn = passingMemo((organisation: Organisation) =>
  accountabilityOf(organisation, servedIn(organisation)),
);

export function viewOf(organisation: Organisation): View {
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
}
