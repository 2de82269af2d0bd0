import type { CommandDefinition } from '../../src/cli/command.ts';

/**
 * Command lines to try on an organisation file, by the name of the command. `before.yaml` is the file before it
 * was changed.
 */
export const ON_ORGANISATION: Readonly<Record<string, readonly (readonly string[])[]>> = {
  evaluate: [
    ['org.yaml', '--format', 'json'],
    ['org.yaml'],
    ['org.yaml', '--full', '--names', '--fail-on', 'note'],
    ['org.yaml', '--section', 'fit,work,risks', '--format', 'markdown'],
    ['org.yaml', '--assume', 'context.collaboration=poor', '--profile', 'cost-first'],
    ['org.yaml', '--design', 'cluster', '--set', 'cluster.minimum=3', '--quiet'],
  ],
  simulate: [
    ...['functional', 'lifecycle', 'cluster', 'account-team', 'matrix'].map((design) => [
      'org.yaml',
      '--design',
      design,
      '-o',
      'proposed.yaml',
    ]),
    ['org.yaml', '--design', 'cluster', '--sweep', 'clusters=1..4', '--format', 'json'],
    ['org.yaml', '--design', 'lifecycle', '--stages', 'way'],
  ],
  export: [
    ['org.yaml', '-o', 'plan.xlsx'],
    ['org.yaml#cluster', '-o', 'plan.xlsx'],
  ],
  report: [
    ['org.yaml', '-o', 'deck.pptx'],
    ['org.yaml', '-o', 'report.html'],
    ['org.yaml', '--format', 'markdown', '--names'],
  ],
  chart: [
    ['org.yaml', '-o', 'chart.svg'],
    ['org.yaml#cluster', '--kind', 'sankey'],
    ['org.yaml', '-o', 'chart.dot'],
  ],
  diff: [
    ['before.yaml', 'org.yaml', '--format', 'json'],
    ['before.yaml', 'org.yaml'],
    ['org.yaml', 'before.yaml', '--format', 'markdown', '--names'],
    ['before.yaml', 'org.yaml#cluster'],
  ],
  check: [
    ...['table', 'json', 'markdown', 'sarif', 'github', 'gitlab', 'junit', 'rdjson'].map((format) => [
      'org.yaml',
      '--format',
      format,
    ]),
    ['org.yaml', '--baseline', 'before.yaml', '--max-moved', '0.2', '--max-gone', '0.1'],
  ],
  consult: [
    ['before.yaml', 'org.yaml', '-o', 'pack.md'],
    ['org.yaml', 'org.yaml#cluster', '-o', 'pack.docx', '--names'],
  ],
  progress: [
    ['before.yaml', 'org.yaml', 'org.yaml'],
    ['before.yaml', 'org.yaml#cluster', 'org.yaml', '--format', 'json'],
  ],
  criteria: [['org.yaml'], ['org.yaml', '--format', 'json']],
  answer: [
    ['org.yaml', 'context.collaboration=good'],
    ['org.yaml', 'practices.strategy-clear=no', 'offering=technology'],
  ],
  suggest: [
    ['org.yaml', '--format', 'json'],
    ['org.yaml', '--apply', 'better.yaml'],
  ],
  assess: [['org.yaml'], ['org.yaml', '--format', 'json']],
  charter: [['org.yaml'], ['org.yaml#cluster', '--format', 'json']],
  validate: [['org.yaml'], ['org.yaml', '--format', 'json', '--names']],
};

/** Those that take no organisation file: what they write or read is tried elsewhere, or nothing can be wrong with it. */
export const WITHOUT_ORGANISATION = ['import', 'init', 'explain', 'completion'];

export const named = (definitions: readonly CommandDefinition[]): string[] =>
  definitions.map(({ name }) => name);
