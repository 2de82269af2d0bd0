import { expect, test } from 'vitest';
import { options, ranked, work } from '../../../src/documents/page/argument-pages.ts';
import { materialOf, type Page } from '../../../src/documents/page/page.ts';
import { flat } from '../../../src/render/block.ts';
import type { Report } from '../../../src/schema/documents/report.ts';
import type { DesignId } from '../../../src/schema/input/designs.ts';
import { sampleReport } from '../report/sample-report.ts';

const titleOf = (page: Page, report: Report): string => {
  const [part] = flat([page.parts(materialOf(report))]);
  return part?.kind === 'section' ? part.title : '';
};

const design = (id: DesignId, measures: object = {}) => ({
  id,
  name: id,
  status: 'staffed',
  structure: [{ id: 'one', name: 'One', kind: 'department', people: 3, vacant: 0 }],
  fit: { verdict: 'open', limits: [] },
  findings: [],
  measures,
});

const reportOf = (designs: readonly object[], more: object = {}, answer: object = {}): Report =>
  ({
    ...sampleReport(),
    designs,
    comparison: {},
    ranking: null,
    answer: { ...sampleReport().answer, decision: 'recommend', design: null, refused: [], ...answer },
    ...more,
  }) as unknown as Report;

/** Functions beside today's structure, by some figures of both. */
function withFigures(figures: Readonly<Record<string, readonly [number, number]>>, best?: DesignId): Report {
  const taken = (at: 0 | 1) =>
    Object.fromEntries(
      Object.entries(figures).map(([id, values]) => [id, { unit: '', better: 'lower', value: values[at] }]),
    );
  const comparison = Object.fromEntries(
    Object.keys(figures).map((id) => [id, { best: best === undefined ? [] : [best], values: {} }]),
  );
  return reportOf([design('as-is', taken(0)), design('functional', taken(1))], { comparison });
}

test('the page of options says on how many figures a design does better and worse, and counts no tie', () => {
  const id = 'silos.count';
  const two = withFigures(
    { [id]: [4, 2], 'work.poolingLoss': [0, 3], 'cover.singleHolders': [1, 1] },
    'as-is',
  );
  expect(titleOf(options, two)).toMatch(/better than today on 1 of 3 figures, and worse on 1$/);
  expect(titleOf(options, withFigures({ [id]: [3, 3] }, 'as-is'))).toMatch(
    /no better and no worse than today on the one figure that can be compared$/,
  );
  // A row that names no best is no win.
  expect(titleOf(options, withFigures({ [id]: [4, 2] }))).toBe(
    'No figure can be compared: too much is assumed',
  );
});

test('what takes as many people as today is said to, and never that it takes none more', () => {
  const title = (now: number, then: number) =>
    titleOf(work, withFigures({ 'work.poolingLoss': [now, then] }));
  for (const [now, then] of [
    [0, 0],
    [2, 2],
    [0, 3],
  ] as const)
    expect(title(now, then)).not.toMatch(/ 0 more/);
});

test('a ranking that does not decide has no safe first place', () => {
  const title = (decides: boolean, robust: boolean) => {
    const totals = { 'as-is': 1, functional: 0 };
    const acceptability = { 'as-is': [1, 0], functional: [0, 1] };
    const ranking = {
      ...{ decides, robust, totals, acceptability, winner: 'as-is' },
      ...{ why: [], criteria: [], tornado: [] },
    };
    return titleOf(ranked, reportOf([design('as-is'), design('functional')], { ranking }));
  };
  expect(title(true, true)).toBe('The first place is safe');
  expect(title(true, false)).toBe('The first place depends on what counts');
  expect(title(false, true)).toContain('The first place is open');
});

test('pages argue for no design that is not to be recommended, but for one that was asked for alone', () => {
  const chosen = (ids: readonly DesignId[], refused: readonly DesignId[]) =>
    materialOf(
      reportOf(
        ids.map((id) => design(id)),
        {},
        {
          decision: 'not-decided',
          design: 'as-is',
          refused: refused.map((one) => ({ design: one, reason: '' })),
        },
      ),
    ).chosen?.id;
  expect(chosen(['as-is', 'lifecycle', 'matrix'], ['lifecycle', 'matrix'])).toBeUndefined();
  expect(chosen(['as-is', 'lifecycle', 'matrix'], ['lifecycle'])).toBe('matrix');
  expect(chosen(['as-is', 'lifecycle'], ['lifecycle'])).toBe('lifecycle');
});
