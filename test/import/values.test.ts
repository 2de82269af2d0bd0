import { describe, expect, test } from 'vitest';
import { importFixtures, importOf, kindsOf } from './import-memory.ts';

const lines = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => row.map((cell) => (/[",]/.test(String(cell)) ? `"${cell}"` : cell)).join(',')).join('\n');
const managersOf = async (csv: string, options = {}) => {
  const imported = await importOf({ 'people.csv': csv }, options);
  return {
    imported,
    managers: Object.fromEntries(imported.people.map(({ id, manager }) => [id, manager])),
    assumed: imported.journal.assumed.join('\n'),
    wrong: imported.journal.wrong.join('\n'),
  };
};

describe('ids', () => {
  test('are no ids where they repeat for several people, and a manager is then found by name', async () => {
    const { imported, person } = await importFixtures(['posid.csv']);
    expect(imported.files[0]!.bound.map(({ header }) => header)).not.toContain('Position ID');
    expect(imported.journal.assumed.join()).toContain('"Position ID" is no id, since its values repeat');
    expect(['10002', '10003', '10004', '10005'].map((id) => person(id).manager)).toEqual([
      '10001',
      '10001',
      '10002',
      '10002',
    ]);
    expect(kindsOf(imported, 'doubtful')).toEqual({
      'a manager who is not in the file; kept as written': 'posid.csv row 2',
    });
  });

  test.each([
    ['clock no', '2'],
    ['Staff Nr.', '2'],
    ['Floor', undefined],
  ])('are not the names that stand under "Employee", with %s beside them', async (header, id) => {
    const { imported, managers, assumed } = await managersOf(
      lines([
        [header, 'Employee', 'Title', 'Lead'],
        [1, 'Ada Ash', 'CEO', ''],
        [2, 'Ben Birch', 'Sales Manager', 'Ada Ash'],
        [id === undefined ? 2 : 3, 'Cleo Clay', 'Seller', 'Ben Birch'],
        [id === undefined ? 2 : 4, 'Dan Dale', 'Seller', 'Ben Birch'],
      ]),
    );
    expect(assumed).toContain('"Employee" holds names and not ids.');
    expect(imported.people.map(({ name }) => name)).toEqual([
      'Ada Ash',
      'Ben Birch',
      'Cleo Clay',
      'Dan Dale',
    ]);
    const ben = imported.people[1]!.id;
    if (id === undefined) expect(ben).toMatch(/^p-[0-9a-f]{10}$/);
    else expect(ben).toBe(id);
    expect(Object.values(managers).filter((one) => one === ben)).toHaveLength(2);
  });

  test.each([
    ['id^name^title^manager', '--delimiter "^"'],
    ['id~name~title', '--delimiter "~"'],
    ['id,1,2,3', 'a person is a row'],
  ])('that nothing can be made of are refused with what is likely: %s', async (header, hint) => {
    await expect(importOf({ 'people.csv': `${header}\n${header}\n` })).rejects.toMatchObject({
      problems: [{ hint: expect.stringContaining(hint) }],
    });
  });

  test('a name of a manager that contradicts the id is a listed row, and no line', async () => {
    const { imported, managers } = await managersOf(
      lines([
        ['Employee ID', 'Name', 'Title', 'Manager ID', 'Manager Name'],
        [1, 'Ada Ash', 'CEO', '', ''],
        [2, 'Ben Birch', 'Sales Manager', 1, 'Ada Ash'],
        [3, 'Cleo Clay', 'Seller', 2, 'Ash, Ada'],
        [4, 'Dan Dale', 'Seller', 2, 'B. Birch'],
        [5, 'Ema Elm', 'Seller', 1, 'ADA ASH'],
      ]),
    );
    expect(managers).toEqual({ 1: '', 2: '1', 3: '', 4: '2', 5: '1' });
    expect(kindsOf(imported, 'doubtful')).toEqual({
      'a manager whose id and name are two people; no line is drawn': 'people.csv row 4',
    });
  });

  test('are found by their values, whatever the header: what differs, and what others refer to', async () => {
    const { imported, managers } = await managersOf(
      lines([
        ['Pracownik', 'Kod', 'Kod szefa', 'Stanowisko'],
        ['Ada Ash', 'K-01', '', 'CEO'],
        ['Ben Birch', 'K-02', 'K-01', 'Sales Manager'],
        ['Cleo Clay', 'K-03', 'K-02', 'Account Manager'],
        ['Dan Dale', 'K-04', 'K-02', 'Account Manager'],
        ['Ema Elm', 'K-05', 'K-02', 'Sales Representative'],
        ['Fay Fir', 'K-06', 'K-02', 'Sales Representative'],
      ]),
    );
    expect(managers).toEqual({
      'K-01': '',
      'K-02': 'K-01',
      'K-03': 'K-02',
      'K-04': 'K-02',
      'K-05': 'K-02',
      'K-06': 'K-02',
    });
    expect(imported.people[1]).toMatchObject({ name: 'Ben Birch', title: 'Sales Manager' });
  });
});

describe('managers', () => {
  const PEOPLE = [
    [1, 'Ann Stone', 'CEO'],
    [2, 'Bob Reed', 'Head of Sales'],
    [3, 'Cy Hill', 'Account Manager'],
    [4, 'Di Fox', 'Support Agent'],
    [5, 'Ed Lake', 'Sales Representative'],
  ] as const;
  const BOSSES = ['', 'Ann Stone', 'Reed, Bob', 'STONE Ann', 'bob  reed'];

  test('are named with the last name first or last', async () => {
    const { imported, person } = await importFixtures(['firstlast.csv']);
    expect(['1', '2', '3', '4', '5'].map((id) => person(id).manager)).toEqual(['', '1', '2', '1', '2']);
    expect(imported.journal.wrong).toEqual([]);
  });

  test.each(['Chefin', 'Подчиняется', 'Reporting Line'])(
    'stand in a column called %s, since its values are people',
    async (header) => {
      const { imported, managers } = await managersOf(
        lines([['ID', 'Name', 'Title', header], ...PEOPLE.map((row, at) => [...row, BOSSES[at]!])]),
      );
      expect(managers).toEqual({ 1: '', 2: '1', 3: '2', 4: '1', 5: '2' });
      expect(imported.files[0]!.bound).toContainEqual({ field: 'manager', index: 3, header, byValues: true });
    },
  );

  test('are not read from a column of somebody else, such as a mentor of everybody', async () => {
    const mentors = ['Di Fox', 'Di Fox', 'Di Fox', 'Cy Hill', 'Di Fox'];
    const { managers, wrong } = await managersOf(
      lines([['ID', 'Name', 'Title', 'Buddy'], ...PEOPLE.map((row, at) => [...row, mentors[at]!])]),
    );
    expect(new Set(Object.values(managers))).toEqual(new Set(['']));
    expect(wrong).toBe(
      'Nobody reports to anybody: no column of managers was found. "Buddy" looks like it: 5 of 5 values are people. If so: --map manager="Buddy".',
    );
  });

  test('are taken from a column whose values are people, not from one called manager that says yes or no', async () => {
    const { managers } = await managersOf(
      lines([
        ['ID', 'Name', 'Title', 'Manager', 'Leader'],
        ...PEOPLE.map((row, at) => [...row, at < 2 ? 'Yes' : 'No', BOSSES[at]!]),
      ]),
    );
    expect(managers[3]).toBe('2');
  });

  test('are nobody where the column says only whether somebody is one', async () => {
    const { imported, wrong } = await managersOf(
      'ID,Name,Title,Manager\n1,A,CEO,Yes\n2,B,Clerk,No\n3,C,Clerk,No\n',
    );
    expect(imported.people.map(({ manager }) => manager)).toEqual(['', '', '']);
    expect(wrong).toContain('no column of managers was found');
  });

  test('a small number beside a person is no manager, though it is the id of one', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => [at + 1, `Person ${at} Name`, 'Seller', (at % 5) + 1]);
    const { wrong } = await managersOf(lines([['ID', 'Name', 'Title', 'Rating'], ...rows]));
    expect(wrong).toContain('no column of managers was found');
  });

  test('who are mostly not in the file leave people at the top, which is said first', async () => {
    const { wrong } = await managersOf(
      lines([
        ['ID', 'Name', 'Title', 'Manager ID'],
        ...PEOPLE.map((row, at) => [...row, at === 1 ? 1 : 100 + at]),
      ]),
    );
    expect(wrong).toBe('4 people of 5 end up at the top: the managers of 4 are not in the file.');
  });

  test('several in one cell are one manager and dotted lines; what systems add to a name is no part of it', async () => {
    const { imported, person } = await importFixtures(['workday-managers.csv']);
    expect(imported.people.map(({ id, name }) => [id, name])).toEqual([
      ['1', 'Ana'],
      ['2', 'Bo'],
      ['3', 'Cy'],
      ['6', 'Fa'],
    ]);
    expect(person('6').lines).toEqual([
      { to: '2', kind: 'solid', weight: 0 },
      { to: '1', kind: 'dotted', weight: 0 },
    ]);
    expect(person('6')).toMatchObject({ department: 'EMEA', division: 'Sales' });
    expect(person('3')).toMatchObject({ manager: '2', workerType: 'contractor' });
    expect(imported.journal.assumed.join()).toContain('1 row names several managers');
  });

  test('a manager names a position, where that is what the column holds', async () => {
    const { imported, person } = await importFixtures(['orgplus-positions.csv']);
    expect(imported.people.map(({ id }) => id)).toEqual(['100', '101', '102']);
    expect(person('101')).toMatchObject({ manager: '100', title: 'VP Finance', secondary: ['marketing'] });
    expect(person('102').manager).toBe('101');
    expect(imported.journal.assumed.join()).toContain('"ReportsTo" names a "Position"');
  });
});

describe('departments', () => {
  test('that stand in the first row of each block only hold for the rows below', async () => {
    const rows = 'Executive,1,CEO,\nSales,2,Lead,1\n,3,Seller,2\n,4,Seller,2\nSupport,5,Lead,1\n,6,Agent,5';
    const { people } = await importOf({ 'a.csv': `Department,ID,Title,Manager\n${rows}\n` });
    expect(people.map(({ department }) => department)).toEqual([
      'Executive',
      'Sales',
      'Sales',
      'Sales',
      'Support',
      'Support',
    ]);
  });

  test('that are missing are counted, where rows below do not belong to a block', async () => {
    const rows = 'Executive,1,CEO,\nSales,2,Lead,1\n,3,Seller,1\n,4,Seller,1\nSupport,5,Lead,1\n,6,Agent,2';
    const { people, journal } = await importOf({ 'a.csv': `Department,ID,Title,Manager\n${rows}\n` });
    expect(people.filter(({ department }) => department === '')).toHaveLength(3);
    expect(journal.notes.join()).toContain('3 people below somebody have no department');
  });

  test('are headings between the rows, where nothing else says them', async () => {
    const imported = await importOf({
      'a.csv': 'ID,Name,Title,Manager\nBoard,,,\n1,A A,CEO,\nSales,,,\n2,B B,Lead,1\n3,C C,Seller,2\n',
    });
    expect(imported.people.map(({ id, department }) => [id, department])).toEqual([
      ['1', 'Board'],
      ['2', 'Sales'],
      ['3', 'Sales'],
    ]);
    expect(kindsOf(imported, 'leftOut')).toEqual({ 'headings between the rows': 'a.csv rows 2 and 4' });
  });

  test('that are paths are a tree', async () => {
    const { departments } = await importOf({
      'a.csv':
        'ID,Name,Title,Department\n1,A,CEO,Board\n2,B,Lead,Board / Sales\n3,C,Seller,Board / Sales / West\n',
    });
    expect(departments.map(({ id, parent }) => [id, parent])).toEqual([
      ['Board', ''],
      ['Sales', 'Board'],
      ['West', 'Sales'],
    ]);
  });

  test('are one with spaces, "and" or an entity of HTML around the ampersand; titles have none', async () => {
    const { departments, people } = await importOf({
      'a.csv':
        'ID,Name,Title,Department\n1,A,R&amp;D Lead,R&amp;D\n2,B,Lead,R & D\n3,C,Lead,R and D\n4,D,Lead,R&D\n5,E,Lead,R&D\n',
    });
    expect(departments.map(({ id }) => id)).toEqual(['R&D']);
    expect(people[0]!.title).toBe('R&D Lead');
  });
});

test.each(['(vacant)', 'TBD', 'TBH - Q3', 'N/A', 'zu besetzen', 'Poste à pourvoir', 'Open Req #12'])(
  'a seat whose holder is called %s is open, also without an id',
  async (name) => {
    const { people } = await importOf({
      'a.csv': `ID,Name,Title,Manager\n1,Ann Ash,CEO,\n2,Bo Birch,Lead,1\n3,${name},Clerk,2\n`,
    });
    expect(people[2]).toMatchObject({ id: '3', name: '', vacant: true, manager: '2' });
    const { people: without } = await importOf({
      'a.csv': `ID,Name,Title,Manager\n1,Ann Ash,CEO,\n2,Bo Birch,Lead,1\n,(vacant),Clerk,2\n,(vacant),Clerk,2\n`,
    });
    expect(without.slice(2).map(({ vacant }) => vacant)).toEqual([true, true]);
    expect(new Set(without.map(({ id }) => id)).size).toBe(4);
  },
);

test('what stands below no header is told', async () => {
  const { journal } = await importOf({ 'a.csv': 'ID,Name,,Department\n1,A,CEO,Board\n2,B,Clerk,Sales\n' });
  expect(journal.notes).toContain(
    'a.csv: column 3 has no header and is not used: "CEO", "Clerk", …. Name it, or say what it holds, as in --map title=3.',
  );
});

test.each(['Ann Ash <a@x.test>', 'Ann Ash <A@X.TEST>', '<a@x.test>'])(
  'a manager is found by %s',
  async (text) => {
    const { people } = await importOf({
      'a.csv': `ID,Name,Email,Title,Manager\n1,Ann Ash,a@x.test,CEO,\n2,Bo Birch,b@x.test,Clerk,${text}\n`,
    });
    expect(people[1]!.manager).toBe('1');
  },
);

test('of several managers in a column of lists the first counts, and the others are dotted', async () => {
  const { people, journal } = await importOf({
    'a.csv': 'ID,Name,Title,Managers\n1,A,CEO,\n2,B,Lead,1\n3,C,Clerk,2; 1\n',
  });
  expect(people[2]!.lines.map(({ to, kind }) => [to, kind])).toEqual([
    ['2', 'solid'],
    ['1', 'dotted'],
  ]);
  expect(journal.assumed.join()).toContain('1 row names several managers');
});

test('no day is none, and any column of days shows the order of their parts', async () => {
  const imported = await importOf({
    'a.csv':
      'ID,Name,Title,Manager,Hire Date,Termination Date,Reviewed\n1,A,CEO,,01/04/2010,0000-00-00,06/30/2025\n2,B,Clerk,1,02/04/2010,00/00/0000,01/02/2025\n',
  });
  expect(imported.people.map(({ start }) => start)).toEqual(['2010-01-04', '2010-02-04']);
  expect(imported.journal.count('doubtful')).toBe(0);
});

test.each([
  ['200.000', '60,500', [0, 1]],
  ['"200,000"', '60.500', [2]],
] as const)('beside %s, %s: what may be a thousandth is left out and listed', async (many, one, places) => {
  const quote = many.startsWith('"') ? one : `"${one}"`;
  const imported = await importOf({
    'a.csv': `ID,Name,Title,Salary\n1,A,CEO,${many}\n2,B,Clerk,${many.replace('2', '1')}\n3,C,Clerk,${quote}\n`,
  });
  const lost = imported.people.flatMap(({ costPerYear }, at) => (Number.isNaN(costPerYear) ? [at] : []));
  expect(lost).toEqual(places);
  expect(imported.journal.count('doubtful')).toBe(places.length);
});

describe('columns of levels', () => {
  test('of units are the tree of departments', async () => {
    const { imported, person } = await importFixtures(['levels.csv']);
    expect(person('3').department).toBe('Key Accounts');
    const parents = new Map(imported.departments.map(({ id, parent }) => [id, parent]));
    const path: string[] = [];
    for (let id = 'Key Accounts'; id !== ''; id = parents.get(id)!) path.push(id.split(' > ').at(-1)!);
    expect(path).toEqual(['Key Accounts', 'Sales', 'Commercial', 'Acme']);
  });

  test.each([
    ['Level 1 Manager ID,Level 2 Manager ID,Level 3 Manager ID', '1', '2', '3'],
    ['Manager ID,L1 Manager,L2 Manager,L3 Manager', ',A A', 'B B', 'C C'],
  ])('of managers are the line, the last that is filled: %s', async (headers, a, b, c) => {
    const rows = [
      '1,A A,CEO',
      `2,B B,Head,${a}`,
      `3,C C,Lead,${a},${b}`,
      `4,D D,Clerk,${a},${b},${c}`,
      `5,E E,Clerk,${a},${b},${c}`,
    ];
    const width = 3 + headers.split(',').length;
    const filled = rows.map((row) => row + ','.repeat(width - row.split(',').length));
    const { people } = await importOf({ 'a.csv': `ID,Name,Title,${headers}\n${filled.join('\n')}\n` });
    expect(people.map(({ manager }) => manager)).toEqual(['', '1', '2', '3', '3']);
  });

  test('of units, deepest first and filled up, are the same tree', async () => {
    const { people, departments } = await importOf({
      'people.csv': lines([
        ['ID', 'Name', 'Title', 'Org Unit L1', 'Org Unit L2', 'Org Unit L3'],
        [1, 'Ann', 'CEO', 'Acme', 'Acme', 'Acme'],
        [2, 'Bob', 'Head of Sales', 'Acme', 'Sales', 'Sales'],
        [3, 'Cy', 'Account Manager', 'Acme', 'Sales', 'Key Accounts'],
        [4, 'Di', 'Support Agent', 'Acme', 'Support', 'Support'],
      ]),
    });
    expect(people.map(({ department }) => department)).toEqual(['Acme', 'Sales', 'Key Accounts', 'Support']);
    expect(departments).toContainEqual({ id: 'Key Accounts', name: 'Key Accounts', parent: 'Sales' });
  });

  test.each([
    ['names', (name: string) => name],
    ['names with ids', (name: string, id: number) => `${name} (${id})`],
  ])('of managers by %s are the line to the deepest', async (_, shown) => {
    const boss = (id: number) => (id === 0 ? '' : shown(['Ann Stone', 'Bob Reed'][id - 1]!, id));
    const { managers } = await managersOf(
      lines([
        ['ID', 'Name', 'Title', 'Management Chain - Level 01', 'Management Chain - Level 02'],
        [1, 'Ann Stone', 'CEO', boss(1), ''],
        [2, 'Bob Reed', 'Head of Sales', boss(1), boss(2)],
        [3, 'Cy Hill', 'Account Manager', boss(1), boss(2)],
        [4, 'Di Fox', 'Support Agent', boss(1), ''],
      ]),
    );
    expect(managers).toEqual({ 1: '', 2: '1', 3: '2', 4: '1' });
  });

  test('grades that count from the top are turned round, and it is said', async () => {
    const { imported, assumed } = await managersOf(
      lines([
        ['ID', 'Name', 'Title', 'Manager ID', 'Grade'],
        [1, 'A', 'CEO', '', 1],
        ...[2, 3, 4].map((id) => [id, `B${id}`, 'Head', 1, 2]),
        ...[5, 6, 7, 8].map((id) => [id, `C${id}`, 'Clerk', 2, 5]),
      ]),
    );
    expect(imported.people.map(({ level }) => level)).toEqual([5, 4, 4, 4, 1, 1, 1, 1]);
    expect(assumed).toContain('"Grade" counts from the top');
  });
});

test('titles of a language that is not known are found: reports are alike, and not like who leads them', async () => {
  const departments = ['Sprzedaż', 'Obsługa', 'Finanse'];
  const rows = departments.flatMap((name, at) => [
    `${10 * at + 10},Szef ${name},Kierownik,1,${name},Łódź`,
    ...[1, 2, 3, 4].map(
      (n) =>
        `${10 * at + 10 + n},Osoba ${name},Pracownik ${name},${10 * at + 10},${name},${n % 2 ? 'Łódź' : 'Gdynia'}`,
    ),
  ]);
  const found = await importOf({
    'a.csv': `Numer,Imię i nazwisko,Stanowisko,Przełożony,Komórka,Miejsce\n1,Anna Nowak,Prezes,,Zarząd,Łódź\n${rows.join('\n')}\n`,
  });
  expect(found.people.slice(0, 3).map(({ title, department }) => [title, department])).toEqual([
    ['Prezes', 'Zarząd'],
    ['Kierownik', 'Sprzedaż'],
    ['Pracownik Sprzedaż', 'Sprzedaż'],
  ]);
});

test('a department is found by its values: people are alike with whoever they report to', async () => {
  const units = ['Handel', 'Handel', 'Labor', 'Labor'];
  const { people, files } = await importOf({
    'people.csv': lines([
      ['ID', 'Name', 'Title', 'Boss', 'Ort', 'Einheit'],
      ...Array.from({ length: 16 }, (_, at) => [
        at + 1,
        `P ${at}`,
        'Clerk',
        at === 0 ? '' : at < 4 ? 1 : 1 + (at % 4),
        ['Kiel', 'Bonn', 'Ulm'][at % 3]!,
        units[at % 4]!,
      ]),
    ]),
  });
  expect(files[0]!.bound.find(({ field }) => field === 'department')?.header).toBe('Einheit');
  expect(people[2]!.department).toBe('Labor');
});

test('departments that differ in case, spaces, entities or invisible signs are one; accents keep two apart', async () => {
  const { imported } = await importFixtures(['department-spellings.csv']);
  expect(imported.departments.map(({ id }) => id)).toEqual(['Board', 'Sales', 'R&D']);
  expect(imported.journal.assumed.join()).toContain('"Sales", "R&D": written in several ways');
  const { departments } = await importOf({
    'a.csv': 'ID,Name,Title,Department\n1,A,x,Santé\n2,B,x,Sante\n3,C,x,SANTÉ\n4,D,x,Sante\u00ad\n',
  });
  expect(departments.map(({ id }) => id)).toEqual(['SANTÉ', 'Sante']);
});

describe('exports in other languages are understood', () => {
  test('German people and customers', async () => {
    const { imported, person } = await importFixtures(['de.csv', 'de_kunden.csv'], {
      people: ['de.csv'],
      customers: 'de_kunden.csv',
    });
    expect(person('1003')).toMatchObject({
      name: 'Mia Keller',
      title: 'Vertriebsmitarbeiterin',
      department: 'Vertrieb',
      manager: '1002',
      fte: 0.8,
      costPerYear: 64_500.5,
      start: '2019-02-01',
      location: 'Köln',
    });
    expect(imported.people).toHaveLength(7);
    expect(imported.coverage).toMatchObject({ mapped: 7, unmapped: [] });
    expect(imported.customers.list.map(({ owner }) => owner)).toEqual([['1004'], ['1003'], ['1004']]);
    expect(imported.customers.turnover).toEqual(['Umsatz']);
    expect(imported.journal.wrong).toEqual([]);
  });

  test.each([
    [
      'French',
      'Matricule;Nom;Prénom;Intitulé du poste;Service;Matricule responsable;ETP',
      'Directrice générale;Direction',
      'Chargé de compte;Ventes',
    ],
    [
      'Spanish',
      'Nº empleado;Apellidos;Nombre;Puesto;Departamento;Id jefe;Jornada',
      'Directora general;Dirección',
      'Ejecutivo de cuentas;Ventas',
    ],
    [
      'Dutch',
      'Personeelsnummer;Achternaam;Voornaam;Functie;Afdeling;Leidinggevende;FTE',
      'Algemeen directeur;Directie',
      'Accountmanager;Verkoop',
    ],
    [
      'Italian',
      'Matricola;Cognome;Nome;Qualifica;Reparto;Matricola responsabile;FTE',
      'Direttrice generale;Direzione',
      'Gestore clienti;Vendite',
    ],
  ])('%s', async (_, header, top, seller) => {
    const { people, coverage } = await importOf({
      'people.csv': `${header}\n1;Roux;Ana;${top};;1,0\n2;Blanc;Luc;${seller};1;0,5\n`,
    });
    expect(people[1]).toMatchObject({
      id: '2',
      name: 'Luc Blanc',
      manager: '1',
      fte: 0.5,
      department: seller.split(';')[1],
    });
    expect(coverage.mapped).toBeGreaterThanOrEqual(1);
  });
});

test('a column is named by its number as well as by its header', async () => {
  const { managers } = await managersOf('Code,Who,Job,Chief\n1,Ada,Boss,\n2,Bea,Buyer,1\n', {
    peopleColumns: new Map([
      ['id', '1'],
      ['manager', '#4'],
    ]),
  });
  expect(managers).toEqual({ 1: '', 2: '1' });
});

describe('headers that were typed by hand', () => {
  test('may hold a slip of the keyboard, and stand below titles', async () => {
    const { people, journal } = await importOf({
      'staff.csv':
        'Staff list,,,,\nprinted for the board,,,,\nEmploye Nr,Ful Name,Job Titel,Reprots To,Slary\n1,Ann Stone,CEO,,150k\n2,Bob Reed,Head of Sales,1,90k\n3,Cy Hill,Account Manager,2,\n',
    });
    expect(people).toMatchObject([
      { id: '1', name: 'Ann Stone', manager: '', costPerYear: 150_000 },
      { id: '2', title: 'Head of Sales', manager: '1' },
      { id: '3', manager: '2' },
    ]);
    expect(journal.assumed.join('\n')).toContain('"Reprots To" is read as "reports to"');
  });

  test('are no slip where only an s is more, or a number', async () => {
    const { files } = await importOf({
      'a.csv': 'ID,Name,Title,Regions,Stages,Salary 2\n1,A,CEO,x,y,z\n2,B,Clerk,x,y,z\n',
    });
    expect(files[0]!.ignored).toEqual(['Regions', 'Stages', 'Salary 2']);
  });
});
