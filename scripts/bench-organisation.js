import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** mulberry32: small, seeded, the same on every platform. */
export const seeded = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const DEPARTMENTS = [
  { id: 'marketing', name: 'Marketing', share: 0.05, title: 'Marketing Specialist' },
  { id: 'communications', name: 'Communications', share: 0.02, title: 'Communications Specialist' },
  { id: 'research', name: 'Market Research', share: 0.01, title: 'Market Researcher' },
  { id: 'sales', name: 'Sales', share: 0.15, title: 'Sales Representative' },
  { id: 'accounts', name: 'Account Management', share: 0.08, title: 'Account Manager' },
  { id: 'support', name: 'Customer Support', share: 0.2, title: 'Customer Support Specialist' },
  { id: 'operations', name: 'Operations', share: 0.1, title: 'Operations Specialist' },
  { id: 'development', name: 'Product Development', share: 0.12, title: 'Design Engineer' },
  { id: 'production', name: 'Production', share: 0.18, title: 'Production Technician' },
  { id: 'finance', name: 'Finance', share: 0.04, title: 'Accountant' },
  { id: 'people', name: 'Human Resources', share: 0.02, title: 'Human Resources Specialist' },
  { id: 'technology', name: 'Information Technology', share: 0.03, title: 'Network Administrator' },
];
const REGIONS = ['north', 'south', 'east', 'west', 'central', 'islands', 'coast', 'highlands'];
const INDUSTRIES = ['retail', 'dairy', 'pharma', 'water', 'energy', 'transport'];
const SPAN = 8;

export const csv = (rows) => `${rows.map((row) => row.join(',')).join('\n')}\n`;

/** Members of one regional department: a tree of span 8 below its head, breadth first. */
const addDepartment = (rows, { department, region, size, chief, random }) => {
  const ids = [];
  for (let index = 0; index < size; index++) {
    const id = `p${rows.length}`;
    const leads = index * SPAN + 1 < size;
    const manager = index === 0 ? chief : ids[Math.floor((index - 1) / SPAN)];
    const title = leads ? `${department.name} Manager` : department.title;
    const level = index === 0 ? 8 : leads ? 5 : 1 + Math.floor(random() * 3);
    rows.push([id, title, `${department.id}-${region}`, manager, region, level, 40_000 + level * 9_000, 1]);
    ids.push(id);
  }
  return ids;
};

const writePeople = (folder, count, random) => {
  const rows = [['id', 'title', 'department', 'manager', 'location', 'level', 'costPerYear', 'fte']];
  rows.push(['p1', 'Chief Executive Officer', 'board', '', 'central', 12, 400_000, 1]);
  const owners = [];
  for (const department of DEPARTMENTS) {
    const chief = `p${rows.length}`;
    rows.push([chief, `Vice President ${department.name}`, department.id, 'p1', 'central', 10, 220_000, 1]);
    const size = Math.max(2, Math.floor((count * department.share) / REGIONS.length));
    for (const region of REGIONS) {
      const ids = addDepartment(rows, { department, region, size, chief, random });
      if (department.id === 'accounts') owners.push(...ids.slice(Math.ceil(ids.length / SPAN)));
    }
  }
  const file = join(folder, 'people.csv');
  writeFileSync(file, csv(rows));
  return { file, owners };
};

const writeCustomers = (folder, count, owners, random) => {
  const rows = [['id', 'owner', 'industry', 'territory', 'market', 'revenue', 'retention']];
  for (let index = 1; index <= count; index++) {
    const region = Math.floor(random() * REGIONS.length);
    const inRegion = owners.length / REGIONS.length;
    const owner = owners[Math.floor((region + random()) * inRegion)];
    const industry = INDUSTRIES[Math.floor(random() ** 1.5 * INDUSTRIES.length)];
    const revenue = Math.round(5_000 * Math.exp(3 * random()));
    const retention = (0.7 + 0.25 * random()).toFixed(2);
    rows.push([`c${index}`, owner, industry, REGIONS[region], 'b2b', revenue, retention]);
  }
  const file = join(folder, 'customers.csv');
  writeFileSync(file, csv(rows));
  return file;
};

const departmentsInYaml = () =>
  DEPARTMENTS.flatMap(({ id, name }) => [
    `  - { id: ${id}, name: ${name}, accountable: true }`,
    ...REGIONS.map((region) => `  - { id: ${id}-${region}, name: ${name} ${region}, parent: ${id} }`),
  ]).join('\n');

/** An organisation of about this size, the same on every run; gives the paths of its files. */
export const writeOrganisation = (folder, { people, customers }) => {
  mkdirSync(folder, { recursive: true });
  const random = seeded(20_260_101);
  const { file: peopleFile, owners } = writePeople(folder, people, random);
  const customersFile = writeCustomers(folder, customers, owners, random);
  const file = join(folder, 'org.yaml');
  writeFileSync(
    file,
    `version: 1
name: Bench ${people}
currency: EUR
departments:
  - { id: board, name: Board }
${departmentsInYaml()}
people: { file: people.csv }
customers: { file: customers.csv }
`,
  );
  return { file, people: peopleFile, customers: customersFile };
};
