import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { createProgram } from '../../src/cli/program.ts';
import { checkFormats } from '../../src/documents/check/document.ts';
import { policyOf } from '../documents/check/checked.ts';
import { action, gitlab, hooks, inputNames, read, stepOf, steps, version } from './ci-files.ts';

const guide = read('docs/ci.md');

const { commands } = createProgram({ stdout: {}, stderr: {} } as never, () => {});

/** Words that look like options of a command and are none, and formats that are none. */
const faultsIn = (name: string, text: string): string[] => {
  const command = commands.find((each) => each.name() === name);
  if (command === undefined) return [`no command ${name}`];
  const options = [...text.matchAll(/(?<=^|[\s"'([])--[a-z][a-z-]*/g)].map(([option]) => option);
  const formats = [...text.matchAll(/--format[= ]"?([a-z]+)/g)].map(([, format]) => format!);
  return [
    ...options.filter((one) => one !== '--help' && !command.options.some(({ long }) => one === long)),
    ...(name === 'check' ? formats.filter((format) => !checkFormats.has(format)) : []),
  ];
};

/** Every command line of this program in a text, up to a pipe or the end of the line. */
const commandLines = (text: string): { name: string; rest: string }[] =>
  [...text.matchAll(/(?<=^|[\s`(])orgdesign(?:@\S+)? ([a-z]+)\b([^\n|`)]*)/gm)].map(([, name, rest]) => ({
    name: name!,
    rest: rest!,
  }));

/** The expressions of a step, and where they stand. */
const expressions = (value: unknown): string[] =>
  [...JSON.stringify(value ?? null).matchAll(/(inputs|steps)\.[\w.-]+/g)].map(([one]) => one);

describe('the action', () => {
  test('uses every input that it declares, and no other', () => {
    const used = new Set(
      steps
        .flatMap(({ run: _, ...rest }) => expressions(rest))
        .flatMap((one) => (one.startsWith('inputs.') ? [one.slice('inputs.'.length)] : [])),
    );
    expect([...used].sort()).toEqual([...inputNames].sort());
    for (const { description } of [...Object.values<{ description: string }>(action.inputs)])
      expect(description.length).toBeGreaterThan(10);
  });

  test('gives inputs to the shell through the environment only, and uses each there', () => {
    for (const { run, env } of steps.filter((step) => step.run !== undefined)) {
      expect(run).not.toContain('${{');
      for (const name of Object.keys(env ?? {})) expect(run).toMatch(new RegExp(`\\$\\{?${name}\\b`));
    }
  });

  test('has outputs that its script writes, and writes no other', () => {
    const written = new Set(
      [...stepOf('Check').run!.matchAll(/^\s*(?:\S+\) )?output ([a-z-]+) /gm)].map(([, name]) => name!),
    );
    expect([...written].sort()).toEqual(Object.keys(action.outputs).sort());
    for (const [name, { value }] of Object.entries<{ value: string }>(action.outputs))
      expect(value).toBe(`\${{ steps.check.outputs.${name} }}`);
  });

  test('uses options that there are, and the actions of others by commit', () => {
    expect(faultsIn('check', stepOf('Check').run!)).toEqual([]);
    for (const { uses } of steps)
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  test('installs the version that it belongs to', () => {
    expect(action.inputs.version?.default).toBe(version);
  });
});

describe('the other examples', () => {
  test('the hooks use options that there are, and name files that they run for', () => {
    expect(hooks).toHaveLength(1);
    for (const { entry, args, files } of hooks) {
      const [program, name] = entry.split(' ');
      expect(program).toBe('orgdesign');
      expect(faultsIn(name!, args.join(' '))).toEqual([]);
      const pattern = new RegExp(files);
      for (const file of ['org.yaml', 'a/org.yaml', 'a/people.csv', 'orgdesign.config.yaml'])
        expect(pattern.test(file)).toBe(true);
      for (const file of ['README.md', 'organ.yaml', 'my-org.yaml']) expect(pattern.test(file)).toBe(false);
    }
  });

  test('the job for GitLab uses options that there are, and this version', () => {
    const lines = gitlab.script.flatMap((line: string) => commandLines(line));
    expect(lines).toHaveLength(1);
    for (const { name, rest } of lines) expect(faultsIn(name, rest)).toEqual([]);
    expect(gitlab.before_script.join()).toContain(`orgdesign@${version}`);
    const [script] = gitlab.script;
    for (const file of Object.values(gitlab.artifacts.reports)) expect(script).toContain(`:${file}`);
  });
});

describe('docs/ci.md', () => {
  const blocks = [...guide.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
    language,
    text: text!,
  }));
  const yaml = blocks.filter(({ language }) => language === 'yaml').map(({ text }) => text);

  test('names commands, options and formats that there are', () => {
    const lines = commandLines(guide);
    expect(lines.length).toBeGreaterThan(12);
    expect(lines.flatMap(({ name, rest }) => faultsIn(name, rest))).toEqual([]);
    expect(
      commandLines('orgdesign check a --watsch').flatMap(({ name, rest }) => faultsIn(name, rest)),
    ).toEqual(['--watsch']);
  });

  test('has YAML that parses, and a policy that is one', async () => {
    expect(yaml.length).toBeGreaterThan(3);
    for (const text of yaml) expect(parseAllDocuments(text).flatMap(({ errors }) => errors)).toEqual([]);
    const policies = yaml.filter((text) => text.includes('policy.schema.json'));
    expect(policies).toHaveLength(1);
    expect((await policyOf(policies[0]!)).maxMoved).toBe(0.25);
  });

  test('gives the action inputs that it has, reads outputs that it has, and names all', () => {
    const workflow = parse(yaml.find((text) => text.includes('fetch-depth'))!);
    const jobSteps = workflow.jobs.check.steps as typeof steps;
    const own = jobSteps.find(({ uses }) => uses?.includes('/orgdesign@'))!;
    expect(own.uses).toContain(`@v${version}`);
    expect(inputNames).toEqual(expect.arrayContaining(Object.keys(own.with!)));
    const outputs = [...guide.matchAll(/steps\.check\.outputs\.([a-z-]+)/g)].map(([, name]) => name!);
    expect(outputs.length).toBeGreaterThan(3);
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(outputs));
    for (const name of [...inputNames, ...Object.keys(action.outputs)])
      expect(guide).toContain(`\`${name}\``);
    for (const { run } of jobSteps) expect(run ?? '').not.toContain('${{');
  });

  test('has links that lead somewhere', () => {
    const headings = new Set(
      [...guide.matchAll(/^#+ (.+)$/gm)].map(([, text]) =>
        text!
          .toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .replaceAll(' ', '-'),
      ),
    );
    for (const [, link] of guide.matchAll(/\]\(([^)]+)\)/g)) {
      if (link!.startsWith('#')) expect([...headings]).toContain(link!.slice(1));
      else expect(existsSync(new URL(link!, new URL('../../docs/', import.meta.url)))).toBe(true);
    }
  });
});
