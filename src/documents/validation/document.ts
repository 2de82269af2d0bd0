import { type Document, formatsOf } from '../../render/document.ts';
import type { Validation } from '../../schema/documents/validation.ts';

/** How far the data of an organisation can be trusted. */
export const validationDocument: Document<Validation> = {
  id: 'validation',
  summaries: { table: 'Completeness, gaps and findings for a terminal.' },
  schema: async () => (await import('../../schema/documents/validation.ts')).validation,
  blocks: async () => (await import('./blocks.ts')).validationBlocks,
};

/** Every output format of `validate`. */
export const validationFormats = formatsOf(validationDocument);
