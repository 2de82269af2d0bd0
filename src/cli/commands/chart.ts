import { defineCommand } from '../command.ts';
import { levels, names, output, stdinFilepath } from '../options/index.ts';
import { argument, option } from '../options/option.ts';

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

export const chartCommand = defineCommand({
  name: 'chart',
  summary: 'draw one chart, for a slide',
  description:
    'Draw one chart of a design as SVG or PNG, with a title and where its figures are from; or its data for Mermaid, Graphviz, D2 and draw.io.',
  arguments: [argument('<file>', 'organisation file in YAML, or FILE#design; - reads standard input')],
  options: {
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
    names,
    output: output(
      'write to this file: .svg, .png, .mmd, .dot, .d2 or .drawio.csv by its name; - is standard output',
    ),
    stdinFilepath,
  },
  examples: `Examples:
  orgdesign chart org.yaml -o today.svg
  orgdesign chart org.yaml#cluster --kind org -o clusters.svg
  orgdesign chart org.yaml#cluster --kind sankey -o moves.svg
  orgdesign chart org.yaml --kind gantt --theme dark -o way.png
  orgdesign chart org.yaml --kind org --unit Sales --depth 2 -o sales.mmd`,
  async run(call) {
    const { chartFile } = await import('../chart-file.ts');
    return chartFile(call);
  },
});
