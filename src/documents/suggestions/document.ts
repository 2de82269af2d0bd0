import { type Document, formatsOf } from '../../render/document.ts';
import type { Suggestions } from '../../schema/documents/suggestions.ts';

/** The fewest moves that clear the most findings. */
export const suggestionsDocument: Document<Suggestions> = {
  id: 'suggestions',
  schema: async () => (await import('../../schema/documents/suggestions.ts')).suggestions,
  blocks: async () => (await import('./blocks.ts')).suggestionBlocks,
};

/** Every output format of `suggest`. */
export const suggestFormats = formatsOf(suggestionsDocument);
