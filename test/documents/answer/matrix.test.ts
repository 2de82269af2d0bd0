import { describe, expect, test } from 'vitest';
import { gainsThatShow } from '../../../src/documents/answer/gains-and-prices.ts';
import { matrixBlock, matrixNotes, matrixOf } from '../../../src/documents/answer/matrix.ts';
import type { Report } from '../../../src/schema/documents/report.ts';

const HANDOFFS = 'handoffs.betweenTeams';
const HEAD = 'journey.accountableShare';

/** A report of three designs with two figures. */
const report = (
  handoffs: readonly number[],
  best: readonly string[],
  more: object = {},
  coverage = [1, 1, 1],
) =>
  ({
    ranking: null,
    comparison: { [HANDOFFS]: { best, values: {}, ...more }, [HEAD]: { best: [], values: {} } },
    designs: ['as-is', 'functional', 'cluster'].map((id, at) => ({
      id,
      status: 'staffed',
      structure: [],
      fit: { verdict: 'open' },
      measures: {
        [HANDOFFS]: { value: handoffs[at], unit: '', better: 'lower', coverage: coverage[at] },
        [HEAD]: { value: at / 2, unit: 'fraction', better: 'higher', coverage: coverage[at] },
      },
    })),
  }) as unknown as Report;

const rowsOf = (one: Report) =>
  matrixOf(one, 9)!.rows.map(({ label, texts, best }) => [
    label,
    ...texts.map((text, at) => (best[at] ? `*${text}` : text)),
  ]);

test('a gain too small to act on is told only where there is no other', () => {
  const told = (...handoffs: number[]) => {
    const [today, , design] = report(handoffs, []).designs as unknown as { measures: object }[];
    for (const one of [today!, design!]) delete (one.measures as Record<string, unknown>)[HEAD];
    return gainsThatShow(today as never, design as never).map(({ text }) => text);
  };
  expect(told(5, 0, 4.8)).toEqual(['The work changes hands 4.8 times instead of 5.']);
  expect(told(5, 0, 4.999)).toEqual([]);
});

describe('the options side by side', () => {
  test('name no best among figures that print alike, which are one line below the table', () => {
    const alike = report([5.001, 5, 4.999], ['cluster']);
    expect(rowsOf(alike).map(([label]) => label)).toEqual(['Work under one head']);
    expect(matrixNotes(alike, 9)).toEqual(['The same in every design: Hand-offs between teams 5.0.']);
    expect(rowsOf(report([3.001, 3, 4.2], ['functional']))[0]).toEqual([
      'Hand-offs between teams',
      '*3.0',
      '*3.0',
      '4.2',
    ]);
  });

  test('say above the figures whether a customer counts by number or by revenue', () => {
    const cornerOf = (shown?: 'number' | 'revenue', best: string[] = []) => {
      const one = report([5, 4, 3], best);
      for (const { measures } of one.designs)
        Object.assign(measures[HANDOFFS]!, { shown, byRevenue: measures[HANDOFFS]!.value });
      return matrixBlock(one, 9)!.corner;
    };
    expect(cornerOf('revenue', ['cluster'])).toBe('* best; customers by revenue');
    expect(cornerOf('number')).toBe('customers by number');
    expect(cornerOf()).toBe('');
  });

  test('say what work nobody does where there is any, however few rows there are', () => {
    expect(rowsOf(report([1, 2, 3], [])).flat()).not.toContain('Work that nobody does');
    const undone = report([1, 2, 3], [], {}, [0.22, 0.22, 0.996]);
    expect(rowsOf(undone).at(-1)).toEqual(['Work that nobody does', '78 %', '78 %', '<1 %']);
    expect(matrixOf(undone, 1)!.rows.map(({ id }) => id)).toEqual([HANDOFFS, 'undone']);
  });

  test('say why a row names no best', () => {
    const reason = 'The designs cover different shares of the work.';
    expect(matrixNotes(report([1, 2, 3], [], { reason }), 9)).toEqual([
      '1 row names no best: the designs cover different shares of the work.',
    ]);
  });
});
