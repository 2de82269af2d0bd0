import { type Problem, UserError } from '../base/errors.ts';
import { lazy } from '../base/memo.ts';
import type { Organisation } from '../model/organisation.ts';
import type { View } from '../model/view.ts';
import { type FitRule, type MissingAnswer, weightiest } from '../rules/fit/fit-rule.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { DesignId } from '../schema/input/designs.ts';
import { type Action, actionsOf } from './actions.ts';
import { type Candidate, caseOf } from './candidate.ts';
import { companyCase, withForms } from './form.ts';
import { insideActions } from './inside-actions.ts';
import { firstCertainty, statements } from './officer-statements.ts';
import { type Reorganisation, reorganisationOf, type Verdict, verdictOf } from './verdict.ts';

/**
 * Only rules about fit and statements about an officer have a certainty, and what speaks against cannot be made to speak for.
 * @throws UserError with every entry of `policy.certainties` that cannot be kept to.
 */
function checkCertainties(organisation: Organisation, fitRules: readonly FitRule[]): void {
  const firsts = new Map<
    string,
    { readonly certainty: number; readonly speaks: string; readonly off: string }
  >([
    ...fitRules.map(({ id, fit }) => {
      const { certainty } = fit.statements[0]!;
      const speaks = `The first statement of the rule speaks ${certainty < 0 ? 'against' : 'for'} a design`;
      return [id, { certainty, speaks, off: `policy.rules.${id}: off leaves the rule out` }] as const;
    }),
    ...statements.map((statement) => {
      const { certainty, model } = firstCertainty(statement);
      const speaks = `The statement speaks ${certainty < 0 ? 'against' : 'for'} the model ${model}`;
      return [statement.id, { certainty, speaks, off: '0 leaves the statement out' }] as const;
    }),
  ]);
  const problems: Problem[] = [];
  for (const [id, given] of Object.entries(organisation.policy.certainties)) {
    const first = firsts.get(id);
    const at = organisation.placeOf(['policy', 'certainties', id])();
    if (first === undefined)
      problems.push({
        message: `policy.certainties.${id}: the rule has no certainty, since it does not speak for or against designs.`,
        at,
        hint: `What has one: ${[...firsts.keys()].join(', ')}.`,
      });
    else if (first.certainty * given < 0)
      problems.push({
        message: `policy.certainties.${id}: expected a number from ${first.certainty < 0 ? '-1 to 0' : '0 to 1'}, found the number ${given}.`,
        at,
        hint: `${first.speaks}; ${first.off}.`,
      });
  }
  if (problems.length > 0) throw new UserError(problems);
}

const isAboutFit = (rule: Rule): rule is FitRule => rule.fit !== undefined;

/** The rules that speak for or against designs, in the order of the documentation. */
export const fitRules: readonly FitRule[] = rules.filter(isAboutFit);

/** Whether a company should reorganise, whether the designs suit it, what would change it, and what to ask. */
export interface Assessment {
  /** Whether it should reorganise now at all, whatever the form; no part of the verdicts on designs. */
  readonly reorganise: Reorganisation;
  readonly verdicts: ReadonlyMap<DesignId, Verdict>;
  readonly actions: readonly Action[];
  /** Missing answers over the company and all possible designs, the weightiest first, each with those it bears on. */
  readonly questions: readonly (MissingAnswer & {
    readonly designs: readonly DesignId[];
    /** Whether it bears on whether to reorganise at all. */
    readonly company: boolean;
  })[];
}

/**
 * Judges the designs by the facts of the company.
 * @throws UserError where `policy.certainties` cannot be kept to.
 */
export function assess(today: View, candidates: readonly Candidate[]): Assessment {
  checkCertainties(today.organisation, fitRules);
  const cases = withForms(today, candidates.map(caseOf));
  const reorganise = reorganisationOf(fitRules, companyCase(cases)!);
  const verdicts = new Map(cases.map((fit) => [fit.design, verdictOf(fitRules, fit)]));
  const possible = cases.filter(({ view }) => view !== null).map(({ design }) => design);
  const open = weightiest([...reorganise.open, ...possible.flatMap((design) => verdicts.get(design)!.open)]);
  // Every change is tried, which costs as much as all the rest: where somebody asks what to change.
  const actions = lazy((): readonly Action[] => {
    const { actions: first, done } = actionsOf(fitRules, cases);
    // What is told last is measured with those before it done, as each of them is.
    const then = done === null ? {} : { facts: done.facts, baseline: done.cases[0]!.baseline };
    return [
      ...first,
      ...insideActions(candidates, (candidate) => verdictOf(fitRules, { ...caseOf(candidate), ...then })),
    ];
  });
  return {
    reorganise,
    verdicts,
    get actions() {
      return actions();
    },
    questions: open.map((question) => ({
      ...question,
      company: reorganise.open.some(({ key }) => key === question.key),
      designs: possible.filter((design) =>
        verdicts.get(design)!.open.some(({ key }) => key === question.key),
      ),
    })),
  };
}
