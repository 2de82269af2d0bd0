import { type Document, formatsOf } from '../../render/document.ts';
import type { Sweep } from '../../schema/documents/sweep.ts';

/** What a design is and measures with each value of an option. */
export const sweepDocument: Document<Sweep> = {
  id: 'sweep',
  summaries: { table: 'The main figures for each value, and where the best design changes.' },
  schema: async () => (await import('../../schema/documents/sweep.ts')).sweep,
  blocks: async () => (await import('./blocks.ts')).sweepBlocks,
};

/** Every output format of a sweep. */
export const sweepFormats = formatsOf(sweepDocument);
