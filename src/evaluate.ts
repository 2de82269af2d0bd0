import { workOut } from './base/deferred.ts';
import { designs } from './designs/index.ts';
import { buildReport, type ReportOptions } from './documents/report/report.ts';
import { journeyOf } from './documents/report/seats.ts';
import { workIn } from './documents/report/work.ts';
import { buildOrganisation } from './model/build.ts';
import { customerFacing } from './model/customer-facing.ts';
import { equalBosses } from './rules/company-facts.ts';
import type { Report } from './schema/documents/report.ts';
import { framed } from './schema/framed.ts';
import type { DesignId } from './schema/input/designs.ts';
import type { Loaded } from './schema/loaded.ts';
import { assess } from './verdicts/assess.ts';
import { areFew, type Candidate, candidateOf, companyOf, letGo } from './verdicts/candidate.ts';

export interface EvaluateOptions extends ReportOptions {
  /** Ids of designs to work out, all if left out; as-is is always there, first. */
  readonly designs?: readonly DesignId[];
  /** Called before each design is worked out: its name, how many are done, and how many there are. */
  onDesign?(name: string, done: number, total: number): void;
}

/**
 * The whole of the product, as one reads it: what was loaded becomes an organisation; every design makes another organisation of
 * it; each is measured by the same measures and judged by the same rules; verdicts say which form suits the company; and a
 * document says all of it.
 * @param loaded - What `loadOrganisation` returned.
 * @param options - `designs`: ids, all if left out; as-is is always first. `names`: people by name rather than by id.
 * `version`: the version of the program, for the report. `onDesign`: called before each design is worked out.
 * @returns The report, version 1, as schemas/v1/report.schema.json describes it. Never throws for what an organisation looks like.
 */
export function evaluate(loaded: Loaded, options: EvaluateOptions): Report {
  const company = companyOf(buildOrganisation(loaded));
  const wanted = designs.filter(({ id }) => id === 'as-is' || (options.designs ?? [id]).includes(id));
  const candidates = wanted.map((design, at) => {
    options.onDesign?.(design.name, at, wanted.length);
    const candidate = candidateOf(company, design);
    // Not put off: who waits is told what is being worked out.
    settle(candidate);
    return candidate;
  });
  return framed(loaded, () => {
    const report = buildReport(loaded, company, candidates, assess(company.today, candidates), options);
    // So that the designs of many people are let go of before it is printed.
    if (!areFew(company.today.organisation)) workOut(report);
    return report;
  });
}

/**
 * Takes the measures of a design; in a large company runs its rules and looks at its work as well, and lets go of what only they
 * need. Today's is asked for again and again.
 */
function settle({ design, today, view, measures, findings }: Candidate): void {
  const figures = measures();
  if (view === null || design.id === 'as-is' || areFew(view.organisation)) return;
  for (const { heights } of figures.values()) void heights;
  findings();
  journeyOf(view);
  workIn(view, today);
  // Asked for when the designs are compared.
  customerFacing(view);
  equalBosses(view);
  letGo(view);
}
