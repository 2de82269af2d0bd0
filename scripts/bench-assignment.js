// Placing people in customer groups by itself: the model is read first, and is no part of the time.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { csv, seeded } from './bench-organisation.js';
import { root } from './load.js';

const TITLES = [
  { title: 'Marketing Specialist', share: 0.15, knows: 0.02, each: 1 },
  { title: 'Sales Representative', share: 0.3, knows: 0.5, each: 3 },
  { title: 'Account Manager', share: 0.15, knows: 0.9, each: 5 },
  { title: 'Customer Support Specialist', share: 0.4, knows: 0.2, each: 2 },
];
const TERRITORIES = 4;
const LOCATIONS = 20;
const TEAM = 8;
/** How often a customer is of the kind that a team mostly serves. */
const OWN_KIND = 0.6;

/**
 * People in teams of eight, each at one location of one territory. Some know customers by name: customers of their own
 * territory, mostly of the kind that the team looks after. A group is one kind of customer in one territory, and groups
 * differ in size. The same on every run.
 */
const generate = ({ people: count, groups }) => {
  const random = seeded(20_260_202);
  const kinds = groups / TERRITORIES;
  const people = [['id', 'title', 'department', 'manager', 'location', 'serves']];
  const customers = [['id', 'group', 'revenue']];
  people.push(['p0', 'Chief Executive Officer', 'board', '', 'l0', '']);
  let territory = 0;
  for (const { title, share, knows, each } of TITLES) {
    const chief = `p${people.length - 1}`;
    people.push([chief, `Head of ${title}`, 'board', 'p0', 'l0', '']);
    const until = people.length + Math.floor(count * share);
    let lead = chief;
    let location = 0;
    let kind = 0;
    for (let member = 0; people.length < until; member++) {
      const id = `p${people.length - 1}`;
      if (member % TEAM === 0) {
        lead = id;
        location = Math.floor(random() * LOCATIONS);
        territory = location % TERRITORIES;
        kind = Math.floor(random() ** 1.5 * kinds);
      }
      const known = random() < knows ? 1 + Math.floor(random() * each) : 0;
      const serves = [];
      for (let n = 0; n < known; n++) {
        const other = random() < OWN_KIND ? kind : Math.floor(random() ** 1.5 * kinds);
        const group = `g${other * TERRITORIES + territory}`;
        serves.push(`c${customers.length}`);
        customers.push([serves.at(-1), group, Math.round(5_000 * Math.exp(3 * random()))]);
      }
      people.push([id, title, 'all', id === lead ? chief : lead, `l${location}`, serves.join(';')]);
    }
  }
  return { people, customers };
};

const PROGRAM = `
  import { readFile, realpath } from 'node:fs/promises';
  import { groupOf } from './src/designs/cluster/groups.ts';
  import { clusterNeeds } from './src/designs/cluster/number/needs.ts';
  import { placeInto } from './src/designs/cluster/placing/place-into.ts';
  import { buildOrganisation } from './src/model/build.ts';
  import { clusterOptions } from './src/schema/input/designs.ts';
  import { loadOrganisation } from './src/schema/read/load.ts';

  const disk = { read: (path) => readFile(path), realPath: (path) => realpath(path) };
  const organisation = buildOrganisation(await loadOrganisation(process.argv[2], disk, { ruleIds: [] }));
  const needs = clusterNeeds(organisation, clusterOptions.parse({}));
  const { codes, values } = organisation.customers.attributes.find(({ name }) => name === 'group');
  const lists = values.map(() => []);
  codes.forEach((code, customer) => lists[code].push(customer));
  const groups = lists.map((list, at) => groupOf(organisation, [...needs.keys()], values[at], [], list));
  const before = process.resourceUsage().maxRSS;
  const begin = process.hrtime.bigint();
  const { assignment } = placeInto(organisation, { groups, needs, minimum: 4 }, clusterOptions.parse({}));
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  const [peak, read] = [process.resourceUsage().maxRSS, before].map((kibibytes) => (kibibytes * 1024) / 1e6);
  console.log(JSON.stringify({ ...assignment, groups: groups.length, seconds, peak, read }));
`;

/** Writes such an organisation; gives the path of the file of its people, and a function that places them once. */
export const assignmentOf = async (folder, size) => {
  mkdirSync(folder, { recursive: true });
  const { people, customers } = generate(size);
  const [peopleFile, file] = [join(folder, 'people.csv'), join(folder, 'org.yaml')];
  writeFileSync(peopleFile, csv(people));
  writeFileSync(join(folder, 'customers.csv'), csv(customers));
  writeFileSync(
    file,
    `version: 1
name: Bench
departments:
  - { id: board, name: Board }
  - { id: all, name: Everyone }
people: { file: people.csv }
customers: { file: customers.csv }
`,
  );
  return { people: peopleFile, place: () => place(file) };
};

/** Runs the program on a file, in a process of its own. */
const place = async (file) => {
  // Beside the packages, so that the bundle finds those that it imports, and the solver.
  const folder = `${root}node_modules/.cache/orgdesign/assignment-${process.pid}`;
  try {
    await build({
      absWorkingDir: root,
      entryPoints: { 'solver-worker': 'src/designs/cluster/placing/assignment/solver-worker.js' },
      outdir: folder,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
    });
    await build({
      absWorkingDir: root,
      stdin: { contents: PROGRAM, resolveDir: root, loader: 'js' },
      outfile: `${folder}/place.js`,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
    });
    return JSON.parse(execFileSync(process.execPath, [`${folder}/place.js`, file], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
