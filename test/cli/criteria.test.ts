import { describe, expect, test } from 'vitest';
import { criteriaDocument } from '../../src/schema/documents/criteria.ts';
import { command } from './in-memory.ts';

const company = (criteria = '') => `version: 1
name: Aller
people:
  - { id: a, title: Chief Executive }
  - { id: b, title: Sales Representative, manager: a }
customers:
  - { id: c, owner: b }
${criteria}`;

const criteria = (file: string, ...args: readonly string[]) =>
  command(['criteria', 'org.yaml', ...args], { files: { 'org.yaml': file } });

describe('criteria', () => {
  test('says what counts, where nobody said, and no result of it', async () => {
    const { code, stdout } = await criteria(company());
    expect(code).toBe(0);
    expect(stdout).toContain('59 % of 176');
    expect(stdout).toContain('customer first is assumed');
    expect(stdout).not.toMatch(/clusters|phases|matrix/i);
  });

  test('gives no scale of what a year costs where no seat has a cost', async () => {
    const cost = (text: string) => text.split('\n').find((line) => line.includes('Cost a year, change'));
    const { stdout } = await criteria(company());
    expect(cost(stdout)).toMatch(/5 % +– +–$/);
    expect(stdout.replace(/\s+/g, ' ')).toContain('– not known: no seat has a cost (people[].costPerYear)');
    const paid = company().replace('Chief Executive', 'Chief Executive, costPerYear: 200000');
    expect(cost((await criteria(paid)).stdout)).toMatch(/5 % +\S*10\S* +-\S*10\S*$/);
  });

  test('shows a list of the file with who agreed, its weights scaled to 1', async () => {
    const { stdout } = await criteria(
      company(`criteria:
  agreedBy: The board
  agreedOn: 2026-10-01
  list:
    - { measure: change.movedShare, weight: 3 }
    - { measure: cover.singleHolders, weight: 1, worst: 4, best: 0, agreedBy: Works council }
`),
    );
    expect(stdout).toContain('Agreed by The board on 2026-10-01.');
    expect(stdout).toContain('Agreed by Works council.');
    expect(stdout).toMatch(/75 %/);
    expect(stdout).not.toContain('Profiles to choose from');
  });

  test('writes JSON as its schema says, of the profile asked for', async () => {
    const { stdout } = await criteria(company(), '--profile', 'growth', '--format', 'json');
    const document = criteriaDocument.parse(JSON.parse(stdout));
    expect(document).toMatchObject({ profile: 'growth', source: 'profile', weighting: 'weights' });
    expect(document.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  test('refuses what it cannot keep to with the line, and prints nothing else', async () => {
    const { code, stdout, stderr } = await criteria(
      company('criteria: { list: [{ measure: change.movedShare, worst: 0, best: 1 }] }\n'),
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('lower is better');
    expect(stderr).toMatch(/> \d+ \| criteria:/);
  });

  test.each([
    ['criteria', 'stdout'],
    ['chart', 'stderr', '--kind', 'spans'],
  ] as const)(
    '%s says on %s what to mend in data that cannot bear all of it',
    async (name, where, ...args) => {
      const said = async (file: string) =>
        (await command([name, 'org.yaml', ...args], { files: { 'org.yaml': file } }))[where];
      const without = company().replace(/customers:[\s\S]*/, '');
      expect(await said(without)).toMatch(/^There are no customers: give them under `customers:`/);
      expect(await said(company())).not.toContain('There are no customers');
    },
  );
});
