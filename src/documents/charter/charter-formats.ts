import type { CharterDocument } from '../../schema/documents/charter.ts';
import type { RenderOptions } from '../report/index.ts';

export interface CharterFormat {
  readonly summary: string;
  load(): Promise<(document: CharterDocument, options: RenderOptions) => string>;
}

/** Every output format of `charter`; the choices of `--format` and the tests derive from it. */
export const charterFormats: ReadonlyMap<string, CharterFormat> = new Map<string, CharterFormat>([
  [
    'markdown',
    {
      summary: 'All of it to be edited, what is missing as boxes to be ticked.',
      load: async () => (await import('./charter-markdown.ts')).renderCharterMarkdown,
    },
  ],
  [
    'json',
    {
      summary: 'All of it; its shape is in schemas/v1/charter.schema.json.',
      load: async () => (await import('../../render/json.ts')).inJson,
    },
  ],
]);
