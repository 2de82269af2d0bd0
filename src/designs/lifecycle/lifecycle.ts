import type { Index, Organisation } from '../../model/organisation.ts';
import { selfGoverned } from '../../model/teams.ts';
import { reportsOf, treeOf } from '../../model/tree.ts';
import { PHASES, type Phase } from '../../schema/input/fields.ts';
import { alreadyInForm, built, type DesignResult, defineDesign, impossible } from '../design.ts';
import { Draft } from '../draft.ts';
import { besideUnits, executiveOver } from '../hierarchy/executives.ts';
import type { RebuiltUnit } from '../hierarchy/hierarchy.ts';
import { keepRemainingUnits } from '../hierarchy/remaining-units.ts';
import { mostSenior } from '../hierarchy/seniority.ts';
import { keepJobs, settle } from '../hierarchy/settle.ts';
import { headOfUnit } from '../hierarchy/unit-head.ts';
import { inSelfGoverning, topAbove } from '../hierarchy/who-stays.ts';
import { PHASE_SCORECARDS, scorecardOf } from '../scorecards-and-charters.ts';
import { feedbackOf, type PhaseUnit } from './feedback.ts';
import { otherTradesLead, outside, phaseSentences, whyInPhase } from './lifecycle-sentences.ts';
import { tradesOf } from './phase-leads.ts';
import { choosePhases } from './phases.ts';
import { hasPhases } from './shares.ts';

const NAMES: Readonly<Record<Phase, string>> = { identify: 'Identify', acquire: 'Acquire', retain: 'Retain' };

const IDLE_SHARES = 'The shares that are given have no effect, since nobody is divided over the phases anew.';

/** Whether there is a unit for each phase, and everyone who serves customers is in one. */
function isInPhases(organisation: Organisation): boolean {
  const { people, units, unitOf, capabilities } = organisation;
  const { boss } = treeOf(organisation);
  if (!PHASES.every((phase) => units.some((unit) => unit.kind === 'phase' && unit.phase === phase)))
    return false;
  const beside = besideUnits(organisation, ['phase']);
  return people.capability.every((capability, seat) => {
    const role = capabilities[capability]?.role;
    const serves = role !== undefined && role !== 'enabling' && role !== 'leadership';
    if (
      !serves ||
      !hasPhases(organisation, capability) ||
      beside[seat] === 1 ||
      boss[seat]! < 0 ||
      selfGoverned(organisation, seat) >= 0
    )
      return true;
    return units[unitOf[seat]!]?.kind === 'phase';
  });
}

/**
 * Leads of a specialism of the head's trade who report to somebody of another trade today: in a phase they are part of what
 * its head does, and a disagreement between them ends there.
 */
function specialistsOf(organisation: Organisation, seats: readonly Index[], head: Index): ReadonlySet<Index> {
  const { people, capabilities } = organisation;
  const tree = treeOf(organisation);
  const trade = people.capability[head] ?? -1;
  return new Set(
    seats.filter((seat) => {
      const own = people.capability[seat] ?? -1;
      const boss = tree.boss[seat] ?? -1;
      if (own < 0 || boss < 0 || reportsOf(tree, seat) === 0 || capabilities[own]!.of !== trade) return false;
      return people.capability[boss] !== own && people.capability[boss] !== trade;
    }),
  );
}

/** The unit of a phase, with everyone in it, its head and its scorecard. */
function buildPhase(draft: Draft, phase: Phase, chosen: readonly Index[]): RebuiltUnit {
  const { source } = draft;
  const own = source.units.findIndex((unit) => unit.kind === 'phase' && unit.phase === phase);
  const unit =
    own >= 0 ? own : draft.addUnit({ id: `phase/${phase}`, name: NAMES[phase], kind: 'phase', phase });
  const seats = [...chosen];
  for (const seat of seats) draft.unitOf[seat] = unit;
  const { serves, scorecard } = draft.units[unit]!;
  const trades = tradesOf(source, phase);
  let head = own >= 0 ? headOfUnit(source, own, seats, trades) : mostSenior(source, seats, seats, trades);
  if (head < 0) {
    head = draft.addSeat({
      id: `head/${phase}`,
      title: `Head of ${NAMES[phase]}`,
      capability: source.capabilities.findIndex(({ id }) => id === 'leadership'),
      unit,
      lead: true,
    });
    seats.push(head);
  }
  const served = serves.kind === 'some' ? serves.customers : source.customers.id.keys();
  draft.changeUnit(unit, {
    head,
    accountable: true,
    scorecard: scorecard ?? scorecardOf(source, PHASE_SCORECARDS[phase], served, draft.idOf(head)),
  });
  return { unit, members: seats, head, reportsTo: -1, toHead: specialistsOf(source, seats, head) };
}

export const lifecycle = defineDesign({
  id: 'lifecycle',
  name: 'Lifecycle phases',
  summary: 'Three departments, identify, acquire and retain, each with its own head and goals.',
  why: {
    text: 'A company that wants to find, win and keep customers can be organised around these phases and measured by them.',
    source: 'Jameane',
  },
  method: [
    'Each skill has a share in each phase: that of its steps in the journeys of the file, else the built-in table; `designs.lifecycle.shares` goes before both. People who own customers with a second skill are divided by the hours of both.',
    'Its seats are divided by Sainte-Laguë, jointly so that each phase reaches the minimum where possible.',
    'Pinned people first, then those already in a phase, then those whose title names one. Into the smaller phases go the teams, then the people, who work least for customers of their own, so that most customers keep their person. A manager is with the larger part of the team, and an executive whose whole department goes, with most of it. An executive over several functions joins a phase only with nearly all of their people, and goes on above the phases whose heads and four fifths of whose people come from under them; where somebody from elsewhere would lead the phase of their own trade, they lead it. Of several who are more senior than the head of another phase in which they have a team, one leads that. Leads of a specialism come under the head whose trade it is part of.',
    'Enabling functions stay departments. Each phase is led by its most senior member: by grade where four fifths of the people have one, else by the distance to the top of today’s chart, a manager before who leads nobody; of equals somebody from marketing leads identify, from sales acquire, from account management, else support, retain.',
    'Feedback is part of it: from the market researchers of identify to product development, and from retain to both others.',
    'Each phase has its scorecard, with the values that the file has.',
  ],
  needs: ['capabilities'],
  apply(organisation): DesignResult {
    if (isInPhases(organisation)) {
      const result = alreadyInForm(organisation, 'in lifecycle phases');
      const idle = Object.keys(organisation.options.lifecycle.shares).length > 0;
      return idle ? { ...result, explanation: [...result.explanation, IDLE_SHARES] } : result;
    }
    const draft = new Draft(organisation);
    const chosen = choosePhases(organisation);
    const selfGoverning = inSelfGoverning(organisation);
    if (chosen.phaseOf.every((phase) => phase < 0))
      return impossible(
        [
          {
            what: 'people with a skill that serves customers',
            needed: 3 * chosen.minimum,
            available: 0,
          },
        ],
        selfGoverning === undefined
          ? [
              'Nobody below the top has a skill that serves customers and works in a phase, so there is nothing to divide.',
              ...outside(organisation, chosen),
            ].join(' ')
          : `All who serve customers are ${selfGoverning}.`,
      );
    const members = PHASES.map((): Index[] => []);
    chosen.phaseOf.forEach((phase, seat) => {
      if (phase >= 0) members[phase]!.push(seat);
    });
    const phases = PHASES.map((phase, at) => buildPhase(draft, phase, members[at]!));
    keepRemainingUnits(draft, phases);
    settle(
      draft,
      phases.map((entry) => {
        const executive = executiveOver(draft, [entry]);
        // Whose people come from under several answers to who stands above them all.
        return { ...entry, reportsTo: executive < 0 ? topAbove(draft, entry.head) : executive };
      }),
    );
    keepJobs(draft);
    const unitOf = (at: number): PhaseUnit => ({
      unit: phases[at]!.unit,
      seats: members[at]!,
      head: draft.idOf(phases[at]!.head),
    });
    const feedback = feedbackOf(organisation, {
      identify: unitOf(0),
      acquire: unitOf(1),
      retain: unitOf(2),
    });
    draft.flows.push(...feedback.flows);
    return built(
      draft.finish({ minimumTeam: chosen.minimum }),
      organisation,
      [...phaseSentences(draft, chosen, members), ...otherTradesLead(draft, phases), ...feedback.sentences],
      { why: whyInPhase(organisation, chosen) },
    );
  },
});
