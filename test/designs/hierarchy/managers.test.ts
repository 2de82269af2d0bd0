import { describe, expect, it } from 'vitest';
import { treeOf } from '../../../src/model/tree.ts';
import { designOf, organisationOf } from '../../support/organisations.ts';

const towns = ['lille', 'genoa', 'ulm', 'leeds'];
const team = (lead: string, department: string, capability: string, count: number) => [
  { id: lead, title: 'Shift Leader', capability, department, manager: `${department}-hub`, level: 3 },
  ...Array.from({ length: count }, (_, at) => ({
    id: `${lead}${at}`,
    capability,
    department,
    manager: lead,
    level: 1,
  })),
];

/** Who leads whom of the shift leaders of hubs whose managers are of another trade, and the reports of each. */
async function shifts(people: number, grades: boolean) {
  const rows = towns.flatMap((town) => [
    {
      id: `${town}-hub`,
      title: 'Hub Manager',
      capability: 'operations',
      department: town,
      manager: 'top',
      level: 6,
    },
    ...team(`${town}-a`, town, 'production', people),
    ...team(`${town}-b`, town, 'production', people),
    ...team(`${town}-o`, town, 'operations', 8),
  ]);
  const organisation = await organisationOf({
    version: 1,
    name: 'Hubs',
    people: [
      { id: 'top', title: 'Chief Executive Officer', department: 'office', level: 9 },
      ...(grades ? rows : rows.map(({ level: _, ...row }) => row)),
    ],
  });
  const divided = designOf('functional').apply(organisation).organisation!;
  const { boss } = treeOf(divided);
  const leaders = [...divided.people.id.keys()].filter((seat) => /-[ab]$/.test(divided.people.id[seat]!));
  const above = new Set(leaders.map((seat) => boss[seat]!));
  return {
    heads: leaders.filter((seat) => above.has(seat)),
    stacked: leaders.filter((seat) => above.has(seat) && leaders.includes(boss[seat]!)),
    spans: leaders.map((seat) => boss.filter((one) => one === seat).length),
  };
}

describe('leads of equal rank who lost their managers', () => {
  it.each([5, 7, 10])(
    'stand side by side under the one who heads them, whose span stays within the policy: teams of %i',
    async (people) => {
      for (const grades of [true, false]) {
        const { heads, stacked, spans } = await shifts(people, grades);
        expect(heads).toHaveLength(1);
        expect(stacked).toEqual([]);
        expect(Math.max(...spans)).toBeLessThanOrEqual(11);
      }
    },
  );
});
