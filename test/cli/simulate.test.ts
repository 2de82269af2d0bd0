import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isOfChange } from '../../src/measures/measure.ts';
import type { Report } from '../../src/schema/documents/report.ts';
import { exampleFiles } from '../proposal/written.ts';
import { measureOf } from '../support/organisations.ts';
import { command, type Outcome } from './in-memory.ts';
import { CLEAN_ORGANISATION } from './organisations.ts';

const files = { 'org.yaml': CLEAN_ORGANISATION };
const simulate = (...args: string[]): Promise<Outcome> => command(['simulate', ...args], { files });

const reportOf = async (args: readonly string[], world: Parameters<typeof command>[1]): Promise<Report> =>
  JSON.parse((await command(['evaluate', ...args, '--format', 'json'], world)).stdout);

/** Figures but for those of change, and what follows from the id of the design. */
const figures = ({ designs }: Report, id: string) =>
  Object.fromEntries(
    Object.entries(designs.find((design) => design.id === id)!.measures)
      .filter(([measure]) => !isOfChange(measureOf(measure)))
      .map(([measure, { byConstruction, ...rest }]) => [measure, rest]),
  );

/** Equal to nine digits. */
const nearly = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? Number(one.toPrecision(9)) : one)));

describe('simulate', () => {
  test.each(['halden', 'marrowgate', 'tindle-and-moss'])(
    'writes a file of %s that measures as evaluate said',
    async (name) => {
      const world = { files: exampleFiles(name) };
      for (const design of ['functional', 'lifecycle', 'cluster', 'matrix']) {
        const { code, written, stderr } = await command(
          ['simulate', 'org.yaml', '--design', design, '-o', 'proposed.yaml'],
          world,
        );
        expect([code, stderr]).toEqual([0, '']);
        expect([...written.keys()].at(-1)).toBe('proposed.yaml');
        const of = await reportOf(['org.yaml', '--design', design], world);
        const read = await reportOf(['proposed.yaml', '--design', 'as-is'], {
          files: Object.fromEntries(written),
        });
        expect(nearly(figures(read, 'as-is'))).toEqual(nearly(figures(of, design)));
        const assumed = ({ assumptions }: Report) =>
          assumptions.filter(({ id }) => id !== 'accountable-units').map(({ id, text }) => `${id}: ${text}`);
        expect(assumed(read).sort()).toEqual(assumed(of).sort());
        expect(read.organisation.people).toBe(of.organisation.people);
      }
    },
  );

  test('says who moves, what is assumed and what to do next', async () => {
    const { code, stdout, written } = await simulate('org.yaml', '-d', 'cluster', '-o', 'new/proposed.yaml');
    expect(code).toBe(0);
    expect([...written.keys()]).toEqual(['new/proposed.yaml']);
    expect(stdout).toMatch(/^Customer clusters of Clean & Co\n/);
    expect(stdout).toMatch(/Move to another unit +\d+ of 25 people \(\d+ %\)/);
    expect(stdout).toMatch(/Units +\d clusters/);
    expect(stdout).toContain('Assumed, and written out as such:');
    expect(stdout).toContain('orgdesign evaluate new/proposed.yaml');
    expect(stdout).toContain('orgdesign diff org.yaml new/proposed.yaml');
    expect((await simulate('org.yaml', '-d', 'cluster', '-o', 'p.yaml', '-q')).stdout).toBe('');
  });

  test('writes the YAML alone to standard output, and the summary to the other', async () => {
    const { code, stdout, stderr, written } = await command(['simulate', 'org.yaml', '-d', 'lifecycle'], {
      files: exampleFiles('marrowgate'),
    });
    expect([code, written.size]).toEqual([0, 0]);
    expect(parse(stdout).people.length).toBeGreaterThan(79);
    expect(stdout).toMatch(/^# yaml-language-server/);
    expect(stderr).toMatch(/^Lifecycle phases of Marrowgate/);
  });

  test('reads standard input, which stands for a file', async () => {
    const { code, stdout } = await command(
      ['simulate', '-', '--stdin-filepath', 'x/org.yaml', '-d', 'cluster', '-o', 'proposed.yaml'],
      { stdin: CLEAN_ORGANISATION },
    );
    expect(code).toBe(0);
    expect(stdout).not.toContain('orgdesign diff');
  });

  test('takes options of the design, and writes them down', async () => {
    const { written } = await simulate('org.yaml', '-d', 'cluster', '--set', 'minimum=5', '-o', 'p.yaml');
    const text = written.get('p.yaml')!;
    expect(parse(text)).toMatchObject({
      designs: { cluster: { minimum: 5 } },
      policy: { minimumTeam: 5 },
    });
    expect(text).toContain('# Options of the design: { minimum: 5 }.');
    expect(text).toContain('the design sets minimumTeam.');
  });

  test('writes nothing where the design is impossible, and says what is missing', async () => {
    for (const output of ['p.yaml', '-']) {
      const exclusive = ['--set', 'account-team.exclusive=true'];
      const outcome = await simulate('org.yaml', '-d', 'account-team', '-o', output, '-q', ...exclusive);
      expect([outcome.code, outcome.written.size]).toEqual([1, 0]);
      const said = output === '-' ? outcome.stderr : outcome.stdout;
      expect(said).toContain('Account teams: impossible for Clean & Co. Nothing was written.');
      expect(said).toMatch(/people: \d+ needed, \d+ there/);
      expect(output === '-' ? outcome.stdout : outcome.stderr).toBe('');
    }
  });

  test.each([
    [[], '--design is missing.'],
    [['-d', 'cluster,lifecycle'], 'a file holds one design, and 2 are given.'],
    [['-d', 'as-is'], 'the organisation as it is has its file already.'],
    [['-d', 'clusters'], 'Did you mean "cluster"?'],
    [['-d', 'cluster', '-o', 'org.yaml'], 'would replace a file that was read'],
    [['-d', 'cluster', '-o', './org.yaml'], 'would replace a file that was read'],
  ])('%j is refused', async (args, message) => {
    const { code, stdout, stderr, written } = await simulate('org.yaml', ...args);
    expect([code, stdout, written.size]).toEqual([2, '', 0]);
    expect(stderr).toContain(message);
  });

  test('never writes over a file that was read, nor through a link to one', async () => {
    const source = exampleFiles('marrowgate');
    const own = {
      ...source,
      'org.yaml': source['org.yaml']!.replace('file: people.csv', 'file: proposed.people.csv'),
      'proposed.people.csv': source['people.csv']!,
    };
    const { written } = await command(['simulate', 'org.yaml', '-d', 'cluster', '-o', 'proposed.yaml'], {
      files: own,
    });
    expect([...written.keys()]).toEqual(['proposed.people-2.csv', 'proposed.customers.csv', 'proposed.yaml']);
    const linked = await command(['simulate', 'org.yaml', '-d', 'cluster', '-o', 'link.yaml'], {
      files: { ...files, 'link.yaml': CLEAN_ORGANISATION },
      links: { 'link.yaml': 'org.yaml' },
    });
    expect([linked.code, linked.written.size]).toEqual([2, 0]);
    expect(linked.stderr).toContain('--output link.yaml would replace a file that was read');
  });

  test('writes nothing where a table could not be written', async () => {
    const { code, written } = await command(
      ['simulate', 'org.yaml', '-d', 'cluster', '-o', 'proposed.yaml'],
      {
        files: exampleFiles('marrowgate'),
        writeFile: async (path) => {
          if (path.endsWith('customers.csv')) throw new Error('disk full');
        },
      },
    );
    expect([code, [...written.keys()]]).toEqual([3, []]);
  });
});
