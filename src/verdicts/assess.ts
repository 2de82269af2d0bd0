import type { View } from '../model/view.ts';
import type { FitRule } from '../rules/fit/define-fit-rule.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { DesignId } from '../schema/input/designs.ts';
import { type Action, actionsOf } from './actions.ts';
import { caseOf, type Worked } from './case.ts';
import { checkCertainties } from './given-certainties.ts';
import { type Open, openOf, type Verdict, verdictOf } from './verdict.ts';

export { caseOf, type Worked };

const isAboutFit = (rule: Rule): rule is FitRule => rule.fit !== undefined;

/** The rules that speak for or against designs, in the order of the documentation. */
export const fitRules: readonly FitRule[] = rules.filter(isAboutFit);

/** Whether the designs suit a company, what would change it, and what to ask. */
export interface Assessment {
  readonly verdicts: ReadonlyMap<DesignId, Verdict>;
  readonly actions: readonly Action[];
  /** Missing answers over all possible designs, the weightiest first, each with those it bears on. */
  readonly questions: readonly (Open & { readonly designs: readonly DesignId[] })[];
}

/**
 * Judges the designs by the facts of the company.
 * @throws UserError where `policy.certainties` cannot be kept to.
 */
export function assess(baseline: View, designs: readonly Worked[]): Assessment {
  checkCertainties(baseline.organisation, fitRules);
  const cases = designs.map((worked) => caseOf(baseline, worked));
  const verdicts = new Map(cases.map((fit) => [fit.design, verdictOf(fitRules, fit)]));
  const possible = cases.filter(({ view }) => view !== null).map(({ design }) => design);
  const open = openOf(possible.map((design) => verdicts.get(design)!.open));
  return {
    verdicts,
    actions: actionsOf(fitRules, cases),
    questions: open.map((question) => ({
      ...question,
      designs: possible.filter((design) =>
        verdicts.get(design)!.open.some(({ key }) => key === question.key),
      ),
    })),
  };
}
