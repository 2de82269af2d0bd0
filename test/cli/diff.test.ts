import { describe, expect, test } from 'vitest';
import { type KnownFiles, loadStructure } from '../../src/cli/organisation-file.ts';
import { evaluate } from '../../src/index.ts';
import { type DiffReport, diff as diffSchema } from '../../src/schema/documents/diff.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { command, type World } from './in-memory.ts';
import { CLEAN_ORGANISATION, ORGANISATION_WITH_WARNING } from './organisations.ts';

const MOVED = CLEAN_ORGANISATION.replace(
  '{ id: support-5, name: Winnow support-5, department: support, manager: support-0,',
  '{ id: support-5, name: Winnow support-5, department: sales, manager: sales-0,',
);

const files = {
  'org.yaml': CLEAN_ORGANISATION,
  'moved.yaml': MOVED,
  'small.yaml': ORGANISATION_WITH_WARNING,
  'a#b.yaml': MOVED,
  'org.yaml#matrix.yaml': MOVED,
  'odd#cluster': MOVED,
  'broken.yaml': 'version: 1\nname: Broken\npeople:\n  - { id: p1, titel: Head }\n',
  'exclusive.yaml': `${CLEAN_ORGANISATION}designs: { account-team: { exclusive: true } }\n`,
  'options.yaml': `${CLEAN_ORGANISATION}designs: { cluster: { basis: industry, clusters: 1 } }\n`,
};
const world: World = { files };

const documentOf = (text: string): DiffReport => diffSchema.parse(JSON.parse(text));

const json = async (before: string, after: string, ...args: string[]) => {
  const { stdout, stderr, code } = await command(['diff', before, after, '--format', 'json', ...args], world);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return documentOf(stdout);
};

const movedOf = ({ people }: DiffReport) => people.moved.map(({ person }) => person.id);

test('a person who moved is found between two files', async () => {
  expect(MOVED).not.toBe(CLEAN_ORGANISATION);
  const document = await json('org.yaml', 'moved.yaml');
  expect(movedOf(document)).toEqual(['support-5']);
  expect(document.before.file).toBe('org.yaml');
  expect(document.after.file).toBe('moved.yaml');
  expect(document.changed).toBe(true);
});

test('a file against itself has not changed, in every format', async () => {
  expect((await json('org.yaml', 'org.yaml')).changed).toBe(false);
  for (const format of ['table', 'markdown']) {
    const { stdout, code } = await command(['diff', 'org.yaml', 'org.yaml', '--format', format], world);
    expect(stdout).toContain('Nothing changed');
    expect(code).toBe(0);
  }
});

describe('FILE#design', () => {
  test('is a design of the file, whose figures are those that evaluate prints', async () => {
    const document = await json('org.yaml', 'org.yaml#cluster');
    expect(document.after.design).toEqual({ id: 'cluster', name: 'Customer clusters' });
    expect(document.before.design).toBeUndefined();
    const report = evaluate(
      await loadOrganisation('org.yaml', memoryFiles({ 'org.yaml': CLEAN_ORGANISATION })),
      {
        version: 'test',
      },
    );
    const { measures } = report.designs.find(({ id }) => id === 'cluster')!;
    // Seven of the change itself, and the sales at risk by it.
    expect(document.change.length).toBe(8);
    for (const { id, value } of document.change) expect(value, id).toBe(measures[id]!.value);
    for (const { id, before, after } of document.measures) {
      expect(after, id).toBe(measures[id]!.value);
      expect(before, id).toBe(report.designs[0]!.measures[id]!.value);
    }
    const [now, then] = [report.designs[0]!, report.designs.find(({ id }) => id === 'cluster')!];
    expect(document.findings.kept + document.findings.gone.length).toBe(now.findings.length);
    expect(document.findings.kept + document.findings.new.length).toBe(then.findings.length);
  });

  test('as-is is the file as it stands', async () =>
    expect((await json('org.yaml', 'org.yaml#as-is')).changed).toBe(false));

  test('is either side, or both', async () => {
    const document = await json('org.yaml#functional', 'org.yaml#cluster');
    expect([document.before.design?.id, document.after.design?.id]).toEqual(['functional', 'cluster']);
    expect(document.people.moved.length).toBeGreaterThan(0);
  });

  test('has the options of the file', async () => {
    const clusters = ({ units }: DiffReport) => units.new.filter(({ kind }) => kind === 'cluster').length;
    expect(clusters(await json('org.yaml', 'org.yaml#cluster'))).toBe(2);
    expect(clusters(await json('options.yaml', 'options.yaml#cluster'))).toBe(1);
  });

  test('of standard input is known to be no option behind --', async () => {
    const { stdout, code } = await command(['diff', '--format', 'json', '--', '-', '-#lifecycle'], {
      stdin: CLEAN_ORGANISATION,
    });
    expect(code).toBe(0);
    expect(documentOf(stdout).after.design?.id).toBe('lifecycle');
  });

  test('reads and builds a file once, which standard input has to be', async () => {
    const inner = memoryFiles({ '-': CLEAN_ORGANISATION });
    let reads = 0;
    const counting = {
      ...inner,
      read: (path: string, most: number) => {
        reads++;
        return inner.read(path, most);
      },
    };
    const known: KnownFiles = new Map();
    const file = await loadStructure('-', counting, known);
    const design = await loadStructure('-#cluster', counting, known);
    expect(reads).toBe(1);
    expect(design.loaded).toBe(file.loaded);
    expect(design.design?.baseline).toBe(file.organisation);
    expect(design.design?.result.organisation).toBe(design.organisation);
  });

  test.each(['a#b.yaml', 'org.yaml#matrix.yaml', 'odd#cluster'])('but %s is a file', async (file) => {
    const document = await json('org.yaml', file);
    expect(document.after.file).toBe(file);
    expect(document.after.design).toBeUndefined();
    expect(movedOf(document)).toEqual(['support-5']);
  });

  test('a design of a file with a # in its name', async () =>
    expect((await json('a#b.yaml', 'a#b.yaml#as-is')).after.file).toBe('a#b.yaml'));
});

describe('the exit code', () => {
  test.each([
    ['differences', ['diff', 'org.yaml', 'moved.yaml']],
    ['findings', ['diff', 'org.yaml', 'small.yaml', '--quiet']],
    ['none', ['diff', 'org.yaml', 'org.yaml']],
  ])('is 0 for %s', async (_, args) => expect((await command(args, world)).code).toBe(0));

  test.each([
    ['a file that is not there', ['org.yaml', 'absent.yaml'], /absent\.yaml: there is no such file/],
    [
      'a design of a file that is not there',
      ['org.yaml', 'absent.yaml#cluster'],
      /absent\.yaml: there is no/,
    ],
    ['a file that is wrong', ['org.yaml', 'broken.yaml'], /broken\.yaml:4:\d+ {2}error/],
    ['a design that is mistyped', ['org.yaml', 'org.yaml#clustr'], /no design "clustr"[\s\S]*"cluster"/],
    [
      'a design that is not possible',
      ['org.yaml', 'exclusive.yaml#account-team'],
      /not possible[\s\S]*lacks/,
    ],
    ['an output in place of an input', ['org.yaml', 'moved.yaml', '-o', './moved.yaml'], /would replace/],
    ['an unknown format', ['org.yaml', 'moved.yaml', '--format', 'xml'], /table, json, markdown/],
    ['one file', ['org.yaml'], /missing required argument 'after'/],
  ])('is 2, with nothing on standard output, for %s', async (_, args, message) => {
    const { code, stdout, stderr, written } = await command(['diff', ...args], world);
    expect({ code, stdout, written: written.size }).toEqual({ code: 2, stdout: '', written: 0 });
    expect(stderr).toMatch(message);
  });
});

describe('output', () => {
  test('names people where that is asked for', async () => {
    for (const format of ['table', 'json', 'markdown']) {
      const shown = async (...args: string[]) =>
        (await command(['diff', 'org.yaml', 'moved.yaml', '--format', format, ...args], world)).stdout;
      expect(await shown()).not.toContain('Winnow');
      expect(await shown('--names')).toContain('Winnow support-5');
    }
  });

  test('goes to a file, without colours', async () => {
    const { stdout, written } = await command(['diff', 'org.yaml', 'moved.yaml', '-o', 'out.txt'], {
      ...world,
      isTerminal: true,
      env: { FORCE_COLOR: '1' },
    });
    expect(stdout).toBe('');
    expect(written.get('out.txt')).toContain('support → sales (1): support-5');
    expect(written.get('out.txt')).not.toContain('\u001b');
  });

  test('at a terminal has colours', async () => {
    const { stdout } = await command(['diff', 'org.yaml', 'moved.yaml'], { ...world, isTerminal: true });
    expect(stdout).toContain('\u001b[');
  });
});
