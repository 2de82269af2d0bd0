import type { Organisation } from '../../../model/organisation.ts';
import { varianceExplained } from '../../../numbers/omega.ts';
import { meanOf } from '../../../numbers/permutation.ts';
import { type Outcome, outcomesOf } from './outcomes.ts';

/** How much of what tells customers apart some groups explain. */
interface Explained {
  /** Mean ω² over the outcomes that tell; null where none does. */
  readonly explained: number | null;
  /** Names of these outcomes. */
  readonly outcomes: readonly string[];
}

const outcomes = new WeakMap<Organisation['customers'], readonly Outcome[]>();
const known = new WeakMap<ArrayLike<number> & object, Explained>();

/** What customers may differ in, worked out once: designs share the customers of the file. */
export function outcomesIn(organisation: Organisation): readonly Outcome[] {
  const found = outcomes.get(organisation.customers) ?? outcomesOf(organisation);
  outcomes.set(organisation.customers, found);
  return found;
}

/**
 * The mean ω² of groups of customers over what the file says they differ in; `codes[row]` is the group, −1 for none. Worked
 * out once for the same codes. Linear in the customers, times the columns that are compared.
 */
export function explainedBy(organisation: Organisation, codes: ArrayLike<number> & object): Explained {
  const found = known.get(codes);
  if (found !== undefined) return found;
  const scored = outcomesIn(organisation).flatMap(({ name, columns }) => {
    const { omegaSquared } = varianceExplained(columns, codes);
    return Number.isNaN(omegaSquared) ? [] : [{ name, omegaSquared }];
  });
  const explained = {
    explained: scored.length === 0 ? null : meanOf(scored.map(({ omegaSquared }) => omegaSquared)),
    outcomes: scored.map(({ name }) => name),
  };
  known.set(codes, explained);
  return explained;
}
