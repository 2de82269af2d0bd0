import { InvalidArgumentError } from 'commander';
import { UserError } from '../../base/errors.ts';
import { alternatives } from '../../base/text.ts';
import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { output, stdinFilepath } from '../options/index.ts';
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

const levels = (value: string): number => {
  const found = Number(value);
  if (!Number.isInteger(found) || found < 1)
    throw new InvalidArgumentError('Expected a whole number of 1 or more.');
  return found;
};

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
    depth: option<number | undefined>(
      '--depth <levels>',
      'only so many levels from the top, of org, pyramid and spans',
    ).argParser(levels),
    theme: option<(typeof THEMES)[number]>('--theme <theme>', 'for paper and slides that are light or dark')
      .choices(THEMES)
      .default('light'),
    names: option<true | undefined>('--names', 'show the names of people; their ids otherwise'),
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
  async run({ arguments: [file], options, io, read, settings }) {
    const { drawChart, WRITERS } = await import('../draw-chart.ts');
    const ending = options.output === '-' ? 'svg' : WRITERS.find((one) => options.output.endsWith(`.${one}`));
    if (ending === undefined)
      throw new UserError(
        `${options.output} ends in none of the forms that a chart has.`,
        `Name the file as ${alternatives(WRITERS.map((one) => `chart.${one}`))}.`,
      );
    const picture = await drawChart(await read.structure(file), { ...options, ...settings, ending });
    if (typeof picture === 'string' && options.output === '-') io.stdout.write(picture);
    else await io.writeFiles([[options.output, picture]]);
    return CLEAN;
  },
});
