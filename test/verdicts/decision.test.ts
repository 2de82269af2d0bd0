import { describe, expect, test } from 'vitest';
import type { Ranking } from '../../src/schema/documents/ranking.ts';
import { VERDICT_WORDS, type VerdictWord } from '../../src/schema/documents/verdicts.ts';
import type { DesignId } from '../../src/schema/input/designs.ts';
import { decide, type Standing } from '../../src/verdicts/decision.ts';

const standing = (
  id: DesignId,
  word: VerdictWord = 'suits',
  status: Standing['status'] = 'staffed',
): Standing => ({ id, word, status, gains: true });

const ranking = (winner: DesignId, decides = true, rest: Partial<Ranking> = {}): Ranking =>
  ({ winner, decides, ...rest }) as Partial<Ranking> as Ranking;

const today = standing('as-is', 'does not suit');

describe('a decision', () => {
  test('recommends the winner of the ranking', () =>
    expect(decide([today, standing('cluster')], ranking('cluster'))).toEqual({
      decision: 'recommend',
      design: 'cluster',
    }));

  test('is to stay where today wins, whatever its verdict, and where nothing else can be recommended', () => {
    const stay = { decision: 'stay', design: null };
    expect(decide([today, standing('cluster')], ranking('as-is'))).toEqual(stay);
    expect(decide([today, standing('cluster', 'rather not')], ranking('as-is'))).toEqual(stay);
  });

  test('gives up a form that does not suit for one that does, unless priorities that were agreed keep it', () => {
    const all = [
      today,
      standing('functional'),
      standing('cluster', 'rather suits'),
      standing('lifecycle', 'open'),
    ];
    const totals = { 'as-is': 0.6, lifecycle: 0.5, cluster: 0.45, functional: 0.4 };
    const acceptability = { 'as-is': [0.6], lifecycle: [0.1], cluster: [0.2], functional: [0.1] };
    const decided = (rest: Partial<Ranking>, designs = all) =>
      decide(designs, ranking('as-is', true, { totals, acceptability, assumed: [], ...rest }));
    const never = { 'as-is': [1], lifecycle: [0], cluster: [0.01], functional: [0] };
    expect(decided({ source: 'assumed', acceptability: never }).decision).toBe('stay');
    expect(decided({ source: 'assumed' })).toEqual({ decision: 'recommend', design: 'cluster' });
    expect(decided({ source: 'assumed', assumed: ['work.poolingLoss'] }).decision).toBe('not-decided');
    for (const source of ['profile', 'file'] as const) expect(decided({ source }).decision).toBe('stay');
    expect(decided({ source: 'assumed' }, [standing('as-is', 'open'), ...all.slice(1)]).decision).toBe(
      'stay',
    );
    expect(decided({ source: 'assumed' }, [today, standing('lifecycle', 'open')]).decision).toBe('stay');
  });

  test('is open where the ranking does not decide, and says what leads', () => {
    expect(decide([today, standing('cluster')], ranking('cluster', false))).toEqual({
      decision: 'not-decided',
      design: 'cluster',
    });
    expect(decide([today, standing('cluster')], null).decision).toBe('not-decided');
  });

  test('does not keep a form that does not suit because another wins by what it fixes itself', () => {
    const decided = (rest: Partial<Ranking>, form = today, word: VerdictWord = 'suits') =>
      decide(
        [form, standing('cluster', word)],
        ranking('cluster', false, {
          source: 'assumed',
          totals: { 'as-is': 0.5, cluster: 0.6 },
          acceptability: { 'as-is': [0.8], cluster: [0.2] },
          assumed: [],
          withoutByConstruction: 'as-is',
          ...rest,
        }),
      );
    const open = { decision: 'not-decided', design: 'cluster' };
    expect(decided({})).toEqual({ decision: 'recommend', design: 'cluster' });
    expect(decided({}, standing('as-is', 'open'))).toEqual(open);
    expect(decided({}, today, 'open')).toEqual(open);
    expect(decided({ source: 'file' })).toEqual(open);
    expect(decided({ assumed: ['work.poolingLoss'] })).toEqual(open);
    expect(decided({ withoutByConstruction: null })).toEqual(open);
  });

  test('is no more to stay than to change where figures are assumed, whatever those that are known say', () => {
    const rest = { robust: true, withoutAssumed: 'as-is' } as const;
    expect(decide([today, standing('cluster')], ranking('as-is', false, rest))).toEqual({
      decision: 'not-decided',
      design: 'as-is',
    });
  });

  test('to stay is no decision where today wins only narrowly by priorities that nobody agreed to', () => {
    const narrow = (rest: Partial<Ranking>) =>
      decide([standing('as-is', 'open'), standing('cluster', 'open')], ranking('as-is', true, rest)).decision;
    expect(narrow({ source: 'assumed', robust: false })).toBe('not-decided');
    expect(narrow({ source: 'assumed', robust: true })).toBe('stay');
    expect(narrow({ source: 'profile', robust: false })).toBe('stay');
    expect(narrow({ source: 'file', robust: false })).toBe('stay');
  });

  test('never recommends what gains nothing, also where it suits and today’s form does not', () => {
    const idle = { ...standing('functional'), gains: false };
    expect(decide([today, idle], ranking('functional')).decision).toBe('not-decided');
    const totals = { 'as-is': 0.6, functional: 0.5 };
    expect(
      decide(
        [today, idle],
        ranking('as-is', true, { source: 'assumed', totals, acceptability: { functional: [0.5] } }),
      ).decision,
    ).toBe('stay');
  });

  test('is open, and nothing leads, where some designs cannot be judged', () => {
    const open = { decision: 'not-decided', design: null };
    const unjudged = standing('cluster', 'cannot be judged', 'cannot-judge');
    for (const winner of ['functional', 'as-is'] as const)
      expect(decide([today, standing('functional'), unjudged], ranking(winner))).toEqual(open);
    const unknown = standing('cluster', 'cannot be judged');
    expect(decide([today, standing('functional'), unknown], ranking('functional'))).toEqual(open);
  });

  test('cannot be made where the data bear no design', () =>
    expect(decide([today, standing('cluster', 'open', 'cannot-judge')], null).decision).toBe('cannot-judge'));

  test('never recommends what is impossible, cannot be judged, or suits rather not or worse', () => {
    for (const status of ['staffed', 'needs-hires', 'impossible', 'cannot-judge'] as const)
      for (const word of VERDICT_WORDS) {
        const { decision } = decide([today, standing('cluster', word, status)], ranking('cluster'));
        const may =
          !['rather not', 'does not suit', 'cannot be judged'].includes(word) &&
          ['staffed', 'needs-hires'].includes(status);
        expect(decision === 'recommend', `${status}, ${word}`).toBe(may);
      }
  });
});
