import { defineCommand } from '../command.ts';
import { color, design, despiteData, output, quiet, set, stdinFilepath } from '../options/index.ts';
import { argument, option, repeated } from '../options/option.ts';

export const simulate = defineCommand({
  name: 'simulate',
  summary: 'write an organisation as a design would have it',
  description:
    'Write the organisation file of a design: measured as it stands it gives the figures that evaluate gives for the design. It says who moves and why, and keeps what was assumed marked as such.',
  arguments: [argument('<file>', 'organisation file in YAML; - reads standard input')],
  options: {
    design: design('the design (orgdesign explain lists them)', '-d, --design <id>'),
    set,
    sweep: option<readonly string[] | undefined>(
      '--sweep <option=values>',
      'try values of an option instead, as clusters=2..8, goals.team=0..1:0.25 or basis=industry,region, and print a table; twice for two options',
    ).argParser(repeated),
    stages: option<string | undefined>(
      '--stages <folder>',
      'write the way there instead, one file a stage, into a folder that is empty or not there yet',
    ).conflicts(['output', 'sweep']),
    format: option<string | undefined>('-f, --format <format>', 'of a sweep: table or json'),
    color,
    output: output(
      'write to this file, and CSV files beside it where the source has some; - is standard output',
    ),
    quiet: quiet('say nothing but what keeps a design from being possible'),
    despiteData,
    stdinFilepath,
  },
  examples: `Examples:
  orgdesign simulate org.yaml --design cluster -o proposed.yaml
  orgdesign simulate org.yaml --design cluster --set clusters=4 --set basis=industry -o proposed.yaml
  orgdesign simulate org.yaml --design lifecycle > proposed.yaml
  orgdesign simulate org.yaml --design cluster --sweep clusters=2..8
  orgdesign simulate org.yaml --design cluster --stages way/
  orgdesign diff org.yaml proposed.yaml

A design that is impossible writes nothing, says what is missing, and exits with 1;
so does one that the data cannot bear, which says what to mend.`,
  async run(call) {
    const { simulateFile } = await import('../simulate-file.ts');
    return simulateFile(call);
  },
});
