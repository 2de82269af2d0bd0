import { type Line, linesUnder, relined } from '../model/lines.ts';
import type { Index, Irregularity, Organisation } from '../model/organisation.ts';
import type { Finding } from '../rules/finding.ts';
import type { Ground } from './ground.ts';

/** What changes for one seat. What is left out stays. */
export interface SeatEdit {
  /** The department from now on. */
  readonly unit?: Index;
  /** Who is at the end of the primary line from now on. */
  readonly boss?: Index;
  /** All lines from now on; goes before `boss`. */
  readonly lines?: readonly Line[];
}

/** A change of an organisation that nobody has to be hired or let go for, by seat. */
export type Edits = ReadonlyMap<Index, SeatEdit>;

/** Whether somebody gets another department or another primary manager, and not only other weights. */
const isMove = ({ unit, boss }: SeatEdit): boolean => unit !== undefined || boss !== undefined;

/** People who move; in an open seat is nobody. */
export const movesIn = (edits: Edits, { people }: Pick<Organisation, 'people'>): number =>
  [...edits].filter(([seat, edit]) => isMove(edit) && people.vacant[seat] === 0).length;

/** What was seen in reading lines says nothing about lines that are drawn anew. */
const OF_LINES: readonly Irregularity['kind'][] = [
  'unknown-manager',
  'self-report',
  'reporting-cycle',
  'weights-not-one',
  'duplicate-line',
];

/** The organisation with a change made. Linear in seats and lines. */
export function applied(organisation: Organisation, edits: Edits): Organisation {
  const { people, lines } = organisation;
  const unitOf = organisation.unitOf.slice();
  const changed = new Map<Index, readonly Line[]>();
  for (const [seat, { unit, boss, lines: own }] of edits) {
    if (unit !== undefined) unitOf[seat] = unit;
    if (own !== undefined) changed.set(seat, own);
    else if (boss !== undefined) changed.set(seat, linesUnder(lines, seat, boss));
  }
  return {
    ...organisation,
    unitOf,
    lines: changed.size === 0 ? lines : relined(lines, people.count, changed),
    irregularities: organisation.irregularities.filter(
      ({ kind, members }) => !OF_LINES.includes(kind) || members.some((seat) => !changed.has(seat)),
    ),
  };
}

/**
 * A way to clear what a rule found, by moving people who are there or redrawing lines. It may propose what does not help:
 * whatever it proposes is tried on the organisation before anybody hears of it.
 */
export interface Remedy {
  /** Id of the rule whose findings it clears. */
  readonly rule: string;
  /** What it does, for `explain`: completes "orgdesign suggest …". */
  readonly summary: string;
  /** Changes that could clear a finding, the smallest first. Linear in the people of the units concerned. */
  propose(ground: Ground, cause: Pick<Finding, 'rule' | 'entity' | 'members'>): Iterable<Edits>;
}

export const defineRemedy = (remedy: Remedy): Remedy => Object.freeze(remedy);

/** A change that is the same for several seats. */
export const forEach = (seats: readonly number[], edit: (seat: number) => SeatEdit): Edits =>
  new Map(seats.map((seat) => [seat, edit(seat)]));

/** Whether a seat is one that a finding is on: of what was gathered and told apart, only its own members are. */
export function among(
  { people }: Pick<Organisation, 'people'>,
  { members }: Pick<Finding, 'members'>,
): (seat: Index) => boolean {
  const ids = members && new Set(members);
  return (seat) => ids === undefined || ids.has(people.id[seat]!);
}
