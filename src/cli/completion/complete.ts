import { type Complete, RootCommand, ShellCompDirective } from '@bomb.sh/tab';
import type { Command } from 'commander';
import { checkFormats } from '../../documents/check/formats.ts';
import { DESIGN_IDS } from '../../schema/input/designs.ts';
import { printed } from '../io/printed.ts';
import { reference } from '../reference.ts';

type Candidate = readonly [value: string, description: string];

/** What has values of its own; for all else it is told by its choices, or its name, whether it is a file. */
const VALUES: Readonly<Record<string, (word: string) => readonly Candidate[]>> = {
  'check --format': () => [...checkFormats].map(([name, { summary }]) => [name, summary]),
  'evaluate --design': (word) => designIds(word),
  'check --design': (word) => designIds(word),
  'simulate --design': () => designIds(''),
  'explain id': () => reference().map(({ id, summary }) => [id, summary]),
};

/** After `cluster,` the next one. */
const designIds = (word: string): Candidate[] => {
  const before = word.slice(0, word.lastIndexOf(',') + 1);
  return DESIGN_IDS.map((id) => [before + id, '']);
};

const FILE = /^<?\[?(file|files|folder|before|after|people)\b/;

/**
 * What a shell is offered for the last of some words, as its script reads it: a line for each, and the directive.
 * @param words - What stands behind the name of the program, the last one as far as it is typed.
 */
export function complete(words: readonly string[], program: Command): string {
  const word = words.at(-1) ?? '';
  const typed = word.startsWith('--') && word.includes('=') ? word.slice(word.indexOf('=') + 1) : word;
  let files = false;
  const handler = (place: string, name: string, choices: readonly string[] | undefined) => {
    const values = VALUES[place];
    return (offer: Complete): void => {
      for (const [value, description] of values?.(typed) ?? (choices ?? []).map((one) => [one, ''] as const))
        offer(value, description);
      // Called for what is being completed, and for nothing else.
      files = values === undefined && choices === undefined && FILE.test(name);
    };
  };
  const root = new RootCommand();
  for (const command of program.commands) {
    const known = root.command(command.name(), command.summary());
    for (const { long, short, description, flags, required, optional, argChoices } of command.options) {
      const alias = short?.slice(1);
      const name = long!.slice(2);
      if (required || optional)
        known.option(
          name,
          description,
          handler(`${command.name()} ${long}`, flags.split(' ').at(-1)!, argChoices),
          alias,
        );
      else if (alias === undefined) known.option(name, description);
      else known.option(name, description, alias);
    }
    for (const argument of command.registeredArguments) {
      const name = argument.name();
      known.argument(
        name,
        handler(`${command.name()} ${name}`, name, argument.argChoices),
        argument.variadic,
      );
    }
  }
  const answer = printed(() => root.parse([...words]));
  // It tells every shell that there are no files to be named.
  const { ShellCompDirectiveNoFileComp: none, ShellCompDirectiveDefault: some } = ShellCompDirective;
  return files ? answer.replace(`:${none}\n`, `:${some}\n`) : answer;
}
