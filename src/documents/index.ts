import type { Document } from '../render/document.ts';
import { charterDocument } from './charter/document.ts';
import { diffDocument } from './diff/document.ts';
import { suggestionsDocument } from './suggestions/document.ts';

/** Every kind of document that stands in blocks. */
export const documents: readonly Document<never>[] = [charterDocument, diffDocument, suggestionsDocument];
