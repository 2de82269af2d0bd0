import type { RenderOptions } from '../../render/format.ts';
import type { Check } from '../../schema/documents/check.ts';

export interface CheckFormat {
  readonly summary: string;
  /** Whether it is written for the runner of a workflow, which obeys it. */
  readonly commands?: true;
  load(): Promise<(check: Check, options: RenderOptions) => string>;
}

/** Every output format of `check`; the choices of `--format` and the tests derive from it. */
export const checkFormats: ReadonlyMap<string, CheckFormat> = new Map<string, CheckFormat>([
  [
    'table',
    {
      summary: 'What is new or worse, and the verdict, for a terminal.',
      load: async () => (await import('./table.ts')).renderCheckTable,
    },
  ],
  [
    'json',
    {
      summary: 'All of it; its shape is in schemas/v1/check.schema.json.',
      load: async () => (await import('../../render/json.ts')).inJson,
    },
  ],
  [
    'sarif',
    {
      summary: 'SARIF 2.1.0 for code scanning, with what is waived as suppressed.',
      load: async () => (await import('./formats/sarif.ts')).renderSarif,
    },
  ],
  [
    'github',
    {
      summary: 'Workflow commands for GitHub Actions; in a workflow the Markdown becomes the job summary.',
      commands: true,
      load: async () => (await import('./formats/github.ts')).renderGithub,
    },
  ],
  [
    'gitlab',
    {
      summary: 'A code quality report for GitLab.',
      load: async () => (await import('./formats/gitlab.ts')).renderGitlab,
    },
  ],
  [
    'junit',
    {
      summary: 'JUnit XML: a test for each finding that counts or is waived, and for each gate.',
      load: async () => (await import('./formats/junit.ts')).renderJunit,
    },
  ],
  [
    'rdjson',
    {
      summary: 'What counts, for reviewdog.',
      load: async () => (await import('./formats/rdjson.ts')).renderRdjson,
    },
  ],
  [
    'markdown',
    {
      summary: 'A comment on a pull request: verdict, measures, what is new and who moves, details folded.',
      load: async () => (await import('./formats/markdown.ts')).renderCheckMarkdown,
    },
  ],
]);
