import { given } from '../../base/given.ts';
import { criteriaFormats } from '../../documents/criteria/document.ts';
import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { documentOptions, profile } from '../options/index.ts';
import { argument } from '../options/option.ts';

export const criteria = defineCommand({
  name: 'criteria',
  summary: 'say what the decision between designs is judged by',
  description:
    'Say what the decision between designs is judged by, how much each criterion counts and on which scale, before any result is known.',
  arguments: [argument('<file>', 'organisation file in YAML; - reads standard input')],
  options: { profile, ...documentOptions(criteriaFormats, 'only the criteria and what is open') },
  formats: criteriaFormats,
  examples: `Examples:
  orgdesign criteria org.yaml
  orgdesign criteria org.yaml --profile cost-first
  orgdesign criteria org.yaml --format markdown -o criteria.md

They stand under criteria: in the file: a profile, or a list of measures with
weights or ranks, with who agreed and when. The exit code is 0 unless the file
could not be read or a criterion cannot be kept to.`,
  async run({ arguments: [file], options, read, settings, print }) {
    const { buildCriteria } = await import('../../documents/criteria/criteria.ts');
    const { version } = settings;
    await print(
      buildCriteria(await read.organisation(file), { version, ...given({ profile: options.profile }) }),
    );
    return CLEAN;
  },
});
