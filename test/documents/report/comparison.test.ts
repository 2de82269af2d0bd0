import { describe, expect, it, test } from 'vitest';
import { compare, reversalOf, type Taken, untoldInWords } from '../../../src/documents/report/comparison.ts';
import { defineMeasure, type MeasureResult } from '../../../src/measures/measure.ts';
import type { DesignId } from '../../../src/schema/input/designs.ts';
import { renderTable } from '../../support/rendered.ts';
import { sampleReport } from './sample-report.ts';

const lower = defineMeasure({
  id: 'silos.count',
  label: 'Departments',
  summary: '',
  formula: '',
  unit: 'units',
  better: 'lower',
  source: '',
  change: '',
  take: () => ({ value: 0 }),
});
const taken = (results: Partial<Record<DesignId, MeasureResult>>): Taken =>
  new Map(Object.entries(results) as [DesignId, MeasureResult][]);
const best = (results: Partial<Record<DesignId, MeasureResult>>) =>
  compare(lower, Object.keys(results) as DesignId[], taken(results));
const cuts = (...values: readonly number[]) =>
  values.map((value, at) => ({ height: `level ${at + 1}`, units: 3 * (at + 1), value }));

describe('the best design', () => {
  it('is the best by the figures that are shown', () => {
    const found = best({
      'as-is': { value: 2, byRevenue: 5, shown: 'revenue' },
      cluster: { value: 3, byRevenue: 4, shown: 'revenue' },
    });
    expect(found).toMatchObject({ best: ['cluster'], values: { 'as-is': 5, cluster: 4 } });
    expect(best({ 'as-is': { value: 2, byRevenue: 5 }, cluster: { value: 3, byRevenue: 4 } }).best).toEqual([
      'as-is',
    ]);
  });

  it('is not marked where the shares of work that somebody does are more than five points apart', () => {
    const with_ = (coverage: number) =>
      best({ 'as-is': { value: 2, coverage: 1 }, cluster: { value: 1, coverage } });
    expect(with_(0.95).best).toEqual(['cluster']);
    expect(with_(0.94).best).toEqual([]);
    expect(with_(0.94).reason).toContain('different shares');
  });
});

describe('the order of designs over heights', () => {
  it('is reversed where a design that is clearly better at the height that counts is clearly worse at another', () => {
    const found = reversalOf(
      taken({ 'as-is': { value: 4, heights: cuts(4, 4) }, cluster: { value: 2, heights: cuts(2, 6) } }),
    );
    expect(found).toMatchObject({ level: 2, better: 'cluster', worse: 'as-is', figures: [6, 4] });
  });
  it('is not reversed by a tie', () => {
    const of = (last: number) =>
      reversalOf(
        taken({ 'as-is': { value: 4, heights: cuts(4, 4) }, cluster: { value: 2, heights: cuts(2, last) } }),
      );
    expect(of(4)).toBeNull();
    expect(of(4.1)).toBeNull();
  });
  it('says nothing where no height makes three units', () => {
    expect(
      reversalOf(taken({ 'as-is': { value: 4, heights: [] }, cluster: { value: 2, heights: [] } })),
    ).toBeUndefined();
  });
});

describe('rows of the table', () => {
  const text = (changes: Parameters<typeof sampleReport>[0]) =>
    renderTable(sampleReport(changes), { columns: 200, color: false, quiet: false });
  const { comparison, designs } = sampleReport();
  const alike = designs.map((design) => ({
    ...design,
    measures: { ...design.measures, 'teams.count': { ...design.measures['teams.count']!, value: 7 } },
  }));

  it('that are the same in every design are one line below it', () => {
    const shown = text({ designs: alike });
    expect(shown).toMatch(/The same in every design: .*Teams 7/);
    expect(shown.split('\n').some((line) => line.trimStart().startsWith('Teams '))).toBe(false);
  });

  it('that no design changes are said of the company', () => {
    const shown = text({ company: { 'teams.count': { value: 9, unit: 'teams' } } });
    expect(shown).toMatch(/Of the company, whatever its form: Teams 9\./);
  });

  it('whose order depends on the level of the chart are marked', () => {
    const silos = { ...comparison['silos.count']!, robust: false };
    const shown = text({ comparison: { ...comparison, 'silos.count': silos } });
    expect(shown).toContain('Departments a customer deals with ~');
    expect(shown.replace(/\s+/g, ' ')).toContain(
      '~ the order depends on the level at which the chart is cut',
    );
  });
});

test('several reasons why figures are not called better or worse are one sentence', () => {
  expect(untoldInWords('Other figures', new Set(['coverage', 'assumed'] as const))).toBe(
    'Other figures are not called better or worse: the designs cover different shares of the work; or more than half of the hours behind them are assumed.',
  );
  expect(untoldInWords('Other figures', new Set())).toBeUndefined();
});
