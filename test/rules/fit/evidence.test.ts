import { describe, expect, test } from 'vitest';
import { viewOf } from '../../../src/model/view.ts';
import { unitsThatAcquire } from '../../../src/rules/company-facts.ts';
import { basisInUse } from '../../../src/rules/customer-groups.ts';
import { clusterable, fitting } from '../../../src/rules/examples/companies.ts';
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

test.each([
  ['fit-collaboration', 'context.collaboration', 'collaboration'],
  ['fit-departmental-tradition', 'context.departmentalTradition', 'departmentalTradition'],
])('%s: a chart that shows nothing of it is a question, and no penalty', async (rule, key, answer) => {
  const found = await judgementOf(rule, 'cluster', without(answer));
  expect(found).toMatchObject({ cf: null, asks: [{ key }] });
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

  test('clear and known in part is half a reason for clusters, and half a lack of the company', async () => {
    const file = fitting('In part', {
      practices: { 'target-markets-clear': 'yes', 'target-markets-communicated': 'partly' },
    });
    expect((await judge(file))!.cf).toBeCloseTo(0.4 * 0.5, 12);
    expect((await judgementOf('fit-target-markets', 'company', file))!.cf).toBeCloseTo(-0.3 * 0.5, 12);
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
  /** Two groups of which as many customers are kept, with or without the hours that they need. */
  const alike = (isGiven: boolean) => {
    let row = 0;
    const effort = () => (isGiven ? `, effort: { marketing: ${20 + 4 * (row++ % 2)}, sales: 20 }` : '');
    return clusterable('Kept alike', {
      retention: [
        [0.7, 0.9],
        [0.72, 0.88],
      ],
    }).replace(/revenue: 1000/g, (found) => `${found}${effort()}`);
  };

  test('says that customers need the same only where their needs are given: who leaves tells nothing of it', async () => {
    const given = await judgementOf('basis-explains-little', 'functional', alike(true));
    expect(given?.cf).toBeCloseTo(0.4, 9);
    const unknown = await judgementOf('basis-explains-little', 'functional', alike(false));
    expect(unknown?.cf).toBeNull();
    expect(unknown?.asks.map(({ key }) => key)).toEqual(['customers']);
    // That the groups are no basis for clusters is known.
    expect((await judgementOf('basis-explains-little', 'cluster', alike(false)))?.cf).toBeCloseTo(-0.5, 9);
  });

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
    const basis = (verdict: typeof before) =>
      verdict!.for.find(({ rule }) => rule.id === 'basis-explains-little')!.cf;
    expect(basis(after)).toBeCloseTo(basis(before), 9);
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
        'company',
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
        'company',
        fitting('Pay', { context, practices: { 'pay-tied-to-customers': 'no' } }),
      );
    expect((await judge({}))!.cf).toBeCloseTo(-0.4 * 0.8, 12);
    expect((await judge({ customerPayShare: 0.15 }))!.cf).toBeCloseTo(-0.4 * 0.25, 12);
  });

  test('lifetime value eases a late payback', async () => {
    const late = (practices = {}) => fitting('Late', { context: { paybackYears: 4 }, practices });
    const judge = (file: string) => judgementOf('fit-payback', 'company', file);
    expect((await judge(late()))!.cf).toBeCloseTo(-0.3, 12);
    expect((await judge(late({ 'lifetime-value-segments': 'yes' })))!.cf).toBeCloseTo(-0.15, 12);
  });

  test('a small company is not told twice, as small and as without people for two clusters', async () => {
    const small = fitting('Small', { context: { staff: 60 }, holders: 9 });
    expect(await judgementOf('fit-clusters-below-minimum', 'cluster', small)).toBeUndefined();
    const large = fitting('Large', { holders: 9 });
    expect((await judgementOf('fit-clusters-below-minimum', 'cluster', large))!.cf).toBeCloseTo(-0.8, 12);
  });

  test('a note stands beside its answer', async () => {
    const file = fitting('Noted').replace(
      'practices: {  }',
      'practices: { strategy-clear: { answer: no, note: "The board and sales differ" } }',
    );
    const { premises } = (await judgementOf('fit-strategy', 'company', file))!;
    expect(premises[0]!.text).toBe(
      'the executives are not all clear about the core strategy (practices.strategy-clear: no, "The board and sales differ")',
    );
    expect(premises[0]!.at().line).toBe(lineOf(file, 'practices:'));
  });
});

describe('customers who leave', () => {
  test('are no reason where nine of ten stay, to the last digit', async () => {
    const kept = clusterable('Kept', {
      retention: [
        [0.9, 0.9],
        [0.9, 0.9],
      ],
    });
    for (const design of ['functional', 'lifecycle'] as const)
      expect((await judgementOf('fit-retention-low', design, kept))?.cf).toBe(0);
  });

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
    expect((await judge(said))!.cf).toBeCloseTo(0.4, 12);
  });
});
