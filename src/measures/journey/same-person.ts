import type { Index } from '../../model/organisation.ts';

/** What there is of one person whom draws from two pools both fall on. */
export interface SamePerson {
  /** Probability that both draws are one person; and that they count in one unit if drawn for each. */
  readonly person: number;
  readonly personAndUnit: number;
  /** What `distance` counts between a person and themselves. */
  readonly distance: number;
  /** Who they are. */
  readonly common: readonly Index[];
}

export const NOBODY_IN_BOTH: SamePerson = { person: 0, personAndUnit: 0, distance: 0, common: [] };
