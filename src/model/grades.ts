import { memo } from '../base/memo.ts';
import type { Index, Organisation } from './organisation.ts';
import { treeOf } from './tree.ts';

/** So many whose manager has a lower number say that a scale does not count from the bottom. */
const FEWEST_BELOW = 6;
/** So many whose manager has a higher number, for each of those, and it does not count from the top either. */
const MOST_ABOVE = 0.1;
/** So many, and more than so many for each above them, say that a scale tells nothing. */
const MANY_BELOW = 20;
const MOST_BELOW = 1.25;

/** Grades as they compare people, and which way the numbers run. */
interface Grades {
  /** `top`: 1 is the highest. `unclear`: managers have the lower numbers mostly, and too often the higher ones. */
  readonly from: 'bottom' | 'top' | 'unclear';
  /** A higher one is more senior: turned round where they count from the top, NaN where unknown or unclear. */
  readonly value: Float64Array;
  /** How many have a manager of a lower number, and of a higher one. */
  readonly below: number;
  readonly above: number;
}

/** Which way a scale of grades runs, by whose manager has the higher number; NaN is unknown, -1 no manager. Linear. */
export function readGrades(level: Float64Array, managerOf: (at: Index) => Index): Grades {
  let [below, above, top, bottom] = [0, 0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let at = 0; at < level.length; at++) {
    const own = level[at]!;
    if (Number.isNaN(own)) continue;
    if (own > top) top = own;
    if (own < bottom) bottom = own;
    const manager = managerOf(at);
    const step = manager < 0 ? 0 : level[manager]! - own;
    if (step < 0) below++;
    if (step > 0) above++;
  }
  if (below >= FEWEST_BELOW && above <= MOST_ABOVE * below && Number.isFinite(top + bottom))
    return { from: 'top', value: level.map((own) => top + bottom - own), below, above };
  if (below < MANY_BELOW || below <= MOST_BELOW * above)
    return { from: 'bottom', value: level, below, above };
  return { from: 'unclear', value: new Float64Array(level.length).fill(Number.NaN), below, above };
}

/** The grades of people by today's lines. */
export const gradesOf = memo((organisation: Organisation): Grades => {
  const { boss } = treeOf(organisation);
  return readGrades(organisation.people.level, (seat) => boss[seat]!);
});
