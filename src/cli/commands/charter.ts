import { given } from '../../base/given.ts';
import { charterFormats } from '../../documents/charter/document.ts';
import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { judgementOptions, organisationFile } from '../options/documents.ts';
import { option } from '../options/option.ts';

export const charter = defineCommand({
  name: 'charter',
  summary: 'write the business plans of clusters or phases in outline',
  description:
    'Write the business plan of each cluster, phase, centre of expertise and common service in outline, and what a Chief Customer Officer owns: what is given, what the file says, and what is missing.',
  arguments: [organisationFile('<file>', ', or FILE#design')],
  options: {
    unit: option<string | undefined>('-u, --unit <id>', 'only this department, whatever its kind'),
    ...judgementOptions(charterFormats, 'only what is missing or to be confirmed'),
  },
  formats: charterFormats,
  examples: [
    'orgdesign charter proposed.yaml',
    'orgdesign charter proposed.yaml --unit cluster/dairy -o dairy.md',
    'orgdesign charter org.yaml#cluster --names',
    `orgdesign charter org.yaml#lifecycle --format json | jq '.units[].parts[] | select(.state == "missing")'`,
  ],
  remarks: [
    'Parts are given, worked out from the file, or missing, with the key to write them under. What is missing sets no exit code: it is 0 unless the file could not be read.',
  ],
  async run({ arguments: [file], options: { unit }, read, settings, print }) {
    const { buildCharter } = await import('../../documents/charter/charter.ts');
    const { loaded, organisation, design } = await read.structure(file);
    await print(buildCharter(loaded, organisation, design?.id, { ...settings, ...given({ unit }) }));
    return CLEAN;
  },
});
