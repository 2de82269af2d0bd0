import type { Finding } from '../rules/finding.ts';
import type { Edits, SeatEdit } from './edits.ts';
import type { Ground } from './ground.ts';

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
  propose(ground: Ground, cause: Pick<Finding, 'rule' | 'entity'>): Iterable<Edits>;
}

export const defineRemedy = (remedy: Remedy): Remedy => Object.freeze(remedy);

/** A change that is the same for several seats. */
export const forEach = (seats: readonly number[], edit: (seat: number) => SeatEdit): Edits =>
  new Map(seats.map((seat) => [seat, edit(seat)]));
