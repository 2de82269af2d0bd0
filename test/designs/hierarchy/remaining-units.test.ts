import { describe, expect, test } from 'vitest';
import { measures } from '../../../src/measures/index.ts';
import type { Organisation } from '../../../src/model/organisation.ts';
import { viewOf } from '../../../src/model/view.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';

/** Stores below one department of sales, led and helped by people whose skill no title tells. */
const retail = (inStore: object = {}) =>
  organisationOf({
    version: 1,
    name: 'Retail',
    departments: [
      { id: 'office' },
      { id: 'net' },
      ...[0, 1, 2].map((at) => ({ id: `store${at}`, parent: 'net', ...inStore })),
      { id: 'marketing' },
    ],
    people: [
      { id: 'top', title: 'Geschäftsführer', department: 'office', level: 9 },
      { id: 'net', department: 'net', manager: 'top', level: 8 },
      ...[0, 1, 2].flatMap((at) => [
        { id: `lead${at}`, department: `store${at}`, manager: 'net', level: 5 },
        { id: `help${at}`, department: `store${at}`, manager: `lead${at}`, level: 4 },
        ...[0, 1, 2, 3].map((n) => ({
          id: `s${at}${n}`,
          capability: 'sales',
          department: `store${at}`,
          manager: `lead${at}`,
          level: 2,
        })),
      ]),
      { id: 'm', capability: 'marketing', department: 'marketing', manager: 'top', level: 7 },
      ...[0, 1, 2].map((n) => ({
        id: `m${n}`,
        capability: 'marketing',
        department: 'marketing',
        manager: 'm',
        level: 2,
      })),
    ],
    customers: [{ id: 'all', count: 4000, market: 'b2c' }],
  });

const functional = (organisation: Organisation) => designOf('functional').apply(organisation).organisation!;
const figuresOf = (organisation: Organisation, baseline: Organisation) =>
  measures.map(({ id, take }) => [id, take(viewOf(organisation), viewOf(baseline)).value]);

describe('departments below a function', () => {
  test('are parts of it as they are today, also where people stay there whose skill is not known', async () => {
    const before = await retail();
    const after = functional(before);
    expect([...after.unitOf]).toEqual([...before.unitOf]);
    expect(after.units.filter(({ accountable }) => accountable).map(({ id }) => id)).toEqual([
      'net',
      'marketing',
    ]);
    expect(figuresOf(after, before)).toEqual(figuresOf(before, before));
    expect(figuresOf(functional(after), after)).toEqual(figuresOf(after, after));
  });

  test('go on answering for their work where the file says that they do', async () => {
    const after = functional(await retail({ accountable: true }));
    expect(after.units.filter(({ accountable }) => accountable).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['store0', 'store1', 'store2']),
    );
  });
});
