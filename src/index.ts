import type { DesignResult } from './designs/design.ts';
import { buildCharter, type CharterOptions } from './documents/charter/charter.ts';
import { buildCheck, type CheckOptions, type Target } from './documents/check/index.ts';
import type { Structure } from './documents/structure.ts';
import { suggestEach } from './documents/suggestions/for-check.ts';
import { buildSuggestions, type SuggestOptions } from './documents/suggestions/suggest.ts';
import type { Proposal } from './proposal/proposal.ts';
import { type SuggestedOptions, simulateDesign, suggestedFiles } from './proposal/simulate.ts';
import type { CharterDocument } from './schema/documents/charter.ts';
import type { Check } from './schema/documents/check.ts';
import type { Suggestions } from './schema/documents/suggestions.ts';
import type { DesignId } from './schema/input/designs.ts';
import type { Loaded } from './schema/loaded.ts';

export { UserError } from './base/errors.ts';
export { withSetOptions } from './designs/options/options.ts';
export { buildAssessment as assess } from './documents/assessment/assessment.ts';
export { assessmentFormats } from './documents/assessment/document.ts';
export { charterFormats } from './documents/charter/document.ts';
export {
  type Baseline,
  type CheckOptions,
  type CheckPolicy,
  checkFormats,
  loadPolicy,
  type Target,
  targetOf,
} from './documents/check/index.ts';
export { buildCriteria as criteria } from './documents/criteria/criteria.ts';
export { criteriaFormats } from './documents/criteria/document.ts';
export { diffFormats } from './documents/diff/document.ts';
export { buildDiff as diff } from './documents/diff/report.ts';
export { formats } from './documents/report/document.ts';
export { type Structure, structureFrom } from './documents/structure.ts';
export { suggestFormats } from './documents/suggestions/document.ts';
export { sweepFormats } from './documents/sweep/document.ts';
export { buildSweep as sweep } from './documents/sweep/sweep.ts';
export { validationFormats } from './documents/validation/document.ts';
export { buildValidation as validate } from './documents/validation/validation.ts';
export { type EvaluateOptions, evaluate } from './evaluate.ts';
export type { Assessment } from './schema/documents/assessment.ts';
export type { CharterDocument } from './schema/documents/charter.ts';
export type { Check } from './schema/documents/check.ts';
export type { CriteriaDocument } from './schema/documents/criteria.ts';
export type { DiffReport } from './schema/documents/diff.ts';
export type { Report } from './schema/documents/report.ts';
export type { Suggestions } from './schema/documents/suggestions.ts';
export type { Sweep } from './schema/documents/sweep.ts';
export type { Validation } from './schema/documents/validation.ts';
export type { Loaded } from './schema/loaded.ts';
export { loadOrganisation } from './schema/read/load.ts';
export type { FileReader } from './source/files.ts';

const MODELINE = '# yaml-language-server: $schema=node_modules/orgdesign/schemas/v1/org.schema.json';

/**
 * Writes an organisation as a design would have it: files that `loadOrganisation` reads, and that `evaluate` measures as it
 * measured the design.
 * @param loaded - What `loadOrganisation` returned.
 * @param options - `design`: its id. `stem`: what the names of CSV files begin with, `proposed` if left out. `inline`: all in
 * the YAML, whatever the form of the source. `modeline`: the first line, which tells editors of the schema.
 * @returns Whether it is possible, with what it lacks or the seats to fill by capability; `files` is null where it is not.
 */
export function simulate(
  loaded: Loaded,
  options: { design: DesignId; stem?: string; inline?: boolean; modeline?: string },
): Pick<DesignResult, 'status' | 'hires' | 'missing' | 'explanation'> & { readonly files: Proposal | null } {
  const { result, proposal } = simulateDesign(loaded, options.design, {
    stem: options.stem ?? 'proposed',
    modeline: options.modeline ?? MODELINE,
    ...(options.inline === undefined ? {} : { inline: options.inline }),
  });
  const { status, hires, missing, explanation } = result;
  return { status, hires, missing, explanation, files: proposal };
}

/**
 * Writes the business plans of units in outline: what is given, what the file says, and what is missing.
 * @param structure - What `structureFrom` made of a loaded organisation, as it stands or in a design.
 * @param options - `unit`: id of one unit; else all clusters, phases, centres of expertise and common services. `names`:
 * people by name rather than by id. `version`: the version of the program, for the document.
 * @returns The document, version 1, as schemas/v1/charter.schema.json describes it; `charterFormats` render it.
 * @throws UserError where there is no such unit, or none that has a charter.
 */
export const charter = (
  { loaded, organisation, design }: Structure,
  options: CharterOptions,
): CharterDocument => buildCharter(loaded, organisation, design?.id, options);

/**
 * Judges structures by a policy, and by what they make worse than a baseline.
 * @param targets - What `targetOf` made of loaded organisations, as they stand or in a design, each with its baseline.
 * @param options - `policy`: what `loadPolicy` returned, or null. `today`: the day that waivers are judged by. `failOn`,
 * `maxWarnings`, `maxMoved`, `maxGone`: win over the policy. `names`: people by name rather than by id. `version`: the version of the
 * program, for the document.
 * @returns The document, version 1, as schemas/v1/check.schema.json describes it; `checkFormats` render it.
 */
export function check(targets: readonly Target[], options: CheckOptions): Check {
  return buildCheck(targets, { suggest: suggestEach, ...options });
}

/**
 * Lists the fewest moves of people found, and changes of lines, that clear the most findings on a structure.
 * @param structure - What `structureFrom` made of a loaded organisation, as it stands or in a design.
 * @param options - `policy`: what `loadPolicy` returned, or null. `severity`: findings as grave as this, or graver, are to be
 * cleared. `names`: people by name rather than by id. `version`: the version of the program, for the document. `onRound`:
 * called with the number of open findings before each round.
 * @returns The document, version 1, as schemas/v1/suggestions.schema.json describes it, which `suggestFormats` render; and
 * `files`, which writes the organisation with all of the changes made.
 */
export function suggest(
  structure: Structure,
  options: SuggestOptions,
): { readonly document: Suggestions; files(options?: SuggestedOptions): Proposal } {
  const { document, after } = buildSuggestions(structure, options);
  return {
    document,
    files: (given = {}) =>
      suggestedFiles(structure, after, document, { stem: 'proposed', modeline: MODELINE, ...given }),
  };
}
