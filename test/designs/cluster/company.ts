const TRADES = ['marketing', 'sales', 'account-management', 'support'] as const;

/** A company with so many people of each trade that a cluster needs, all below one chief, and nothing else. */
export const company = (each = 4) => ({
  version: 1,
  name: 'Test',
  people: [
    { id: 'chief', title: 'Chief Executive Officer' },
    ...TRADES.flatMap((capability) =>
      Array.from({ length: each }, (_, at) => ({
        id: `${capability}-${at}`,
        capability,
        department: capability,
        manager: 'chief',
      })),
    ),
  ],
});

/** So many customers of each kind. */
export const customersOfKinds = (kinds: Readonly<Record<string, number>>, more: object = {}) =>
  Object.entries(kinds).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, at) => ({ id: `${kind}-${at}`, attributes: { kind }, ...more })),
  );
