import { describe, expect, it } from 'vitest';
import { designOf, organisationOf } from '../../support/organisations.ts';

const staff = (capability: string, count: number) => [
  { id: `head-${capability}`, capability, manager: 'top', department: capability, level: 5 },
  ...Array.from({ length: count }, (_, at) => ({
    id: `${capability}${at}`,
    capability,
    manager: `head-${capability}`,
    department: capability,
    level: 2,
  })),
];

/** A utility with a trade of its own, the largest it has. */
const utility = (capabilities: object, more: object = {}) =>
  organisationOf({
    version: 1,
    name: 'Utility',
    capabilities,
    people: [
      { id: 'top', title: 'Managing Director', level: 9 },
      ...staff('marketing', 5),
      ...staff('sales', 5),
      ...staff('support', 5),
      ...staff('grid', 12),
    ],
    ...more,
  });

const phasesOf = async (capabilities: object, more: object = {}) => {
  const before = await utility(capabilities, more);
  const { organisation, explanation, status } = designOf('lifecycle').apply(before);
  const phases = before.people.id.flatMap((id, seat) =>
    before.people.capability[seat] === before.capabilities.findIndex((one) => one.id === 'grid')
      ? [[id, organisation?.units[organisation.unitOf[seat]!]?.phase ?? null] as const]
      : [],
  );
  return { before, organisation, status, explanation: explanation.join(' '), phases };
};

describe('a skill of a company’s own', () => {
  it('stays out of the phases where nobody says in which it works, and what to say is said', async () => {
    const { before, organisation, phases, explanation } = await phasesOf({
      grid: { name: 'Grid operation' },
    });
    expect(phases.every(([, phase]) => phase === null)).toBe(true);
    expect(phases).toHaveLength(13);
    for (const [id] of phases) {
      const seat = before.people.id.indexOf(id);
      expect(organisation!.units[organisation!.unitOf[seat]!]!.id).toBe('grid');
    }
    expect(explanation).toContain('In which phases Grid operation (13 seats) works is not known');
    expect(explanation).toContain('capabilities.grid.phases');
    // What it makes is in its form.
    expect(designOf('lifecycle').apply(organisation!).organisation).toBe(organisation);
  });

  it.each([
    ['its shares', { grid: { phases: { acquire: 1 } } }, {}],
    ['what it is a specialism of', { grid: { of: 'operations', phases: undefined } }, {}],
    [
      'a step of a journey',
      { grid: {} },
      {
        journeys: [{ id: 'j', steps: [{ name: 'Connect', phase: 'acquire', capability: 'grid', hours: 4 }] }],
      },
    ],
  ])('works where %s says', async (_, capabilities, more) => {
    const { phases, explanation } = await phasesOf(capabilities, more);
    const there = phases.filter(([, phase]) => phase === 'acquire').length;
    expect(there).toBeGreaterThan(9);
    expect(explanation).not.toContain('is not known: these people');
  });

  it('that is all there is makes phases impossible, and that says why', async () => {
    const people = [{ id: 'top', title: 'Managing Director' }, ...staff('grid', 8)];
    const { status, explanation } = await phasesOf({ grid: {} }, { people });
    expect(status).toBe('impossible');
    expect(explanation).toContain('capabilities.grid.phases');
  });

  it('may be pinned to a phase all the same', async () => {
    const designs = { lifecycle: { pinned: { grid0: 'retain' } } };
    const { phases, explanation } = await phasesOf({ grid: {} }, { designs });
    expect(Object.fromEntries(phases).grid0).toBe('retain');
    expect(explanation).toContain('grid (12 seats)');
  });
});
