import type { Command } from 'commander';
import { UserError } from '../../base/errors.ts';
import { printable } from '../../base/text.ts';
import { CLEAN } from '../exit-codes.ts';
import type { Io } from '../io/io.ts';
import type { Done } from '../program.ts';

interface InitOptions {
  readonly interactive?: true;
  readonly force?: true;
}

const EXAMPLES = `
Examples:
  orgdesign init
  orgdesign init company/org.yaml --interactive
  orgdesign init - > org.yaml`;

/** What is there may have taken days to write. */
const refuseExisting = async (path: string, { files }: Io): Promise<void> => {
  const exists = await files.realPath(path).then(
    () => true,
    () => false,
  );
  if (exists)
    throw new UserError(`${path} is there already.`, 'Name another file, or replace it with --force.');
};

const initFile = async (path: string, options: InitOptions, io: Io): Promise<number> => {
  const toFile = path !== '-';
  if (toFile && options.force !== true) await refuseExisting(path, io);
  const [{ askAnswers, DEFAULTS }, { organisationFile }, { schemaModeline }] = await Promise.all([
    import('../init/init-answers.ts'),
    import('../init/init-file.ts'),
    import('../modeline.ts'),
  ]);
  let answers = DEFAULTS;
  if (options.interactive === true) {
    const questions = io.questions();
    try {
      answers = await askAnswers(questions);
    } finally {
      questions.close();
    }
  }
  const text = organisationFile(answers, schemaModeline(path), path);
  if (!toFile) io.stdout.write(text);
  else {
    await io.writeFiles([[path, text]]);
    io.stderr.write(`Wrote ${printable(path)}. Next: orgdesign evaluate ${printable(path)}\n`);
  }
  return CLEAN;
};

export const defineInit = (program: Command, io: Io, done: Done): void => {
  program
    .command('init')
    .summary('write a short organisation file to start from')
    .description('Write a short, commented organisation file to start from. It can be evaluated as it is.')
    .argument('[file]', 'file to write; - is standard output', 'org.yaml')
    .option('-i, --interactive', 'ask what is to stand in it')
    .option('--force', 'replace a file that is there')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: InitOptions) => done(await initFile(file, options, io)));
};
