import { expect, it } from 'vitest';
import { consequences } from '../../src/designs/consequences.ts';
import { displacedHeads } from '../../src/designs/displaced.ts';
import { viewOf } from '../../src/model/view.ts';
import { designOf, figureOf, organisationOf } from '../support/organisations.ts';

const SKILLS = ['marketing', 'sales', 'account-management', 'support'];
const REGIONS = ['nord', 'west'];

/** A region of each director, who leads everybody there; consumers of the region are known to nobody by name. */
const group = (directors: readonly string[], pinned: object = {}) =>
  organisationOf({
    version: 1,
    name: 'Gruppe',
    departments: ['vorstand', ...REGIONS].map((id) => ({ id, name: id })),
    people: [
      { id: 'top', title: 'Vorstandsvorsitzender', department: 'vorstand' },
      ...directors.map((id) => ({
        id: `dir-${id}`,
        title: 'Regionaldirektor',
        department: id,
        manager: 'top',
      })),
      ...REGIONS.flatMap((region) =>
        SKILLS.flatMap((skill) =>
          Array.from({ length: 5 }, (_, at) => ({
            id: `${skill}-${region}-${at}`,
            capability: skill,
            department: region,
            manager: directors.includes(region) ? `dir-${region}` : 'top',
          })),
        ),
      ),
    ],
    customers: REGIONS.flatMap((region) => [
      ...Array.from({ length: 6 }, (_, at) => ({
        id: `${region}${at}`,
        owner: `account-management-${region}-${at % 5}`,
        attributes: { region },
      })),
      { id: `consumers-${region}`, count: 3000, market: 'b2c', attributes: { region } },
    ]),
    designs: { cluster: { basis: 'region', pinned } },
  });

const headsOf = async (directors: readonly string[]) => {
  const before = await group(directors);
  const { organisation: after, hires } = designOf('matrix').apply(before);
  const heads = Object.fromEntries(
    REGIONS.map((region) => {
      const unit = after!.units.find(({ id }) => id === `group/${region}`)!;
      return [region, after!.people.id[unit.head]];
    }),
  );
  return { before, after: after!, hires, heads };
};

it('has its groups headed by those who direct their customers today, and hires nobody for these', async () => {
  const { before, after, hires, heads } = await headsOf(REGIONS);
  expect(heads).toEqual({ nord: 'dir-nord', west: 'dir-west' });
  expect(hires.get('leadership')).toBeUndefined();
  expect(displacedHeads(before, after)).toEqual([]);
  expect(consequences(before, after).join(' ')).not.toContain('lead nobody any more');
  // They lead by second lines now.
  expect(figureOf('change.leadsWithoutTeam', viewOf(after), viewOf(before))).toBe(0);
  expect(designOf('matrix').apply(after).explanation.join(' ')).toContain('already');
});

it('hires a head for a group that nobody directs, and says who of those who lead nobody comes first for it', async () => {
  const { hires, heads } = await headsOf(['nord']);
  expect(heads).toEqual({ nord: 'dir-nord', west: 'group-head/west' });
  expect(hires.get('leadership')).toBe(1);
});

it('says which pins have no effect, and what they may name', async () => {
  const { explanation } = designOf('matrix').apply(await group(REGIONS, { 'sales-nord-0': 'ost' }));
  expect(explanation).toContain(
    'Pins without effect, since they name no cluster: sales-nord-0: ost. The clusters are cluster/nord and cluster/west.',
  );
});
