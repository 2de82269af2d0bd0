import { expect, test } from 'vitest';
import { effectOf, questionsOf } from '../../../src/documents/answer/questions.ts';
import type { VerdictWord } from '../../../src/schema/documents/verdicts.ts';
import type { DesignId } from '../../../src/schema/input/designs.ts';
import type { Verdict } from '../../../src/verdicts/verdict.ts';
import { organisationOf } from '../../support/organisations.ts';

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

const wards = (names: readonly string[], more: { serves?: object; owner?: string } = {}) =>
  organisationOf({
    version: 1,
    name: 'Klinik',
    departments: names.map((name, at) => ({
      id: `d${at}`,
      name,
      ...(at === 0 && more.serves !== undefined ? { serves: more.serves } : {}),
    })),
    people: [
      { id: 'top', title: 'Direktion' },
      ...names.flatMap((_, at) =>
        [0, 1].map((place) => ({ id: `p${at}${place}`, department: `d${at}`, manager: 'top' })),
      ),
    ],
    customers: ['Kardiologie', 'Unfallchirurgie', 'Pädiatrie'].map((Fach, at) => ({
      id: `c${at}`,
      count: 500,
      market: 'b2c',
      ...(at === 0 && more.owner !== undefined ? { owner: more.owner } : {}),
      attributes: { Fach },
    })),
  });

const askedOf = async (...of: Parameters<typeof wards>) => {
  const report = { designs: [], organisation: { customers: 3 } as never, ranking: null };
  const undecided = { decision: 'not-decided', design: null } as const;
  return questionsOf(report, await wards(...of), [], [], undecided).find(
    ({ id }) => id === 'departments.serves',
  );
};

test('whether departments serve the customers they are called after is asked where nothing says who serves whom', async () => {
  expect(
    await askedOf(['Abteilung für Kardiologie', 'KARDIOLOGIE', 'Pädiatrie', 'Verwaltung']),
  ).toMatchObject({
    text: 'Do Abteilung für Kardiologie, KARDIOLOGIE and Pädiatrie each serve the customers of that name (Fach)?',
    effect: 'if so, write serves: { where: { "Fach": ["Kardiologie"] } } at Abteilung für Kardiologie',
  });
  expect(await askedOf(['Kardiologie', 'Verwaltung', 'Technik'])).toBeUndefined();
  const named = ['Kardiologie', 'Pädiatrie'];
  expect(await askedOf(named, { serves: { where: { Fach: ['Kardiologie'] } } })).toBeUndefined();
  expect(await askedOf(named, { owner: 'p00' })).toBeUndefined();
});
