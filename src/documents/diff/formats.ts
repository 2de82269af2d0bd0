import type { DiffReport } from '../../schema/documents/diff.ts';
import type { RenderOptions } from '../report/index.ts';

export interface DiffFormat {
  readonly summary: string;
  load(): Promise<(diff: DiffReport, options: RenderOptions) => string>;
}

/** Every output format of `diff`; the choices of `--format` and the tests derive from it. */
export const diffFormats: ReadonlyMap<string, DiffFormat> = new Map<string, DiffFormat>([
  [
    'table',
    {
      summary: 'Summary, figures and lists for a terminal; long lists are cut.',
      load: async () => (await import('./table.ts')).renderDiffTable,
    },
  ],
  [
    'json',
    {
      summary: 'All of it; its shape is in schemas/v1/diff.schema.json.',
      load: async () => (await import('../../render/json.ts')).inJson,
    },
  ],
  [
    'markdown',
    {
      summary: 'For a pull request: the summary, and all lists folded.',
      load: async () => (await import('./markdown.ts')).renderDiffMarkdown,
    },
  ],
]);
