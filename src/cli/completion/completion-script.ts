import { script } from '@bomb.sh/tab';
import { printed } from '../io/printed.ts';

export type Shell = 'bash' | 'zsh' | 'fish';

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
