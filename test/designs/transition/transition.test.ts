import { beforeAll, describe, expect, it } from 'vitest';
import type { DesignResult } from '../../../src/designs/design.ts';
import { type Stage, type Transition, transitionOf } from '../../../src/designs/transition/transition.ts';
import type { Organisation } from '../../../src/model/organisation.ts';
import { treeOf } from '../../../src/model/tree.ts';
import { designOf, example, organisationOf } from '../../support/organisations.ts';
import { COMPANY } from './company.ts';

const seatOf = ({ people }: Organisation, id: string) => people.id.indexOf(id);
const unitOf = ({ units }: Organisation, id: string) => units.find((unit) => unit.id === id);
const departmentOf = (stage: Organisation, id: string) => stage.units[stage.unitOf[seatOf(stage, id)]!]?.id;
const bossOf = (stage: Organisation, id: string) => stage.people.id[treeOf(stage).boss[seatOf(stage, id)]!];
const membersOf = (stage: Organisation, unit: string) =>
  stage.people.id.filter((id) => departmentOf(stage, id) === unit);
const servedBy = ({ relationships, customers, people }: Organisation, id: string) => {
  const customer = customers.id.indexOf(id);
  const seats = relationships.seat.subarray(
    relationships.start[customer]!,
    relationships.start[customer + 1]!,
  );
  return [...seats].map((seat) => people.id[seat]);
};
const customersOf = (stage: Organisation, unit: string) => {
  const serves = unitOf(stage, unit)?.serves;
  return serves?.kind === 'some' ? [...serves.customers].map((at) => stage.customers.id[at]) : serves?.kind;
};

describe('the way of a functional company to customer clusters', () => {
  let before: Organisation;
  let after: DesignResult;
  let transition: Transition;
  let foundations: Stage;
  let pilot: Stage;
  let design: Organisation;
  beforeAll(async () => {
    before = await organisationOf(COMPANY);
    after = designOf('cluster').apply(before);
    design = after.organisation!;
    transition = transitionOf(before, 'cluster', after);
    [foundations, pilot] = transition.stages as [Stage, Stage];
  });

  it('has foundations, a pilot with fewest moves, and the others in waves of two', () => {
    expect(transition.candidates.map(({ id }) => id)).toEqual([
      'cluster/dairy',
      'cluster/energy',
      'cluster/water',
    ]);
    const moves = transition.candidates.map((one) => one.moves);
    expect([...moves].sort((a, b) => a - b)).toEqual(moves);
    // Nobody of today is in a cluster.
    for (const { id, moves: moved } of transition.candidates)
      expect(moved).toBe(membersOf(design, id).length);
    expect(transition.stages.map(({ id, name }) => [id, name])).toEqual([
      ['foundations', 'Foundations'],
      ['pilot-dairy', 'Pilot: dairy'],
      ['wave-1', 'Wave 1: energy and water'],
    ]);
    expect(pilot.why[0]).toBe(
      `Of all clusters dairy moves fewest people: ${moves[0]}; energy is the next with ${moves[1]}.`,
    );
  });

  it('takes waves of another size from the policy', async () => {
    const single = await organisationOf({ ...COMPANY, policy: { waveSize: 1 } });
    const { stages } = transitionOf(single, 'cluster', designOf('cluster').apply(single));
    expect(stages.map(({ id }) => id)).toEqual(['foundations', 'pilot-dairy', 'wave-1', 'wave-2']);
  });

  it('begins with heads and centres; nobody else moves, and no customer', () => {
    const { organisation: stage } = foundations;
    const heads = ['dairy', 'energy', 'water'].map(
      (name) => design.people.id[unitOf(design, `cluster/${name}`)!.head]!,
    );
    const experts = design.people.id.filter((id) => departmentOf(design, id)?.startsWith('centre/'));
    // Nobody can be spared for account management: posts of that centre stay open, and stand in no stage.
    expect(experts).toHaveLength(3);
    const moved = stage.people.id.filter((id) => departmentOf(stage, id) !== departmentOf(before, id));
    expect(moved.sort()).toEqual([...heads, ...experts].sort());
    expect(foundations.moved).toBe(3 + 3);
    // Each is a department of its head alone, who goes on serving whom the department of today serves.
    ['dairy', 'energy', 'water'].forEach((name, at) => {
      const { serves } = unitOf(before, departmentOf(before, heads[at]!)!)!;
      expect(unitOf(stage, `cluster/${name}`)).toMatchObject({
        kind: 'department',
        accountable: false,
        serves,
      });
    });
    for (const id of stage.customers.id) expect(servedBy(stage, id)).toEqual(servedBy(before, id));
    expect(new Set(customersOf(stage, 'key'))).toEqual(new Set(['dairy-0', 'energy-0']));
  });

  it('leaves people with their manager of today until they move themselves', () => {
    const { organisation: stage } = foundations;
    for (const id of before.people.id) {
      if (departmentOf(stage, id) !== departmentOf(before, id)) continue;
      expect(bossOf(stage, id), id).toBe(bossOf(before, id));
    }
    // Heads of today who have a new place lead both.
    const leading = ['marketing-0', 'sales-0', 'accounts-0', 'key-0', 'support-0'].filter(
      (id) => departmentOf(stage, id) !== departmentOf(before, id),
    );
    expect(foundations.dualWork.leading).toBe(leading.length);
  });

  it('lets the pilot take over its customers, and nothing else', () => {
    const { organisation: stage } = pilot;
    const dairy = ['dairy-0', 'dairy-1', 'dairy-2', 'dairy-3'];
    expect([...customersOf(stage, 'cluster/dairy')!].sort()).toEqual(dairy);
    expect(unitOf(stage, 'cluster/dairy')).toMatchObject({ kind: 'cluster', accountable: true });
    expect(membersOf(stage, 'cluster/dairy')).toEqual(membersOf(design, 'cluster/dairy'));
    // The key accounts that are left stay with whom they have.
    expect(customersOf(stage, 'key')).toEqual(['energy-0']);
    // Its head is the head of key accounts, who goes on serving those.
    expect(customersOf(stage, 'cluster/energy')).toEqual(['energy-0']);
    for (const id of stage.customers.id)
      expect(servedBy(stage, id), id).toEqual(servedBy(dairy.includes(id) ? design : before, id));
  });

  it('makes a department a common service once those who leave it have left', () => {
    const { organisation: stage } = pilot;
    expect(unitOf(stage, 'marketing')?.kind).toBe('department');
    expect(bossOf(stage, 'clerk')).toBe('marketing-0');
    expect(unitOf(design, 'marketing')?.kind).toBe('common-service');
    expect(bossOf(design, 'clerk')).toBe('chief');
  });

  it('ends with the organisation of the design itself', () => {
    expect(transition.stages.at(-1)!.organisation).toBe(design);
    expect(transition.stages.at(-1)!.dualWork).toEqual({ leading: 0, serving: 0 });
  });
});

describe('open seats', () => {
  it('are there from when they are needed, and named before the stage that needs them', async () => {
    const before = await organisationOf({ ...COMPANY, designs: { cluster: { clusters: 9 } } });
    const after = designOf('cluster').apply(before);
    const design = after.organisation!;
    const { stages } = transitionOf(before, 'cluster', after);
    const open = design.people.id.filter((_, seat) => design.people.vacant[seat] === 1);
    expect(open.length).toBeGreaterThan(0);
    const named = stages.flatMap(({ toFill }) => toFill.map((seat) => design.people.id[seat]));
    expect([...named].sort()).toEqual([...open].sort());
    stages.forEach(({ toFill, organisation }) => {
      for (const seat of toFill) expect(organisation.people.id).toContain(design.people.id[seat]);
    });
    // The seats of heads are open from the beginning.
    const heads = design.units
      .filter(({ kind }) => kind === 'cluster')
      .map(({ head }) => design.people.id[head]);
    for (const id of heads) expect(stages[0]!.organisation.people.id).toContain(id);
  });
});

describe('the way to a matrix', () => {
  it('takes each customer group with its people of all functions at once', async () => {
    const before = await organisationOf(COMPANY);
    const after = designOf('matrix').apply(before);
    const design = after.organisation!;
    const { candidates, stages } = transitionOf(before, 'matrix', after);
    expect(candidates.map(({ id }) => id).sort()).toEqual(['group/dairy', 'group/energy', 'group/water']);
    const [first] = candidates as [(typeof candidates)[number]];
    const stage = stages[1]!.organisation;
    const dual = stage.people.id.filter(
      (_, seat) => stage.lines.start[seat + 1]! - stage.lines.start[seat]! > 1,
    );
    const head = design.people.id[design.units[first.unit]!.head];
    for (const id of dual) {
      const at = stage.lines.start[seatOf(stage, id)]! + 1;
      expect(stage.people.id[stage.lines.boss[at]!]).toBe(head);
    }
    expect(dual.length).toBeGreaterThan(3);
  });
});

describe('without anything to change', () => {
  it('has no stages', async () => {
    const before = await organisationOf(COMPANY);
    const clusters = designOf('cluster').apply(before).organisation!;
    expect(transitionOf(clusters, 'cluster', designOf('cluster').apply(clusters))).toEqual({
      candidates: [],
      stages: [],
    });
    const exclusive = { ...COMPANY, designs: { 'account-team': { exclusive: true } } };
    const impossible = designOf('account-team').apply(await organisationOf(exclusive));
    expect(impossible.status).toBe('impossible');
    expect(transitionOf(before, 'account-team', impossible).stages).toEqual([]);
  });
});

it('a design that moves nobody is one stage, which says so', async () => {
  const before = await organisationOf({
    version: 1,
    name: 'Two trades',
    people: [
      { id: 'chief', title: 'CEO' },
      ...['a', 'b', 'c'].map((id) => ({ id, department: 'sell', capability: 'sales', manager: 'chief' })),
      ...['x', 'y', 'z'].map((id) => ({ id, department: 'help', capability: 'support', manager: 'chief' })),
    ],
  });
  const after = designOf('functional').apply(before);
  const { stages } = transitionOf(before, 'functional', after);
  expect(stages.map(({ id, moved }) => [id, moved])).toEqual([['foundations', 0]]);
  expect(stages[0]!.why[0]).toMatch(/^Nobody moves to another department/);
  expect(stages[0]!.organisation).toBe(after.organisation);
});

it('a design that only makes teams says so, with how many and of how many people', async () => {
  const before = await example('halden');
  const after = designOf('account-team').apply(before);
  const { stages } = transitionOf(before, 'account-team', after);
  const made = after.organisation!.teams.filter(({ id }) => id.startsWith('account/'));
  const people = new Set(made.flatMap(({ members }) => members.map(({ seat }) => seat))).size;
  expect(made.length).toBeGreaterThan(1);
  expect(stages.map(({ why }) => why[0])).toEqual([
    `Nobody moves to another department in this design: ${made.length} teams begin to work across the departments, with ${people} people in them, so there is one stage only.`,
  ]);
});
