import type { FitRule, Judgement } from '../rules/fit/fit-rule.ts';

/** What one rule, or a risk that nothing covers, says for or against a design. */
export interface Argument extends Pick<Judgement, 'certainty' | 'when' | 'change' | 'premises'> {
  readonly rule: Pick<FitRule, 'id' | 'why'>;
  readonly cf: number;
}
