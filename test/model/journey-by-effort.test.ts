import { describe, expect, it } from 'vitest';
import { effortOf } from '../../src/model/effort.ts';
import { viewOf } from '../../src/model/view.ts';
import { figureOf, measureOf, organisationOf } from '../support/organisations.ts';

const people = ['marketing', 'sales', 'account-management', 'support', 'operations'].map(
  (capability, at) => ({
    id: `p${at}`,
    capability,
  }),
);
const journeyOf = async (customers: readonly object[], staff: readonly object[] = people) => {
  const organisation = await organisationOf({ version: 1, name: 'Effort', people: staff, customers });
  return {
    view: viewOf(organisation),
    steps: organisation.journeys[0]!.steps.map(({ phase, capability, hours, assumed }) => ({
      phase,
      capability: organisation.capabilities[capability]!.id,
      hours,
      assumed,
    })),
    assumptions: organisation.assumptions.map(({ text }) => text),
  };
};
const ALL = { marketing: 4, sales: 32, 'account-management': 12, support: 5 };

describe('the built-in journey where effort is given and no journey', () => {
  it('takes its hours from the effort, divided as its own hours are, and calls nothing about them assumed', async () => {
    const { steps, view, assumptions } = await journeyOf([{ id: 'c', effort: ALL }]);
    expect(steps.map(({ capability, hours }) => [capability, hours])).toEqual([
      ['marketing', 4],
      ['sales', 20],
      ['sales', 12],
      ['account-management', 4],
      ['support', 5],
      ['account-management', 8],
    ]);
    expect(steps.some(({ assumed }) => assumed)).toBe(false);
    expect(measureOf('silos.count').take(view, view).assumedShare).toBe(0);
    expect(assumptions).toContain(
      'No journey is given: the built-in one of 6 steps is assumed for every customer, with the hours of the effort that is given.',
    );
  });

  it('calls nothing assumed for people of a skill that nobody needs and no step has', async () => {
    const staff = [...people, { id: 'd', capability: 'product-development' }];
    const { view } = await journeyOf([{ id: 'c', effort: { ...ALL, operations: 30 } }], staff);
    expect(effortOf(view.organisation).givenShare).toBe(1);
    expect(measureOf('work.poolingLoss').take(view, view).assumedShare).toBe(0);
  });

  it('has a step for a capability with effort and none, in the phase of its greatest share', async () => {
    const { steps, view } = await journeyOf([
      { id: 'c', effort: { ...ALL, operations: 30 } },
      { id: 'd', count: 3, effort: { ...ALL, operations: 30 } },
    ]);
    const operations = steps.filter(({ capability }) => capability === 'operations');
    expect(operations).toEqual([{ phase: 'acquire', capability: 'operations', hours: 15, assumed: false }]);
    expect(figureOf('work.units', view)).toBe(1);
  });

  it('says of what is spread that it is assumed, and leaves out what nobody does and nobody needs', async () => {
    const staff = people.filter(({ capability }) => capability !== 'support');
    const { steps } = await journeyOf([{ id: 'c', effort: { sales: 32 } }], staff);
    expect([...new Set(steps.map(({ capability }) => capability))]).toEqual([
      'marketing',
      'sales',
      'account-management',
    ]);
    expect(steps.filter(({ assumed }) => assumed).map(({ capability }) => capability)).toEqual([
      'marketing',
      'account-management',
      'account-management',
    ]);
  });

  describe('where customers need different things', () => {
    const staff = ['sales', 'support'].map((capability) => ({
      id: capability,
      capability,
      department: capability,
    }));
    const figures = async (customers: readonly object[]) => {
      const { view } = await journeyOf(customers, staff);
      return {
        kinds: view.organisation.journeys.length,
        count: figureOf('silos.count', view),
        effective: figureOf('silos.effective', view),
        handoffs: figureOf('handoffs.perJourney', view),
      };
    };

    it('measures what each of them deals with, and not what all need on average', async () => {
      const many = { count: 99, effort: { sales: 0.99, support: 98.01 } };
      const { effective } = await figures([
        { id: 'c', ...many },
        { id: 'd', count: 1, effort: { sales: 99, support: 0.99 } },
      ]);
      const spread = (share: number) => 1 / (share ** 2 + (1 - share) ** 2);
      expect(effective).toBeCloseTo((99 * spread(0.01) + spread(0.99 / 99.99)) / 100, 9);
    });

    it('lets nobody deal with a department that they need nothing of', async () => {
      const { count, handoffs } = await figures([
        { id: 'c', effort: { sales: 8, support: 2 } },
        { id: 'd', effort: { sales: 0, support: 5 } },
      ]);
      expect([count, handoffs]).toEqual([1.5, 0.5]);
    });

    it('tells large from small by no more than their numbers', async () => {
      const { kinds } = await figures([
        { id: 'c', effort: { sales: 8, support: 2 } },
        { id: 'd', effort: { sales: 80, support: 20 } },
      ]);
      expect(kinds).toBe(1);
    });

    it('takes those together whose needs are nearly alike where thousands differ', async () => {
      const share = (at: number) => 0.2 + 0.0001 * at;
      const { kinds, effective } = await figures(
        Array.from({ length: 2000 }, (_, at) => ({
          id: `c${at}`,
          effort: { sales: share(at), support: 1 - share(at) },
        })),
      );
      expect(kinds).toBeLessThan(500);
      const exact = Array.from({ length: 2000 }, (_, at) => 1 / (share(at) ** 2 + (1 - share(at)) ** 2));
      expect(effective).toBeCloseTo(exact.reduce((a, b) => a + b, 0) / 2000, 3);
    });
  });

  it('is the built-in one as it is without effort', async () => {
    const { steps } = await journeyOf([{ id: 'c' }]);
    expect(steps.map(({ hours }) => hours)).toEqual([8, 10, 6, 4, 10, 8]);
    expect(steps.every(({ assumed }) => assumed)).toBe(true);
  });
});
