import { isThere, joins, phaseUnits, wantedFeedback } from '../../rules/flow/flows.ts';
import { unitTooSmall } from '../../rules/structure/unit-too-small.ts';
import { headsIn, phaseScorecards } from './each-unit.ts';
import {
  drawn,
  type Evidence,
  fromRule,
  inDesign,
  inPlace,
  notKnown,
  notPossible,
  open,
  partly,
  type ReadinessCase,
  type ReadinessItem,
} from './evidence.ts';

/** What phases tell each other: there, there without its kind being said, or missing. */
function feedback(subject: ReadinessCase): readonly Evidence[] {
  const { then, result } = subject;
  if (then === null) return [notPossible(result)];
  const { flows } = then.organisation;
  if (phaseUnits(then) === null) return [notKnown('There are no three phases.')];
  const found = wantedFeedback(then).map((wanted): Evidence => {
    const { what, kind } = wanted;
    if (isThere(wanted, flows)) return inPlace(`There is a flow: ${what}.`);
    if (flows.some((flow) => flow.kind === 'other' && joins(wanted, flow)))
      return partly(
        `There is a flow that does not say what it carries where it is wanted: ${what}.`,
        `Say kind: ${kind} of it under flows, if that is what it is.`,
      );
    return open(`There is no flow: ${what}.`, `Add it to flows: ${what} (kind: ${kind}).`);
  });
  return drawn(subject, found);
}

/** Whether retain passes on why customers left. */
function exitReasons(subject: ReadinessCase): readonly Evidence[] {
  const { then, result } = subject;
  if (then === null) return [notPossible(result)];
  const retain = phaseUnits(then)?.retain;
  if (retain === undefined) return [notKnown('There are no three phases.')];
  const { flows, units } = then.organisation;
  const flow = flows.find(({ from, kind }) => kind === 'exit-reasons' && retain.has(from));
  return drawn(subject, [
    flow === undefined
      ? open(
          'There is no flow from retain that tells why customers left.',
          'Add one to flows, of the kind exit-reasons.',
        )
      : inPlace(`${units[flow.to]!.name} is told why customers left.`),
  ]);
}

/** What three phases need, as Jameane sees them. */
export const phaseItems: readonly ReadinessItem[] = [
  {
    id: 'ready-phase-heads',
    part: 'design',
    name: 'Every phase has a head',
    why: 'A phase is a department of its own, and one head answers for how it performs.',
    source: 'Jameane',
    blocks: false,
    look: headsIn('phase'),
  },
  {
    id: 'ready-phase-teams',
    part: 'design',
    name: 'Every phase has four people',
    why: 'A phase with fewer lacks what makes a team perform. The number is Jackson’s for clusters.',
    source: 'Jackson; for phases our reading',
    blocks: false,
    look: inDesign('phase', (_then, _units, subject) =>
      fromRule(unitTooSmall, subject, 'No phase has too few people.'),
    ),
  },
  {
    id: 'ready-phase-metrics',
    part: 'design',
    name: 'Every phase answers for the measures of its phase',
    why: 'Departments by phase are measured by how the phase performs, and by how many customers go on to the next.',
    source: 'Jameane',
    blocks: false,
    look: phaseScorecards,
  },
  {
    id: 'ready-phase-flows',
    part: 'infrastructure',
    name: 'Phases tell each other what they learn',
    why: 'Market research tells product development what prospects look for; retain tells the others what helps them reach their goals.',
    source: 'Jameane',
    blocks: false,
    look: feedback,
  },
  {
    id: 'ready-exit-communication',
    part: 'infrastructure',
    name: 'Customers who leave are not forgotten',
    why: 'To stay in contact with them is the greatest gain of phases.',
    source: 'Jameane',
    blocks: false,
    reads: ['exit-communication'],
    look: exitReasons,
  },
];
