import { assessmentFormats } from '../../documents/assessment/document.ts';
import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { judgementOptions, organisationFile } from '../options/documents.ts';

export const assess = defineCommand({
  name: 'assess',
  summary: 'say how ready a company is for clusters or phases',
  description:
    'Say what has to be there before customer clusters or lifecycle phases can work, how far the company is with its customers, and what to ask.',
  arguments: [organisationFile()],
  options: judgementOptions(assessmentFormats, 'only the state of each part and level'),
  formats: assessmentFormats,
  examples: [
    'orgdesign assess org.yaml',
    'orgdesign assess org.yaml --quiet',
    'orgdesign assess org.yaml --format markdown -o assessment.md',
    `orgdesign assess org.yaml --format json | jq '.questions[].key'`,
  ],
  remarks: [
    'Answers stand under practices: and context: in the file. What is open sets no exit code: it is 0 unless the file could not be read.',
  ],
  async run({ arguments: [file], read, settings, print }) {
    const { buildAssessment } = await import('../../documents/assessment/assessment.ts');
    await print(buildAssessment(await read.organisation(file), settings));
    return CLEAN;
  },
});
