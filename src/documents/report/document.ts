import { type Document, formatsOf } from '../../render/document.ts';
import type { Report } from '../../schema/documents/report.ts';

/** Today's organisation and every design of it, measured and judged. */
export const reportDocument: Document<Report> = {
  id: 'report',
  summaries: {
    table: 'Comparison, findings and summaries for a terminal.',
    json: 'The whole report; its shape is in schemas/v1/report.schema.json.',
    markdown: 'All of it, as a page for a discussion.',
  },
  schema: async () => (await import('../../schema/documents/report.ts')).report,
  blocks: async () => (await import('./blocks.ts')).reportBlocks,
};

/** Every output format of `evaluate`. */
export const formats = formatsOf(reportDocument);
