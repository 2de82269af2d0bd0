import { forget, lazy, memo } from '../base/memo.ts';
import type { Design, DesignResult } from '../designs/design.ts';
import { designs as allDesigns } from '../designs/index.ts';
import { measures as allMeasures } from '../measures/index.ts';
import type { Measure, MeasureResult } from '../measures/measure.ts';
import type { Organisation } from '../model/organisation.ts';
import { type View, viewOf } from '../model/view.ts';
import { contextOf } from '../rules/context.ts';
import type { Finding } from '../rules/finding.ts';
import { type FitCase, factsOf } from '../rules/fit/statement.ts';
import { type Purpose, runRules } from '../rules/run.ts';
import type { DesignId } from '../schema/input/designs.ts';

/** Results by measure id. */
export type Figures = ReadonlyMap<string, MeasureResult>;

/** A company as it is: what every design of it is made from and compared with. */
export interface Company {
  readonly today: View;
  /** The measures whose inputs the file gives, in the order of the report. */
  readonly measures: readonly Measure[];
}

/** One form that a company could have, with what follows from it; each part is worked out once, when it is asked for. */
export interface Candidate {
  readonly design: Pick<Design, 'id' | 'name'>;
  readonly today: View;
  readonly result: DesignResult;
  /** The company in that form; null where the design is impossible or cannot be judged. */
  readonly view: View | null;
  /** Empty where the design is impossible; where it cannot be judged null each, with the reason. */
  measures(): Figures;
  findings(purpose?: Purpose): readonly Finding[];
}

export function companyOf(organisation: Organisation): Company {
  const today = viewOf(organisation);
  return { today, measures: allMeasures.filter(({ applies }) => applies?.(today) ?? true) };
}

/**
 * A design of a company, applied. `options` are those of all designs, those of the file if left out. Cost: that of the design;
 * measures and findings cost when they are asked for.
 */
export function candidateOf(
  { today, measures }: Company,
  design: Design,
  options = today.organisation.options,
): Candidate {
  const { organisation } = today;
  const source = options === organisation.options ? organisation : { ...organisation, options };
  const result = design.apply(source);
  const view = result.organisation === source ? today : result.organisation && viewOf(result.organisation);
  return {
    design,
    today,
    result,
    view,
    measures: lazy(
      () =>
        new Map(
          view !== null
            ? measures.map((measure) => [measure.id, measure.take(view, today)])
            : result.mend === undefined
              ? []
              : measures.map(({ id }) => [id, { value: null, reason: result.mend!.join(' ') }]),
        ),
    ),
    findings: memo((purpose?: Purpose) =>
      view === null ? [] : runRules(view, contextOf(design.id, today, result), purpose),
    ),
  };
}

/** The same by the id of the design. */
export const candidateById = (company: Company, id: DesignId, options?: Organisation['options']): Candidate =>
  candidateOf(company, allDesigns.find((design) => design.id === id)!, options);

/** Up to here what a design takes is kept until the report is made: it may be asked for again. */
const FEW = 5_000;
export const areFew = ({ people, customers }: Organisation): boolean => people.count + customers.count <= FEW;

/** Lets go of what only the measures and rules of a design need, in a company of thousands. */
export function letGo(view: View): void {
  if (areFew(view.organisation)) return;
  forget(view);
  forget(view.organisation);
}

/** The facts of a company with one of its designs, as the rules about fit look at them. */
export const caseOf = ({ today, design, result, view }: Candidate): FitCase => ({
  ...contextOf(design.id, today, result),
  subject: design.id,
  view,
  facts: factsOf(today.organisation),
});
