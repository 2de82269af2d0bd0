import { describe, expect, test } from 'vitest';
import type { DesignId } from '../../src/schema/input/designs.ts';
import { assess } from '../../src/verdicts/assess.ts';
import { example } from '../support/organisations.ts';
import { candidatesOf } from './verdicts.ts';

/** Verdicts worked out by hand from what the articles say of such companies, with the certainties of the rules. */
const EXPECTED: Readonly<Record<string, Readonly<Record<DesignId, readonly [cf: number, word: string]>>>> = {
  // Clear target markets and coherent groups, against a mixed record and half a tradition of departments.
  halden: {
    'as-is': [-0.64, 'does not suit'],
    functional: [-0.74, 'does not suit'],
    lifecycle: [0.32, 'rather suits'],
    cluster: [0.39, 'rather suits'],
    'account-team': [-0.88, 'does not suit'],
    matrix: [-0.51, 'does not suit'],
  },
  // Thirty-four people who sell to consumers, work together badly and are short of everything; they could fill three phases,
  // though, which the article offers where a team for each customer is out of reach.
  'tindle-and-moss': {
    'as-is': [0, 'open'],
    functional: [0, 'open'],
    lifecycle: [0, 'open'],
    cluster: [-0.95, 'does not suit'],
    'account-team': [-0.97, 'does not suit'],
    matrix: [-0.38, 'rather not'],
  },
  // A matrix of eighty: one boss in place of two speaks for clusters, and the hundred people against them.
  marrowgate: {
    'as-is': [-0.64, 'does not suit'],
    functional: [-0.25, 'rather not'],
    lifecycle: [0.28, 'rather suits'],
    cluster: [-0.32, 'rather not'],
    'account-team': [-0.44, 'rather not'],
    matrix: [-0.4, 'rather not'],
  },
};

describe.each(Object.entries(EXPECTED))('%s', async (name, expected) => {
  const { baseline, designs } = candidatesOf(await example(name));
  const { verdicts, actions, questions } = assess(baseline, designs);
  const rules = (design: DesignId, side: 'for' | 'against') =>
    verdicts.get(design)![side].map(({ rule }) => rule.id);

  test.each(Object.entries(expected))(
    '%s suits as a reader of the articles would say',
    (design, [cf, word]) => {
      const verdict = verdicts.get(design as DesignId)!;
      expect(Math.abs(verdict.cf - cf)).toBeLessThan(0.02);
      expect(verdict.word).toBe(word);
    },
  );

  test('for the reasons that the articles give', () => {
    if (name === 'halden') {
      expect(rules('cluster', 'for')[0]).toBe('fit-target-markets');
      expect(rules('cluster', 'against').slice(0, 2)).toEqual([
        'fit-collaboration',
        'fit-departmental-tradition',
      ]);
      expect(actions[0]!.key).toBe('context.customerPayShare');
    }
    if (name === 'tindle-and-moss') {
      expect(rules('cluster', 'against')).toEqual([
        'fit-small-company',
        'fit-collaboration',
        'fit-business-to-consumer',
      ]);
      expect(questions.length).toBeGreaterThan(5);
    }
    if (name === 'marrowgate') {
      expect(rules('cluster', 'against')).toEqual(['fit-small-company']);
      expect(rules('cluster', 'for')[0]).toBe('fit-two-bosses-today');
      expect(actions[0]!.key).toBe('people.managers');
    }
  });
});

test('with twenty people more, clusters suit Marrowgate', async () => {
  const marrowgate = await example('marrowgate');
  const larger = { ...marrowgate, context: { ...marrowgate.context, staff: 100 } };
  const { baseline, designs } = candidatesOf(larger, ['cluster']);
  const verdict = assess(baseline, designs).verdicts.get('cluster')!;
  expect(verdict.word).toBe('suits');
  expect(Math.abs(verdict.cf - 0.71)).toBeLessThan(0.02);
});
