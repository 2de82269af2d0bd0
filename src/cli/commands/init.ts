import { UserError } from '../../base/errors.ts';
import { printable } from '../../base/text.ts';
import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { exists, writeOut } from '../io/write-out.ts';
import { argument, option } from '../options/option.ts';
import { schemaModeline } from '../package.ts';

export const init = defineCommand({
  name: 'init',
  summary: 'write a short organisation file to start from',
  description: 'Write a short, commented organisation file to start from. It can be evaluated as it is.',
  arguments: [argument('[file]', 'file to write; - is standard output').default('org.yaml')],
  options: {
    interactive: option<true | undefined>('-i, --interactive', 'ask what is to stand in it'),
    force: option<true | undefined>('--force', 'replace a file that is there'),
  },
  examples: [
    'orgdesign init',
    'orgdesign init company/org.yaml --interactive',
    'orgdesign init - > org.yaml',
  ],
  async run({ arguments: [file], options: { interactive, force }, io }) {
    const toFile = file !== '-';
    // What is there may have taken days to write.
    if (toFile && force !== true && (await exists(file, io)))
      throw new UserError(`${file} is there already.`, 'Name another file, or replace it with --force.');
    const [{ askAnswers, DEFAULTS }, { organisationFile }] = await Promise.all([
      import('../init/answers.ts'),
      import('../init/first-file.ts'),
    ]);
    const answers = interactive === true ? await askAnswers(io) : DEFAULTS;
    const text = organisationFile(answers, schemaModeline(file), file);
    await writeOut(text, file, io);
    if (toFile) io.stderr.write(`Wrote ${printable(file)}. Next: orgdesign evaluate ${printable(file)}\n`);
    return CLEAN;
  },
});
