import { given } from '../base/given.ts';
import type { DesignResult } from '../designs/design.ts';
import type { View } from '../model/view.ts';
import type { DesignId } from '../schema/input/designs.ts';

/** What rules and readiness read of how a design came out. */
export type DesignOutcome = Pick<DesignResult, 'status' | 'missing' | 'mend' | 'basis'>;

/** What a rule may look at beside the organisation. */
export interface RuleContext extends Partial<DesignOutcome> {
  readonly design: DesignId;
  /** The organisation as it is: what a design suits is told from its facts, not from those of the design. */
  readonly baseline: View;
}

/** What rules are asked about: a design, or an organisation as it is. */
export interface Subject extends RuleContext {
  readonly view: View;
}

/** What rules may look at of a design. */
export const contextOf = (
  design: DesignId,
  baseline: View,
  { basis, status, missing, mend }: Partial<DesignOutcome> = {},
): RuleContext => given({ design, baseline, basis, status, missing, mend });
