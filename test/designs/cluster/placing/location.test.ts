import { describe, expect, it } from 'vitest';
import { organisationOf } from '../../../support/organisations.ts';
import { placed } from './placed.ts';

const AM = 'account-management';
const customer = (id: string, kind: string, hours = 100) => ({
  id,
  attributes: { kind },
  effort: { [AM]: hours },
});
const person = (id: string, location: string | undefined, serves: readonly string[] = []) => ({
  id,
  capability: AM,
  manager: 'boss',
  ...(location === undefined ? {} : { location }),
  serves,
});
const file = (people: readonly object[], customers: readonly object[]) =>
  organisationOf({ version: 1, name: 'Test', people: [{ id: 'boss' }, ...people], customers });
const two = [customer('r', 'retail'), customer('d', 'dairy')];

describe('whoever crosses to another location', () => {
  it('costs, is kept to a minimum, and is named', async () => {
    // Retail is served from Leeds, dairy from Ulm; two posts in each. Three people are in Ulm: one has to cross.
    const organisation = await file(
      [person('a', 'Leeds', ['r']), person('b', 'Ulm', ['d']), person('c', 'Ulm'), person('e', 'Ulm')],
      two,
    );
    const { where, crossing, assignment, explanation } = placed(organisation, [AM], {
      goals: { customers: 1, team: 0, location: 0.25 },
    });
    expect(where).toEqual({ boss: null, a: 'retail', b: 'dairy', c: 'dairy', e: 'retail' });
    expect(crossing.map((seat) => organisation.people.id[seat])).toEqual(['e']);
    expect(assignment).toMatchObject({ objective: 1.75, bound: 1.75, crossing: 1, left: 0 });
    expect(explanation[1]).toBe(
      '1 person would work for customers who are served from other locations than theirs: e.',
    );
  });

  it('is nobody whose location is not known, or serves no group, or every group', async () => {
    const organisation = await file(
      [
        person('a', 'Leeds', ['r']),
        person('b', 'Ulm', ['d', 'r']),
        person('c', undefined),
        person('e', 'Oslo'),
        person('f', 'Ulm'),
        person('g', undefined),
      ],
      two,
    );
    expect(placed(organisation, [AM]).crossing).toEqual([]);
  });

  it('is nobody in a group that is served from no known location', async () => {
    // Water has customers, and nobody who knows them.
    const organisation = await file(
      [person('a', 'Leeds', ['r']), person('b', 'Ulm', ['d']), person('c', 'Ulm')],
      [...two, customer('w', 'water')],
    );
    const { where, assignment } = placed(organisation, [AM], { mustStay: ['location'] });
    expect(where).toEqual({ boss: null, a: 'retail', b: 'dairy', c: 'water' });
    expect(assignment).toMatchObject({ crossing: 0, left: 0 });
  });
});

describe('where nobody must change location', () => {
  const build = () =>
    file(
      [person('a', 'Leeds', ['r']), person('b', 'Ulm', ['d']), person('c', 'Ulm'), person('e', 'Ulm')],
      two,
    );

  it('whoever has no place stays, and the post is hired', async () => {
    const organisation = await build();
    const { where, open, assignment, explanation, postOf } = placed(organisation, [AM], {
      mustStay: ['location'],
    });
    expect(where).toEqual({ boss: null, a: 'retail', b: 'dairy', c: 'dairy', e: null });
    expect(open).toEqual({ dairy: 0, retail: 1 });
    expect(assignment).toMatchObject({ crossing: 0, left: 1, seats: 3 });
    expect(explanation[1]).toBe(
      '1 seat must not change location and would have to: e. It keeps its department, and as many posts are to be hired.',
    );
    expect(postOf[organisation.people.id.indexOf('e')]).toBe(-1);
  });

  it('as few as possible stay out, whatever that costs', async () => {
    // Cas would be best in dairy, where all her customers are. Ben, in Ulm, can be nowhere else.
    const organisation = await organisationOf({
      version: 1,
      name: 'Test',
      people: [
        { id: 'boss', location: 'Leeds', serves: ['r'] },
        { id: 'exec', manager: 'boss', location: 'Ulm', serves: ['d'], capability: 'leadership' },
        person('cas', 'Leeds', ['d2']),
        person('ben', 'Ulm'),
      ],
      customers: [customer('r', 'retail'), customer('d', 'dairy', 50), customer('d2', 'dairy', 50)],
    });
    const goals = { customers: 1, team: 0, location: 0.25 };
    const free = placed(organisation, [AM], { goals });
    expect(free.where).toMatchObject({ cas: 'dairy', ben: 'retail' });
    expect(free.assignment).toMatchObject({ objective: 0.75, crossing: 1 });
    const staying = placed(organisation, [AM], { goals, mustStay: ['location'] });
    expect(staying.where).toMatchObject({ cas: 'retail', ben: 'dairy' });
    expect(staying.assignment).toMatchObject({ objective: 0, bound: 0, crossing: 0, left: 0 });
  });

  it('a pin goes first, and the person is named', async () => {
    const organisation = await build();
    const { where, assignment, crossing } = placed(organisation, [AM], {
      mustStay: ['location'],
      pinned: { b: 'retail' },
    });
    expect(where).toEqual({ boss: null, a: 'retail', b: 'retail', c: 'dairy', e: 'dairy' });
    expect(assignment).toMatchObject({ crossing: 1, left: 0 });
    expect(crossing.map((seat) => organisation.people.id[seat])).toEqual(['b']);
  });
});
