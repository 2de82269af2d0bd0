import { describe, expect, test } from 'vitest';
import { validationFormats } from '../../../src/documents/validation/document.ts';
import { buildValidation } from '../../../src/documents/validation/validation.ts';
import type { Validation } from '../../../src/schema/documents/validation.ts';
import { loadedExample, readFrom } from '../../support/organisations.ts';

const validationOf = async (yaml: string, names = false): Promise<Validation> =>
  buildValidation(await readFrom(yaml), { names, version: 'test' });

const company = (people: readonly string[], rest = ''): string =>
  `version: 1\nname: Test\n${rest}people:\n${people.map((fields) => `  - { ${fields} }`).join('\n')}\n`;

const fieldOf = ({ profile }: Validation, field: string, entity = 'person') =>
  profile.find((one) => one.field === field && one.entity === entity);

const plain = { columns: 80, color: false, quiet: false };

describe.each(['halden', 'tindle-and-moss', 'marrowgate'])('the validation of %s', (name) => {
  const make = async () => buildValidation(await loadedExample(name), { names: false, version: 'test' });

  test('has whole shares and sentences', async () => {
    const { profile } = await make();
    for (const { given, of, share, effect } of profile) {
      expect(given).toBeLessThanOrEqual(of);
      expect(share).toBe(of === 0 ? null : given / of);
      if (effect !== '') expect(effect).toMatch(/^\S.*\.$/su);
    }
    expect(new Set(profile.map(({ entity, field }) => `${entity} ${field}`)).size).toBe(profile.length);
  });

  test('is the same twice, byte for byte', async () => {
    expect(JSON.stringify(await make())).toBe(JSON.stringify(await make()));
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
    const document = buildValidation(await loadedExample('tindle-and-moss'), { version: 'test' });
    const text = (await validationFormats.get('table')!.load())(document, plain);
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
    expect(render(await validationOf(yaml, true), plain)).toContain('Sparrow');
  });
});
