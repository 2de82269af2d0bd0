import { designs } from '../../designs/index.ts';
import { buildOrganisation } from '../../model/build.ts';
import { reportedQuality } from '../../model/quality.ts';
import { questionsOf } from '../../questionnaire/questions.ts';
import type { Assessment } from '../../schema/documents/assessment.ts';
import type { Loaded } from '../../schema/loaded.ts';
import { assess } from '../../verdicts/assess.ts';
import { candidateOf, companyOf } from '../../verdicts/candidate.ts';
import { type DocumentOptions, factsOf, headerOf } from '../header.ts';
import { reportedActions, reportedFit, reportedReorganise } from '../report/fit.ts';
import { standingOf } from '../report/standing.ts';

/**
 * How far a company is with its customers, what has to be there before clusters or phases can work, and what is still to be
 * asked, and whether each design suits it. Only what that rests on is measured. Never throws for what an organisation looks like.
 * @param loaded - What `loadOrganisation` returned.
 * @returns The document, version 1, as schemas/v1/assessment.schema.json describes it; `assessmentFormats` render it.
 */
export function buildAssessment(loaded: Loaded, options: DocumentOptions): Assessment {
  const company = companyOf(buildOrganisation(loaded));
  const { today } = company;
  const candidates = designs.map((design) => candidateOf(company, design));
  const assessed = assess(today, candidates);
  return {
    ...headerOf(loaded, options.version),
    organisation: factsOf(today),
    quality: reportedQuality(today.organisation),
    reorganise: reportedReorganise(assessed),
    verdicts: designs.map(({ id, name }) => ({
      design: id,
      name,
      fit: reportedFit(assessed.verdicts.get(id)!),
    })),
    actions: reportedActions(assessed),
    ...standingOf(today, candidates, options.names === true),
    questions: [...questionsOf(today)],
  };
}
