import type { Index, Organisation } from '../model/organisation.ts';
import { treeOf } from '../model/tree.ts';
import { PHASES, type Phase } from '../schema/common.ts';
import { lifecycleOptions } from '../schema/designs.ts';
import { counted } from '../text.ts';
import { divideJointly } from './apportionment.ts';
import { alreadyInForm, built, type DesignResult, defineDesign, impossible } from './design.ts';
import { Draft } from './draft.ts';
import { mostSenior } from './seniority.ts';
import { executiveAbove, keepRest, type Rebuilt, settle, staysPut } from './settle.ts';

const NAMES: Readonly<Record<Phase, string>> = { identify: 'Identify', acquire: 'Acquire', retain: 'Retain' };

/** Words in a title that name a phase. */
const TITLE_PHASE: readonly (readonly [RegExp, Phase])[] = [
  [/market research|lead (qualif|generation)|prospect/i, 'identify'],
  [/new business|onboarding|implementation/i, 'acquire'],
  [/retention|renewal|customer success|after-?sales/i, 'retain'],
];

const phaseOfTitle = (title: string): Phase | undefined =>
  TITLE_PHASE.find(([words]) => words.test(title))?.[1];

/** Whether there is a unit for each phase, and everyone who serves customers is in one. */
function isInPhases(organisation: Organisation): boolean {
  const { people, units, unitOf, capabilities } = organisation;
  const { boss } = treeOf(organisation);
  if (!PHASES.every((phase) => units.some((unit) => unit.kind === 'phase' && unit.phase === phase)))
    return false;
  return people.capability.every((capability, seat) => {
    const role = capabilities[capability]?.role;
    const serves = role !== undefined && role !== 'enabling' && role !== 'leadership';
    return !serves || boss[seat]! < 0 || units[unitOf[seat]!]?.kind === 'phase';
  });
}

/** The phase each seat goes to, by seat; seats that stay out of the phases have none. */
function choosePhases(organisation: Organisation): {
  phaseOf: Map<Index, Phase>;
  minimum: number;
} {
  const options = lifecycleOptions.parse(organisation.options.lifecycle ?? {});
  const { people, capabilities } = organisation;
  const tree = treeOf(organisation);
  const minimum = options.minimum ?? organisation.policy.minimumTeam;
  const seatsOf = new Map<Index, Index[]>();
  for (let seat = 0; seat < people.count; seat++) {
    if (staysPut(organisation, seat)) continue;
    const capability = people.capability[seat]!;
    if (capabilities[capability]!.role === 'enabling') continue;
    const list = seatsOf.get(capability);
    if (list === undefined) seatsOf.set(capability, [seat]);
    else list.push(seat);
  }
  const kinds = [...seatsOf.keys()].sort((a, b) => a - b);
  const phaseOf = new Map<Index, Phase>();
  const pinned = new Map(Object.entries(options.pinned));
  const divisions = kinds.map((capability) => {
    const given = options.shares[capabilities[capability]!.id];
    const shares =
      given === undefined ? capabilities[capability]!.phases : PHASES.map((phase) => given[phase]);
    return { seats: seatsOf.get(capability)!.length, shares: [...shares] };
  });
  const seats = divideJointly(divisions, minimum);
  kinds.forEach((capability, kind) => {
    const room = [...seats[kind]!];
    const { shares } = divisions[kind]!;
    const put = (seat: Index, phase: Phase) => {
      phaseOf.set(seat, phase);
      room[PHASES.indexOf(phase)]!--;
    };
    const open: Index[] = [];
    const seatsHere = seatsOf.get(capability)!;
    for (const seat of seatsHere) {
      const pin = pinned.get(people.id[seat]!);
      if (pin !== undefined) put(seat, pin);
    }
    for (const seat of seatsHere) {
      if (phaseOf.has(seat)) continue;
      const unit = organisation.units[organisation.unitOf[seat]!];
      const named = phaseOfTitle(people.title[seat]!);
      if (unit?.phase != null && room[PHASES.indexOf(unit.phase)]! > 0) put(seat, unit.phase);
      else if (named !== undefined && shares[PHASES.indexOf(named)]! > 0 && room[PHASES.indexOf(named)]! > 0)
        put(seat, named);
      else open.push(seat);
    }
    // Team by team, so that colleagues stay together; seats stand in the order of their ids.
    open.sort((a, b) => tree.boss[a]! - tree.boss[b]! || a - b);
    for (const seat of open) {
      const phase = PHASES.find((_, at) => room[at]! > 0) ?? PHASES[shares.indexOf(Math.max(...shares))]!;
      put(seat, phase);
    }
  });
  // A pin also moves people who would stay where they are, but for the top.
  people.id.forEach((id, seat) => {
    const pin = pinned.get(id);
    if (pin !== undefined && tree.boss[seat]! >= 0) phaseOf.set(seat, pin);
  });
  return { phaseOf, minimum };
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
    'Each capability has a share in each phase: the built-in table, or `designs.lifecycle.shares`.',
    'Its seats are divided by Sainte-Laguë, jointly so that each phase reaches the minimum where possible.',
    'Pinned people first, then those already in a phase, then those whose title names one, then team by team.',
    'Enabling functions stay departments. Each phase is led by its most senior manager.',
    'Feedback is part of it: from identify to acquire, where product development is, and from retain to both others.',
  ],
  apply(organisation): DesignResult {
    if (isInPhases(organisation)) return alreadyInForm(organisation, 'in lifecycle phases');
    const draft = new Draft(organisation);
    const { phaseOf, minimum } = choosePhases(organisation);
    if (phaseOf.size === 0)
      return impossible(
        [{ what: 'people with a capability that serves customers', needed: 3 * minimum, available: 0 }],
        'Nobody below the top has a capability that serves customers, so there is nothing to divide into phases.',
      );
    const units = new Map<Phase, Index>();
    const members = new Map<Phase, Index[]>(PHASES.map((phase) => [phase, []]));
    for (const [seat, phase] of phaseOf) members.get(phase)!.push(seat);
    for (const phase of PHASES) {
      const own = organisation.units.findIndex((unit) => unit.kind === 'phase' && unit.phase === phase);
      units.set(
        phase,
        own >= 0 ? own : draft.addUnit({ id: `phase/${phase}`, name: NAMES[phase], kind: 'phase', phase }),
      );
    }
    const rebuilt = PHASES.map((phase): Rebuilt => {
      const unit = units.get(phase)!;
      const seats = members.get(phase)!.sort((a, b) => a - b);
      for (const seat of seats) draft.unitOf[seat] = unit;
      const before = draft.units[unit]!.head;
      let head = before >= 0 && seats.includes(before) ? before : mostSenior(organisation, seats);
      if (head < 0) {
        const leadership = organisation.capabilities.findIndex(({ id }) => id === 'leadership');
        head = draft.addSeat({
          id: `head/${phase}`,
          title: `Head of ${NAMES[phase]}`,
          capability: leadership,
          unit,
          lead: true,
        });
        seats.push(head);
      }
      draft.changeUnit(unit, { head, accountable: true });
      return { unit, members: seats, head, reportsTo: -1 };
    });
    keepRest(draft, rebuilt);
    settle(
      draft,
      rebuilt.map((entry) => ({ ...entry, reportsTo: executiveAbove(draft, entry.head) })),
    );
    const [identify, acquire, retain] = PHASES.map((phase) => units.get(phase)!) as [Index, Index, Index];
    draft.flows.push(
      { from: identify, to: acquire, what: 'what prospects look for, to product development' },
      { from: retain, to: identify, what: 'what customers stay and leave for' },
      { from: retain, to: acquire, what: 'what customers stay and leave for' },
    );
    const sizes = PHASES.map((phase) => `${phase} ${counted(members.get(phase)!.length, 'seat')}`);
    return built(draft.finish({ minimumTeam: minimum }), organisation, [
      `Seats: ${sizes.join(', ')}. Which capability works in which phase follows the built-in shares, a judgement after Jameane, where the file gives none.`,
    ]);
  },
});
