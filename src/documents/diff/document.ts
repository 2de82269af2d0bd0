import { type Document, formatsOf } from '../../render/document.ts';
import type { DiffReport } from '../../schema/documents/diff.ts';

/** What differs between two structures. */
export const diffDocument: Document<DiffReport> = {
  id: 'diff',
  summaries: {
    table: 'Summary, figures and lists for a terminal; long lists are cut.',
    markdown: 'For a pull request: the summary, and all lists folded.',
  },
  schema: async () => (await import('../../schema/documents/diff.ts')).diff,
  blocks: async () => (await import('./blocks.ts')).diffBlocks,
};

/** Every output format of `diff`. */
export const diffFormats = formatsOf(diffDocument);
