import { type Document, formatsOf } from '../../render/document.ts';
import type { Suggestions } from '../../schema/documents/suggestions.ts';

/** The fewest moves that clear the most findings. */
export const suggestionsDocument: Document<Suggestions> = {
  id: 'suggestions',
  load: async () => {
    const [{ suggestions }, { suggestionBlocks }] = await Promise.all([
      import('../../schema/documents/suggestions.ts'),
      import('./blocks.ts'),
    ]);
    return { schema: suggestions, blocks: suggestionBlocks };
  },
};

/** Every output format of `suggest`. */
export const suggestFormats = formatsOf(suggestionsDocument);
