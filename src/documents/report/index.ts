import type { RenderOptions } from '../../render/format.ts';
import type { Report } from '../../schema/documents/report.ts';

export type { RenderOptions };

/** A pure function: the same report and options give the same text, which ends in a newline. */
export type Renderer = (report: Report, options: RenderOptions) => string;

export interface Format {
  readonly summary: string;
  load(): Promise<Renderer>;
}

/** Every output format; the choices of `--format`, the help and the tests derive from it. */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  [
    'table',
    {
      summary: 'Comparison, findings and summaries for a terminal.',
      load: async () => (await import('./table.ts')).renderTable,
    },
  ],
  [
    'json',
    {
      summary: 'The whole report; its shape is in schemas/v1/report.schema.json.',
      load: async () => (await import('../../render/json.ts')).inJson,
    },
  ],
]);
