import { readFileSync } from 'node:fs';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { lazy } from '../../../src/base/memo.ts';
import { validationFormats } from '../../../src/documents/validation/document.ts';
import { buildValidation } from '../../../src/documents/validation/validation.ts';
import { rules } from '../../../src/rules/index.ts';
import { type Validation, validation as validationSchema } from '../../../src/schema/documents/validation.ts';
import { loadOrganisation } from '../../../src/schema/read/load.ts';
import { memoryFiles } from '../../source/memory-files.ts';

const example = (path: string): string =>
  readFileSync(new URL(`../../../examples/${path}`, import.meta.url), 'utf8');

const validationOf = async (
  yaml: string,
  files: Readonly<Record<string, string>> = {},
  names = false,
): Promise<Validation> => {
  const loaded = await loadOrganisation('org.yaml', memoryFiles({ 'org.yaml': yaml, ...files }), {
    ruleIds: rules.map(({ id }) => id),
  });
  return buildValidation(loaded, { names, version: 'test' });
};

const company = (people: readonly string[], rest = ''): string =>
  `version: 1\nname: Test\n${rest}people:\n${people.map((fields) => `  - { ${fields} }`).join('\n')}\n`;

const fieldOf = ({ profile }: Validation, field: string, entity = 'person') =>
  profile.find((one) => one.field === field && one.entity === entity);

const HOSTILE = '\u001b[31mred \u202etxt\u2028 \u0007\u009b <script> 表 {person:p1} \u0085end';
const quotedHostile = JSON.stringify(HOSTILE).replaceAll(/[\u007f-\u009f\u2028\u202e]/g, (character) => {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
});
const LONG = 'without-a-space-'.repeat(20);

const wordy = (text: string): string =>
  company(
    [
      `id: "1", name: ${text}, title: ${text}, department: ${text}`,
      `id: "01", name: ${text}, title: ${text}, department: ${text}, manager: ${text}`,
      `id: ${text}, name: ${text}, title: ${text}, department: ${text}`,
    ],
    `customers:\n  - { id: ${text}, name: ${text}, owner: ${text}, attributes: { ${text}: ${text} } }\n  - { id: c2 }\n`,
  );

const samples: readonly (readonly [string, () => Promise<Validation>])[] = [
  ['Halden', () => validationOf(example('halden/org.yaml'))],
  ['Tindle & Moss', () => validationOf(example('tindle-and-moss/org.yaml'))],
  [
    'Marrowgate',
    () =>
      validationOf(example('marrowgate/org.yaml'), {
        'people.csv': example('marrowgate/people.csv'),
        'customers.csv': example('marrowgate/customers.csv'),
      }),
  ],
  ['hostile text', () => validationOf(wordy(quotedHostile), {}, true)],
  ['long words', () => validationOf(wordy(LONG), {}, true)],
];

/** What a terminal acts upon; the newline is the renderer's own. */
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;

const plain = { columns: 80, color: false, quiet: false };

describe.each(samples)('the validation of %s', (_, anew) => {
  const make = lazy(anew);

  test('is what its schema says, with whole shares and sentences', async () => {
    const document = await make();
    expect(validationSchema.safeParse(document).error?.issues ?? []).toEqual([]);
    for (const { given, of, share, effect } of document.profile) {
      expect(given).toBeLessThanOrEqual(of);
      expect(share).toBe(of === 0 ? null : given / of);
      if (effect !== '') expect(effect).toMatch(/^\S.*\.$/su);
    }
    expect(new Set(document.profile.map(({ entity, field }) => `${entity} ${field}`)).size).toBe(
      document.profile.length,
    );
  });

  test('is the same twice, byte for byte', async () => {
    expect(JSON.stringify(await anew())).toBe(JSON.stringify(await make()));
  });

  test.each([...validationFormats])('as %s is harmless, and ends in one newline', async (_name, { load }) => {
    const render = await load();
    const document = await make();
    const before = JSON.stringify(document);
    for (const quiet of [false, true]) {
      const text = render(document, { ...plain, quiet });
      expect(text).toMatch(/[^\n]\n$/);
      expect(text).not.toMatch(CONTROLS);
      expect(render(document, { ...plain, quiet, color: true }).replace(/\u001b\[\d+m/g, '')).toBe(text);
    }
    expect(JSON.stringify(document)).toBe(before);
  });

  test.each([80, 120])('as a table is no wider than %i columns', async (columns) => {
    const render = await validationFormats.get('table')!.load();
    const text = render(await make(), { ...plain, columns });
    expect(text.split('\n').filter((line) => stringWidth(line) > columns)).toEqual([]);
  });

  test('as JSON gives the document back', async () => {
    const render = await validationFormats.get('json')!.load();
    expect(JSON.parse(render(await make(), plain))).toEqual(await make());
  });
});

describe('the profile of people', () => {
  test('says what the lack of a capability does, in figures', async () => {
    const people = Array.from({ length: 1368 }, (_, at) => {
      const title = at < 956 ? 'Accountant' : 'Botanist';
      return `id: p${at}, title: ${title}, department: d${at % 7}${at === 0 ? '' : ', manager: p0'}`;
    });
    const document = await validationOf(company(people));
    expect(fieldOf(document, 'capability')).toMatchObject({ given: 956, of: 1368 });
    expect(fieldOf(document, 'capability')!.effect).toMatch(
      /^412 of 1,368 people have no known skill: the spread of skills covers 956; /,
    );
    expect(fieldOf(document, 'capability.given')).toMatchObject({ given: 0, effect: '' });
    expect(fieldOf(document, 'capability.mapped')).toMatchObject({ given: 956 });
  });

  test('tells a capability that is given from one that is mapped', async () => {
    const document = await validationOf(
      company(['id: a, title: Botanist, capability: sales', 'id: b, title: Accountant, manager: a']),
    );
    expect(fieldOf(document, 'capability.given')!.given).toBe(1);
    expect(fieldOf(document, 'capability.mapped')!.given).toBe(1);
    expect(fieldOf(document, 'capability')).toMatchObject({ given: 2, effect: '' });
  });

  test('takes it that the top has no manager and no department', async () => {
    const people = ['id: a, title: Accountant', 'id: b, title: Accountant, department: d, manager: a'];
    const one = await validationOf(company(people));
    expect(fieldOf(one, 'manager')).toMatchObject({ given: 1, of: 2, effect: '' });
    expect(fieldOf(one, 'department')).toMatchObject({ given: 1, of: 2, effect: '' });
    const two = await validationOf(company([...people, 'id: c, title: Accountant']));
    expect(fieldOf(two, 'manager')!.effect).toContain('2 of 3 people have no manager: one of them is taken');
    expect(fieldOf(two, 'department')!.effect).toContain(
      '2 of 3 people have no department: they are missing',
    );
    const none = await validationOf(company(['id: a, department: d', 'id: b, department: d']));
    expect(fieldOf(none, 'manager')!.effect).toContain('None of 2 people has a manager: there is no chart');
    // The department of the top does not excuse the other's.
    const below = await validationOf(company(['id: a, department: d', 'id: b, manager: a']));
    expect(fieldOf(below, 'department')!.effect).toContain('1 of 2 people has no department');
  });

  test('counts managers who are there', async () => {
    const document = await validationOf(company(['id: a', 'id: b, manager: x', 'id: c, manager: a']));
    expect(fieldOf(document, 'manager')!.given).toBe(1);
  });

  test.each([
    [9, 'count as nothing in the change of cost'],
    [8, 'the change of cost is not known, which takes a cost for 90 %'],
    [0, 'None of 10 people has a cost: the change of cost is not known'],
  ])('with a cost for %i of 10', async (costs, expected) => {
    const people = Array.from({ length: 10 }, (_, at) => `id: p${at}${at < costs ? ', costPerYear: 5' : ''}`);
    expect(fieldOf(await validationOf(company(people)), 'costPerYear')!.effect).toContain(expected);
  });

  test('says how heads are chosen where levels lack', async () => {
    const none = await validationOf(company(['id: a', 'id: b, manager: a']));
    expect(fieldOf(none, 'level')!.effect).toBe(
      'None of 2 people has a level: heads are chosen by height in the chart.',
    );
    const some = await validationOf(company(['id: a, level: 2', 'id: b, manager: a']));
    expect(fieldOf(some, 'level')!.effect).toContain(
      '1 of 2 people has no level: heads are chosen by level only',
    );
  });

  test('counts seats where some are open, and fte other than 1', async () => {
    const document = await validationOf(company(['id: a, fte: 0.5', 'id: b, manager: a, vacant: true']));
    expect(fieldOf(document, 'title')!.effect).toContain('None of 2 seats has a title');
    expect(fieldOf(document, 'fte')).toMatchObject({ given: 1, effect: '' });
  });
});

describe('the profile of customers', () => {
  const customers = (...rows: string[]): string =>
    company(
      ['id: a, title: Account Manager'],
      `customers:\n${rows.map((fields, at) => `  - { id: c${at}${fields} }`).join('\n')}\n`,
    );
  const effects = async (yaml: string) => {
    const document = await validationOf(yaml);
    return Object.fromEntries(
      document.profile
        .filter(({ entity }) => entity === 'customer')
        .map(({ field, effect }) => [field, effect]),
    );
  };

  test('says what lacks altogether', async () => {
    const found = await effects(customers('', ''));
    expect(found.revenue).toContain(
      'None of 2 rows of customers has a revenue: figures are weighted by number only',
    );
    expect(found.effort).toContain(
      'clusters cannot be chosen by need, and effort is spread over customers by number',
    );
    expect(found.owner).toContain('how many customer relationships a design keeps is not known');
    expect(found.market).toContain('whether clusters suit the market is not judged');
    expect(found.retention).toContain('clusters are chosen without regard to retention');
    expect(found.attributes).toContain('only by what else is known of them');
  });

  test('is silent where nothing lacks', async () => {
    const full =
      ', name: C, owner: a, market: b2b, revenue: 10, margin: 2, retention: 0.9, acquisitionCost: 3, satisfaction: { score: 8 }, effort: { sales: 4 }, attributes: { industry: ';
    const found = await effects(customers(`${full}retail }`, `${full}energy }`));
    expect(Object.values(found).filter((effect) => effect !== '')).toEqual([]);
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['satisfaction', 'attributes.industry']));
  });

  test('leaves the market aside where the file says it for all', async () => {
    const document = await validationOf(
      customers('').replace('people:', 'context: { market: b2b }\npeople:'),
    );
    expect(fieldOf(document, 'market', 'customer')).toMatchObject({ given: 0, effect: '' });
  });

  test('counts whom people serve by name as owned', async () => {
    const yaml = customers('', '').replace('title: Account Manager', 'title: Account Manager, serves: [c1]');
    expect(fieldOf(await validationOf(yaml), 'owner', 'customer')).toMatchObject({ given: 1, of: 2 });
  });

  test('weighs revenue at nine tenths of the rows', async () => {
    const rows = (known: number) =>
      customers(...Array.from({ length: 10 }, (_, at) => (at < known ? ', revenue: 5' : '')));
    expect((await effects(rows(9))).revenue).toContain(
      'they weigh nothing where figures are weighted by revenue',
    );
    expect((await effects(rows(8))).revenue).toContain('figures are weighted by number only');
  });

  test.each([
    ['industry', ['retail', 'energy', ''], /it covers 67 % of the customers/],
    ['industry', [...Array(19).fill('retail'), 'energy', ''], /they are a group of their own/],
    ['size', ['1', '2', '3'], /is a number, and clusters are built around it only if/],
    ['planet', ['Earth', 'Earth', 'Earth'], /is the same for all/],
    ['key', Array.from({ length: 61 }, (_, at) => `k${at}`), /has 61 values, too many/],
  ])('says what can be done with the attribute %s', async (name, values, expected) => {
    const rows = values.map((value) => (value === '' ? '' : `, attributes: { ${name}: ${value} }`));
    expect((await effects(customers(...rows)))[`attributes.${name}`]).toMatch(expected);
  });

  test('is one line where there are no customers', async () => {
    const document = await validationOf(company(['id: a']));
    const lines = document.profile.filter(({ entity }) => entity === 'customer');
    expect(lines).toMatchObject([{ field: 'id', given: 0, of: 0, share: null }]);
    expect(lines[0]!.effect).toContain('The file has no customers');
  });
});

describe('the table', () => {
  const table = async (yaml: string, changes = {}) =>
    (await validationFormats.get('table')!.load())(await validationOf(yaml), { ...plain, ...changes });

  test('has completeness, gaps and findings, in this order', async () => {
    const text = await table(example('tindle-and-moss/org.yaml'));
    const order = ['Tindle & Moss', 'given', 'What the gaps do', 'person-without-capability'];
    expect(order.map((part) => text.indexOf(part) >= 0)).toEqual(order.map(() => true));
    expect(order.map((part) => text.indexOf(part))).toEqual(
      order.map((part) => text.indexOf(part)).sort((a, b) => a - b),
    );
    expect(text).not.toContain('team-too-');
  });

  test('of --quiet holds the completeness and errors', async () => {
    const cycle = company(['id: r', 'id: a, manager: b', 'id: b, manager: a', 'id: o']);
    const text = await table(cycle, { quiet: true });
    expect(text).toContain('reporting-cycle');
    for (const absent of ['orphan', 'What the gaps', 'nothing found']) expect(text).not.toContain(absent);
  });

  test('shows twenty attributes, and says how many are left', async () => {
    const attributes = Array.from({ length: 23 }, (_, at) => `a${at}: x`).join(', ');
    const text = await table(company(['id: a'], `customers: [{ id: c, attributes: { ${attributes} } }]\n`));
    expect(text.match(/^ {2}Attribute a/gm)).toHaveLength(20);
    expect(text).toContain('and 3 attributes more, see --format json');
  });

  test('shows ids of people, and names where they are asked for', async () => {
    const yaml = company(['id: a, name: Winnow', 'id: b, name: Sparrow', 'id: c, manager: a']);
    const render = await validationFormats.get('table')!.load();
    expect(render(await validationOf(yaml), plain)).not.toMatch(/Winnow|Sparrow/);
    expect(render(await validationOf(yaml, {}, true), plain)).toContain('Sparrow');
  });
});
