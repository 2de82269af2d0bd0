/** Of fewer nothing is told that would tell something of one of them. */
export const FEWEST_TOLD = 5;

/** Whether there are some, and too few to be told of. */
export const areFew = (count: number): boolean => count > 0 && count < FEWEST_TOLD;
