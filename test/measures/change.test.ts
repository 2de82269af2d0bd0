import { describe, expect, it } from 'vitest';
import { viewOf } from '../../src/model/view.ts';
import { designOf, measureOf, organisationOf, viewFrom } from '../support/organisations.ts';

const TRADES = ['marketing', 'sales', 'account-management', 'support'];

/** A company of four trades, each below its head; with departments, or with lines alone. */
const company = (withDepartments: boolean) => ({
  version: 1,
  name: 'Trades',
  people: [
    { id: 'top', title: 'Chief Executive Officer' },
    ...TRADES.flatMap((capability) =>
      Array.from({ length: 6 }, (_, at) => ({
        id: `${capability}-${at}`,
        title: at === 0 ? 'Head' : 'Specialist',
        capability,
        manager: at === 0 ? 'top' : `${capability}-0`,
        ...(withDepartments ? { department: capability } : {}),
      })),
    ),
  ],
  customers: ['a', 'b'].flatMap((industry) =>
    [1, 2, 3].map((n) => ({
      id: `${industry}${n}`,
      attributes: { industry },
      effort: Object.fromEntries(TRADES.map((trade) => [trade, 100])),
    })),
  ),
});

describe('people who move', () => {
  it('are the same whether departments are written down or follow from the heads below the top', async () => {
    for (const id of ['functional', 'lifecycle', 'cluster', 'matrix'] as const) {
      const [written, lines] = await Promise.all(
        [true, false].map(async (withDepartments) => {
          const organisation = await organisationOf(company(withDepartments));
          const { organisation: made } = designOf(id).apply(organisation);
          return measureOf('change.movedShare').take(viewOf(made!), viewOf(organisation)).value;
        }),
      );
      expect([id, lines]).toEqual([id, written]);
    }
  });
});

/** A company of departments without names, below their directors. */
const withoutDepartments = (
  bossOf: (director: string, at: number) => string,
  directors = ['a', 'b', 'c'],
) => ({
  version: 1,
  name: 'Lines',
  people: [
    { id: 'top' },
    ...directors.map((id) => ({ id, title: `Director ${id}`, manager: 'top' })),
    ...['a', 'b', 'c'].flatMap((director) =>
      [1, 2, 3, 4].map((at) => ({ id: `${director}${at}`, manager: bossOf(director, at) })),
    ),
  ],
});

describe('where nobody has a department', () => {
  const moved = async (after: object) => {
    const [before, now] = await Promise.all([
      viewFrom(withoutDepartments((director) => director)),
      viewFrom(after),
    ]);
    return measureOf('change.movedShare').take(now, before).value;
  };

  it('whoever comes under another head below the top has moved', async () => {
    const next = { a: 'b', b: 'c', c: 'a' } as Readonly<Record<string, string>>;
    expect(await moved(withoutDepartments((director) => next[director]!))).toBe(12 / 16);
  });

  it('nobody has who comes under a team lead, a successor or a level that is put between', async () => {
    const lead = (director: string, at: number) => (at > 2 ? `${director}1` : director);
    expect(await moved(withoutDepartments(lead))).toBe(0);
    const successor = withoutDepartments(
      (director) => (director === 'a' ? 'new' : director),
      ['new', 'b', 'c'],
    );
    expect(await moved(successor)).toBe(0);
    const promoted = withoutDepartments(
      (director, at) => (director !== 'a' ? director : at === 1 ? 'top' : 'a1'),
      ['b', 'c'],
    );
    expect(await moved(promoted)).toBe(0);
    const { people, ...rest } = withoutDepartments((director) => director);
    const under = people.map((one) => ('title' in one ? { ...one, manager: 'coo' } : one));
    expect(await moved({ ...rest, people: [...under, { id: 'coo', manager: 'top' }] })).toBe(0);
  });
});

describe('what a change costs a year', () => {
  const paid = (costs: readonly number[]) => ({
    version: 1,
    name: 'Paid',
    people: [
      { id: 'top', costPerYear: 150_000 },
      ...costs.map((costPerYear, at) => ({ id: `p${at}`, manager: 'top', costPerYear })),
    ],
  });
  const cost = async (before: readonly number[], after: readonly number[]) =>
    measureOf('change.costPerYear').take(await viewFrom(paid(after)), await viewFrom(paid(before)));
  const TEN = Array.from({ length: 10 }, (_, at) => 40_000 + 1_000 * at);

  it('is not told where fewer than five people come, go or are paid otherwise', async () => {
    for (const after of [TEN.slice(0, 9), [...TEN, 61_000], TEN.with(3, 90_000), TEN.slice(0, 6)]) {
      const { value, reason, untold } = await cost(TEN, after);
      expect(value).toBeNull();
      expect(reason).toContain('fewer than 5 people are paid');
      expect(untold).toBe(after.reduce((sum, one) => sum + one, 0) - TEN.reduce((sum, one) => sum + one, 0));
    }
    expect((await cost(TEN, TEN)).value).toBe(0);
    expect(
      (
        await cost(
          TEN,
          TEN.map((one) => one + 1_000),
        )
      ).value,
    ).toBe(10_000);
  });
});

describe('what a new seat is assumed to cost', () => {
  /** Two industries, and one marketer for both of them, so that clusters hire another. */
  const organisation = {
    ...company(true),
    currency: 'EUR',
    people: company(true).people.map((one, at) => ({
      ...one,
      costPerYear: 50_000 + 100 * at,
      ...(one.id.startsWith('marketing') ? { costPerYear: 83_417 } : {}),
    })),
  };
  const priced = async (marketers: number) => {
    const people = organisation.people.filter(
      ({ id }) => !id.startsWith('marketing') || Number(id.at(-1)) < marketers,
    );
    const made = designOf('cluster').apply(await organisationOf({ ...organisation, people }));
    const { people: seats } = made.organisation!;
    const added = seats.id.flatMap((_, seat) => (seat < people.length ? [] : [seats.costPerYear[seat]!]));
    return [
      ...added,
      ...(made.optionalSeats ?? []).flatMap(({ cost, capability }) =>
        capability === 'marketing' ? [cost] : [],
      ),
    ];
  };

  it('is the median of a larger group where a skill has fewer than five people', async () => {
    const few = await priced(1);
    expect(few.length).toBeGreaterThan(0);
    expect(few).not.toContain(83_417);
    expect(few.every((cost) => cost! > 50_000 && cost! < 53_000)).toBe(true);
    expect((await priced(6)).every((cost) => cost === 83_417)).toBe(true);
  });
});

it('work of which somebody does every step is done to the last digit', async () => {
  const steps = TRADES.map((capability, at) => ({
    phase: 'acquire',
    capability,
    hours: 0.1 * (at + 1),
    rework: 0.1,
  }));
  const view = await viewFrom({ ...company(true), journeys: [{ id: 'j', steps }] });
  expect(measureOf('silos.count').take(view, view).coverage).toBe(1);
});
