import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { disk } from '../../src/cli/io/disk.ts';
import { evaluate, validate } from '../../src/index.ts';
import { rules } from '../../src/rules/index.ts';
import type { Report } from '../../src/schema/documents/report.ts';
import { VERDICT_WORDS, type VerdictWord } from '../../src/schema/documents/verdicts.ts';
import type { DesignId } from '../../src/schema/input/designs.ts';
import type { Loaded } from '../../src/schema/loaded.ts';
import { loadOrganisation } from '../../src/schema/read/load.ts';
import { memoryFiles } from '../source/memory-files.ts';

const root = fileURLToPath(new URL('../../examples/cases/', import.meta.url));
const ruleIds = rules.map(({ id }) => id);
const names = readdirSync(root);

const textOf = (name: string, file = 'org.yaml') => readFileSync(`${root}${name}/${file}`, 'utf8');
const load = (name: string) => loadOrganisation(`examples/cases/${name}/org.yaml`, disk, { ruleIds });

/** A case with its text changed. */
const changed = (name: string, change: (text: string) => string) =>
  loadOrganisation(
    'org.yaml',
    memoryFiles({ 'org.yaml': change(textOf(name)), 'people.csv': textOf(name, 'people.csv') }),
    { ruleIds },
  );

const reportOf = (loaded: Loaded, ...designs: DesignId[]): Report =>
  evaluate(loaded, { version: '0.0.0', designs });
const designOf = (report: Report, id: DesignId) => report.designs.find((design) => design.id === id)!;
const figure = (report: Report, design: DesignId, measure: string) =>
  designOf(report, design).measures[measure]?.value;
const rank = (word: VerdictWord) => VERDICT_WORDS.indexOf(word);

/** The customers of a Cisco file, which come last in it. */
const customers = (text: string) => text.slice(text.indexOf('\ncustomers:'));
const withCustomersOf = (name: string, other: string) =>
  changed(name, (text) => text.replace(customers(text), customers(textOf(other))));

/** Whether clusters or functions are the answer, and by which word each. */
function answer(loaded: Loaded) {
  const report = reportOf(loaded, 'functional', 'cluster');
  const [functions, clusters] = [designOf(report, 'functional').fit, designOf(report, 'cluster').fit];
  return { better: clusters.cf > functions.cf ? 'clusters' : 'functions', functions, clusters };
}

it('there are the five published cases', () =>
  expect(names.sort()).toEqual(['buurtzorg', 'cisco-1997', 'cisco-2001', 'ing', 'royal-bank']));

describe.each(names)('%s', (name) => {
  it('opens with its sources, what is invented and what experts concluded', () => {
    const opening = textOf(name).slice(0, textOf(name).indexOf('\nversion:'));
    expect(opening).toMatch(/^# yaml-language-server: .*\n#\n# /);
    for (const part of [
      /^# Sources?: /m,
      /^# From the sources?: /m,
      /^# Invented: /m,
      /^# What experts concluded: /m,
    ])
      expect(opening).toMatch(part);
  });

  it('has no error in its data', async () => {
    const { findings } = validate(await load(name), { version: '0.0.0' });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('Cisco', () => {
  it('is the same company in both years but for structure and the effort of customers', () => {
    const people = (name: string) =>
      textOf(name, 'people.csv')
        .split('\n')
        .map((row) => row.replace(/,[^,]*,[^,]*$/, ''));
    expect(people('cisco-2001')).toEqual(people('cisco-1997'));
    const rest = (name: string) =>
      textOf(name)
        .replace(/^[\s\S]*?\nversion:/, '')
        .replace(/\ndepartments:[\s\S]*?\n\n/, '')
        .replace(/name: Cisco \d+/, '');
    const withoutEffort = (text: string) => text.replaceAll(/effort: \{.*\}/g, '');
    expect(withoutEffort(rest('cisco-2001'))).toBe(withoutEffort(rest('cisco-1997')));
    expect(rest('cisco-2001')).not.toBe(rest('cisco-1997'));
  });

  it.each([
    [
      '1997: what customers need differs, and lines by type of customer fit',
      () => load('cisco-1997'),
      'clusters',
    ],
    ['2001: needs have grown alike, and functions fit', () => load('cisco-2001'), 'functions'],
    [
      'lines with the needs of 2001 are no longer the answer',
      () => withCustomersOf('cisco-1997', 'cisco-2001'),
      'functions',
    ],
    [
      'functions with the needs of 1997 are not yet',
      () => withCustomersOf('cisco-2001', 'cisco-1997'),
      'clusters',
    ],
  ] as const)('%s', async (_, loaded, expected) => {
    const { better, clusters, functions } = answer(await loaded());
    expect(better).toBe(expected);
    const [winner, other] = better === 'clusters' ? [clusters, functions] : [functions, clusters];
    expect(rank(winner.verdict)).toBeLessThan(rank(other.verdict));
    expect(rank(winner.verdict)).toBeLessThanOrEqual(rank('rather suits'));
  });

  it('is left as it is in both years: lines in 1997, functions with the lightest coordination in 2001', async () => {
    const [lines, functions] = [await load('cisco-1997'), await load('cisco-2001')].map(
      (loaded) => evaluate(loaded, { version: '0.0.0' }).answer!,
    );
    expect(lines!.decision).toBe('stay');
    expect(functions!.decision).toBe('stay');
    expect(functions!.coordination.length).toBeGreaterThan(0);
    for (const { mechanism, between } of functions!.coordination) {
      expect(['direct contact', 'liaison', 'task force', 'team', 'integrator']).toContain(mechanism);
      expect(between).toHaveLength(2);
    }
  });

  it('is told to give up lines for functions with coordination where only the needs of customers are those of 2001', async () => {
    const { answer, ranking } = evaluate(await withCustomersOf('cisco-1997', 'cisco-2001'), {
      version: '0.0.0',
    });
    expect([answer!.decision, answer!.design]).toEqual(['recommend', 'functional']);
    expect(answer!.prices.map(({ measure }) => measure)).toContain('silos.count');
    // The walls are those of the functions that are recommended: lines of business have none between them.
    expect(answer!.coordination.length).toBeGreaterThan(0);
    expect(ranking!.winner).toBe('as-is');
    expect(answer!.confidence!.changedBy).toContain(
      'Today’s structure leads with customer first, which is assumed',
    );
  });

  it('is not told to keep functions where the needs of customers are those of 1997', async () => {
    const { answer } = evaluate(await withCustomersOf('cisco-2001', 'cisco-1997'), { version: '0.0.0' });
    expect(answer!.design).toBe('cluster');
  });

  it('pays for functions with units that work for three types of customers each, after one', async () => {
    for (const name of ['cisco-1997', 'cisco-2001']) {
      const report = reportOf(await load(name), 'functional', 'cluster');
      expect(figure(report, 'cluster', 'focus.customerGroups'), name).toBeCloseTo(1, 6);
      expect(figure(report, 'functional', 'focus.customerGroups'), name).toBeGreaterThan(2.7);
    }
    expect(figure(reportOf(await load('cisco-1997')), 'as-is', 'focus.customerGroups')).toBeCloseTo(1, 6);
    expect(figure(reportOf(await load('cisco-2001')), 'as-is', 'focus.customerGroups')).toBeGreaterThan(2.7);
  });
});

/** The bank with what is known of its 32 rows of customers dealt out anew, so that no attribute has more than its share of any segment. */
function dealtOut(text: string): string {
  const known = /margin: \d+, retention: [\d.]+|effort: \{.*?\}/g;
  const found = text.match(known)!;
  let next = 0;
  return text.replaceAll(known, () => {
    const [row, part] = [Math.floor(next / 2), next++ % 2];
    return found[2 * ((5 * row + 6) % 32) + part]!;
  });
}

describe('Royal Bank', () => {
  it('is suited by groups of customers, most of whom are consumers, since data tell them apart', async () => {
    const { organisation, ...report } = reportOf(await load('royal-bank'), 'cluster');
    const cluster = report.designs.find(({ id }) => id === 'cluster')!;
    expect(organisation.customers).toBe(27_200 + 37_100 + 41_350 + 260);
    expect(cluster.basis?.chosen).toBe('segment');
    expect(rank(cluster.fit.verdict)).toBeLessThanOrEqual(rank('rather suits'));
    expect(cluster.fit.against.map(({ rule }) => rule)).toContain('fit-business-to-consumer');
    expect(cluster.structure.filter(({ kind }) => kind === 'cluster')).toHaveLength(4);
  });

  it('is recommended them, at the price of pools that are divided', async () => {
    const { answer } = evaluate(await load('royal-bank'), { version: '0.0.0' });
    expect([answer!.decision, answer!.design]).toEqual(['recommend', 'cluster']);
    expect(answer!.prices.map(({ measure }) => measure)).toContain('work.poolingLoss');
  });

  it('is no longer, where data tell nobody apart', async () => {
    const known = answer(await load('royal-bank'));
    const alike = answer(await changed('royal-bank', dealtOut));
    expect(rank(alike.clusters.verdict)).toBeGreaterThan(rank(known.clusters.verdict));
  });
});

describe('Buurtzorg', () => {
  it('governs itself without a fault: teams without a lead, a director without a span of 800, coaches without reports', async () => {
    const report = reportOf(await load('buurtzorg'));
    const { findings, structure } = designOf(report, 'as-is');
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(findings.map(({ rule }) => rule)).not.toContain('manager-in-another-department');
    expect(structure.filter(({ people }) => people >= 10 && people <= 12)).toHaveLength(70);
    expect(report.organisation.managers).toBe(2);
    expect(figure(report, 'as-is', 'layers.count')).toBe(2);
    expect(figure(report, 'as-is', 'teams.aboveMaximum')).toBe(0);
    expect(figure(report, 'as-is', 'spans.median')).toBeLessThan(12);
  });

  it('lets each patient deal with one team', async () => {
    const report = reportOf(await load('buurtzorg'));
    expect(figure(report, 'as-is', 'silos.count')).toBe(1);
    expect(figure(report, 'as-is', 'handoffs.perJourney')).toBe(0);
  });

  it('is left as it is by every design that is possible, and by the answer', async () => {
    const { answer, designs } = evaluate(await load('buurtzorg'), { version: '0.0.0' });
    expect(answer!.decision).toBe('stay');
    for (const { id, status, measures } of designs)
      if (id !== 'as-is' && status !== 'impossible')
        expect([id, measures['change.movedShare']?.value, measures['change.newManagerShare']?.value]).toEqual(
          [id, 0, 0],
        );
    expect(designs.find(({ id }) => id === 'lifecycle')!.summary[0]).toContain(
      '70 departments that govern themselves',
    );
  });

  it('is not advised to make clusters of people it does not have', async () => {
    const report = reportOf(await load('buurtzorg'), 'cluster');
    expect(designOf(report, 'cluster').status).toBe('impossible');
  });
});

describe('ING', () => {
  it('works in 35 squads of nine, whatever the chapters', async () => {
    const report = reportOf(await load('ing'));
    expect(figure(report, 'as-is', 'teams.count')).toBe(35);
    expect(figure(report, 'as-is', 'teams.belowMinimum')).toBe(0);
    expect(figure(report, 'as-is', 'teams.aboveMaximum')).toBe(0);
    const { findings } = designOf(report, 'as-is');
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(findings.find(({ rule }) => rule === 'team-large')?.message).toContain('the largest 9');
  });

  it('has one boss for everybody, a squad being no second one', async () => {
    expect(figure(reportOf(await load('ing')), 'as-is', 'reporting.dualConflicts')).toBe(0);
  });

  it('is not led by functions or phases that would cut squads by trade', async () => {
    const { answer } = evaluate(await load('ing'), { version: '0.0.0' });
    expect([answer!.decision, answer!.design]).toEqual(['not-decided', 'as-is']);
    // Its journeys have hours, its customers none.
    expect(answer!.data).toContain('hours given by step, not by customer');
  });

  it('would be measured by its chapters if it did not say who works in which squad', async () => {
    const without = await changed('ing', (text) => text.replace(/\nteams:[\s\S]*?\n\n/, '\n'));
    expect(figure(reportOf(without), 'as-is', 'teams.count')).toBeGreaterThan(35);
  });
});
