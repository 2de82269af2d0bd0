import fc from 'fast-check';
import { expect, it } from 'vitest';
import { journeyFiguresAt } from '../../src/measures/journey/height-figures.ts';
import { type Accountability, cutAt, eachUnit } from '../../src/model/accountability.ts';
import { walk } from '../../src/model/journeys.ts';
import { seatTeamsOf } from '../../src/model/seat-teams.ts';
import type { CustomerClass } from '../../src/model/service.ts';
import { commonDepth, reportsOf } from '../../src/model/tree.ts';
import { type View, viewOf } from '../../src/model/view.ts';
import { PHASES } from '../../src/schema/input/fields.ts';
import { anyOrganisation, designOf, figureOf, organisationOf } from '../support/organisations.ts';
import { runs } from '../support/runs.ts';

const MOST_DRAWS = 1000;

const NOTHING = {
  count: 0,
  squares: 0,
  effective: 0,
  met: 0,
  units: 0,
  largest: 0,
  handoffs: 0,
  teams: 0,
  inside: 0,
  distance: 0,
  served: 0,
  contacts: 0,
  kept: 0,
};
type Sums = typeof NOTHING;

/** Every way to give each of the seats one of the places it may have. */
function* ways(
  seats: readonly number[],
  placesOf: (seat: number) => readonly (readonly [place: number, chance: number])[],
  chance = 1,
  found: ReadonlyMap<number, number> = new Map(),
): Generator<[chance: number, places: ReadonlyMap<number, number>]> {
  const [seat, ...rest] = seats;
  if (seat === undefined) yield [chance, found];
  else
    for (const [place, share] of placesOf(seat))
      yield* ways(rest, placesOf, chance * share, new Map([...found, [seat, place]]));
}

const sumBy = <K>(list: readonly (readonly [key: K, hours: number])[]): ReadonlyMap<K, number> => {
  const sums = new Map<K, number>();
  for (const [key, hours] of list) sums.set(key, (sums.get(key) ?? 0) + hours);
  return sums;
};

/** Goes through every person whom each group of a class may draw, and every unit they may count in; null for too many. */
function goThrough(view: View, group: CustomerClass, cut: Accountability): Sums | null {
  const draws = group.groups.reduce((product, { pool }) => product * (pool?.seats.length ?? 1), 1);
  if (draws > MOST_DRAWS) return null;
  const { steps } = view.organisation.journeys[group.journey]!;
  const { visits, moves } = walk(steps);
  const total = steps.reduce((sum, step, at) => sum + step.hours * visits[at]!, 0);
  const share = steps.map((step, at) => (step.hours * visits[at]!) / total);
  const tree = view.tree();
  const teams = (seat: number) => seatTeamsOf(view.organisation).sharesOf(seat);
  const unitsOf = (seat: number) => {
    const found: [number, number][] = [];
    eachUnit(cut, cut.membershipOf(seat), (unit, part) => found.push([unit, part]));
    return found;
  };
  const headOf = (unit: number, seat: number) => {
    const inRootOffice = unit === cut.size - 1;
    // Who sits in the root office alone answers to the head above them, or is one.
    let head = !inRootOffice ? cut.heads[unit]! : cut.membershipOf(seat) === unit ? seat : -1;
    while (head >= 0 && tree.boss[head]! >= 0 && tree.boss[head] !== tree.roots[0]) head = tree.boss[head]!;
    return inRootOffice && (head === tree.roots[0] || reportsOf(tree, head) === 0) ? -1 : head;
  };
  const sums = { ...NOTHING };
  const addUnits = (seatOf: (step: number) => number, unit: (step: number) => number, chance: number) => {
    const served = steps.flatMap((step, at) => (seatOf(at) < 0 ? [] : [{ ...step, at }]));
    const contact = sumBy(served.filter((step) => step.contact).map(({ at }) => [unit(at), share[at]!]));
    const hours = [...contact.values()].filter((part) => part > 0);
    if (hours.length > 0) {
      const squares = hours.reduce((sum, part) => sum + part ** 2, 0) / hours.reduce((a, b) => a + b, 0) ** 2;
      sums.met += chance;
      sums.count += chance * hours.length;
      sums.squares += chance * squares;
      sums.effective += chance / squares;
    }
    sums.units += chance * new Set(served.filter(({ at }) => share[at]! > 0).map(({ at }) => unit(at))).size;
    const byHead = sumBy(served.map(({ at }) => [headOf(unit(at), seatOf(at)), share[at]!]));
    sums.largest += chance * Math.max(0, ...[...byHead].flatMap(([head, part]) => (head < 0 ? [] : [part])));
    for (const [from, to, times] of moves) {
      const [a, b] = [seatOf(from), seatOf(to)];
      if (a < 0 || b < 0) {
        if (from !== to) sums.handoffs += chance * times;
      } else if (unit(from) !== unit(to)) {
        sums.handoffs += chance * times;
        sums.served += chance * times;
        sums.distance +=
          chance * times * (Math.max(tree.depth[a]!, tree.depth[b]!) - commonDepth(tree, a, b));
      } else if (a !== b) sums.inside += chance * times;
    }
  };
  const mainOf = (list: readonly number[], seatOf: (step: number) => number) =>
    [
      ...sumBy(
        list.flatMap((at) => (seatOf(at) >= 0 && steps[at]!.contact ? [[seatOf(at), share[at]!]] : [])),
      ),
    ].reduce<readonly [number, number]>((a, b) => (b[1] > a[1] + 1e-12 ? b : a), [-1, 0])[0];
  const addPeople = (seatOf: (step: number) => number, chance: number) => {
    const met = steps.flatMap((step, at) => (step.contact && seatOf(at) >= 0 ? [seatOf(at)] : []));
    sums.contacts += chance * new Set(met).size;
    const phases = PHASES.map((phase) =>
      steps.flatMap((step, at) => (step.phase === phase ? [at] : [])),
    ).filter((list) => list.some((at) => steps[at]!.contact));
    const kept = phases.slice(1).filter((list, i) => {
      const main = mainOf(phases[i]!, seatOf);
      return main >= 0 && list.some((at) => seatOf(at) === main);
    });
    if (phases.length > 1) sums.kept += (chance * kept.length) / (phases.length - 1);
  };
  const draw = (at: number, chance: number, seats: readonly number[]) => {
    const next = group.groups[at];
    if (next !== undefined) {
      if (next.pool === null) draw(at + 1, chance, [...seats, -1]);
      else
        next.pool.seats.forEach((seat, k) => {
          draw(at + 1, chance * next.pool!.share[k]!, [...seats, seat]);
        });
      return;
    }
    const seatOf = (step: number) => seats[group.groupOfStep[step]!]!;
    const people = [...new Set(seats.filter((seat) => seat >= 0))];
    addPeople(seatOf, chance);
    for (const [share_, units] of ways(people, unitsOf))
      addUnits(seatOf, (step) => units.get(seatOf(step))!, chance * share_);
    for (const [share_, inTeams] of ways(people, teams))
      for (const [from, to, times] of moves) {
        const [a, b] = [seatOf(from), seatOf(to)];
        const apart = a < 0 || b < 0 ? from !== to : inTeams.get(a) !== inTeams.get(b);
        if (apart) sums.teams += chance * share_ * times;
      }
  };
  draw(0, 1, []);
  return sums;
}

const SECONDS = ['sales', 'support', 'marketing', 'account-management'];

/** The same with second skills, more people with two equal bosses, steps without contact and customers with two journeys. */
const varied = (content: {
  people: object[];
  customers: object[];
  journeys?: { id: string; steps: object[] }[];
}) => ({
  ...content,
  people: content.people.map((person, at) => ({
    ...person,
    ...(at % 3 === 0 ? { secondary: [SECONDS[at % 4]!] } : {}),
    ...('managers' in person && at % 2 === 0
      ? { managers: (person.managers as object[]).map((line) => ({ ...line, weight: 0.5 })) }
      : {}),
  })),
  ...(content.journeys === undefined
    ? {}
    : {
        customers: content.customers.map((customer, at) =>
          at % 3 === 0 ? { ...customer, journeys: [{ id: 'j', share: 0.7 }, 'k'] } : customer,
        ),
        journeys: [
          ...content.journeys,
          {
            id: 'k',
            steps: content.journeys[0]!.steps.map((step, at) => ({ ...step, contact: at % 2 === 1 })),
          },
        ],
      }),
});

it('journey figures are what going through every draw of people gives', async () => {
  let looked = 0;
  await fc.assert(
    fc.asyncProperty(
      anyOrganisation,
      fc.constantFrom('as-is', 'lifecycle', 'cluster'),
      async (content, id) => {
        const organisation = await organisationOf(varied(content));
        const design = designOf(id).apply(organisation).organisation;
        if (design === null || design.customers.count === 0) return;
        const view = viewOf(design);
        const { classes } = view.service();
        const mean = (cut: Accountability) => {
          const parts = classes.map((group) => ({ group, sums: goThrough(view, group, cut) }));
          if (parts.some(({ sums }) => sums === null)) return null;
          return (of: (sums: Sums) => number, weight: (sums: Sums) => number = () => 1) => {
            const sum = (part: (sums: Sums) => number) =>
              parts.reduce((all, { group, sums }) => all + group.customers * (part(sums!) || 0), 0);
            return sum((sums) => of(sums) * weight(sums)) / sum(weight);
          };
        };
        const here = mean(view.accountability().at);
        if (here === null) return;
        looked++;
        const met = (sums: Sums) => Number(sums.met > 0);
        const contact = here(met) > 0;
        const expected: Record<string, number> = {
          'silos.count': here((sums) => sums.count, met),
          'silos.effective': here((sums) => sums.effective, met),
          'work.units': here((sums) => sums.units),
          'journey.accountableShare': here((sums) => sums.largest),
          'handoffs.perJourney': here((sums) => sums.handoffs),
          'handoffs.betweenTeams': here((sums) => sums.teams),
          'handoffs.insideUnit': here((sums) => sums.inside),
          'journey.contacts': here((sums) => sums.contacts),
          'journey.mainContactKept': here((sums) => sums.kept),
        };
        for (const [measure, value] of Object.entries(expected))
          if (contact || !measure.startsWith('silos'))
            expect(figureOf(measure, view), `${id} ${measure}`).toBeCloseTo(value, 8);
        const served = here((sums) => sums.served);
        if (served > 1e-9)
          expect(figureOf('escalation.distance', view), id).toBeCloseTo(
            here((sums) => sums.distance) / served,
            8,
          );
        for (let level = 1; level < 4; level++) {
          const cut = cutAt(design, level);
          const at = journeyFiguresAt(view, cut);
          const there = mean(cut)!;
          expect(at.handoffs, `${id} level ${level} hand-offs`).toBeCloseTo(
            there((sums) => sums.handoffs),
            8,
          );
          if (!contact) continue;
          expect(at.count, `${id} level ${level} S0`).toBeCloseTo(
            there((sums) => sums.count, met),
            8,
          );
          expect(at.effective, `${id} level ${level} S2`).toBeCloseTo(
            there((sums) => 1 / sums.squares, met),
            8,
          );
        }
      },
    ),
    { numRuns: runs(60) },
  );
  expect(looked).toBeGreaterThan(runs(60) / 4);
});
