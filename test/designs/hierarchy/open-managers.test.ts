import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draft } from '../../../src/designs/draft.ts';
import { NearestManager } from '../../../src/designs/hierarchy/managers.ts';
import { nearestOf, stepsBetween } from '../../../src/designs/hierarchy/open-managers.ts';
import { UnitChart } from '../../../src/designs/hierarchy/unit-chart.ts';
import type { Index, Organisation } from '../../../src/model/organisation.ts';
import { organisationOf } from '../../support/organisations.ts';
import { runs } from '../../support/runs.ts';

/** The definition, asked of every manager: who may lead the seat below the top; who fits, of the trade, nearest, first. */
function byDefinition(chart: UnitChart, seat: Index, top: Index, fits: (depth: number) => boolean): Index {
  const ranked = chart.managers
    .filter((one) => chart.room(one) > 0 && chart.topOf(one) === top && chart.mayLead(one, seat))
    .map((manager, at) => ({
      manager,
      rank: (fits(chart.depthOf(manager)) ? 0 : 2) + (chart.tradeOf(manager) === chart.tradeOf(seat) ? 0 : 1),
      steps: stepsBetween(chart, seat, manager),
      at,
    }))
    .sort((a, b) => a.rank - b.rank || (a.steps === b.steps ? 0 : a.steps - b.steps) || a.at - b.at);
  return ranked[0]?.manager ?? -1;
}

function ask(chart: UnitChart, seat: Index, top: Index): void {
  const fits = (depth: number) => depth % 3 !== 0;
  expect(nearestOf(chart, seat, top, fits)).toBe(byDefinition(chart, seat, top, fits));
  expect(nearestOf(chart, seat, top)).toBe(byDefinition(chart, seat, top, () => true));
}

/** The chart of a unit of everybody, in which nobody is hung. */
function chartOf(organisation: Organisation): UnitChart {
  const draft = new Draft(organisation);
  const unit = draft.addUnit({ id: 'new', name: 'New' });
  const members = [...organisation.people.id.keys()];
  for (const seat of members) draft.unitOf[seat] = unit;
  const chart = new UnitChart(draft, members, 0);
  for (const seat of members) draft.boss[seat] = -1;
  return chart;
}

const TRADES = ['sales', 'support', 'finance'];

/** People each of whom reports to one before them, or to nobody, with a trade and a level. */
const people = fc.array(
  fc.record({
    boss: fc.nat(),
    trade: fc.constantFrom(...TRADES),
    level: fc.integer({ min: 1, max: 3 }),
    top: fc.nat(9),
  }),
  { minLength: 3, maxLength: 24 },
);

const companyOf = (
  rows: readonly { boss: number; trade: string; level: number; top: number }[],
  span: number,
) =>
  organisationOf({
    version: 1,
    name: 'Company',
    policy: { maximumSpan: span, maximumTeam: span + 1 },
    people: rows.map(({ boss, trade, level, top }, at) => ({
      id: `p${at}`,
      capability: trade,
      level,
      // A few have no line to the others.
      ...(at === 0 || top === 0 ? {} : { manager: `p${boss % at}` }),
    })),
  });

test('the nearest manager with room is the one that asking every manager finds, as lines are drawn', async () => {
  await fc.assert(
    fc.asyncProperty(
      people,
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }),
      fc.integer({ min: 2, max: 4 }),
      async (rows, lines, maximumSpan) => {
        const organisation = await companyOf(rows, maximumSpan);
        const chart = chartOf(organisation);
        const { members } = chart;
        for (const [first, second] of lines) {
          const [seat, boss] = [first % members.length, second % members.length];
          for (const one of members) ask(chart, one, chart.topOf(one) === one ? 0 : chart.topOf(one));
          if (seat !== 0 && chart.room(boss) > 0 && boss !== seat && !chart.isAbove(seat, boss))
            chart.hang(seat, boss);
        }
      },
    ),
    { numRuns: runs(60) },
  );
});

test('so it is among many managers who are alike but for who led them', async () => {
  // Three levels of leads, of whom each leads three: the ninth part of those who are hung has one boss.
  const organisation = await organisationOf({
    version: 1,
    name: 'Company',
    policy: { maximumSpan: 9, maximumTeam: 10 },
    people: Array.from({ length: 121 }, (_, at) => ({
      id: `p${at}`,
      capability: TRADES[at % 5 === 0 ? 1 : 0],
      ...(at === 0 ? {} : { manager: `p${Math.floor((at - 1) / 3)}` }),
    })),
  });
  const leads = Array.from({ length: 36 }, (_, at) => at + 4);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(leads, { minLength: 12 }),
      fc.infiniteStream(fc.nat()),
      (order, picks) => {
        const chart = chartOf(organisation);
        for (const seat of order) {
          const placed = chart.managers.filter((one) => chart.topOf(one) === 0 && chart.room(one) > 0);
          for (const other of [order[0]!, order.at(-1)!, 50, 120]) ask(chart, other, 0);
          ask(chart, seat, 0);
          chart.hang(seat, placed[picks.next().value! % placed.length]!);
        }
      },
    ),
    { numRuns: runs(20) },
  );
});

test('who loses the manager comes to one who is fewest steps away, of the trade or above them, and not less senior', async () => {
  await fc.assert(
    fc.asyncProperty(people, fc.integer({ min: 2, max: 4 }), async (rows, maximumSpan) => {
      const chart = chartOf(await companyOf(rows, maximumSpan));
      const { tree, managers, head } = chart;
      const nearest = new NearestManager(chart);
      for (const seat of chart.members) {
        if (managers.includes(seat)) continue;
        const stoodAbove = (manager: Index) =>
          stepsBetween(chart, seat, manager) === tree.depth[seat]! - tree.depth[manager]!;
        const steps = managers
          .filter(
            (manager) =>
              chart.room(manager) > 0 &&
              chart.mayLead(manager, seat) &&
              (manager === head || chart.tradeOf(manager) === chart.tradeOf(seat) || stoodAbove(manager)),
          )
          .map((manager) => stepsBetween(chart, seat, manager));
        const found = nearest.find(seat);
        // Under another top nobody is nearer than anybody else.
        const fewest = Math.min(...steps);
        if (fewest < Infinity) expect(stepsBetween(chart, seat, found)).toBe(fewest);
        if (found >= 0) chart.hang(seat, found);
      }
    }),
    { numRuns: runs(60) },
  );
});
