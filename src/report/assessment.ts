import { designs } from '../designs/index.ts';
import { buildOrganisation } from '../model/build.ts';
import { viewOf } from '../model/view.ts';
import { questionsOf } from '../readiness/questions.ts';
import { readinessItems } from '../readiness/readiness.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { LoadedOrganisation } from '../schema/rows.ts';
import { standingOf } from './standing.ts';
import { factsOf, headerOf } from './structure.ts';

export interface AssessOptions {
  /** Whether people are shown by name rather than by id. */
  readonly names?: boolean;
  readonly version: string;
}

/**
 * How far a company is with its customers, what has to be there before clusters or phases can work, and what is still to be
 * asked. Only these designs are made, and nothing is measured. Never throws for what an organisation looks like.
 */
export function buildAssessment(loaded: LoadedOrganisation, options: AssessOptions): Assessment {
  const organisation = buildOrganisation(loaded);
  const today = viewOf(organisation);
  const worked = designs
    .filter(({ id }) => readinessItems.has(id))
    .map((design) => {
      const result = design.apply(organisation);
      return { design: design.id, result, view: result.organisation && viewOf(result.organisation) };
    });
  return {
    ...headerOf(loaded, options.version),
    organisation: factsOf(today),
    ...standingOf(today, worked, options.names === true),
    questions: [...questionsOf(today)],
  };
}
