import { diffFormats } from '../../documents/diff/document.ts';
import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { despiteData, documentOptions } from '../options/index.ts';
import { argument } from '../options/option.ts';

export const diff = defineCommand({
  name: 'diff',
  summary: 'say what differs between two files, or a file and a design',
  description:
    'Say what differs between two organisations: who moves, what opens and closes, what customers lose, and what the measures say.',
  arguments: [
    argument(
      '<before>',
      'organisation file in YAML, FILE#design or git:REVISION:FILE; - reads standard input',
    ),
    argument('<after>', 'the same'),
  ],
  options: { ...documentOptions(diffFormats, 'only the summary and the totals'), despiteData },
  formats: diffFormats,
  examples: `Examples:
  orgdesign diff org.yaml proposed.yaml
  orgdesign diff org.yaml org.yaml#cluster
  orgdesign diff org.yaml#lifecycle org.yaml#cluster --names
  orgdesign diff git:main:org.yaml org.yaml
  orgdesign diff org.yaml proposed.yaml --format markdown -o comment.md

FILE#design is the design of FILE with the options under its designs: (of standard
input: orgdesign diff -- - -#cluster).
Differences set no exit code: it is 0 unless something could not be read.`,
  async run({ arguments: [before, after], read, settings, print }) {
    const { buildDiff } = await import('../../documents/diff/report.ts');
    // One after the other, so that of two faulty files the first is told.
    const first = await read.side(before);
    const second = await read.side(after);
    await print(buildDiff(first, second, settings));
    return CLEAN;
  },
});
