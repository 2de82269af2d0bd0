/** Of fewer people nothing is told that would tell what one of them is paid, or which grade they have. */
export const FEWEST_TOLD = 5;

/** Whether there is somebody, and too few to be told of. */
export const areFew = (people: number): boolean => people > 0 && people < FEWEST_TOLD;
