import { given } from '../../base/given.ts';
import { groupsBy } from '../../base/groups.ts';
import { matchingOf } from '../../measures/change/matching.ts';
import type { Organisation } from '../../model/organisation.ts';
import { type View, viewOf } from '../../model/view.ts';
import { matchFindings } from '../../rules/finding.ts';
import type { Diff } from '../../schema/documents/diff.ts';
import { factsOf } from '../header.ts';
import type { MadeBy } from '../structure.ts';
import { comparableFindings, withoutRenamed } from './comparable-findings.ts';
import { pairsOf, relationshipsOf, servedByOthers } from './customers.ts';
import { customerDetails, personDetails } from './details.ts';
import { measured } from './measures.ts';
import { movesOf } from './people.ts';
import { refsOf, sortedBy } from './refs.ts';
import { leadSeats, openSeats } from './seats.ts';
import { keyOf } from './section.ts';
import { assumptionChanges, settingsOf } from './settings.ts';
import { summarise } from './summary.ts';
import { teamChanges } from './teams.ts';
import { unitChanges, unitFigures } from './units.ts';

type Flow = Diff['flows']['new'][number];

/** The same knowledge between the same units, whatever kind it is said to be. */
const ends = ({ from, to, what }: Flow): string => keyOf(from.id, to.id, what);
const whole = (flow: Flow): string => keyOf(ends(flow), flow.kind);

function told({ flows, units }: Organisation): ReadonlyMap<string, Flow> {
  const unit = (index: number) => ({ id: units[index]!.id, name: units[index]!.name });
  return new Map(
    flows
      .map(({ from, to, what, kind }): Flow => ({ from: unit(from), to: unit(to), what, kind }))
      .map((flow) => [whole(flow), flow]),
  );
}

/** Flows of information that begin and end, and those that are said to be of another kind. Linear in the flows. */
function flowChanges(before: Organisation, after: Organisation): Diff['flows'] {
  const [old, now] = [told(before), told(after)];
  const without = (one: ReadonlyMap<string, Flow>, other: ReadonlyMap<string, Flow>) =>
    sortedBy(
      [...one.values()].filter((flow) => !other.has(whole(flow))),
      whole,
    );
  const begun = groupsBy(without(now, old), ends);
  const changed: Diff['flows']['changed'] = [];
  const ended = without(old, now).filter((flow) => {
    const successor = begun.get(ends(flow))?.shift();
    if (successor === undefined) return true;
    const { from, to, what, kind } = successor;
    changed.push({ from, to, what, kind: { before: flow.kind, after: kind } });
    return false;
  });
  return { new: sortedBy([...begun.values()].flat(), whole), ended, changed };
}

interface DiffOptions {
  /** Whether people and customers are named, or shown by their ids. */
  readonly names?: boolean;
  /** The designs that the organisations are in, where they are in any: their findings are those of the design. */
  readonly designs?: { readonly before?: MadeBy | undefined; readonly after?: MadeBy | undefined };
}

/** Whether any list of changes holds something. */
const isEmpty = (part: object): boolean =>
  Object.values(part).every((value) => !Array.isArray(value) || value.length === 0);

const sumOf = (costs: Float64Array): number => {
  let sum = 0;
  for (const cost of costs) if (!Number.isNaN(cost)) sum += cost;
  return Math.round(sum * 1e6) / 1e6;
};

function totalsOf(before: View, after: View, change: Diff['change']): Diff['totals'] {
  const [old, now] = [factsOf(before), factsOf(after)];
  const pair = <K extends keyof typeof old>(key: K) => ({ before: old[key], after: now[key] });
  const cost = change.find(({ id }) => id === 'change.costPerYear');
  const compared = cost?.reason === undefined;
  const [currency, other] = [after.organisation.currency, before.organisation.currency];
  const costOf = ({ organisation }: View) => (compared ? sumOf(organisation.people.costPerYear) : null);
  return {
    people: pair('people'),
    seats: pair('seats'),
    vacantSeats: pair('vacantSeats'),
    fte: pair('fte'),
    costPerYear: { before: costOf(before), after: costOf(after) },
    currency: currency !== null && other !== null && currency !== other ? null : (currency ?? other),
    ...(compared ? {} : { costReason: cost.reason }),
    managers: pair('managers'),
    departments: pair('departments'),
    customers: pair('customers'),
  };
}

/**
 * What differs between two organisations, whichever way they came about: two files, a file and a design of it, or two
 * stages. People, customers and departments are known again by their ids, so that a new name is no new one. The lists are
 * complete and in the order of ids. Never throws for what an organisation looks like. Linear in people, reporting lines and
 * relationships, beside what it costs to measure and to judge both.
 */
export function diffOf(before: Organisation, after: Organisation, options: DiffOptions = {}): Diff {
  const { names = false, designs = {} } = options;
  const matching = matchingOf(before, after);
  const [was, is] = [refsOf(before, names), refsOf(after, names)];
  const views = new Map<Organisation, View>();
  const view = (organisation: Organisation): View => {
    const found = views.get(organisation) ?? viewOf(organisation);
    views.set(organisation, found);
    return found;
  };
  const sameDesign = designs.before?.id === designs.after?.id;
  const findings = (organisation: Organisation, design: MadeBy | undefined) =>
    comparableFindings({ organisation, design, sameDesign, names }, view);
  const taken = measured(view(before), view(after), {
    before: designs.before?.id,
    after: designs.after?.id,
  });
  const totals = totalsOf(view(before), view(after), taken.change);
  const lists = {
    people: { ...movesOf(matching, was, is), ...personDetails(matching, is, names) },
    seats: openSeats(matching, was, is),
    leads: leadSeats(matching, is),
    units: unitChanges(matching, was, is),
    flows: flowChanges(before, after),
    ...given({ teams: teamChanges(before, after, was, is) }),
    customers: { ...customerDetails(matching, was, is), moved: servedByOthers(matching, was, is) },
    found: withoutRenamed(
      matchFindings(findings(before, designs.before), findings(after, designs.after)),
      view(after),
      view(before),
    ),
    rest: {
      settings: settingsOf(before, after),
      assumptions: assumptionChanges(before, after, designs, view),
    },
  };
  const relationships = relationshipsOf(matching, was, is);
  const { found, rest, units, ...others } = lists;
  const diff: Diff = {
    changed:
      Object.values(lists).some((part) => !isEmpty(part)) ||
      !isEmpty({ customers: relationships.customers }) ||
      taken.measures.some(({ verdict }) => verdict !== 'same'),
    summary: [],
    totals,
    ...others,
    units: { figures: unitFigures(matching, was, is, totals.costReason === undefined), ...units },
    relationships,
    workingPairs: pairsOf(matching),
    measures: [...taken.measures],
    change: taken.change,
    ...rest,
    findings: found,
  };
  return { ...diff, summary: summarise(diff, taken) };
}
