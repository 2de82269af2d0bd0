import { type Document, formatsOf } from '../../render/document.ts';
import type { CriteriaDocument } from '../../schema/documents/criteria.ts';

/** What the decision between designs is judged by. */
export const criteriaDocument: Document<CriteriaDocument> = {
  id: 'criteria',
  summaries: { table: 'What counts, with weights, scales and profiles.' },
  schema: async () => (await import('../../schema/documents/criteria.ts')).criteriaDocument,
  blocks: async () => (await import('./blocks.ts')).criteriaBlocks,
};

/** Every output format of `criteria`. */
export const criteriaFormats = formatsOf(criteriaDocument);
