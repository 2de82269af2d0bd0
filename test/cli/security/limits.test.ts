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

test.each(['\n#', '\n  #x'])('a flood of comments is refused: %j', async (line) => {
  const text = `version: 1\nname: X${line.repeat(100_001)}\npeople: []\n`;
  for (const args of [
    ['evaluate', 'org.yaml'],
    ['validate', 'org.yaml'],
  ]) {
    const { code, stderr } = await command(args, { files: { 'org.yaml': text } });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('100,000 comments') });
  }
});
