import { consultationFormats } from '../../documents/consultation/document.ts';
import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { formatByName, judgementOptions, organisationFile } from '../options/documents.ts';
import { argument, day, option } from '../options/option.ts';

export const consult = defineCommand({
  name: 'consult',
  summary: 'write what staff are told of a proposal before it is decided',
  description:
    'Write a pack for consultation: both charts, posts that would open, close and change, who would be affected, reasons, alternatives, timetable, and how to respond.',
  arguments: [organisationFile('<current>'), argument('<proposed>', 'the proposal: a file, or FILE#design')],
  options: {
    respondTo: option<string | undefined>('--respond-to <whom>', 'name and address that responses go to'),
    respondBy: day('--respond-by <date>', 'until when, as 2026-01-31'),
    ...judgementOptions(consultationFormats, 'all but what the document says of itself'),
    format: formatByName(consultationFormats),
  },
  formats: consultationFormats,
  examples: [
    'orgdesign consult org.yaml org.yaml#cluster -o pack.docx',
    'orgdesign consult org.yaml proposed.yaml -o pack.md',
    `orgdesign consult org.yaml org.yaml#cluster --respond-to "Jo Lind, works council" \\
    --respond-by 2027-01-31 -o pack.docx`,
  ],
  remarks: [
    '"Subject to consultation" stands on every page. Grades are told of groups of five and more, names only with --names. It states facts, and is no legal advice.',
  ],
  async run({ arguments: [current, proposed], options: { respondTo, respondBy }, read, settings, print }) {
    const { buildConsultation } = await import('../../documents/consultation/consultation.ts');
    const { evaluate } = await import('../../evaluate.ts');
    const before = await read.structure(current);
    const after = await read.structure(proposed);
    const report = evaluate(before.loaded, settings);
    const proposal =
      after.design === undefined ? evaluate(after.loaded, { ...settings, designs: ['as-is'] }) : undefined;
    await print(buildConsultation(before, after, { ...settings, respondTo, respondBy, report, proposal }));
    return CLEAN;
  },
});
