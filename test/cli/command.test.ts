import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { set } from '../../src/cli/options/designs.ts';
import { color, documentOptions, stdinFilepath } from '../../src/cli/options/documents.ts';
import { failOn } from '../../src/cli/options/limits.ts';
import { createProgram } from '../../src/cli/program.ts';
import { run } from '../../src/cli/run.ts';
import { command as inMemory } from './in-memory.ts';
import { CLEAN_ORGANISATION, ORGANISATION_WITH_WARNING } from './organisations.ts';

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

test.each([
  [['import', 'p.csv', '--customers', 'a.csv', '-c', 'b.csv'], '--customers takes one value'],
  [['import', 'p.csv', '--sheet', 'Sales', '--sheet', 'Support'], '"Sales" and "Support"'],
  [['import', 'p.csv', '--map', 'title=Role', '--map', 'title=Post'], '--map title takes one value'],
  [['evaluate', 'org.yaml', '--years', '3', '--years', '4'], '--years takes one value'],
])('of two values for what takes one, neither is dropped: %j', async (args, told) => {
  const { code, stderr } = await inMemory(args, { files: { 'p.csv': '', 'org.yaml': CLEAN_ORGANISATION } });
  expect(stderr).toContain(told);
  expect(code).toBe(2);
});

test('a value for each of people and customers, one given twice alike, and lists are taken', async () => {
  const { stderr, code } = await inMemory(
    ['import', 'p.csv', '--sheet', '1', '--sheet', 'customers.2', '--from', 'generic', '--from', 'generic'],
    { files: { 'p.csv': 'id,name,title,manager\n1,Ann,CEO,\n2,Bob,Rep,1\n' } },
  );
  expect({ stderr: stderr.match(/takes one value/), code }).toEqual({ stderr: null, code: 0 });
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

describe('what is offered changes something', () => {
  const files = {
    // Somebody is named by every document: a reporting cycle, and an officer.
    'org.yaml': `${ORGANISATION_WITH_WARNING.replace(
      'customers:',
      ['two', 'three']
        .map(
          (one, at, all) =>
            `  - { id: ${one}, name: Winnow ${one}, title: Accountant, manager: ${all[1 - at]} }`,
        )
        .join('\n')
        .concat('\ncustomers:'),
    )}customerOfficer: { person: sales-0 }\n`,
    'before.yaml': CLEAN_ORGANISATION,
    'after.yaml': CLEAN_ORGANISATION.replace('manager: sales-0, title', 'manager: support-0, title'),
  };
  /** What each argument is given; a command that takes another has to say here what. */
  const GIVEN: Readonly<Record<string, string>> = {
    file: 'org.yaml',
    files: 'org.yaml',
    before: 'before.yaml',
    current: 'before.yaml',
    plan: 'before.yaml#cluster',
    proposed: 'before.yaml#cluster',
    after: 'after.yaml',
    now: 'after.yaml',
    'key=answer': 'context.collaboration=good',
  };
  const cases = program.commands.flatMap((command) =>
    commands.find(({ name }) => name === command.name())!.formats === undefined
      ? []
      : command.options
          .filter(({ long, hidden }) => (long === '--names' || long === '--quiet') && !hidden)
          .map(({ long }) => [command.name(), long!] as const),
  );

  test.each(cases)('%s %s', async (name, flag) => {
    const known = program.commands.find((one) => one.name() === name)!;
    const given = known.registeredArguments.map((one) => GIVEN[one.name()]!);
    const args = [name, ...(name === 'charter' ? ['before.yaml#cluster'] : given)];
    const [without, withIt] = await Promise.all([
      inMemory(args, { files }),
      inMemory([...args, flag], { files }),
    ]);
    expect(without.code).toBeLessThan(2);
    expect(withIt.stdout).not.toBe(without.stdout);
  });
});
