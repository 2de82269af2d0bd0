import { describe, expect, test } from 'vitest';
import { fitting } from '../../src/rules/example-fit.ts';
import { withSecondLines } from '../../src/rules/fit-two-bosses-today.ts';
import { assessmentOf, verdictOn } from './verdicts.ts';

const actionsOf = async (...of: Parameters<typeof assessmentOf>) => (await assessmentOf(...of)).actions;
const keysOf = async (...of: Parameters<typeof assessmentOf>) =>
  (await actionsOf(...of)).map(({ key }) => key);

describe('what to change first', () => {
  test('what ends most misfits, then what makes most of the design that suits best', async () => {
    const file = fitting('In what order', {
      context: { collaboration: 'poor', customerPayShare: 0 },
      practices: { 'strategy-clear': 'partly', 'value-proposition-clear': 'no' },
    });
    // Pay weighs on every redesign; of the others each on clusters, as −0.6, −0.25 and −0.4.
    expect(await keysOf(file, ['as-is', 'functional', 'cluster'])).toEqual([
      'context.customerPayShare',
      'context.collaboration',
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
    expect(second!.before.cf).toBe(first!.after.cf);
    const after = fitting('Step by step', { practices: { 'strategy-clear': 'yes' } });
    expect(second!.after.cf).toBeCloseTo((await verdictOn('cluster', after)).cf, 12);
  });

  test('what is not known is asked and not changed', async () => {
    const { actions, questions } = await assessmentOf(fitting('Nothing is known'));
    expect(actions).toEqual([]);
    expect(questions[0]).toMatchObject({ key: 'practices.target-markets-clear', designs: ['cluster'] });
    expect(questions.find(({ key }) => key === 'practices.strategy-clear')).toMatchObject({
      weight: 0.5,
      designs: ['functional', 'lifecycle', 'cluster', 'matrix'],
    });
  });

  test('who is there and what they sell is given, and so is what customers feel', async () => {
    const file = fitting('Given', {
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
      .replace('cluster: { holders: 2 }', 'cluster: { holders: 2, basis: letter }')
      .replaceAll(
        /(id: c(\d).*attributes: \{)/g,
        (_, start: string, at: string) => `${start} letter: ${'ABAB'[Number(at) - 1]},`,
      );
    expect(await actionsOf(lettered, ['as-is', 'cluster'])).toMatchObject([
      { key: 'designs.cluster.basis', clears: [{ rule: 'basis-explains-little' }], after: { word: 'suits' } },
    ]);
  });
});
