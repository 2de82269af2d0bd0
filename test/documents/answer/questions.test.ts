import { expect, test } from 'vitest';
import { effectOf } from '../../../src/documents/answer/questions.ts';
import type { VerdictWord } from '../../../src/schema/documents/verdicts.ts';
import type { DesignId } from '../../../src/schema/input/designs.ts';
import type { Verdict } from '../../../src/verdicts/verdict.ts';

const tried = (answer: string, words: Partial<Record<DesignId, VerdictWord>>) => ({
  answer,
  verdicts: new Map(Object.entries(words).map(([id, word]) => [id as DesignId, { word } as Verdict])),
});

test('what an answer makes of every design that it moves is told, first of those that may suit', () =>
  expect(
    effectOf({
      key: '',
      text: '',
      moves: 1,
      design: 'matrix',
      tried: [
        tried('yes', { matrix: 'rather not', lifecycle: 'open', 'account-team': 'open', functional: 'open' }),
        tried('no', {
          matrix: 'does not suit',
          lifecycle: 'rather not',
          'account-team': 'rather not',
          functional: 'open',
        }),
      ],
    }),
  ).toBe(
    'phases and account teams: open if yes, rather not if no. A matrix: rather not if yes, does not suit if no',
  ));
