import { memo } from '../../base/memo.ts';
import { byText } from '../../base/text.ts';
import type { Index, Organisation } from '../../model/organisation.ts';
import { type Division, divideJointly, sainteLague } from '../../numbers/apportionment.ts';
import { PHASES, type Phase } from '../../schema/input/fields.ts';
import { joiningNoPhase } from '../hierarchy/executives.ts';
import { leadsFromAbove } from '../hierarchy/lead-from-above.ts';
import { followReports } from '../hierarchy/leads-without-trade.ts';
import { mostSenior } from '../hierarchy/seniority.ts';
import { isAtTop, isExecutive } from '../hierarchy/who-stays.ts';
import { spreadHeads } from './phase-heads.ts';
import { phasesLed } from './phase-leads.ts';
import { followTeams, joinTeams, placeKind } from './phase-places.ts';
import { type ByPhase, hasPhases, ownHoursOf, type PhaseShares, sharesOf, sharesOfOwners } from './shares.ts';

/** Words in a title that name a phase. */
const TITLE_PHASE: readonly (readonly [RegExp, Phase])[] = [
  [/market research|lead (qualif|generation)|prospect/i, 'identify'],
  [/new business|onboarding|implementation/i, 'acquire'],
  [/retention|renewal|customer success|after-?sales/i, 'retain'],
];

/** The phase that the title of each seat names, as its place among the phases, -1 for none; equal titles are looked at once. */
export const phasesInTitles = memo(({ people }: Organisation): Int8Array => {
  const known = new Map<string, number>();
  const found = new Int8Array(people.count);
  for (let seat = 0; seat < found.length; seat++) {
    const title = people.title[seat]!;
    let at = known.get(title);
    if (at === undefined) {
      const named = TITLE_PHASE.find(([words]) => words.test(title));
      at = named === undefined ? NO_PHASE : PHASES.indexOf(named[1]);
      known.set(title, at);
    }
    found[seat] = at;
  }
  return found;
});

/** Where each seat goes, and which pins could not be heeded. */
export interface ChosenPhases {
  /** By seat its place among the phases, -1 for those who stay out of them. */
  readonly phaseOf: Int8Array;
  readonly minimum: number;
  /** Ids of people at the top whom a pin cannot move. */
  readonly idlePins: readonly string[];
  /** Capabilities of which nobody says in which phases they work, with how many people stay out of the phases for it. */
  readonly unknown: ReadonlyMap<Index, number>;
  /** Names of the capabilities that were divided, by who gave their shares. */
  readonly from: Readonly<Record<PhaseShares['from'], readonly string[]>>;
  /** Names of capabilities whose shares divide nobody. */
  readonly idleShares: readonly string[];
}

/** Where somebody is who stays out of the phases. */
export const NO_PHASE = -1;

/** Shares that are too small to draw a seat, but let one come where a phase would have too few. */
const HARDLY_ANY = 1e-9;

/** People who are divided over the phases by the same shares. */
interface Kind {
  readonly capability: Index;
  /** What they work for customers of their own with, -1 for the others. */
  readonly second: Index;
  readonly shares: ByPhase;
  /** Seats that are free to go to any phase. */
  readonly open: Index[];
  /** How many are pinned to each. */
  readonly fixed: number[];
}

/** The second capability of somebody who has customers of their own with it, -1 for none. */
function ownersSecond({ people, capabilities }: Organisation, own: Float64Array, seat: Index): Index {
  if (own[seat] === 0) return -1;
  const found = people.secondary.get(seat)?.find((one) => capabilities[one]!.id === 'account-management');
  return found === undefined || found === people.capability[seat] ? -1 : found;
}

/** The kinds of people that are divided, and where pins put somebody; seats that stay out of the phases are in none. */
function kindsOf(organisation: Organisation) {
  const { people, capabilities, options } = organisation;
  const own = ownHoursOf(organisation);
  const stays = joiningNoPhase(organisation);
  const pinned = new Map(Object.entries(options.lifecycle.pinned));
  const kinds = new Map<number, Kind>();
  const phaseOf = new Int8Array(people.count).fill(NO_PHASE);
  const idlePins: string[] = [];
  const unknown = new Map<Index, number>();
  const kindOf = (capability: Index, second: Index): Kind => {
    const key = capability * (capabilities.length + 1) + second + 1;
    let kind = kinds.get(key);
    if (kind === undefined) {
      const shares =
        second < 0
          ? sharesOf(organisation, capability).shares
          : sharesOfOwners(organisation, capability, second);
      kind = { capability, second, shares, open: [], fixed: PHASES.map(() => 0) };
      kinds.set(key, kind);
    }
    return kind;
  };
  const strangers: Kind = {
    capability: -1,
    second: -1,
    shares: [1, 1, 1],
    open: [],
    fixed: PHASES.map(() => 0),
  };
  for (let seat = 0; seat < people.count; seat++) {
    const pin = pinned.size === 0 ? undefined : pinned.get(people.id[seat]!);
    if (pin !== undefined && isAtTop(organisation, seat)) {
      idlePins.push(people.id[seat]!);
      continue;
    }
    const capability = people.capability[seat]!;
    const serves = stays[seat] === 0 && capabilities[capability]!.role !== 'enabling';
    const second = serves ? ownersSecond(organisation, own, seat) : -1;
    const joins = serves && (second >= 0 || hasPhases(organisation, capability));
    if (serves && !joins && pin === undefined) unknown.set(capability, (unknown.get(capability) ?? 0) + 1);
    if (!joins && pin === undefined) continue;
    const kind = joins ? kindOf(capability, second) : strangers;
    if (pin === undefined) kind.open.push(seat);
    else {
      phaseOf[seat] = PHASES.indexOf(pin);
      kind.fixed[phaseOf[seat]!]!++;
    }
  }
  const textOf = ({ capability, second }: Kind) => `${capability} ${second}`;
  const sorted = [...kinds.values()].sort((a, b) => byText(textOf(a), textOf(b)));
  return { kinds: [...sorted, strangers], phaseOf, idlePins, unknown };
}

/** Seats of a kind in each phase as far as they are open, pinned ones counted in. */
function divisionOf({ open, shares, fixed }: Kind): Division {
  const held = fixed.reduce((a, b) => a + b, 0);
  if (held === 0) return { seats: open.length, shares };
  const whole = sainteLague(shares, held + open.length);
  return {
    seats: open.length,
    shares: whole.map((count, at) => Math.max(count - fixed[at]!, shares[at]! > 0 ? HARDLY_ANY : 0)),
  };
}

/**
 * The phase each seat goes to; seats that stay out of the phases have none. The seats of each capability are divided by its
 * shares, pinned ones counted in, jointly so that every phase reaches the minimum where that is possible. First come those
 * who are pinned, then those who are in a phase already, then the most senior of the trade that leads a phase and those whose
 * title names one, then into the smaller phases the teams, and then the people, who work least for customers of their own.
 */
export function choosePhases(organisation: Organisation): ChosenPhases {
  const options = organisation.options.lifecycle;
  const minimum = options.minimum ?? organisation.policy.minimumTeam;
  const { kinds, phaseOf, idlePins, unknown } = kindsOf(organisation);
  const fixed = kinds.flatMap((kind) =>
    kind.fixed.map(
      (seats, at): Division => ({ seats, shares: PHASES.map((_, place) => (place === at ? 1 : 0)) }),
    ),
  );
  const divided = divideJointly([...kinds.map(divisionOf), ...fixed], minimum);
  const capabilities = [...new Set(kinds.map(({ capability }) => capability))];
  const trades = new Map(
    capabilities.map((one) => [
      one,
      kinds.flatMap(({ capability, open }) => (capability === one ? open : [])),
    ]),
  );
  const leads = new Map<Index, number>();
  for (const [capability, phase] of phasesLed(organisation, (one) => (trades.get(one) ?? []).length > 0))
    leads.set(mostSenior(organisation, trades.get(capability)!), PHASES.indexOf(phase));
  const claim = phasesInTitles(organisation).slice();
  for (const [seat, phase] of leads) claim[seat] = phase;
  kinds.forEach(({ open, shares }, at) => {
    const first = open.filter((seat) => leads.has(seat));
    const seats = first.length === 0 ? open : [...first, ...open.filter((seat) => !leads.has(seat))];
    placeKind(organisation, seats, divided[at]!, shares, claim, phaseOf);
  });
  joinTeams(organisation, phaseOf, [...trades.values()], claim);
  followReports(organisation, phaseOf, { stays: (seat) => isExecutive(organisation, seat) });
  followTeams(organisation, phaseOf);
  spreadHeads(organisation, phaseOf, claim);
  const members = PHASES.map((): Index[] => []);
  phaseOf.forEach((phase, seat) => {
    if (phase >= 0) members[phase]!.push(seat);
  });
  const joins = (seat: Index) => phaseOf[seat]! >= 0;
  const isFree = (seat: Index) => !joins(seat);
  for (const [phase, seat] of leadsFromAbove(organisation, members, joins, isFree)) phaseOf[seat] = phase;
  const divides = new Set(
    kinds
      .filter(({ open, fixed }) => open.length + Math.max(...fixed) > 0)
      .map(({ capability }) => capability),
  );
  return {
    phaseOf,
    minimum,
    idlePins,
    unknown,
    ...sharesUsed(organisation, Object.keys(options.shares), divides),
  };
}

/** Whose shares were used, and which of those that the options hold were not. */
function sharesUsed(
  organisation: Organisation,
  inOptions: readonly string[],
  divides: ReadonlySet<Index>,
): Pick<ChosenPhases, 'from' | 'idleShares'> {
  const from: Record<PhaseShares['from'], string[]> = { given: [], journeys: [], 'built-in': [] };
  const idleShares: string[] = [];
  organisation.capabilities.forEach(({ id, name }, at) => {
    if (divides.has(at)) from[sharesOf(organisation, at).from].push(name);
    else if (inOptions.includes(id)) idleShares.push(name);
  });
  return { from, idleShares };
}
