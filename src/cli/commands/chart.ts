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
  'pyramid',
  'units',
  'serves',
  'bridge',
  'ranking',
  'weights',
] as const;

export const chartCommand = defineCommand({
  name: 'chart',
  summary: 'draw one chart, for a slide',
  description:
    'Draw one chart of a design as SVG, with a title and where its figures are from; or its data for Mermaid, Graphviz, D2 and draw.io.',
  arguments: [argument('<file>', 'organisation file in YAML, or FILE#design; - reads standard input')],
  options: {
    kind: option<(typeof KINDS)[number]>(
      '-k, --kind <kind>',
      'org: who leads whom; journey: the way through units; sankey: from old units to new; pyramid: people by level; units: people by unit and skill; serves: skill by unit; bridge: seats today and then; ranking: how often each design wins; weights: what each criterion does',
    )
      .choices(KINDS)
      .default('org'),
    unit: option<string | undefined>('-u, --unit <name>', 'only this unit, of an org chart'),
    names: option<true | undefined>('--names', 'show the names of people; their ids otherwise'),
    output: output(
      'write to this file: .svg, .mmd, .dot, .d2 or .drawio.csv by its name; - is standard output',
    ),
    stdinFilepath,
  },
  examples: `Examples:
  orgdesign chart org.yaml -o today.svg
  orgdesign chart org.yaml#cluster --kind org -o clusters.svg
  orgdesign chart org.yaml#cluster --kind sankey -o moves.svg
  orgdesign chart org.yaml --kind org --unit Sales -o sales.mmd`,
  async run({ arguments: [file], options, io, read, settings }) {
    const { drawChart, WRITERS } = await import('../draw-chart.ts');
    const ending = options.output === '-' ? 'svg' : WRITERS.find((one) => options.output.endsWith(`.${one}`));
    if (ending === undefined)
      throw new UserError(
        `${options.output} ends in none of the forms that a chart has.`,
        `Name the file as ${alternatives(WRITERS.map((one) => `chart.${one}`))}.`,
      );
    const text = await drawChart(await read.structure(file), { ...options, ...settings, ending });
    if (options.output === '-') io.stdout.write(text);
    else await io.writeFiles([[options.output, text]]);
    return CLEAN;
  },
});
