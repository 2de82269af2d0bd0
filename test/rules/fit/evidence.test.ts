import { describe, expect, test } from 'vitest';
import { viewOf } from '../../../src/model/view.ts';
import { fitting } from '../../../src/rules/examples/companies.ts';
import { basisInUse } from '../../../src/rules/fit/basis-explains-little.ts';
import { crossings, unitsThatAcquire } from '../../../src/rules/fit/company-facts.ts';
import { assess } from '../../../src/verdicts/assess.ts';
import { designOf, example, viewFrom } from '../../support/organisations.ts';
import { candidatesOf, judgementOf } from '../../verdicts/verdicts.ts';

/** The company of the examples without one of the answers that they give. */
const without = (key: string, file = fitting('Not said')) => file.replace(new RegExp(`,? ${key}: \\w+`), '');

const lineOf = (file: string, text: string) => file.split('\n').findIndex((line) => line.includes(text)) + 1;

describe('the market', () => {
  const customers = (rows: string) => fitting('Market').replace(/(?<=customers:\n)[\s\S]*/, `${rows}\n`);
  const judge = (rows: string) => judgementOf('fit-business-to-consumer', 'cluster', customers(rows));
  const attributes = (industry: string) => `attributes: { industry: ${industry} }`;

  test('goes by revenue where nine tenths of the rows have one', async () => {
    const found = await judge(`  - { id: c1, count: 90, market: b2c, revenue: 100, ${attributes('homes')} }
  - { id: c2, count: 10, market: b2b, revenue: 900, ${attributes('shops')} }`);
    expect(found).toMatchObject({ when: 'sales to businesses', certainty: 0.3 });
    expect(found!.cf).toBeCloseTo(0.3 * (2 * 0.9 - 1), 12);
    expect(found!.premises[0]).toMatchObject({ text: '90 % of its revenue is b2b', derived: true });
  });

  test('goes by number otherwise', async () => {
    const found = await judge(`  - { id: c1, count: 90, market: b2c, ${attributes('homes')} }
  - { id: c2, count: 10, market: b2b, ${attributes('shops')} }`);
    expect(found!.cf).toBeCloseTo(-0.5 * (2 * 0.9 - 1), 12);
    expect(found!.premises[0]!.text).toBe('90 % of its customers are b2c, by number');
  });

  test('with half the certainty where another sign says the opposite, and both are shown', async () => {
    const found = await judge(`  - { id: c1, count: 90, market: b2c, ${attributes('homes')} }
  - { id: c2, count: 10, market: b2b, owner: a1, revenue: 900, ${attributes('shops')} }`);
    expect(found!.cf).toBeCloseTo(-0.5 * (2 * 0.9 - 1) * 0.5, 12);
    expect(found!.premises[0]!.text).toContain(
      '90 % of its customers are b2c, by number, b2b by every other sign (all 10 customers with an owner are b2b; 100 % of the revenue that is known is b2b)',
    );
  });

  test('also where number says b2b and the revenue that is known b2c', async () => {
    const found = await judge(`  - { id: c1, count: 10, market: b2c, revenue: 900, ${attributes('homes')} }
  - { id: c2, count: 90, market: b2b, ${attributes('shops')} }`);
    expect(found!.cf).toBeCloseTo(0.3 * (2 * 0.9 - 1) * 0.5, 12);
    expect(found!.premises[0]!.text).toContain('yet 100 % of the revenue that is known is b2c');
  });

  test('half and half says nothing, and mixed neither', async () => {
    expect(
      (await judge(`  - { id: c1, market: b2c, revenue: 1, ${attributes('homes')} }
  - { id: c2, market: b2b, revenue: 1, ${attributes('shops')} }`))!.cf,
    ).toBe(0);
    const mixed = fitting('Mixed', { context: { market: 'mixed' } });
    expect((await judgementOf('fit-business-to-consumer', 'cluster', mixed))!.cf).toBe(0);
  });

  test('is not known where nobody says it', async () => {
    const found = await judge(
      `  - { id: c1, ${attributes('homes')} }\n  - { id: c2, ${attributes('shops')} }`,
    );
    expect(found).toMatchObject({ cf: null, weight: 0.5 });
    expect(found!.asks.map(({ key }) => key)).toEqual(['context.market']);
  });
});

describe('what the chart says where nobody answered', () => {
  const collaboration = (file: string) => judgementOf('fit-collaboration', 'cluster', file);
  const tradition = (file: string) => judgementOf('fit-departmental-tradition', 'cluster', file);
  // Each department has a head of its own, so that three units answer for their work.
  const headed = fitting('Three departments').replaceAll(
    /(id: ([msa])[234],.*) manager: chief/g,
    (_, before: string, department: string) => `${before} manager: ${department}1`,
  );
  const second = headed
    .replace('id: s2,', 'id: s2, x')
    .replace(/id: s2, x(.*)manager: s1/, 'id: s2,$1managers: [{ to: s1 }, { to: m1, kind: dotted }]');
  const interacting = (from: string, to: string) => `${headed}interactions: [{ from: ${from}, to: ${to} }]\n`;

  test('nothing joins departments: a poor record, with little certainty, and still a question', async () => {
    const found = await collaboration(without('collaboration', headed));
    expect(found!.cf).toBeCloseTo(-0.6 * 0.3, 12);
    expect(found!.premises[0]).toMatchObject({ derived: true });
    expect(found!.premises[0]!.at().line).toBe(lineOf(headed, 'id: chief'));
    expect(found!.asks).toEqual([expect.objectContaining({ key: 'context.collaboration', weight: 0.6 })]);
  });

  test.each([
    ['a second line to another department', second],
    ['people of two departments who work together', interacting('m2', 's2')],
    [
      'a department of two trades',
      headed.replace('id: s2, title: Sales Executive', 'id: s2, title: Account Manager'),
    ],
  ])('%s speaks against that', async (_, file) => {
    expect((await collaboration(without('collaboration', file)))!.cf).toBe(0);
    expect((await tradition(without('departmentalTradition', file)))!.cf).toBeNull();
  });

  test('people who work with their own say nothing for it', async () => {
    const inside = interacting('m2', 'm3');
    expect((await collaboration(without('collaboration', inside)))!.cf).toBeCloseTo(-0.18, 12);
  });

  test('one trade in each unit: a tradition, with some certainty', async () => {
    const found = await tradition(without('departmentalTradition', headed));
    expect(found!.cf).toBeCloseTo(-0.5 * 0.4, 12);
    expect(found!.premises[0]!.text).toBe(
      'each of the 3 units that serve customers is one trade, and nothing joins them',
    );
  });

  test('an answer goes before all that', async () => {
    expect((await collaboration(headed))!.cf).toBe(0);
    expect((await tradition(headed))!.cf).toBe(0);
    const unknown = fitting('Asked in vain', { context: { collaboration: 'unknown' } });
    expect((await collaboration(unknown))!.premises.every(({ derived }) => derived)).toBe(true);
  });

  test('a line to the top joins nothing', async () => {
    const toTheTop = second.replace('to: m1', 'to: chief');
    expect(crossings(await viewFrom(toTheTop))).toMatchObject({ units: 3, secondLines: 0 });
    expect(crossings(await viewFrom(second))).toMatchObject({ units: 3, secondLines: 1, mixedUnits: 0 });
  });
});

describe('target markets', () => {
  const named = (attribute = 'industry', practices = {}) =>
    fitting('Named', { context: { targetMarkets: `{ attribute: ${attribute} }` }, practices });
  const judge = (file: string) => judgementOf('fit-target-markets', 'cluster', file);

  test('named ones that all customers have are clear, and perhaps known', async () => {
    const found = await judge(named());
    expect(found!.cf).toBeCloseTo(0.4 * 0.5, 12);
    expect(found!.asks.map(({ key }) => key)).toEqual(['practices.target-markets-communicated']);
    const known = await judge(named('industry', { 'target-markets-communicated': 'yes' }));
    expect(known!.cf).toBeCloseTo(0.4 * 0.8, 12);
  });

  test('an attribute that too few customers have says nothing', async () => {
    const file = named().replace(/attributes: \{ industry: energy \}/, 'attributes: { x: y }');
    expect((await judge(file))!.cf).toBeNull();
  });

  test('clear and known in part counts as a lack', async () => {
    const found = await judge(
      fitting('In part', {
        practices: { 'target-markets-clear': 'yes', 'target-markets-communicated': 'partly' },
      }),
    );
    expect(found!.cf).toBeCloseTo(-0.3 * 0.5, 12);
  });

  test('the values that are wanted are told with their share', async () => {
    const file = named().replace('attribute: industry', 'attribute: industry, values: [retail]');
    expect((await judge(file))!.premises[0]!.text).toContain('industry retail, 50 % of today’s customers');
  });
});

describe('what is read of the journey', () => {
  const journey = (steps: string) =>
    fitting('Journey')
      .replace(/(?<= {4}steps:\n)[\s\S]*(?=people:)/, steps)
      .replaceAll(
        /(id: ([msa])[234],.*) manager: chief/g,
        (_, before: string, unit: string) => `${before} manager: ${unit}1`,
      );
  const step = (capability: string, hours = ', hours: 4') =>
    `      - { phase: acquire, capability: ${capability}${hours} }\n`;

  test('units that win a customer: drawn from where several could, unserved as one of its own', async () => {
    const units = async (steps: string) => unitsThatAcquire(await viewFrom(journey(steps)));
    expect(await units(step('sales'))).toBeCloseTo(1, 12);
    expect(await units(step('sales') + step('marketing'))).toBeCloseTo(2, 12);
    expect(await units(step('sales') + step('support'))).toBeCloseTo(2, 12);
    expect(await units('      - { phase: retain, capability: sales, hours: 4 }\n')).toBeNull();
  });

  test('hours that are assumed leave it open, and the journey is asked for', async () => {
    for (const rule of ['fit-acquisition-apart', 'fit-departments-divide-customer']) {
      const design = rule === 'fit-acquisition-apart' ? 'lifecycle' : 'as-is';
      const found = await judgementOf(rule, design, journey(step('sales', '') + step('marketing', '')));
      expect(found).toMatchObject({ cf: null });
      expect(found!.asks.map(({ key }) => key)).toEqual(['journeys']);
    }
  });
});

describe('the basis', () => {
  test('of clusters that are there is the one they divide customers by, and explains as much', async () => {
    const organisation = await example('halden');
    const { result } = candidatesOf(organisation, ['cluster']).designs[0]!;
    const chosen = result.basis!.candidates.find(({ attribute }) => attribute === result.basis!.chosen)!;
    const clusters = viewOf(designOf('cluster').apply(organisation).organisation!);
    expect(basisInUse(clusters)).toMatchObject({ attribute: 'industry', outcomes: chosen.outcomes });
    expect(basisInUse(clusters)!.explained).toBeCloseTo(chosen.explained!, 9);
    expect(basisInUse(viewOf(organisation))).toBeUndefined();
  });

  test('so that clusters suit those who have them as they suited before', async () => {
    const halden = await example('halden');
    const clustered = designOf('cluster').apply(halden).organisation!;
    const [before, after] = [halden, clustered].map((organisation) => {
      const { baseline, designs } = candidatesOf(organisation, ['cluster']);
      return assess(baseline, designs).verdicts.get('cluster')!;
    });
    expect(Math.abs(after!.cf - before!.cf)).toBeLessThan(0.02);
    expect(after!.confidence).toBeCloseTo(before!.confidence!, 9);
  });
});

describe('exceptions', () => {
  test('a charter with a promise is a sign of profiles; one that a design wrote is none', async () => {
    const chartered = (charter: string) =>
      judgementOf(
        'fit-ideal-customer-profiles',
        'cluster',
        `${fitting('Charter')}departments: [{ id: marketing, charter: { ${charter} } }, { id: sales }, { id: accounts }]\n`,
      );
    expect((await chartered('targetCustomers: all, valueProposition: no standstill'))!.cf).toBeCloseTo(
      0.18,
      12,
    );
    expect((await chartered('targetCustomers: all'))!.cf).toBeNull();
  });

  test('a goal that two units share answers whether goals are shared; a metric without a target does not', async () => {
    const sharing = (item: string) =>
      judgementOf(
        'fit-culture-and-metrics',
        'cluster',
        `${fitting('Goals')}departments: [${['marketing', 'sales', 'accounts'].map((id) => `{ id: ${id}, scorecard: [{ ${item} }] }`).join(', ')}]\n`,
      );
    expect((await sharing('metric: retention, target: 0.9'))!.cf).toBe(0);
    expect((await sharing('metric: retention'))!.cf).toBeNull();
    expect((await sharing('metric: sales, target: 9'))!.cf).toBeNull();
  });

  test('marketing that has customers by name is taken for account-based', async () => {
    const file = fitting('By name').replaceAll(/(id: m[12],.*) \}/g, '$1, serves: [c1] }');
    const found = await judgementOf('fit-account-based-marketing', 'cluster', file);
    expect(found!.cf).toBeCloseTo(0.4 * 0.6, 12);
    const one = fitting('By name').replace(/(id: m1,.*) \}/, '$1, serves: [c1] }');
    expect((await judgementOf('fit-account-based-marketing', 'cluster', one))!.cf).toBeNull();
  });

  test('pay without a share is less certain, and a share goes before', async () => {
    const judge = (context: Record<string, number>) =>
      judgementOf(
        'fit-reward-weight',
        'cluster',
        fitting('Pay', { context, practices: { 'pay-tied-to-customers': 'no' } }),
      );
    expect((await judge({}))!.cf).toBeCloseTo(-0.4 * 0.8, 12);
    expect((await judge({ customerPayShare: 0.15 }))!.cf).toBeCloseTo(-0.4 * 0.25, 12);
  });

  test('lifetime value eases a late payback, and what costs nothing needs none', async () => {
    const late = (practices = {}) => fitting('Late', { context: { paybackYears: 4 }, practices });
    const judge = (file: string) => judgementOf('fit-payback', 'lifecycle', file);
    expect((await judge(late()))!.cf).toBeCloseTo(-0.3, 12);
    expect((await judge(late({ 'lifetime-value-segments': 'yes' })))!.cf).toBeCloseTo(-0.15, 12);
    expect((await judge(late().replaceAll(/title:/g, 'costPerYear: 50000, title:')))!.cf).toBe(0);
  });

  test('a small company is not told twice, as small and as without people for two clusters', async () => {
    const small = fitting('Small', { context: { staff: 60 }, holders: 4 });
    expect(await judgementOf('fit-clusters-below-minimum', 'cluster', small)).toBeUndefined();
    const large = fitting('Large', { holders: 4 });
    expect((await judgementOf('fit-clusters-below-minimum', 'cluster', large))!.cf).toBeCloseTo(-0.8, 12);
  });

  test('a note stands beside its answer', async () => {
    const file = fitting('Noted').replace(
      'practices: {  }',
      'practices: { strategy-clear: { answer: no, note: "The board and sales differ" } }',
    );
    const { premises } = (await judgementOf('fit-strategy', 'cluster', file))!;
    expect(premises[0]!.text).toBe(
      'the executives are not all clear about the core strategy (practices.strategy-clear: no, "The board and sales differ")',
    );
    expect(premises[0]!.at().line).toBe(lineOf(file, 'practices:'));
  });
});

describe('customers who leave', () => {
  const file = fitting('Exit').replace(
    'people:',
    `departments: [{ id: marketing }, { id: sales }, { id: accounts }]
flows: [{ from: accounts, to: sales, what: why they left, kind: exit-reasons }]
people:`,
  );
  const judge = (text: string) => judgementOf('fit-exit-neglected', 'lifecycle', text);

  test('are heard where a flow says why they left, so that phases add nothing', async () => {
    expect(await judge(file)).toMatchObject({ cf: 0, asks: [] });
  });

  test('are not known of with a flow of another kind, and an answer goes before a flow', async () => {
    const unknown = (await judge(file.replace('exit-reasons', 'other')))!;
    expect(unknown.cf).toBeNull();
    expect(unknown.asks.map(({ key }) => key)).toEqual(['practices.exit-communication']);
    const said = file.replace('practices: {', 'practices: { exit-communication: no');
    expect((await judge(said))!.cf).toBeCloseTo(0.3, 12);
  });
});
