import { levels, option } from './option.ts';

/** Ids of src/documents/page/kinds.ts, which is not loaded for --help; a test compares them. */
export const KINDS = [
  'org',
  'journey',
  'sankey',
  'moves',
  'pyramid',
  'spans',
  'units',
  'serves',
  'bridge',
  'gantt',
  'matrix',
  'ranking',
  'weights',
] as const;

/** Of src/render/chart/theme.ts; a test compares them. */
export const THEMES = ['light', 'dark'] as const;

/** What a chart shows, and how. */
export const charts = {
  kind: option<(typeof KINDS)[number]>(
    '-k, --kind <kind>',
    'org: who leads whom; journey: the way through units; sankey and moves: from old units to new, as bands and as a table; pyramid: people by level; spans: managers by level and reports; units: people by unit and skill; serves: skill by unit; bridge: seats today and then; gantt: the way there in stages; matrix: the options side by side; ranking: how often each design wins; weights: what each criterion does',
  )
    .choices(KINDS)
    .default('org'),
  unit: option<string | undefined>(
    '-u, --unit <name>',
    'only this unit and what is below it, of org, pyramid, spans, units and serves',
  ),
  depth: levels('--depth <levels>', 'only so many levels from the top, of org, pyramid and spans'),
  theme: option<(typeof THEMES)[number]>('--theme <theme>', 'for paper and slides that are light or dark')
    .choices(THEMES)
    .default('light'),
};
