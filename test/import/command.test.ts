import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { progressOn } from '../../src/cli/io/progress.ts';
import { FROM } from '../../src/cli/options/reading.ts';
import { sources } from '../../src/import/sources/sources.ts';
import { command } from '../cli/in-memory.ts';
import { fixture } from './import-memory.ts';
import { workbook } from './workbook.ts';

const CSV = fixture('orgplus.csv').toString();
const many = (count: number): string =>
  `Employee ID,Full Name,Job Title,Manager ID\n${Array.from({ length: count }, (_, index) => `${index},"Lund, ${index}",Buyer,${index === 0 ? '' : index >> 3}`).join('\n')}\n`;

/** Evaluates what an import wrote. */
const evaluateWritten = (written: ReadonlyMap<string, string>, file: string) =>
  command(['evaluate', file, '--format', 'json'], { files: Object.fromEntries(written) });

describe('import', () => {
  test('writes a file that evaluate reads, and says what it understood', async () => {
    const { code, stdout, stderr, written } = await command(['import', 'people.csv', '-o', 'firm/org.yaml'], {
      files: { 'people.csv': CSV },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect([...written.keys()]).toEqual(['firm/org.yaml']);
    const yaml = written.get('firm/org.yaml')!;
    expect(yaml).toMatch(/^# yaml-language-server: \$schema=\S+schemas\/v1\/org\.schema\.json\n/);
    expect(yaml).toContain('name: firm');
    expect(yaml.match(/# Fill in/g)!.length).toBeGreaterThan(5);
    expect(stdout).toContain('OrgPlus, OrgChart (orgplus), by "Person ID", "Supervisor ID"');
    expect(stdout).toMatch(/manager +← Supervisor ID/);
    expect(stdout).toContain('4 people, 2 managers, 2 people at the top');
    const report = JSON.parse((await evaluateWritten(written, 'firm/org.yaml')).stdout);
    expect(report.organisation).toMatchObject({ name: 'firm', people: 4, departments: 2 });
  });

  test('writes a CSV file beside it above 300 people, the YAML last', async () => {
    const { written } = await command(['import', 'people.csv', '-o', 'firm/org.yaml'], {
      files: { 'people.csv': many(301) },
    });
    expect([...written.keys()]).toEqual(['firm/people.csv', 'firm/org.yaml']);
    expect(written.get('firm/org.yaml')).toContain('people: { file: people.csv }');
    const report = JSON.parse((await evaluateWritten(written, 'firm/org.yaml')).stdout);
    expect(report.organisation.people).toBe(301);
  });

  test('never writes over a file that it reads', async () => {
    const files = { 'people.csv': many(301) };
    const { written } = await command(['import', 'people.csv', '-o', 'org.yaml'], { files });
    expect([...written.keys()]).toEqual(['org.people.csv', 'org.yaml']);
    const { code, stderr } = await command(['import', 'people.csv', '-o', 'people.csv'], { files });
    expect(stderr).toContain('would replace a file that is read');
    expect(code).toBe(2);
  });

  test('writes the YAML to standard output by default, and the summary to the other', async () => {
    const { stdout, stderr, code } = await command(['import', '-'], { stdin: CSV });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# yaml-language-server/);
    expect(stderr).toContain('standard input: OrgPlus');
    expect((await command(['evaluate', '-'], { stdin: stdout })).code).toBeLessThan(2);
  });

  test('exits with 1 where rows could not be used, lists them, and writes the others', async () => {
    const { code, stdout, written } = await command(['import', 'people.csv', '-o', 'org.yaml'], {
      files: { 'people.csv': `${CSV},10,,No Id,Clerk,Executive\n10,10,,Twice,Clerk,Executive\n` },
    });
    expect(code).toBe(1);
    expect(stdout).toContain('Could not be used (2 rows):');
    expect(stdout).toContain('1  no id: people.csv, row 6');
    expect(stdout).toContain('1  an id that an earlier row has: people.csv, row 7');
    expect(written.get('org.yaml')).toContain('Cy Ode');
    const quiet = await command(['import', 'people.csv', '-o', 'org.yaml', '-q'], {
      files: { 'people.csv': `${CSV},10,,No Id,Clerk,Executive\n` },
    });
    expect(quiet.stdout).toBe('1 row could not be used.\n');
  });

  test('exits with 2 for what is none of the formats, and says what was seen', async () => {
    const { code, stdout, stderr, written } = await command(['import', 'a.csv', '-o', 'org.yaml'], {
      files: { 'a.csv': 'Territory,Country\nNorth,US\n' },
    });
    expect({ code, stdout, written: written.size }).toEqual({ code: 2, stdout: '', written: 0 });
    expect(stderr).toContain('Seen: "Territory", "Country"');
    expect((await command(['import', 'absent.csv'])).stderr).toContain('there is no such file');
  });

  test('takes columns as --map says, and refuses what is no field or column', async () => {
    const files = { 'a.csv': 'Code,Who,Job,Chief\n1,Ada,Boss,\n2,Bea,Buyer,1\n' };
    const named = await command(['import', 'a.csv', '--map', 'id=Code', '--map', 'manager=chief'], { files });
    expect(named.stdout).toContain('- { id: "2", title: Buyer, department: Root office, manager: "1" }');
    for (const [map, message] of [
      ['boss=Chief', 'no field "boss"'],
      ['id=Codes', 'no column "Codes"'],
      ['id', 'no field="Header"'],
    ]) {
      const { code, stderr } = await command(['import', 'a.csv', '--map', map!], { files });
      expect(stderr).toContain(message);
      expect(code).toBe(2);
    }
  });

  test('reads a table as the user says: sheet, delimiter, encoding, row of headers, columns by number', async () => {
    const text =
      'Employees;of;us\nKod;Jm\u00e9no;Role;Boss\n1;\u0160t\u011bp\u00e1n;Boss;\n2;Ji\u0159\u00ed;Buyer;1\n';
    const bytes = Buffer.from(
      [...text].map(
        (letter) =>
          ({ \u00e9: 0xe9, \u0160: 0x8a, \u011b: 0xec, \u00e1: 0xe1, \u0159: 0xf8, \u00ed: 0xed })[letter] ??
          letter.charCodeAt(0),
      ),
    );
    const { code, stdout } = await command(
      [
        'import',
        'a.csv',
        '--delimiter',
        'semicolon',
        '--encoding',
        'windows-1250',
        '--header-row',
        '2',
      ].concat([
        '--map',
        'id=1',
        '--map',
        'name=2',
        '--map',
        'manager=4',
        '--customers',
        'c.xlsx',
        '--sheet',
        'customers.2',
      ]),
      {
        files: {
          'a.csv': bytes,
          'c.xlsx': workbook({ Old: [['Customer ID'], ['old']], New: [['Customer ID'], ['new']] }),
        },
      },
    );
    expect(code).toBe(0);
    expect(stdout).toContain(
      '{ id: "2", name: Ji\u0159\u00ed, title: Buyer, department: Root office, manager: "1" }',
    );
    expect(stdout).toContain('- { id: new }');
  });

  test.each([
    ['--delimiter', ';;', /no single character/],
    ['--delimiter', '"', /no single character/],
    ['--header-row', '0', /no number of a row/],
    ['--header-row', '99', /no such row/],
    ['--encoding', 'latin-99', /no encoding/],
  ])('refuses %s %s', async (flag, value, message) => {
    const { code, stdout, stderr } = await command(['import', 'a.csv', flag, value], {
      files: { 'a.csv': CSV },
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('extends the table of capabilities', async () => {
    const files = {
      'people.csv':
        'Employee ID,Name,Job Title,Manager ID\n1,Ada,Chief Executive Officer,\n2,Bea,Stocker,1\n3,Cy,Sage,1\n',
      'table.yaml': 'Stocker: production\nwisdom: { role: common, titles: [Sage] }\n',
    };
    const plain = await command(['import', 'people.csv', '-o', 'org.yaml'], { files });
    expect(plain.stdout).toContain('capability of 66 %: 2 seats by title or department, 1 not mapped');
    const { stdout, written } = await command(
      ['import', 'people.csv', '-o', 'org.yaml', '--capabilities', 'table.yaml'],
      { files },
    );
    expect(stdout).toContain('capability of 100 %');
    expect(written.get('org.yaml')).toContain('wisdom: { role: common, titles: [Sage] }');
    const { code } = await evaluateWritten(written, 'org.yaml');
    expect(code).toBeLessThan(2);
    const bad = await command(['import', 'people.csv', '--capabilities', 'table.yaml'], {
      files: { ...files, 'table.yaml': 'Stocker: producton\n' },
    });
    expect(bad.stderr).toContain('Did you mean "production"?');
  });

  test('offers every source', () => {
    expect(FROM).toEqual(['auto', ...sources.map(({ id }) => id)]);
    const page = readFileSync(new URL('../../docs/reference/sources.md', import.meta.url), 'utf8');
    for (const { id } of sources) expect(page).toContain(`\`${id}\``);
  });
});

describe('progress', () => {
  const run = (isTerminal: boolean, times: readonly number[]): string => {
    const texts: string[] = [];
    let at = 0;
    const output = { write: (part: string) => texts.push(part), isTerminal, columns: 80 };
    const progress = progressOn(output, () => times[at++] ?? 0);
    for (let step = 1; step < times.length; step++) progress.watch('a/people.csv', step * 1e6, 4e6);
    progress.end();
    return texts.join('');
  };

  test('is shown after a second, on a terminal only, and cleared', () => {
    expect(run(true, [0, 500, 900])).toBe('');
    expect(run(false, [0, 500, 5000])).toBe('');
    const text = run(true, [0, 500, 1500, 1510, 1700]);
    expect(text).toContain('2 of 4 MB  people.csv');
    expect(text).not.toContain('3 of 4 MB');
    expect(text).toMatch(/4 of 4 MB[^\r]*\r\u001b\[2K$/);
  });
});
