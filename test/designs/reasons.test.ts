import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designs } from '../../src/designs/index.ts';
import { transitionOf } from '../../src/designs/transition/transition.ts';
import type { Index, Organisation } from '../../src/model/organisation.ts';
import { treeOf } from '../../src/model/tree.ts';
import type { DesignId } from '../../src/schema/input/designs.ts';
import { anyOrganisation, designOf, example, organisationOf } from '../support/organisations.ts';
import { runs } from '../support/runs.ts';

const unitId = ({ units, unitOf }: Organisation, seat: Index) => units[unitOf[seat]!]?.id;

/** Seats of today that change unit, and those that change unit or manager. */
function changed(before: Organisation, after: Organisation) {
  const [then, now] = [treeOf(before).boss, treeOf(after).boss];
  const seats = Array.from({ length: before.people.count }, (_, seat) => seat);
  const moved = seats.filter((seat) => unitId(before, seat) !== unitId(after, seat));
  const all = seats.filter((seat) => moved.includes(seat) || then[seat] !== now[seat]);
  return { moved, all };
}

function expectReasons(before: Organisation, id: DesignId): number {
  const { organisation, reasons } = designOf(id).apply(before);
  if (organisation === null) {
    expect(reasons.size).toBe(0);
    return 0;
  }
  const { moved, all } = changed(before, organisation);
  for (const seat of reasons.keys()) expect(all, before.people.id[seat]).toContain(seat);
  for (const seat of all) expect(reasons.get(seat)?.text, `${id} ${before.people.id[seat]}`).toBeTruthy();
  for (const [seat, { kind }] of reasons) expect(kind === 'manager').toBe(!moved.includes(seat));
  for (const { organisation: stage, reasons: some } of transitionOf(before, id, designOf(id).apply(before))
    .stages)
    for (const seat of some.keys()) expect(changed(before, stage).all).toContain(seat);
  return moved.length;
}

const ids = designs.map(({ id }) => id);

describe('everyone who moves has a reason, and nobody else', () => {
  it('in generated organisations', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(anyOrganisation, async (content) => {
        const before = await organisationOf(content);
        for (const id of ids) moved += expectReasons(before, id);
      }),
      { numRuns: runs(40) },
    );
    expect(moved).toBeGreaterThan(2 * runs(40));
  }, 60_000);

  it.each(['halden', 'tindle-and-moss', 'marrowgate'])('in %s', async (name) => {
    const before = await example(name);
    for (const id of ids) expectReasons(before, id);
  });
});

const COMPANY = {
  version: 1,
  name: 'Kiln',
  departments: [{ id: 'sell' }, { id: 'help' }],
  people: [
    { id: 'chief', title: 'CEO' },
    { id: 's0', level: 5, department: 'sell', capability: 'sales', manager: 'chief' },
    ...['s1', 's2', 's3', 's4', 's5'].map((id) => ({
      id,
      level: 2,
      department: 'sell',
      capability: 'sales',
      manager: 's0',
    })),
    { id: 'h0', level: 4, department: 'help', capability: 'support', manager: 'chief' },
    ...['h1', 'h2', 'h3', 'h4', 'h5'].map((id) => ({
      id,
      level: 2,
      department: 'help',
      capability: 'support',
      manager: 'h0',
    })),
  ],
  customers: [
    { id: 'a', owner: ['s1', 's3'], effort: { sales: 10, support: 10 }, attributes: { trade: 'glass' } },
    { id: 'b', owner: 's2', effort: { sales: 10, support: 10 }, attributes: { trade: 'brick' } },
    { id: 'c', owner: 's3', effort: { sales: 45, support: 45 }, attributes: { trade: 'brick' } },
  ],
  policy: { centreSize: 0 },
};

/** The reasons of a design by the id of the person. */
async function reasonsIn(content: object, id: DesignId) {
  const before = await organisationOf(content);
  const { reasons, organisation } = designOf(id).apply(before);
  const all = new Map(
    [...reasons].map(([seat, { kind, text }]) => [before.people.id[seat]!, { kind, text }]),
  );
  return { of: (person: string) => all.get(person), organisation, before };
}

describe('the reason is', () => {
  const cluster = { basis: 'trade', clusters: 2, minimum: 3 };
  const company = (options: object) => ({ ...COMPANY, designs: { cluster: { ...cluster, ...options } } });

  it('a pin, the share of customer hours, an open post, being senior', async () => {
    const { of, organisation } = await reasonsIn(company({ pinned: { h5: 'glass' } }), 'cluster');
    expect(organisation).not.toBeNull();
    expect(of('h5')).toEqual({ kind: 'pinned', text: 'pinned' });
    expect(of('s1')).toEqual({ kind: 'customers', text: 'all their customers’ hours are here' });
    expect(of('s2')).toEqual({ kind: 'customers', text: 'all their customers’ hours are here' });
    // Half of the 20 hours of a, and all 90 of c: 90 of 100 hours.
    expect(of('s3')).toEqual({ kind: 'customers', text: '90 % of their customers’ hours are here' });
    expect(of('s0')).toMatchObject({ kind: 'head' });
    expect(of('h4')).toMatchObject({ kind: 'post' });
    expect(of('chief')).toBeUndefined();
  });

  it('the capability in functions, and a pin', async () => {
    const mixed = {
      ...COMPANY,
      people: COMPANY.people.map((one) =>
        one.id === 's5'
          ? { ...one, capability: 'support' }
          : one.id === 'h5'
            ? { ...one, capability: 'sales' }
            : one,
      ),
      designs: { functional: { pinned: { h5: 'support', h4: 'sales' } } },
    };
    const { of } = await reasonsIn(mixed, 'functional');
    expect(of('s5')).toEqual({
      kind: 'capability',
      text: 'has the skill support, which is at home here',
    });
    expect(of('h4')).toEqual({ kind: 'pinned', text: 'pinned' });
    expect(of('h5')).toBeUndefined();
  });

  it('the title or the share of a phase', async () => {
    const titled = {
      ...COMPANY,
      people: COMPANY.people.map((one) => (one.id === 's5' ? { ...one, title: 'Renewals' } : one)),
      designs: { lifecycle: { shares: { sales: { identify: 0.5, acquire: 0, retain: 0.5 } } } },
    };
    const { of, organisation } = await reasonsIn(titled, 'lifecycle');
    const { people } = organisation!;
    expect(unitId(organisation!, people.id.indexOf('s5'))).toBe('phase/retain');
    expect(of('s5')).toEqual({ kind: 'title', text: 'the title names this phase' });
    expect(of('s1')).toEqual({ kind: 'share', text: 'fills the share that sales has in this phase' });
  });

  it('where the manager went, for whoever stays', async () => {
    const content = {
      ...COMPANY,
      // With four of five of a department its head would stay.
      people: COMPANY.people
        .filter(({ id }) => id !== 'h4' && id !== 'h5')
        .map((one) => (one.id === 'h0' ? { ...one, capability: 'sales' } : one)),
      designs: { functional: {} },
    };
    const { of } = await reasonsIn(content, 'functional');
    expect(of('h0')).toMatchObject({ kind: 'capability' });
    expect(of('h2')).toEqual({ kind: 'manager', text: 'the old manager moved to sell' });
  });
});
