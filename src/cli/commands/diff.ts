import { diffFormats } from '../../documents/diff/document.ts';
import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { judgementOptions, organisationFile } from '../options/documents.ts';
import { argument } from '../options/option.ts';

export const diff = defineCommand({
  name: 'diff',
  summary: 'say what differs between two files, or a file and a design',
  description:
    'Say what differs between two organisations: who moves, what opens and closes, what customers lose, and what the measures say.',
  arguments: [
    organisationFile('<before>', ', FILE#design or git:REVISION:FILE'),
    argument('<after>', 'the same'),
  ],
  options: judgementOptions(diffFormats, 'only the summary and the totals'),
  formats: diffFormats,
  examples: [
    'orgdesign diff org.yaml proposed.yaml',
    'orgdesign diff org.yaml org.yaml#cluster',
    'orgdesign diff org.yaml#lifecycle org.yaml#cluster --names',
    'orgdesign diff git:main:org.yaml org.yaml',
    'orgdesign diff org.yaml proposed.yaml --format markdown -o comment.md',
  ],
  remarks: [
    'FILE#design is the design of FILE with the options under its designs: (of standard input: orgdesign diff -- - -#cluster). Differences set no exit code: it is 0 unless something could not be read.',
  ],
  async run({ arguments: [before, after], read, settings, print }) {
    const { buildDiff } = await import('../../documents/diff/report.ts');
    // One after the other, so that of two faulty files the first is told.
    const first = await read.side(before);
    const second = await read.side(after);
    await print(buildDiff(first, second, settings));
    return CLEAN;
  },
});
