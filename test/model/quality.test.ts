import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/evaluate.ts';
import { simulate, structureFrom, suggest } from '../../src/index.ts';
import { measures } from '../../src/measures/index.ts';
import { buildOrganisation } from '../../src/model/build.ts';
import { qualityOf } from '../../src/model/quality.ts';
import type { DataGate } from '../../src/schema/documents/quality.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { memoryFiles } from '../source/memory-files.ts';
import { ruleIds } from '../support/organisations.ts';

interface Row {
  readonly id: string;
  readonly title?: string;
  readonly department?: string;
  readonly manager?: string;
}

const TRADES = ['Sales Executive', 'Marketing Specialist', 'Account Manager', 'Customer Support Agent'];

/** A chief, ten heads, and under each of them as many as it takes. */
const company = (size: number): Row[] => [
  { id: 'chief', title: 'Chief Executive Officer' },
  ...Array.from({ length: size - 1 }, (_, at) => ({
    id: `p${at}`,
    title: TRADES[at % TRADES.length]!,
    department: `d${at % 10}`,
    manager: at < 10 ? 'chief' : `p${at % 10}`,
  })),
];

const loaded = (people: readonly Row[], more: object = {}) =>
  loadOrganisation(
    'org.yaml',
    memoryFiles({
      'org.yaml': JSON.stringify({
        version: 1,
        name: 'Any',
        people,
        customers: [
          { id: 'c1', attributes: { industry: 'dairy' } },
          { id: 'c2', attributes: { industry: 'water' } },
        ],
        ...more,
      }),
    }),
    { ruleIds },
  );

const reported = async (people: readonly Row[], more: object = {}) =>
  evaluate(await loaded(people, more), { version: 'test' });

const closedOf = async (people: readonly Row[], more: object = {}) =>
  qualityOf(buildOrganisation(await loaded(people, more))).closed;

const lostFrom = (size: number, lost: number) =>
  company(size).map((row, at) => (at >= size - lost ? { ...row, manager: 'nobody' } : row));

describe('lines', () => {
  test('are good enough where 95 % of the people have a manager who is there', async () => {
    expect(await closedOf(lostFrom(100, 5))).toEqual([]);
    const [closed] = await closedOf(lostFrom(100, 6));
    expect(closed).toMatchObject({ gate: 'lines', share: 0.94, least: 0.95 });
    expect(closed!.mend).toBe(
      '6 of 100 people report to somebody who is not in the file: add the row of "nobody", or correct the ids.',
    );
    // An id that an import made of a name says nothing: whoever has it as manager is told.
    const made = lostFrom(100, 6).map((row) =>
      row['manager'] === 'nobody' ? { ...row, manager: 'p-81b637d8fc' } : row,
    );
    const [one] = await closedOf(made);
    expect(one!.mend).toContain('correct the manager of ');
    expect(one!.mend).not.toContain('p-81b637d8fc');
    expect(await closedOf(lostFrom(100, 6), { policy: { knownManagers: 0.9 } })).toEqual([]);
  });

  test('may have several tops who each lead a tenth; whoever else has no manager is missing one', async () => {
    const teams = (count: number, size: number): Row[] =>
      Array.from({ length: count }, (_, team) => [
        { id: `t${team}`, title: 'Sales Executive' },
        ...Array.from({ length: size }, (__, at) => ({
          id: `t${team}-${at}`,
          title: 'Sales Executive',
          manager: `t${team}`,
        })),
      ]).flat();
    expect(await closedOf(teams(4, 9))).toEqual([]);
    expect(await closedOf(teams(12, 9))).toMatchObject([{ gate: 'lines', share: 109 / 120 }]);
  });

  test.each([
    [200, 50, 0],
    [200, 51, 1],
    [600, 60, 0],
    [600, 61, 1],
    [99, 60, 0],
    [100, 60, 1],
  ])('of %i people with %i under one manager: %i gates are closed', async (size, under, gates) => {
    const rows = company(size).map((row, at) =>
      at <= 10 ? row : { ...row, manager: at <= 10 + under ? 'p0' : `p${1 + (at % 9)}` },
    );
    expect(await closedOf(rows)).toHaveLength(gates);
  });

  test('of departments that lead themselves are not asked for', async () => {
    const rows = [
      { id: 'chief', title: 'Chief Executive Officer' },
      ...Array.from({ length: 120 }, (_, at) => ({ id: `n${at}`, title: 'Nurse', department: 'care' })),
    ];
    const more = (lead: object) => ({
      departments: [{ id: 'care', ...lead }],
      policy: { knownCapabilities: 0 },
    });
    expect(await closedOf(rows, more({}))).toMatchObject([{ gate: 'lines' }]);
    expect(await closedOf(rows, more({ lead: 'none' }))).toEqual([]);
    expect(await closedOf(rows, more({ lead: 'none', answersTo: 'chief' }))).toEqual([]);
  });
});

test('skills are good enough where those of 70 % of the people are known', async () => {
  const unknown = (count: number) =>
    company(20).map((row, at) => (at >= 20 - count ? { ...row, title: 'Botanist', department: 'x' } : row));
  expect(await closedOf(unknown(6))).toEqual([]);
  const [closed] = await closedOf(unknown(7));
  expect(closed).toMatchObject({ gate: 'capabilities', share: 0.65 });
  expect(closed!.mend).toMatch(/^What 7 of 20 people can do is not known: .*most frequent: "Botanist"/);
});

describe.each<[string, DataGate, Parameters<typeof reported>]>([
  ['a third of the lines lead to nobody', 'lines', [lostFrom(60, 20)]],
  ['nobody has a title', 'capabilities', [company(60).map(({ title: _, ...row }) => row)]],
  ['there are no customers', 'customers', [company(60), { customers: [] }]],
])('where %s', async (_, gate, asked) => {
  const report = await reported(...asked);
  const [today, ...designs] = report.designs;
  const isClosed = (needs: readonly DataGate[]) => needs.includes(gate);

  test('only that gate is closed, and what needs it is null with the reason', () => {
    expect(report.quality[gate].open).toBe(false);
    expect(report.quality.mend).toHaveLength(1);
    for (const { id, needs } of measures) {
      const taken = today!.measures[id];
      if (taken === undefined || !isClosed(needs)) continue;
      expect(taken).toMatchObject({ value: null, reason: report.quality.mend[0] });
    }
    const shown = measures.filter(({ id, needs }) => !isClosed(needs) && today!.measures[id]?.value != null);
    expect(shown.length).toBeGreaterThan(5);
  });

  test('it is a finding, and few others are left', () => {
    const rule = gate === 'customers' ? 'no-customers' : 'poor-data';
    expect(today!.findings.filter((one) => one.rule === rule)).toHaveLength(1);
    expect(today!.findings.filter(({ severity }) => severity !== 'note').length).toBeLessThanOrEqual(5);
  });

  test('designs that need it cannot be judged: they have no structure, and say what to mend', async () => {
    for (const { id, status, mend, structure, measures: taken, fit } of designs) {
      const needs: DataGate[] = ['functional', 'lifecycle'].includes(id)
        ? ['capabilities']
        : ['capabilities', 'customers'];
      expect(status === 'cannot-judge').toBe(isClosed(needs));
      if (status !== 'cannot-judge') continue;
      expect(mend).toEqual(report.quality.mend);
      expect(structure).toEqual([]);
      expect(Object.values(taken).every(({ value, reason }) => value === null && reason !== undefined)).toBe(
        true,
      );
      expect(fit.verdict).toBe('cannot be judged');
      expect(simulate(await loaded(...asked), { design: id })).toMatchObject({ status, files: null });
    }
  });

  test('nothing is suggested without lines', async () => {
    if (gate !== 'lines') return;
    const { document } = suggest(await structureFrom(await loaded(...asked)), {
      policy: null,
      severity: 'note',
      version: 'test',
    });
    expect(document.suggestions).toEqual([]);
    expect(document.quality.mend).toEqual(report.quality.mend);
  });

  test('--despite-data opens it, and the document says so', async () => {
    const opened = evaluate({ ...(await loaded(...asked)), despiteData: true }, { version: 'test' });
    expect(opened.quality).toMatchObject({ [gate]: { open: false }, despiteData: true });
    expect(opened.designs.every(({ status }) => status !== 'cannot-judge')).toBe(true);
    if (gate === 'lines') expect(opened.designs[0]!.measures['spans.median']!.value).not.toBeNull();
  });
});
