/** Somebody who counts in several units and may be drawn for several blocks: they do all of these in one unit. */
export interface SharedPerson {
  readonly person: number;
  /** Chance that they are drawn for the block. */
  readonly chance: number;
  readonly units: ReadonlyMap<number, number>;
}

/**
 * The work of one customer over accountable units, where each block of work (a capability and its pool) is drawn into
 * one unit, independently of the other blocks but for people whom two of them share.
 */
export interface Block {
  /** Share of the hours. */
  readonly hours: number;
  /** Probability of each unit; sums to 1. Null where nobody serves it: it belongs to no unit. */
  readonly units: ReadonlyMap<number, number> | null;
  readonly persons?: readonly SharedPerson[];
}

/** Work of this unit answers to nobody: it is in no maximum. */
export const ANSWERS_TO_NOBODY = -1;

/** E[1 / Σ h²] and E[max h], h being the hours of each unit. */
export interface Sums {
  readonly squares: number;
  readonly most: number;
}
