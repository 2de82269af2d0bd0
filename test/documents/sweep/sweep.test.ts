import { describe, expect, it, test } from 'vitest';
import { UserError } from '../../../src/base/errors.ts';
import { withSetOptions } from '../../../src/designs/options/options.ts';
import { buildSweep } from '../../../src/documents/sweep/sweep.ts';
import { evaluate } from '../../../src/index.ts';
import { inJson } from '../../../src/render/json.ts';
import type { Sweep } from '../../../src/schema/documents/sweep.ts';
import type { DesignId } from '../../../src/schema/input/designs.ts';
import type { Loaded } from '../../../src/schema/loaded.ts';
import { CLEAN_ORGANISATION } from '../../cli/organisations.ts';
import { loadedExample, loadedOf, measureOf } from '../../support/organisations.ts';
import { renderSweepTable } from '../../support/rendered.ts';

const halden = await loadedExample('halden');
const clean = await loadedOf(CLEAN_ORGANISATION);

/** A team of four for each of the 222 customers takes 888 people, whatever the fewest of a team are below that. */
const exclusive = withSetOptions(halden, ['account-team'], ['exclusive=true']);

const sweepOf = (loaded: Loaded, design: DesignId, ...sweeps: string[]): Sweep =>
  buildSweep(loaded, { design, sweeps, version: '1.0.0' });

const OPTIONS = { columns: 80, color: false, quiet: false };

describe('a sweep', () => {
  const document = sweepOf(halden, 'cluster', 'clusters=1..5');

  it('has a row for each value, in the order given', () => {
    expect(document.sweep).toEqual([{ option: 'clusters', values: [1, 2, 3, 4, 5] }]);
    expect(document.rows.map(({ values }) => values)).toEqual(
      [1, 2, 3, 4, 5].map((clusters) => ({ clusters })),
    );
  });

  it('has a row for each combination of two, the first option outermost', () => {
    const both = sweepOf(clean, 'cluster', 'basis=industry', 'minimum=4,2');
    expect(both.rows.map(({ values }) => values)).toEqual([
      { basis: 'industry', minimum: 4 },
      { basis: 'industry', minimum: 2 },
    ]);
  });

  it('measures in each row what evaluate measures with the same value set', () => {
    for (const { values, measures, status, hires, best } of document.rows) {
      const loaded = withSetOptions(halden, ['cluster'], [`clusters=${values.clusters}`]);
      const report = evaluate(loaded, { designs: ['cluster'], version: '1.0.0' });
      const design = report.designs.find(({ id }) => id === 'cluster')!;
      expect({ status, hires }).toEqual({ status: design.status, hires: design.hires });
      expect(Object.keys(measures)).toEqual(Object.keys(design.measures));
      for (const [id, { value }] of Object.entries(measures))
        expect(value, id).toBe(design.measures[id]!.value);
      expect(Object.keys(best).length).toBeGreaterThan(10);
    }
  });

  it('compares with today and the other designs as the file has them', () => {
    const report = evaluate(halden, { version: '1.0.0' });
    expect(document.others.map(({ id }) => id)).toEqual([
      'as-is',
      'functional',
      'lifecycle',
      'account-team',
      'matrix',
    ]);
    for (const { id, measures } of document.others) {
      const design = report.designs.find((one) => one.id === id)!;
      for (const [measure, { value }] of Object.entries(measures))
        expect(value, `${id} ${measure}`).toBe(design.measures[measure]!.value);
    }
  });

  it('names as best whoever is, of all designs, and nobody by what a design fixes', () => {
    for (const row of document.rows) {
      expect(row.best).not.toHaveProperty(['reporting.dualConflicts']);
      const figures = document.others.flatMap(({ id, measures }) => {
        const value = measures['silos.effective']?.value;
        return value == null ? [] : [{ id, value }];
      });
      const own = row.measures['silos.effective']!.value!;
      const least = Math.min(own, ...figures.map(({ value }) => value));
      const winners = [...figures, { id: 'cluster' as const, value: own }].filter(
        ({ value }) => value === least,
      );
      expect(row.best['silos.effective']).toEqual(winners.map(({ id }) => id));
    }
  });

  it('says in sentences where the best changes, and only there', () => {
    for (const measure of Object.keys(document.rows[0]!.best)) {
      const bests = document.rows.map(({ best }) => best[measure]!.join());
      const { label } = measureOf(measure);
      const sentence = document.summary.find((text) => text.startsWith(`${label}: `));
      expect(sentence === undefined, measure).toBe(new Set(bests).size === 1);
    }
    for (const text of document.summary) expect(text).toMatch(/^\S.*\.$/);
  });

  it('keeps what is impossible, with the reason', () => {
    const { rows, summary } = sweepOf(exclusive, 'account-team', 'minimum=1..2');
    for (const row of rows) {
      expect(row.status).toBe('impossible');
      expect(row.measures).toEqual({});
      expect(row.missing.length).toBeGreaterThan(0);
      expect(row.reason).toMatch(/888 people/);
    }
    expect(summary).toEqual(['The design is not possible with any of the values.']);
  });

  it('is the same twice, and leaves what it was given as it was', () => {
    const before = structuredClone(clean.input.designs);
    const once = inJson(sweepOf(clean, 'cluster', 'minimum=2..4'));
    expect(inJson(sweepOf(clean, 'cluster', 'minimum=2..4'))).toBe(once);
    expect(clean.input.designs).toEqual(before);
  });

  it('tells how far it has come, once for each design and row', () => {
    const told: string[] = [];
    buildSweep(clean, {
      design: 'cluster',
      sweeps: ['minimum=2..4'],
      version: '1',
      onRow: (what, done, total) => {
        expect(done).toBe(told.length);
        expect(total).toBe(8);
        told.push(what);
      },
    });
    expect(told.slice(-3)).toEqual(['minimum=2', 'minimum=3', 'minimum=4']);
    expect(told).toHaveLength(8);
  });

  it('refuses wrong options before anything is worked out', () => {
    let rows = 0;
    const sweep = () =>
      buildSweep(clean, { design: 'cluster', sweeps: ['minimum=0..3'], version: '1', onRow: () => rows++ });
    expect(sweep).toThrow(UserError);
    expect(rows).toBe(0);
  });
});

describe('where the best design changes', () => {
  it('is told with the value and the figures of both', () => {
    const document = sweepOf(halden, 'cluster', 'clusters=1..8');
    // There are four industries: with fewer clusters than that a cluster serves several of them.
    const measure = 'focus.customerGroups';
    const bests = document.rows.map(({ best }) => best[measure]!.join());
    const changes = bests.findIndex((best) => best !== bests[0]);
    expect(changes).toBeGreaterThan(0);
    const sentence = document.summary.find((text) => text.startsWith(`${measureOf(measure).label}: `))!;
    expect(sentence).toContain(`clusters = ${changes}`);
    expect(sentence).toContain(`clusters = ${changes + 1}`);
  });
});

describe('the table', () => {
  test('is no wider than the terminal, and holds every value', () => {
    const document = sweepOf(halden, 'cluster', 'clusters=1..20');
    for (const columns of [40, 80, 120]) {
      const text = renderSweepTable(document, { ...OPTIONS, columns });
      const widest = Math.max(...text.split('\n').map((line) => line.length));
      expect(widest).toBeLessThanOrEqual(Math.max(80, columns));
      for (let clusters = 1; clusters <= 20; clusters++)
        expect(text).toMatch(new RegExp(`^ +as-is .*\\b${clusters}\\b`, 'm'));
    }
  });

  test('of two options has a part for each value of the first', () => {
    const text = renderSweepTable(sweepOf(halden, 'cluster', 'minimum=4..5', 'clusters=2..3'), OPTIONS);
    for (const minimum of [4, 5]) expect(text).toContain(`minimum = ${minimum}, clusters =`);
  });

  test('marks where the design is the best of all', () => {
    const document = sweepOf(halden, 'cluster', 'clusters=4');
    const line = renderSweepTable(document, OPTIONS)
      .split('\n')
      .find((one) => one.includes('Effective number of departments'))!;
    expect(line.includes('•')).toBe(document.rows[0]!.best['silos.effective']!.includes('cluster'));
  });

  test('says why something is not possible', () => {
    const text = renderSweepTable(sweepOf(exclusive, 'account-team', 'minimum=1..2'), OPTIONS);
    expect(text).toMatch(/Not possible with minimum = 1; minimum = 2: A team of 4/);
  });

  test('of --quiet has no sentences', () => {
    const document = sweepOf(clean, 'cluster', 'minimum=2..3');
    expect(renderSweepTable(document, { ...OPTIONS, quiet: true })).not.toContain('Where the best design');
  });
});
