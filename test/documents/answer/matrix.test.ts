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
  expect(told(5, 0, 4.8)).toEqual(['The work goes to another team 4.8 times instead of 5.']);
  expect(told(5, 0, 4.999)).toEqual([]);
});

test('work that stays in a team still changes hands in it, and how often is said beside it', () => {
  const figures = (between: number, units: number, inside: number) => ({
    measures: Object.fromEntries(
      Object.entries({
        [HANDOFFS]: between,
        'handoffs.perJourney': units,
        'handoffs.insideUnit': inside,
      }).map(([id, value]) => [id, { value, unit: '', better: 'lower' }]),
    ),
  });
  const told = (design: ReturnType<typeof figures>) =>
    gainsThatShow(figures(2.7, 2.7, 1.3) as never, design as never).map(({ text }) => text);
  expect(told(figures(0, 0, 4))[0]).toBe(
    'The work never goes to another team, today 2.7 times. Inside a team it changes hands 4 times, today 1.3.',
  );
  // A team across departments, as for an account: what crosses a department stays in the team.
  expect(told(figures(0, 2.7, 1.3))[0]).toMatch(/never goes to another team.* Inside a team .* 4 times/);
  // Nothing is added where nothing moved inside.
  expect(told(figures(1.5, 1.5, 1.3))).toEqual(['The work goes to another team 1.5 times instead of 2.7.']);
});

describe('the options side by side', () => {
  test('shade no row that names no best', () => {
    const [first] = matrixOf(report([1, 2, 3], [], { reason: 'Assumed.' }), 9)!.rows;
    expect(first!.shares).toEqual([null, null, null]);
    expect(matrixOf(report([1, 2, 3], ['as-is']), 9)!.rows[0]!.shares).toEqual([1, 0.5, 0]);
  });

  test('keep what is asked of people before other figures, and name the rows there is no room for', () => {
    const one = report([1, 2, 3], ['as-is']);
    const ids = ['silos.count', 'expertise.fragmentation', 'work.poolingLoss', 'change.movedShare'];
    for (const id of ids) {
      one.comparison[id] = { best: [], values: {} };
      one.designs.forEach(({ measures }, at) => {
        measures[id] = {
          value: at / 4,
          unit: '',
          better: 'lower',
          byConstruction: false,
          coverage: 1,
          assumedShare: 0,
        };
      });
    }
    expect(matrixOf(one, 4)!.rows.map(({ id }) => id)).toEqual([
      'silos.count',
      HANDOFFS,
      HEAD,
      'change.movedShare',
    ]);
    expect(matrixNotes(one, 4)[0]).toBe(
      'No room here, but in --full: spread of each skill (units); staff for the same service.',
    );
  });

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
