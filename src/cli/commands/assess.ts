import { assessmentFormats } from '../../documents/assessment/document.ts';
import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { despiteData, documentOptions } from '../options/index.ts';
import { argument } from '../options/option.ts';

export const assess = defineCommand({
  name: 'assess',
  summary: 'say how ready a company is for clusters or phases',
  description:
    'Say what has to be there before customer clusters or lifecycle phases can work, how far the company is with its customers, and what to ask.',
  arguments: [argument('<file>', 'organisation file in YAML; - reads standard input')],
  options: { ...documentOptions(assessmentFormats, 'only the state of each part and level'), despiteData },
  formats: assessmentFormats,
  examples: `Examples:
  orgdesign assess org.yaml
  orgdesign assess org.yaml --quiet
  orgdesign assess org.yaml --format markdown -o assessment.md
  orgdesign assess org.yaml --format json | jq '.questions[].key'

Answers stand under practices: and context: in the file. What is open sets no
exit code: it is 0 unless the file could not be read.`,
  async run({ arguments: [file], read, settings, print }) {
    const { buildAssessment } = await import('../../documents/assessment/assessment.ts');
    await print(buildAssessment(await read.organisation(file), settings));
    return CLEAN;
  },
});
