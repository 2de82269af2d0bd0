import type { Index, Organisation } from '../model/organisation.ts';
import { type ChosenPhases, titleReader } from './lifecycle/phases.ts';
import { PINNED, type Reason, type WhyHere } from './reasons.ts';

/** The same reason for all of a capability. */
function byCapability({ people, capabilities }: Organisation, of: (name: string) => Reason): WhyHere {
  const known = new Map<Index, Reason>();
  return (seat) => {
    const capability = people.capability[seat]!;
    const name = capabilities[capability]?.name;
    if (name === undefined) return undefined;
    const found = known.get(capability) ?? of(name);
    known.set(capability, found);
    return found;
  };
}

/** Why each seat is in its function. */
export function whyInFunction(organisation: Organisation): WhyHere {
  const { pinned } = organisation.options.functional;
  const pins = new Set(Object.keys(pinned));
  const capability = byCapability(organisation, (name) => ({
    kind: 'capability',
    text: `has the capability ${name}, which is at home here`,
  }));
  return (seat) => (pins.has(organisation.people.id[seat]!) ? PINNED : capability(seat));
}

/** Why each seat is in its phase. */
export function whyInPhase(organisation: Organisation, { phaseOf }: Pick<ChosenPhases, 'phaseOf'>): WhyHere {
  const { pinned } = organisation.options.lifecycle;
  const pins = new Set(Object.keys(pinned));
  const titled = titleReader(organisation);
  const share = byCapability(organisation, (name) => ({
    kind: 'share',
    text: `fills the share that ${name} has in this phase`,
  }));
  return (seat) => {
    const phase = phaseOf.get(seat);
    if (phase === undefined) return undefined;
    if (pins.has(organisation.people.id[seat]!)) return PINNED;
    return titled(seat) === phase ? { kind: 'title', text: 'the title names this phase' } : share(seat);
  };
}
