import type { Organisation } from '../../src/model/organisation.ts';
import { judge } from '../../src/rules/fit/fit-rule.ts';
import type { FitCase } from '../../src/rules/fit/statement.ts';
import { DESIGN_IDS, type DesignId } from '../../src/schema/input/designs.ts';
import { assess, fitRules } from '../../src/verdicts/assess.ts';
import { candidateById, caseOf, companyOf } from '../../src/verdicts/candidate.ts';
import { organisationOf } from '../support/organisations.ts';

/** The designs of an organisation, as the report works them out. */
export function candidatesOf(organisation: Organisation, ids: readonly DesignId[] = DESIGN_IDS) {
  const company = companyOf(organisation);
  return { baseline: company.today, designs: ids.map((id) => candidateById(company, id)) };
}

/** What is said of an organisation, and of its designs. */
export async function assessmentOf(content: string | object, ids?: readonly DesignId[]) {
  const { baseline, designs } = candidatesOf(await organisationOf(content), ids);
  return assess(baseline, designs);
}

/** The verdict on one design. */
export const verdictOn = async (design: DesignId, content: string | object) =>
  (await assessmentOf(content, [design])).verdicts.get(design)!;

/** The facts of an organisation with one of its designs. */
export async function caseFor(design: DesignId, content: string | object): Promise<FitCase> {
  const { designs } = candidatesOf(await organisationOf(content), [design]);
  return caseOf(designs[0]!);
}

/** What one rule says of one design. */
export const judgementOf = async (rule: string, design: DesignId, content: string | object) =>
  judge(fitRules.find(({ id }) => id === rule)!, await caseFor(design, content));
