import type { RenderOptions } from '../../render/format.ts';
import type { Validation } from '../../schema/documents/validation.ts';

export interface ValidationFormat {
  readonly summary: string;
  load(): Promise<(validation: Validation, options: RenderOptions) => string>;
}

/** Every output format of `validate`; the choices of `--format` and the tests derive from it. */
export const validationFormats: ReadonlyMap<string, ValidationFormat> = new Map<string, ValidationFormat>([
  [
    'table',
    {
      summary: 'Completeness, gaps and findings for a terminal.',
      load: async () => (await import('./validation-table.ts')).renderValidationTable,
    },
  ],
  [
    'json',
    {
      summary: 'All of it; its shape is in schemas/v1/validation.schema.json.',
      load: async () => (await import('../../render/json.ts')).inJson,
    },
  ],
]);
