import { describe, expect, test } from 'vitest';
import { idKey, sharedKeys } from '../../../src/rules/data/similar-ids.ts';
import { accountants } from '../../../src/rules/examples/companies.ts';
import { findingsOfRule } from '../findings.ts';

const company = (people: string, rest = ''): string =>
  `version: 1\nname: Test\npeople:\n  - { id: chief, title: Chief Executive Officer }\n${people}\n${rest}`;

const validated = (rule: string, yaml: string) => findingsOfRule(rule, yaml, 'as-is', undefined, 'validate');

describe('ids that are probably the same', () => {
  test.each([
    ['00009000', '9000'],
    ['E007', 'e7'],
    ['000', '0'],
    ['Anna', 'ANNA'],
  ])('%s and %s', (a, b) => {
    expect(idKey(a)).toBe(idKey(b));
  });

  test.each([
    ['1.01', '1.1'],
    ['J42.1', 'J42.10'],
    ['100', '1'],
    ['a', ''],
    ['10', '1'],
  ])('but not %s and %s', (a, b) => {
    expect(idKey(a)).not.toBe(idKey(b));
  });

  test('are told of people and of customers, one finding each', async () => {
    const people = '  - { id: "00009000", manager: chief }\n  - { id: "9000", manager: chief }';
    const found = await findingsOfRule(
      'near-duplicate-id',
      company(people, 'customers: [{ id: AW1 }, { id: aw01 }, { id: aw2 }]\n'),
    );
    expect(found.map(({ entity, count, severity }) => [entity.kind, count, severity])).toEqual([
      ['people', 1, 'warning'],
      ['customers', 1, 'warning'],
    ]);
    expect(found[0]!.examples).toEqual(['{person:00009000} and {person:9000} are probably the same']);
    expect(found[1]!.examples).toEqual(['"AW1" and "aw01" are probably the same']);
    expect(found[0]!.at().line).toBe(6);
  });

  test('are no doubt where all that is known of both rows differs', async () => {
    const twice = (customers: string) =>
      findingsOfRule(
        'near-duplicate-id',
        company('  - { id: a }\n  - { id: b }', `customers: [${customers}]\n`),
      );
    expect(await twice('{ id: f10, name: Bakery Ott }, { id: f010, name: Steel Kern }')).toEqual([]);
    expect(await twice('{ id: f10, name: Bakery Ott }, { id: f010, name: Bakery Ott Ltd }')).toHaveLength(1);
    expect(await twice('{ id: f10, name: Bakery Ott }, { id: f010, name: Bakerey Ott }')).toHaveLength(1);
    const rows = (owner: string, region: string) =>
      `{ id: f10, owner: a, attributes: { region: Nord } }, { id: f010, owner: ${owner}, attributes: { region: ${region} } }`;
    expect(await twice(rows('b', 'Sud'))).toEqual([]);
    // One fact in common, or one alone that differs, leaves the doubt.
    expect(await twice(rows('b', 'Nord'))).toHaveLength(1);
    expect(await twice('{ id: f10, owner: a }, { id: f010, owner: b }')).toHaveLength(1);
    const people = (title: string) =>
      findingsOfRule(
        'near-duplicate-id',
        company(
          `  - { id: E7, name: Ann Lee, manager: chief }\n  - { id: e07, name: ${title}, manager: chief }`,
        ),
      );
    expect(await people('Bo Karlsson')).toEqual([]);
    expect(await people('Ann Lee')).toHaveLength(1);
  });

  test('are told of managers, owners and customers who are named without their zeros', async () => {
    const yaml = company(
      `  - { id: "00009000", manager: chief, serves: ["7"] }
  - { id: a1, manager: "9000" }
  - { id: a2, manager: "9000" }
  - { id: a3, manager: zz }`,
      'customers: [{ id: "007", owner: "9000" }]\n',
    );
    const [manager] = await findingsOfRule('unknown-manager', yaml);
    expect(manager!.message).toContain(
      '3 reporting lines lead to 2 ids that nobody in the file has; they were left out, and people without another line stand at the top. 1 of these ids is probably the same as one that is there, which differs only by leading zeros or by case.',
    );
    expect(manager!.examples).toContain('{person:a1} to "9000", probably the same as "00009000"');
    const [owner] = await findingsOfRule('unknown-customer-owner', yaml);
    expect(owner!.examples).toEqual(['007: "9000", probably the same as "00009000"']);
    const [customer] = await findingsOfRule('unknown-customer', yaml);
    expect(customer!.message).toContain('The id is probably the same');
    expect(customer!.examples).toEqual(['{person:00009000}: "7", probably the same as "007"']);
  });

  test('are found in time that grows with their number', () => {
    const ids = (count: number) => Array.from({ length: count }, (_, at) => `${'0'.repeat(200)}${at}x`);
    const took = (count: number): number => {
      const given = ids(count);
      const runs = Array.from({ length: 5 }, () => {
        const started = performance.now();
        expect(sharedKeys(given)).toEqual([]);
        return performance.now() - started;
      });
      return Math.min(...runs);
    };
    took(1000);
    // Eight times the ids: sixty-four times the time if each were compared with each.
    expect(took(40_000)).toBeLessThan(32 * took(5000));
  });

  test('are told apart without the zeros however many there are', () => {
    expect(idKey(`${'0'.repeat(200_000)}x`)).toBe('0x');
  });
});

describe('people who are perhaps there twice', () => {
  const people = (second: string): string =>
    company(
      `  - { id: x, name: Ana Abreu, title: Clerk, department: d, manager: chief }\n  - { ${second}, manager: chief }`,
    );

  test.each([
    ['the same but for case and spaces', 'id: y, name: ANA  abreu, title: clerk, department: d', 1],
    ['in another department', 'id: y, name: Ana Abreu, title: Clerk, department: e', 0],
    ['with another title', 'id: y, name: Ana Abreu, title: Head, department: d', 0],
    ['without a name', 'id: y, title: Clerk, department: d', 0],
    ['an open seat', 'id: y, name: Ana Abreu, title: Clerk, department: d, vacant: true', 0],
    [
      'whose ids differ by case, which is told as such',
      'id: X, name: Ana Abreu, title: Clerk, department: d',
      0,
    ],
  ])('%s', async (_, second, expected) => {
    expect(await validated('near-duplicate-person', people(second))).toHaveLength(expected);
  });
});

describe('those beside the chart', () => {
  test('are orphans where they lead nobody, and tops where they do', async () => {
    const yaml = company(
      `${accountants(2, 'chief')}\n  - { id: o1 }\n  - { id: o2 }\n  - { id: m }\n  - { id: n, manager: m }`,
    );
    const [orphans] = await findingsOfRule('orphan', yaml);
    expect(orphans).toMatchObject({ count: 2, examples: ['{person:o1}', '{person:o2}'] });
    const [roots] = await findingsOfRule('several-roots', yaml);
    expect(roots).toMatchObject({ count: 2, examples: ['{person:chief}', '{person:m}'] });
  });

  test('are all but one where nobody has a manager', async () => {
    const yaml = company('  - { id: a }\n  - { id: b }');
    expect(await findingsOfRule('orphan', yaml)).toMatchObject([{ count: 2 }]);
    expect(await findingsOfRule('several-roots', yaml)).toEqual([]);
  });

  test('are not those whose manager is missing or themselves', async () => {
    const yaml = company('  - { id: a, manager: gone }\n  - { id: b, manager: b }');
    expect(await findingsOfRule('orphan', yaml)).toEqual([]);
  });
});

test('one manager of everybody is told with the widest first', async () => {
  const found = await validated(
    'span-beyond-belief',
    company(`  - { id: m, manager: chief }\n${accountants(60, 'm')}\n${accountants(51, 'chief', 'b')}`),
  );
  expect(found).toMatchObject([{ value: 60, limit: 50, count: 2 }]);
  expect(found[0]!.examples).toEqual(['{person:m}: 60 reports', '{person:chief}: 52 reports']);
});

describe('accounts without an owner', () => {
  test('are neither segments, nor consumers, nor those whose owner is missing', async () => {
    const customers = [
      'id: c1, owner: chief',
      'id: c2',
      'id: c3, count: 40',
      'id: c4, market: b2c',
      'id: c5, owner: gone',
    ].map((fields) => `  - { ${fields} }`);
    const found = await validated(
      'customer-without-owner',
      company('', `customers:\n${customers.join('\n')}\n`),
    );
    expect(found).toMatchObject([{ count: 1, examples: ['c2'], severity: 'note' }]);
    expect(found[0]!.message).toContain('1 of 3 accounts');
  });
});

describe('owners outside sales', () => {
  const owned = (title: string, serves = ''): string =>
    company(
      `  - { id: x, title: ${title}, manager: chief${serves} }`,
      `customers: [{ id: c${serves === '' ? ', owner: x' : ''} }]\n`,
    );

  test.each([
    ['Accountant', '', 1],
    ['Sales Executive', '', 0],
    ['Account Manager', '', 0],
    ['Managing Director', '', 0],
    ['Botanist', '', 0],
    // To serve by name is not to own.
    ['Customer Support Specialist', ', serves: [c]', 0],
  ])('%s%s', async (title, serves, expected) => {
    expect(await validated('owner-outside-sales', owned(title, serves))).toHaveLength(expected);
  });
});

describe('costs that stand out', () => {
  const costs = (...values: readonly (string | number)[]): string =>
    company(
      values
        .map((cost, at) => `  - { id: p${at}, title: Accountant, manager: chief, costPerYear: ${cost} }`)
        .join('\n'),
    );

  test.each([
    ['a month in place of a year', [60000, 60000, 60000, 60000, 5000], 1],
    ['a zero too many', [60000, 60000, 60000, 60000, 600000], 1],
    ['a career', [30000, 60000, 60000, 90000, 200000], 0],
    ['too few to tell', [60000, 60000, 60000, 5000], 0],
    ['half the hours for half the pay', [60000, 60000, 60000, 60000, '5000, fte: 0.1'], 0],
    ['nothing for no hours', [60000, 60000, 60000, 60000, '0, fte: 0'], 0],
    ['volunteers', [0, 0, 0, 0, 0], 0],
  ])('%s', async (_, values, expected) => {
    expect(await validated('cost-outlier', costs(...values))).toHaveLength(expected);
  });
});

test('an amount that may be a thousandth of what is meant is told with what to write', async () => {
  const people =
    '  - { id: a, manager: chief, costPerYear: 180.000 }\n  - { id: b, manager: chief, costPerYear: 95.5 }';
  const [found, ...others] = await findingsOfRule('doubtful-reading', company(people));
  expect(found!.severity).toBe('warning');
  expect(found!.message).toBe(
    '1 column or amount is probably meant otherwise than read: costPerYear: 180.000 (180000?).',
  );
  expect(others).toEqual([]);
  expect(await findingsOfRule('reading-note', company(people))).toEqual([]);
});
