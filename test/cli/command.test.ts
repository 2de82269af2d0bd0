import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { set } from '../../src/cli/options/designs.ts';
import { color, documentOptions, stdinFilepath } from '../../src/cli/options/documents.ts';
import { failOn } from '../../src/cli/options/limits.ts';
import { createProgram } from '../../src/cli/program.ts';
import { run } from '../../src/cli/run.ts';

const program = createProgram({ stdout: {}, stderr: {} } as never, () => {});

test('the program has every command of the list, in its order', () => {
  expect(program.commands.map((command) => command.name())).toEqual(commands.map(({ name }) => name));
});

describe.each(commands.map((command) => [command.name, command] as const))('%s', (name, definition) => {
  const command = program.commands.find((one) => one.name() === name)!;

  test('reads each option by the name that commander gives it', () => {
    expect(definition.optionNames).toEqual(command.options.map((option) => option.attributeName()));
  });

  test('has one option of a name and of a letter', () => {
    const flags = command.options.flatMap(({ long, short }) =>
      [long, short].filter((flag) => flag !== undefined),
    );
    expect(new Set(flags).size).toBe(flags.length);
  });

  test('is listed with a line that is no sentence, and explained with sentences', () => {
    expect(command.summary()).toMatch(/^[a-z].*[^.]$/);
    expect(command.description()).toMatch(/^[A-Z].*\.$/);
  });

  test('says what each of its arguments and options is', () => {
    for (const { description } of [...command.registeredArguments, ...command.options])
      expect(description).not.toBe('');
  });

  test('prints its help, with lines that can be copied', async () => {
    let help = '';
    const stdout = { write: (text: string) => (help += text), columns: 80 };
    expect(await run([name, '--help'], { stdout, stderr: stdout } as never)).toBe(0);
    expect(help).toMatch(new RegExp(`^ .*orgdesign ${name}`, 'm'));
  });
});

test('every option in an example is one that its command has', async () => {
  let seen = 0;
  for (const { name } of commands) {
    let help = '';
    const stdout = { write: (text: string) => (help += text), columns: 80 };
    await run([name, '--help'], { stdout, stderr: stdout } as never);
    for (const [, called, words] of help.matchAll(/^ .*orgdesign (\w+)( [^|>)\n]*)?/gm)) {
      const known = program.commands.find((one) => one.name() === called)!.options;
      for (const [flag] of (words ?? '').matchAll(/(?<= )-(?:-[a-z-]+|[a-z]\b)/g)) {
        seen++;
        expect(
          known.some(({ long, short }) => flag === long || flag === short),
          `${called} ${flag}`,
        ).toBe(true);
      }
    }
  }
  expect(seen).toBeGreaterThan(50);
});

test('no line of any help is wider than the terminal, but for what is there to be copied', async () => {
  for (const words of [[], ...program.commands.map((command) => [command.name()])]) {
    let help = '';
    const stdout = { write: (text: string) => (help += text), columns: 80 };
    expect(await run([...words, '--help'], { stdout, stderr: stdout } as never)).toBe(0);
    expect(
      help.split('\n').filter((line) => line.length > 80 && !/^ {2}(?:orgdesign|curl|jq) /.test(line)),
      words.join(' '),
    ).toEqual([]);
  }
});

test('an option that several commands have says the same in each', () => {
  const shared = [
    set,
    failOn,
    color,
    stdinFilepath,
    documentOptions(new Map([['a', { summary: '' }]]), '').names,
  ];
  for (const { long, description } of shared) {
    const found = program.commands.flatMap(({ options }) => options.filter((option) => option.long === long));
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found.map((option) => option.description))).toEqual(new Set([description]));
  }
});

test('a second program has the same help as the first: definitions hold no state of a run', () => {
  const again = createProgram({ stdout: {}, stderr: {} } as never, () => {});
  expect(again.commands.map((one) => one.helpInformation())).toEqual(
    program.commands.map((one) => one.helpInformation()),
  );
  expect(again).toBeInstanceOf(Command);
});
