/** A command that the runner of GitHub Actions would carry out. */
interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

const unescaped = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const unescapedProperty = (text: string): string =>
  unescaped(text.replaceAll('%3A', ':').replaceAll('%2C', ','));

/**
 * What is printed as the runner reads it (actions/runner, ActionCommand.cs): a line that begins with `::`, spaces aside, is
 * `::name a=b,c=d::message`; any other with `##[` in it, wherever that is, is `##[name a=b]message`. More is taken for a command
 * here than there, where the name has to be one that it knows.
 */
export function commandsIn(printed: string): { readonly of: Command[]; readonly legacy: string[] } {
  const of: Command[] = [];
  const legacy: string[] = [];
  for (const line of printed.split(/\r\n|\r|\n/)) {
    const seen = line.replaceAll(INVISIBLE, '').trimStart();
    if (!seen.startsWith('::')) {
      if (seen.includes('##[')) legacy.push(line);
      continue;
    }
    const end = seen.indexOf('::', 2);
    const [name = '', ...rest] = seen.slice(2, end < 0 ? undefined : end).split(' ');
    const pairs = rest
      .join(' ')
      .split(',')
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
    if (new Set(pairs.map(([key]) => key)).size !== pairs.length)
      throw new Error(`a property twice: ${line}`);
    of.push({
      name,
      properties: Object.fromEntries(pairs.map(([key, value]) => [key, unescapedProperty(value)])),
      message: end < 0 ? '' : unescaped(seen.slice(end + 2)),
    });
  }
  return { of, legacy };
}
