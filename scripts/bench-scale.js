// What commands cost as organisations grow, or have a shape that few have: processor and clock seconds of whole processes, each
// beside a reference in the same run. `npm run bench:scale -- chain` runs the rows with that in their names. Nothing is asserted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeExtract } from './bench-import.js';
import { writeOrganisation } from './bench-organisation.js';
import { measured } from './bench-process.js';
import { writeChain, writeDepartments, writeOwners } from './bench-shapes.js';

const [wanted = ''] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const command = join(root, 'bin/orgdesign.js');
const folder = mkdtempSync(join(tmpdir(), 'orgdesign-bench-'));
const out = join(folder, 'out.json');

const json = (...args) => [command, ...args, '--format', 'json', '-o', out];
const evaluate = ({ file }) => json('evaluate', file);
const importing = (extract) => [command, 'import', extract, '-o', join(folder, 'imported/org.yaml')];
const sized = (people, customers = people / 5) =>
  writeOrganisation(join(folder, `org-${people}-${customers}`), { people, customers });
const extractOf = (people) => writeExtract(join(folder, `extract-${people}`), people);

/** Reads the files and does nothing with them: the least that anything could cost. */
const papaparse = (...files) => [
  '--input-type=module',
  '-e',
  `import { readFileSync } from 'node:fs';
   import Papa from 'papaparse';
   for (const file of ${JSON.stringify(files)}) Papa.parse(readFileSync(file, 'utf8'), { header: true });`,
];
const reading = ({ people, customers }) => papaparse(people, customers);

/** Three figures as somebody would script them: people by department, median span and levels. */
const scripted = ({ people }) => `
import pandas, networkx
people = pandas.read_csv(${JSON.stringify(people)}, dtype=str)
print(people.groupby('department').size().describe())
print(people.groupby('manager').size().median())
graph = networkx.from_pandas_edgelist(people.dropna(subset=['manager']), 'manager', 'id', create_using=networkx.DiGraph)
top = people[people['manager'].isna()]['id'].iloc[0]
print(max(networkx.single_source_shortest_path_length(graph, top).values()))
`;

const halden = { file: join(root, 'examples/halden/org.yaml') };
/** As on a first run: nothing that was compiled is kept. */
const first = (program) => [
  '--import',
  'data:text/javascript,process.env.NODE_DISABLE_COMPILE_CACHE = 1',
  ...program,
];

/** What is measured against what; each is made only where it is wanted. */
const ROWS = [
  ['evaluate Halden / node -e 0', () => [evaluate(halden), ['-e', '0']], 7],
  ['first evaluate of Halden / node -e 0', () => [first(evaluate(halden)), ['-e', '0']], 7],
  ['evaluate 10,000 / papaparse', () => [evaluate(sized(10_000)), reading(sized(10_000))], 3],
  ['evaluate 100,000 / papaparse', () => [evaluate(sized(100_000)), reading(sized(100_000))], 3],
  ['evaluate 300,000 / 30,000', () => [evaluate(sized(300_000)), evaluate(sized(30_000))], 1],
  ['evaluate 1,000,000 / 100,000', () => [evaluate(sized(1_000_000)), evaluate(sized(100_000))], 1],
  [
    'evaluate 20,000 with all six designs / papaparse',
    () => [evaluate(sized(20_000, 2_000)), reading(sized(20_000, 2_000))],
    3,
  ],
  ...[200, 800].map((levels) => [
    `evaluate chain of ${levels} levels / 10,000 people`,
    () => [evaluate(writeChain(join(folder, `chain-${levels}`), levels)), evaluate(sized(10_000))],
    1,
  ]),
  [
    'evaluate chain of 2,000 levels / 2,000 people',
    () => [evaluate(writeChain(join(folder, 'chain-2000'), 2_000)), evaluate(sized(2_000, 200))],
    3,
  ],
  [
    'evaluate 5,000 departments / 20,000 people',
    () => [evaluate(writeDepartments(join(folder, 'departments'), 5_000)), evaluate(sized(20_000, 2_000))],
    1,
  ],
  [
    'evaluate 10,000 departments / 40,000 people',
    () => [
      evaluate(writeDepartments(join(folder, 'departments-10000'), 10_000)),
      evaluate(sized(40_000, 200)),
    ],
    1,
  ],
  [
    'evaluate 200,000 customers with an owner each / papaparse',
    () => {
      const owners = writeOwners(join(folder, 'owners'), 200_000);
      return [evaluate(owners), reading(owners)];
    },
    1,
  ],
  ['import 100,000 / papaparse', () => [importing(extractOf(100_000)), papaparse(extractOf(100_000))], 5],
  ['import 1,000,000 / 100,000', () => [importing(extractOf(1_000_000)), importing(extractOf(100_000))], 1],
  ...[10_000, 100_000].flatMap((people) => {
    const against = (name, args, times = 1) => [
      `${name} ${people.toLocaleString('en')} / papaparse`,
      () => {
        const organisation = sized(people);
        return [json(...args(organisation.file)), reading(organisation)];
      },
      times,
    ];
    return [
      against('diff', (file) => ['diff', file, `${file}#cluster`]),
      against('check', (file) => ['check', file]),
      against('suggest', (file) => ['suggest', file]),
      against('sweep', (file) => ['simulate', file, '-d', 'cluster', '--sweep', 'minimum=4..6']),
      [
        `simulate ${people.toLocaleString('en')} / papaparse`,
        () => [
          [command, 'simulate', sized(people).file, '-d', 'cluster', '-o', join(folder, 'to/org.yaml')],
          reading(sized(people)),
        ],
        1,
      ],
    ];
  }),
  ['evaluate 100,000 / pandas and networkx', () => [evaluate(sized(100_000)), scripted(sized(100_000))], 1],
];

try {
  for (const [name, make, times] of ROWS.filter(([name]) => name.includes(wanted))) {
    try {
      const [own, reference] = measured(make(), times);
      const ratio = (of) => (own[of] / reference[of]).toFixed(1).padStart(6);
      console.log(
        `${name.padEnd(58)} processor ${ratio('cpu')}  clock ${ratio('wall')}  ${own.cpu.toFixed(2)} s / ${reference.cpu.toFixed(2)} s, peak ${own.peak.toFixed(0)} MB`,
      );
    } catch (error) {
      console.log(`${name.padEnd(58)} not measured: ${String(error.message).trim().split('\n').at(-1)}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
