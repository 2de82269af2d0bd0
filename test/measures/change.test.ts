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
