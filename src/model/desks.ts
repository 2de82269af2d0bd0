import type { Phase } from '../schema/input/fields.ts';
import { PHASES } from '../schema/input/fields.ts';
import type { Index, Organisation } from './organisation.ts';

/** A place where people with a capability sit: a unit, or -1 for those without one. */
interface Desk {
  readonly unit: Index;
  readonly phase: Phase | null;
  readonly seats: Index[];
}

const distance = (a: Phase, b: Phase) => Math.abs(PHASES.indexOf(a) - PHASES.indexOf(b));

type Desks = { readonly some: ReadonlyMap<Index, Desk>; readonly all: readonly Desk[] };

const fitsPhase =
  (phase: Phase) =>
  (desk: Desk | undefined): desk is Desk =>
    desk !== undefined && (desk.phase === null || desk.phase === phase);

/** Desks of a phase in units that serve the customer. */
export const dedicatedDesks = (
  desks: Desks | undefined,
  own: readonly Index[],
  phase: Phase,
): readonly Desk[] => own.map((unit) => desks?.some.get(unit)).filter(fitsPhase(phase));

/** Desks that do a step: those dedicated to the customer, else those for everyone of the phase, else of the nearest. */
export function nearestDesks(desks: Desks | undefined, own: readonly Index[], phase: Phase): readonly Desk[] {
  if (desks === undefined) return [];
  const fits = fitsPhase(phase);
  const dedicated = dedicatedDesks(desks, own, phase);
  if (dedicated.length > 0) return dedicated;
  const here = desks.all.filter(fits);
  if (here.length > 0 || desks.all.length === 0) return here;
  const nearest = Math.min(...desks.all.map((desk) => distance(desk.phase!, phase)));
  const near = desks.all.filter((desk) => distance(desk.phase!, phase) === nearest);
  const first = PHASES.find((one) => near.some((desk) => desk.phase === one));
  return near.filter((desk) => desk.phase === first);
}

/** Desks of each capability: those in units that serve some customers, by unit, and those that serve everyone. */
export function collectDesks(organisation: Organisation, secondary: boolean) {
  const { people, units, unitOf } = organisation;
  const found = new Map<Index, { some: Map<Index, Desk>; all: Desk[]; open: Map<Index, Desk> }>();
  const place = (seat: Index, capability: Index) => {
    if (capability < 0) return;
    const unit = unitOf[seat]!;
    const serves = unit < 0 ? 'all' : units[unit]!.serves.kind;
    if (serves === 'none') return;
    let byUnit = found.get(capability);
    if (byUnit === undefined) {
      byUnit = { some: new Map(), all: [], open: new Map() };
      found.set(capability, byUnit);
    }
    const desks = serves === 'some' ? byUnit.some : byUnit.open;
    let desk = desks.get(unit);
    if (desk === undefined) {
      desk = { unit, phase: unit < 0 ? null : units[unit]!.phase, seats: [] };
      desks.set(unit, desk);
      if (serves === 'all') byUnit.all.push(desk);
    }
    desk.seats.push(seat);
  };
  if (secondary)
    for (const [seat, list] of people.secondary) for (const capability of list) place(seat, capability);
  else for (let seat = 0; seat < people.count; seat++) place(seat, people.capability[seat]!);
  return found;
}
