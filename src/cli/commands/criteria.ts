import { given } from '../../base/given.ts';
import { criteriaFormats } from '../../documents/criteria/document.ts';
import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { profile } from '../options/designs.ts';
import { documentOptions, names, organisationFile, unoffered } from '../options/documents.ts';

export const criteria = defineCommand({
  name: 'criteria',
  summary: 'say what the decision between designs is judged by',
  description:
    'Say what the decision between designs is judged by, how much each criterion counts and on which scale, before any result is known.',
  arguments: [organisationFile()],
  options: {
    profile,
    ...documentOptions(criteriaFormats, 'only the criteria and what is open'),
    // It names no people but who agreed.
    names: unoffered(names),
  },
  formats: criteriaFormats,
  examples: [
    'orgdesign criteria org.yaml',
    'orgdesign criteria org.yaml --profile cost-first',
    'orgdesign criteria org.yaml --format markdown -o criteria.md',
  ],
  remarks: [
    'They stand under criteria: in the file: a profile, or a list of measures with weights or ranks, with who agreed and when. The exit code is 0 unless the file could not be read or a criterion cannot be kept to.',
  ],
  async run({ arguments: [file], options, read, settings, print }) {
    const { buildCriteria } = await import('../../documents/criteria/criteria.ts');
    const { version } = settings;
    await print(
      buildCriteria(await read.organisation(file), { version, ...given({ profile: options.profile }) }),
    );
    return CLEAN;
  },
});
