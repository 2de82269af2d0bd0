import type { RenderOptions } from '../report/index.ts';
import type { Check } from '../schema/check.ts';

export interface CheckFormat {
  readonly summary: string;
  load(): Promise<(check: Check, options: RenderOptions) => string>;
}

/** Every output format of `check`; the choices of `--format` and the tests derive from it. */
export const checkFormats: ReadonlyMap<string, CheckFormat> = new Map<string, CheckFormat>([
  [
    'table',
    {
      summary: 'What is new or worse, and the verdict, for a terminal.',
      load: async () => (await import('./table.ts')).renderCheckTable,
    },
  ],
  [
    'json',
    {
      summary: 'All of it; its shape is in schemas/v1/check.schema.json.',
      load: async () => (await import('../report/json.ts')).inJson,
    },
  ],
]);
