import type { Assessment } from '../../schema/documents/assessment.ts';
import type { RenderOptions } from '../report/index.ts';

export interface AssessmentFormat {
  readonly summary: string;
  load(): Promise<(assessment: Assessment, options: RenderOptions) => string>;
}

/** Every output format of `assess`; the choices of `--format` and the tests derive from it. */
export const assessmentFormats: ReadonlyMap<string, AssessmentFormat> = new Map<string, AssessmentFormat>([
  [
    'table',
    {
      summary: 'Readiness, maturity and open questions for a terminal; long lists are cut.',
      load: async () => (await import('./assessment-table.ts')).renderAssessmentTable,
    },
  ],
  [
    'json',
    {
      summary: 'All of it; its shape is in schemas/v1/assessment.schema.json.',
      load: async () => (await import('../../render/json.ts')).inJson,
    },
  ],
  [
    'markdown',
    {
      summary: 'All of it to be edited, with the open questions as keys for the file.',
      load: async () => (await import('./assessment-markdown.ts')).renderAssessmentMarkdown,
    },
  ],
]);
