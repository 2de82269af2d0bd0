import { expect, test } from 'vitest';
import { isInsight } from '../../src/model/customer-facing.ts';
import { titleMapper } from '../../src/model/titles.ts';
import { organisationOf } from '../support/organisations.ts';

const capabilityOf = titleMapper({});

test.each([
  ['Customer Insight Analyst', 'customer-insight'],
  ['Head of Customer Analytics', 'customer-insight'],
  ['Customer Data Scientist', 'customer-insight'],
  ['Voice of the Customer Lead', 'customer-insight'],
  ['Market Researcher', 'market-research'],
  ['Market Insight Manager', 'market-research'],
  ['Customer Database Administrator', 'information-technology'],
  ['Customer Service Agent', 'support'],
  ['Customer Success Manager', 'account-management'],
  ['Relationship Manager', 'account-management'],
  ['Director of Relationship Management', 'account-management'],
  ['Supplier Relationship Manager', ''],
  ['Head of Client Management', 'account-management'],
  ['Commercial Director', 'sales'],
  ['Commercial Finance Manager', 'finance'],
  ['Chief Revenue Officer', 'sales'],
  ['Chief Commercial Officer (CCO)', 'sales'],
  ['Territory Manager', 'sales'],
  ['Bid Manager', 'sales'],
  ['Chief Product Officer', 'product-management'],
  ['Head of Product', 'product-management'],
  ['Head of Product Development', 'product-development'],
  ['Chief People Officer', 'human-resources'],
  ['Chief Information Officer', 'information-technology'],
  ['Chief Technology Officer', 'product-development'],
  // Shops in which goods are sold, not made or kept.
  ['Store Manager', 'sales'],
  ['Assistant Store Manager', 'sales'],
  ['Coffee Shop Supervisor', 'sales'],
  ['Machine Shop Supervisor', 'production'],
  ['Workshop Manager', ''],
  ['Stores Manager', ''],
  ['Responsable de magasin', 'sales'],
  ['Adjointe responsable de magasin', 'sales'],
  ['Chef de rayon', 'sales'],
  ['Gérante de boutique', 'sales'],
  ['Gérant', 'leadership'],
  ['Magasinier', 'production'],
  ['Chef magasinier', 'production'],
  ['Responsable magasin', 'production'],
  ['Filialleiterin', 'sales'],
  ['Stellvertretender Filialleiter', 'sales'],
  ['Marktleiter', 'sales'],
  ['Lagerleiter', 'production'],
  ['Encargada de tienda', 'sales'],
  ['Responsabile di negozio', 'sales'],
  ['Winkelmanager', 'sales'],
  ['Magazijnmanager', 'production'],
  // What stands last is the trade.
  ['Head of IT Sales', 'sales'],
  ['Legal Sales Manager', 'sales'],
  ['Network Marketing Manager', 'marketing'],
  ['Sales IT Manager', 'information-technology'],
  ['IT Sales Systems Analyst', 'information-technology'],
  ['Key Account Accountant', 'finance'],
  ['Business Manager', ''],
  // What is supported is the trade.
  ['Sales Support', 'sales'],
  ['Production Support Analyst', 'production'],
  ['Support Developer', 'product-development'],
  ['Technical Support Engineer', 'support'],
  ['Former Sales Manager', ''],
  ['Account Manager (formerly Sales Representative)', 'account-management'],
])('%s is %s', (title, expected) => expect(capabilityOf(title, '')).toBe(expected));

test.each([
  ['Network Engineer', 'Field Services', 'operations'],
  ['Network Engineer', 'Technology', 'information-technology'],
  ['Conseillère clientèle', 'Service client', 'support'],
  ['Conseiller clientèle', 'Agence de Lyon', 'account-management'],
  ['Kundenberater', 'Kundenservice', 'support'],
  ['Betriebsleiterin', 'Fertigung', 'production'],
  ['Responsable de magasin', 'Logistique', 'production'],
  ['Store Manager', 'Warehouse', 'production'],
  ['Store Manager', 'Store Leeds', 'sales'],
  ['Betriebsleiter', 'Nord', 'operations'],
])('of a title of two things, %s, the department %s says which: %s', (title, department, expected) =>
  expect(capabilityOf(title, department)).toBe(expected),
);

test.each([
  ['Executive Assistant to the Sales Director', 'Sales'],
  ['Assistentin der Vertriebsleitung', 'Vertrieb'],
  ['Assistante du directeur commercial', 'Ventes'],
  ['Secretaria del director comercial', 'Ventas'],
  ['Assistente del direttore vendite', 'Vendite'],
  ['Secretaresse van de verkoopdirecteur', 'Verkoop'],
])('%s has not the skill of whom they assist', (title, department) =>
  expect(capabilityOf(title, department)).toBe(''),
);

test.each([
  ['Assistant commercial', 'Assistante commerciale', 'sales'],
  ['Vendeur', 'Vendeuse', 'sales'],
  ['Chargé de clientèle', 'Chargé(e) de clientèle', 'account-management'],
  ['Directeur commercial', 'Directeur/trice commercial(e)', 'sales'],
  ['Président', 'Présidente', 'leadership'],
  ['Fertigungsmeister', 'Fertigungsmeisterin', 'production'],
  ['Jefe de proyecto', 'Jefa de proyecto', 'operations'],
  ['Amministratore delegato', 'Amministratrice delegata', 'leadership'],
  ['Algemeen directeur', 'Algemeen directrice', 'leadership'],
])('%s and %s are alike', (his, hers, expected) =>
  expect([his, hers].map((title) => capabilityOf(title, ''))).toEqual([expected, expected]),
);

test('a file can say that its customer insight is market research, as Jameane would have it', () => {
  const own = titleMapper({ 'market-research': { titles: ['Customer Insight Analyst'] } });
  expect(own('customer insight analyst', '')).toBe('market-research');
});

test('customer insight stays outside phases and customer groups, and counts as insight', async () => {
  const { people, capabilities, ...rest } = await organisationOf({
    version: 1,
    name: 'Insight',
    people: [
      { id: 'top', title: 'Chief Executive Officer' },
      { id: 'i1', title: 'Customer Insight Manager', manager: 'top' },
    ],
  });
  const at = people.id.indexOf('i1');
  expect(capabilities[people.capability[at]!]).toMatchObject({ id: 'customer-insight', role: 'enabling' });
  expect(isInsight({ people, capabilities, ...rest }, at)).toBe(true);
});

test.each([
  ['Kundenbetreuer', 'account-management'],
  ['Leiterin Kundendienst', 'support'],
  ['Servicetechniker', 'operations'],
  ['Geschäftsführerin', 'leadership'],
  ['Buchhalter', 'finance'],
  ['Vertriebsmitarbeiterin', 'sales'],
  ['Chargée de compte', 'account-management'],
  ['Directeur commercial', 'sales'],
  ['Responsable des ressources humaines', 'human-resources'],
  ['Jefa de ventas', 'sales'],
  ['Técnico de atención al cliente', 'support'],
  ['Medewerker klantenservice', 'support'],
  ['Inkoper', 'procurement'],
  ['Responsabile vendite', 'sales'],
  ['Addetta assistenza clienti', 'support'],
])('%s is %s in its language', (title, expected) => expect(capabilityOf(title, '')).toBe(expected));

test.each(['Naval Architect', 'Commercial', 'Lawn Bowls Secretary', 'Assistant Bishop'])(
  'a word of another language does not make a trade of %s',
  (title) => expect(capabilityOf(title, '')).toBe(''),
);

test('the name of a department counts after the title, and only where it is one trade', () => {
  expect(capabilityOf('Fire Officer', 'Equipment and Support')).toBe('');
  expect(capabilityOf('Trainee', 'Vertrieb und Einkauf')).toBe('');
  expect(capabilityOf('Trainee', 'Sales, Service')).toBe('');
  expect(capabilityOf('Trainee', 'Sales')).toBe('sales');
  expect(capabilityOf('Trainee', 'Legal & Compliance')).toBe('legal');
  expect(capabilityOf('Trainee', 'Research and Development')).toBe('product-development');
  expect(capabilityOf('Buyer', 'Sales')).toBe('procurement');
});

test('the one department of a whole company says nothing of what its people do', async () => {
  const company = (department: (at: number) => string) =>
    organisationOf({
      version: 1,
      name: 'Sales Ltd',
      departments: [
        { id: 'd', name: 'Support' },
        { id: 'e', name: 'Office' },
      ],
      people: Array.from({ length: 20 }, (_, at) => ({
        id: `p${at}`,
        title: 'Trainee',
        department: department(at),
        ...(at === 0 ? {} : { manager: 'p0' }),
      })),
    });
  const known = async (department: (at: number) => string) =>
    (await company(department)).people.capability.filter((id) => id >= 0).length;
  expect(await known((at) => (at < 15 ? 'd' : 'e'))).toBe(15);
  expect(await known(() => 'd')).toBe(0);
});

test('the word that joins two names says in which language they are; a sign does not', () => {
  const map = titleMapper({});
  expect(map('', 'Vertrieb und Verkauf')).toBe('sales');
  expect(map('', 'Vertrieb & Verkauf')).toBe('sales');
  expect(map('', 'Sales and Selling')).toBe(map('', 'Sales & Selling'));
  expect(map('', 'Finance and Administration')).toBe('');
});

test.each([
  ['Head of Sales and Marketing', 'sales', 'marketing'],
  ['Head of Sales, Marketing and Customer Service', 'sales', 'marketing', 'support'],
  ['Vice President, Marketing & Sales', 'marketing', 'sales'],
  ['Commercial and Marketing Director', 'sales', 'marketing'],
  ['Head of Sales and Marketing, EMEA', 'sales', 'marketing'],
  ['Sales and Account Manager', 'sales', 'account-management'],
  ['Vertriebs- und Marketingleiter', 'sales', 'marketing'],
  ['Leiterin Marketing/Vertrieb (m/w/d)', 'marketing', 'sales'],
  ['Directeur commercial et marketing', 'sales', 'marketing'],
  ['Jefe de ventas y atención al cliente', 'sales', 'support'],
  ['Responsabile commerciale e marketing', 'sales', 'marketing'],
  ['Sales- en marketingmanager', 'sales', 'marketing'],
  ['Account Manager, Banking and Finance'],
  ['Sales Manager, Legal and Compliance'],
  ['Sales and Operations Planning Manager'],
  ['Research and Development Manager'],
  ['Assistant to the Head of Sales and Marketing'],
])('the trades of %s are those it names, and of one trade none: %s %s %s', (title, ...trades) => {
  expect(capabilityOf.several(title)).toEqual(trades);
});

test('whose title names two trades has the second as a second skill, the department says which is first, and what is given counts', async () => {
  const { people, capabilities } = await organisationOf({
    version: 1,
    name: 'Two trades',
    people: [
      { id: 'a', title: 'Head of Sales and Marketing' },
      { id: 'b', title: 'Head of Sales and Marketing', department: 'Marketing' },
      { id: 'c', title: 'Head of Sales and Marketing', secondary: ['support'] },
      { id: 'd', title: 'Head of Sales and Marketing', capability: 'marketing' },
    ],
  });
  const skillsOf = (id: string) => {
    const seat = people.id.indexOf(id);
    const skills = [people.capability[seat]!, ...(people.secondary.get(seat) ?? [])];
    return skills.map((one) => capabilities[one]!.id).join();
  };
  expect(['a', 'b', 'c', 'd'].map(skillsOf)).toEqual([
    'sales,marketing',
    'marketing,sales',
    'sales,support',
    'marketing',
  ]);
});

test.each([
  ['Systems Engineer', 'Information Technology', 'information-technology'],
  ['Systemingenieur', 'IT', 'information-technology'],
  ['Développeur', 'Service informatique', 'information-technology'],
  ['Solutions Architect', 'IT', 'information-technology'],
  ['Chief Technology Officer', 'IT', 'information-technology'],
  ['Project Engineer', 'Maintenance', 'facilities'],
  ['Learning and Development Manager', 'Human Resources', 'human-resources'],
  // Elsewhere they are what the title says, and so is who develops what is sold.
  ['Systems Engineer', 'Engineering', 'product-development'],
  ['Systems Engineer', 'Sales', 'product-development'],
  ['Systems Engineer', 'IT and Sales', 'product-development'],
  ['Product Development Engineer', 'IT', 'product-development'],
  ['Solutions Architect', 'Sales', 'pre-sales'],
])(
  'engineers and developers serve the organisation in a department that does: %s in %s',
  (title, department, id) => {
    expect(capabilityOf(title, department)).toBe(id);
  },
);

test.each([
  'Sales Ledger Clerk',
  'Purchase Ledger Manager',
  'Account Receivable Executive',
  'Ejecutivo de cuentas por cobrar',
  'Analista de cuentas por pagar',
  'Sachbearbeiter Debitoren',
  'Gestionnaire comptes clients',
  'Chargé de recouvrement',
  'Addetto recupero crediti',
  'Medewerker debiteuren',
])('%s keeps accounts of money, and has finance in any department', (title) => {
  expect([capabilityOf(title, ''), capabilityOf(title, 'Sales')]).toEqual(['finance', 'finance']);
});
