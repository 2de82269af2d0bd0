import type { Organisation } from '../../src/model/organisation.ts';
import { viewOf } from '../../src/model/view.ts';
import { judge } from '../../src/rules/fit/fit-rule.ts';
import type { FitCase } from '../../src/rules/fit/statement.ts';
import { DESIGN_IDS, type DesignId } from '../../src/schema/input/designs.ts';
import { assess, caseOf, fitRules, type Worked } from '../../src/verdicts/assess.ts';
import { designOf, organisationOf } from '../support/organisations.ts';

/** The designs of an organisation, as the report works them out. */
export function worked(organisation: Organisation, ids: readonly DesignId[] = DESIGN_IDS) {
  const baseline = viewOf(organisation);
  const designs = ids.map((design): Worked => {
    const result = designOf(design).apply(organisation);
    const view =
      result.organisation === organisation ? baseline : result.organisation && viewOf(result.organisation);
    return { design, result, view };
  });
  return { baseline, designs };
}

/** What is said of an organisation, and of its designs. */
export async function assessmentOf(content: string | object, ids?: readonly DesignId[]) {
  const { baseline, designs } = worked(await organisationOf(content), ids);
  return assess(baseline, designs);
}

/** The verdict on one design. */
export const verdictOn = async (design: DesignId, content: string | object) =>
  (await assessmentOf(content, [design])).verdicts.get(design)!;

/** The facts of an organisation with one of its designs. */
export async function caseFor(design: DesignId, content: string | object): Promise<FitCase> {
  const { baseline, designs } = worked(await organisationOf(content), [design]);
  return caseOf(baseline, designs[0]!);
}

/** What one rule says of one design. */
export const judgementOf = async (rule: string, design: DesignId, content: string | object) =>
  judge(fitRules.find(({ id }) => id === rule)!, await caseFor(design, content));
