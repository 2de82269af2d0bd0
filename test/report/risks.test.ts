import { describe, expect, test } from 'vitest';
import { measures } from '../../src/measures/index.ts';
import { risksOf } from '../../src/report/risks.ts';
import { organisationOf } from '../support/organisations.ts';

const taken = (values: Readonly<Record<string, number | null>>) =>
  new Map(Object.entries(values).map(([id, value]) => [id, { value }]));
const none = { practices: new Map() };

describe('risks of a design', () => {
  test('are told where the figure is worse than today, and where it is not known only if always', () => {
    const today = taken({ 'silos.count': 3, 'expertise.fragmentation': 1 });
    const then = taken({ 'silos.count': 1, 'expertise.fragmentation': 2.5, 'change.costPerYear': 1000 });
    const found = risksOf(measures, none, 'cluster', then, today);
    expect(found.map(({ id, today: from, design }) => [id, from, design])).toEqual([
      ['less-insight', null, null],
      ['duplicated-resources', 1, 2.5],
      ['costs-more', 0, 1000],
    ]);
  });

  test('go by which way a figure is better', () => {
    const kept = (today: number, then: number) =>
      risksOf(
        measures,
        none,
        'lifecycle',
        taken({ 'journey.mainContactKept': then }),
        taken({ 'journey.mainContactKept': today }),
      ).map(({ id }) => id);
    expect(kept(0.8, 0.3)).toEqual(['passed-on']);
    expect(kept(0.3, 0.8)).toEqual([]);
  });

  test('are covered where all that covers them is answered yes', async () => {
    const coveredBy = async (practices: object) => {
      const organisation = await organisationOf({ version: 1, name: 'A', people: [{ id: 'p' }], practices });
      return risksOf(measures, organisation, 'cluster', taken({}), taken({}))[0]!.covered;
    };
    expect(await coveredBy({ 'insight-shared': 'yes', 'best-practice-exchange': 'yes' })).toBe(true);
    expect(await coveredBy({ 'insight-shared': 'yes', 'best-practice-exchange': 'partly' })).toBe(false);
  });

  test('name measures that there are', () => {
    for (const [design, count] of [
      ['functional', 1],
      ['lifecycle', 2],
      ['cluster', 4],
      ['account-team', 3],
      ['matrix', 2],
    ] as const) {
      const worst = new Map(measures.map(({ id, better }) => [id, { value: better === 'higher' ? 0 : 9 }]));
      const best = new Map(measures.map(({ id, better }) => [id, { value: better === 'higher' ? 1 : 0 }]));
      expect(risksOf(measures, none, design, worst, best), design).toHaveLength(count);
    }
  });
});
