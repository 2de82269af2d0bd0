import { expect, test } from 'vitest';
import { command } from '../in-memory.ts';

const organisation = (more: object): string =>
  JSON.stringify({
    version: 1,
    name: 'X',
    people: Array.from({ length: 30 }, (_, at) => ({
      id: `p${at}`,
      capability: ['marketing', 'sales', 'account-management'][at % 3],
      department: `d${at % 3}`,
      ...(at < 3 ? {} : { manager: `p${at % 3}` }),
    })),
    customers: Array.from({ length: 9 }, (_, at) => ({
      id: `c${at}`,
      attributes: { industry: ['a', 'b', 'c'][at % 3] },
    })),
    ...more,
  });

test.each([
  ['holders', { cluster: { holders: 1e9 } }],
  ['holders', { matrix: { holders: 1e9 } }],
  ['holders', { 'account-team': { holders: 101 } }],
  ['clusters', { cluster: { clusters: 1e9 } }],
  ['minimum', { lifecycle: { minimum: 1e12 } }],
  ['timeLimit', { cluster: { timeLimit: 1e9 } }],
])('a count without measure is refused, and its limit said: %s of %j', async (option, designs) => {
  const { code, stdout, stderr } = await command(['evaluate', 'org.yaml'], {
    files: { 'org.yaml': organisation({ designs }) },
  });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(new RegExp(`${option}: expected .*(?:at most|to) [\\d,]+`));
});

test.each(['centreSize', 'waveSize', 'minimumTeam'])('so is a threshold: %s', async (name) => {
  const { code, stderr } = await command(['evaluate', 'org.yaml'], {
    files: { 'org.yaml': organisation({ policy: { [name]: 1e9 } }) },
  });
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(name) });
});

test('so is one that is given on the command line', async () => {
  const { code } = await command(
    ['evaluate', 'org.yaml', '--design', 'cluster', '--set', 'holders=1000000000'],
    {
      files: { 'org.yaml': organisation({}) },
    },
  );
  expect(code).toBe(2);
});

test('the most that may be asked for is worked out', async () => {
  const designs = { cluster: { holders: 100, clusters: 500, minimum: 10_000 } };
  const { code } = await command(['evaluate', 'org.yaml', '--quiet'], {
    files: { 'org.yaml': organisation({ designs }) },
  });
  expect(code).not.toBe(3);
});

test.each([
  ['comments', `${'\n#'.repeat(100_001)}\n`, 'lines of comment or of nothing'],
  ['comments that are indented', `${'\n  # x'.repeat(100_001)}\n`, 'lines of comment or of nothing'],
  ['empty lines', '\n'.repeat(100_010), 'lines of comment or of nothing'],
  ['keys', `\n${'a: 1\n'.repeat(2_000_001)}`, 'holds more than is read of it'],
  ['commas', `\na: [${','.repeat(100_000)}]\n`, 'more than 1,000 faults'],
  ['documents', `\n${'--- a\n'.repeat(20_000)}`, 'A second YAML document starts here'],
])('a flood is refused: of %s', async (_, flood, because) => {
  const text = `version: 1\nname: X${flood}people: []\n`;
  for (const args of [
    ['evaluate', 'org.yaml'],
    ['check', 'wrong.yaml', '--policy', 'org.yaml'],
  ]) {
    const { code, stdout, stderr } = await command(args, {
      files: { 'org.yaml': text, 'wrong.yaml': 'version: 1\n' },
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(because);
    expect(stderr.length).toBeLessThan(10_000);
  }
});

test.each(['9', 'a', ' x', '-', '"'])('a cell and a text without measure are refused: %j', async (part) => {
  const long = part.repeat(120_000);
  const cell = `"${long.replaceAll('"', '""')}"`;
  const rows = `id,name,title,costPerYear\n1,Ada,Head,1\n2,${cell},Clerk,2\n3,Cy,${cell},3\n4,Di,Clerk,${cell}\n`;
  const organisation = 'version: 1\nname: X\npeople: { file: people.csv }\n';
  const files = { 'org.yaml': organisation, 'people.csv': rows };
  const read = await command(['evaluate', 'org.yaml'], { files });
  expect({ code: read.code, stdout: read.stdout }).toEqual({ code: 2, stdout: '' });
  expect(read.stderr).toContain('at most 32,767 characters');
  expect(read.stderr.length).toBeLessThan(10_000);
  const imported = await command(['import', 'people.csv'], { files });
  expect({ code: imported.code, told: imported.stderr.includes('32,767 characters') }).toEqual({
    code: 1,
    told: true,
  });
  const text = JSON.stringify({ version: 1, name: long, people: [] });
  const named = await command(['evaluate', 'org.yaml'], { files: { 'org.yaml': text } });
  expect(named.code).toBe(2);
  expect(named.stderr).toContain('A text of more than 100,000 characters');
});
