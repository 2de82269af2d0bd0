import { describe, expect, test } from 'vitest';
import { notUnderstood } from '../../src/import/not-understood.ts';
import { importOf } from './import-memory.ts';

const peopleOf = async (rows: readonly string[], today = '2026-11-30') => {
  const imported = await importOf({ 'people.csv': `${rows.join('\n')}\n` }, { today });
  return {
    imported,
    ids: imported.people.map(({ id }) => id),
    person: (id: string) => imported.people.find((one) => one.id === id)!,
    asked: notUnderstood(imported.whole).join('\n'),
  };
};

describe('several rows of a person', () => {
  test.each([
    ['Event Date', ''],
    ['Gültig ab', 'Gültig bis'],
    ['Hic incipit', 'Hic finitur'],
  ])(
    'whose periods follow each other are a history under %s: the newest counts, and who ended is out',
    async (from, until) => {
      const end = (day: string) => (until === '' ? '' : `,${day}`);
      const { ids, person } = await peopleOf([
        `ID,Name,Title,Department,Manager ID,${from}${until === '' ? '' : `,${until}`}`,
        `1,Ann Arden,CEO,Executive,,2015-01-01${end('9999-12-31')}`,
        `2,Bob Birch,Account Manager,Sales,3,2018-03-01${end('2022-06-30')}`,
        `2,Bob Birch,Sales Director,Sales,1,2022-07-01${end('9999-12-31')}`,
        `3,Cara Cole,HR Manager,HR,1,2016-01-01${end('9999-12-31')}`,
        ...(until === '' ? [] : [`4,Dan Dorn,Recruiter,HR,3,2016-01-01${end('2020-12-31')}`]),
      ]);
      expect(ids).toEqual(['1', '2', '3']);
      expect(person('2')).toMatchObject({ title: 'Sales Director', manager: '1' });
    },
  );

  test('of which later ones are left out hold the day by which they were, and the same is told everywhere', async () => {
    const { imported, person } = await peopleOf([
      'Pers.No.,Name,Position,OrgUnit,Manager,Begda,Endda',
      '1,Ann Arden,CEO,Executive,,01.01.2020,31.12.9999',
      '2,Bob Birch,Sales Director,Sales,1,01.01.2020,31.12.9999',
      '3,Cara Cole,Account Manager,Sales,2,01.01.2021,31.01.2027',
      '3,Cara Cole,Support Manager,Support,1,01.02.2027,31.12.9999',
    ]);
    expect(person('3')).toMatchObject({ title: 'Account Manager' });
    expect(imported.asOf).toBe('2026-11-30');
  });

  test('that hold at once are jobs, though they began on different days', async () => {
    const { person } = await peopleOf([
      'ID,Name,Job Title,Department,Manager ID,FTE,Effective Start Date,Effective End Date',
      '1,Ann Arden,CEO,Executive,,1,2015-01-01,4712-12-31',
      '2,Bob Birch,Sales Director,Sales,1,0.5,2019-01-01,4712-12-31',
      '2,Bob Birch,HR Manager,HR,1,0.25,2023-01-01,4712-12-31',
    ]);
    expect(person('2')).toMatchObject({ fte: 0.75, secondary: ['human-resources'] });
  });

  test.each([
    ['Beginn', 'Ende'],
    ['Start Date', 'End Date'],
    ['Date de début', 'Date de fin'],
  ])(
    'that follow each other are one job though %s and %s may be first and last days: what is to come is told',
    async (from, until) => {
      const { imported, ids, person } = await peopleOf([
        `ID,Name,Title,Department,Manager ID,${from},${until}`,
        '1,Ann Arden,CEO,Executive,,01.01.2020,31.12.9999',
        '2,Bob Birch,Sales Director,Sales,1,01.01.2020,31.12.9999',
        '3,Cara Cole,Account Manager,Sales,2,01.01.2021,31.01.2027',
        '3,Cara Cole,Support Manager,Support,1,01.02.2027,31.12.9999',
        '4,Dan Dorn,Support Manager,Support,1,01.01.2018,31.12.2022',
        '4,Dan Dorn,Account Manager,Sales,2,01.01.2023,31.12.9999',
      ]);
      expect(ids).toEqual(['1', '2', '3', '4']);
      expect(person('3')).toMatchObject({ title: 'Account Manager', manager: '2', secondary: [], lines: [] });
      expect(person('3').end).toBe('');
      expect(person('4')).toMatchObject({ title: 'Account Manager', start: '2018-01-01' });
      expect(imported.journal.assumed.join('\n')).toContain(
        '1 person changes later, the first on 2027-02-01: that does not count yet.',
      );
      expect([...imported.journal.leftOut.keys()].sort()).toEqual([
        'earlier rows of a person',
        'rows of a person that hold later',
      ]);
    },
  );

  test('that differ in a day that says nothing are asked about', async () => {
    const { asked } = await peopleOf([
      'ID,Name,Job Title,Department,Manager ID,Vesting',
      '1,Ann Arden,CEO,Executive,,2015-01-01',
      '2,Bob Birch,Sales Director,Sales,1,2019-01-01',
      '2,Bob Birch,HR Manager,HR,1,2023-01-01',
    ]);
    expect(asked).toContain('--map effective="Vesting"');
  });

  test('share the work as a column of shares says', async () => {
    const { person } = await peopleOf([
      'ID,Name,Title,Department,Manager ID,Allocation %',
      '1,Ann Arden,CEO,Executive,,100',
      '2,Bob Birch,Sales Director,Sales,1,80',
      '2,Bob Birch,Legal Counsel,Legal,1,20',
    ]);
    expect(person('2').lines.map(({ weight }) => weight)).toEqual([0.8, 0.2]);
  });

  test('with a word for the line manager in one of them have a solid line there', async () => {
    const { person } = await peopleOf([
      'ID,Name,Title,Department,Reporting,Manager ID',
      '1,Ann Arden,CEO,Executive,,',
      '2,Bob Birch,Sales Director,Sales,Solid,1',
      '3,Cara Cole,Account Manager,Sales,Matrix,1',
      '3,Cara Cole,Account Manager,Sales,Solid,2',
    ]);
    expect(person('3').lines).toMatchObject([
      { to: '2', kind: 'solid' },
      { to: '1', kind: 'dotted' },
    ]);
  });
});

test('of months of a payroll the newest counts, and who is in older ones only is told and out', async () => {
  const { ids, person, asked } = await peopleOf([
    'Employee ID,Name,Title,Department,Manager ID,Pay Period,FTE',
    '1,Ann Arden,CEO,Executive,,01/2026,1',
    '2,Bob Birch,Sales Director,Sales,1,01/2026,0.5',
    '3,Cara Cole,Account Manager,Sales,2,01/2026,1',
    '1,Ann Arden,CEO,Executive,,02/2026,1',
    '2,Bob Birch,Sales Director,Sales,1,02/2026,1',
  ]);
  expect(ids).toEqual(['1', '2']);
  expect(person('2').fte).toBe(1);
  expect(asked).toContain('1 person is only in older snapshots (2026-01-31)');
});

describe('answers of yes and no', () => {
  test.each([
    ['Y', 'N'],
    ['Ja', 'Nein'],
    ['X', ''],
    ['Vacant', 'Filled'],
  ])('%s says that a seat is open', async (yes, no) => {
    const { person } = await peopleOf([
      'ID,Name,Title,Department,Manager ID,Vacant',
      `1,Ann Arden,CEO,Executive,,${no}`,
      `2,,Sales Director,Sales,1,${yes}`,
    ]);
    expect([person('1').vacant, person('2').vacant]).toEqual([false, true]);
  });

  test('a word that is neither is listed', async () => {
    const { asked } = await peopleOf([
      'ID,Name,Title,Department,Manager ID,Vacant',
      '1,Ann Arden,CEO,Executive,,No',
      '2,Bo Birch,Sales Director,Sales,1,Perhaps',
    ]);
    expect(asked).toContain('"Perhaps" (1)');
  });

  test.each(['Y/N', 'Ja/Nein', 'X/'])('%s tells customers from former ones', async (pair) => {
    const [yes, no] = pair.split('/');
    const { customers } = await importOf(
      {
        'p.csv': 'ID,Name,Title\n1,Ann Arden,CEO\n2,Bo Birch,Clerk\n',
        'c.csv': `ID,Customer,Owner,Active\nC1,Acme,2,${yes}\nC2,Beta,2,${no}\n`,
      },
      { customers: 'c.csv' },
    );
    expect(customers.list.map(({ id }) => id)).toEqual(['C1']);
  });
});

test.each(['31.12.23', '31-Dec-23', '31. Dezember 2023', '31 décembre 2023', '31 dic 2023', '45291'])(
  'a last day of %s is in the past',
  async (day) => {
    const { ids } = await peopleOf([
      'ID,Name,Title,Department,Manager ID,Termination Date',
      '1,Ann Arden,CEO,Executive,,',
      `2,Bob Birch,Sales Director,Sales,1,${day}`,
    ]);
    expect(ids).toEqual(['1']);
  },
);

test('a branch of the tree is never called after a person', async () => {
  const { imported } = await peopleOf([
    'ID,Name,Manager ID',
    '1,Ann Arden,',
    '2,Bob Birch,1',
    '3,Cara Cole,2',
  ]);
  expect(imported.departments.map(({ id }) => id)).toEqual(['Root office', 'Branch of 2']);
});
