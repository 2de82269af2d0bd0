import { type Document, formatsOf } from '../../render/document.ts';
import type { ProgressDocument } from '../../schema/documents/progress.ts';

/** How far a plan is carried out. */
export const progressDocument: Document<ProgressDocument> = {
  id: 'progress',
  summaries: { table: 'Figures, stages and targets for a terminal; long lists are cut.' },
  load: async () => {
    const [{ progress }, { progressBlocks }] = await Promise.all([
      import('../../schema/documents/progress.ts'),
      import('./blocks.ts'),
    ]);
    return { schema: progress, blocks: progressBlocks };
  },
};

/** Every output format of `progress`. */
export const progressFormats = formatsOf(progressDocument);
