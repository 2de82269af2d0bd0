import { type Document, formatsOf } from '../../render/document.ts';
import type { Validation } from '../../schema/documents/validation.ts';

/** How far the data of an organisation can be trusted. */
export const validationDocument: Document<Validation> = {
  id: 'validation',
  summaries: { table: 'Completeness, gaps and findings for a terminal.' },
  load: async () => {
    const [{ validation }, { validationBlocks }] = await Promise.all([
      import('../../schema/documents/validation.ts'),
      import('./blocks.ts'),
    ]);
    return { schema: validation, blocks: validationBlocks };
  },
};

/** Every output format of `validate`. */
export const validationFormats = formatsOf(validationDocument);
