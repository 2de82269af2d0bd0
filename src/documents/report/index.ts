import type { Report } from '../../schema/documents/report.ts';

export interface RenderOptions {
  /** Width of the terminal; a renderer of text is never wider, down to 80. */
  readonly columns: number;
  readonly color: boolean;
  /** Only what a reader who knows the organisation needs. */
  readonly quiet: boolean;
  /** Designs asked for by name: what they were chosen by is shown in full. */
  readonly asked?: readonly string[];
}

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
