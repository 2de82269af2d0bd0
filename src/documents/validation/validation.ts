import { buildOrganisation } from '../../model/build.ts';
import { reportedQuality } from '../../model/quality.ts';
import { viewOf } from '../../model/view.ts';
import { runRules } from '../../rules/run.ts';
import type { Validation } from '../../schema/documents/validation.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { criteriaOf } from '../../verdicts/criteria.ts';
import { reportedFindings } from '../report/reported-findings.ts';
import { factsOf, headerOf } from '../report/structure.ts';
import { profileContext } from './validation-context.ts';
import { profileCustomers } from './validation-customers.ts';
import { profileJourneys } from './validation-journeys.ts';
import { profilePeople } from './validation-people.ts';
import { profilePractices } from './validation-practices.ts';

interface ValidateOptions {
  /** Whether people are shown by name rather than by id. */
  readonly names?: boolean;
  readonly version: string;
}

/**
 * How far the data of an organisation can be trusted: how complete each field is, what the gaps do to the results, and what
 * is wrong or doubtful. No design is made and nothing is measured. Never throws for what an organisation looks like.
 * @throws UserError where the criteria of the file cannot be kept to.
 */
export function buildValidation(loaded: Loaded, options: ValidateOptions): Validation {
  const organisation = buildOrganisation(loaded);
  const view = viewOf(organisation);
  // Criteria that no ranking can go by are an error here as well.
  criteriaOf(view);
  return {
    ...headerOf(loaded, options.version),
    organisation: factsOf(view),
    quality: reportedQuality(organisation),
    profile: [
      ...profilePeople(view, loaded.people),
      ...profileCustomers(organisation),
      ...profileJourneys(organisation),
      profileContext(view),
      ...profilePractices(view),
    ],
    findings: reportedFindings(
      runRules(view, { design: 'as-is', baseline: view }, 'validate'),
      organisation,
      options.names === true,
    ),
  };
}
