import { type Document, formatsOf } from '../../render/document.ts';
import type { ProgressDocument } from '../../schema/documents/progress.ts';

/** How far a plan is carried out. */
export const progressDocument: Document<ProgressDocument> = {
  id: 'progress',
  summaries: { table: 'Figures, stages and targets for a terminal; long lists are cut.' },
  schema: async () => (await import('../../schema/documents/progress.ts')).progress,
  blocks: async () => (await import('./blocks.ts')).progressBlocks,
};

/** Every output format of `progress`. */
export const progressFormats = formatsOf(progressDocument);
