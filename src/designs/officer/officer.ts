import { given } from '../../base/given.ts';
import { lazy } from '../../base/memo.ts';
import { counted } from '../../base/text.ts';
import { customerFacing, isInsight } from '../../model/customer-facing.ts';
import { headsOf } from '../../model/heads.ts';
import { linesUnder, relined } from '../../model/lines.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import { type View, viewOf } from '../../model/view.ts';
import { matrixOptions } from '../../schema/input/designs.ts';
import type { OfficerOption } from '../../schema/input/officer.ts';
import { type Design, type DesignResult, defineDesign, openSeats } from '../design.ts';
import { Draft } from '../draft.ts';
import { type Reasons, TO_OFFICER } from '../reasons.ts';
import { customerManagers, withMarketingReplaced } from './chart-changes.ts';

const TITLE = /\bchief customer officer\b|\bcco\b/i;

/** Like its other options, a matrix takes those of clusters where it has none. */
const optionOf = ({ options }: Organisation, design: Design['id']): OfficerOption | undefined => {
  if (design === 'as-is') return undefined;
  return (design === 'matrix' ? matrixOptions(options) : options[design]).customerOfficer;
};

/** The officer of today: who is named as one, else the first by id who has the title. */
function officerToday({ officer, people }: Organisation): Index {
  if (officer !== undefined) return officer.seat;
  let found = -1;
  for (let seat = 0; seat < people.count; seat++)
    if (TITLE.test(people.title[seat]!) && (found < 0 || people.id[seat]! < people.id[found]!)) found = seat;
  return found;
}

/** A design that gets a Chief Customer Officer where its options ask for one. */
export const withOfficer = (design: Design): Design =>
  defineDesign({
    ...design,
    apply(organisation) {
      const option = optionOf(organisation, design.id);
      if (option === undefined) return design.apply(organisation);
      const promoted = option.replacesMarketing && officerToday(organisation) < 0;
      return appointed(design.apply(promoted ? withMarketingReplaced(organisation) : organisation), option);
    },
  });

/** Who reports to whom from now on, by seat. */
type Moves = Map<Index, Index>;

/**
 * Puts an officer below the top of what a design made: whoever is the officer today, else an open seat in an office of its own.
 * A full department has the heads of all units that face customers, and the insight seats outside groups of customers; the
 * middle has the latter and the centres of expertise; a minister has nobody but is told by each of these units. Only
 * primary lines change; who reports to an officer of today goes on doing so. Done again it changes nothing.
 */
function appointed(result: DesignResult, option: OfficerOption): DesignResult {
  const { organisation } = result;
  const root = organisation === null ? undefined : treeOf(organisation).roots[0];
  if (organisation === null || root === undefined) return result;
  const today = officerToday(organisation);
  const moves: Moves = new Map();
  if (today === root)
    return amended(result, result, 'The Chief Customer Officer leads the whole already.', moves);
  const view = viewOf(organisation);
  const draft = new Draft(organisation);
  const officer = today < 0 ? newSeat(draft) : today;
  moves.set(officer, root);
  if (option.model === 'minister') drawFlows(draft, view, officer, root);
  else for (const seat of ownPeople(view, option.model, officer)) moves.set(seat, officer);
  const reports = moves.size - 1;
  if (option.customerManagers) customerManagers(organisation, moves);
  const { tenureYears = organisation.officer?.tenureYears } = option;
  const finished: Organisation = {
    ...draft.finish(),
    lines: relined(
      organisation.lines,
      draft.count,
      new Map([...moves].map(([seat, boss]) => [seat, underNew(organisation, seat, boss)])),
    ),
    irregularities: organisation.irregularities,
    officer: {
      seat: officer,
      model: option.model,
      ...given({ tenureYears }),
      origin: organisation.placeOf(['customerOfficer']),
    },
  };
  const hires = openSeats(finished);
  const who = today < 0 ? 'An open seat of a Chief Customer Officer' : 'The Chief Customer Officer of today';
  const status = hires.size > 0 ? 'needs-hires' : 'staffed';
  const sentence = `${who} reports to the top; ${ROLE[option.model](reports)}.`;
  return amended(result, { organisation: finished, hires, status }, sentence, moves);
}

/** What a design made, changed, with one sentence more; reasons are still made only when somebody asks for them. */
function amended(
  result: DesignResult,
  { organisation, hires, status }: Pick<DesignResult, 'organisation' | 'hires' | 'status'>,
  sentence: string,
  moves: Moves,
): DesignResult {
  const { missing, basis, assignment } = result;
  const reasons = lazy(() => withNewManagers(result.reasons, moves));
  return {
    status,
    organisation,
    hires,
    missing,
    explanation: [...result.explanation, sentence],
    get reasons() {
      return reasons();
    },
    ...given({ basis, assignment }),
  };
}

/** Why somebody is in a unit stays the reason; who only gets a manager gets it for the officer. */
function withNewManagers(reasons: Reasons, moves: Moves): Reasons {
  const all = new Map(reasons);
  for (const seat of moves.keys())
    if ((all.get(seat)?.kind ?? 'manager') === 'manager') all.set(seat, TO_OFFICER);
  return all;
}

const ROLE: Readonly<Record<OfficerOption['model'], (reports: number) => string>> = {
  'full-department': (reports) =>
    `${counted(reports, 'head', 'heads')} of customer-facing units and of customer insight report to the officer`,
  minister: () => 'without a department: units that face customers let the officer know',
  middle: (reports) =>
    `${counted(reports, 'head', 'heads')} of customer insight and centres of expertise report to the officer`,
};

const officeOf = (draft: Draft): Index =>
  draft.addUnit({ id: 'office/customer', name: 'Customer office', serves: { kind: 'none' } });

function newSeat(draft: Draft): Index {
  const unit = officeOf(draft);
  const seat = draft.addSeat({
    id: 'officer/customer',
    title: 'Chief Customer Officer',
    capability: draft.source.capabilities.findIndex(({ id }) => id === 'leadership'),
    unit,
    lead: true,
  });
  draft.changeUnit(unit, { head: seat });
  return seat;
}

/** Whom the officer is to lead: the topmost of them, each once. */
function ownPeople(view: View, model: 'full-department' | 'middle', officer: Index): Index[] {
  const { organisation } = view;
  const { units, unitOf, people } = organisation;
  const { boss, roots } = treeOf(organisation);
  const wanted = new Set<Index>();
  const { head, joint } = headsOf(organisation);
  const facing = new Set(customerFacing(view).units.map(({ id }) => id));
  if (model === 'full-department') for (const one of customerFacing(view).units) wanted.add(one.head);
  units.forEach(({ id, kind }, unit) => {
    if (model === 'full-department' ? !facing.has(id) : kind !== 'centre-of-expertise') return;
    if (head[unit]! >= 0) wanted.add(head[unit]!);
    // Who lead side by side come side by side: one of them alone would be above the others.
    for (const seat of joint.get(unit) ?? []) wanted.add(seat);
  });
  for (let seat = 0; seat < people.count; seat++) {
    const unit = units[unitOf[seat]!];
    const inGroup = unit !== undefined && (unit.kind === 'phase' || unit.serves.kind === 'some');
    if (!inGroup && isInsight(organisation, seat)) wanted.add(seat);
  }
  for (const top of roots) wanted.delete(top);
  wanted.delete(officer);
  return [...wanted]
    .filter((seat) => {
      // Whoever is below the officer or below one of these already stays where they are.
      for (let at = boss[seat]!; at >= 0; at = boss[at]!) if (at === officer || wanted.has(at)) return false;
      return true;
    })
    .sort((a, b) => a - b);
}

const TOLD = 'What customers say and need, and where they are lost';
const ON_THE_TABLE = 'What customers need, where priorities are set';

/** What a minister is told by units that face customers, and tells the top. */
function drawFlows(draft: Draft, view: View, officer: Index, root: Index): void {
  if (draft.unitOf[officer]! < 0) draft.unitOf[officer] = officeOf(draft);
  const office = draft.unitOf[officer]!;
  const unitIndex = new Map(draft.source.units.map(({ id }, index) => [id, index]));
  for (const { id } of customerFacing(view).units) {
    const from = unitIndex.get(id);
    if (from !== undefined && from !== office)
      draft.flows.push({ from, to: office, what: TOLD, kind: 'customer-feedback' });
  }
  const forum = draft.unitOf[root]!;
  if (forum >= 0 && forum !== office)
    draft.flows.push({ from: office, to: forum, what: ON_THE_TABLE, kind: 'customer-feedback' });
}

/** The lines of a seat below its new boss; a seat that was just added has none yet. */
const underNew = ({ lines, people }: Organisation, seat: Index, boss: Index) =>
  seat < people.count ? linesUnder(lines, seat, boss) : [{ boss, dotted: false, weight: 1 }];
