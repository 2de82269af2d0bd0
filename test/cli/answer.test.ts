import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { command } from './in-memory.ts';
import { CLEAN_ORGANISATION } from './organisations.ts';

const files = { 'org.yaml': CLEAN_ORGANISATION };
const world = { files };

describe('answer', () => {
  test('writes answers into the file, says what they change, and evaluates it', async () => {
    const args = ['answer', 'org.yaml', 'context.collaboration=good', 'practices.strategy-clear=partly'];
    const { code, stdout, stderr, written } = await command(args, world);
    expect(code).toBe(0);
    const text = written.get('org.yaml')!;
    expect(parse(text)).toMatchObject({
      ...parse(CLEAN_ORGANISATION),
      context: { staff: 400, collaboration: 'good' },
      practices: { 'strategy-clear': 'partly' },
    });
    expect(stderr).toMatch(/^Wrote org\.yaml: .*context\.collaboration: good/m);
    expect(stderr).toMatch(/^Before: .*\nNow: /m);
    expect(stdout).toContain('Suits this company');
  });

  test('asks one question after another, keeps what was answered before the input ended, and again after a slip', async () => {
    const { code, stderr, written } = await command(['answer', 'org.yaml'], {
      ...world,
      stdin: 'nonsense\n\n',
    });
    expect(code).toBe(0);
    expect(stderr).toMatch(/1\/\d .*\?/);
    expect(stderr).toContain('expected');
    expect(written.size).toBe(0);
    const asked = /(\w+\.[\w-]+) \[(\w+)/.exec(stderr)!;
    const again = await command(['answer', 'org.yaml'], {
      ...world,
      stdin: asked[2] === 'a' ? '0.3' : asked[2]!,
    });
    expect([...again.written.keys()]).toEqual(['org.yaml']);
    expect(again.written.get('org.yaml')).toContain(`${asked[1]!.split('.')[1]}:`);
  });

  test.each([
    ['an unknown key', ['context.colaboration=good'], /Did you mean "context.collaboration"/],
    ['an unknown value', ['context.market=b2x'], /expected b2b, b2c, mixed/],
    ['no equals sign', ['context.market'], /is no KEY=ANSWER/],
    ['one wrong of two', ['context.market=b2b', 'context.staff=few'], /context.staff: expected a number/],
  ])('writes nothing for %s', async (_, entries, message) => {
    const { code, stdout, stderr, written } = await command(['answer', 'org.yaml', ...entries], world);
    expect({ code, stdout, written: written.size }).toEqual({ code: 2, stdout: '', written: 0 });
    expect(stderr).toMatch(message);
  });
});

describe('evaluate', () => {
  test('tries an answer with --assume as if it stood in the file, and says so', async () => {
    const entry = 'context.collaboration=poor';
    const tried = await command(['evaluate', 'org.yaml', '--assume', entry, '-f', 'json'], world);
    const text = (await command(['answer', 'org.yaml', entry], world)).written.get('org.yaml')!;
    const stands = await command(['evaluate', 'org.yaml', '-f', 'json'], { files: { 'org.yaml': text } });
    const verdicts = (stdout: string) =>
      JSON.parse(stdout).designs.map(({ fit }: { fit: { cf: number } }) => fit.cf);
    expect(verdicts(tried.stdout)).toEqual(verdicts(stands.stdout));
    expect(JSON.parse(tried.stdout).input.assumed).toEqual([entry]);
    expect((await command(['evaluate', 'org.yaml', '--assume', entry], world)).stdout).toContain(
      `Tried, and not in the file: ${entry}.`,
    );
    expect((await command(['evaluate', 'org.yaml', '--assume', 'context.x=1'], world)).code).toBe(2);
  });

  test('shows the sections that are asked for, all of them with --full, and refuses others', async () => {
    const shown = async (...args: string[]) =>
      (await command(['evaluate', 'org.yaml', ...args], world)).stdout;
    const full = await shown('--full');
    const parts = { measures: 'Effective', fit: 'reorganise now', structure: 'Its units:', risks: 'isk' };
    for (const [section, words] of Object.entries(parts)) {
      expect(full).toContain(words);
      expect(await shown('--section', section), section).toContain(words);
    }
    expect(await shown('--section', 'findings')).not.toContain('Its units:');
    const { code, stderr } = await command(['evaluate', 'org.yaml', '--section', 'finding'], world);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean "findings"?');
  });

  test('reads an extract as import does, says how, and writes nothing', async () => {
    const people = ['Employee ID,Job Title,Department,Manager ID', '1,Chief Executive Officer,,']
      .concat(
        Array.from({ length: 12 }, (_, at) => `${at + 2},Account Manager,Sales,1`),
        ',Account Manager,Sales,1',
      )
      .join('\n');
    const customers = ['Customer ID,Name,Owner ID', 'c1,Acme,2', 'c2,Bell,3'].join('\n');
    const { code, stdout, stderr, written } = await command(
      ['evaluate', 'people.csv', '--customers', 'customers.csv'],
      { files: { 'people.csv': people, 'customers.csv': customers } },
    );
    expect(stdout).toContain('2 customers');
    expect(stdout).toContain('orgdesign import people.csv --customers customers.csv -o org.yaml');
    expect(stderr).toMatch(/id +← Employee ID/);
    expect(code).toBeLessThan(2);
    expect(written.size).toBe(0);
    const piped = await command(['evaluate', '-', '--stdin-filepath', 'hr/people.csv'], { stdin: people });
    expect(piped.stdout).toContain('13 people');
    const refused = await command(['evaluate', 'org.yaml', '--customers', 'customers.csv'], world);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('is an organisation file');
  });
});
