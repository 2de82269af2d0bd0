import { describe, expect, test } from 'vitest';
import { conflictsOf, settledLines } from '../../src/model/conflicts.ts';
import { primaryLine } from '../../src/model/lines.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { fitting } from '../../src/rules/examples/companies.ts';
import { basisExplainsLittle } from '../../src/rules/fit/basis-explains-little.ts';
import { withSecondLines } from '../../src/rules/fit/fit-two-bosses-today.ts';
import type { CompanyFacts, Lever } from '../../src/rules/fit/statement.ts';
import { organisationOf } from '../support/organisations.ts';
import { assessmentOf, reorganiseOf, verdictOn } from './verdicts.ts';

const actionsOf = async (...of: Parameters<typeof assessmentOf>) => (await assessmentOf(...of)).actions;
const keysOf = async (...of: Parameters<typeof assessmentOf>) =>
  (await actionsOf(...of)).map(({ key }) => key);

describe('what to change first', () => {
  test('what ends most misfits, then what makes most of the design that suits best', async () => {
    const file = fitting('In what order', {
      context: { collaboration: 'poor', customerPayShare: 0 },
      practices: { 'strategy-clear': 'partly', 'value-proposition-clear': 'no' },
    });
    // The record weighs on clusters with −0.6; the others on any reorganisation, with −0.4, −0.4 and −0.25.
    expect(await keysOf(file, ['as-is', 'functional', 'cluster'])).toEqual([
      'context.collaboration',
      'context.customerPayShare',
      'practices.value-proposition-clear',
      'practices.strategy-clear',
    ]);
  });

  test('each is measured with those before it done, and the last verdict is that of a file with all of them', async () => {
    const before = fitting('Step by step', {
      context: { collaboration: 'poor' },
      practices: { 'strategy-clear': 'no' },
    });
    const actions = await actionsOf(before, ['as-is', 'cluster']);
    expect(actions.map(({ key }) => key)).toEqual(['context.collaboration', 'practices.strategy-clear']);
    const [first, second] = actions;
    expect(first).toMatchObject({
      design: 'cluster',
      clears: [{ rule: 'fit-collaboration', design: 'cluster' }],
    });
    expect(first!.before.cf).toBeCloseTo((await verdictOn('cluster', before)).cf, 12);
    // The strategy is clear for any form: the company is readier, and no form suits better.
    expect(second).toMatchObject({
      design: null,
      clears: [{ rule: 'fit-strategy', design: null }],
      before: { word: 'not yet', cf: (await reorganiseOf(before)).cf },
    });
    const after = fitting('Step by step', { practices: { 'strategy-clear': 'yes' } });
    expect(first!.after.cf).toBeCloseTo((await verdictOn('cluster', after)).cf, 12);
    expect(second!.after.cf).toBeCloseTo((await reorganiseOf(after)).cf, 12);
  });

  test('what is not known is asked and not changed', async () => {
    const { actions, questions } = await assessmentOf(fitting('Nothing is known'));
    expect(actions).toEqual([]);
    expect(questions.find(({ key }) => key === 'practices.target-markets-clear')).toMatchObject({
      designs: ['cluster'],
    });
    expect(questions.find(({ key }) => key === 'practices.strategy-clear')).toMatchObject({
      weight: 0.5,
      company: true,
      designs: ['cluster'],
    });
  });

  test('who is there and what they sell is given, and so is what customers feel', async () => {
    const file = fitting('Given', {
      market: 'b2c',
      context: { staff: 60, market: 'b2c', offering: 'projects' },
      practices: { 'one-organisation-felt': 'no' },
    });
    expect(await keysOf(file)).toEqual([]);
  });

  test('what would only take a reason for a design away is no action', async () => {
    const file = fitting('A reason', { practices: { 'exit-communication': 'no' } });
    expect(await keysOf(file, ['as-is', 'lifecycle'])).toEqual([]);
  });

  test('equal lines can be settled without any redesign', async () => {
    const [action, ...others] = await actionsOf(withSecondLines(0.5, 0.5), ['as-is', 'cluster']);
    expect(others).toEqual([]);
    expect(action).toMatchObject({
      key: 'people.managers',
      clears: [{ rule: 'fit-matrix-two-bosses', design: 'as-is' }],
      design: 'as-is',
      after: { word: 'open' },
    });
    expect(action!.before.cf).toBeCloseTo(-0.4, 12);
  });

  test('options of a design are changed as well: fewer holders, another basis', async () => {
    const holders = fitting('Holders', { holders: 3 });
    expect(await actionsOf(holders, ['as-is', 'cluster'])).toMatchObject([
      { key: 'designs.cluster.holders', clears: [{ rule: 'fit-clusters-below-minimum' }] },
    ]);
    // A letter that has nothing to do with how customers differ.
    const lettered = fitting('Basis')
      .replace('cluster: { holders: 1 }', 'cluster: { holders: 1, basis: letter }')
      .replaceAll(
        /(id: c(\d).*attributes: \{)/g,
        (_, start: string, at: string) => `${start} letter: ${'ABAB'[Number(at) - 1]},`,
      );
    expect(await actionsOf(lettered, ['as-is', 'cluster'])).toMatchObject([
      {
        key: 'designs.cluster.basis',
        clears: [{ rule: 'basis-explains-little' }],
        after: { word: 'suits, if' },
      },
    ]);
  });

  test('of attributes that explain next to nothing none is a better basis than another', () => {
    const [another] = basisExplainsLittle.fit.levers!;
    const facts = { options: { cluster: {} } } as CompanyFacts;
    const basisIn = (explained: number) =>
      another!.apply(facts, {
        basis: {
          chosen: 'letter',
          candidates: [
            { attribute: 'letter', explained: -0.01, feasible: true },
            { attribute: 'industry', explained, feasible: true },
          ],
        },
      } as Parameters<Lever['apply']>[1])?.options.cluster.basis;
    expect(basisIn(0.05)).toBe('industry');
    expect(basisIn(0.04)).toBeUndefined();
  });
});

describe('what a reader of the articles would change first', () => {
  const first = async (...of: Parameters<typeof actionsOf>) => (await actionsOf(...of))[0];

  test('a company just below a hundred that could decide nothing else waits, and settles its lines before that', async () => {
    const nearly = fitting('Nearly a hundred', { context: { staff: 80 } });
    expect(await first(nearly, ['as-is', 'cluster'])).toMatchObject({
      key: 'context.staff',
      clears: [{ rule: 'fit-small-company', design: 'cluster' }],
      after: { word: 'suits, if' },
    });
    const both = withSecondLines(0.5, 0.5).replace('staff: 400', 'staff: 80');
    expect(await keysOf(both, ['as-is', 'cluster'])).toEqual(['people.managers', 'context.staff']);
    // One of sixty is not told to grow.
    expect(await keysOf(fitting('Sixty', { context: { staff: 60 } }), ['as-is', 'cluster'])).toEqual([]);
  });

  test('who answers b2c where nearly all revenue is b2b settles that first', async () => {
    const file = fitting('Which market', { context: { market: 'b2c', collaboration: 'mixed' } });
    expect(await first(file, ['as-is', 'cluster'])).toMatchObject({
      key: 'context.market',
      clears: [{ rule: 'fit-business-to-consumer', design: 'cluster' }],
    });
  });

  test('an officer without data gets customer insight, or data that are linked', async () => {
    const researcher = `  - { id: r1, title: Customer Insight Analyst, department: research, manager: chief }
`;
    const practices = { 'customer-data-linked': 'no' };
    const file = fitting('Insight', { officer: { model: 'minister' }, practices, people: researcher });
    const found = await actionsOf(file, ['as-is', 'cluster']);
    expect(found[0]).toMatchObject({
      clears: [{ rule: 'fit-officer-without-data', design: null }],
    });
    expect(['designs.cluster.customerOfficer.model', 'practices.customer-data-linked']).toContain(
      found[0]!.key,
    );
  });

  test('where no model of an officer suits there is none yet', async () => {
    // Poor alliances, no money for a department, and nothing to go by: all three models are rather not the thing.
    const file = fitting('No officer yet', {
      context: { collaboration: 'poor', staff: 60 },
      practices: { 'customer-data-linked': 'no', 'rules-challenged': 'no', 'jobs-to-be-done': 'no' },
    }).replace('  cluster: {', '  functional: { customerOfficer: { model: full-department } }\n  cluster: {');
    const found = await first(file, ['as-is', 'functional']);
    expect(found).toMatchObject({ key: 'designs.functional.customerOfficer' });
    expect(found!.clears.map(({ rule }) => rule).sort()).toEqual([
      'fit-officer-conditions',
      'fit-officer-without-data',
    ]);
  });

  test('an officer stays as long as customers do, where that can be expected', async () => {
    // Customers of 0.9, 0.92, 0.7 and 0.72 stay 10, 12.5, 3.3 and 3.6 years, 7.4 on average.
    const file = fitting('Tenure', { officer: { model: 'middle', tenureYears: 3 } });
    expect(await first(file, ['as-is', 'cluster'])).toMatchObject({
      key: 'customerOfficer.tenureYears',
      clears: [{ rule: 'fit-officer-tenure', design: null }],
    });
    const longer = fitting('Longer', {
      officer: { model: 'middle', tenureYears: 3 },
      retention: [
        [0.95, 0.95],
        [0.9, 0.9],
      ],
    });
    expect(await keysOf(longer, ['as-is', 'cluster'])).not.toContain('customerOfficer.tenureYears');
  });

  test('smaller clusters, where nobody can fill larger ones', async () => {
    const options = (text: string) =>
      fitting('Options', { context: { paybackYears: 3 }, holders: 1 }).replace(
        'holders: 1',
        `holders: 1, ${text}`,
      );
    expect(await first(options('minimum: 9'), ['as-is', 'cluster'])).toMatchObject({
      key: 'designs.cluster.minimum',
      clears: [{ rule: 'fit-clusters-below-minimum', design: 'cluster' }],
    });
  });
});

test('settled lines leave everybody with the boss who counted first', async () => {
  const before = await organisationOf(withSecondLines(0.5, 0.5));
  const after = settledLines(before);
  expect(conflictsOf(before).length).toBeGreaterThan(0);
  expect(conflictsOf(after)).toEqual([]);
  const boss = ({ lines }: Organisation, seat: number) => lines.boss[primaryLine(lines, seat)];
  for (let seat = 0; seat < before.people.count; seat++) {
    expect(boss(after, seat)).toBe(boss(before, seat));
    const { start, weight } = after.lines;
    const own = [...weight.subarray(start[seat], start[seat + 1])];
    if (own.length > 0) expect(own.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  }
});
