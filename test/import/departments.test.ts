import { describe, expect, test } from 'vitest';
import { importOf } from './import-memory.ts';

const departmentsOf = async (csv: string) => {
  const { people, departments, journal } = await importOf({ 'people.csv': csv });
  return {
    of: Object.fromEntries(people.map(({ id, department }) => [id, department])),
    departments: departments.map(({ id, parent }) => `${id}${parent === '' ? '' : ` < ${parent}`}`),
    said: [...journal.assumed, ...journal.notes].join('\n'),
  };
};

describe('departments', () => {
  test('stand below their division, also one of the same name', async () => {
    const { departments } = await departmentsOf(
      'id,title,department,division\n1,Boss,Research,Research\n2,Buyer,Tools,Research\n3,Buyer,Board,\n',
    );
    expect(departments).toEqual([
      'division/Research',
      'Research < division/Research',
      'Tools < division/Research',
      'Board',
    ]);
  });

  test('stand below the department that is named as division', async () => {
    const { departments } = await departmentsOf(
      'id,title,department,division\n1,Boss,Sales,\n2,Seller,Sales North,Sales\n3,Seller,Harbour,Sales > Sales South\n',
    );
    expect(departments).toEqual([
      'Sales',
      'Sales North < Sales',
      'division/Sales > Sales South < Sales',
      'Harbour < division/Sales > Sales South',
    ]);
  });

  test('that differ in a word for a department are one, but not where one stands below the other', async () => {
    const names = [
      'Marketing',
      'Marketing Dept.',
      'Marketing Department',
      'Recht',
      'Abteilung Recht',
      'Achats',
    ];
    const { of, said } = await departmentsOf(
      `id,title,department\n${[
        ...names,
        'Service Achats',
        'Vertriebsabteilung',
        'Vertrieb',
        'Service Sales',
        'Sales',
      ]
        .map((name, at) => `${at},Zz,${name}`)
        .join('\n')}\n`,
    );
    expect([...new Set(Object.values(of))]).toEqual([
      'Marketing',
      'Recht',
      'Achats',
      'Vertrieb',
      'Service Sales',
      'Sales',
    ]);
    expect(said).toContain('a word for a department');
    const { departments } = await departmentsOf(
      'id,title,department,division\n1,Boss,Sales Department,Sales\n2,Seller,Sales North,Sales\n',
    );
    expect(departments).toContain('Sales Department < division/Sales');
  });

  test('of one name in several divisions are told apart', async () => {
    const { of, departments, said } = await departmentsOf(
      'id,title,department,division\n1,Boss,Finance,North\n2,Clerk,Finance,South\n',
    );
    expect(of).toEqual({ 1: 'North/Finance', 2: 'South/Finance' });
    expect(departments).toContain('North/Finance < division/North');
    expect(said).toContain('1 department stands in several divisions');
  });

  test('that name each other as division end somewhere', async () => {
    const { departments } = await departmentsOf('id,title,department,division\n1,Boss,A,B\n2,Clerk,B,A\n');
    expect(departments.length).toBe(3);
  });
});

describe('without departments', () => {
  const PEOPLE = `id,title,manager
1,Chief Executive Officer,
2,Sales Director,1
3,Seller,2
4,Finance Director,1
5,Accountant,4
6,Assistant,1
`;

  test('each branch below the top is one', async () => {
    const { of, said } = await departmentsOf(PEOPLE);
    expect(of).toEqual({
      1: 'Root office',
      2: 'Sales Director',
      3: 'Sales Director',
      4: 'Finance Director',
      5: 'Finance Director',
      6: 'Root office',
    });
    expect(said).toContain('3 departments follow from who reports to whom');
  });

  test('a branch with most of the people is divided', async () => {
    const { of, departments } = await departmentsOf(
      `id,title,manager\n0,Chief Executive Officer,\n1,Chief Operating Officer,0\n${PEOPLE.split('\n').slice(2, -1).join('\n')}\n7,Adviser,0\n`,
    );
    expect(of).toMatchObject({ 1: 'Chief Operating Officer', 3: 'Sales Director', 7: 'Root office' });
    expect(departments).toContain('Sales Director < Chief Operating Officer');
  });

  test('several at the top have one each', async () => {
    const { of } = await departmentsOf(
      'id,title,manager\n1,Boss,\n2,Buyer,1\n3,Boss,\n4,Buyer,3\n5,Adviser,\n',
    );
    expect(of).toEqual({ 1: 'Boss', 2: 'Boss', 3: 'Boss (3)', 4: 'Boss (3)', 5: '' });
  });
});

test.each([
  ['department_id', ' / ', ['Board', 'Sales < Board', 'Belgium < Sales']],
  ['Supervisory Organization', ' > ', ['Board', 'Sales < Board', 'Belgium < Sales']],
])('complete names under %s, with "%s" between, are a tree', async (header, mark, expected) => {
  const { departments, said } = await departmentsOf(
    `id,title,${header}\n1,Boss,Board\n2,Head,Board${mark}Sales\n3,Seller,Board${mark}Sales${mark}Belgium\n`,
  );
  expect(departments).toEqual(expected);
  expect(said).toContain('they are a tree');
});

test('a department of two trades is no complete name', async () => {
  const { departments } = await departmentsOf(
    'id,title,BU\n1,Boss,Sales / Marketing\n2,Head,Finance\n3,Seller,Research / Development\n',
  );
  expect(departments).toEqual(['Sales / Marketing', 'Finance', 'Research / Development']);
});
