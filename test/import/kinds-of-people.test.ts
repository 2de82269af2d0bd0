import { describe, expect, test } from 'vitest';
import { notUnderstood } from '../../src/import/not-understood.ts';
import { organisationYaml } from '../../src/import/organisation-yaml.ts';
import { importFixtures, importOf, kindsOf } from './import-memory.ts';

const idsOf = ({ people }: { people: readonly { id: string }[] }) => people.map(({ id }) => id);

describe('leavers', () => {
  test('are left out by what their status says', async () => {
    const { imported } = await importFixtures(['term.csv']);
    expect(idsOf(imported)).toEqual(['1', '2']);
    expect(kindsOf(imported, 'leftOut')).toEqual({
      'people who have left, by their status': 'term.csv rows 4–5',
    });
  });

  test.each([
    'Terminated',
    'Involuntarily Terminated',
    'No longer employed',
    'Ausgeschieden',
    'Sorti',
    'De baja',
    'Uit dienst',
    'Cessato',
    'Retired',
    'false',
  ])('%s is gone', async (status) => {
    const imported = await importOf({
      'a.csv': `ID,Name,Title,Status\n1,A,CEO,Active\n2,B,Clerk,${status}\n`,
    });
    expect(idsOf(imported)).toEqual(['1']);
  });

  test.each(['On Leave', 'Part-Time', 'Aktiv', 'Elternzeit', 'CDI', 'true', 'Regular Full Time'])(
    '%s is there',
    async (status) => {
      const imported = await importOf({
        'a.csv': `ID,Name,Title,Status\n1,A,CEO,Active\n2,B,Clerk,${status}\n`,
      });
      expect(idsOf(imported)).toEqual(['1', '2']);
      expect(imported.journal.statuses.person.size).toBe(0);
    },
  );

  test.each([
    'Inactive - Maternity',
    'Inaktiv - Elternzeit',
    'INACTIF - CONGE MATERNITE',
    'Inactivo - licencia',
    'Left on maternity leave',
    'Austritt geplant',
    'Sortie prévue',
    'Not terminated',
    'Nicht ausgeschieden',
    'Terminated - Rehired',
  ])(
    '%s joins leaving with its contrary: it is listed, and whoever has it counts as there',
    async (status) => {
      const imported = await importOf({
        'a.csv': `ID,Name,Title,Status\n1,A,CEO,Active\n2,B,Clerk,${status}\n`,
      });
      expect(idsOf(imported)).toEqual(['1', '2']);
      expect([...imported.journal.statuses.person.keys()]).toEqual([status]);
    },
  );

  test.each(['Gekündigt', 'In Kündigungsfrist', 'Under notice', 'En préavis', 'Uppsagd'])(
    '%s is notice: whoever has it is there until the last day',
    async (status) => {
      const imported = await importOf(
        {
          'a.csv': `ID,Name,Title,Status,Last day\n1,A,CEO,Active,\n2,B,Clerk,${status},2026-12-31\n3,C,Clerk,${status},2026-10-31\n4,D,Clerk,${status},\n`,
        },
        { today: '2026-12-01' },
      );
      expect(idsOf(imported)).toEqual(['1', '2', '4']);
      expect([...imported.journal.statuses.person]).toEqual([[status, 3]]);
    },
  );

  test.each([
    'Licencia médica',
    'Licencia de maternidad',
    'Baja por enfermedad',
    'Congedo',
    'Ouderschapsverlof',
  ])('%s is leave, and whoever is on leave is there', async (status) => {
    const imported = await importOf({
      'a.csv': `ID,Name,Title,Status\n1,A,CEO,Active\n2,B,Clerk,${status}\n`,
    });
    expect(idsOf(imported)).toEqual(['1', '2']);
    expect(imported.journal.statuses.person.size).toBe(0);
  });

  test('are told with the words that were read so', async () => {
    const imported = await importOf({
      'a.csv':
        'ID,Name,Title,Status\n1,A,CEO,Active\n2,B,Clerk,Retirado\n3,C,Clerk,Retirado\n4,D,Clerk,LICENCIE\n5,E (Terminated),Clerk,Active\n',
    });
    expect(idsOf(imported)).toEqual(['1']);
    expect(imported.journal.assumed).toContain(
      'Read as saying that somebody has left: "Retirado" (2), "LICENCIE" (1). If one of them does not, write "Active" in its place.',
    );
  });

  test('a status that no language has is listed with its count, and counts as there', async () => {
    const { imported } = await importFixtures(['statuses.csv']);
    expect(idsOf(imported)).toEqual(['1', '2']);
    expect(notUnderstood(imported.whole)).toEqual([
      'A status is not known, and whoever has it counts as there: "Notice period" (1). Who has left needs "Terminated" or a last day in the extract.',
    ]);
    const codes = await importOf({
      'a.csv': 'ID,Name,Title,Status\n1,A,CEO,3\n2,B,Clerk,3\n3,C,Clerk,Pending termination\n',
    });
    expect(notUnderstood(codes.whole)).toEqual([
      '2 statuses are not known, and whoever has one counts as there: "3" (2), "Pending termination" (1). Who has left needs "Terminated" or a last day in the extract.',
    ]);
  });

  test('are left out by a last day before the day of the extract', async () => {
    const imported = await importOf({
      'a.csv': `Employees as of 2024-06-30,,,
ID,Name,Title,Start Date,Termination Date
1,A,CEO,2015-01-01,
2,B,Clerk,2016-01-01,2024-05-31
3,C,Clerk,2016-01-01,2024-12-31
4,D,Clerk,2024-09-01,
`.replace('2024-06-30,,,', '2024-06-30,,,,'),
    });
    expect(imported.asOf).toBe('2024-06-30');
    expect(idsOf(imported)).toEqual(['1', '3', '4']);
    expect(kindsOf(imported, 'leftOut')).toMatchObject({
      'people who have left, by their last day': 'a.csv row 4',
    });
    expect(imported.journal.notes.join('\n')).toContain(
      '1 person has a last day that is on or after 2024-06-30',
    );
    expect(imported.journal.notes.join('\n')).toContain('1 person starts after 2024-06-30');
  });

  test('without a day of the extract, contracts that end after the newest start are told and kept', async () => {
    const imported = await importOf({
      'a.csv': `ID,Name,Title,Start Date,End Date
1,A,CEO,2015-01-01,
2,B,Clerk,2016-01-01,2018-05-31
3,C,Clerk,2023-01-01,2027-12-31
4,D,Clerk,2016-01-01,9999-12-31
`,
    });
    expect(idsOf(imported)).toEqual(['1', '3', '4']);
    expect(imported.journal.notes.join('\n')).toContain(
      '1 person has a last day that is after the newest start',
    );
  });
});

describe('posts', () => {
  test('10,001 of them in a row are as many seats; eliminated ones are left out, vacant ones open, in quotes too', async () => {
    const { imported } = await importFixtures(['posts-senior.csv', 'posts-junior.csv']);
    const vacant = imported.people.filter((person) => person.vacant);
    expect(imported.people).toHaveLength(10_010);
    expect(vacant).toHaveLength(8);
    expect(imported.people.filter(({ title }) => title === 'Enlisted Soldier')).toHaveLength(10_001);
    expect(kindsOf(imported, 'leftOut')).toEqual({ 'posts that were eliminated': 'posts-senior.csv row 3' });
    expect(new Set(imported.people.map(({ capability }) => capability))).toEqual(new Set(['military']));
  });

  test('the professional group counts before title and department', async () => {
    const { people } = await importOf({
      'a.csv':
        'ID,Name,Title,Department,Job Family\n1,A,Analyst,Support,Finance\n2,B,Analyst,Support,Professionals\n3,C,Lawyer,Support,\n',
    });
    expect(people.map(({ capability }) => capability)).toEqual(['finance', '', '']);
  });
});

describe('one person of two jobs', () => {
  test('is one person, with the FTE, capabilities and lines of both', async () => {
    const { imported, person } = await importFixtures(['twojobs.csv']);
    expect(idsOf(imported)).toEqual(['1', '2', '3', '4']);
    expect(person('3')).toMatchObject({
      fte: 1,
      title: 'Account Manager',
      department: 'Sales',
      secondary: ['support'],
    });
    expect(person('3').lines).toEqual([
      { to: '2', kind: 'solid', weight: 0.6 },
      { to: '4', kind: 'solid', weight: 0.4, job: 'Support' },
    ]);
    expect(imported.journal.count('unusable')).toBe(0);
  });

  test('with the whole FTE in each row shares it; pay that repeats counts once', async () => {
    const { people } = await importOf({
      'a.csv':
        'ID,Name,Title,Manager ID,FTE,Salary\n1,A,CEO,,1,9\n2,B,Head of Sales,1,1,60000\n2,B,Head of Support,1,1,60000\n',
    });
    expect(people[1]).toMatchObject({
      fte: 1,
      costPerYear: 60_000,
      manager: '1',
      lines: [],
      secondary: ['support'],
    });
  });

  test('an id of two people is a row that cannot be used', async () => {
    const imported = await importOf({
      'a.csv':
        'ID,Name,Title,Manager ID\n1,Ann,CEO,\n2,Bo,Clerk,1\n3,Cy,Clerk,1\n4,Di,Clerk,1\n5,Ed,Clerk,1\n2,Fay,Buyer,1\n',
    });
    expect(kindsOf(imported, 'unusable')).toEqual({ 'an id that an earlier row has': 'a.csv row 7' });
  });
});

test('contractors are counted apart and stay in the file as such', async () => {
  const imported = await importOf({
    'a.csv':
      'ID,Name,Title,Worker Type\n1,Ann,CEO,Employee\n2,Bo [C],Clerk,\n3,Cy,Clerk,Contingent Worker\n4,Di,Clerk,Extern\n5,Ed,Clerk,Fixed-term contract\n',
  });
  expect(imported.people.map(({ workerType }) => workerType)).toEqual([
    '',
    'contractor',
    'contractor',
    'contractor',
    '',
  ]);
  expect(organisationYaml(imported.whole, { modeline: '#', otherwise: 'x' })).toContain(
    'workerType: contractor',
  );
});

describe('ids that are addresses or names', () => {
  const people = (rows: string) => importOf({ 'a.csv': `Email,Name,Title,Manager Email\n${rows}` });

  test('are short, the same in every extract, and show neither', async () => {
    const one = await people(
      'ann@x.example,Ann Stone,CEO,\nbo@x.example,Bo Reed,Clerk,ANN@x.example\ncy@x.example,Cy,Clerk,bo@x.example\n',
    );
    const next = await people('bo@x.example,Bo Reed,Clerk,ann@x.example\nAnn@x.example,Ann Stone,CEO,\n');
    const [ann, bo] = idsOf(one);
    expect(idsOf(next)).toEqual([bo, ann]);
    expect(ann).toMatch(/^p-[0-9a-f]{10}$/);
    expect(one.people.map(({ manager }) => manager)).toEqual(['', ann, bo]);
    expect(one.people[0]!.email).toBe('ann@x.example');
    const yaml = organisationYaml(one.whole, { modeline: '#', otherwise: 'x' });
    expect(yaml.match(/ann@x\.example/g)).toHaveLength(1);
  });

  test('are so too in a column of ids, and for a manager who is not in the file', async () => {
    const imported = await importOf({
      'a.csv':
        'Employee ID,Name,Title,Manager\nann@x.example,Ann,CEO,\nbo@x.example,Bo,Clerk,ann@x.example\ncy@x.example,Cy,Clerk,gone@x.example\n',
    });
    const [ann] = idsOf(imported);
    expect(imported.people[1]!.manager).toBe(ann);
    expect(imported.people[2]!.manager).toMatch(/^p-[0-9a-f]{10}$/);
  });

  test('two of one name are told apart by what else is known of them', async () => {
    const rows = ['Kim Lee,Welder,Ann Stone', 'Kim Lee,Fitter,Ann Stone', 'Ann Stone,CEO,'];
    const read = async (order: readonly string[]) =>
      new Map(
        (await importOf({ 'a.csv': `Name,Title,Manager\n${order.join('\n')}\n` })).people.map(
          ({ id, title }) => [title, id],
        ),
      );
    const [one, other] = [await read(rows), await read([...rows].reverse())];
    expect(other.get('Welder')).toBe(one.get('Welder'));
    expect(new Set(one.values()).size).toBe(3);
  });
});

describe('customers', () => {
  const PEOPLE =
    'Employee ID,Name,Title,Manager ID,Email\n1001,"Stone, Ann",CEO,,ann@x.example\n1003,Cy Hill,Account Manager,1001,cy@x.example\n';
  const withCustomers = (csv: string, options = {}) =>
    importOf({ 'p.csv': PEOPLE, 'c.csv': csv }, { people: ['p.csv'], customers: 'c.csv', ...options });

  test('have owners by name in either order, or by address', async () => {
    const { imported } = await importFixtures(['firstlast.csv', 'owner.csv'], {
      people: ['firstlast.csv'],
      customers: 'owner.csv',
    });
    expect(imported.customers.list.map(({ owner }) => owner[0])).toEqual([
      '3',
      '3',
      expect.stringMatching(/^p-/),
    ]);
    const { customers } = await withCustomers(
      'Account ID,Account Name,Account Owner\nC1,Alpha,cy@x.example\n',
    );
    expect(customers.list[0]!.owner).toEqual(['1003']);
  });

  test.each(['ACCOUNT_MGR_ID', 'SupportRepId', 'Betreut von', 'Zuständig'])(
    'have owners under %s',
    async (header) => {
      const { customers } = await withCustomers(
        `Customer ID,Name,${header},Employees\nC1,Alpha,1003,1001\nC2,Beta,1003,1003\nC3,Gamma,1001,1003\n`,
      );
      expect(customers.list.map(({ owner }) => owner)).toEqual([['1003'], ['1003'], ['1001']]);
      expect(customers.attributes).toEqual(['Employees']);
    },
  );

  test.each(['SupportRepId', 'SALES_REP', 'accountManagerNo', 'Ansprechpartner'])(
    'have owners under %s, also where ids are short numbers',
    async (header) => {
      const { customers } = await importOf(
        {
          'people.csv': 'Id,Name,Title,Manager\n1,A,Chief,\n2,B,Seller,1\n3,C,Seller,1\n',
          'customers.csv': `Id,Company,${header},Region No\n7,Alpha,2,1\n8,Beta,3,2\n9,Gamma,3,2\n`,
        },
        { customers: 'customers.csv' },
      );
      expect(customers.list.map(({ owner }) => owner)).toEqual([['2'], ['3'], ['3']]);
      expect(customers.attributes).toEqual(['Region No']);
    },
  );

  test('without owners are said to have none, and by what column they might', async () => {
    const imported = await withCustomers(
      'Customer ID,Name,Who\nC1,Alpha,Cy Hill\nC2,Beta,Cy Hill\nC3,Gamma,Ann Stone\nC4,Delta,Old Boy\n',
    );
    expect(notUnderstood(imported.whole)[0]).toBe(
      'No column of owners of customers was found. "Who" looks like it: 3 of 4 values are people. If so: --map customers.owner="Who".',
    );
  });

  test('by first and last name are consumers', async () => {
    const { imported } = await importFixtures(['firstlast.csv', 'consumers.customers.csv'], {
      people: ['firstlast.csv'],
      customers: 'consumers.customers.csv',
    });
    expect(imported.customers.list).toMatchObject([
      { id: '1', name: 'Ada Ash', market: 'b2c' },
      { id: '2', name: 'Ben Birch', market: 'b2c' },
      { id: '3', name: 'Cleo Clay', market: 'b2c' },
    ]);
    expect(imported.customers.contactData).toEqual(['Email']);
    const plain = await withCustomers(
      'First Name,Last Name,Company,Email\nAda,Ash,,ada@m.example\nBen,Birch,Birch Ltd,b@m.example\n',
    );
    expect(plain.customers.list).toMatchObject([
      { name: 'Ada Ash', market: 'b2c', id: expect.stringMatching(/^c-[0-9a-f]{10}$/) },
      { name: 'Birch Ltd', market: '' },
    ]);
    expect(plain.journal.assumed.join('\n')).toContain('1 of 2 rows are consumers');
  });

  test('are prospects where a column says so', async () => {
    const imported = await withCustomers(
      'Account ID,Name,Type\nC1,Alpha,Customer\nC2,Beta,Prospect\nC3,Gamma,Prospect - hot\n',
    );
    expect(imported.customers.list.map(({ status }) => status)).toEqual(['', 'prospect', 'prospect']);
    expect(imported.customers.attributes).toEqual([]);
    expect(organisationYaml(imported.whole, { modeline: '#', otherwise: 'x' })).toContain('status: prospect');
    const other = await withCustomers('Account ID,Name,Status\nC1,Alpha,Gold\nC2,Beta,Prospect\n');
    expect(other.customers.attributes).toEqual(['Status']);
  });

  test.each([
    ['NPS', ['45', '-20', '70'], [-100, 100]],
    ['Net Promoter Score', ['9', '3', '10'], [Number.NaN, Number.NaN]],
    ['CSAT', ['85 %', '91 %', '70 %'], [0, 100]],
    ['CSAT', ['8', '9.5', '3'], [Number.NaN, Number.NaN]],
  ])('have %s of %j on its scale', async (header, scores, scale) => {
    const { customers } = await withCustomers(
      `Account ID,Name,${header}\n${scores.map((score, at) => `C${at},Alpha ${at},${score}`).join('\n')}\n`,
    );
    expect(customers.list.map(({ figures }) => figures['satisfaction.score'])).toEqual(
      scores.map((score) => Number.parseFloat(score)),
    );
    expect([
      customers.list[0]!.figures['satisfaction.min'],
      customers.list[0]!.figures['satisfaction.max'],
    ]).toEqual(scale);
  });

  test('are copied without what they can be reached by, unless asked for', async () => {
    const csv =
      'Account ID,Name,Phone,Contact E-mail,Street,Hotline,City\nC1,Alpha,+44 20 7946 0000,a@m.example,12 High Street,+44 20 7946 0001,Leeds\n';
    const imported = await withCustomers(csv);
    expect(imported.customers.attributes).toEqual(['City']);
    expect(notUnderstood(imported.whole).join('\n')).toContain(
      'Not copied, as they hold contact data of customers: "Phone", "Contact E-mail", "Street", "Hotline"',
    );
    const kept = await withCustomers(csv, { keepContactData: true });
    expect(kept.customers.attributes).toHaveLength(5);
  });
});

describe('numbers', () => {
  test('150k is 150,000, and what is no number is listed', async () => {
    const { imported, person } = await importFixtures(['k.csv']);
    expect([person('1'), person('2')].map(({ costPerYear }) => costPerYear)).toEqual([150_000, 90_000]);
    const other = await importOf({
      'a.csv': 'ID,Name,Title,Salary\n1,A,CEO,12abc\n2,B,Clerk,1e999\n3,C,Clerk,1.2m\n',
    });
    expect(other.people.map(({ costPerYear }) => costPerYear)).toEqual([Number.NaN, Number.NaN, 1_200_000]);
    expect(kindsOf(other, 'doubtful')).toEqual({ 'costPerYear that is no amount': 'a.csv rows 2–3' });
    expect(imported.journal.wrong).toEqual([]);
  });

  test('a quarter is no revenue', async () => {
    const imported = await importOf(
      {
        'p.csv': 'ID,Name,Title\n1,A,CEO\n',
        'c.csv': 'ID,Name,Revenue,Retention\nC1,Alpha,Q3 2024,95\nC2,Beta,"1,200",80\n',
      },
      { people: ['p.csv'], customers: 'c.csv' },
    );
    expect(imported.customers.list.map(({ figures }) => figures.revenue)).toEqual([Number.NaN, 1200]);
    expect(imported.journal.assumed.join('\n')).toContain('retention is read as percentages');
  });

  test('an FTE in per cent says so; hours a week are no per cent', async () => {
    const percent = await importOf({ 'a.csv': 'ID,Name,Title,FTE\n1,A,CEO,100\n2,B,Clerk,50\n' });
    expect(percent.people.map(({ fte }) => fte)).toEqual([1, 0.5]);
    expect(percent.journal.assumed.join()).toContain('"FTE" is read as percentages');
    const hours = await importOf({ 'a.csv': 'ID,Name,Title,FTE\n1,A,CEO,40\n2,B,Clerk,20\n' });
    expect(hours.people.map(({ fte }) => fte)).toEqual([1, 1]);
    expect(hours.journal.count('doubtful')).toBe(2);
  });
});

test('a department that joins two trades says nothing of them', async () => {
  const { imported } = await importFixtures(['supp.csv']);
  expect(imported.coverage).toMatchObject({ mapped: 2, byDepartment: 0 });
  expect(imported.coverage.unmapped.map(({ title }) => title)).toEqual(['Fire Officer', 'Naval Architect']);
});

test('approved and open positions that nobody has are open seats, frozen ones too, and that is said', async () => {
  const rows = ['1,Ann,Approved', '2,Bob,Frozen', ',,Approved', ',,Open', ',,Frozen', ',,On hold'];
  const { people, journal } = await importOf({
    'people.csv': `Employee ID,Name,Position Status,Job Title\n${rows.map((row) => `${row},Seller`).join('\n')}\n`,
  });
  expect(people.map(({ vacant }) => vacant)).toEqual([false, false, true, true, true, true]);
  expect(journal.assumed.join()).toContain('2 open seats are frozen');
  expect(journal.statuses.person.size).toBe(0);
});

describe('an open seat under a name', () => {
  test.each([
    'TBC',
    'Recruiting',
    'NN',
    'New Hire 2',
    'Neueinstellung',
    'Offene Stelle',
    'Poste ouvert',
    'Puesto vacante',
    'Plaza vacante',
    'Posizione aperta',
    'Openstaande vacature',
  ])('%s is nobody', async (name) => {
    const { people } = await importOf({ 'a.csv': `ID,Name,Title,Manager\n1,Ann,CEO,\n2,${name},Clerk,1\n` });
    expect(people[1]).toMatchObject({ name: '', vacant: true });
  });

  test.each(['Ben Vacante', 'John Open', 'Nina Neu', 'Nnamdi Okafor'])('%s is somebody', async (name) => {
    const { people } = await importOf({ 'a.csv': `ID,Name,Title,Manager\n1,Ann,CEO,\n2,${name},Clerk,1\n` });
    expect(people[1]).toMatchObject({ name, vacant: false });
  });

  test('as a status a new hire is somebody who came', async () => {
    const { people } = await importOf({
      'a.csv': 'ID,Name,Title,Manager,Status\n1,Ann,CEO,,Active\n2,Bo,Clerk,1,New hire\n',
    });
    expect(people[1]).toMatchObject({ name: 'Bo', vacant: false });
  });
});

test.each([
  ['Etunimi', 'Sukunimi'],
  ['Imię', 'Nazwisko'],
  ['Jméno', 'Příjmení'],
])('%s and %s are the first and the last name, in whatever order they stand', async (first, last) => {
  const names = [
    ['Ann', 'Arden'],
    ['Bob', 'Birch'],
    ['Cara', 'Cole'],
    ['Dan', 'Dorn'],
    ['Eve', 'Elm'],
    ['Finn', 'Fir'],
  ] as const;
  const rows = names.map(
    ([given, family], at) =>
      `${at + 1},${family},${given},Account Manager,Sales,${at === 0 ? '' : 'Ann Arden'}`,
  );
  const { people } = await importOf({
    'people.csv': `ID,${last},${first},Title,Department,Manager\n${rows.join('\n')}\n`,
  });
  expect(people.map(({ name }) => name)).toEqual(names.map((parts) => parts.join(' ')));
});
