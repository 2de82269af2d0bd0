import { designs } from './designs/index.ts';
import { buildReport } from './report/report.ts';
import { buildValidation } from './report/validation.ts';
import type { DesignId } from './schema/designs.ts';
import type { Report } from './schema/report.ts';
import type { LoadedOrganisation } from './schema/rows.ts';
import type { Validation } from './schema/validation.ts';

export { UserError } from './errors.ts';
export { formats } from './report/index.ts';
export { validationFormats } from './report/validation-formats.ts';
export { loadOrganisation } from './schema/read/load.ts';
export type { Report } from './schema/report.ts';
export type { LoadedOrganisation } from './schema/rows.ts';
export type { Validation } from './schema/validation.ts';
export type { FileReader } from './source/files.ts';

/**
 * Measures an organisation as it is and as each of the given designs would have it.
 * @param loaded - What `loadOrganisation` returned.
 * @param options - `designs`: ids, all if left out; as-is is always first. `names`: people by name rather than by id.
 * `version`: the version of the program, for the report. `onDesign`: called before each design is worked out.
 * @returns The report, version 1, as schemas/v1/report.schema.json describes it.
 */
export function evaluate(
  loaded: LoadedOrganisation,
  options: {
    designs?: readonly DesignId[];
    names?: boolean;
    version: string;
    onDesign?: (name: string, done: number, total: number) => void;
  },
): Report {
  const wanted = designs.filter(({ id }) => id === 'as-is' || (options.designs ?? [id]).includes(id));
  return buildReport(loaded, { ...options, designs: wanted });
}

/**
 * Checks the data of an organisation, without any design.
 * @param loaded - What `loadOrganisation` returned.
 * @param options - `names`: people by name rather than by id. `version`: the version of the program, for the document.
 * @returns The document, version 1, as schemas/v1/validation.schema.json describes it.
 */
export function validate(
  loaded: LoadedOrganisation,
  options: { names?: boolean; version: string },
): Validation {
  return buildValidation(loaded, options);
}
