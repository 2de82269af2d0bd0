import type { DesignResult } from '../designs/design.ts';
import type { View } from '../model/view.ts';
import { type FitCase, toldOf } from '../rules/fit/statement.ts';
import type { DesignId } from '../schema/input/designs.ts';

/** A design that was worked out; without a view where it is impossible. */
export interface Worked {
  readonly design: DesignId;
  readonly result: Pick<DesignResult, 'status' | 'missing' | 'basis'>;
  readonly view: View | null;
}

/** The facts of a company with one of its designs. */
export const caseOf = (baseline: View, { design, result, view }: Worked): FitCase => ({
  design,
  baseline,
  view,
  told: toldOf(baseline.organisation),
  status: result.status,
  missing: result.missing,
  ...(result.basis === undefined ? {} : { basis: result.basis }),
});
