import { describe, expect, test } from 'vitest';
import type { DesignId } from '../../src/schema/input/designs.ts';
import { assess } from '../../src/verdicts/assess.ts';
import { example } from '../support/organisations.ts';
import { candidatesOf } from './verdicts.ts';

/** What a reader of the articles would say of such companies, and of whether they should reorganise now. */
const EXPECTED: Readonly<
  Record<string, Readonly<Record<DesignId, string>> & { readonly reorganise: string }>
> = {
  // Clear target markets and coherent groups, against a mixed record and half a tradition of departments.
  halden: {
    reorganise: 'mend first',
    'as-is': 'does not suit',
    functional: 'does not suit',
    lifecycle: 'rather suits',
    cluster: 'suits',
    'account-team': 'open',
    matrix: 'does not suit',
  },
  // Thirty-four people who sell to consumers, work together badly and are short of everything: they stay as they are.
  'tindle-and-moss': {
    reorganise: 'not known',
    'as-is': 'rather suits',
    functional: 'rather suits',
    lifecycle: 'open',
    cluster: 'does not suit',
    'account-team': 'does not suit',
    matrix: 'does not suit',
  },
  // A matrix of eighty: one boss in place of two speaks for clusters, and the hundred people against them.
  marrowgate: {
    reorganise: 'not known',
    'as-is': 'rather not',
    functional: 'open',
    lifecycle: 'rather suits',
    cluster: 'rather not',
    'account-team': 'does not suit',
    matrix: 'rather not',
  },
};

describe.each(Object.entries(EXPECTED))('%s', async (name, expected) => {
  const { baseline, designs } = candidatesOf(await example(name));
  const { reorganise, verdicts, actions, questions } = assess(baseline, designs);
  const rules = (design: DesignId, side: 'for' | 'against') =>
    verdicts.get(design)![side].map(({ rule }) => rule.id);

  test('is judged as a reader of the articles would', () => {
    const words = Object.fromEntries([...verdicts].map(([design, { word }]) => [design, word]));
    expect({ reorganise: reorganise.word, ...words }).toEqual(expected);
  });

  test('for the reasons that the articles give', () => {
    if (name === 'halden') {
      expect(rules('cluster', 'for')[0]).toBe('fit-target-markets');
      expect(rules('cluster', 'against').slice(0, 2)).toEqual([
        'fit-collaboration',
        'fit-departmental-tradition',
      ]);
      expect(actions.map(({ key }) => key)).toContain('context.customerPayShare');
    }
    if (name === 'tindle-and-moss') {
      expect(rules('cluster', 'against').slice(0, 3)).toEqual([
        'fit-small-company',
        'fit-collaboration',
        'fit-business-to-consumer',
      ]);
      expect(questions.length).toBeGreaterThan(5);
    }
    if (name === 'marrowgate') {
      expect(rules('cluster', 'against')[0]).toBe('fit-small-company');
      expect(rules('cluster', 'for')[0]).toBe('fit-two-bosses-today');
      expect(actions[0]!.key).toBe('people.managers');
    }
  });
});

test('with forty people more, clusters suit Marrowgate if its strategy, promise and markets are clear', async () => {
  const marrowgate = await example('marrowgate');
  const larger = { ...marrowgate, context: { ...marrowgate.context, staff: 120 } };
  const { baseline, designs } = candidatesOf(larger, ['cluster']);
  const { word, cf, conditions } = assess(baseline, designs).verdicts.get('cluster')!;
  expect(word).toBe('suits, if');
  expect(cf).toBeGreaterThan(0.5);
  expect(conditions).toHaveLength(3);
});
