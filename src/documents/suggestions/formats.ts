import type { Suggestions } from '../../schema/documents/suggestions.ts';
import type { RenderOptions } from '../report/index.ts';

export interface SuggestFormat {
  readonly summary: string;
  load(): Promise<(document: Suggestions, options: RenderOptions) => string>;
}

/** Every output format of `suggest`; the choices of `--format` and the tests derive from it. */
export const suggestFormats: ReadonlyMap<string, SuggestFormat> = new Map<string, SuggestFormat>([
  [
    'table',
    {
      summary: 'For the terminal.',
      load: async () => (await import('./table.ts')).renderSuggestions,
    },
  ],
  [
    'json',
    {
      summary: 'All of it; its shape is in schemas/v1/suggestions.schema.json.',
      load: async () => (await import('../../render/json.ts')).inJson,
    },
  ],
  [
    'markdown',
    {
      summary: 'For a discussion.',
      load: async () => (await import('./markdown.ts')).renderSuggestionsMarkdown,
    },
  ],
]);
