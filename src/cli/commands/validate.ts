import { validationFormats } from '../../documents/validation/document.ts';
import { defineCommand } from '../command.ts';
import { CLEAN, FINDINGS } from '../exit.ts';
import { documentOptions, organisationFile } from '../options/documents.ts';
import { failOn } from '../options/limits.ts';
import { fails } from '../options/values.ts';

export const validate = defineCommand({
  name: 'validate',
  summary: 'say how far the data can be trusted',
  description:
    'Check the data only: how complete they are, what the gaps do to the results, what is wrong or doubtful.',
  arguments: [organisationFile()],
  options: { ...documentOptions(validationFormats, 'only the completeness and errors'), failOn },
  formats: validationFormats,
  examples: [
    'orgdesign validate org.yaml',
    'orgdesign validate org.yaml --fail-on warning --quiet',
    'orgdesign validate org.yaml --format json --output validation.json',
  ],
  async run({ arguments: [file], options, read, settings, print }) {
    const { buildValidation } = await import('../../documents/validation/validation.ts');
    const validation = buildValidation(await read.organisation(file), settings);
    await print(validation);
    return fails(validation.findings, options.failOn) ? FINDINGS : CLEAN;
  },
});
