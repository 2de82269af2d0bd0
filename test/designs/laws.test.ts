import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { designs } from '../../src/designs/index.ts';
import { measures } from '../../src/measures/index.ts';
import { isOfChange } from '../../src/measures/measure.ts';
import { gradesOf } from '../../src/model/grades.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { treeOf } from '../../src/model/tree.ts';
import { viewOf } from '../../src/model/view.ts';
import { anyOrganisation, example, organisationOf } from '../support/organisations.ts';
import { runs } from '../support/runs.ts';

const EXAMPLES = ['halden', 'tindle-and-moss', 'marrowgate'];
const RUNS = { numRuns: runs(25) };

const figuresOf = (organisation: Organisation, baseline: Organisation) => {
  const [view, base] = [viewOf(organisation), viewOf(baseline)];
  return measures
    .filter((one) => !isOfChange(one))
    .map((measure) => [measure.id, measure.take(view, base).value] as const);
};

interface Person {
  readonly id: string;
  readonly department?: string;
  readonly manager?: unknown;
  readonly managers?: unknown;
}

/** What must hold between an organisation and any design of it. */
function expectLaws(before: Organisation, after: Organisation) {
  const { people } = before;
  expect(after.people.id.slice(0, people.count)).toEqual(people.id);
  expect(new Set(after.people.id).size).toBe(after.people.count);
  for (const column of ['fte', 'costPerYear', 'capability', 'vacant'] as const)
    expect(Array.from(after.people[column].slice(0, people.count))).toEqual(Array.from(people[column]));
  // Whoever is added is an open seat.
  expect(Array.from(after.people.vacant.slice(people.count)).every((vacant) => vacant === 1)).toBe(true);
  for (const unit of after.unitOf) expect(unit).toBeLessThan(after.units.length);
  expect(new Set(after.units.map(({ id }) => id)).size).toBe(after.units.length);
  // Every line leads to somebody, the weights sum to 1, and nobody is above themselves.
  const tree = treeOf(after);
  expect(tree.order.length).toBe(after.people.count);
  expect(new Set(tree.order).size).toBe(after.people.count);
  for (let seat = 0; seat < after.people.count; seat++) {
    const [from, to] = [after.lines.start[seat]!, after.lines.start[seat + 1]!];
    if (to > from) expect(after.lines.weight.slice(from, to).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  }
  expect(tree.roots.length).toBeLessThanOrEqual(treeOf(before).roots.length);
  // Every customer is there, and every step of the journey is served or counted as not served.
  const service = viewOf(after).service();
  expect(service.classOf.length).toBe(before.customers.count);
  for (const group of service.classes) {
    expect(group.groupOfStep.length).toBe(after.journeys[group.journey]!.steps.length);
    for (const { pool } of group.groups)
      if (pool !== null) expect(pool.share.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  }
}

/** Organisations with many open seats, and people who are pinned to customers. */
const withOpenSeats = fc
  .record({
    content: anyOrganisation,
    every: fc.integer({ min: 2, max: 6 }),
    pinned: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 3 }),
  })
  .map(({ content, every, pinned }) => ({
    ...content,
    people: content.people.map((person, at) => (at % every === 1 ? { ...person, vacant: true } : person)),
    designs: {
      cluster: {
        pinned: Object.fromEntries(
          pinned.filter((at) => at < content.people.length).map((at) => [`p${at}`, 'dairy']),
        ),
      },
    },
  }));

/**
 * Which seats a design puts below one of a lower grade or, where fewer than four fifths of the people have a grade, below one
 * further from the top of today's chart. Lines of today may do so; open seats that a design adds are looked through.
 */
function putBelow(before: Organisation, after: Organisation): string[] {
  const { people } = before;
  const [then, now] = [treeOf(before), treeOf(after)];
  const there = [...people.id.keys()].filter((seat) => people.vacant[seat] === 0);
  const level = gradesOf(before).value;
  const graded = there.filter((seat) => !Number.isNaN(level[seat]!)).length >= 0.8 * there.length;
  return [...people.id.keys()].flatMap((seat) => {
    let boss = now.boss[seat]!;
    while (boss >= people.count) boss = now.boss[boss]!;
    if (boss < 0 || boss === then.boss[seat] || boss === then.roots[0]) return [];
    const isLower = graded ? level[boss]! < level[seat]! : then.depth[boss]! > then.depth[seat]!;
    return isLower ? [`${people.id[seat]} below ${people.id[boss]}`] : [];
  });
}

/** Who gets a manager below the head of the unit who is of another trade, and was neither above them nor a boss of theirs. */
function amongOthers(before: Organisation, after: Organisation): string[] {
  const { people, capabilities, lines } = before;
  const [then, now] = [treeOf(before), treeOf(after)];
  const heads = new Set(viewOf(after).heads().head);
  const trade = (seat: number) => {
    const own = people.capability[seat]!;
    return (capabilities[own]?.of ?? -1) < 0 ? own : capabilities[own]!.of;
  };
  return [...people.id.keys()].flatMap((seat) => {
    const boss = now.boss[seat]!;
    const isOpen = boss >= people.count;
    if (boss < 0 || boss === then.boss[seat] || isOpen || heads.has(boss) || now.boss[boss]! < 0) return [];
    if (trade(boss) === trade(seat) || after.unitOf[boss] !== after.unitOf[seat]) return [];
    if (lines.boss.subarray(lines.start[seat]!, lines.start[seat + 1]!).includes(boss)) return [];
    for (let above = then.boss[seat]!; above >= 0; above = then.boss[above]!) if (above === boss) return [];
    return [`${people.id[seat]} under ${people.id[boss]}`];
  });
}

describe.each(designs.map((design) => [design.id, design] as const))('%s', (_, design) => {
  it('keeps everyone once, with fte, cost and capability, in any organisation', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrganisation, async (content) => {
        const before = await organisationOf(content);
        const { organisation, status, hires } = design.apply(before);
        if (organisation === null) {
          expect(status).toBe('impossible');
          return;
        }
        expectLaws(before, organisation);
        const open = organisation.people.vacant.reduce((a, b) => a + b, 0);
        const hired = [...hires.values()].reduce((a, b) => a + b, 0);
        expect(hired).toBe(design.id === 'as-is' ? 0 : open);
        expect(status).toBe(hires.size > 0 ? 'needs-hires' : 'staffed');
      }),
      RUNS,
    );
  });

  it('puts nobody, and no open seat, below a lower grade, or without grades below somebody further from the top', async () => {
    await fc.assert(
      fc.asyncProperty(withOpenSeats, async (content) => {
        const before = await organisationOf(content);
        const { organisation } = design.apply(before);
        if (organisation !== null) expect(putBelow(before, organisation)).toEqual([]);
      }),
      { numRuns: runs(80) },
    );
  });

  it('leaves everybody of a department that governs itself where they are, under whom it answers to', async () => {
    const governingItself = anyOrganisation.map((content) => ({
      ...content,
      departments: [
        { id: 'north', lead: 'none', answersTo: 'p0' },
        ...['south', 'sales', 'marketing', 'support', 'works', 'office'].map((id) => ({ id })),
      ],
      people: content.people.map(({ manager, managers, ...person }: Person, at) => {
        if (at === 0) return { ...person, department: 'office' };
        return person.department === 'north' ? person : { ...person, manager, managers };
      }),
    }));
    await fc.assert(
      fc.asyncProperty(governingItself, async (content) => {
        const before = await organisationOf(content);
        const { organisation: after } = design.apply(before);
        if (after === null) return;
        const [then, now] = [treeOf(before), treeOf(after)];
        for (let seat = 0; seat < before.people.count; seat++) {
          if (before.units[before.unitOf[seat]!]?.selfGoverning !== true) continue;
          expect(after.units[after.unitOf[seat]!]).toMatchObject({
            id: 'north',
            selfGoverning: true,
            head: -1,
          });
          expect(now.boss[seat]).toBe(then.boss[seat]);
          expect(after.lines.start[seat + 1]).toBe(after.lines.start[seat]);
        }
      }),
      RUNS,
    );
  });

  it('gives finite figures or null with a reason, the same ones twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrganisation, async (content) => {
        const before = await organisationOf(content);
        const { organisation } = design.apply(before);
        if (organisation === null) return;
        const [view, base] = [viewOf(organisation), viewOf(before)];
        for (const measure of measures) {
          const { value, reason } = measure.take(view, base);
          if (value === null || Number.isNaN(value)) expect(reason, measure.id).toBeTruthy();
          else expect(Number.isFinite(value), measure.id).toBe(true);
        }
        const again = await organisationOf(content);
        expect(figuresOf(design.apply(again).organisation!, again)).toEqual(figuresOf(organisation, before));
      }),
      { numRuns: runs(10) },
    );
  });

  it('moves nobody and changes no measure when applied to its own result', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrganisation, async (content) => {
        const before = await organisationOf(content);
        const once = design.apply(before).organisation;
        if (once === null) return;
        const twice = design.apply(once).organisation!;
        expect(twice.people.id).toEqual(once.people.id);
        const unit = (organisation: Organisation) =>
          Array.from(organisation.unitOf, (at) => organisation.units[at]?.id ?? '');
        expect(unit(twice)).toEqual(unit(once));
        const figures = figuresOf(once, before);
        figuresOf(twice, before).forEach(([id, value], at) => {
          const first = figures[at]![1];
          if (first === null || value === null) expect(value, id).toBe(first);
          else expect(value, id).toBeCloseTo(first, 8);
        });
      }),
      RUNS,
    );
  });

  describe.each(EXAMPLES)('on %s', (name) => {
    let before: Organisation;
    beforeAll(async () => {
      before = await example(name);
    });
    it('keeps the laws', () => {
      const { organisation } = design.apply(before);
      if (organisation !== null) expectLaws(before, organisation);
    });
    it('puts nobody under a lead of another trade below a head, but for bosses of today', () => {
      const { organisation } = design.apply(before);
      if (organisation !== null) expect(amongOthers(before, organisation)).toEqual([]);
    });
    it('puts nobody below somebody less senior', () => {
      const { organisation } = design.apply(before);
      if (organisation !== null) expect(putBelow(before, organisation)).toEqual([]);
    });
  });
});
