import { describe, expect, test } from 'vitest';
import { diffOf } from '../../../src/documents/diff/diff.ts';
import { measureRows } from '../../../src/documents/diff/figures.ts';
import { unitSections } from '../../../src/documents/diff/sections-structure.ts';
import { plainText } from '../../../src/render/block.ts';
import type { Diff } from '../../../src/schema/documents/diff.ts';
import { designOf, example, organisationOf } from '../../support/organisations.ts';

const NOTHING = await (async () => {
  const organisation = await organisationOf({ version: 1, name: 'One', people: [{ id: 'a' }] });
  return diffOf(organisation, organisation);
})();

const measure = (before: number, after: number, unit = ''): Diff['measures'][number] => ({
  ...NOTHING.measures[0]!,
  unit,
  before,
  after,
  difference: after - before,
  verdict: after < before ? 'worse' : 'better',
  byConstruction: false,
});

/** What the table says of one measure, from its first figure to its verdict. */
const rowsOf = (one: Diff['measures'][number]) =>
  measureRows({ ...NOTHING, measures: [one] }).rows.map(({ cells }) => cells.map(plainText));

describe('a difference that rounds to nothing is neither better nor worse', () => {
  test.each([
    ['reads the same', measure(2.9011, 2.9012), []],
    ['reads the same in percent', measure(0.341, 0.342, 'fraction'), []],
    ['falls on two sides of a rounding', measure(2.8949, 2.8951), [['2.89', '2.90', '', '']]],
    ['is less than a point', measure(0.344, 0.346, 'fraction'), [['34 %', '35 %', '', '']]],
    ['shows', measure(2.89, 2.95), [['2.89', '2.95', '+0.06', 'better']]],
  ])('%s', (_, one, rows) => expect(rowsOf(one)).toEqual(rows));

  test('and what reads the same is counted with what is the same', () => {
    expect(measureRows({ ...NOTHING, measures: [measure(2.9011, 2.9012)] }).same).toBe(1);
  });
});

describe('what is the same for many stands once', () => {
  const unit = (id: string) => ({ id, name: id.toUpperCase() });
  const flow = (what: string, from: string, to: string) => ({
    what,
    from: unit(from),
    to: unit(to),
    kind: 'other' as const,
  });
  const texts = (diff: Partial<Diff>, title: string) =>
    unitSections({ ...NOTHING, ...diff }).find((section) => section.title === title)!;

  test('changes of units', () => {
    const kind = (id: string) => ({
      unit: unit(id),
      field: 'kind',
      from: 'department',
      to: 'common-service',
    });
    const charter = (id: string) => ({ unit: unit(id), field: 'charter.journey', from: null, to: id });
    const changed = [charter('a'), kind('a'), charter('b'), kind('b'), { ...kind('c'), to: 'cluster' }];
    const section = texts({ units: { ...NOTHING.units, changed } }, 'Changed units');
    expect(section.count).toBe('3');
    expect(section.items).toEqual([
      { text: 'journey in the charter changed (2)', members: ['A (a)', 'B (b)'] },
      { text: 'kind department → common-service (2)', members: ['A (a)', 'B (b)'] },
      { text: 'C (c): kind department → cluster' },
    ]);
  });

  test('flows from each to each, or pair by pair where some are missing', () => {
    const all = ['x', 'y'].flatMap((from) => ['p', 'q'].map((to) => flow('news', from, to)));
    const items = (list: typeof all) =>
      texts({ flows: { new: list, ended: [flow('news', 'x', 'p')], changed: [] } }, 'Flows of information')
        .items;
    expect(items(all)).toEqual([
      { text: 'new: news (4): each of X, Y → each of P, Q' },
      { text: 'ended: news, X → P' },
    ]);
    expect(items(all.slice(1))[0]).toEqual({ text: 'new: news (3)', members: ['X → Q', 'Y → P', 'Y → Q'] });
  });
});

describe('findings between designs', () => {
  const sides = async (name: string) => {
    const before = await example(name);
    const result = designOf('functional').apply(before);
    const after = { id: 'functional' as const, name: 'Functional', result, baseline: before };
    return { before, organisation: result.organisation!, after };
  };

  test('are none where nobody moves: neither about the data, nor about whether the design suits', async () => {
    const { before, organisation, after } = await sides('tindle-and-moss');
    const found = diffOf(before, organisation, { designs: { after } });
    expect(found.people.moved).toEqual([]);
    expect({ new: found.findings.new, gone: found.findings.gone }).toEqual({ new: [], gone: [] });
  });

  test('are those about the structure where it changes', async () => {
    const { before, organisation, after } = await sides('halden');
    const { findings } = diffOf(before, organisation, { designs: { after } });
    expect(findings.gone.map(({ rule }) => rule)).toContain('dual-reporting-conflict');
    expect([...findings.new, ...findings.gone].filter(({ rule }) => rule.startsWith('fit-'))).toEqual([]);
  });
});
