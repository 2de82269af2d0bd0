import { formats } from '../../documents/report/document.ts';
import { defineCommand } from '../command.ts';
import { documentOptions } from '../options/documents.ts';
import { argument } from '../options/option.ts';

export const answer = defineCommand({
  name: 'answer',
  summary: 'write answers to the questions of evaluate into the file',
  description:
    'Write answers into an organisation file, comments and order kept, and evaluate it again. Without answers each question is asked, with what it would move.',
  arguments: [
    argument('<file>', 'organisation file in YAML'),
    argument<readonly string[]>('[key=answer...]', 'as context.collaboration=good'),
  ],
  options: documentOptions(formats, 'only the answer and the options'),
  formats,
  examples: [
    'orgdesign answer org.yaml',
    'orgdesign answer org.yaml context.collaboration=good practices.strategy-clear=partly',
    'orgdesign answer org.yaml context.targetMarkets=industry:dairy,pharma',
    'orgdesign answer org.yaml criteria.profile=least-disruption',
  ],
  async run({ arguments: [file, answers], io, read, settings, print }) {
    const { answerFile } = await import('../answer-file.ts');
    const report = await answerFile(file, answers, { io, read, settings });
    await print(report);
    return 0;
  },
});
