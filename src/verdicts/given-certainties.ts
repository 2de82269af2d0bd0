import { type Problem, UserError } from '../base/errors.ts';
import type { Organisation } from '../model/organisation.ts';
import type { FitRule } from '../rules/fit/define-fit-rule.ts';
import { firstCertainty, statements } from './officer-statements.ts';

/**
 * Only rules about fit and statements about an officer have a certainty, and what speaks against cannot be made to speak for.
 * @throws UserError with every entry of `policy.certainties` that cannot be kept to.
 */
export function checkCertainties(organisation: Organisation, fitRules: readonly FitRule[]): void {
  const firsts = new Map<
    string,
    { readonly certainty: number; readonly speaks: string; readonly off: string }
  >([
    ...fitRules.map(({ id, fit }) => {
      const { certainty } = fit.arms[0]!;
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
