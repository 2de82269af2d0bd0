import { describe, expect, it } from 'vitest';
import { assumptionsOf } from '../../src/documents/report/assumptions.ts';
import { mergeAssumptions } from '../../src/model/assumptions.ts';
import { effortOf } from '../../src/model/effort.ts';
import { viewOf } from '../../src/model/view.ts';
import { example, organisationOf } from '../support/organisations.ts';
import { load } from './written.ts';

const people = [
  { id: 'boss', title: 'Chief Executive Officer' },
  { id: 's', capability: 'sales', manager: 'boss' },
];

const company = (rest: object) => ({ version: 1, name: 'A', people, ...rest });

const salesHours = async (customers: readonly object[]) => {
  const organisation = await organisationOf(company({ customers }));
  const sales = organisation.capabilities.findIndex(({ id }) => id === 'sales');
  const { hours, assumed, givenShare } = effortOf(organisation);
  // In the order of ids.
  const rows = [...organisation.customers.id.keys()].sort((a, b) =>
    organisation.customers.id[a]! < organisation.customers.id[b]! ? -1 : 1,
  );
  return { hours: rows.map((row) => hours.get(sales)![row]!), assumed: assumed.has(sales), givenShare };
};

describe('what a file marks as assumed', () => {
  it('counts as hours, stays assumed, and gives way to what is known', async () => {
    const [a, b] = [
      { id: 'a', effort: { sales: 30 } },
      { id: 'b', assumedEffort: { sales: 10 } },
    ];
    expect(await salesHours([a, b])).toEqual({ hours: [30, 10], assumed: true, givenShare: 0.75 });
    const known = { id: 'b', effort: { sales: 10 }, assumedEffort: { sales: 99 } };
    expect(await salesHours([a, known])).toEqual({ hours: [30, 10], assumed: false, givenShare: 1 });
    // As much as the mean of those two.
    const { hours, assumed } = await salesHours([a, b, { id: 'c' }, { id: 'd' }]);
    expect(hours[2]).toBeCloseTo(20, 10);
    expect([hours[3], assumed]).toEqual([hours[2], true]);
  });

  it('is no need by which customers are told apart', async () => {
    const { customers } = await organisationOf(
      company({ customers: [{ id: 'b', assumedEffort: { sales: 1 } }] }),
    );
    expect([customers.effort.size, customers.assumedEffort.size]).toEqual([0, 1]);
  });

  it('is told in the report, of a journey and of steps as of those that no file gives', async () => {
    const steps = [{ phase: 'acquire', capability: 'sales', hours: 2, assumed: true }];
    const idsOf = async (rest: object) =>
      (
        await organisationOf(company({ hoursPerFtePerMonth: 143, customers: [{ id: 'a' }], ...rest }))
      ).assumptions
        .map(({ id }) => id)
        .filter((id) => id !== 'capability-from-title');
    expect(await idsOf({ journeys: [{ id: 'j', steps }] })).toEqual(['step-hours']);
    expect(await idsOf({ journeys: [{ id: 'j', assumed: true, steps }] })).toEqual(['built-in-journey']);
    expect(await idsOf({})).toEqual(['built-in-journey']);
    expect(await idsOf({ journeys: [{ id: 'j', steps: [{ ...steps[0], assumed: false }] }] })).toEqual([]);
  });

  it('is carried from file to file, once, with what is found beside it', () => {
    const carried = [{ id: 'x', text: 'One.', affects: ['a'] }];
    expect(mergeAssumptions([], carried)).toEqual(carried);
    expect(mergeAssumptions(carried, carried)).toEqual(carried);
    expect(
      mergeAssumptions(carried, [
        { id: 'x', text: 'Two.', affects: ['b'] },
        { id: 'y', text: 'Three.', affects: [] },
      ]),
    ).toEqual([
      { id: 'x', text: 'One. Two.', affects: ['a', 'b'] },
      { id: 'y', text: 'Three.', affects: [] },
    ]);
  });

  it('is in the report of the file as it stands', async () => {
    const given = { id: 'own', text: 'The sun rises.', affects: ['silos.count'] };
    const view = viewOf(await organisationOf(company({ assumptions: [given] })));
    expect(assumptionsOf(view)).toContainEqual(given);
    expect((await example('halden')).assumptions.map(({ id }) => id)).toEqual(['capability-from-title']);
  });
});

describe('what only a proposal says', () => {
  it('is nobody served, no capability, and where people were before', async () => {
    const organisation = await organisationOf({
      version: 1,
      name: 'A',
      departments: [
        { id: 'd', serves: 'all' },
        { id: 'e', parent: 'd', serves: 'none' },
      ],
      people: [
        { id: 'a', title: 'Sales Manager', department: 'd' },
        { id: 'b', title: 'Sales Manager', capability: 'none', department: 'e', manager: 'a' },
      ],
    });
    expect(organisation.units.map(({ serves }) => serves.kind)).toEqual(['all', 'none']);
    expect([...organisation.people.capability].map((index) => organisation.capabilities[index]?.id)).toEqual([
      'sales',
      undefined,
    ]);
    const csv =
      'id,previously.department,previously.manager,start,end\na,gone,nobody,2020-01-01,2030-01-01\n';
    const { people: rows, notes } = await load({
      'org.yaml': 'version: 1\nname: A\npeople: { file: people.csv }\n',
      'people.csv': csv,
    });
    expect([rows.start, rows.end, notes]).toEqual([['2020-01-01'], ['2030-01-01'], []]);
  });

  it('keeps its checks', async () => {
    const customer = { id: 'a', assumedEffort: { saels: 1 } };
    await expect(organisationOf(company({ customers: [customer] }))).rejects.toThrow(
      /assumedEffort: "saels" is not a capability/,
    );
    await expect(organisationOf(company({ people: [{ id: 'a', capability: 'nune' }] }))).rejects.toThrow(
      /"nune" is not a capability/,
    );
  });
});
