import { expect, test } from 'vitest';
import { designOf, organisationOf } from '../../support/organisations.ts';

const INDUSTRIES = ['dairy', 'energy'];
const TRADES = ['marketing', 'sales', 'account-management', 'support'];

/** Two industries with their sellers below each other’s heads of trade, and a business unit whose head’s skill is not known. */
const company = (staff: object[]) =>
  organisationOf({
    version: 1,
    name: 'Company',
    departments: ['board', ...TRADES, 'unit'].map((id) => ({ id })),
    people: [
      { id: 'top', title: 'Chief Executive Officer', department: 'board', level: 9 },
      ...TRADES.flatMap((capability) => [
        { id: `head-${capability}`, department: capability, manager: 'top', capability, level: 7 },
        ...INDUSTRIES.flatMap((industry) =>
          [0, 1, 2].map((at) => ({
            id: `${industry}-${capability}${at}`,
            department: capability,
            manager: `head-${capability}`,
            capability,
            level: 3,
          })),
        ),
      ]),
      { id: 'bu', title: 'Business Unit Head', department: 'unit', manager: 'top', level: 5 },
      ...['marketing', 'sales', 'support'].map((capability) => ({
        id: `bu-${capability}`,
        department: 'unit',
        manager: 'bu',
        capability,
        level: 3,
      })),
      ...staff,
    ],
    customers: INDUSTRIES.flatMap((industry) =>
      [0, 1, 2].map((at) => ({
        id: `${industry}${at}`,
        owner: `${industry}-account-management${at}`,
        attributes: { industry },
      })),
    ),
    designs: { cluster: { pinned: { 'bu-marketing': 'dairy', 'bu-sales': 'energy' } } },
  });

test('a head whose people have all gone to clusters is no service, and is to be placed', async () => {
  const { organisation, explanation } = designOf('cluster').apply(await company([]));
  const unit = organisation!.units.find(({ id }) => id === 'unit');
  expect(unit).toMatchObject({ kind: 'department', accountable: false });
  expect(unit?.charter).toBeUndefined();
  expect(explanation.join(' ')).toContain(
    '1 head is left alone, and the post is gone: bu (Business Unit Head, unit) is to be placed.',
  );
});

test('a head with somebody who stays goes on with a service', async () => {
  const clerk = { id: 'clerk', department: 'unit', manager: 'bu', capability: 'finance', level: 2 };
  const { organisation, explanation } = designOf('cluster').apply(await company([clerk]));
  expect(organisation!.units.find(({ id }) => id === 'unit')).toMatchObject({
    kind: 'common-service',
    accountable: true,
  });
  expect(explanation.join(' ')).not.toContain('left alone');
});
