import { type Document, formatsOf } from '../../render/document.ts';
import type { CharterDocument } from '../../schema/documents/charter.ts';

/** The business plans of units in outline. */
export const charterDocument: Document<CharterDocument> = {
  id: 'charter',
  summaries: {
    table: 'All of it for a terminal.',
    markdown: 'All of it to be edited, what is missing as boxes to be ticked.',
  },
  order: ['markdown', 'json'],
  schema: async () => (await import('../../schema/documents/charter.ts')).charterDocument,
  blocks: async () => (await import('./blocks.ts')).charterBlocks,
};

/** Every output format of `charter`. */
export const charterFormats = formatsOf(charterDocument);
