import { assumedPhases } from '../../model/capabilities.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { treeOf } from '../../model/tree.ts';
import { type Division, divideJointly, sainteLague } from '../../numbers/apportionment.ts';
import { PHASES, type Phase } from '../../schema/input/fields.ts';
import { mostSenior } from '../hierarchy/seniority.ts';
import { staysPut } from '../hierarchy/who-stays.ts';
import { phasesLed } from './phase-leads.ts';

/** Words in a title that name a phase. */
const TITLE_PHASE: readonly (readonly [RegExp, Phase])[] = [
  [/market research|lead (qualif|generation)|prospect/i, 'identify'],
  [/new business|onboarding|implementation/i, 'acquire'],
  [/retention|renewal|customer success|after-?sales/i, 'retain'],
];

/** The phase that a title names, by seat; equal titles are looked at once. */
export function titleReader({ people }: Organisation): (seat: Index) => Phase | undefined {
  const known = new Map<string, Phase | undefined>();
  return (seat) => {
    const title = people.title[seat]!;
    if (!known.has(title)) known.set(title, TITLE_PHASE.find(([words]) => words.test(title))?.[1]);
    return known.get(title);
  };
}

/**
 * Seats in an order that keeps teams together wherever it is cut: everyone below a manager stands in one piece, and the
 * manager in the middle of it, so that where a team is cut the manager is with the larger part. Linear.
 */
export function inTeams(organisation: Organisation, seats: readonly Index[]): readonly Index[] {
  const { boss } = treeOf(organisation);
  const inside = new Set(seats);
  const reports = new Map<Index, Index[]>();
  const tops: Index[] = [];
  for (const seat of [...seats].sort((a, b) => a - b)) {
    if (!inside.has(boss[seat]!)) {
      tops.push(seat);
      continue;
    }
    const team = reports.get(boss[seat]!);
    if (team === undefined) reports.set(boss[seat]!, [seat]);
    else team.push(seat);
  }
  const order: Index[] = [];
  const visits: { seat: Index; next: number }[] = [];
  for (const top of tops.sort((a, b) => boss[a]! - boss[b]! || a - b)) {
    visits.push({ seat: top, next: 0 });
    while (visits.length > 0) {
      const visit = visits.at(-1)!;
      const team = reports.get(visit.seat) ?? [];
      if (visit.next === Math.ceil(team.length / 2)) order.push(visit.seat);
      if (visit.next < team.length) visits.push({ seat: team[visit.next++]!, next: 0 });
      else visits.pop();
    }
  }
  return order;
}

/** Where each seat goes, and which pins could not be heeded. */
export interface ChosenPhases {
  readonly phaseOf: ReadonlyMap<Index, Phase>;
  readonly minimum: number;
  /** Ids of people at the top whom a pin cannot move. */
  readonly idlePins: readonly string[];
  /** Names of the capabilities that were divided, by whether somebody gave their shares. */
  readonly given: readonly string[];
  readonly assumed: readonly string[];
  /** Names of capabilities whose shares divide nobody. */
  readonly idleShares: readonly string[];
}

/** Shares that are too small to draw a seat, but let one come where a phase would have too few. */
const HARDLY_ANY = 1e-9;

/**
 * The phase each seat goes to; seats that stay out of the phases have none. The seats of each capability are divided by its
 * shares, pinned ones counted in, jointly so that every phase reaches the minimum where that is possible. First come those
 * who are pinned, then those who are in a phase already, then the most senior of the trade that leads a phase and those whose
 * title names one, then the others team by team.
 */
export function choosePhases(organisation: Organisation): ChosenPhases {
  const options = organisation.options.lifecycle;
  const { people, capabilities } = organisation;
  const tree = treeOf(organisation);
  const minimum = options.minimum ?? organisation.policy.minimumTeam;
  const pinned = new Map(Object.entries(options.pinned));
  const phaseOf = new Map<Index, Phase>();
  const idlePins: string[] = [];
  const openOf = new Map<Index, Index[]>();
  // Seats that are pinned to a phase, by capability.
  const fixedOf = new Map<Index, number[]>();
  for (let seat = 0; seat < people.count; seat++) {
    const id = people.id[seat]!;
    const pin = pinned.get(id);
    const capability = people.capability[seat]!;
    const joins = !staysPut(organisation, seat) && capabilities[capability]!.role !== 'enabling';
    if (pin !== undefined && tree.boss[seat]! < 0) idlePins.push(id);
    else if (pin !== undefined) {
      phaseOf.set(seat, pin);
      const kind = joins ? capability : -1;
      const fixed = fixedOf.get(kind) ?? PHASES.map(() => 0);
      fixed[PHASES.indexOf(pin)]!++;
      fixedOf.set(kind, fixed);
    } else if (joins) {
      const list = openOf.get(capability);
      if (list === undefined) openOf.set(capability, [seat]);
      else list.push(seat);
    }
  }
  const sharesOf = (capability: Index): readonly number[] => {
    const given = options.shares[capabilities[capability]!.id];
    return given === undefined ? capabilities[capability]!.phases : PHASES.map((phase) => given[phase]);
  };
  const kinds = [...openOf.keys()].sort((a, b) => a - b);
  const divisions = kinds.map((capability): Division => {
    const seats = openOf.get(capability)!.length;
    const shares = sharesOf(capability);
    const fixed = fixedOf.get(capability);
    if (fixed === undefined) return { seats, shares };
    const whole = sainteLague(
      shares,
      fixed.reduce((sum, count) => sum + count, seats),
    );
    return {
      seats,
      shares: whole.map((count, at) => Math.max(count - fixed[at]!, shares[at]! > 0 ? HARDLY_ANY : 0)),
    };
  });
  const pins = [...fixedOf.values()].flatMap((fixed) =>
    fixed.map((seats, at): Division => ({ seats, shares: PHASES.map((_, place) => (place === at ? 1 : 0)) })),
  );
  const divided = divideJointly([...divisions, ...pins], minimum);
  const named = titleReader(organisation);
  const led = phasesLed(organisation, (capability) => openOf.has(capability));
  const leads = new Map<Index, Phase>();
  for (const [capability, phase] of led) leads.set(mostSenior(organisation, openOf.get(capability)!), phase);
  const claim = (seat: Index) => leads.get(seat) ?? named(seat);
  kinds.forEach((capability, kind) => {
    const own = openOf.get(capability)!;
    const seats = [...own.filter((seat) => leads.has(seat)), ...own.filter((seat) => !leads.has(seat))];
    const placed = fill(organisation, seats, divided[kind]!, sharesOf(capability), claim);
    for (const [seat, phase] of placed) phaseOf.set(seat, phase);
  });
  joinTeams(organisation, phaseOf, openOf, claim);
  const divides = new Set([...openOf.keys(), ...fixedOf.keys()]);
  return { phaseOf, minimum, idlePins, ...sharesUsed(organisation, Object.keys(options.shares), divides) };
}

/** Whose shares were used, and which of those that the options hold were not. */
function sharesUsed(
  { capabilities }: Organisation,
  inOptions: readonly string[],
  divides: ReadonlySet<Index>,
): Pick<ChosenPhases, 'given' | 'assumed' | 'idleShares'> {
  const given: string[] = [];
  const assumed: string[] = [];
  const idleShares: string[] = [];
  capabilities.forEach(({ id, name, phases }, at) => {
    const isGiven = inOptions.includes(id);
    if (!divides.has(at)) {
      if (isGiven) idleShares.push(name);
      return;
    }
    const isAssumed = assumedPhases(id).every((share, phase) => share === phases[phase]);
    (isGiven || !isAssumed ? given : assumed).push(name);
  });
  return { given, assumed, idleShares };
}

/** Puts seats of one capability in the places that each phase has for it. */
function fill(
  organisation: Organisation,
  seats: readonly Index[],
  places: readonly number[],
  shares: readonly number[],
  claim: (seat: Index) => Phase | undefined,
): ReadonlyMap<Index, Phase> {
  const { units, unitOf } = organisation;
  const room = [...places];
  const placed = new Map<Index, Phase>();
  const put = (seat: Index, phase: Phase): boolean => {
    const at = PHASES.indexOf(phase);
    if (room[at]! <= 0) return false;
    room[at]!--;
    placed.set(seat, phase);
    return true;
  };
  const open = seats.filter((seat) => {
    const now = units[unitOf[seat]!]?.phase;
    if (now != null && put(seat, now)) return false;
    const named = claim(seat);
    return named === undefined || !(shares[PHASES.indexOf(named)]! > 0) || !put(seat, named);
  });
  for (const seat of inTeams(organisation, open)) PHASES.some((phase) => put(seat, phase));
  return placed;
}

/**
 * Puts managers where most of the people below them are, whatever these can do: each in exchange for somebody of the same
 * capability who leads nobody, and whose phase neither a pin, nor the unit of today, nor the title says. Cost: seats times
 * the levels above them.
 */
function joinTeams(
  organisation: Organisation,
  phaseOf: Map<Index, Phase>,
  openOf: ReadonlyMap<Index, readonly Index[]>,
  claim: (seat: Index) => Phase | undefined,
): void {
  const { people, units, unitOf } = organisation;
  const { boss } = treeOf(organisation);
  // People below each seat, by phase.
  const below = new Int32Array(people.count * PHASES.length);
  for (const [seat, phase] of phaseOf) {
    const at = PHASES.indexOf(phase);
    for (let above = boss[seat]!; above >= 0; above = boss[above]!) below[above * PHASES.length + at]!++;
  }
  const count = (seat: Index, phase: Phase) => below[seat * PHASES.length + PHASES.indexOf(phase)]!;
  const isBound = (seat: Index) => units[unitOf[seat]!]?.phase != null || claim(seat) !== undefined;
  for (const seats of openOf.values()) {
    const free = seats.filter((seat) => !isBound(seat));
    const staff = new Map<Phase, Index[]>(PHASES.map((phase) => [phase, []]));
    for (const seat of free)
      if (PHASES.every((phase) => count(seat, phase) === 0)) staff.get(phaseOf.get(seat)!)!.push(seat);
    for (const seat of free) {
      const own = phaseOf.get(seat)!;
      const most = PHASES.reduce((a, b) => (count(seat, b) > count(seat, a) ? b : a), own);
      if (most === own) continue;
      const others = staff.get(most)!;
      // Somebody of another team rather than one of the manager's own, who would lose a line that the manager gains.
      const found = others.findLastIndex((one) => boss[one] !== seat);
      const at = found >= 0 ? found : others.length - 1;
      if (at < 0 || count(seat, most) - (found >= 0 ? 0 : 1) <= count(seat, own)) continue;
      const [other] = others.splice(at, 1) as [Index];
      staff.get(own)!.push(other);
      phaseOf.set(other, own);
      phaseOf.set(seat, most);
    }
  }
}
