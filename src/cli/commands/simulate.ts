import { defineCommand } from '../command.ts';
import { simulation } from '../options/designs.ts';
import { color, despiteData, organisationFile, output, quiet, stdinFilepath } from '../options/documents.ts';

export const simulate = defineCommand({
  name: 'simulate',
  summary: 'write an organisation as a design would have it',
  description:
    'Write the organisation file of a design: measured as it stands it gives the figures that evaluate gives for the design. It says who moves and why, and keeps what was assumed marked as such.',
  arguments: [organisationFile()],
  options: {
    ...simulation,
    color,
    output: output(
      'write to this file, and CSV files beside it where the source has some; - is standard output',
    ),
    quiet: quiet('say nothing but what keeps a design from being possible'),
    despiteData,
    stdinFilepath,
  },
  examples: [
    'orgdesign simulate org.yaml --design cluster -o proposed.yaml',
    'orgdesign simulate org.yaml --design cluster --set clusters=4 --set basis=industry -o proposed.yaml',
    'orgdesign simulate org.yaml --design lifecycle > proposed.yaml',
    'orgdesign simulate org.yaml --design cluster --sweep clusters=2..8',
    'orgdesign simulate org.yaml --design cluster --stages way/',
    'orgdesign diff org.yaml proposed.yaml',
  ],
  remarks: [
    'A design that is impossible writes nothing, says what is missing, and exits with 1; so does one that the data cannot bear, which says what to mend.',
  ],
  run: async (call) => (await import('../simulate-file.ts')).simulateFile(call),
});
