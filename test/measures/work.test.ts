import { describe, expect, it } from 'vitest';
import { growthOver } from '../../src/measures/work/growth.ts';
import { leadTimeOf } from '../../src/measures/work/lead-time.ts';
import { poolingLosses } from '../../src/measures/work/pooling-loss.ts';
import { figureOf, measureOf, viewFrom } from '../support/organisations.ts';

/** Support people in two regions or in one department, for customers of both regions who need so many hours in all. */
const company = (divided: boolean, hours: number, peopleEach = 9) => {
  const person = (id: string, department: string, manager: string) => ({
    id,
    title: 'Customer Support Agent',
    department,
    manager,
  });
  const regions = ['north', 'south'];
  return {
    version: 1,
    name: 'Aller',
    departments: divided
      ? regions.map((id) => ({ id, name: id, accountable: true, serves: { where: { region: [id] } } }))
      : [{ id: 'support', name: 'Support', accountable: true, serves: 'all' }],
    people: [
      { id: 'root', title: 'Chief Executive' },
      ...regions.flatMap((region) =>
        Array.from({ length: peopleEach }, (_, at) =>
          person(
            `${region}${at}`,
            divided ? region : 'support',
            at > 0 ? `${divided ? region : 'north'}0` : divided || region === 'north' ? 'root' : 'north0',
          ),
        ),
      ),
    ],
    customers: regions.map((region) => ({
      id: region,
      attributes: { region },
      effort: { support: hours / 2 },
      revenue: 100,
    })),
    journeys: [{ id: 'help', steps: [{ id: 'answer', phase: 'retain', capability: 'support', hours: 2 }] }],
  };
};

describe('staff for the same service', () => {
  it('is 14 people for 10 erlangs in one pool and 16 in two: two are lost', async () => {
    const together = await viewFrom(company(false, 1430));
    const apart = await viewFrom(company(true, 1430));
    expect(poolingLosses(apart, apart)).toMatchObject([
      { loads: [expect.closeTo(5, 9), expect.closeTo(5, 9)], apart: 16, pooled: 14, mixedLengths: false },
    ]);
    expect(figureOf('work.poolingLoss', apart)).toBe(2);
    expect(figureOf('work.poolingLoss', together)).toBe(0);
  });

  it('is unknown without customers', async () => {
    const view = await viewFrom({ ...company(false, 1430), customers: [] });
    expect(measureOf('work.poolingLoss').take(view, view)).toMatchObject({
      value: null,
      reason: 'The file has no customers.',
    });
  });
});

describe('hours before a step starts', () => {
  it('is four times the step for one person at four fifths of their hours', async () => {
    const view = await viewFrom(company(true, 2 * 143 * 0.8, 1));
    expect(figureOf('work.waiting', view)).toBeCloseTo(8, 9);
  });

  it('is shorter in one pool than in two', async () => {
    const [together, apart] = [await viewFrom(company(false, 2200)), await viewFrom(company(true, 2200))];
    expect(figureOf('work.waiting', together)!).toBeLessThan(figureOf('work.waiting', apart)!);
  });

  it('has no mean where people cannot keep up, and names who', async () => {
    const view = await viewFrom(company(true, 2 * 143, 1));
    const { value, reason } = measureOf('work.waiting').take(view, view);
    expect(value).toBeNull();
    expect(reason).toMatch(/support in (north|south) has work for 100 % of the hours/i);
  });
});

describe('sales at risk', () => {
  const served = (owner: string) => ({
    version: 1,
    name: 'Aller',
    people: ['a', 'b', 'c'].map((id) => ({ id, title: 'Account Manager' })),
    customers: [
      { id: 'dairy', revenue: 1000, owner },
      { id: 'water', revenue: 500, owner: 'c' },
    ],
  });

  it('are 13.2 to 17.6 % of what customers buy who lose their person (Shi et al. 2017)', async () => {
    const [before, after] = [await viewFrom(served('a')), await viewFrom(served('b'))];
    const measure = measureOf('customers.revenueAtRisk');
    expect(measure.take(after, before)).toMatchObject({
      value: expect.closeTo(154, 9),
      range: { low: expect.closeTo(132, 9), high: expect.closeTo(176, 9) },
    });
    expect(measure.take(before, before).value).toBe(0);
  });
});

describe('the time of a journey', () => {
  it('is its work, the waits of its stations and what lies still between people', async () => {
    const view = await viewFrom(company(true, 2 * 143 * 0.8, 1));
    expect(leadTimeOf(view, view)).toMatchObject({ steps: 2, waiting: expect.closeTo(8, 9), handoffs: 0 });
  });

  it('is not known where people cannot keep up', async () => {
    const view = await viewFrom(company(true, 2 * 143, 1));
    expect(leadTimeOf(view, view)).toMatchObject({ steps: 2, waiting: null, hours: null });
  });
});

describe('growth of the work', () => {
  const growing = (changes: object) => {
    const base = company(false, 1430, 6);
    return viewFrom({
      ...base,
      context: { acquisitionRate: 0.3 },
      customers: base.customers.map((one) => ({ ...one, retention: 0.9 })),
      ...changes,
    });
  };

  it('follows the customers there are in retain: 1.2 and 1.38 times after one and two years', async () => {
    const view = await growing({});
    const { units, crossings } = growthOver(view, view, 2);
    const [today, next, then] = units[0]!.needed;
    expect(today).toBeCloseTo(10 / 0.8, 9);
    expect(next! / today!).toBeCloseTo(0.9 + 0.3, 9);
    expect(then! / today!).toBeCloseTo(0.9 * 1.2 + 0.3, 9);
    // Eleven with their lead, and then 13.
    expect(crossings[0]).toMatchObject({ size: 12, becomes: 14, year: 1, limit: 'maximum' });
  });

  it('does not change what identify and acquire take', async () => {
    const view = await growing({
      journeys: [{ id: 'sale', steps: [{ id: 'sell', phase: 'acquire', capability: 'support', hours: 2 }] }],
    });
    const [needed] = growthOver(view, view, 2).units.map((unit) => unit.needed);
    expect(needed![2]).toBeCloseTo(needed![0]!, 9);
  });
});
