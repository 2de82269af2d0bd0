import { type Complete, RootCommand, ShellCompDirective, script } from '@bomb.sh/tab';
import type { Command } from 'commander';
import { reference } from '../documents/reference/index.ts';
import { DESIGN_IDS } from '../schema/input/designs.ts';
import type { Shell } from './shell.ts';

/** What somebody else's code prints by itself. */
const printed = (print: () => void): string => {
  const { log } = console;
  const lines: string[] = [];
  console.log = (line: unknown) => lines.push(`${line}\n`);
  try {
    print();
  } finally {
    console.log = log;
  }
  return lines.join('');
};

type Candidate = readonly [value: string, description: string];

/** What has values of its own; for all else it is told by its choices, or its name, whether it is a file. */
const VALUES: Readonly<Record<string, (word: string) => readonly Candidate[]>> = {
  'evaluate --design': (word) => designIds(word),
  'check --design': (word) => designIds(word),
  'simulate --design': () => designIds(''),
  'explain id': () => reference().map(({ id, summary }) => [id, summary]),
};

/** A command's formats: their choices where the option for them has none, since a file may follow each. */
interface WithFormats {
  readonly name: string;
  readonly formats?: ReadonlyMap<string, { readonly summary: string }> | undefined;
}

const formatsAt = (
  place: string,
  commands: readonly WithFormats[],
): (() => readonly Candidate[]) | undefined => {
  const formats = commands.find(({ name }) => place === `${name} --format`)?.formats;
  return formats && (() => [...formats].map(([format, { summary }]) => [format, summary]));
};

/** After `cluster,` the next one. */
const designIds = (word: string): Candidate[] => {
  const before = word.slice(0, word.lastIndexOf(',') + 1);
  return DESIGN_IDS.map((id) => [before + id, '']);
};

const FILE = /^<?\[?(file|files|folder|before|after|current|proposed|plan|now|people)\b/;

/**
 * What a shell is offered for the last of some words, as its script reads it: a line for each, and the directive.
 * @param words - What stands behind the name of the program, the last one as far as it is typed.
 * @param commands - Those of the program, with their formats.
 */
export function complete(
  words: readonly string[],
  program: Command,
  commands: readonly WithFormats[],
): string {
  const word = words.at(-1) ?? '';
  const typed = word.startsWith('--') && word.includes('=') ? word.slice(word.indexOf('=') + 1) : word;
  let files = false;
  const handler = (place: string, name: string, choices: readonly string[] | undefined) => {
    const values = VALUES[place] ?? (choices === undefined ? formatsAt(place, commands) : undefined);
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
    for (const {
      long,
      short,
      description,
      flags,
      required,
      optional,
      argChoices,
      hidden,
    } of command.options) {
      if (hidden) continue;
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

/**
 * What the script for bash lacks: words go to a second evaluation as they were typed, so that a `>` among them would empty
 * a file; a value after `=` is compared with the option as well; nothing completes the names of files.
 */
const BASH: readonly (readonly [string, string])[] = [
  [`complete -- \${words[@]:1}"`, `complete --$(printf ' %q' "\${words[@]:1:cword}")"`],
  [
    `    # Add an empty parameter if the last parameter is complete
    if [[ -z "$cur" ]]; then
        requestComp="$requestComp ''"
    fi
`,
    '',
  ],
  ['-- "$cur") )\n}', `-- "\${cur#--*=}") )\n}`],
  ['\ncomplete -F ', '\ncomplete -o default -F '],
];

/** The constants of the script cannot be set a second time: by another program's, or by sourcing it again. */
const withoutConstants = (text: string): string => {
  const values = new Map<string, string>();
  const rest = text.replace(
    /^readonly (ShellCompDirective\w+)=(\d+)\n/gm,
    (_, name: string, value: string) => {
      values.set(name, value);
      return '';
    },
  );
  return rest.replace(/\$(ShellCompDirective\w+)/g, (whole, name: string) => values.get(name) ?? whole);
};

const mended = (text: string): string => {
  let better = withoutConstants(text);
  for (const [from, to] of BASH) {
    if (better.split(from).length !== 2) throw new Error(`The script for bash has not one ${from}`);
    better = better.replace(from, () => to);
  }
  return better;
};

/** What a shell reads to complete the commands of this program; it asks `orgdesign complete -- WORDS…`. */
export const completionScript = (shell: Shell): string => {
  const text = printed(() => script(shell, 'orgdesign', 'orgdesign'));
  return shell === 'bash' ? mended(text) : text;
};
