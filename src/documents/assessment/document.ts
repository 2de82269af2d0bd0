import { type Document, formatsOf } from '../../render/document.ts';
import type { Assessment } from '../../schema/documents/assessment.ts';

/** How far a company is with its customers, and which form would suit it. */
export const assessmentDocument: Document<Assessment> = {
  id: 'assessment',
  summaries: {
    table: 'Readiness, maturity and open questions for a terminal; long lists are cut.',
    markdown: 'All of it to be edited, with the open questions as keys for the file.',
  },
  schema: async () => (await import('../../schema/documents/assessment.ts')).assessment,
  blocks: async () => (await import('./blocks.ts')).assessmentBlocks,
};

/** Every output format of `assess`. */
export const assessmentFormats = formatsOf(assessmentDocument);
