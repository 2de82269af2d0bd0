import { passingMemo } from '../base/memo.ts';
import type { Organisation } from './organisation.ts';

/**
 * A function of an organisation, worked out once for today's and for every design that is as today in what it reads: a design
 * changes some of a company. `isAsToday` compares a design with the organisation that it was made of; parts that a design does not
 * touch are one and the same object.
 */
export function unlessAsToday<R>(
  isAsToday: (design: Organisation, today: Organisation) => boolean,
  compute: (organisation: Organisation) => R,
): (organisation: Organisation) => R {
  const known: (organisation: Organisation) => R = passingMemo((organisation: Organisation): R => {
    const today = organisation.asGiven();
    return today !== organisation && isAsToday(organisation, today) ? known(today) : compute(organisation);
  });
  return known;
}

/** Whether these parts of a design are those of today. */
export const haveSame = (
  design: Organisation,
  today: Organisation,
  parts: readonly (keyof Organisation)[],
): boolean => parts.every((part) => design[part] === today[part]);

/** Whether two columns hold the same. */
export function areSame(before: ArrayLike<number>, after: ArrayLike<number>): boolean {
  if (before.length !== after.length) return false;
  for (let at = 0; at < after.length; at++) if (before[at] !== after[at]) return false;
  return true;
}
