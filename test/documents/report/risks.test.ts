import { describe, expect, test } from 'vitest';
import { measures } from '../../../src/measures/index.ts';
import { viewOf } from '../../../src/model/view.ts';
import { clusterable, team } from '../../../src/rules/examples/companies.ts';
import { phased } from '../../../src/rules/examples/structures.ts';
import { customersChangeCluster } from '../../../src/rules/fit/customers-change-cluster.ts';
import { fitAccountTeamReach } from '../../../src/rules/fit/fit-account-team-reach.ts';
import { fitOfficerTenure } from '../../../src/rules/fit/fit-officer-tenure.ts';
import { fitRewardWeight } from '../../../src/rules/fit/fit-reward-weight.ts';
import { parentAccountSplit } from '../../../src/rules/structure/parent-account-split.ts';
import type { Risk } from '../../../src/schema/documents/report.ts';
import type { DesignId } from '../../../src/schema/input/designs.ts';
import { candidateById } from '../../../src/verdicts/candidate.ts';
import { RISKS } from '../../../src/verdicts/risks/known-risks.ts';
import { risksOf } from '../../../src/verdicts/risks/risks.ts';
import { organisationOf, viewFrom } from '../../support/organisations.ts';

const someone = { version: 1, name: 'A', people: [{ id: 'p' }] };
const figures = (values: Readonly<Record<string, number | null>>) =>
  new Map(Object.entries(values).map(([id, value]) => [id, { value }]));

/** The risks of a design that has these figures; no fact shows any. */
async function byFigures(
  design: DesignId,
  then: Readonly<Record<string, number | null>>,
  now: Readonly<Record<string, number | null>>,
  file: object = someone,
): Promise<readonly Risk[]> {
  const today = await viewFrom(file);
  const candidate = candidateById({ today, measures: [] }, 'as-is');
  return risksOf(
    measures,
    { ...candidate, design: { id: design }, measures: () => figures(then) },
    figures(now),
  );
}

/** The risks of a design of an organisation. */
async function risksIn(content: string, design: DesignId): Promise<readonly Risk[]> {
  const organisation = await organisationOf(content);
  const company = { today: viewOf(organisation), measures };
  return risksOf(measures, candidateById(company, design), candidateById(company, 'as-is').measures());
}

const factsOf = async (content: string, design: DesignId, id: string) =>
  (await risksIn(content, design)).find((risk) => risk.id === id)?.facts?.join('; ');

describe('risks that figures show', () => {
  test('are told where one is worse than today, and where it is not known only if always', async () => {
    const found = await byFigures(
      'cluster',
      { 'silos.count': 1, 'expertise.fragmentation': 2.5, 'change.costPerYear': 1000 },
      { 'silos.count': 3, 'expertise.fragmentation': 1 },
    );
    expect(found.map(({ id, measure, today, design }) => [id, measure, today, design])).toEqual([
      ['less-insight', 'insight.reach', null, null],
      ['duplicated-resources', 'expertise.fragmentation', 1, 2.5],
      ['costs-more', 'change.costPerYear', 0, 1000],
    ]);
  });

  test('have all figures that are worse, and no others', async () => {
    const disjointed = async (silos: number, split: number) =>
      (
        await byFigures(
          'cluster',
          { 'silos.count': silos, 'customers.splitAccounts': split },
          { 'silos.count': 3, 'customers.splitAccounts': 1 },
        )
      ).find(({ id }) => id === 'disjointed-experience');
    expect(await disjointed(2, 1)).toBeUndefined();
    expect(await disjointed(2, 4)).toMatchObject({ measure: 'customers.splitAccounts', today: 1, design: 4 });
    expect(await disjointed(2, 4)).not.toHaveProperty('more');
    expect(await disjointed(5, 4)).toMatchObject({
      measure: 'silos.count',
      more: [{ measure: 'customers.splitAccounts', today: 1, design: 4 }],
    });
  });

  test('go by which way a figure is better', async () => {
    const kept = async (now: number, then: number) =>
      (
        await byFigures('lifecycle', { 'journey.mainContactKept': then }, { 'journey.mainContactKept': now })
      ).map(({ id }) => id);
    expect(await kept(0.8, 0.3)).toEqual(['passed-on']);
    expect(await kept(0.3, 0.8)).toEqual([]);
  });

  test('are covered where all that covers them is answered yes', async () => {
    const coveredBy = async (practices: object) =>
      (await byFigures('cluster', {}, {}, { ...someone, practices }))[0]!.covered;
    expect(await coveredBy({ 'insight-shared': 'yes', 'best-practice-exchange': 'yes' })).toBe(true);
    expect(await coveredBy({ 'insight-shared': 'yes', 'best-practice-exchange': 'partly' })).toBe(false);
  });

  test('name measures that there are, and are told where these are worse', async () => {
    const worst = Object.fromEntries(measures.map(({ id, better }) => [id, better === 'higher' ? 0 : 9]));
    const best = Object.fromEntries(measures.map(({ id, better }) => [id, better === 'higher' ? 1 : 0]));
    for (const design of ['functional', 'lifecycle', 'cluster', 'account-team', 'matrix'] as const) {
      const shown = RISKS.filter((risk) => risk.designs.includes(design) && risk.measures.length > 0);
      expect(shown.length, design).toBeGreaterThan(0);
      const told = await byFigures(design, worst, best);
      expect(told.map(({ id }) => id)).toEqual(shown.map(({ id }) => id));
    }
  });
});

const support = team('Customer Support Agent', 'help', 'chief', ['h1', 'h2', 'h3', 'h4']);
/** Clusters whose customers have to do with support as well: only what works for customers is spread over units. */
const clusters = (options: string) =>
  clusterable('Clusters', {
    designs: `policy: { centreSize: 0 }\ndesigns: { cluster: { ${options} } }`,
    people: `${support}\n`,
  }).replace('people:\n', '      - { phase: retain, capability: support }\npeople:\n');

describe('risks that facts show', () => {
  test.each([
    ['uncoordinated-initiatives', 'marketing is spread over 2 units, 1 today'],
    ['no-shared-view', 'account management is spread over 2 units, 1 today'],
    ['operations-apart', 'support is spread over 2 units, 1 today'],
  ])('%s where clusters divide who does it: %s', async (id, fact) => {
    expect(await factsOf(clusters('holders: 1'), 'cluster', id)).toBe(fact);
    // Clusters that are there already divide nothing further.
    expect(await factsOf(parentAccountSplit.examples.good, 'cluster', id)).toBeUndefined();
  });

  test('operations do not drift apart where they stay a common service', async () => {
    const common = clusters('holders: 1, exclude: [support]');
    expect(await factsOf(common, 'cluster', 'operations-apart')).toBeUndefined();
    expect((await risksIn(common, 'cluster')).map(({ id }) => id)).toContain('uncoordinated-initiatives');
  });

  test('customers who outgrow their group, where groups are stages of life', async () => {
    const { bad } = customersChangeCluster.examples;
    expect(await factsOf(bad, 'cluster', 'groups-change')).toBe(
      '25 % of customers come to another group each year',
    );
    expect(await factsOf(clusters('holders: 1'), 'cluster', 'groups-change')).toBeUndefined();
  });

  test('goals that meet at a border without a target', async () => {
    const both = ['conversion-to-acquire'];
    const without = phased('Phases', { metrics: { identify: both, acquire: both } });
    expect(await factsOf(without, 'lifecycle', 'goals-at-border')).toBe(
      'no target for conversion in identify and acquire',
    );
    const withTargets = without.replaceAll('{ metric: conversion-to-acquire', '$&, target: 0.2');
    expect(await factsOf(withTargets, 'lifecycle', 'goals-at-border')).toBeUndefined();
  });

  test('retain that outgrows its seats, where the number of customers grows', async () => {
    const winning = (acquisitionRate: number) =>
      clusterable('Growing', { context: `staff: 400, acquisitionRate: ${acquisitionRate}` });
    const fact = await factsOf(winning(3), 'lifecycle', 'retain-outgrows');
    expect(fact).toMatch(/^\d.* % of the hours with customers after 5 years, .* today, for .* of the seats$/);
    expect(await factsOf(winning(0.01), 'lifecycle', 'retain-outgrows')).toBeUndefined();
  });

  test('teams for each customer, where they take more people than there are', async () => {
    const { bad, good } = fitAccountTeamReach.examples;
    // Two of each skill, twelve accounts for each of them at the most.
    expect(await factsOf(bad, 'account-team', 'out-of-reach')).toBe(
      'named people would do for 24 of 96 accounts; too few people have marketing, sales, account management and support',
    );
    expect(await factsOf(good, 'account-team', 'out-of-reach')).toBeUndefined();
  });

  test('an officer who leaves before the customers do', async () => {
    const { bad, good } = fitOfficerTenure.examples;
    expect(await factsOf(bad, 'cluster', 'officer-leaves')).toMatch(
      /^the officer stays 3 years, a customer /,
    );
    expect(await factsOf(good, 'cluster', 'officer-leaves')).toBeUndefined();
  });

  test('pay that hardly depends on customers', async () => {
    const { bad, good } = fitRewardWeight.examples;
    expect(await factsOf(bad, 'cluster', 'best-effort')).toBe(
      '0 % of variable pay depends on customer measures, where 20 % would count',
    );
    expect(await factsOf(good, 'cluster', 'best-effort')).toBeUndefined();
  });

  test('are told of impossible designs too, and nothing else is', async () => {
    const bad = `${fitAccountTeamReach.examples.bad}context: { customerPayShare: 0.1 }\n`;
    const found = await risksIn(bad, 'account-team');
    expect(found.map(({ id, measure }) => [id, measure])).toEqual([
      ['out-of-reach', null],
      ['best-effort', null],
    ]);
  });
});
