import { progressFormats } from '../../documents/progress/document.ts';
import { defineCommand } from '../command.ts';
import { judgementOptions } from '../options/documents.ts';
import { planLimits } from '../options/limits.ts';
import { argument } from '../options/option.ts';

const SIDE = 'organisation file in YAML, FILE#design or git:REVISION:FILE';

export const progress = defineCommand({
  name: 'progress',
  summary: 'say how far a plan is carried out, and what is late',
  description:
    'Say which share of a plan is done, what deviates from it, how scorecards stand against their targets, and what is late by its stages.',
  arguments: [
    argument('<before>', `where it began: ${SIDE}`),
    argument('<plan>', 'where it is to end: the same'),
    argument('<now>', 'where it stands: the same'),
  ],
  options: {
    ...planLimits,
    ...judgementOptions(progressFormats, 'only the figures'),
  },
  formats: progressFormats,
  examples: [
    'orgdesign progress org.yaml proposed.yaml now.yaml',
    'orgdesign progress org.yaml org.yaml#cluster now.yaml --stages way',
    'orgdesign progress git:v1:org.yaml proposed.yaml org.yaml --min-done 0.5',
    'orgdesign progress org.yaml proposed.yaml now.yaml --format markdown -o progress.md',
  ],
  remarks: [
    'People, seats and units are the same where their ids are. Without --stages the stages of a FILE#design are worked out as simulate --stages does it. A stage is late where its day is over, or where a later one has begun, and moves of it are not done. The exit code is 1 where a stage is late, or a limit is not kept.',
  ],
  run: async (call) => (await import('../progress-of-files.ts')).progressOfFiles(call),
});
