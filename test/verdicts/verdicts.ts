import { memo } from '../../src/base/memo.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { judge } from '../../src/rules/fit/fit-rule.ts';
import type { FitCase, FitSubject } from '../../src/rules/fit/statement.ts';
import { DESIGN_IDS, type DesignId } from '../../src/schema/input/designs.ts';
import { assess, fitRules } from '../../src/verdicts/assess.ts';
import { candidateById, caseOf, companyOf } from '../../src/verdicts/candidate.ts';
import { companyCase, withForms } from '../../src/verdicts/form.ts';
import { organisationOf } from '../support/organisations.ts';

/** A company with what was worked out of its designs. */
const companies = memo((organisation: Organisation) => {
  const company = companyOf(organisation);
  return { baseline: company.today, design: memo((id: DesignId) => candidateById(company, id)) };
});

/** The designs of an organisation, as the report works them out. */
export function candidatesOf(organisation: Organisation, ids: readonly DesignId[] = DESIGN_IDS) {
  const { baseline, design } = companies(organisation);
  return { baseline, designs: ids.map((id) => design(id)) };
}

/** What is said of an organisation, and of its designs. */
export async function assessmentOf(content: string | object, ids?: readonly DesignId[]) {
  const { baseline, designs } = candidatesOf(await organisationOf(content), ids);
  return assess(baseline, designs);
}

/** The verdict on one design. */
export const verdictOn = async (design: DesignId, content: string | object) =>
  (await assessmentOf(content, [design])).verdicts.get(design)!;

/** Whether to reorganise at all, with the officer that a design gives the company. */
export const reorganiseOf = async (content: string | object) =>
  (await assessmentOf(content, ['as-is', 'cluster'])).reorganise;

/** The facts of an organisation with one of its designs, or of the company whatever its form. */
export async function caseFor(subject: FitSubject, content: string | object): Promise<FitCase> {
  const ids = subject === 'company' ? (['as-is', 'cluster'] as const) : [subject];
  const { baseline, designs } = candidatesOf(await organisationOf(content), ids);
  const cases = withForms(baseline, designs.map(caseOf));
  return subject === 'company' ? companyCase(cases)! : cases[0]!;
}

/** What one rule says of one design, or of the company. */
export const judgementOf = async (rule: string, subject: FitSubject, content: string | object) =>
  judge(fitRules.find(({ id }) => id === rule)!, await caseFor(subject, content));
