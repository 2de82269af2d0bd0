import { describe, expect, it } from 'vitest';
import { returnOf } from '../../src/model/initiatives.ts';
import { lifetimeValue } from '../../src/model/lifetime-value.ts';
import type { InitiativeInput } from '../../src/schema/input/decision.ts';
import { organisationOf } from '../support/organisations.ts';

const company = (
  customers: readonly object[] = [{ id: 'c', margin: 1000, retention: 0.8, effort: { support: 10 } }],
) =>
  organisationOf({
    version: 1,
    name: 'Aller',
    people: [{ id: 'a', title: 'Customer Support Agent' }],
    customers,
  });

const initiative = (changes: Partial<InitiativeInput>): InitiativeInput => ({
  id: 'one',
  kind: 'operational',
  effect: {},
  ...changes,
});

describe('what an initiative returns', () => {
  it('pays for itself after its cost over what it saves a year', async () => {
    const found = returnOf(await company(), initiative({ cost: 150, effect: { costPerYear: -100 } }));
    expect(found).toMatchObject({ savedPerYear: 100, paybackYears: 1.5, equityGained: 0, asks: [] });
    expect(
      returnOf(await company(), initiative({ cost: 150, effect: { costPerYear: 10 } })).paybackYears,
    ).toBeNull();
  });

  it('gains the lifetime value with the new retention less that with today’s', async () => {
    const { equityGained, equityPerCost } = returnOf(
      await company(),
      initiative({ cost: 100, effect: { retention: 0.1 } }),
    );
    const gained = lifetimeValue(1000, 0.9, 0.1) - lifetimeValue(1000, 0.8, 0.1);
    expect(equityGained).toBeCloseTo(gained, 9);
    expect(equityPerCost).toBeCloseTo(gained / 100, 9);
  });

  it('counts the margin of customers who stay on, year by year', async () => {
    // 1000 · (.9 − .8) in the first year, 1000 · (.81 − .64) in the second.
    const payback = (cost: number) => async () =>
      returnOf(await company(), initiative({ cost, effect: { retention: 0.1 } })).paybackYears;
    expect(await payback(100)()).toBeCloseTo(1, 9);
    expect(await payback(270)()).toBeCloseTo(2, 9);
  });

  it('is of the customers that it serves, and never keeps more than all of them', async () => {
    const two = await company([
      { id: 'c', margin: 1000, retention: 0.95 },
      { id: 'd', margin: 500, retention: 0.5 },
    ]);
    const found = returnOf(two, initiative({ serves: ['c'], effect: { retention: 0.2 } }));
    expect(found.customers).toBe(1);
    expect(found.equityGained).toBeCloseTo(lifetimeValue(1000, 1, 0.1) - lifetimeValue(1000, 0.95, 0.1), 9);
  });

  it('asks for what nobody gave, and invents nothing', async () => {
    expect(returnOf(await company(), initiative({}))).toMatchObject({
      equityGained: null,
      paybackYears: null,
      asks: ['initiatives.one.cost', 'initiatives.one.effect'],
    });
    const found = returnOf(await company([{ id: 'c' }]), initiative({ cost: 1, effect: { retention: 0.1 } }));
    expect(found).toMatchObject({ equityGained: null, asks: ['customers.margin', 'customers.retention'] });
  });

  it('tells the hours that customers need less, of the effort that is given', async () => {
    expect(returnOf(await company(), initiative({ effect: { effort: -0.1 } })).hoursSaved).toBeCloseTo(12, 9);
  });
});
