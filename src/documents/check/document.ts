import { type Document, type DocumentFormat, formatsOf } from '../../render/document.ts';
import type { Check } from '../../schema/documents/check.ts';

/** A comment on GitHub holds 65,536 characters. */
const LONGEST_COMMENT = 60_000;
/** A summary of a step on GitHub holds 1 MiB. */
export const LONGEST_SUMMARY = 1_000_000;

type OwnFormat = readonly [id: string, DocumentFormat<Check>];

const own = (
  id: string,
  extension: string,
  summary: string,
  load: () => Promise<(check: Check) => string>,
): OwnFormat => [id, { summary, extension, load }];

/** What only a check can be written as: what review tools and pipelines read. */
const forPipelines: readonly OwnFormat[] = [
  own(
    'sarif',
    'sarif',
    'SARIF 2.1.0 for code scanning, with what is waived as suppressed.',
    async () => (await import('../../render/ci/sarif.ts')).renderSarif,
  ),
  [
    'github',
    {
      summary: 'Workflow commands for GitHub Actions; in a workflow the Markdown becomes the job summary.',
      extension: 'txt',
      commands: true,
      load: async () => (await import('../../render/ci/github.ts')).renderGithub,
    },
  ],
  own(
    'gitlab',
    'json',
    'A code quality report for GitLab.',
    async () => (await import('../../render/ci/gitlab.ts')).renderGitlab,
  ),
  own(
    'junit',
    'xml',
    'JUnit XML: a test for each finding that counts or is waived, and for each gate.',
    async () => (await import('../../render/ci/junit.ts')).renderJunit,
  ),
  own(
    'rdjson',
    'json',
    'What counts, for reviewdog.',
    async () => (await import('../../render/ci/rdjson.ts')).renderRdjson,
  ),
];

/** What a change makes worse. */
export const checkDocument: Document<Check> = {
  id: 'check',
  summaries: {
    table: 'What is new or worse, and the verdict, for a terminal.',
    markdown: 'A comment on a pull request: verdict, measures, what is new and who moves, details folded.',
  },
  order: ['table', 'json', ...forPipelines.map(([id]) => id)],
  own: new Map(forPipelines),
  mostBytes: LONGEST_COMMENT,
  schema: async () => (await import('../../schema/documents/check.ts')).check,
  blocks: async () => (await import('./blocks.ts')).checkBlocks,
};

/** Every output format of `check`. */
export const checkFormats = formatsOf(checkDocument);
