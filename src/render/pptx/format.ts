import { flat } from '../block.ts';
import type { BinaryFormat, Document } from '../document.ts';

/** A document as slides; `dateOf` says the day that stands on them. */
export const deckOf = <T>(
  document: Document<T>,
  dateOf: (value: T) => string | undefined = () => undefined,
): BinaryFormat<T> => ({
  summary:
    'Slides for PowerPoint, with charts that open their data, behind those of a template if one is given.',
  extension: 'pptx',
  loadBinary: async () => {
    const [{ renderDeck }, blocks] = await Promise.all([import('./pptx.ts'), document.blocks()]);
    return async (value, options) =>
      renderDeck(flat(blocks(value, { ...options, medium: 'page' })), { ...options, date: dateOf(value) });
  },
});
