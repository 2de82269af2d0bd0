import { describe, expect, it } from 'vitest';
import { designOf, organisationOf } from '../../support/organisations.ts';

const seats = (department: string, title: string, count: number, prefix = department) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${prefix}${at}`,
    title: at === 0 ? `Head of ${department}` : title,
    ...(at === 0 && { capability: 'leadership' }),
    department,
    manager: at === 0 ? 'top' : `${prefix}0`,
  }));

async function namesOf(departments: readonly [id: string, name: string][], people: readonly object[]) {
  const organisation = await organisationOf({
    version: 1,
    name: 'Names',
    departments: departments.map(([id, name]) => ({ id, name })),
    people: [{ id: 'top', title: 'Chief Executive Officer', department: departments[0]![0] }, ...people],
  });
  const { units, unitOf } = designOf('functional').apply(organisation).organisation!;
  const used = new Set(unitOf);
  return units.filter((_, at) => used.has(at)).map(({ name }) => name);
}

describe('the name of a function', () => {
  it('says what the departments have in common, or how many they are, where another one has the name of the skill', async () => {
    const two = [...seats('one', 'Marketing Executive', 6), ...seats('two', 'Marketing Executive', 6)];
    const departments: [string, string][] = [
      ['board', 'Board'],
      ['one', 'Studio'],
      ['two', 'House'],
      ['other', 'Marketing'],
    ];
    expect(await namesOf(departments.slice(0, 3), two)).toContain('Marketing');
    const names = await namesOf(departments, [...two, ...seats('other', 'Accountant', 4)]);
    expect(names.filter((name) => name === 'Studio + 1' || name === 'House + 1').length).toBe(1);
    expect(new Set(names).size).toBe(names.length);
    const practices: [string, string][] = [
      ['board', 'Board'],
      ['one', 'Tax Practice'],
      ['two', 'Real Estate Practice'],
      ['other', 'Marketing'],
    ];
    expect(await namesOf(practices, [...two, ...seats('other', 'Accountant', 4)])).toContain('Practice');
  });

  it('is never that of a department that goes on with people of another trade: that one is called after theirs', async () => {
    const names = await namesOf(
      [
        ['board', 'Board'],
        ['s', 'Sales'],
        ['w', 'Works'],
      ],
      [
        ...seats('s', 'Account Manager', 9),
        { id: 'seller', title: 'Sales Representative', department: 's', manager: 's0' },
        ...seats('w', 'Machine Operator', 7),
        ...Array.from({ length: 3 }, (_, at) => ({
          id: `seller${at}`,
          title: 'Sales Representative',
          department: 'w',
          manager: 'w0',
        })),
      ],
    );
    expect(names).toContain('Sales');
    expect(names).toContain('Account management');
    expect(new Set(names).size).toBe(names.length);
  });
});
