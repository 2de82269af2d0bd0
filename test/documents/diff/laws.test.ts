import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { designs } from '../../../src/designs/index.ts';
import { diffOf } from '../../../src/documents/diff/diff.ts';
import type { Organisation } from '../../../src/model/organisation.ts';
import { treeOf } from '../../../src/model/tree.ts';
import { type Diff, diff as diffSchema } from '../../../src/schema/documents/diff.ts';
import { anyOrganisation, example, organisationOf } from '../../support/organisations.ts';
import { runs } from '../../support/runs.ts';
import { documentOf, placeless } from './documents.ts';

type Content = typeof anyOrganisation extends fc.Arbitrary<infer T> ? T : never;

const RUNS = { numRuns: runs(30) };

/** One organisation and another that was made of it, or two that have ids in common and nothing else. */
const anyTwo = fc.oneof(
  fc.tuple(anyOrganisation, anyOrganisation),
  fc
    .tuple(
      anyOrganisation,
      fc.array(
        fc.record({
          person: fc.nat(1000),
          edit: fc.constantFrom('move', 'leave', 'vacate', 'fill', 'retitle', 'report', 'join'),
          other: fc.nat(1000),
        }),
        { maxLength: 12 },
      ),
    )
    .map(([content, edits]): [Content, Content] => {
      let people: { id: string; [field: string]: unknown }[] = content.people.map((person) => ({
        ...person,
      }));
      edits.forEach(({ person: index, edit, other }, at) => {
        const person = people[index % people.length]!;
        if (edit === 'leave' && people.length > 1) people = people.filter((one) => one !== person);
        else if (edit === 'join')
          people = [...people, { id: `new${at}`, department: 'new', manager: person.id }];
        else if (edit === 'move') person.department = ['north', 'sales', 'elsewhere'][other % 3];
        else if (edit === 'vacate') person.vacant = true;
        else if (edit === 'fill') person.vacant = false;
        else if (edit === 'retitle') person.title = 'Sales Representative';
        else if (edit === 'report') {
          // Towards the first person only, so that no circle comes about.
          const above = people.slice(0, people.indexOf(person));
          delete person.managers;
          if (above.length > 0) person.manager = above[other % above.length]!.id;
        }
      });
      return [content, { ...content, people } as unknown as Content];
    }),
);

const both = async ([one, other]: readonly [Content, Content]) =>
  [await organisationOf(one), await organisationOf(other)] as const;

const isFlat = (list: unknown): list is unknown[] => Array.isArray(list);

/** The lists of changes in a diff, by their place in it. */
function listsOf({ people, seats, leads, units, flows, relationships, customers, ...rest }: Diff) {
  const { figures: _, ...unitLists } = units;
  const { settings, assumptions, findings } = rest;
  const parts = { people, seats, leads, units: unitLists, flows, customers, findings };
  const found: [string, unknown[]][] = [
    ['relationships', relationships.customers],
    ['settings', settings],
    ['assumptions', assumptions],
  ];
  for (const [name, part] of Object.entries(parts))
    for (const [key, list] of Object.entries(part)) if (isFlat(list)) found.push([`${name}.${key}`, list]);
  return found;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** What is told of units, beside the sum of all, tells the cost of no fewer than five people. */
function expectNoPay(figures: Diff['units']['figures'], when: 'before' | 'after') {
  const hidden = figures.filter(({ costPerYear }) => costPerYear[when] === null);
  for (const { people, costPerYear } of figures)
    if (costPerYear[when] !== null) expect(people[when] === 0 || people[when] >= 5).toBe(true);
  const people = sum(hidden.map((one) => one.people[when]));
  const isAll = figures.every((one) => one.people[when] === 0 || one.costPerYear[when] === null);
  expect(people === 0 || people >= 5 || isAll).toBe(true);
}

function expectConsistent(diff: Diff) {
  const { totals, people, seats, units } = diff;
  expect(diffSchema.safeParse(documentOf(diff)).error).toBeUndefined();
  // Everyone who is there afterwards was there before or has joined; so with seats.
  expect(totals.people.before + people.joined.length - people.left.length).toBe(totals.people.after);
  expect(people.inBoth + people.left.length).toBe(totals.people.before);
  const own = (list: Diff['people']['joined']) => list.filter(({ seat }) => seat === 'own').length;
  expect(
    totals.seats.before + own(people.joined) + seats.opened.length - own(people.left) - seats.closed.length,
  ).toBe(totals.seats.after);
  expect(
    totals.vacantSeats.before +
      seats.opened.length +
      seats.vacated.length -
      seats.closed.length -
      seats.filled.length,
  ).toBe(totals.vacantSeats.after);
  for (const when of ['before', 'after'] as const) {
    for (const field of ['people', 'seats'] as const)
      expect(sum(units.figures.map((figures) => figures[field][when]))).toBe(totals[field][when]);
    expect(sum(units.figures.map(({ fte }) => fte[when]))).toBeCloseTo(totals.fte[when], 6);
    const costs = units.figures.flatMap(({ costPerYear }) => costPerYear[when] ?? []);
    if (totals.costPerYear[when] === null) expect(costs).toEqual([]);
    else if (costs.length === units.figures.length)
      expect(sum(costs)).toBeCloseTo(totals.costPerYear[when], 3);
    else expectNoPay(units.figures, when);
  }
  // What is listed is what the measures of change say.
  const change = (id: string) => diff.change.find((one) => one.id === `change.${id}`)!.value;
  const share = (list: readonly unknown[]) => (people.inBoth > 0 ? list.length / people.inBoth : null);
  expect(change('movedShare')).toBe(share(people.moved));
  expect(change('newManagerShare')).toBe(share(people.newManager));
  expect(change('leadsWithoutTeam')).toBe(diff.leads.withoutTeam.length);
  expect(change('relationshipsKept')).toBe(diff.relationships.share);
  expect(change('pairsKept')).toBe(diff.workingPairs.share);
  expect(change('newSeats')).toBe(totals.seats.after - totals.seats.before);
  const { before, after } = totals.costPerYear;
  if (before === null || after === null) expect(change('costPerYear')).toBeNull();
  else expect(change('costPerYear')).toBeCloseTo(after - before, 3);
  const { relationships } = diff;
  expect(relationships.kept + relationships.broken).toBe(relationships.before);
  expect(sum(relationships.customers.map(({ broken }) => broken.length))).toBe(relationships.broken);
  expect(diff.summary.length).toBeGreaterThanOrEqual(diff.changed ? 3 : 1);
  expect(diff.summary.length).toBeLessThanOrEqual(6);
}

test('an organisation does not differ from itself, nor from its rows in another order', async () => {
  await fc.assert(
    fc.asyncProperty(anyOrganisation, async (content) => {
      const organisation = await organisationOf(content);
      const again = await organisationOf({
        ...content,
        people: content.people.toReversed(),
        customers: content.customers.toReversed(),
      });
      for (const other of [organisation, again]) {
        const diff = diffOf(organisation, other);
        expect(listsOf(diff).filter(([, list]) => list.length > 0)).toEqual([]);
        expect(diff.measures.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
        expect(diff.changed).toBe(false);
        expectConsistent(diff);
      }
    }),
    RUNS,
  );
});

test('counts agree with each other, with the sums by unit and with the measures of change', async () => {
  let changes = 0;
  await fc.assert(
    fc.asyncProperty(anyTwo, async (two) => {
      const diff = diffOf(...(await both(two)));
      if (diff.changed) changes++;
      expect(diff.changed).toBe(
        listsOf(diff).some(([, list]) => list.length > 0) ||
          diff.measures.some(({ verdict }) => verdict !== 'same'),
      );
      expectConsistent(diff);
    }),
    RUNS,
  );
  expect(changes).toBeGreaterThan(RUNS.numRuns / 2);
});

test('the other way round everything is the other way round', async () => {
  const swapped = <T extends { from: unknown; to: unknown }>(list: readonly T[]) =>
    list.map((one) => ({ ...one, from: one.to, to: one.from }));
  const verdicts = { better: 'worse', worse: 'better' } as Record<string, string>;
  await fc.assert(
    fc.asyncProperty(anyTwo, async (two) => {
      const [one, other] = await both(two);
      const [there, back] = [diffOf(one, other), diffOf(other, one)];
      expect(back.changed).toBe(there.changed);
      expect(back.people.moved).toEqual(swapped(there.people.moved));
      expect(back.people.newManager).toEqual(swapped(there.people.newManager));
      expect(back.people.renamed).toEqual(swapped(there.people.renamed));
      expect(back.people.details).toEqual(swapped(there.people.details));
      expect(back.units.renamed).toEqual(swapped(there.units.renamed));
      expect(back.units.heads).toEqual(swapped(there.units.heads));
      expect(back.customers.moved).toEqual(swapped(there.customers.moved));
      expect(back.people.joined).toEqual(there.people.left);
      expect(back.people.endedLines).toEqual(there.people.newLines);
      expect(back.seats).toEqual({
        opened: there.seats.closed,
        closed: there.seats.opened,
        filled: there.seats.vacated.map((seat) => expect.objectContaining({ seat: seat.seat })),
        vacated: there.seats.filled.map((seat) => expect.objectContaining({ seat: seat.seat })),
      });
      expect(back.units.new.map(({ mostFrom, ...unit }) => ({ ...unit, mostTo: mostFrom }))).toEqual(
        there.units.closed,
      );
      expect(back.relationships).toMatchObject({
        kept: there.relationships.kept,
        broken: there.relationships.new,
        new: there.relationships.broken,
      });
      expect(back.measures.map(({ verdict }) => verdict)).toEqual(
        there.measures.map(({ verdict }) => verdicts[verdict] ?? verdict),
      );
      expect(back.settings.map(({ id }) => id)).toEqual(there.settings.map(({ id }) => id));
      expect(placeless(back).findings.gone).toEqual(placeless(there).findings.new);
    }),
    RUNS,
  );
});

test('the order of the rows changes nothing, and the same is said twice', async () => {
  await fc.assert(
    fc.asyncProperty(anyTwo, fc.nat(), async (two, turn) => {
      const rotated = <T>(rows: readonly T[]) => [
        ...rows.slice(turn % (rows.length || 1)),
        ...rows.slice(0, turn % (rows.length || 1)),
      ];
      const other = two.map((content) => ({
        ...content,
        people: rotated(content.people),
        customers: rotated(content.customers),
      })) as unknown as [Content, Content];
      const first = placeless(diffOf(...(await both(two)), { names: true }));
      expect(placeless(diffOf(...(await both(other)), { names: true }))).toEqual(first);
      expect(JSON.stringify(placeless(diffOf(...(await both(two)), { names: true })))).toBe(
        JSON.stringify(first),
      );
    }),
    { numRuns: runs(15) },
  );
});

/** What a design changes, told by index: its seats are those of the organisation it was made of, and more. */
function expectByIndex(before: Organisation, after: Organisation, diff: Diff) {
  const unit = ({ units, unitOf }: Organisation, seat: number) => units[unitOf[seat]!]?.id;
  const people = before.people.id.flatMap((id, seat) =>
    before.people.vacant[seat] === 0 ? [{ id, seat }] : [],
  );
  const moved = people.filter(({ seat }) => unit(before, seat) !== unit(after, seat));
  const another = people.filter(({ seat }) => treeOf(before).boss[seat] !== treeOf(after).boss[seat]);
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();
  expect(diff.people.moved.map(({ person }) => person.id)).toEqual(ids(moved));
  expect(diff.people.newManager.map(({ person }) => person.id)).toEqual(ids(another));
  expect(diff.seats.opened.map(({ seat }) => seat.id)).toEqual(
    [...after.people.id.slice(before.people.count)].sort(),
  );
  expect([diff.people.joined, diff.people.left, diff.people.renamed, diff.people.details]).toEqual([
    [],
    [],
    [],
    [],
  ]);
}

describe.each(designs.map((design) => [design.id, design] as const))('a design: %s', (_, design) => {
  test('moves whom it moves, and changes nothing of them but their place', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrganisation, async (content) => {
        const before = await organisationOf(content);
        const { organisation: after } = await design.apply(before);
        if (after === null) return;
        const diff = diffOf(before, after);
        expectConsistent(diff);
        expectByIndex(before, after, diff);
        // The look-up by id, instead of by place, finds the same people.
        const back = diffOf(after, await organisationOf(content));
        expect(back.people.moved.map(({ person }) => person)).toEqual(
          diff.people.moved.map(({ person }) => person),
        );
      }),
      { numRuns: runs(12) },
    );
  });

  test.each(['halden', 'tindle-and-moss', 'marrowgate'])('so in %s', async (name) => {
    const before = await example(name);
    const { organisation: after } = await design.apply(before);
    if (after === null) return;
    const diff = diffOf(before, after);
    expectConsistent(diff);
    expectByIndex(before, after, diff);
  });
});
