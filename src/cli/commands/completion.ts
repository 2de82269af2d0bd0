import { Argument, type Command } from 'commander';
import type { Shell } from '../completion/completion-script.ts';
import { CLEAN } from '../exit-codes.ts';
import type { Io } from '../io/io.ts';
import type { Done } from '../program.ts';

const EXAMPLES = `
To complete commands, options and their values with the tabulator key:
  bash  echo 'source <(orgdesign completion bash)' >> ~/.bashrc
  zsh   echo 'source <(orgdesign completion zsh)' >> ~/.zshrc
  fish  orgdesign completion fish > ~/.config/fish/completions/orgdesign.fish

bash needs the package bash-completion; in zsh it stands below compinit.`;

export const defineCompletion = (program: Command, io: Io, done: Done): void => {
  program
    .command('completion')
    .summary('print what completes commands in a shell')
    .description('Print the script by which a shell completes the commands of orgdesign.')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', EXAMPLES)
    .action(async (shell: Shell) => {
      const { completionScript } = await import('../completion/completion-script.ts');
      io.stdout.write(completionScript(shell));
      done(CLEAN);
    });
};
