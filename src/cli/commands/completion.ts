import { defineCommand } from '../command.ts';
import { CLEAN } from '../exit.ts';
import { argument } from '../options/option.ts';
import { SHELLS, type Shell } from '../shell.ts';

export const completion = defineCommand({
  name: 'completion',
  summary: 'print what completes commands in a shell',
  description: 'Print the script by which a shell completes the commands of orgdesign.',
  arguments: [argument<Shell>('<shell>', 'the shell').choices(SHELLS)],
  options: {},
  heading: 'To complete commands, options and their values with the tabulator key:',
  examples: [
    `bash  echo 'source <(orgdesign completion bash)' >> ~/.bashrc`,
    `zsh   echo 'source <(orgdesign completion zsh)' >> ~/.zshrc`,
    'fish  orgdesign completion fish > ~/.config/fish/completions/orgdesign.fish',
  ],
  remarks: ['bash needs the package bash-completion; in zsh it stands below compinit.'],
  async run({ arguments: [shell], io }) {
    const { completionScript } = await import('../completion.ts');
    io.stdout.write(completionScript(shell));
    return CLEAN;
  },
});
