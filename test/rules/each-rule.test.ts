import { describe, expect, test } from 'vitest';
import { accountants } from '../../src/rules/examples/companies.ts';
import { exampleFile, findingsOf, findingsOfRule, summary } from './findings.ts';

const company = (people: string, more = '') => `
version: 1
name: Test
${more}
people:
  - { id: chief, title: Chief Executive Officer }
${people}
`;

describe('Halden as it is', async () => {
  const findings = await findingsOf(exampleFile('halden/org.yaml'));

  test('has what was put there, and no more', () => {
    expect(summary(findings)).toEqual([
      'team-too-small',
      'team-too-large',
      'dual-reporting-conflict',
      'dual-reporting-conflict',
      'fit-departments-divide-customer',
      'fit-customers-feel-departments',
      'dominated-line ×2',
    ]);
    expect(findings.filter(({ severity }) => severity !== 'note').length).toBeLessThanOrEqual(6);
  });

  test('names people by their ids, at the line of the file', () => {
    const [small] = findings;
    expect(small!.message).toContain('{person:p093}');
    expect(small!.entity).toEqual({ kind: 'person', id: 'p093' });
    expect(exampleFile('halden/org.yaml').split('\n')[small!.at().line - 1]).toContain('id: p093');
  });

  test('names who will probably prevail', () => {
    const conflict = findings.find(({ rule }) => rule === 'dual-reporting-conflict')!;
    expect(conflict.message).toContain('{person:p011} reports to both {person:p010} and {person:p075}');
    expect(conflict.message).toMatch(/goes up 2 levels .* not proven harm\.$/);
  });
});

describe('conflicts of two lines', () => {
  const lines = (first: number, second: number, levels = ['', '']) =>
    company(
      `  - { id: m1, title: Finance Manager, department: finance, manager: chief${levels[0]} }
  - { id: m2, title: Finance Manager, department: finance, manager: chief${levels[1]} }
  - { id: x, title: Accountant, department: finance, managers: [{ to: m1, weight: ${first} }, { to: m2, weight: ${second} }] }`,
      'policy: { minimumTeam: 1 }\ndepartments: [{ id: finance, head: m1 }]',
    );

  test.each([
    [0.6, 0.4, 1, 0],
    [0.4, 0.6, 1, 0],
    [0.61, 0.39, 0, 1],
    [0.5, 0.5, 1, 0],
    [0.9, 0.1, 0, 1],
  ])('%d and %d', async (first, second, conflicts, dominated) => {
    expect(await findingsOfRule('dual-reporting-conflict', lines(first, second))).toHaveLength(conflicts);
    expect(await findingsOfRule('dominated-line', lines(first, second))).toHaveLength(dominated);
  });

  test.each([
    [
      'the more senior prevails',
      ', level: 3',
      ', level: 4',
      'm2, of the higher grade, will probably prevail',
    ],
    ['nobody prevails of equals', ', level: 3', ', level: 3', 'Neither is more senior'],
    ['nobody where a level is not known', '', ', level: 4', 'Neither is more senior'],
  ])('%s', async (_, first, second, expected) => {
    const [finding] = await findingsOfRule('dual-reporting-conflict', lines(0.5, 0.5, [first, second]));
    expect(finding!.message.replaceAll(/[{}]|person:/g, '')).toContain(expected);
  });
});

describe('one finding for one cause', () => {
  test('large teams are gathered, with five examples', async () => {
    const teams = ['a', 'b', 'c', 'd', 'e', 'f']
      .map(
        (prefix) =>
          `  - { id: ${prefix}, title: Finance Manager, department: finance, manager: chief }\n${accountants(8, prefix, prefix)}`,
      )
      .join('\n');
    const findings = await findingsOfRule('team-large', company(teams));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ count: 6, value: 9, limit: 8, severity: 'note' });
    expect(findings[0]!.examples).toHaveLength(5);
  });

  test('single holders of one unit are gathered', async () => {
    const [finding, ...others] = await findingsOfRule(
      'single-holder',
      company(
        ['Sales Executive', 'Marketing Specialist', 'Accountant']
          .map((title, at) => `  - { id: p${at}, title: ${title}, department: shop, manager: chief }`)
          .join('\n'),
      ),
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ count: 2, value: 2 });
    expect(finding!.message).toContain('27.8 % at least one is missing');
  });

  test('titles that say nothing are counted, the most frequent first', async () => {
    const rows = ['Sexton', 'Florist', 'Florist'].map(
      (title, at) => `  - { id: p${at}, title: ${title}, department: garden, manager: chief }`,
    );
    const [finding] = await findingsOfRule(
      'person-without-capability',
      company(rows.join('\n'), 'policy: { knownCapabilities: 0 }'),
    );
    expect(finding).toMatchObject({ count: 3, examples: ['"Florist": 2', '"Sexton": 1'] });
  });

  test('who lost the line to an unknown manager is no further top', async () => {
    const found = await findingsOf(
      company(
        `  - { id: m1, title: Finance Manager, department: finance, manager: chief }\n${accountants(4, 'm1')}\n${accountants(2, 'chef', 'b')}`,
        'policy: { knownManagers: 0 }',
      ),
    );
    expect(found.map(({ rule }) => rule)).not.toContain('several-roots');
    const unknown = found.find(({ rule }) => rule === 'unknown-manager')!;
    expect(unknown).toMatchObject({ count: 2, value: 2 });
    expect(unknown.examples![0]).toBe('{person:b1} to "chef". Did you mean "chief"?');
  });

  test('a circle beside a top is told with its members', async () => {
    const [finding] = await findingsOfRule(
      'reporting-cycle',
      company(
        ['b', 'c', 'a']
          .map(
            (boss, at) =>
              `  - { id: ${'abc'[at]}, title: Accountant, department: finance, manager: ${boss} }`,
          )
          .join('\n'),
      ),
    );
    expect(finding!.message).toContain('{person:a} → {person:b} → {person:c} → {person:a}');
    expect(finding!.severity).toBe('error');
  });
});

describe('a cluster', () => {
  const cluster = (last: string) => `
version: 1
name: Test
departments: [{ id: retail, name: Retail, kind: cluster, head: vp }]
people:
  - { id: vp, title: Customer Cluster VP, capability: leadership, department: retail }
  - { id: a, title: Sales Executive, department: retail, manager: vp, secondary: [marketing] }
  - { id: b, title: Sales Executive, department: retail, manager: vp }
  - { id: c, title: Sales Executive, department: retail, manager: vp }
  - { id: d, title: Account Manager, department: retail, manager: vp${last} }
`;

  test('is counted without its head, and second capabilities count', async () => {
    const found = (await findingsOf(cluster(''))).map(({ rule }) => rule);
    expect(found).not.toContain('unit-too-small');
    expect(found).not.toContain('cluster-missing-capability');
  });

  test('does not count open seats, but says that they are there', async () => {
    const open = cluster(', vacant: true');
    const [small] = await findingsOfRule('unit-too-small', open);
    expect(small).toMatchObject({ value: 3, limit: 4 });
    expect(small!.message).toContain('3 people and 1 open seat besides its head');
    expect(small!.message).toMatch(/then it has enough\.$/);
    const [missing] = await findingsOfRule('cluster-missing-capability', open);
    expect(missing).toMatchObject({ value: 2, limit: 3, count: 1 });
    expect(missing!.message).toContain('Open seats for account management');
  });

  test('is not told twice, as a team and as a whole', async () => {
    const two = cluster('').replace(/ {2}- \{ id: [bc],.*\n/g, '');
    const found = (await findingsOf(two)).map(({ rule }) => rule);
    expect(found).toContain('unit-too-small');
    expect(found).not.toContain('team-too-small');
  });
});

describe('the market', () => {
  const sell = (customers: string, context = 'staff: 400') => `
version: 1
name: Test
context: { ${context} }
people:
  - { id: chief, title: Chief Executive Officer }
${['Marketing Specialist', 'Sales Executive', 'Account Manager']
  .flatMap((title, at) =>
    [1, 2, 3, 4].map((n) => `  - { id: p${at}${n}, title: ${title}, department: d${at}, manager: chief }`),
  )
  .join('\n')}
customers:
${customers}
`;
  const persons = '  - { id: c1, count: 18484, market: b2c, attributes: { industry: homes } }';
  const companies = '  - { id: c2, count: 701, market: b2b, owner: p11, attributes: { industry: shops } }';

  test('by number, where revenue is not known, with every other sign', async () => {
    const [finding] = await findingsOfRule(
      'fit-business-to-consumer',
      sell(`${persons}\n${companies}`),
      'cluster',
    );
    expect(finding!.message).toContain(
      'b2c by number (18,484 of 19,185), b2b by every other sign (all 701 customers with an owner are b2b); this lowers the certainty',
    );
    expect(finding!.value).toBeCloseTo(18484 / 19185, 12);
  });

  test('by revenue, where it is known', async () => {
    const yaml = sell(
      `${persons.replace('market', 'revenue: 100, market')}\n${companies.replace('market', 'revenue: 900, market')}`,
    );
    expect(await findingsOfRule('fit-business-to-consumer', yaml, 'cluster')).toEqual([]);
  });

  test('as the file says, whatever the customers show', async () => {
    const said = sell(`${persons}\n${companies}`, 'staff: 400, market: b2b');
    expect(await findingsOfRule('fit-business-to-consumer', said, 'cluster')).toEqual([]);
    const other = sell(companies, 'staff: 400, market: b2c');
    const more = `${other}${companies.replace('c2', 'c3').replace('shops', 'banks')}\n`;
    expect(await findingsOfRule('fit-business-to-consumer', more, 'cluster')).toHaveLength(1);
  });

  test('matters to clusters only', async () => {
    expect(await findingsOfRule('fit-business-to-consumer', sell(`${persons}\n${companies}`))).toEqual([]);
  });
});

test('Tindle & Moss: clusters are advised against for every reason there is', async () => {
  const fit = (await findingsOf(exampleFile('tindle-and-moss/org.yaml'), 'cluster'))
    .map(({ rule }) => rule)
    .filter((id) => id.startsWith('fit-'));
  expect(fit).toEqual(['fit-small-company', 'fit-business-to-consumer', 'fit-collaboration']);
});

test('the share of hours and the customers of an unserved step', async () => {
  const yaml = `
version: 1
name: Test
journeys:
  - id: one
    steps:
      - { id: find, name: Find, phase: identify, capability: marketing, hours: 5 }
      - { id: sell, name: Sell, phase: acquire, capability: sales, hours: 15 }
  - { id: two, serves: [c2], steps: [{ phase: acquire, capability: sales, hours: 20 }] }
people:
  - { id: s1, title: Sales Executive, department: sales }
customers:
  - { id: c1, count: 3 }
  - { id: c2 }
`;
  const [finding] = await findingsOfRule('unserved-step', yaml);
  expect(finding).toMatchObject({ count: 3, examples: ['Find (one)'], entity: { id: 'marketing' } });
  expect(finding!.value).toBeCloseTo(15 / 80, 12);
  expect(finding!.message).toContain('1 step of the journey of 3 customers out of 4, 18.8 % of all');
  expect(finding!.members).toEqual(['one/find']);
});

test('the steps that nobody does are judged one by one', async () => {
  const yaml = `
version: 1
name: Test
journeys:
  - id: one
    steps:
      - { id: find, name: Find, phase: identify, capability: marketing, hours: 5 }
      - { id: sell, name: Sell, phase: acquire, capability: sales, hours: 10 }
      - { id: hear, name: Hear, phase: retain, capability: marketing, hours: 5 }
people:
  - { id: s1, title: Sales Executive, department: sales }
customers:
  - { id: c1, count: 3 }
`;
  const [finding] = await findingsOfRule('unserved-step', yaml);
  expect(finding!.members).toEqual(['find', 'hear']);
  const part = finding!.only!(new Set(['hear']));
  expect(part).toMatchObject({ value: 0.25, count: 3, examples: ['Hear'] });
  expect(part.message).toContain('1 step of the journey of 3 customers');
});

test('a turnover of the customer is not taken for revenue, and the reader is told', async () => {
  const [finding] = await findingsOfRule(
    'revenue-unknown',
    `
version: 1
name: Test
people: [{ id: s1, title: Sales Executive, department: sales }]
customers: [{ id: c1, attributes: { AnnualSales: 5 } }, { id: c2, revenue: 3 }]
`,
  );
  expect(finding).toMatchObject({ count: 1, severity: 'note' });
  expect(finding!.message).toContain('columns: { revenue: "AnnualSales" }');
});

test('a skill at the top hangs on one person only where nobody in the departments has it', async () => {
  const office = (more: string) =>
    company(
      `  - { id: d, title: Group Sales Director, manager: chief, department: office }
  - { id: p, title: Product Designer, manager: chief, department: office }
  - { id: h, title: Sales Manager, manager: chief, department: north }
  - { id: s1, title: Sales Executive, manager: h, department: north }
${more}`,
    ).replace('Chief Executive Officer', 'Chief Executive Officer, department: office');
  const alone = await findingsOfRule('single-holder', office(''));
  expect(alone.map(({ message }) => message)).toEqual([
    'In the whole company only {person:p} can do product development: on 15 % of days nobody can.',
  ]);
  // In a department somebody is alone all the same.
  const beside = await findingsOfRule(
    'single-holder',
    office('  - { id: q, title: Product Designer, manager: h, department: north }'),
  );
  expect(beside.map(({ entity }) => entity?.id)).toEqual(['north']);
});
