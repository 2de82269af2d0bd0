import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designs } from '../../../src/designs/index.ts';
import { candidatesOf, rolesOf, scheduleOf } from '../../../src/designs/transition/schedule.ts';
import { organisationAt } from '../../../src/designs/transition/stage-organisation.ts';
import { StagedUnits } from '../../../src/designs/transition/stage-units.ts';
import { type Transition, transitionOf } from '../../../src/designs/transition/transition.ts';
import { measures } from '../../../src/measures/index.ts';
import { findCycles, primaryLine } from '../../../src/model/lines.ts';
import type { Index, Organisation } from '../../../src/model/organisation.ts';
import { treeOf } from '../../../src/model/tree.ts';
import { type View, viewOf } from '../../../src/model/view.ts';
import type { DesignId } from '../../../src/schema/input/designs.ts';
import {
  anyOrganisation,
  example,
  figureOf,
  measureOf,
  organisationOf,
} from '../../support/organisations.ts';
import { runs } from '../../support/runs.ts';

const EXAMPLES = ['halden', 'tindle-and-moss', 'marrowgate'];

const unitId = ({ units, unitOf }: Organisation, seat: Index) => units[unitOf[seat]!]?.id;
const linesOf = ({ lines, people }: Organisation, seat: Index) =>
  Array.from({ length: lines.start[seat + 1]! - lines.start[seat]! }, (_, k) => {
    const at = lines.start[seat]! + k;
    return [people.id[lines.boss[at]!], lines.weight[at], lines.dotted[at]];
  });
const sum = (column: Float64Array, count: number) =>
  column.slice(0, count).reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);

/** What holds at each stage by itself. */
function expectValid(before: Organisation, stage: Organisation, design: Organisation) {
  const { people } = before;
  expect(stage.people.id.slice(0, people.count)).toEqual(people.id);
  expect(new Set(stage.people.id).size).toBe(stage.people.count);
  expect(stage.people.id.every((id) => design.people.id.includes(id))).toBe(true);
  expect(Array.from(stage.people.vacant.slice(people.count)).every((vacant) => vacant === 1)).toBe(true);
  for (const column of ['fte', 'costPerYear'] as const)
    expect(sum(stage.people[column], people.count)).toBe(sum(people[column], people.count));
  for (const column of ['capability', 'vacant'] as const)
    expect(Array.from(stage.people[column].slice(0, people.count))).toEqual(Array.from(people[column]));
  expect(new Set(stage.units.map(({ id }) => id)).size).toBe(stage.units.length);
  stage.unitOf.forEach((unit, seat) => {
    expect(unit).toBeLessThan(stage.units.length);
    if (seat < people.count && before.unitOf[seat]! >= 0) expect(unit).toBeGreaterThanOrEqual(0);
  });
  for (const { head, parent } of stage.units) {
    expect(head).toBeLessThan(stage.people.count);
    expect(parent).toBeLessThan(stage.units.length);
  }
  const cycles = findCycles(stage.people.count, (seat) => {
    const line = primaryLine(stage.lines, seat);
    return line < 0 ? -1 : stage.lines.boss[line]!;
  });
  expect(cycles).toEqual([]);
  expect(treeOf(stage).order.length).toBe(stage.people.count);
  expect(treeOf(stage).roots.length).toBeLessThanOrEqual(treeOf(before).roots.length);
  for (let seat = 0; seat < stage.people.count; seat++) {
    const lines = linesOf(stage, seat);
    if (lines.length > 0)
      expect(lines.reduce((total, [, weight]) => total + Number(weight), 0)).toBeCloseTo(1, 9);
  }
  // Each step is served, or counted as not served.
  const { classOf, classes } = viewOf(stage).service();
  expect(classOf.length).toBe(before.customers.count);
  for (const { groups } of classes)
    for (const { pool } of groups)
      if (pool !== null) expect(pool.share.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
}

/** Share of the hours of all journeys that somebody does; 1 without customers. */
const coverageOf = (organisation: Organisation, before: Organisation): number =>
  measureOf('silos.count').take(viewOf(organisation), viewOf(before)).coverage ?? 1;

/** What is put together stage by stage is at the end the design, though its last stage is not made that way. */
function expectSameAtTheEnd(before: Organisation, id: DesignId, design: Organisation) {
  const roles = rolesOf(before, id, design);
  const begins = new Map(candidatesOf(before, design, roles).map(({ unit }, at) => [unit, at + 2]));
  const schedule = scheduleOf(before, design, roles, begins);
  const staged = new StagedUnits(before, design, roles, schedule);
  const end = organisationAt(before, design, schedule, staged, begins.size + 1);
  expect(end.people).toEqual(design.people);
  const byId = ({ units, people }: Organisation) =>
    new Map(
      units.map(({ parent, head, origin: _, ...unit }) => [
        unit.id,
        { ...unit, parent: units[parent]?.id, head: people.id[head] },
      ]),
    );
  expect(byId(end)).toEqual(byId(design));
  for (let seat = 0; seat < design.people.count; seat++) {
    expect(unitId(end, seat)).toBe(unitId(design, seat));
    expect(linesOf(end, seat)).toEqual(linesOf(design, seat));
  }
  const [view, planned, base] = [end, design, before].map(viewOf) as [View, View, View];
  for (const { id: measure } of measures) {
    const [is, wanted] = [figureOf(measure, view, base), figureOf(measure, planned, base)];
    if (is === null || wanted === null) expect(is, measure).toBe(wanted);
    else expect(is, measure).toBeCloseTo(wanted, 9);
  }
}

/** What holds from stage to stage. */
function expectLaws(
  before: Organisation,
  id: DesignId,
  { candidates, stages }: Transition,
  design: Organisation,
) {
  expect(stages.at(-1)!.organisation).toBe(design);
  expect(new Set(stages.map((stage) => stage.id)).size).toBe(stages.length);
  const waves = Math.ceil(Math.max(0, candidates.length - 1) / design.policy.waveSize);
  const [pilot] = candidates;
  if (pilot === undefined || pilot.joining === 0) expect(stages.length).toBe(1);
  else expect(stages.length).toBe(2 + waves);
  // A pilot in which nobody moves tries nothing out.
  if (stages.length > 1) expect(stages[1]!.moved).toBeGreaterThan(0);
  const all = [before, ...stages.map(({ organisation }) => organisation)];
  for (const { organisation } of stages) expectValid(before, organisation, design);
  for (let seat = 0; seat < before.people.count; seat++) {
    const places = all.map((stage) => unitId(stage, seat));
    const place = unitId(design, seat);
    // Whoever moves goes from where they are to where the design has them, and stays.
    const from = places.indexOf(place);
    expect(places.slice(from).every((unit) => unit === place)).toBe(true);
    expect(places.slice(0, from).every((unit) => unit === unitId(before, seat))).toBe(true);
    const lines = all.map((stage) => JSON.stringify(linesOf(stage, seat)));
    const now = lines.indexOf(lines.at(-1)!);
    expect(lines.slice(now).every((line) => line === lines.at(-1))).toBe(true);
    expect(lines.slice(0, now).every((line) => line === lines[0])).toBe(true);
  }
  let people = 0;
  stages.forEach(({ moved, movedSoFar }) => {
    people += moved;
    expect(movedSoFar).toBe(people);
  });
  for (const { why, name } of stages)
    for (const sentence of why) {
      expect(sentence, name).toMatch(/^\S.*[.]$/);
      expect(sentence).not.toMatch(/undefined|NaN/);
    }
  if (stages.length > 1) {
    // Whoever serves customers at the foundations does so as today.
    const [today, foundations] = [before, stages[0]!.organisation].map((one) => one.relationships);
    expect(Array.from(foundations!.seat)).toEqual(Array.from(today!.seat));
  }
  // Work that is done today and at the end is done all the time, unless there are too few people for every unit.
  const least = Math.min(coverageOf(before, before), coverageOf(design, before));
  if (stages.every(({ toFill }) => toFill.length === 0))
    for (const { organisation } of stages)
      expect(coverageOf(organisation, before)).toBeGreaterThanOrEqual(least - 1e-9);
  expectSameAtTheEnd(before, id, design);
}

describe.each(designs.filter(({ id }) => id !== 'as-is').map((design) => [design.id, design] as const))(
  'the way to %s',
  (id, design) => {
    it('ends at the design, moves everyone once, and is valid at each stage, from any organisation', async () => {
      await fc.assert(
        fc.asyncProperty(anyOrganisation, fc.integer({ min: 1, max: 4 }), async (content, waveSize) => {
          // Asked for, more clusters are made than the people there fill.
          const options = { clusters: 5 - waveSize };
          const before = await organisationOf({
            ...content,
            policy: { waveSize },
            designs: { cluster: options, matrix: options },
          });
          const after = design.apply(before);
          const transition = transitionOf(before, id, after);
          if (after.organisation === null || after.organisation === before)
            expect(transition).toEqual({ candidates: [], stages: [] });
          else expectLaws(before, id, transition, after.organisation);
        }),
        { numRuns: runs(30) },
      );
    });

    it('holds as well from an organisation that is in another form already', async () => {
      await fc.assert(
        fc.asyncProperty(anyOrganisation, fc.constantFrom(...designs), async (content, first) => {
          const before = first.apply(await organisationOf(content)).organisation;
          const after = before && design.apply(before);
          if (before === null || after === null || after.organisation === null) return;
          if (after.organisation === before) return;
          expectLaws(before, id, transitionOf(before, id, after), after.organisation);
        }),
        { numRuns: runs(30) },
      );
    });

    it.each(EXAMPLES)('holds from %s', async (name) => {
      const before = await example(name);
      const after = design.apply(before);
      const transition = transitionOf(before, id, after);
      if (after.organisation === null || after.organisation === before) expect(transition.stages).toEqual([]);
      else expectLaws(before, id, transition, after.organisation);
    });
  },
);
