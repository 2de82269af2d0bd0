import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figuresByHeight } from '../../src/measures/journey/height-figures.ts';
import { type Accountability, cutAt } from '../../src/model/accountability.ts';
import { walk } from '../../src/model/journeys.ts';
import type { CustomerClass } from '../../src/model/service.ts';
import { commonDepth } from '../../src/model/tree.ts';
import { type View, viewOf } from '../../src/model/view.ts';
import { PHASES } from '../../src/schema/input/fields.ts';
import { anyOrganisation, designOf, figureOf, organisationOf } from '../support/organisations.ts';
import { runs } from '../support/runs.ts';

const MOST_DRAWS = 4000;

interface Sums {
  readonly count: number;
  readonly squares: number;
  readonly effective: number;
  readonly largest: number;
  readonly handoffs: number;
  readonly inside: number;
  readonly distance: number;
  readonly served: number;
  readonly contacts: number;
  readonly kept: number;
}
const NOTHING: Sums = {
  count: 0,
  squares: 0,
  effective: 0,
  largest: 0,
  handoffs: 0,
  inside: 0,
  distance: 0,
  served: 0,
  contacts: 0,
  kept: 0,
};

/** Goes through every person whom each group of a class may draw; null where that would be too many. */
function goThrough(view: View, group: CustomerClass, unitOf: Accountability['unitOf']): Sums | null {
  const ways = group.groups.reduce((product, { pool }) => product * (pool?.seats.length ?? 1), 1);
  if (ways > MOST_DRAWS) return null;
  const { steps } = view.organisation.journeys[group.journey]!;
  const { visits, moves } = walk(steps);
  const total = steps.reduce((sum, step, at) => sum + step.hours * visits[at]!, 0);
  const share = steps.map((step, at) => (step.hours * visits[at]!) / total);
  const tree = view.tree();
  const sums = { ...NOTHING } as { -readonly [key in keyof Sums]: number };
  const draw = (at: number, probability: number, seats: readonly number[]) => {
    const next = group.groups[at];
    if (next !== undefined) {
      if (next.pool === null) draw(at + 1, probability, [...seats, -1]);
      else
        next.pool.seats.forEach((seat, k) => {
          draw(at + 1, probability * next.pool!.share[k]!, [...seats, seat]);
        });
      return;
    }
    const seatOf = (step: number) => seats[group.groupOfStep[step]!]!;
    const unit = (step: number) =>
      seatOf(step) < 0 ? `-${group.groupOfStep[step]}` : String(unitOf(seatOf(step)));
    const hours = new Map<string, number>();
    share.forEach((part, step) => {
      hours.set(unit(step), (hours.get(unit(step)) ?? 0) + part);
    });
    const worked = [...hours].filter(([, part]) => part > 0);
    sums.count += probability * worked.length;
    const squares = worked.reduce((sum, [, part]) => sum + part ** 2, 0);
    sums.squares += probability * squares;
    sums.effective += probability / squares;
    sums.largest +=
      probability * Math.max(0, ...worked.flatMap(([id, part]) => (id.startsWith('-') ? [] : [part])));
    for (const [from, to, times] of moves) {
      const [a, b] = [seatOf(from), seatOf(to)];
      if (unit(from) !== unit(to)) {
        sums.handoffs += probability * times;
        if (a < 0 || b < 0) continue;
        sums.served += probability * times;
        sums.distance +=
          probability * times * (Math.max(tree.depth[a]!, tree.depth[b]!) - commonDepth(tree, a, b));
      } else if (a !== b) sums.inside += probability * times;
    }
    sums.contacts += probability * new Set(seats.filter((seat) => seat >= 0)).size;
    const mains = PHASES.flatMap((phase) => {
      const here = new Map<number, number>();
      steps.forEach((step, at_) => {
        if (step.phase !== phase) return;
        const own = group.groupOfStep[at_]!;
        here.set(own, (here.get(own) ?? 0) + (seats[own]! < 0 ? -1 : share[at_]!));
      });
      if (here.size === 0) return [];
      const best = [...here]
        .filter(([own]) => seats[own]! >= 0)
        .reduce<[number, number] | null>((x, y) => (x === null || y[1] > x[1] + 1e-12 ? y : x), null);
      return [best === null ? -1 : seats[best[0]]!];
    });
    const changes = mains.slice(1).map((seat, i) => (seat >= 0 && seat === mains[i] ? 1 : 0));
    if (changes.length > 0)
      sums.kept += (probability * changes.reduce<number>((a, b) => a + b, 0)) / changes.length;
  };
  draw(0, 1, []);
  return sums;
}

it('journey figures are what going through every draw of people gives', async () => {
  let looked = 0;
  await fc.assert(
    fc.asyncProperty(
      anyOrganisation,
      fc.constantFrom('as-is', 'lifecycle', 'cluster'),
      async (content, id) => {
        const people = content.people.map(
          ({ managers, ...person }: { managers?: { to?: string | undefined }[] }) =>
            managers === undefined ? person : { ...person, manager: managers[0]!.to },
        );
        const organisation = await organisationOf({ ...content, people });
        const design = designOf(id).apply(organisation).organisation;
        if (design === null || design.customers.count === 0) return;
        const view = viewOf(design);
        const { classes } = view.service();
        const mean = ({ unitOf }: Accountability) => {
          const parts = classes.map((group) => ({ group, sums: goThrough(view, group, unitOf) }));
          if (parts.some(({ sums }) => sums === null)) return null;
          const customers = classes.reduce((sum, group) => sum + group.customers, 0);
          return (of: (sums: Sums) => number) =>
            parts.reduce((sum, { group, sums }) => sum + group.customers * of(sums!), 0) / customers;
        };
        const here = mean(view.accountability().at);
        if (here === null) return;
        looked++;
        const expected: Record<string, number> = {
          'silos.count': here((sums) => sums.count),
          'silos.effective': here((sums) => sums.effective),
          'journey.accountableShare': here((sums) => sums.largest),
          'handoffs.perJourney': here((sums) => sums.handoffs),
          'handoffs.insideUnit': here((sums) => sums.inside),
          'journey.contacts': here((sums) => sums.contacts),
          'journey.mainContactKept': here((sums) => sums.kept),
        };
        for (const [measure, value] of Object.entries(expected))
          expect(figureOf(measure, view), `${id} ${measure}`).toBeCloseTo(value, 8);
        const served = here((sums) => sums.served);
        if (served > 1e-9)
          expect(figureOf('escalation.distance', view), id).toBeCloseTo(
            here((sums) => sums.distance) / served,
            8,
          );
        for (const found of figuresByHeight(view)) {
          const level = /^level (\d+)$/.exec(found.height);
          if (level === null) continue;
          const cut = mean(cutAt(design, Number(level[1])))!;
          expect(found.count, `${id} ${found.height} S0`).toBeCloseTo(
            cut((sums) => sums.count),
            8,
          );
          expect(found.handoffs, `${id} ${found.height} hand-offs`).toBeCloseTo(
            cut((sums) => sums.handoffs),
            8,
          );
          expect(found.effective, `${id} ${found.height} S2`).toBeCloseTo(
            cut((sums) => 1 / sums.squares),
            8,
          );
        }
      },
    ),
    { numRuns: runs(60) },
  );
  expect(looked).toBeGreaterThan(15);
});
