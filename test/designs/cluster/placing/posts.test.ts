import { describe, expect, it } from 'vitest';
import { organisationOf } from '../../../support/organisations.ts';
import { placed } from './placed.ts';

const AM = 'account-management';
const customer = (id: string, kind: string, hours = 100) => ({
  id,
  attributes: { kind },
  effort: { [AM]: hours },
});
const build = (ids: readonly string[], extra: readonly object[] = [], retail = 100) =>
  organisationOf({
    version: 1,
    name: 'Test',
    policy: { centreSize: 0 },
    people: [
      { id: 'boss' },
      ...ids.map((id) => ({ id, capability: AM, manager: 'boss', serves: ['r'] })),
      ...extra,
    ],
    customers: [customer('r', 'retail', retail), customer('d', 'dairy')],
  });

describe('a pin', () => {
  it('goes before every goal, by the name of the group, its id, or a value in it', async () => {
    const organisation = await build(['a', 'b']);
    for (const name of ['dairy', 'cluster/dairy'])
      expect(placed(organisation, [AM], { pinned: { a: name } }).where).toMatchObject({
        a: 'dairy',
        b: 'retail',
      });
  });

  it('counts in what the placing reaches, so that what it costs can be seen', async () => {
    const organisation = await build(['a', 'b', 'c'], [], 200);
    // Three people whose customers are all in retail, where two of their posts are. With two in dairy one is left.
    const free = placed(organisation, [AM]).assignment;
    const pinned = placed(organisation, [AM], { pinned: { a: 'dairy', b: 'dairy' } }).assignment;
    expect([free.objective, pinned.objective]).toEqual([3, 1.5]);
    expect(pinned).toMatchObject({ gap: 0, seats: 3 });
  });

  it('to more than the posts of a group takes posts from where they can be spared', async () => {
    const organisation = await build(['a', 'b', 'c', 'd']);
    const { where, open, posts } = placed(organisation, [AM], {
      pinned: { a: 'dairy', b: 'dairy', c: 'dairy' },
    });
    expect(where).toMatchObject({ a: 'dairy', b: 'dairy', c: 'dairy', d: 'retail' });
    expect([...posts.posts.values()]).toEqual([[3, 1]]);
    expect(open).toEqual({ dairy: 0, retail: 0 });
  });

  it('that leaves a group without what it needs opens a post there', async () => {
    const organisation = await build(['a', 'b']);
    const { where, open, posts } = placed(organisation, [AM], { pinned: { a: 'dairy', b: 'dairy' } });
    expect(where).toMatchObject({ a: 'dairy', b: 'dairy' });
    expect([...posts.posts.values()]).toEqual([[2, 1]]);
    expect(open).toEqual({ dairy: 0, retail: 1 });
  });

  it('does not bring a group below the minimum', async () => {
    const organisation = await build(['a', 'b', 'c', 'd']);
    const { open, posts } = placed(organisation, [AM], {
      minimum: 2,
      pinned: { a: 'dairy', b: 'dairy', c: 'dairy' },
    });
    expect([...posts.posts.values()]).toEqual([[3, 2]]);
    expect(open).toEqual({ dairy: 0, retail: 1 });
  });

  it('fills a post that would have been hired', async () => {
    const organisation = await build(['a']);
    const hired = (pinned: Record<string, string>) => placed(organisation, [AM], { pinned }).open;
    const [free, retail, dairy] = [hired({}), hired({ a: 'retail' }), hired({ a: 'dairy' })];
    expect(free!.retail! + free!.dairy!).toBe(1);
    expect(retail).toEqual({ dairy: 1, retail: 0 });
    expect(dairy).toEqual({ dairy: 0, retail: 1 });
  });

  it('holds for people without a post too; one that names nobody, or nothing, is told', async () => {
    const organisation = await build(['a', 'b'], [{ id: 'x', manager: 'boss', capability: 'finance' }]);
    const { where, idlePins, assignment } = placed(organisation, [AM], {
      pinned: { x: 'dairy', y: 'dairy', b: 'nowhere', boss: 'dairy' },
    });
    expect(where).toMatchObject({ x: 'dairy', boss: null });
    expect(idlePins).toEqual([
      { id: 'y', target: 'dairy', because: 'nobody' },
      { id: 'b', target: 'nowhere', because: 'nowhere' },
      { id: 'boss', target: 'dairy', because: 'top' },
    ]);
    expect(assignment.seats).toBe(2);
  });
});
