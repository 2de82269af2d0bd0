import { describe, expect, test } from 'vitest';
import { customersOf } from './customers-memory.ts';
import { kindsOf } from './import-memory.ts';

describe('columns of customers', () => {
  test('are known fields, hours of capabilities, and else attributes', async () => {
    const { customers } =
      await customersOf(`Account ID,Account Name,Type,Account Owner,Revenue,Gross Margin,Retention Rate,Effort: Account Management,Effort: Juggling,Industry
c1,Acme,B2B,alex@example.test,"120,000","40,000",93 %,12,3,Retail
c2,Beta,B2B,Alex Winter,80000,(500),80%,,1,Energy
`);
    expect(customers.list).toMatchObject([
      { id: 'c1', name: 'Acme', market: 'b2b', owner: ['2'], effort: [12], attributes: ['3', 'Retail'] },
      { id: 'c2', owner: ['2'] },
    ]);
    expect(customers.list[0]!.figures).toMatchObject({ revenue: 120_000, margin: 40_000, retention: 0.93 });
    expect(customers.list[1]!.figures).toMatchObject({ margin: -500, retention: 0.8 });
    expect(customers.effort).toEqual(['account-management']);
    expect(customers.attributes).toEqual(['Effort: Juggling', 'Industry']);
  });

  test('leave a turnover out of revenue, unless the user says that it is', async () => {
    const csv = 'Customer ID,Name,Annual Revenue\nc1,Acme,5000000\n';
    const { customers } = await customersOf(csv);
    expect(customers.turnover).toEqual(['Annual Revenue']);
    expect(customers.list[0]!.figures.revenue).toBeNaN();
    expect(customers.list[0]!.attributes).toEqual(['5000000']);
    const told = await customersOf(csv, { customerColumns: new Map([['revenue', 'Annual Revenue']]) });
    expect(told.customers.turnover).toEqual([]);
    expect(told.customers.list[0]!.figures.revenue).toBe(5_000_000);
  });

  test.each([
    ['Organization - ID,Organization - Name,Organization - Owner', 'r1,Acme,Alex Winter'],
    ['Company: ID,Company: Name,Company: Account Owner', 'r1,Acme,Alex Winter'],
    ['External ID,Display Name,Salesperson', 'r1,Acme,Alex Winter'],
    ['Record Id,Organization name,Account owner email', 'r1,Acme,alex@example.test'],
    ['Customer ID,Customer,Owner', 'r1,Acme,2'],
  ])('are known as systems write them: %s', async (headers, row) => {
    const { customers } = await customersOf(`${headers}\n${row}\n`);
    expect(customers.list).toMatchObject([{ id: 'r1', name: 'Acme', owner: ['2'], attributes: [] }]);
  });

  test.each([
    ['MRR', '1200.5', 14_406],
    ['Revenue (k€)', '125', 125_000],
    ['Net Revenue FY26', '7,Net Revenue FY25', 7],
    ['Umsatz 2026 (T€)', '7,Umsatz 2025 (T€)', 7000],
  ])('hold the revenue of a year: %s', async (header, rest, revenue) => {
    const [given, other = 'Industry'] = rest.split(',');
    const { customers, journal } = await customersOf(`Customer ID,${other},${header}\nc1,1,${given}\n`);
    expect(customers.list[0]!.figures.revenue).toBe(revenue);
    expect(journal.assumed.join()).toContain(`"${header}"`);
  });

  test('called type hold a market only where all of them do', async () => {
    const { customers } = await customersOf('Customer ID,Name,Type\nc1,Acme,Prospect\nc2,Beta,B2B\n');
    expect(customers.list.map(({ market }) => market)).toEqual(['', '']);
    expect(customers.attributes).toEqual(['Type']);
  });
});

describe('a single column of names', () => {
  test.each([
    ['Numéro client;Nom;Secteur', 'K1;Alpha;x', 'K1'],
    ['Cliente;Nombre;Sector', '1;Alpha;x', '1'],
    ['Codice cliente;Nome;Settore', 'K1;Alpha;x', 'K1'],
    ['ID;Naam;Sector', 'K1;Alpha;x', 'K1'],
    ['Kundennummer;Name 1;Branche', 'K1;Alpha;x', 'K1'],
    ['Code client;Société;Secteur', 'K1;Alpha;x', 'K1'],
  ])('is that of customers, and makes no consumers: %s', async (headers, row, id) => {
    const { customers, customerFile } = await customersOf(`${headers}\n${row}\n`);
    expect(customers.list).toMatchObject([{ id, name: 'Alpha', market: '', attributes: ['x'] }]);
    expect(customerFile!.bound.map(({ field }) => field)).toEqual(['id', 'name']);
  });

  test('beside one of first names is that of consumers', async () => {
    const { customers } = await customersOf('N° client;Nom;Prénom\n1;Alpha;Anne\n');
    expect(customers.list).toMatchObject([{ name: 'Anne Alpha', market: 'b2c' }]);
  });
});

describe('statuses of customers are judged one by one', () => {
  test.each([
    ['Status', 'Customer', 'Prospect', 'Former Customer', 'Churned', 'Lead'],
    ['Type', 'Customer - Direct', 'Prospect', 'Lost', 'Inactive Customer', 'Prospect'],
    ['Status', 'aktiv', 'Interessent', 'gekündigt', 'ehemaliger Kunde', 'potenzieller Kunde'],
    ['Statut', 'Client', 'Prospect', 'Résilié', 'Ancien client', 'Client potentiel'],
  ])('under %s: %s, %s, %s, %s, %s', async (header, ...values) => {
    const rows = values.map((value, at) => `c${at},N${at},${value}`).join('\n');
    const imported = await customersOf(`Customer ID,Name,${header}\n${rows}\n`);
    expect(imported.customers.list.map(({ id, status }) => [id, status])).toEqual([
      ['c0', ''],
      ['c1', 'prospect'],
      ['c4', 'prospect'],
    ]);
    expect(kindsOf(imported, 'leftOut')).toEqual({
      'former customers, by their status': 'customers.csv rows 4–5',
    });
  });

  test('and one that is not known is told', async () => {
    const { journal, customers } = await customersOf(
      'Customer ID,Name,Type\n1,A,Customer\n2,B,Prospect\n3,C,Partner\n',
    );
    expect([...journal.statuses.customer]).toEqual([['Partner', 1]]);
    expect(customers.list).toHaveLength(3);
  });

  test.each([
    [
      'Status,Relationship Type',
      'Active,Customer',
      'Active,Supplier',
      'Inactive,Customer',
      'Active,Prospect',
    ],
    ['is_active,Account Type', '1,Customer', '1,Competitor', '0,Customer', '1,Prospect'],
    ['Type,Archived', 'Kunde,no', 'Lieferant,no', 'Kunde,yes', 'Interessent,no'],
  ])('by all columns that say it: %s', async (headers, ...rows) => {
    const imported = await customersOf(
      `Customer ID,${headers}\n${rows.map((row, at) => `${at},${row}`).join('\n')}\n`,
    );
    expect(imported.customers.list.map(({ id, status }) => [id, status])).toEqual([
      ['0', ''],
      ['3', 'prospect'],
    ]);
    expect(kindsOf(imported, 'leftOut')).toEqual({
      'suppliers and competitors, by their type': 'customers.csv row 3',
      'former customers, by their status': 'customers.csv row 4',
    });
  });

  test('but what says something else of them is no status', async () => {
    const { customers } = await customersOf(
      'Customer ID,Name,Newsletter,Job\n1,A,yes,retired\n2,B,no,employed\n',
    );
    expect(customers.list).toMatchObject([{ status: '' }, { status: '' }]);
    expect(customers.attributes).toEqual(['Newsletter', 'Job']);
  });
});

describe('what is printed of columns is what was taken', () => {
  test('where a market follows from another column than its header says', async () => {
    const { customerFile } = await customersOf(
      'Customer ID,Name,Type,Segment\n1,A,Customer,Enterprise\n2,B,Other,SMB\n',
    );
    const market = customerFile!.bound.filter(({ field }) => field === 'market');
    expect(market).toMatchObject([{ header: 'Segment', byValues: true }]);
    expect(customerFile!.attributes.has('Type')).toBe(true);
  });
});

test('a parent is found by its name, and listed where no customer has it', async () => {
  const imported = await customersOf(
    'Customer ID,Name,Parent Account\n1,Acme,\n2,Acme SA,acme\n3,Beta SA,Beta\n',
  );
  expect(imported.customers.list.map(({ parent }) => parent)).toEqual(['', '1', 'Beta']);
  expect(kindsOf(imported, 'doubtful')).toEqual({
    'a parent that is not among the customers; kept as written': 'customers.csv row 4',
  });
});

test('where a customer is and since when are no contact data', async () => {
  const { customers } = await customersOf(
    'Customer ID,Address 1: Country/Region,Address 1: Street,Since,Call\n1,Germany,Main,01.02.2010,030 123 45 67\n',
  );
  expect(customers.attributes).toEqual(['Address 1: Country/Region', 'Since']);
  expect(customers.contactData).toEqual(['Address 1: Street', 'Call']);
});

test('people to talk to are contact data, and how or when they are talked to is not', async () => {
  const { customers } = await customersOf(
    'Customer ID,Primary Contact,Interlocuteur,Preferred Contact,Contact Channel,Last Contact,Buyer\n1,Jo Doe,"Roe, Al",Lena Fischer,Phone,2026-01-02,Repeat\n',
  );
  expect(customers.contactData).toEqual(['Primary Contact', 'Interlocuteur', 'Preferred Contact']);
  expect(customers.attributes).toEqual(['Contact Channel', 'Last Contact', 'Buyer']);
});

test('people of the organisation beside the owners are no contact data of customers, and no attribute', async () => {
  const { customers, journal } = await customersOf(
    'Customer ID,Account Manager ID,CSM,Backup,Town\n1,2,alex@example.test,Ada North,Ada\n2,2,alex@example.test,Alex Winter,Alex\n',
  );
  expect(customers.contactData).toEqual([]);
  expect(customers.attributes).toEqual(['Town']);
  expect(journal.assumed.join()).toContain('"CSM", "Backup" hold people of the organisation');
});

test('a segment with an id keeps it, is called by its segment, and has revenue rather than a turnover', async () => {
  const { customers } = await customersOf(
    'ID,Segment,Customers,Market,Annual Revenue\nS1,SMB,"1,250",B2B,3\nS2,Families,98000,B2C,12\n',
  );
  expect(customers.list).toMatchObject([
    { id: 'S1', name: 'SMB', count: 1250, figures: { revenue: 3 } },
    { id: 'S2', name: 'Families', count: 98_000, market: 'b2c', figures: { revenue: 12 } },
  ]);
  expect(customers.segments).toBeUndefined();
  expect(customers.turnover).toEqual([]);
});

test.each(['Churn Date', 'Kündigungsdatum', 'Inactive Since', 'Kunde bis', 'Fecha de baja'])(
  'who has left by a day is a former customer: %s',
  async (header) => {
    const imported = await customersOf(`Customer ID,Name,${header}\n1,A,\n2,B,2020-05-01\n3,C,2080-01-01\n`, {
      today: '2026-11-30',
    });
    expect(imported.customers.list.map(({ id }) => id)).toEqual(['1', '3']);
    const notice = await customersOf('Customer ID,Name,Kündigungsfrist bis\n1,A,2020-05-01\n');
    expect(notice.customers.list).toHaveLength(1);
  },
);

test('the row that sums up the others is left out, and one that is only called so is a customer', async () => {
  const { customers } = await customersOf(
    'Owner,Customer,Revenue\n2,Acme,100\n2,Total Energies,50\n2,Total,150\n',
  );
  expect(customers.list.map(({ id }) => id)).toEqual(['Acme', 'Total Energies']);
  const other = await customersOf('Owner,Customer,Revenue\n2,Acme,100\n2,Total,170\n');
  expect(other.customers.list).toHaveLength(2);
});

describe('a margin is money', () => {
  test.each([
    ['Margin', '35%'],
    ['Margin', '35'],
    ['Gross Margin %', '0.35'],
    ['Margin', '4200'],
  ])('where it is given as a share of the revenue too: %s %s', async (header, margin) => {
    const { customers } = await customersOf(`Customer ID,Name,Revenue,${header}\n1,A,12000,${margin}\n`);
    expect(customers.list[0]!.figures.margin).toBe(4200);
  });
});

test('a fraction among per cents is no retention, and no margin', async () => {
  const margins = await customersOf('Customer ID,Revenue,Margin\n1,1000,92%\n2,1000,0.85\n3,1000,95\n');
  expect(margins.customers.list.map(({ figures }) => figures.margin)).toEqual([920, Number.NaN, 950]);
  const imported = await customersOf('Customer ID,Name,Retention Rate\n1,A,92%\n2,B,0.85\n3,C,95\n');
  expect(imported.customers.list.map(({ figures }) => figures.retention)).toEqual([0.92, Number.NaN, 0.95]);
  expect(imported.journal.count('doubtful')).toBe(1);
});

describe('several rows of a customer', () => {
  test('name several owners, where nothing else differs but what is said of these', async () => {
    const { customers } = await customersOf(
      'Customer ID,Name,Account Owner,Role,Revenue\n1,A,1,Sales,9\n1,A,2,Support,9\n',
    );
    expect(customers.list).toMatchObject([{ owner: ['1', '2'], figures: { revenue: 9 } }]);
  });

  test('are asked about where they are invoices', async () => {
    const invoices = await customersOf('Invoice,Customer No,Revenue\n1,K1,10\n2,K1,20\n');
    expect(invoices.journal.questions.join()).toContain('1 row has an id that an earlier one has');
    const months = await customersOf('Month,Account Name,Revenue\nx,Acme,10\ny,Acme,20\n');
    expect(months.journal.questions.join()).toContain('"Acme" in 2');
  });
});

describe('what is no list of customers', () => {
  test.each([
    ['Deal,Account Name,Stage\nx,Acme,Won\ny,Acme,Lost\n', 'holds deals and no customers'],
    ['Opportunity ID,Opportunity Name,Account Name,Amount\n1,a,Acme,9\n2,b,Beta,9\n', 'holds deals'],
    [
      'Date,Employee ID,Customer,Activity,Hours\n1.2.26,1,Acme,Support,4\n2.2.26,1,Acme,Sales,2\n',
      'holds hours',
    ],
    ['Datum;Kunde;Mitarbeiter;Stunden\n1.2.26;Acme;1;4\n2.2.26;Acme;1;2\n', 'holds hours'],
  ])('is refused: %j', async (csv, told) => {
    await expect(customersOf(csv)).rejects.toThrow(told);
  });

  test('is taken where the user says what names customers', async () => {
    const { customers } = await customersOf('Deal,Account Name,Stage\nx,Acme,Won\ny,Acme,Won\n', {
      customerColumns: new Map([['name', 'Account Name']]),
    });
    expect(customers.list).toHaveLength(2);
  });
});

test.each([
  ['Aufwand Support (Std./Monat)', 'support'],
  ['Sales hours per month', 'sales'],
  ['Heures support par mois', 'support'],
  ['Hours per month', undefined],
  ['Support hours', undefined],
])('hours a month under %s are those of %s', async (header, capability) => {
  const { customers } = await customersOf(`ID,Customer,${header}\n1,Acme,4\n2,Beta,5\n`);
  expect(customers.effort).toEqual(capability === undefined ? [] : [capability]);
});

test.each(['Support hours', 'Support hours per week', 'Aufwand Support (Std./Jahr)'])(
  '%s are hours that do not say a month: it is asked, and no figure rests on them',
  async (header) => {
    const imported = await customersOf(`ID,Customer,${header}\n1,Acme,4\n2,Beta,5\n`);
    expect(imported.customers.effort).toEqual([]);
    expect(imported.journal.questions.join()).toContain(
      `"${header}" holds hours of support and does not say that they are of a month`,
    );
  },
);

test.each([
  ['Umsatz;Marge', '1.000;20 %', 1000],
  ['Turnover;Gross margin', '1000;20%', 1000],
  ['Annual Revenue;Total Revenue', '9000000;1000', 1000],
  ['Annual Revenue;Margin', '9000000;200', Number.NaN],
  ['Umsatz;Region', '1.000;Nord', Number.NaN],
])('of %s what is ours is told by the other', async (headers, cells, revenue) => {
  const { customers } = await customersOf(`ID;Customer;${headers}\n1;Acme;${cells}\n`);
  expect(customers.list[0]!.figures.revenue).toEqual(revenue);
});

test('segments without an id and a name are called by what describes them', async () => {
  const { customers } = await customersOf(
    'Industry,Region,Customers,Score\nRetail,North,12,3\nRetail,South,1.200,4\nEnergy,North,7,4\n',
  );
  expect(customers.list.map(({ id, count }) => [id, count])).toEqual([
    ['Retail / North', 12],
    ['Retail / South', 1200],
    ['Energy / North', 7],
  ]);
});

describe('a file has one currency', () => {
  test.each([
    ['Revenue\n1,A,$100\n2,B,€100\n3,C,$90', 'USD'],
    ['Revenue,Currency\n1,A,100,EUR\n2,B,100,CHF\n3,C,90,EUR', 'EUR'],
    ['Revenue (EUR)\n1,A,100\n2,B,£100\n3,C,90', 'EUR'],
    ['Revenue (€)\n1,A,100\n2,B,GBP 100\n3,C,90', 'EUR'],
  ])('so amounts in another one are left out, and said: %s', async (csv, currency) => {
    const imported = await customersOf(`Customer ID,Name,${csv}\n`);
    expect(imported.currency).toBe(currency);
    expect(imported.customers.list.map(({ figures }) => figures.revenue)).toEqual([100, Number.NaN, 90]);
    expect(imported.journal.wrong.join()).toContain('Amounts are in several currencies');
  });

  test('which a lone sign tells', async () => {
    const one = await customersOf('Customer ID,Name,Revenue\n1,A,$100\n2,B,80\n');
    expect(one.currency).toBe('USD');
    expect(one.journal.wrong).toEqual([]);
    const other = await customersOf('Customer ID,Name,Revenue,Currency\n1,A,$100,CAD\n2,B,$80,CAD\n');
    expect(other.currency).toBe('CAD');
    expect(other.journal.wrong).toEqual([]);
  });
});

describe('individuals without a name', () => {
  const csv = `Customer ID,Name,Market,Territory,Colour,Revenue
c1,Acme,B2B,North,Red,10
c2,,B2C,North,Red,1
c3,,B2C,North,Blue,2
c4,,B2C,South,Red,3
c5,Jane,B2C,South,Red,4
`;

  test('are grouped by what has few values, with their number and sums', async () => {
    const { customers } = await customersOf(csv);
    expect(customers.segments).toEqual({ rows: 3, into: 3, by: ['Territory', 'Colour'] });
    expect(customers.list.map(({ id }) => id)).toEqual([
      'c1',
      'c5',
      'segment/North/Red',
      'segment/North/Blue',
      'segment/South/Red',
    ]);
  });

  test('are grouped by what the user names', async () => {
    const { customers, journal } = await customersOf(csv, { groupBy: ['territory'] });
    const north = customers.list.find(({ id }) => id === 'segment/North')!;
    expect(north).toMatchObject({
      count: 2,
      market: 'b2c',
      name: 'Individuals: North',
      attributes: ['North', ''],
    });
    expect(north.figures.revenue).toBe(3);
    expect(journal.notes.join()).toContain('do not keep "Colour"');
    await expect(customersOf(csv, { groupBy: ['Size'] })).rejects.toThrow(/no attribute "Size"/);
  });
});

test('rows that cannot be used are listed, and the others kept', async () => {
  const imported = await customersOf(`Customer ID,Name,Account Manager ID,Revenue
c1,Acme,2,100
c1,Beta,2,100
,Gamma,2,100
c4,Delta
c5,Epsilon,99,much
c1,Acme,2,100
`);
  expect(imported.customers.list.map(({ id }) => id)).toEqual(['c1', 'c5']);
  expect(kindsOf(imported, 'unusable')).toEqual({
    'an id that an earlier row has': 'customers.csv row 3',
    'no id': 'customers.csv row 4',
    'more or fewer cells than the 4 headers': 'customers.csv row 5',
  });
  expect(kindsOf(imported, 'doubtful')).toEqual({
    'revenue that is no number': 'customers.csv row 6',
    'an owner who is not among the people; kept as written': 'customers.csv row 6',
  });
  expect(kindsOf(imported, 'leftOut')).toEqual({
    'repeats of a row, alike in all that is used': 'customers.csv row 7',
  });
});

test('beside a column of owners one of their ids says who it is, and a name counts where that names nobody', async () => {
  const { customers } = await customersOf(
    'Account ID,Owner,Owner ID\nc1,Somebody Else,2\nc2,,2\nc3,Alex Winter,\n',
  );
  expect(customers.list.map(({ owner }) => owner)).toEqual([['2'], ['2'], ['2']]);
  expect(customers.attributes).toEqual([]);
});
