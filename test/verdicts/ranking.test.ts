import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { measures } from '../../src/measures/index.ts';
import type { MeasureResult } from '../../src/measures/measure.ts';
import { PROFILES } from '../../src/schema/choices.ts';
import type { VerdictWord } from '../../src/schema/documents/verdicts.ts';
import type { DesignId } from '../../src/schema/input/designs.ts';
import { assess } from '../../src/verdicts/assess.ts';
import { type Candidate, candidateById, companyOf } from '../../src/verdicts/candidate.ts';
import { type Criteria, criteriaOf, defaultCriteria } from '../../src/verdicts/criteria.ts';
import { rankingOf } from '../../src/verdicts/ranking.ts';
import type { Verdict } from '../../src/verdicts/verdict.ts';
import { example, viewFrom } from '../support/organisations.ts';

const FRACTIONS = ['journey.accountableShare', 'change.movedShare', 'change.relationshipsKept'] as const;

/** A criterion from 0 to 1 for each of some measures of fractions. */
const criteria = (weights: Partial<Record<string, number>>, order: Criteria['order'] = null): Criteria => ({
  profile: null,
  source: 'file',
  agreedBy: null,
  agreedOn: null,
  order,
  list: Object.entries(weights).map(([id, weight]) => {
    const measure = measures.find((one) => one.id === id)!;
    const [worst, best] = measure.better === 'lower' ? [1, 0] : [0, 1];
    return { id, measure, weight: weight!, worst: worst!, best: best!, agreedBy: null, ownScale: true };
  }),
});

const candidate = (
  id: DesignId,
  figures: Readonly<Record<string, number | MeasureResult>> | null,
): Candidate =>
  ({
    design: { id, name: id },
    view: figures === null ? null : {},
    result: { status: figures === null ? 'impossible' : 'staffed' },
    measures: () =>
      new Map(
        Object.entries(figures ?? {}).map(([key, one]) => [
          key,
          typeof one === 'number' ? { value: one } : one,
        ]),
      ),
  }) as unknown as Candidate;

const verdicts = (words: Partial<Record<DesignId, VerdictWord>> = {}) =>
  new Map(Object.entries(words).map(([id, word]) => [id as DesignId, { word } as Verdict]));

const [ACCOUNTABLE, MOVED, KEPT] = FRACTIONS;

const today = candidate('as-is', { [ACCOUNTABLE]: 0.2, [MOVED]: 0, [KEPT]: 1 });
const clusters = candidate('cluster', { [ACCOUNTABLE]: 0.8, [MOVED]: 0.5, [KEPT]: 0.7 });

describe('the ranking of designs', () => {
  it('names the design of the highest total, and by which weight another one would win', () => {
    const found = rankingOf([today, clusters], verdicts(), criteria({ [ACCOUNTABLE]: 3, [MOVED]: 1 }))!;
    expect(found.winner).toBe('cluster');
    expect(found.totals).toEqual({ 'as-is': expect.closeTo(0.4, 9), cluster: expect.closeTo(0.725, 9) });
    // .8 w + .5 (1 − w) = .2 w + 1 − w at w = 5/11.
    expect(found.flips[0]).toMatchObject({ from: 0.75, to: expect.closeTo(5 / 11, 9), winner: 'as-is' });
    expect(found.acceptability.cluster![0]).toBeCloseTo(6 / 11, 1);
    expect(found.acceptability['as-is']![1]).toBe(found.acceptability.cluster![0]);
    expect(found.decides).toBe(true);
  });

  it('has the winner depend on what counts', () => {
    const winnerWith = (weights: Partial<Record<string, number>>) =>
      rankingOf([today, clusters], verdicts(), criteria(weights))!.winner;
    expect(winnerWith({ [ACCOUNTABLE]: 5, [MOVED]: 1 })).toBe('cluster');
    expect(winnerWith({ [ACCOUNTABLE]: 1, [MOVED]: 5 })).toBe('as-is');
  });

  it('ranks nothing where all that could be compared with today cannot be judged', () => {
    const unjudged = { ...candidate('cluster', {}), view: null } as unknown as Candidate;
    // Impossible is known to be nothing, and stays told.
    expect(
      rankingOf([today, candidate('cluster', null)], verdicts(), criteria({ [MOVED]: 1 })),
    ).not.toBeNull();
    expect(rankingOf([today, unjudged], verdicts(), criteria({ [MOVED]: 1 }))).toBeNull();
  });

  it('never recommends what is impossible, cannot be judged or suits badly, but always lets today take part', () => {
    const found = rankingOf(
      [today, candidate('functional', null), clusters, candidate('matrix', { [ACCOUNTABLE]: 1, [MOVED]: 0 })],
      verdicts({ 'as-is': 'does not suit', matrix: 'rather not', cluster: 'open' }),
      criteria({ [ACCOUNTABLE]: 1, [MOVED]: 1 }),
    )!;
    expect(found.notRanked).toEqual([
      { design: 'functional', reason: 'impossible' },
      { design: 'matrix', reason: 'rather not' },
    ]);
    expect(Object.keys(found.acceptability)).toEqual(['as-is', 'cluster']);
  });

  it('leaves out a design that is better than today by nothing that shows, unless that is assumed', () => {
    const weights = criteria({ [ACCOUNTABLE]: 1, [MOVED]: 1 });
    const slightly = (more: number, assumedShare = 0) =>
      candidate('account-team', { [ACCOUNTABLE]: { value: 0.2 + more, assumedShare }, [MOVED]: 0 });
    const rank = (one: Candidate) => rankingOf([today, one], verdicts(), weights)!;
    expect(rank(slightly(0.01)).notRanked).toEqual([{ design: 'account-team', reason: 'gains nothing' }]);
    expect(rank(slightly(0.01)).winner).toBe('as-is');
    expect(rank(slightly(0.03)).winner).toBe('account-team');
    expect(rank(slightly(0.01, 1)).notRanked).toEqual([]);
  });

  it('does not let clusters win by what they fix by definition alone', () => {
    const fixed = candidate('cluster', { [ACCOUNTABLE]: 1, [MOVED]: 0.5 });
    const found = rankingOf([today, fixed], verdicts(), criteria({ [ACCOUNTABLE]: 3, [MOVED]: 1 }))!;
    expect(found.winner).toBe('cluster');
    expect(found.byConstruction).toEqual([ACCOUNTABLE]);
    expect(found.withoutByConstruction).toBe('as-is');
    expect(found.decides).toBe(false);
    expect(found.why.join(' ')).toContain('fixes by its definition');
  });

  it('decides nothing by figures that are more than half assumed, and takes them with a range', () => {
    const guess = (value: number) => ({ value, assumedShare: 1 });
    const found = rankingOf(
      [
        candidate('as-is', { [ACCOUNTABLE]: guess(0.5), [MOVED]: 0 }),
        candidate('cluster', { [ACCOUNTABLE]: guess(0.8), [MOVED]: 0.1 }),
      ],
      verdicts(),
      criteria({ [ACCOUNTABLE]: 3, [MOVED]: 1 }),
    )!;
    expect(found.winner).toBe('cluster');
    expect(found.assumed).toEqual([ACCOUNTABLE]);
    expect(found.withoutAssumed).toBe('as-is');
    expect(found.decides).toBe(false);
    expect(found.confidenceFactor.cluster!).toBeLessThan(1);
  });

  it('leaves out a criterion that is not known of every design, and says why', () => {
    const silent = candidate('cluster', {
      [ACCOUNTABLE]: 0.8,
      [MOVED]: 0.5,
      [KEPT]: { value: null, reason: 'Nobody knows.' },
    });
    const found = rankingOf([today, silent], verdicts(), criteria({ [ACCOUNTABLE]: 1, [KEPT]: 3 }))!;
    expect(found.leftOut).toEqual([{ criterion: KEPT, reason: 'Nobody knows.' }]);
    expect(found.criteria).toMatchObject([{ id: ACCOUNTABLE, weight: 1 }]);
    expect(rankingOf([today, silent], verdicts(), criteria({ [KEPT]: 1 }))).toBeNull();
  });

  it('prefers no design to another by how much of the work is served', () => {
    const partly = candidate('cluster', { [ACCOUNTABLE]: { value: 0.8, coverage: 0.7 }, [MOVED]: 0 });
    const found = rankingOf([today, partly], verdicts(), criteria({ [ACCOUNTABLE]: 1, [MOVED]: 1 }))!;
    expect(found.leftOut.map(({ criterion }) => criterion)).toEqual([ACCOUNTABLE]);
    expect(found.winner).toBe('as-is');
  });

  it('repeats to the byte', () => {
    const text = () =>
      JSON.stringify(rankingOf([today, clusters], verdicts(), criteria({ [ACCOUNTABLE]: 2, [KEPT]: 1 })));
    expect(text()).toBe(text());
  });

  it('draws 10,000 weightings of six designs and ten criteria, and every rank is taken once', () => {
    const ids = measures
      .filter(({ better }) => better !== 'none')
      .slice(0, 10)
      .map(({ id }) => id);
    const six = (['as-is', 'functional', 'lifecycle', 'cluster', 'account-team', 'matrix'] as const).map(
      (id, row) =>
        candidate(
          id,
          Object.fromEntries(ids.map((measure, at) => [measure, ((row * 7 + at * 3) % 11) / 11])),
        ),
    );
    const found = rankingOf(six, verdicts(), criteria(Object.fromEntries(ids.map((id) => [id, 1]))))!;
    for (let rank = 0; rank < 6; rank++) {
      const sum = Object.values(found.acceptability).reduce((all, shares) => all + shares[rank]!, 0);
      expect(sum).toBeCloseTo(1, 9);
    }
  });
});

const company = (decision: object) =>
  viewFrom({
    version: 1,
    name: 'Aller',
    people: [{ id: 'a', name: 'A', title: 'Chief Executive', costPerYear: 1000 }],
    customers: [{ id: 'c' }],
    criteria: decision,
  });

describe('what the decision is judged by', () => {
  it('is customer first where nobody said, and every profile sums to 1', async () => {
    const found = criteriaOf(await company({}));
    expect(found).toMatchObject({ profile: 'customer-first', source: 'assumed' });
    for (const profile of PROFILES)
      expect(defaultCriteria.reduce((sum, { weights }) => sum + weights[profile], 0)).toBeCloseTo(1, 9);
  });

  it('is a profile with endpoints of the file', async () => {
    const view = await company({
      list: [{ measure: 'cover.singleHolders', worst: 3, best: 0 }],
    });
    const found = criteriaOf(view, 'cost-first');
    expect(found).toMatchObject({ profile: 'cost-first', source: 'profile' });
    expect(found.list.find(({ id }) => id === 'cover.singleHolders')).toMatchObject({
      worst: 3,
      weight: 0.05,
    });
  });

  it('is a list with weights scaled to 1, or an order with the rank-order centroid', async () => {
    const list = ['change.movedShare', 'journey.accountableShare', 'cover.singleHolders'].map((measure) => ({
      measure,
    }));
    const weights = async (more: readonly object[]) =>
      criteriaOf(await company({ list: list.map((one, at) => ({ ...one, ...more[at] })) })).list.map(
        ({ weight }) => Number(weight.toFixed(4)),
      );
    expect(await weights([{ weight: 2 }, { weight: 1 }, { weight: 1 }])).toEqual([0.5, 0.25, 0.25]);
    expect(await weights([{ rank: 3 }, { rank: 1 }, { rank: 2 }])).toEqual([0.1111, 0.6111, 0.2778]);
    expect(await weights([])).toEqual([0.6111, 0.2778, 0.1111]);
  });

  it.each([
    [{ measure: 'silo.count' }, /there is no measure "?silo\.count/],
    [
      { measure: 'journey.accountableShare', worst: 0.9, best: 0.1 },
      /best is 0\.1 and worst 0\.9, but higher is better/,
    ],
    [{ measure: 'cover.singleHolders', best: 20 }, /best is 20 and worst 3, but lower is better/],
    [{ measure: 'teams.count' }, /expected both worst and best/],
  ])('is refused with its place in the file: %o', async (entry, message) => {
    const view = await company({ list: [entry] });
    const error = (() => {
      try {
        criteriaOf(view);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(UserError);
    const [problem] = (error as UserError).problems;
    expect(problem!.message).toMatch(message);
    expect(problem!.at).toMatchObject({ file: 'org.yaml' });
    expect(problem!.hint).toBeDefined();
  });
});

it('Halden gets another recommendation as other things count, and the text says which', async () => {
  const company = companyOf(await example('halden'));
  const candidates = (['as-is', 'lifecycle', 'cluster'] as const).map((id) => candidateById(company, id));
  const { verdicts: found } = assess(company.today, candidates);
  const ranked = PROFILES.map((profile) => rankingOf(candidates, found, criteriaOf(company.today, profile))!);
  expect(new Set(ranked.map(({ winner }) => winner)).size).toBeGreaterThan(1);
  for (const { winner, byProfile, why } of ranked)
    for (const design of Object.values(byProfile))
      if (design !== winner) expect(why.join(' ')).toMatch(new RegExp(`${NAMES[design]} wins? with`));
});

const NAMES: Readonly<Record<string, string>> = {
  'as-is': 'Today’s structure',
  lifecycle: 'Phases',
  cluster: 'Clusters',
};

it('docs/method.md has every criterion with its scale and its weights', () => {
  const page = readFileSync(new URL('../../docs/method.md', import.meta.url), 'utf8');
  for (const { measure, scale, weights } of defaultCriteria) {
    const row = page.split('\n').find((line) => line.includes(`| ${scale} |`));
    expect(row, measure).toContain(
      PROFILES.map((profile) => `${Math.round(weights[profile] * 100)} %`).join(' | '),
    );
  }
});

it('with customer first the three figures that a customer meets share three quarters as 6 to 5 to 4, and five prices the rest alike', () => {
  const weight = (measure: string) =>
    defaultCriteria.find((one) => one.measure === measure)!.weights['customer-first'];
  const met = ['handoffs.betweenTeams', 'journey.accountableShare', 'change.relationshipsKept'];
  expect(met.map((id) => weight(id) / 0.75)).toEqual([6, 5, 4].map((part) => expect.closeTo(part / 15, 12)));
  const prices = defaultCriteria.filter(({ measure }) => !met.includes(measure));
  expect(prices.map((one) => one.weights['customer-first'])).toEqual(
    prices.map(() => expect.closeTo(0.25 / prices.length, 12)),
  );
});
