import { defineCommand } from '../command.ts';
import { charts } from '../options/charts.ts';
import { names, organisationFile, output, stdinFilepath } from '../options/documents.ts';
import { privacy } from '../options/privacy.ts';

export const chartCommand = defineCommand({
  name: 'chart',
  summary: 'draw one chart, for a slide',
  description:
    'Draw one chart of a design as SVG or PNG, with a title and where its figures are from; or its data for Mermaid, Graphviz, D2 and draw.io.',
  arguments: [organisationFile('<file>', ', or FILE#design')],
  options: {
    ...charts,
    names,
    anonymise: privacy.anonymise,
    key: privacy.key,
    output: output(
      'write to this file: .svg, .png, .mmd, .dot, .d2 or .drawio.csv by its name; - is standard output',
    ),
    stdinFilepath,
  },
  examples: [
    'orgdesign chart org.yaml -o today.svg',
    'orgdesign chart org.yaml#cluster --kind org -o clusters.svg',
    'orgdesign chart org.yaml#cluster --kind sankey -o moves.svg',
    'orgdesign chart org.yaml --kind gantt --theme dark -o way.png',
    'orgdesign chart org.yaml --kind org --unit Sales --depth 2 -o sales.mmd',
  ],
  run: async (call) => (await import('../chart-file.ts')).chartFile(call),
});
