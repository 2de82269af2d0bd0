import { describe, expect, test } from 'vitest';
import { importOf, kindsOf } from './import-memory.ts';

/** The header that each field of a table of people was taken from. */
const takenFrom = async (csv: string) => {
  const imported = await importOf({ 'people.csv': csv });
  const taken = Object.fromEntries(imported.files[0]!.bound.map(({ field, header }) => [field, header]));
  return { imported, taken, said: imported.journal.assumed.join('\n') };
};
/** Three people with these further headers and cells. */
const three = (headers: string, ...cells: readonly string[]): string =>
  [
    `Personalnummer;Name;${headers};Vorgesetzter`,
    `1;Ada Ash;${cells[0]};`,
    `2;Ben Birch;${cells[1]};1`,
    `3;Cleo Clay;${cells[2]};2`,
  ].join('\n');

test.each([
  ['Team;Abteilung', 'department', 'Abteilung'],
  ['Team;Afdeling', 'department', 'Afdeling'],
  ['Cost Center;Service', 'department', 'Service'],
  ['Team;Reparto', 'department', 'Reparto'],
  ['Team;Departamento', 'department', 'Departamento'],
  ['Position;Stellenbezeichnung', 'title', 'Stellenbezeichnung'],
  ['City;Arbeitsort', 'location', 'Arbeitsort'],
  ['Region;Standort', 'location', 'Standort'],
] as const)(
  'of %s the one that names the %s most exactly counts, in whatever language',
  async (headers, field, header) => {
    const { taken } = await takenFrom(three(headers, 'a;k', 'b;l', 'b;l'));
    expect(taken[field]).toBe(header);
  },
);

test.each([
  ['Department;Team', 'department', 'Team'],
  ['Standort;City', 'location', 'City'],
] as const)('a column of %s that is mostly empty yields to a full one', async (headers, field, header) => {
  const { taken, said } = await takenFrom(three(headers, ';k', ';l', 'b;l'));
  expect(taken[field]).toBe(header);
  expect(said).toContain('is mostly empty');
});

/** Managers, further lines and what is said of them. */
const linesOf = async (csv: string) => {
  const { imported, taken, said } = await takenFrom(csv);
  const lines = imported.people.map(({ id, manager, lines }) => [
    id,
    manager,
    ...lines.map(({ to, kind }) => `${kind} ${to}`),
  ]);
  return { imported, taken, said, lines };
};

describe('the newest row of a person counts, where each change has one', () => {
  const rows = `1,Ada,CEO,,2010-01-01,Hire
2,Ben,Seller,1,2011-01-01,Hire
2,Ben,Head of Sales,1,2015-01-01,Promotion
3,Cleo,Seller,2,2012-01-01,Hire
3,Cleo,Seller,2,2019-01-01,Termination
4,Dan,Seller,2,2016-01-01,Termination
4,Dan,Seller,2,2014-01-01,Hire
5,Eve,Seller,2,2012-01-01,Termination
5,Eve,Support Agent,2,2018-01-01,Rehire
`;
  test.each(['Effective Date', 'Valid From', 'Gültig ab'])('under %s', async (header) => {
    const imported = await importOf({ 'p.csv': `ID,Name,Title,Manager ID,${header},Action\n${rows}` });
    expect(imported.people.map(({ name, title }) => `${name} ${title}`)).toEqual([
      'Ada CEO',
      'Ben Head of Sales',
      'Eve Support Agent',
    ]);
    expect(kindsOf(imported, 'leftOut')).toEqual({
      'earlier rows of a person': 'p.csv rows 3, 5 and 8–9',
      'people who have left, by what happened last': 'p.csv rows 6–7',
    });
  });

  test('but jobs beside one another may begin on different days', async () => {
    const { imported } = await takenFrom(`ID,Name,Title,Manager,Effective Date,Primary,FTE
1,Ada,CEO,,2010-01-01,yes,1
2,Ben,Seller,1,2011-01-01,yes,0.6
2,Ben,Trainer,1,2015-01-01,no,0.4
`);
    expect(imported.people[1]).toMatchObject({ title: 'Seller', fte: 1 });
  });
});

describe('two numbered columns of managers', () => {
  test.each([
    [
      'are two lines where these do not lead each other',
      'Supervisor 1,Supervisor 2',
      ['2', '3'],
      ['solid 2', 'dotted 3'],
    ],
    ['are a path from the top where each leads the next', 'Manager 1,Manager 2', ['1', '2'], ['2']],
    ['are a path from the nearest where each leads the one before', 'Boss 1,Boss 2', ['2', '1'], ['2']],
  ])('%s', async (_, headers, [first, second], expected) => {
    const { lines } = await linesOf(`ID,Name,Title,${headers}
1,Ada,CEO,,
2,Ben,Head,1,
3,Cleo,Head,1,
4,Dan,Seller,${first},${second}
5,Eve,Seller,${first},${second}
`);
    expect(lines[3]!.slice(1).filter((text) => text !== '')).toEqual(expected);
  });

  test('may name several in a cell', async () => {
    const { lines } = await linesOf(`ID,Name,Title,Manager 1,Manager 2
1,Ada,CEO,,
2,Ben,Head,1,
3,Cleo,Head,1,
4,Dan,Seller,2,3
5,Eve,Seller,3; 2,
`);
    expect(lines[4]).toEqual(['5', '', 'solid 3', 'dotted 2']);
  });
});

describe('ids', () => {
  const rows = Array.from({ length: 8 }, (_, at) => `${at + 1},P${at} Q,Seller,${at === 0 ? '' : '1'}`);
  test.each(['Emp No', 'PERSON_NUMBER', 'Clock No'])('under %s may repeat in a few rows', async (header) => {
    const { taken, imported } = await takenFrom(
      [`${header},Name,Title,Line Manager`, ...rows, '8,X Y,Seller,1'].join('\n'),
    );
    expect(taken.id).toBe(header);
    expect(kindsOf(imported, 'unusable')).toEqual({ 'an id that an earlier row has': 'people.csv row 10' });
  });

  test('are said not to be taken where too many repeat', async () => {
    const { taken, said } = await takenFrom(
      [
        'Name,Clock No,Title,Line Manager',
        ...rows.map((row, at) => `N${at} M,${100 + (at % 5)}${row.slice(row.indexOf(',', 3))}`),
      ].join('\n'),
    );
    expect(taken.id).toBeUndefined();
    expect(said).toContain('"Clock No" looks like ids and is not used: only 5 of its 8 values differ.');
  });

  test('are positions where managers are, and a seat without a person is an open one', async () => {
    const { imported, taken } = await takenFrom(`Position ID,Employee ID,Name,Title,Reports To Position ID
P1,1,Ada,CEO,
P2,,,Head of Sales,P1
P3,3,Cleo,Seller,P2
`);
    expect(taken).toMatchObject({ id: 'Position ID', otherId: 'Employee ID' });
    expect(imported.people).toMatchObject([
      { id: 'P1', vacant: false },
      { id: 'P2', manager: 'P1', vacant: true },
      { id: 'P3', manager: 'P2' },
    ]);
  });

  test.each([
    ['Position ID,Incumbent,Title,Reports To Position,Position Status', ['P1', 'P2', 'P3', 'P3.2', 'P4']],
    ['Position Code,Employee ID,Title,Parent Position Code,Effective Status', ['1', '2', '3', '4', 'P4']],
  ])(
    'of positions: those nobody holds are open, two holders are two people, closed ones are left out: %s',
    async (headers, ids) => {
      const names = headers.includes('Incumbent')
        ? ['Ann Ash', 'Bo Birch', 'Cy Clay', 'Di Dale']
        : ['1', '2', '3', '4'];
      const { imported } = await takenFrom(
        `${headers}\nP1,${names[0]},CEO,,Filled\nP2,${names[1]},Lead,P1,Filled\nP3,${names[2]},Seller,P2,Filled\nP3,${names[3]},Seller,P2,Filled\nP4,,Seller,P2,Filled\nP5,,Seller,P2,Closed\n`,
      );
      expect(imported.people.map(({ id }) => id)).toEqual(ids);
      expect(imported.people.map(({ manager }) => manager)).toEqual(['', ids[0], ids[1], ids[1], ids[1]]);
      expect(imported.people.map(({ vacant }) => vacant)).toEqual([false, false, false, false, true]);
      expect(imported.journal.assumed.join()).toContain('1 person holds a position that another one has');
    },
  );

  test('are not taken from a column in which nothing stands', async () => {
    const { imported, taken } = await takenFrom(
      'Name,Employee ID,Email,Title,Reports to email\nAnn,,a@x.test,CEO,\nBo,,b@x.test,Lead,a@x.test\n',
    );
    expect(taken).toMatchObject({ email: 'Email' });
    expect(imported.people[1]).toMatchObject({ name: 'Bo', manager: imported.people[0]!.id });
  });
});

test.each(['Nachname, Vorname', 'Last Name, First Name', 'Achternaam, Voornaam'])(
  '%s is a whole name',
  async (header) => {
    const { taken } = await takenFrom(`ID;${header};Title\n1;"Ash, Ada";CEO\n`);
    expect(taken.name).toBe(header);
  },
);

describe('whether somebody is there', () => {
  const people = (header: string, ...answers: readonly string[]) =>
    [`ID,Name,Title,${header}`, ...answers.map((answer, at) => `${at + 1},P${at},Seller,${answer}`)].join(
      '\n',
    );

  test.each([
    ['Inactive', ['No', 'No', 'Yes'], ['1', '2']],
    ['Is Terminated', ['false', 'TRUE', 'false'], ['1', '3']],
    ['Archiviert', ['nein', 'nein', 'ja'], ['1', '2']],
    ['Account Enabled', ['True', 'False', 'True'], ['1', '3']],
    ['Unactive', ['No', 'No', 'Yes'], ['1', '2', '3']],
    ['Leader', ['No', 'Yes', 'No'], ['1', '2', '3']],
  ] as const)('follows from %s, and never from its opposite', async (header, answers, expected) => {
    const { imported } = await takenFrom(people(header, ...answers));
    expect(imported.people.map(({ id }) => id)).toEqual(expected);
  });

  test('follows from status and flag together', async () => {
    const { imported } = await takenFrom(people('Status,Enabled', 'Active,yes', 'Active,no', 'Left,yes'));
    expect(imported.people.map(({ id }) => id)).toEqual(['1']);
  });

  test('follows from all flags there are: one that says gone is enough', async () => {
    const { imported } = await takenFrom(
      people('Active,Disabled,Leaver', '1,no,', 'N,no,', '1,yes,', '1,no,Y', '1,,'),
    );
    expect(imported.people.map(({ id }) => id)).toEqual(['1', '5']);
  });

  test.each([
    ['Active', '2026-12-31', ''],
    ['', '2026-12-31', ''],
    ['Active', '', '2027-02-01'],
  ])('is judged by today where people start later: %s, until %s, from %s', async (status, left, start) => {
    const imported = await importOf(
      {
        'p.csv': `ID,Name,Title,Status,Termination Date,Hire Date
1,Ada,CEO,Active,,2010-01-01
2,Ben,Seller,${status},${left},${start || '2010-01-01'}
3,Cleo,Seller,Active,,2027-03-01
`,
      },
      { today: '2026-11-30' },
    );
    expect(imported.people.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(imported.asOf).toBe('2026-11-30');
    expect(imported.journal.assumed.join()).toContain('taken to be 2026-11-30, today');
  });
});

describe('of two columns of managers the ids count and the names are checked', () => {
  test.each([
    ['Manager ID,Manager', (id: string, name: string) => `${id},${name}`],
    ['Manager,Manager ID', (id: string, name: string) => `${name},${id}`],
    ['Supervisor Employee Number,Supervisor Name', (id: string, name: string) => `${id},${name}`],
    ['Responsabile,Matricola responsabile', (id: string, name: string) => `${name},${id}`],
    ['Chief Code,Chief', (id: string, name: string) => `${id},${name}`],
  ])('under %s', async (headers, cells) => {
    const { lines, imported } = await linesOf(`ID,Name,Title,${headers}
1,Ada Ash,CEO,${cells('', '')}
2,Ben Birch,Head,${cells('1', 'Ada Ash')}
3,Cleo Clay,Seller,${cells('2', 'Ben Birch')}
4,Dan Dale,Seller,${cells('2', 'Benjamin Birch')}
5,Eve Elm,Seller,${cells('1', 'Ben Birch')}
`);
    expect(lines.map(([, manager]) => manager)).toEqual(['', '1', '2', '2', '']);
    expect(kindsOf(imported, 'doubtful')).toEqual({
      'a manager whose id and name are two people; no line is drawn': 'people.csv row 6',
    });
  });

  test('but not what else is said of the manager, such as the level', async () => {
    const { taken } = await linesOf(
      'ID,Name,Title,Manager,Manager Level\n1,Ada Ash,CEO,,\n2,Ben Birch,Head,Ada Ash,1\n3,Cleo Clay,Seller,Ben Birch,2\n',
    );
    expect(taken.manager).toBe('Manager');
  });
});

test.each([
  ['Seat Number,Staff Code', 'Staff Code', '2'],
  ['EMPLID,POSITION_NBR', 'EMPLID', '3'],
])('the column of %s that holds managers as they are written is the id', async (headers, id, second) => {
  const cells = (one: string, two: string) => (id === 'EMPLID' ? `${two},${one}` : `${one},${two}`);
  const { taken, lines, said } = await linesOf(`${headers},NAME,JOBTITLE,SUPERVISOR_ID
${cells('007', '01')},Ada Ash,CEO,
${cells('001', '02')},Ben Birch,Head,01
${cells('002', '03')},Cleo Clay,Seller,02
${cells('003', '04')},Dan Dale,Seller,0${second}
`);
  expect(taken.id).toBe(id);
  expect(lines.map(([, manager]) => manager)).toEqual(['', '01', '02', `0${second}`]);
  expect(said).not.toContain('zeros');
});

test.each(['HR Business Partner', 'Created By', 'Leave Approver', 'Mentor ID', 'Vertrauensperson'])(
  '%s is no manager, though its values are people',
  async (header) => {
    const { taken } = await takenFrom(`ID,Name,Title,${header}
1,Ada,CEO,4
2,Ben,Head of Sales,4
3,Cleo,Seller,4
4,Dan,HR Manager,
5,Eve,Seller,4
`);
    expect(taken.manager).toBeUndefined();
  },
);

describe('a preferred name', () => {
  test.each([
    ['First Name,Last Name,Preferred Name', ['Ada,Ash,', 'Benjamin,Birch,Ben', 'Cleo,Clay,']],
    ['Preferred Name,Legal Name', [',Ada Ash', 'Ben,Benjamin Birch', ',Cleo Clay']],
  ])('finds people and is not their whole name: %s', async (headers, names) => {
    for (const manager of ['Ben Birch', '"Birch, Benjamin"']) {
      const { imported } = await takenFrom(
        `ID,${headers},Title,Manager\n${names.map((name, at) => `${at + 1},${name},Seller,${at === 2 ? manager : ''}`).join('\n')}\n`,
      );
      expect(imported.people.map(({ name }) => name)).toEqual(['Ada Ash', 'Benjamin Birch', 'Cleo Clay']);
      expect(imported.people[2]!.manager).toBe('2');
    }
  });
});

test.each([
  ['Line Manager', 'Project Manager', '2', '3'],
  ['PROJECT_MANAGER', 'LINE_MANAGER', '3', '2'],
  ['Dotted line', 'Solid line', '3', '2'],
  ['', '', '2', '3'],
])('rows for a %s and a %s are one job, solid to the line manager', async (one, two, solid, dotted) => {
  const { lines, said } = await linesOf(`ID,Name,Title,Manager,Manager Type
1,Ada,CEO,,
2,Ben,Head,1,Line Manager
3,Cleo,Head,1,Line Manager
4,Dan,Seller,2,${one}
4,Dan,Seller,3,${two}
`);
  expect(lines[3]).toEqual(['4', '', `solid ${solid}`, `dotted ${dotted}`]);
  expect(said).not.toContain('several jobs');
});

test('headers of Zoho and AFAS are known: an id beside a name, numbers of employees, what stands before a last name', async () => {
  const zoho = await linesOf(`EmployeeID,Name,Designation,Reporting To,Secondary Reporting To,Last Working Day
Z1,Ada Ash,CEO,,,
Z2,Ben Birch,Head,Ada Ash Z1,,
Z3,Cleo Clay,Seller,Z2 - Ben Birch,Ada Ash Z1,
Z4,Dan Dale,Seller,Ben Birch Z2,,2020-01-31
`);
  expect(zoho.lines).toEqual([
    ['Z1', ''],
    ['Z2', 'Z1'],
    ['Z3', '', 'solid Z2', 'dotted Z1'],
  ]);
  const afas = await linesOf(`Medewerker;Roepnaam;Voorvoegsel;Achternaam;Functie;Leidinggevende
1;Anna;van der;Berg;Directeur;
2;Bram;de;Boer;Verkoper;"Berg, Anna van der"
`);
  expect(afas.imported.people).toMatchObject([
    { id: '1', name: 'Anna van der Berg' },
    { id: '2', manager: '1' },
  ]);
});

test.each([
  ['Wochenstunden;Monatsgehalt', '39;5000', '19,5;2000', '39;3000', 0.5, 24_000],
  ['Uren per week;Bruto salaris per maand', '40;5000', '32;2500', '40;3000', 0.8, 30_000],
  ['Beschäftigungsumfang in %;Jahresgehalt brutto', '100;60000', '50;24000', '100;30000', 0.5, 24_000],
] as const)(
  'hours and pay under %s are FTE and cost of a year',
  async (headers, one, two, other, fte, costPerYear) => {
    const { imported } = await takenFrom(three(headers, one, two, other));
    expect(imported.people[1]).toMatchObject({ fte, costPerYear });
  },
);

test.each(['Projektleiter', 'Manager fonctionnel', 'Secondary Reporting To'])(
  '%s is a dotted line',
  async (header) => {
    const { lines } = await linesOf(three(header, '', '', '1'));
    expect(lines[2]).toEqual(['3', '', 'solid 2', 'dotted 1']);
  },
);

test('nobody is left out where everybody starts later: their first days say nothing', async () => {
  const imported = await importOf({
    'people.csv':
      'Employee ID,Name,Title,Manager ID,Hire Date\n1,Ada Ash,CEO,,2031-01-01\n2,Ben Birch,Sales Manager,1,2032-01-01\n',
  });
  expect([imported.people.length, imported.asOf]).toEqual([2, '']);
});

describe('below titles of groups of columns stand the headers', () => {
  test.each([
    [
      'in English',
      'Employee,,,Position,,Manager,\nEmployee ID,First Name,Last Name,Job Title,Department,Manager ID,Manager Name',
    ],
    [
      'in German',
      'Mitarbeiter,,,Stelle,,Führungskraft,\nPersonalnummer,Vorname,Nachname,Stellenbezeichnung,Abteilung,Vorgesetzter,Name Vorgesetzter',
    ],
    [
      'merged over them, some alike',
      'Employee,Employee,Employee,Position,Position,Manager,Manager\nID,First Name,Last Name,Job Title,Department,ID,Name',
    ],
  ])('%s', async (_, headers) => {
    const imported = await importOf({
      'people.csv': `${headers}\n1,Ann,Bell,CEO,Board,,\n2,Bob,Carr,Sales Director,Sales,1,Ann Bell\n3,Cy,Dunn,Account Manager,Sales,2,Bob Carr\n`,
    });
    expect(imported.people.map(({ id, name, manager }) => [id, name, manager])).toEqual([
      ['1', 'Ann Bell', ''],
      ['2', 'Bob Carr', '1'],
      ['3', 'Cy Dunn', '2'],
    ]);
    expect(imported.people.map(({ department }) => department)).toEqual(['Board', 'Sales', 'Sales']);
  });

  test('but a first row of words is somebody where headers are short of columns', async () => {
    const imported = await importOf({
      'people.csv': 'Name,Title,Manager,,\nAnn Bell,CEO,,York,Car\nBob Carr,Sales Director,Ann Bell,Leeds,\n',
    });
    expect(imported.people.map(({ name }) => name)).toEqual(['Ann Bell', 'Bob Carr']);
  });
});

test('where no row holds a person, the headers that were taken are told', async () => {
  const csv = 'Staff list,Name,Title\n1,Ann,CEO,x,y\n2,Bo,Clerk,x,y\n';
  await expect(importOf({ 'people.csv': csv })).rejects.toMatchObject({
    problems: [{ hint: expect.stringContaining('Taken for the headers: "Staff list", "Name", "Title".') }],
  });
});

test.each([
  ['Base Salary,Total Employment Cost', '100000,150000', 150_000],
  ['Jahresgehalt,Personalkosten', '70000,91000', 91_000],
  ['Salaire annuel,Coût employeur', '50000,72000', 72_000],
])('the whole cost of a seat goes before what is paid: %s', async (headers, cells, cost) => {
  const { people } = await importOf({ 'p.csv': `ID,Name,Title,${headers}\n1,Ann Bell,CEO,${cells}\n` });
  expect(people[0]!.costPerYear).toBe(cost);
});

test.each([['Matricule;Nom;Prénom;Poste;Établissement'], ['Matricola;Cognome;Nome;Qualifica;Stabilimento']])(
  '%s: a site of a company is no company',
  async (headers) => {
    const imported = await importOf({ 'p.csv': `${headers}\n1;Bell;Ann;CEO;Lyon\n2;Carr;Bob;CFO;Lyon\n` });
    expect(imported.name).toBe('');
    expect(imported.people.map(({ location }) => location)).toEqual(['Lyon', 'Lyon']);
  },
);

test.each([
  [
    'Portuguese',
    'Matrícula;Nome Completo;Função;Departamento;Superior Hierárquico;Situação',
    'Diretora-Geral',
    'Gestor de Clientes;Comercial',
    'Licença maternidade',
    'Desligado',
  ],
  [
    'Danish',
    'Medarbejdernummer;Navn;Stilling;Afdeling;Nærmeste leder;Ansættelsesstatus',
    'Administrerende direktør',
    'Kundeansvarlig;Salg',
    'Barsel',
    'Fratrådt',
  ],
  [
    'Swedish',
    'Anställningsnr;Namn;Befattning;Avdelning;Närmaste chef;Anställningsstatus',
    'VD',
    'Kundansvarig;Försäljning',
    'Föräldraledig',
    'Slutat',
  ],
])('%s headers, titles and statuses are known', async (_, headers, top, account, leave, left) => {
  const { imported } = await takenFrom(`${headers}
1;Ana Alm;${top};Alm;;Aktiv
2;Bo Berg;${account};1;${leave}
3;Cy Dahl;${account};2;${left}
4;Di Ek;${account};2;Aktiv
`);
  expect(imported.people.map(({ id, manager }) => [id, manager])).toEqual([
    ['1', ''],
    ['2', '1'],
    ['4', '2'],
  ]);
  expect(imported.coverage.mapped).toBe(3);
  expect(imported.journal.statuses.person.size).toBe(0);
});

test('Entry, Leaving and Cap.util.% of SAP are days and the share of a full-time seat', async () => {
  const { imported, taken } = await takenFrom(
    three(
      'Entry;Leaving;Cap.util.%',
      '01.02.2010;31.12.9999;100',
      '01.02.2012;31.12.9999;80',
      '01.02.2012;31.03.2012;50',
    ),
  );
  expect(taken).toMatchObject({ start: 'Entry', left: 'Leaving', fte: 'Cap.util.%' });
  expect(imported.people.map(({ fte, start }) => [fte, start])).toEqual([
    [1, '2010-02-01'],
    [0.8, '2012-02-01'],
  ]);
});

test('headers whose words are not known stand below titles of groups that are', async () => {
  const { imported } = await takenFrom(
    'Person,,,Organisation,\nКод,Имя,Должность,Отдел,Шеф\n1,Ann Bell,CEO,Board,\n2,Bob Carr,Clerk,Sales,1\n3,Cy Dunn,Clerk,Sales,2\n4,Di East,Clerk,Sales,2\n',
  );
  expect(imported.people.map(({ id, name, manager }) => [id, name, manager])).toEqual([
    ['1', 'Ann Bell', ''],
    ['2', 'Bob Carr', '1'],
    ['3', 'Cy Dunn', '2'],
    ['4', 'Di East', '2'],
  ]);
});

test.each([
  ['“', '”'],
  ['„', '“'],
  ['‘', '’'],
  ["'", ''],
  ['‘', ''],
])('ids between %s and %s are those that managers name without', async (before, behind) => {
  const id = (number: number) => `${before}E${number}${behind}`;
  const { people } = await importOf({
    'a.csv': `ID,Name,Title,Manager\n${id(1)},Ann Bell,CEO,\n${id(2)},Bob 't Hooft,Clerk,E1\n${id(3)},’t Hooft,Clerk,${id(2)}\n`,
  });
  expect(people.map((person) => [person.id, person.manager])).toEqual([
    ['E1', ''],
    ['E2', 'E1'],
    ['E3', 'E2'],
  ]);
  expect(people[2]!.name).toBe('’t Hooft');
});

test('the day of a notice is not that of leaving, where the file has both', async () => {
  const { taken, imported } = await takenFrom(
    three(
      'Anstelldatum;Kündigungsdatum;Ende des Arbeitsverhältnisses',
      '01.03.2012;;',
      '01.03.2014;30.09.2013;31.12.2099',
      '01.03.2015;30.09.2013;31.12.2098',
    ),
  );
  expect(taken).toMatchObject({ start: 'Anstelldatum', left: 'Ende des Arbeitsverhältnisses' });
  expect(imported.people).toHaveLength(3);
});
