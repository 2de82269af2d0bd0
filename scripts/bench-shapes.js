// Organisations of shapes that few companies have, each of which cost more than its size once.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csv } from './bench-organisation.js';

const TITLES = [
  'Marketing Specialist',
  'Sales Representative',
  'Account Manager',
  'Customer Support Specialist',
];
const INDUSTRIES = ['retail', 'dairy', 'pharma'];

const write = (folder, { departments, people, customers }) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'people.csv'), csv([['id', 'title', 'department', 'manager'], ...people]));
  writeFileSync(join(folder, 'customers.csv'), csv([['id', 'industry', 'revenue', 'owner'], ...customers]));
  const file = join(folder, 'org.yaml');
  writeFileSync(
    file,
    `version: 1
name: Bench
currency: EUR
departments: [${departments.map((id) => `{ id: ${id}, name: ${id} }`).join(', ')}]
people: { file: people.csv }
customers: { file: customers.csv }
`,
  );
  return { file, people: join(folder, 'people.csv'), customers: join(folder, 'customers.csv') };
};

const person = (at, department, manager) => [
  `p${at}`,
  at === 0 ? 'Chief Executive Officer' : TITLES[at % TITLES.length],
  department,
  manager,
];

const customersOf = (count, ownerOf) =>
  Array.from({ length: count }, (_, at) => [
    `c${at}`,
    INDUSTRIES[at % INDUSTRIES.length],
    1_000 + ((at * 17) % 9_000),
    ownerOf(at),
  ]);

const few = (people) => customersOf(200, (at) => `p${1 + ((at * 7) % (people - 1))}`);

/** Each leads the next. */
export const writeChain = (folder, levels) =>
  write(folder, {
    departments: ['one', 'two', 'three'],
    people: Array.from({ length: levels }, (_, at) =>
      person(at, ['one', 'two', 'three'][at % 3], at === 0 ? '' : `p${at - 1}`),
    ),
    customers: few(levels),
  });

/** Departments with four people each under the top, each led by one of them. */
export const writeDepartments = (folder, departments) => {
  const count = 1 + 4 * departments;
  return write(folder, {
    departments: ['board', ...Array.from({ length: departments }, (_, at) => `d${at}`)],
    people: Array.from({ length: count }, (_, at) => {
      const department = (at - 1) % departments;
      if (at === 0) return person(at, 'board', '');
      return person(at, `d${department}`, at <= departments ? 'p0' : `p${1 + department}`);
    }),
    customers: few(count),
  });
};

/** Customers who each have an owner of their own, and ten owners a lead. */
export const writeOwners = (folder, customers) => {
  const leads = Math.ceil(customers / 10);
  const lead = (at) => `p${1 + Math.floor(at / 10)}`;
  return write(folder, {
    departments: ['board', 'accounts', 'support'],
    people: [
      person(0, 'board', ''),
      ...Array.from({ length: leads }, (_, at) => [
        `p${1 + at}`,
        'Account Manager',
        'accounts',
        at < 10 ? 'p0' : lead(at - 10),
      ]),
      ...Array.from({ length: customers }, (_, at) => [
        `o${at}`,
        at % 50 === 0 ? 'Customer Support Specialist' : 'Account Manager',
        at % 50 === 0 ? 'support' : 'accounts',
        lead(at),
      ]),
    ],
    customers: customersOf(customers, (at) => `o${at}`),
  });
};
